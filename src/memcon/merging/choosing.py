"""From a cluster of reports to an entry: which value is shown, by stated rules; all are kept.

- status: it occurred if any report says so; else the latest word (cancelled, denied, planned);
- date: among reports with the shown status, the one most documents agree with of the most precise grain given;
- type: what most documents call it, the more particular first; place, mechanism and direction likewise;
- people: everyone named by anyone, under the fullest form of the name.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any

import msgspec

from memcon.merging.clustering import Cluster
from memcon.merging.entry import Entry, Reason, Source, Value
from memcon.merging.people import person, plain, same
from memcon.merging.report import Report, identity
from memcon.model import Participant, Place, interval
from memcon.model.reading import Status

# More particular types first: of two that as many documents use, the earlier is shown.
_PARTICULAR = ("dialogue_round", "summit", "video_call", "contact_refused", "phone_call", "meeting", "brief_encounter")
_GRAINS = (4, 9, 31)  # days: a date within each is finer than one beyond it
_ALIKE = ({"meeting", "dialogue_round", "summit"}, {"agreement_signed", "joint_statement"})
_LASTING = ("visit", "dialogue_round", "summit")
_LAST_WORD = {"cancelled": 0, "denied": 1, "planned": 2}


def _told(report: Report) -> tuple[str, str, str]:
    """Order of telling: by the document's date (undated last), then by content."""
    return (report.told.last.isoformat() if report.told else "9999", report.document, report.key)


def entry_of(cluster: Cluster) -> Entry:
    """The entry of one cluster: a pure function of its reports."""
    reports = sorted(cluster.reports, key=_told)
    status = _status(reports)
    decisive = [r for r in reports if r.event.status == status]
    date = _date(decisive) or _date(reports)
    best = min(decisive, key=lambda r: (-r.event.confidence, _told(r)))
    kind = _most(reports, lambda r: r.event.type, lambda t: _PARTICULAR.index(t) if t in _PARTICULAR else 99)
    participants = _participants(reports)
    shown: dict[str, Any] = {
        "type": kind or reports[0].event.type,
        "status": status,
        "date": date,
        "place": _place(reports),
        "mechanism": _most(reports, lambda r: r.event.mechanism, lambda m: -len(m)),
        "initiator": _most(reports, lambda r: r.event.initiator, lambda _: 0),
        "target": _most(reports, lambda r: r.event.target, lambda _: 0),
        "first_since": _most(reports, lambda r: r.event.first_since, lambda _: 0),
    }
    values = _values(reports, shown)
    return Entry(
        id=identifier(min(reports, key=lambda r: (r.days is None, _told(r)))),
        participants=participants,
        topics=_topics(reports),
        evidence=best.event.evidence,
        confidence=max(r.event.confidence for r in reports),
        documents=tuple(dict.fromkeys(r.document for r in reports)),
        parties=tuple(sorted(frozenset().union(*(r.parties for r in reports)))),
        sources=tuple(_source(r) for r in reports),
        values=values,
        disagreements=tuple(name for name in values if _disagree(name, values[name], reports)),
        reasons=tuple(Reason(left=j.left, right=j.right, score=j.score, because=j.because) for j in cluster.joins),
        **shown,
    )


def identifier(anchor: Report) -> str:
    """A name for the entry from its earliest report that has a date, so that later reports do not change it.

    Date, parties and family are for the eye; the ending tells apart what they do not. It rests on the document, its
    parties and its people, not on what a better reader may still mend.
    """
    date = interval(anchor.event.date)
    when = "undated" if date is None else (anchor.event.date or "").split("/")[0].strip("~?%") or date.first.isoformat()
    codes = sorted(anchor.parties)
    who = "-".join(codes[:3]) + (f"-and-{len(codes) - 3}" if len(codes) > 3 else "")
    people = sorted(" ".join(p.words) for found in anchor.people.values() for p in found)
    content = msgspec.json.encode([anchor.document, anchor.family, codes, people, anchor.place, anchor.event.date])
    ending = hashlib.sha256(content).hexdigest()[:5]
    return f"{when}-{who or 'unknown'}-{anchor.event.type.replace('_', '-')}-{ending}".lower()


def _status(reports: list[Report]) -> Status:
    if any(r.event.status == "occurred" for r in reports):
        return "occurred"
    dated = [r for r in reports if r.told]
    latest = dated[-1] if dated else min(reports, key=lambda r: (_LAST_WORD.get(r.event.status, 9), r.key))
    day = latest.told.last if latest.told else None
    words = [r.event.status for r in reports if r is latest or (r.told and r.told.last == day)]
    return min(words, key=lambda s: _LAST_WORD.get(s, 9))


def _most(reports: list[Report], value: Callable[[Report], Any], rank: Callable[[Any], int]) -> Any:
    documents: dict[Hashable, set[str]] = defaultdict(set)
    for r in reports:
        if value(r) is not None:
            documents[value(r)].add(r.document)
    return min(documents, key=lambda v: (-len(documents[v]), rank(v), str(v))) if documents else None


