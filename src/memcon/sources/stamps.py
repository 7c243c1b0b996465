"""Dates as formats write them, as EDTF: what a source states outside the text."""

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?")
_YEAR = re.compile(r"\d{4}")
# Seconds since 1970 between 1980 and 2100; thousands of them are milliseconds.
_SECONDS = range(315_532_800, 4_102_444_800)


def edtf_date(value: object) -> str | None:
    """A day (or month or year) as EDTF; None for what is no date: nothing is guessed.

    Takes ISO 8601, compact (`20240910`), mail dates (`Tue, 10 Sep 2024 09:05:00 GMT`), seconds or milliseconds since
    1970, and date objects. The day is the one written, in the zone written.
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, dt.date):  # and datetime
        return value.strftime("%Y-%m-%d") if value.year >= 1000 else None
    text = str(value).strip()
    if (match := _ISO.fullmatch(text)) or (match := _COMPACT.fullmatch(text)):
        return _valid(match[1], match[2], match[3])
    if _YEAR.fullmatch(text):
        return text
    if text.isascii() and text.isdigit():
        return _from_epoch(int(text))
    if isinstance(value, float):
        return _from_epoch(int(value))
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%d")
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _valid(year: str, month: str, day: str | None) -> str | None:
    try:
        found = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else f"{found:%Y-%m}"


def _from_epoch(seconds: int) -> str | None:
    if seconds // 1000 in _SECONDS:
        seconds //= 1000
    if seconds not in _SECONDS:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).strftime("%Y-%m-%d")
