"""The few elements of SVG that the drawings need, every text escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

Value = str | int | float | None


def element(name: str, *inside: str, **attributes: Value) -> Markup:
    """An element; `class_` stands for `class`, `_` in names for `-`; numbers are cut to a tenth."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    held = Markup("").join(inside)
    return Markup(f"<{name}{said}>{held}</{name}>" if held else f"<{name}{said}/>")


def _short(value: Value) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def text(words: str, x: float, y: float, **attributes: Value) -> Markup:
    """Words at a place."""
    return element("text", escape(words), x=x, y=y, **attributes)


def titled(words: str, *inside: str, href: str | None = None) -> Markup:
    """A group that tells what it is when pointed at, and leads to its page."""
    if href is None:
        return element("g", element("title", escape(words)), *inside)
    return element("a", element("title", escape(words)), *inside, href=href, aria_label=words)


def picture(label: str, width: float, height: float, inside: Iterable[str], class_: str | None = None) -> Markup:
    """The whole drawing, with the words that stand for it."""
    return element("svg", *inside, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}",
                   role="group", aria_label=label, class_=class_)  # fmt: skip
