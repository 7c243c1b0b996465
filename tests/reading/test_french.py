"""French sentences in, events out: five types by word lists alone."""

import pytest

from memcon.knowledge import load
from memcon.model import Document, Event
from memcon.reading import read

TODAY = "2024-03-20"
FILLER = " Les deux pays entretiennent des relations étroites depuis la fin de la guerre, selon le gouvernement."


def events(text: str) -> tuple[Event, ...]:
    return read(Document(id="cas", text=text + FILLER, date=TODAY), load()).events


CASES = [
    # type, status, names, parties, date, place, text
    ("meeting", "occurred", {"Emmanuel Macron", "Olaf Scholz"}, {"FRA", "DEU"}, "2024-03-15", "Berlin",
     "Le président français Emmanuel Macron a rencontré vendredi à Berlin le chancelier allemand Olaf Scholz."),
    ("phone_call", "occurred", {"Emmanuel Macron", "Volodymyr Zelensky"}, {"FRA", "UKR"}, "2024-03-19", None,
     "Emmanuel Macron s'est entretenu par téléphone hier avec le président ukrainien Volodymyr Zelensky."),
    ("visit", "planned", {"Stéphane Séjourné"}, {"FRA", "CHN"}, "2024-04-01", "Pékin",
     "Le ministre français des Affaires étrangères Stéphane Séjourné se rendra à Pékin le 1er avril 2024."),
    ("agreement_signed", "occurred", {"Emmanuel Macron", "Volodymyr Zelensky"}, {"FRA", "UKR"}, "2024-02-16", "Paris",
     "Le président Emmanuel Macron et le président ukrainien Volodymyr Zelensky ont signé un accord de sécurité à "
     "Paris le 16 février 2024."),
    ("protest", "occurred", set(), {"FRA", "RUS"}, "2024-03-11", None,
     "La France a convoqué l'ambassadeur de Russie lundi 11 mars."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "status", "names", "sides", "date", "place", "text"), CASES)
def test_event(
    kind: str, status: str, names: set[str], sides: set[str], date: str | None, place: str | None, text: str
) -> None:
    found = events(text)
    assert [e.type for e in found] == [kind]
    event = found[0]
    assert {p.name for p in event.participants if p.name} == names
    assert {p.party for p in event.participants} == sides
    assert (event.status, event.date, event.place.name if event.place else None) == (status, date, place)
    assert event.evidence in text


def test_a_french_page_is_read_as_french() -> None:
    reading = read(Document(id="cas", text=CASES[0][-1] + FILLER, date=TODAY), load())
    assert reading.languages == ("fr",)


def test_what_did_not_happen_is_no_event() -> None:
    assert events("Le président français Emmanuel Macron n'a pas rencontré le chancelier allemand Olaf Scholz.") == ()
