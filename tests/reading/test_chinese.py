"""Chinese sentences in, events out."""

import pytest

from memcon.knowledge import load
from memcon.model import Document, Event
from memcon.reading import chinese, passages

TODAY = "2023-06-20"


def read(text: str, today: str = TODAY) -> tuple[Event, ...]:
    page = passages.cut(Document(id="case", text=text))
    return chinese.read(page, tuple(range(len(page.passages))), load(), today).events


def people(event: Event) -> set[str]:
    return {p.name for p in event.participants if p.name}


def parties(event: Event) -> set[str]:
    return {p.party for p in event.participants if p.party}


CASES = [
    # type, status, names, parties, date, place, text
    ("meeting", "occurred", {"习近平", "布林肯"}, {"CHN", "USA"}, "2023-06-19", "北京",
     "6月19日下午，国家主席习近平在北京会见美国国务卿布林肯。习近平指出，中美两国应该相互尊重。"),
    ("meeting", "occurred", {"習近平", "布林肯"}, {"CHN", "USA"}, "2023-06-19", "北京",
     "中國國家主席習近平周一在北京會見到訪的美國國務卿布林肯，雙方就兩國關係交換意見。"),
    ("phone_call", "occurred", {"秦刚", "布林肯"}, {"CHN", "USA"}, "2023-06-14", None,
     "2023年6月14日，国务委员兼外交部长秦刚应约同美国国务卿布林肯通电话。"),
    ("video_call", "occurred", {"习近平", "普京"}, {"CHN", "RUS"}, "2022-12-30", None,
     "去年12月30日，国家主席习近平在北京同俄罗斯总统普京举行视频会晤。"),
    ("visit", "planned", {"耶伦"}, {"USA", "CHN"}, "2023-07-06/2023-07-09", None,
     "美国财政部长耶伦将于7月6日至9日访华，这是她上任后首次访问中国。"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "status", "names", "sides", "date", "place", "text"), CASES)
def test_event(
    kind: str, status: str, names: set[str], sides: set[str], date: str | None, place: str | None, text: str
) -> None:
    found = [e for e in read(text) if e.type == kind]
    assert len(found) == 1
    event = found[0]
    assert (event.status, people(event), parties(event), event.date) == (status, names, sides, date)
    assert (event.place.name if event.place else None) == place
    assert event.evidence in text
