"""CAMEO (Schrodt 2012): source, code, target: one row for each direction of each event that occurred."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from memcon.export import entrytext
from memcon.export.coded import sides, tsv
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.model import interval
from memcon.questions.codebook import event_types

COLUMNS = ("event_id", "date", "date_last", "source", "source_code", "target", "target_code", "cameo", "quad_class",
           "country", "documents", "url", "text")  # fmt: skip
HOST = "043"  # host a visit: what the visited party does while the visitor makes one (042)
# Verbal cooperation, verbal conflict and material conflict, by the first two digits, for the roots memcon codes.
_QUAD = {"01": 1, "03": 1, "04": 1, "05": 1, "11": 3, "12": 3, "16": 4}


def table(entries: Iterable[Entry], addresses: Mapping[str, str]) -> str:
    """Tab-separated. A contact nobody is said to have begun gives a row for each ordered pair of its parties."""
    codes = {t.name: t.cameo for t in event_types()}
    return tsv(COLUMNS, (row for e in entries if e.status == "occurred" for row in _rows(e, codes[e.type], addresses)))


def _rows(e: Entry, code: str, addresses: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    days = interval(e.date)
    for source, target, told in _directions(e, code):
        yield {
            "event_id": e.id,
            "date": days.first if days else None,
            "date_last": days.last if days else None,
            "source": source,
            "source_code": actor(source),
            "target": target,
            "target_code": actor(target),
            "cameo": told,
            "quad_class": _QUAD.get(told[:2]),
            "country": e.place.country if e.place else None,
            "documents": e.documents,
            "url": entrytext.address(e, addresses),
            "text": e.evidence,
        }


def _directions(e: Entry, code: str) -> Iterator[tuple[str, str, str]]:
    host = e.place.country if e.place else None
    if e.type == "visit" and host in e.parties and host is not None:
        for guest in e.parties:
            if guest != host:
                yield guest, host, code
                yield host, guest, HOST
        return
    acting, upon = sides(e)
    if upon:
        yield from ((a, b, code) for a in acting for b in upon if a != b)
    else:
        yield from ((a, b, code) for a, b in itertools.permutations(acting, 2))


def actor(code: str) -> str:
    """CAMEO's code for the government of a state (`CHNGOV`); other parties keep their own code."""
    from memcon.knowledge import load

    parties = load().parties
    return f"{code}GOV" if code in parties and parties[code].kind in ("state", "territory") else code


FORMAT = Format(
    "cameo",
    "events that occurred, coded in CAMEO, one direction a row, as TSV",
    lambda s: table(s.entries, s.addresses),
)