def _date(reports: list[Report]) -> str | None:
    """The date that most documents allow, among those of the finest grain given (days, a week, a month, more).

    Of several, the one most often given; then, for what lasts (a visit, a round, a summit), the longer; else the
    shorter.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for r in reports:
        if r.event.date and r.days:
            given[r.event.date].add(r.document)
    spans = {date: span for date in given if (span := interval(date))}
    if not spans:
        return None
    lasts = reports[0].event.type in _LASTING

    def rank(date: str) -> tuple[int, int, int, int, str]:
        span = spans[date]
        allowed = sum(len(given[other]) for other in spans if span.overlaps(spans[other]))
        grain = sum(span.days > limit for limit in _GRAINS)
        return grain, -allowed, -len(given[date]), -span.days if lasts else span.days, date

    return min(spans, key=rank)


def _place(reports: list[Report]) -> Place | None:
    country = _most(reports, lambda r: r.place[1] or None, lambda _: 0)
    within = [r for r in reports if r.event.place and (r.place[1] == country or not r.place[1])]
    name = _most(within, lambda r: r.event.place.name if r.event.place else None, lambda n: -len(n))
    return Place(name=name, country=country) if name or country else None


def _topics(reports: list[Report]) -> tuple[str, ...]:
    count: dict[str, int] = defaultdict(int)
    for r in reports:
        for topic in r.event.topics:
            count[topic] += 1
    return tuple(sorted(count, key=lambda t: (-count[t], t)))


def _participants(reports: list[Report]) -> tuple[Participant, ...]:
    """Everyone named, once; a party without a name only where nobody of it is named."""
    found: list[list[Participant]] = []
    for r in reports:
        for p in r.event.participants:
            home = next((group for group in found if _one(group, p)), None)
            if home is None:
                found.append([p])
            else:
                home.append(p)
    named = {p.party for group in found for p in group if p.name}
    kept = [_fullest(group) for group in found if group[0].name or group[0].party not in named]
    return tuple(kept)


def _one(group: list[Participant], p: Participant) -> bool:
    if group[0].party != p.party or bool(group[0].name) != bool(p.name):
        return False
    if not p.name:
        return True
    return any(same(person(q.name or "", q.official), person(p.name, p.official)) for q in group)


def _fullest(group: list[Participant]) -> Participant:
    def often(values: Iterable[str | None], longest: bool) -> str | None:
        listed = [v for v in values if v]
        if not listed:
            return None
        return min(set(listed), key=lambda v: (-len(plain(v).split()) if longest else -listed.count(v), -len(v), v))

    return Participant(
        name=often((p.name for p in group), True),
        role=often((p.role for p in group), False),
        party=group[0].party,
        official=often((p.official for p in group), False),
    )


def _values(reports: list[Report], shown: dict[str, Any]) -> dict[str, tuple[Value, ...]]:
    values: dict[str, tuple[Value, ...]] = {}
    for name in shown:
        documents: dict[str, list[str]] = {}
        plain_values: dict[str, Any] = {}
        for r in reports:
            value = getattr(r.event, name)
            if value is None or value == Place():
                continue
            built = msgspec.to_builtins(value)
            key = msgspec.json.encode(built, order="sorted").decode()
            plain_values[key] = built
            documents.setdefault(key, [])
            if r.document not in documents[key]:
                documents[key].append(r.document)
        if documents:
            chosen = msgspec.to_builtins(shown[name])
            values[name] = tuple(
                Value(value=plain_values[k], documents=tuple(documents[k]), shown=plain_values[k] == chosen)
                for k in sorted(documents, key=lambda k: (-len(documents[k]), k))
            )
    people: dict[str, list[str]] = {}
    faces: dict[str, Participant] = {}
    for r in reports:
        for p in r.event.participants:
            faces.setdefault(identity(p), p)
            told = people.setdefault(identity(p), [])
            if r.document not in told:
                told.append(r.document)
    values["participants"] = tuple(
        Value(value=msgspec.to_builtins(faces[k]), documents=tuple(people[k]), shown=True) for k in people
    )
    return values


def _disagree(name: str, values: tuple[Value, ...], reports: list[Report]) -> bool:
    if name == "participants" or len(values) < 2:
        return False
    if name == "date":
        spans = [s for v in values if (s := interval(v.value))]
        return any(not a.overlaps(b) for a in spans for b in spans)
    if name == "place":
        countries = {v.value.get("country") for v in values if v.value.get("country")}
        return len(countries) > 1
    if name == "status":
        # An announcement and the report of what came of it do not disagree.
        said = {v.value for v in values}
        return len(said - {"planned"}) > 1
    if name == "type":
        # A meeting may be called a summit or a round of talks; a call or a handshake is something else.
        told = {v.value for v in values}
        return not any(told <= alike for alike in _ALIKE)
    if name == "mechanism":
        words = [set(plain(v.value).split()) for v in values]
        return any(not a & b for a in words for b in words)
    return True


def _source(report: Report) -> Source:
    event = report.event
    return Source(
        document=report.document,
        number=report.number,
        document_date=report.document_date,
        outlet=report.outlet,
        type=event.type,
        status=event.status,
        evidence=event.evidence,
        confidence=event.confidence,
        quotes=event.quotes,
    )
