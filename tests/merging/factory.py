"""One-line makers of readings for tables of cases."""

from memcon.model import Event, Participant, Place, Reading


def who(*told: str) -> tuple[Participant, ...]:
    """`"Lavrov@RUS"` is a person, `"RUS"` a party, `"Q123:Lavrov@RUS"` a person known to the tables."""
    made = []
    for text in told:
        official, _, rest = text.rpartition(":")
        name, _, party = rest.rpartition("@")
        made.append(Participant(name=name or None, party=party, official=official or None))
    return tuple(made)


def event(kind: str, *told: str, date: str | None = None, at: str | None = None, **more: object) -> Event:
    """An event; `at` is `"Geneva, CHE"` or `"CHE"`."""
    place = None
    if at:
        name, _, country = at.rpartition(", ")
        place = Place(name=name or None, country=country)
    quote = more.pop("evidence", f"{kind} {' '.join(told)} {date}")
    return Event(type=kind, participants=who(*told), date=date, place=place, evidence=str(quote), **more)  # type: ignore[arg-type]


def reading(name: str, *events: Event, date: str | None = "2025-05-21", **more: object) -> Reading:
    return Reading(id=name, document_date=date, events=events, **more)  # type: ignore[arg-type]
