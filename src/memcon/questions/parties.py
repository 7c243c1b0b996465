"""What a user calls a party, as its code."""

import difflib
import functools
import re

from rapidfuzz.distance import JaroWinkler

from memcon.errors import NotInRecord, either

_LIKE, _LIKE_CODE = 0.84, 0.8  # of 1, for a name, or one as short as a code, to be offered in place of another
_CODE = re.compile(r"[A-Z][A-Z0-9+]{1,11}")


@functools.lru_cache(maxsize=1024)
def code(asked: str) -> str:
    """The code of a party by code (`chn`), or by name or demonym in English or Chinese (`China`, `Chinese`, 中国).

    Raises NotInRecord with near matches where no table knows it. A code that no table knows but that looks like one
    (`HNC`) is taken as it stands: readings may name groups that are in no table, and `Record` asks whether any does.
    """
    from memcon.knowledge import load

    parties = load().parties
    name = asked.strip()
    if name.upper() in parties:
        return name.upper()
    for form in (name, name.title(), name.upper(), name.capitalize(), name.lower()):
        found = parties.code_of(form)
        if found:
            return found
    if _CODE.fullmatch(name):
        return name
    called = _called()
    if name.lower() in called:
        return called[name.lower()][0]
    raise unknown(asked)


def in_tables(code: str) -> bool:
    """Whether the fact tables know a code."""
    from memcon.knowledge import load

    return code in load().parties


def unknown(asked: str) -> NotInRecord:
    """The error for a party that is in no table, with names like the one asked for."""
    called = _called()
    wanted = asked.strip().lower()
    near = difflib.get_close_matches(wanted, list(called), n=40, cutoff=0.65)
    scored = sorted(((JaroWinkler.similarity(n, wanted), n) for n in near), reverse=True)  # like beginnings count more
    least = max(_LIKE_CODE if len(wanted) <= 4 else _LIKE, scored[0][0] - 0.1) if scored else 1.0
    ranked = [n for score, n in scored if score >= least]
    told: dict[str, str] = {}  # one form a party
    for form in ranked:
        told.setdefault(called[form][0], _told(*called[form]))
    listed = list(told.values())[:3]
    hint = f"; did you mean {either(listed)}?" if listed else "; give a name in English or Chinese, or a code as CHN"
    return NotInRecord(f"no party is called {asked}{hint}")


def _told(code: str, written: str) -> str:
    return f"{code} ({name(code)})" if written.upper() == code else written


@functools.cache
def _called() -> dict[str, tuple[str, str]]:
    """Every name in lower case, to its code and the name as it is written; states before organisations."""
    from memcon.knowledge import load

    called: dict[str, tuple[str, str]] = {}
    for party in load().parties.by_code.values():
        for word in (party.code, *party.names, *party.chinese, *party.other_names, *party.demonyms):
            called.setdefault(word.lower(), (party.code, word))
    return called


@functools.lru_cache(maxsize=1024)
def name(code: str) -> str:
    """What a party is called in English; the code where no table knows it."""
    from memcon.knowledge import load

    parties = load().parties
    return parties[code].names[0] if code in parties and parties[code].names else code
