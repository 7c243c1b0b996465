"""Events take mechanism, claim and topics from their sentence."""

from memcon import knowledge
from memcon.model import Event, Participant
from memcon.reading.english import completion
from tests.reading.pages import analysed

KNOWN = knowledge.load()


def completed(text: str, kind: str, *parties: str, **fields: str) -> Event:
    analysis = analysed(text)
    sentence = analysis.sentences[0]
    quote = analysis.page.evidence(sentence.start, sentence.end, "event", "test")
    participants = tuple(Participant(party=p) for p in parties)
    event = Event(type=kind, participants=participants, evidence=quote.quote, quotes=(quote,), **fields)  # type: ignore[arg-type]
    return completion.complete((event,), analysis, KNOWN)[0]


def test_a_round_has_its_mechanism() -> None:
    event = completed("Lammy and Kuleba opened the UK-Ukraine Grain Dialogue.", "dialogue_round", "GBR", "UKR")
    assert event.mechanism == "UK-Ukraine Grain Dialogue"
    assert [q.field for q in event.quotes] == ["event", "mechanism"]


def test_a_round_of_others_is_not_theirs() -> None:
    event = completed("Lammy and Wang spoke of the Kenya-Somalia Border Dialogue.", "dialogue_round", "GBR", "CHN")
    assert event.mechanism is None


def test_a_call_is_no_round_of_a_treaty() -> None:
    assert completed("Lammy and Wang spoke of the Indus Waters Treaty.", "phone_call", "GBR", "CHN").mechanism is None


def test_a_claim_belongs_to_its_channel() -> None:
    text = "Lammy met Wang in the first visit in ten years."
    assert completed(text, "visit", "GBR", "CHN").first_since == "P10Y"
    assert completed(text, "meeting", "GBR", "CHN").first_since is None


def test_what_an_event_carries_stays() -> None:
    event = completed("They met for the first time in ten years.", "meeting", "GBR", "CHN", first_since="P9Y")
    assert event.first_since == "P9Y"


def test_topics() -> None:
    assert completed("Lammy and Wang spoke of tariffs.", "meeting", "GBR", "CHN").topics == ("trade",)


def test_every_sentence_that_tells_of_an_event_counts() -> None:
    analysis = analysed("Lammy visited Kyiv. The trip was the first visit in ten years.")
    quotes = tuple(analysis.page.evidence(s.start, s.end, "event", "test") for s in analysis.sentences)
    event = Event(type="visit", participants=(Participant(party="GBR"),), evidence=quotes[0].quote, quotes=quotes)
    assert completion.complete((event,), analysis, KNOWN)[0].first_since == "P10Y"
