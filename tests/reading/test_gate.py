"""Pages through the gate: what must pass, what must not, and which passages are parsed."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import gate
from memcon.reading.passages import cut

PAGES = tomllib.loads(Path(__file__).with_name("gate_pages.toml").read_text("utf-8"))
KNOWLEDGE = load()


def passes(text: str) -> bool:
    return gate.diplomatic(cut(Document(id="page", text=text)), KNOWLEDGE)


@pytest.mark.parametrize("name", PAGES["some"])
def test_diplomacy_passes(name: str) -> None:
    assert passes(PAGES["some"][name])
    assert gate.worth_cutting(PAGES["some"][name], KNOWLEDGE)


@pytest.mark.parametrize("name", PAGES["none"])
def test_other_news_does_not(name: str) -> None:
    assert not passes(PAGES["none"][name])


def test_a_page_is_cut_wherever_it_might_pass() -> None:
    pages = [*PAGES["some"].values(), *PAGES["none"].values()]
    assert all(gate.worth_cutting(text, KNOWLEDGE) for text in pages if passes(text))
    assert sum(gate.worth_cutting(text, KNOWLEDGE) for text in PAGES["none"].values()) < 0.4 * len(PAGES["none"])


@pytest.mark.parametrize(
    "text",
    [
        "国务委员兼外长王毅周二在北京会见德国外长。",
        "中美本月下旬恢復貿易談判",
        "英國外交部周四召見中國駐英國大使。",
        "習近平同法國總統馬克龍通電話,雙方就烏克蘭問題交換意見。",
    ],
)
def test_chinese_diplomacy_passes(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "东京周一气温升至三十五度，气象部门提醒市民注意防暑。",
        "巴西隊以三比一擊敗西班牙隊，晉身四強。前鋒在上半場射入兩球。",
        "",
        "Menu\nHome\nNews\nSports",
    ],
)
def test_other_pages_do_not(text: str) -> None:
    assert not passes(text)


def test_diplomacy_in_a_menu_does_not_make_a_page() -> None:
    menu = "Related stories\nFrance and Germany hold summit\nPoland summons Russian ambassador\nMore"
    story = PAGES["none"]["weather"] + "\n" + PAGES["none"]["fire"]
    assert not passes(f"{story}\n{menu}")


def test_passages_worth_parsing() -> None:
    text = (
        "Macron and Modi talk about Ukraine\n\n12 March 2024\n\n"
        "President Emmanuel Macron spoke by telephone with Prime Minister Narendra Modi of India on Friday.\n\n"
        "He added that France would go on.\n\nA grey sky.\n\nAdvertisement\n"
    )
    page = cut(Document(id="page", text=text))
    chosen = [text[page.passages[i].start : page.passages[i].end] for i in gate.relevant(page, KNOWLEDGE)]
    assert chosen[0] == "Macron and Modi talk about Ukraine"
    assert "He added that France would go on." in chosen
    assert "A grey sky." not in chosen
    assert "12 March 2024" not in chosen
    assert "Advertisement" not in chosen


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert passes(text) in (True, False)
    assert gate.worth_cutting(text, KNOWLEDGE) in (True, False)
