"""Text that XML 1.0 can hold."""

import re
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 cannot hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def held(value: str) -> str:
    """The value without the characters that XML cannot hold."""
    return _NOT_XML.sub("", value)


def text(value: str) -> str:
    """Content of an element."""
    return escape(held(value))


def attribute(value: object) -> str:
    """An attribute's value with its quotation marks."""
    return quoteattr(held(str(value)))
