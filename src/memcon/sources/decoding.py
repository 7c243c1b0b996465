"""Bytes into text: the character set is found, or the reason is told why it cannot be."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a file begins with that is no text, and what to do about it.
_NO_TEXT = (
    (b"%PDF", "is a PDF: turn it into text first (pdftotext FILE.pdf)"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"PK\x03\x04", "is a zip archive or an office document: unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "is an old office document: save it as text"),
    (b"{\\rtf", "is a rich text document: save it as text"),
    (b"\x1f\x8b", "is compressed with gzip: unpack it first (gunzip)"),
    (b"BZh", "is compressed with bzip2: unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "is compressed with xz: unpack it first (unxz)"),
    (b"(\xb5/\xfd", "is compressed with zstandard: unpack it first (unzstd)"),
    (b"\x7fELF", "is a program"),
    (b"SQLite format 3", "is a database"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
# Tried in this order where the bytes are not Unicode and name no character set.
_CANDIDATES = [
    "gb18030", "big5", "cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "cp1258", "shift_jis", "euc_kr", "koi8_r",
]  # fmt: skip
_SAMPLE = 200_000
_SHORTEST_UTF16 = 16
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Undecodable(ValueError):
    """Bytes that are no text, or text in a character set that cannot be told."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file. `declared` is what its transport says (an HTTP header); a byte order mark outranks it.

    Raises Undecodable with the reason, in words that follow the file's name.
    """
    if not data.strip():
        raise Undecodable("is empty")
    for start, reason in _NO_TEXT:
        if data.startswith(start):
            raise Undecodable(reason)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(_as(data, name, f"begins with the mark of {name.upper()} but is not valid"))
    if b"\x00" in data[:_SAMPLE]:
        return _checked(_without_mark(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    for named in (declared, _named_inside(data)):
        if named and (text := _try(data, named)) is not None:
            return _checked(text)
    return _checked(_mended(data) or _guessed(data))


def encoding(sample: bytes) -> str:
    """The character set of a file of which these are the first bytes, as a name that `open` takes.

    Raises Undecodable with the reason where they are no text, or the character set cannot be told.
    """
    for start, reason in _NO_TEXT:
        if sample.startswith(start):
            raise Undecodable(reason)
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return name
    if b"\x00" in sample:
        raise Undecodable("is not text: it holds zero bytes")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # a character cut off at the end is none broken
    except UnicodeDecodeError:
        return "utf-8" if _mended(sample) else _guess(sample)
    return "utf-8"


def _as(data: bytes, name: str, reason: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Undecodable(f"{reason} at byte {error.start}: save it anew as UTF-8") from error


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None


def _without_mark(data: bytes) -> str:
    """UTF-16 that lost its mark has a zero in every other byte of Latin text; any other zero means no text."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if len(data) < _SHORTEST_UTF16:
        raise Undecodable("is not text: it holds zero bytes")
    if odd > 0.4 * half and even < 0.05 * half:
        return _as(data[: len(data) // 2 * 2], "utf-16-le", "looks like UTF-16 but is not valid")
    if even > 0.4 * half and odd < 0.05 * half:
        return _as(data[: len(data) // 2 * 2], "utf-16-be", "looks like UTF-16 but is not valid")
    raise Undecodable("is not text: it holds zero bytes")


def _named_inside(data: bytes) -> str | None:
    match = _DECLARED.search(data[:2048])
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").lower()
    return {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252"}.get(name, name)


def _mended(data: bytes) -> str | None:
    """UTF-8 with a few broken places (a cut-off end, a byte lost on the way): each becomes U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return text if broken * 5 <= whole else None


_UNTOLD = "is in a character set that could not be told: save it as UTF-8 (iconv -f NAME -t UTF-8)"


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    if best is None:
        raise Undecodable(_UNTOLD)
    return best.encoding


def _guessed(data: bytes) -> str:
    text = _try(data, _guess(data))
    if text is None:
        raise Undecodable(_UNTOLD)
    return text


def _checked(text: str) -> str:
    """A text without its byte order mark; Undecodable where it is mostly control characters."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise Undecodable("is empty")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.02 * len(sample):
        raise Undecodable("is not text: it is full of control characters")
    return text
