"""Who held which office when, and whom an official met in the role held then.

Offices come from the fact tables and from what documents say; where a document says otherwise than the tables, both
are given.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy.engine import Connection

from memcon.errors import NotInRecord
from memcon.merging import Entry
from memcon.merging.people import person, same
from memcon.model import Tenure, interval
from memcon.record import Said, archive, finding


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A person's time in an office. `source` is `tables` or the id of a document; `sure` is False where the tables'
    knowledge ends before the date asked. Dates are EDTF.
    """

    person: str
    party: str | None
    office: str | None
    title: str | None
    since: str | None
    until: str | None
    source: str
    sure: bool = True
    quote: str | None = None
    conflict: str | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """An entry an official took part in, and the title held then."""

    title: str | None
    entry: Entry


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """An official: offices over time, and contacts in the role held then. `others` the name may mean too."""

    name: str
    official: str | None
    party: str | None
    offices: tuple[Term, ...]
    contacts: tuple[Contact, ...]
    others: tuple[str, ...]


def official(
    connection: Connection,
    name: str,
    *,
    party: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Person:
    """The official of a name (or identity). Raises NotInRecord where neither the tables nor the record know one."""
    from memcon.knowledge import load

    tenures = load().tenures
    candidates = tenures.named(name, None, party)
    chosen = tenures.officials[name] if name in tenures.officials else candidates[0].official if candidates else None
    # The record's own people first: of several of one name, the one it has met.
    for c in candidates:
        if finding.entries(connection, person=c.official.id, limit=1):
            chosen = c.official
            break
    entries = _entries(connection, name, chosen.id if chosen else None, party, since, until)
    told = _told(connection, chosen.name if chosen else name, chosen.party if chosen else party)
    if chosen is None and not entries and not told:
        raise NotInRecord(f"no official called {name} is known, to the tables or to the record")
    known = [
        Term(person=chosen.name, party=t.party, office=t.office, title=t.title, since=t.since or None,
             until=t.until or None, source="tables")
        for t in tenures.offices_of(chosen.id)
    ] if chosen else []  # fmt: skip
    return Person(
        name=chosen.name if chosen else name,
        official=chosen.id if chosen else None,
        party=chosen.party if chosen else party,
        offices=(*known, *told),
        contacts=tuple(Contact(title=_title(e, name, chosen.id if chosen else None), entry=e) for e in entries),
        others=tuple(f"{c.official.name} ({c.official.party})" for c in candidates if c.official != chosen)[:5],
    )


def _entries(
    connection: Connection, name: str, identity: str | None, party: str | None, since: str | None, until: str | None
) -> list[Entry]:
    found: dict[str, Entry] = {}
    sides = [party] if party else []
    for asked in (identity, name):
        if asked:
            for e in finding.entries(connection, person=asked, parties=sides, since=since, until=until):
                # Someone of the tables with the same words in the name is another person.
                if asked == identity or not _another(e, name, identity):
                    found[e.id] = e
    return sorted(found.values(), key=lambda e: (e.date is None, e.date or "", e.id))


def _another(entry: Entry, name: str, identity: str | None) -> bool:
    who = person(name, identity)
    return not any(p.name and same(who, person(p.name, p.official)) for p in entry.participants)


def _title(entry: Entry, name: str, identity: str | None) -> str | None:
    from memcon.knowledge import load

    who = person(name, identity)
    for p in entry.participants:
        if p.name and (p.official == identity if identity and p.official else same(who, person(p.name))):
            if p.role:
                return p.role
            if identity:
                term = load().tenures.term_at(identity, interval(entry.date), p.party)
                return term.title if term else None
    return None


def _told(connection: Connection, name: str, party: str | None) -> list[Term]:
    said = archive.tenures(connection, name, [party] if party else [])
    who = person(name)
    return [_term(s) for s in said if same(who, person(s.item.person))]


def _term(said: Said) -> Term:
    item: Tenure = said.item
    return Term(
        person=item.person,
        party=item.party,
        office=item.office,
        title=None,
        since=item.since,
        until=item.until,
        source=said.document,
        quote=item.evidence,
        conflict=item.conflict,
    )


def held_in(found: Person, contact: Contact) -> str | None:
    """The title of the office a contact was made in: that of the tables on its day, else as documents write it.

    Of several offices held at once, the one that the written title tells.
    """
    from memcon.knowledge import load

    days = interval(contact.entry.date)
    then = [t for t in found.offices if t.source == "tables" and days and _held(t, days.first.isoformat())]
    told = load().offices.classify(contact.title, found.party) if contact.title else None
    best = next((t for t in then if t.office == told), then[0] if then else None)
    return best.title if best and best.title else contact.title


def _held(term: Term, day: str) -> bool:
    since, until = interval(term.since), interval(term.until)
    return (since is None or since.first.isoformat() <= day) and (until is None or day <= until.last.isoformat())


def who(connection: Connection, party: str, office: str, when: str) -> list[Term]:
    """Who held an office of a party (a code) on a date (EDTF): what the tables know, surest first, then documents.

    `office` is a title (`defence minister`) or the tables' word (`defence_minister`). Raises NotInRecord where nobody
    is known, RecordError for a date that is none.
    """
    from memcon.errors import RecordError
    from memcon.knowledge import load

    days = interval(when)
    if days is None:
        raise RecordError(f"{when} is not a date such as 2023-05-12, 2023-05 or 2023")
    tables = load()
    kind = office_of(office, party)
    found = [
        Term(person=tables.tenures.officials[t.official].name, party=t.party, office=t.office, title=t.title,
             since=t.since or None, until=t.until or None, source="tables", sure=t.state(days) == 3)
        for t in tables.tenures.holders(party, kind, days)
    ]  # fmt: skip
    found = [t for t in found if t.sure] or found[:3]
    for s in archive.said(connection, Tenure, parties=[party]):
        item: Tenure = s.item
        began = interval(item.since)
        if (
            item.office == kind
            and not item.former
            and began
            and began.first <= days.last
            and not _ended(item, days.first)
        ):
            found.append(msgspec.structs.replace(_term(s), sure=began.last <= days.first))
    found.sort(key=lambda t: not t.sure)
    if not found:
        raise NotInRecord(f"nobody is known to have been {office} of {party} at {when}")
    return found


def _ended(item: Tenure, day: object) -> bool:
    until = interval(item.until)
    return bool(until and until.last.isoformat() < str(day))


def office_of(asked: str, party: str | None = None) -> str:
    """The tables' word for an office, from a title as people write it."""
    from memcon.knowledge import load

    offices = load().offices
    word = asked.strip().lower().replace(" ", "_").replace("defense", "defence")
    if word in {rule.kind for rule in offices.rules}:
        return word
    kind = offices.classify(asked.replace("_", " "), party)
    if kind is None:
        kinds = sorted({rule.kind.replace("_", " ") for rule in offices.rules} - {"other"})
        raise NotInRecord(f"no office is called {asked}; the offices are {', '.join(kinds)}")
    return kind


def succession(terms: Iterable[Term]) -> list[Term]:
    """Terms in the order they began."""
    return sorted(terms, key=lambda t: (t.since is None, t.since or "", t.person))
