"""Pages in two languages: what is aligned, joined, and told apart."""

import pytest

from memcon.knowledge import load
from memcon.model import Document, Event, TranslationDifference
from memcon.reading import alignment, chinese, passages, read
from memcon.reading.analysis import Page
from memcon.reading.findings import Findings

MEETING_EN = (
    "US Secretary of State Antony Blinken met China's top diplomat Wang Yi in Beijing on April 26, 2024. "
    "The two sides discussed Ukraine, the Middle East and the South China Sea for 5 hours.\n\n"
    "Blinken said the United States would provide $95 billion in aid to Ukraine, Israel and Japan. "
    "China, Russia, Iran and North Korea were on the agenda."
)
MEETING_ZH = (
    "美国国务卿布林肯2024年4月26日在北京会见中国外交部长王毅。双方讨论了乌克兰、中东和南海问题，会谈持续了5个小时。\n\n"
    "布林肯表示，美国将向乌克兰、以色列和日本提供950亿美元援助。中国、俄罗斯、伊朗和朝鲜都在议程上。"
)
VISIT_EN = (
    "French President Emmanuel Macron (left) received German Chancellor Olaf Scholz in Paris on 22 January 2023 "
    "for the 60th anniversary of the Elysee Treaty.\n\n"
    "The talks were attended by ministers of France, Germany, Poland, Italy and Spain."
)
VISIT_ZH = (
    "2023年1月22日，法國總統馬克龍在巴黎會見德國總理朔爾茨(Olaf Scholz)，紀念《愛麗舍條約》簽署60周年。\n\n"
    "法國、德國、波蘭、意大利和西班牙的部長出席會談。"
)


def page_of(left: str, right: str) -> Page:
    return passages.cut(Document(id="case", text=f"{left}\n\n{right}"))


def joined(page: Page, today: str = "2024-04-27") -> tuple[tuple[Event, ...], tuple[TranslationDifference, ...]]:
    knowledge = load()
    indices = tuple(i for i, p in enumerate(page.passages) if p.language.startswith("zh"))
    tag = next(p.language for p in page.passages if p.language.startswith("zh"))
    findings = {"en": Findings(), tag: chinese.read(page, indices, knowledge, today)}
    result = alignment.join(findings, page, knowledge)
    return result.events, result.differences


@pytest.mark.parametrize(("left", "right"), [(MEETING_EN, MEETING_ZH), (VISIT_EN, VISIT_ZH)])
def test_a_faithful_translation_has_no_difference(left: str, right: str) -> None:
    _, found = joined(page_of(left, right))
    assert found == ()


@pytest.mark.parametrize(("left", "right"), [(MEETING_EN, MEETING_ZH), (VISIT_EN, VISIT_ZH)])
def test_every_passage_finds_its_translation(left: str, right: str) -> None:
    versions = alignment.versions_of(page_of(left, right), load())
    pairs = alignment.align(*versions)
    assert [(len(p.left), len(p.right)) for p in pairs] == [(1, 1), (1, 1)]


DIFFERENCES = [
    # what the page says in place of what, what must be found on the left, on the right
    (MEETING_EN, MEETING_ZH.replace("950亿", "90亿"), "95 billion", "90亿"),
    (MEETING_EN, MEETING_ZH.replace("26日", "27日"), "26", "27"),
    (MEETING_EN.replace("Iran and North", "Iran, Old Korea and North"), MEETING_ZH, "Old Korea", None),
    (MEETING_EN, MEETING_ZH.replace("伊朗和朝鲜", "伊朗、古巴和朝鲜"), None, "古巴"),
    (VISIT_EN.replace("Poland, ", ""), VISIT_ZH, None, "波蘭"),
    (VISIT_EN, VISIT_ZH.replace("60周年", "70周年"), "60", "70"),
    (VISIT_EN, VISIT_ZH.replace("Olaf Scholz", "Friedrich Merz"), None, "Friedrich Merz"),
    (VISIT_EN.replace("January", "March"), VISIT_ZH, "March", "1"),
    (VISIT_EN.replace("Spain", "Portugal"), VISIT_ZH, "Portugal", "西班牙"),
]


@pytest.mark.parametrize(("left", "right", "one", "other"), DIFFERENCES)
def test_a_difference_is_found_and_nothing_else(left: str, right: str, one: str | None, other: str | None) -> None:
    page = page_of(left, right)
    _, found = joined(page)
    assert [(d.left, d.right) for d in found] == [(one, other)]
    for quote in found[0].quotes:
        assert page.text[quote.start : quote.end] == quote.quote


def test_what_both_versions_report_is_told_once() -> None:
    english = "China and Britain held talks in Beijing on 18 October 2024.\n\nDavid Lammy urged China to act on Russia."
    chinese_text = "中國與英國2024年10月18日在北京舉行會談。\n\n英國外交大臣拉米敦促中國對俄羅斯採取行動。"
    reading = read(Document(id="case", text=f"{english}\n\n{chinese_text}"), load())
    said = [s for s in reading.statements if s.official]
    assert len(said) == 1
    assert {reading.languages} == {("en", "zh-Hant")}
    assert any("拉米" in q.quote for q in said[0].quotes)


def test_two_stories_on_one_page_are_not_compared() -> None:
    page = page_of(MEETING_EN, VISIT_ZH)
    _, found = joined(page)
    assert found == ()


def test_an_event_of_one_version_carries_the_sentence_of_the_other() -> None:
    page = page_of(MEETING_EN, MEETING_ZH)
    events, _ = joined(page)
    meeting = next(e for e in events if e.type == "meeting")
    languages = {page.passages[i].language for q in meeting.quotes for i in _passages(page, q.start)}
    assert languages == {"en", "zh-Hans"}


def _passages(page: Page, position: int) -> list[int]:
    return [i for i, p in enumerate(page.passages) if p.start <= position < p.end]


def test_each_entry_is_paired_with_the_likest_of_the_other_version() -> None:
    text = (
        "British Foreign Secretary visits Beijing\n英國外交大臣訪問北京\n\n18 October 2024\n2024年10月18日\n\n"
        "British Foreign Secretary David Lammy held talks with Chinese Foreign Minister Wang Yi in Beijing on 18 "
        "October 2024.\n英國外交大臣拉米2024年10月18日在北京與中國外交部長王毅舉行會談。\n\n"
        "Wang Yi said that China was ready to do more in trade.\n王毅表示,中國願意在貿易方面加強合作。\n"
    )
    found = read(Document(id="t", text=text), load()).events
    assert {e.type: [p.name for p in e.participants if p.name] for e in found} == {
        "visit": ["David Lammy"],
        "meeting": ["David Lammy", "Wang Yi"],
    }
    assert ["訪問" in q.quote for e in found if e.type == "visit" for q in e.quotes if q.field == "event"] == [
        False,
        True,
    ]
