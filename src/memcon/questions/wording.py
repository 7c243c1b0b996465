"""How entries are put in words for a person: dates, types, people, places."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from memcon.merging import Entry
from memcon.model import Participant
from memcon.questions.words import TYPES

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_CODES = re.compile(rf"\b(?:{'|'.join((*TYPES, 'first_since'))})\b")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_NO_CONTACT = {"contact_refused", "contact_unanswered", "contact_suspended", "expulsion_or_recall"}
_ACTS = {"joint_statement", "agreement_signed", "sanction", "protest"}


def date(edtf: str | None) -> str:
    """A date as a person writes it: `16 Apr 2024`, `10–11 Sep 2024`, `Nov 2022`, `c. May 2025`, `undated`."""
    if not edtf:
        return "undated"
    doubt = "c. " if "~" in edtf or "%" in edtf else ""
    ask = "?" if "?" in edtf or "%" in edtf else ""
    ends = [re.sub(r"[~?%]", "", e) for e in edtf.split("/")]
    if len(ends) == 1 or ends[0] == ends[1]:
        return f"{doubt}{_point(ends[0])}{ask}"
    if ends[0] in ("", ".."):
        return f"by {_point(ends[1])}{ask}"
    if ends[1] in ("", ".."):
        return f"from {_point(ends[0])}{ask}"
    left, right = (e.split("-") for e in ends)
    if len(left) == len(right) == 3 and left[:2] == right[:2]:
        return f"{doubt}{int(left[2])}–{int(right[2])} {_point('-'.join(left[:2]))}{ask}"
    if len(left) == len(right) and len(left) > 1 and left[0] == right[0]:
        return f"{doubt}{_point('-'.join(left)).rsplit(' ', 1)[0]} – {_point('-'.join(right))}{ask}"
    return f"{doubt}{_point(ends[0])} – {_point(ends[1])}{ask}"


def _point(part: str) -> str:
    pieces = part.split("-")
    if len(pieces) == 1 or not pieces[1].isdigit() or not 1 <= int(pieces[1]) <= 12:
        return pieces[0]
    month = _MONTHS[int(pieces[1]) - 1]
    if len(pieces) == 2 or not pieces[2].isdigit():
        return f"{month} {pieces[0]}"
    return f"{int(pieces[2])} {month} {pieces[0]}"


def followed(broken: Entry, answered: Entry | None) -> str:
    """What came after a refusal, an unanswered request or a broken channel, as far as the record can tell."""
    if answered is not None:
        return f"contact again: {kind(answered)}, {date(answered.date)}"
    return "no contact since" if broken.date else "undated: whether contact followed cannot be told"


def note(told: str) -> str:
    """What the log says of a change, its types of event and fields in words; names of documents stay as they are."""
    return _CODES.sub(lambda m: m[0].replace("_", " "), told)


def duration(iso: str | None) -> str:
    """`P18M` as `18 months`."""
    match = re.fullmatch(r"P(\d+)([YMWD])", iso or "")
    if match is None:
        return iso or ""
    return f"{match[1]} {_UNITS[match[2]]}{'' if match[1] == '1' else 's'}"


# What is no noun by itself, where a word stands before it.
_NOUNS = {
    "agreement_signed": "signing of an agreement",
    "contact_refused": "refusal of contact",
    "contact_unanswered": "request without answer",
    "contact_suspended": "break of contact",
    "contact_resumed": "resumption of contact",
    "expulsion_or_recall": "expulsion or recall",
}


def kind(entry: Entry) -> str:
    """The type with what came of it: `planned visit`, `contact refused`, `planned signing of an agreement`."""
    name = entry.type.replace("_", " ")
    return name if entry.status == "occurred" else f"{entry.status} {_NOUNS.get(entry.type, name)}"


def sign(entry: Entry) -> tuple[str, str]:
    """A sign for the eye and its style: contact, plan, contact that did not happen, act."""
    if entry.status in ("cancelled", "denied") or entry.type in _NO_CONTACT:
        return "✕", "red"
    if entry.status == "planned":
        return "○", "cyan"
    return ("◆", "yellow") if entry.type in _ACTS else ("●", "green")


SIGNS = "● contact  ○ planned  ✕ no contact: refused, unanswered, broken off, cancelled  ◆ act"


def person(p: Participant) -> str:
    """`Lloyd Austin (USA)`; a party alone where nobody is named."""
    if not p.name:
        return p.party or "?"
    return f"{p.name} ({p.party})" if p.party else p.name


def people(participants: Iterable[Participant], limit: int = 6, name: Callable[[str], str] = str) -> str:
    """Everyone, grouped by party in the order named; `name` says how a party without people is called."""
    groups: dict[str, list[str]] = {}
    for p in participants:
        groups.setdefault(p.party or "", []).extend([p.name] if p.name else [])
    told = []
    for party, names in groups.items():
        if not names:
            told.append(name(party) if party else "?")
            continue
        listed = ", ".join(names[:limit]) + (f" and {len(names) - limit} more" if len(names) > limit else "")
        told.append(f"{listed} ({party})" if party else listed)
    return " – ".join(told)


def who(entry: Entry, name: Callable[[str], str] = str) -> str:
    """Everyone in an entry; for a directed act, who acted comes first and an arrow points at whom."""
    if entry.initiator and entry.target and entry.initiator != entry.target:
        first = [p for p in entry.participants if p.party and p.party in entry.initiator.split("|")]
        rest = [p for p in entry.participants if p not in first]
        acting = people(first, name=name) or ", ".join(name(p) for p in entry.initiator.split("|"))
        return f"{acting} → {people(rest, name=name) or ', '.join(name(p) for p in entry.target.split('|'))}"
    return people(entry.participants, name=name) or ", ".join(name(p) for p in entry.parties)


def place(value: Any) -> str:
    """A place by name and country."""
    name = getattr(value, "name", None) if not isinstance(value, dict) else value.get("name")
    country = getattr(value, "country", None) if not isinstance(value, dict) else value.get("country")
    return ", ".join(v for v in (name, country) if v)


def sources(entry: Entry) -> str:
    """`1 source`, `3 sources`."""
    count = len(entry.documents)
    return f"{count} source{'' if count == 1 else 's'}"


def amount(value: float, currency: str | None) -> str:
    """`GBP 3 billion`, `USD 162 million`."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{currency or ''} {value / size:g} {word}".strip()
    return f"{currency or ''} {value:,.0f}".strip()


def value(field: str, told: str) -> str:
    """A field's value in words."""
    return date(told) if field == "date" else told.replace("_", " ")
