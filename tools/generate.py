"""Writes the generated pages anew: the codebook, the command reference, and the output in README.md and docs/.

    python -m tools.generate            write what has changed
    python -m tools.generate --check    write nothing, name what is out of date; exit 1 if any is

The pages follow from data and code; a test keeps them current.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.pages import codebook, commands, examples

ROOT = Path(__file__).resolve().parent.parent
WITH_EXAMPLES = ("README.md", "docs/quickstart.md")


def from_data() -> Iterator[tuple[Path, str]]:
    """The pages that follow from tables and help texts, with what they should hold."""
    yield ROOT / "docs" / "codebook.md", codebook.page(ROOT / "src" / "memcon")
    yield ROOT / "docs" / "commands.md", commands.page()


def with_examples() -> Iterator[tuple[Path, str]]:
    """The pages with examples, with what the examples print now."""
    for name in WITH_EXAMPLES:
        path = ROOT / name
        yield path, examples.refreshed(path.read_text(encoding="utf-8"), ROOT)


def main(arguments: list[str]) -> int:
    """Write or check."""
    pages = (*from_data(), *with_examples())
    stale = [(path, page) for path, page in pages if not path.is_file() or path.read_text(encoding="utf-8") != page]
    for path, page in stale:
        print(f"{path.relative_to(ROOT)} {'is out of date' if '--check' in arguments else 'written'}")
        if "--check" not in arguments:
            path.write_text(page, encoding="utf-8")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
