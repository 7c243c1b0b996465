"""Marked-up text as plain paragraphs, without judging what on a page is its story (`html` does that)."""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "address",
            "form",
            "hr",
            "blockquote",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "pre",
            "figure",
            "figcaption",
        ),
    )
)
_SILENT = frozenset(("script", "style", "template", "noscript", "svg", "head", "iframe", "object", "select"))
_VOID_SILENT = 50  # so many silent elements left open are broken markup, not a script


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.open: list[str] = []
        self.silent: list[str] = []

    def _close(self) -> None:
        paragraph = " ".join("".join(self.open).split())
        if paragraph:
            self.paragraphs.append(paragraph)
        self.open.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and len(self.silent) < _VOID_SILENT:
            self.silent.append(tag)
        elif tag in _BLOCKS:
            self._close()
        elif tag == "br":
            self.open.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag in _BLOCKS:
            self._close()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.open.append(data)


def paragraphs(markup: str) -> str:
    """The text of HTML with an empty line between blocks; linear in the length of the markup, whatever its nesting."""
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    parser._close()
    return "\n\n".join(parser.paragraphs)
