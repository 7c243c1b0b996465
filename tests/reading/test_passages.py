"""Pages in, passages out: what is story, and what is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import reading
from memcon.knowledge import load
from memcon.model import Document
from memcon.reading.analysis import Page
from memcon.reading.passages import cut

STORY = (
    "France and Germany agreed in Paris on Tuesday to hold joint cabinet meetings twice a year, officials of both "
    "governments said after talks between President Emmanuel Macron and Chancellor Olaf Scholz at the Elysee Palace."
)
MORE = (
    "The two leaders also discussed support for Ukraine, the common market for energy and the rules for public debt in "
    "the European Union, and said that their finance ministers would meet again in Berlin before the end of the month."
)


def page(text: str) -> Page:
    return cut(Document(id="page", text=text))


def kinds(text: str) -> list[tuple[str, str]]:
    result = page(text)
    return [(p.kind, text[p.start : p.end]) for p in result.passages]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("12 March 2024", "date"),
        ("March 12, 2024", "date"),
        ("Tuesday, 12 March 2024", "date"),
        ("2024-03-12", "date"),
        ("2024-03-12T15:34:00Z", "date"),
        ("Tue, 12 Mar 2024 10:39:55 +0330", "date"),
        ("Published: Mar 12, 2024 | 9:05 AM", "date"),
        ("Published :`2024-03-12 16:38:29`", "date"),
        ("12.03.2024. 06:20h", "date"),
        ("2024年3月12日", "date"),
        ("PARIS  12 MARCH 2024", "date"),
        ("Tuesday, March 12", "date"),
        ("1:15 p.m. EDT", "date"),
        ("29 Jul. 15:40", "date"),
        ("12 March 2024 438", "date"),
        ("Reuters | Paris | Updated: 24-03-2024 04:44 IST", "date"),
        ("Skapad: 2024-03-12, Senast uppdaterad: 2024-03-14", "date"),
        ("Published: March 2024", "date"),
        ("2 min read", "boilerplate"),
        ("1,455 views", "boilerplate"),
        ("Macron: Europe must do more for its defence Mar 11 2024, 07:39 AM • 2731 views", "boilerplate"),
        ("By Robert Wright and Anna Smith", "byline"),
        ("(Reporting by Robert Wright; Editing by Anna Smith)", "byline"),
        ("Associated Press", "byline"),
        ("Example Herald Staff", "byline"),
        ("责任编辑：王小明", "byline"),
        ("The two leaders on the steps of the palace. (Photo: Elysee press service)", "caption"),
        ("Photo: Reuters", "caption"),
        ("<figcaption>The two leaders on the steps of the palace</figcaption>", "caption"),
        ("Advertisement", "boilerplate"),
        ("Home | World | Business | Sport", "boilerplate"),
        ("Advertisements", "boilerplate"),
        ("No comments:", "boilerplate"),
        ("Post a Comment", "boilerplate"),
        ("Source: Example Agency", "boilerplate"),
        ("* * *", "boilerplate"),
        ("###", "boilerplate"),
        ("[ad_1]", "boilerplate"),
        ("https://www.example.org/story", "boilerplate"),
        ("- [Contact us](https://www.example.org/contact)", "boilerplate"),
        ("<figure>", "boilerplate"),
        ("Sign up for our daily newsletter here.", "boilerplate"),
        ("We use cookies to improve your experience on this site.", "boilerplate"),
        ("Media inquiries: Press Office 02 6277 7500", "boilerplate"),
        ("© Example Herald 2024", "boilerplate"),
        ("相关稿件", "boilerplate"),
        ("来源：", "boilerplate"),
        ("It will be signed soon.", "body"),
        ("He posted the date, 12 March 2024, on the ministry's page.", "body"),
        ("The minister said that the newsletter of the embassy had been closed by the police last year.", "body"),
    ],
)
def test_a_line_within_a_story(line: str, kind: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{MORE}")[1][0] == kind


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Macron and Scholz meet in Paris", "Macron and Scholz meet in Paris"),
        ("# Macron and Scholz meet in Paris", "Macron and Scholz meet in Paris"),
        ("Macron and Scholz meet in Paris!", "Macron and Scholz meet in Paris!"),
        ("Macron and Scholz meet in Paris | Example Herald", "Macron and Scholz meet in Paris"),
        ("Macron and Scholz meet in Paris | Europe | Example Herald", "Macron and Scholz meet in Paris"),
        ("Macron and Scholz meet in Paris - The New York Times", "Macron and Scholz meet in Paris"),
        ("马克龙会见德国总理朔尔茨", "马克龙会见德国总理朔尔茨"),
    ],
)
def test_headline(headline: str, title: str) -> None:
    assert kinds(f"{headline}\n\n{STORY}\n\n{MORE}")[0] == ("title", title)


def test_a_story_without_headline_has_none() -> None:
    assert [k for k, _ in kinds(f"{STORY}\n{MORE}")] == ["body", "body"]


@pytest.mark.parametrize(
    "again",
    [
        "Macron and Scholz meet in Paris for talks",
        "MACRON AND SCHOLZ MEET IN PARIS FOR TALKS",
        "macron-and-scholz-meet-in-paris-for-talks",
        "Macron and Scholz meet in Paris for talks | Example",
    ],
)
def test_a_headline_told_twice_counts_once(again: str) -> None:
    text = f"Macron and Scholz meet in Paris for talks\n\n{again}\n\n{STORY}"
    assert [k for k, _ in kinds(text)] == ["title", "boilerplate", "body"]


def test_subheadings_are_titles() -> None:
    assert kinds(f"Macron and Scholz meet\n\n{STORY}\n\nA common market\n\n{MORE}")[2] == ("title", "A common market")


def test_a_stamp_before_the_text_of_its_line_is_split_off() -> None:
    assert [k for k, _ in kinds(f" date 2024-03-12 PARIS — {STORY}")] == ["date", "body"]


def test_a_letterhead_that_ends_in_a_date_is_split() -> None:
    text = f"Joint media release of the Minister for Trade  12 March 2024\n\n{STORY}"
    assert kinds(text)[:2] == [
        ("title", "Joint media release of the Minister for Trade"),
        ("date", "12 March 2024"),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "France and Germany agreed in Paris on Tuesday to hold joint cabinet meetings\n"
        "twice a year, officials of both governments said after talks between President\n"
        "Emmanuel Macron and Chancellor Olaf Scholz at the Elysee Palace.\n"
    )
    text = f"{wrapped}\nThe two leaders will meet again soon.\n"
    assert kinds(text) == [("body", wrapped.strip()), ("body", "The two leaders will meet again soon.")]


def test_lines_of_a_story_with_a_paragraph_each_stay_apart() -> None:
    assert len(kinds(f"{STORY}\n{MORE}\n{STORY}")) == 3


def test_the_whole_story_on_one_line_is_one_passage() -> None:
    assert len(kinds(f"{STORY} {MORE} {STORY}")) == 1


def test_a_menu_is_no_text() -> None:
    menu = "\n".join(["Fishing", "Gardens", "Obituaries", "On air", "Harvest", "Motoring"])
    found = kinds(f"Macron and Scholz meet in Paris\n{menu}\n{STORY}\n{MORE}")
    assert [k for k, _ in found] == ["title", *["boilerplate"] * 6, "body", "body"]


def test_other_stories_behind_the_story_are_no_text() -> None:
    others = "\n".join(
        [
            "Related stories",
            "Farmers block roads in Brittany",
            "12 March 2024",
            "Rail strike enters second week",
            "11 March 2024",
            "Museum opens new wing in Lyon",
        ]
    )
    found = kinds(f"Macron and Scholz meet in Paris\n{STORY}\n{MORE}\n{others}")
    assert [k for k, _ in found] == ["title", "body", "body", *["boilerplate"] * 6]


def test_the_comment_form_ends_the_page() -> None:
    found = kinds(
        f"{STORY}\n{MORE}\nLeave a Reply\nYou must be\nlogged in\nI do not believe a word of this, said my uncle."
    )
    assert [k for k, _ in found][:2] == ["body", "body"]
    assert {k for k, _ in found[2:]} == {"boilerplate"}


@pytest.mark.parametrize("form", ["Leave a Comment", "3 Comments", "No comments yet", "Post a Comment"])
def test_readers_letters_are_no_text(form: str) -> None:
    found = kinds(f"{STORY}\n{MORE}\n\n{form}\n\njohn_k says:\n\nMacron met Scholz again? I should not care at all.")
    assert [k for k, _ in found] == ["body", "body", "boilerplate", "boilerplate", "boilerplate"]


def test_points_without_stops_are_text() -> None:
    points = "\n".join(
        [
            "* Macron told reporters that both countries would sign the contract by the end of the year",
            "* Scholz said that Poland and Italy could join the programme later if they wished",
            "* The defence ministers of both countries will meet again in Berlin in June to go on",
        ]
    )
    assert {k for k, _ in kinds(f"{STORY}\n\n{points}\n\n{MORE}")} == {"body"}


def test_a_page_of_short_lines_is_all_there_is() -> None:
    lines = [
        "10:00 Meeting with the president",
        "12:00 Lunch with the minister",
        "15:00 Visit to the naval base at Tallinn",
    ]
    assert "boilerplate" not in {k for k, _ in kinds("Monday, May 20\n" + "\n".join(lines))}


def test_a_sentence_torn_by_empty_lines_is_one_passage() -> None:
    torn = (
        "Foreign Secretary David Cameron met his German counterpart Annalena Baerbock\n\n"
        "in Berlin on Tuesday to discuss deliveries of missiles to\n\nthe army of Ukraine and the war in Gaza.\n"
    )
    assert kinds(torn) == [("body", torn.strip())]


def test_a_crawlers_frame_is_no_text() -> None:
    frame = (
        "# example.org\n\n## Metadata\n\n- **URL**: https://example.org/a\n- **Title**: Something\n\n"
        "## Page Structure\n\n- # Talks"
    )
    found = kinds(
        f"{frame}\n\n## Content\n\nMacron and Scholz meet in Paris\n{STORY}\n\n## Links\n\n- [Talks](https://example.org)"
    )
    assert [k for k, _ in found if k != "boilerplate"] == ["title", "body"]


def test_points_of_a_list_are_text() -> None:
    points = (
        "- a cabinet meeting twice a year\n- a hotline between the two defence ministries\n- an exchange of officials"
    )
    found = kinds(f"{STORY}\n\nThe two sides agreed on:\n\n{points}\n\n{MORE}")
    assert {k for k, _ in found} == {"body"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("国务委员兼外长王毅在北京会见来访的德国外长。双方就中德关系交换意见。", "zh-Hans"),
        ("國務委員兼外長王毅在北京會見來訪的德國外長。雙方就中德關係交換意見。", "zh-Hant"),
        ("德國外長貝爾伯克(Annalena Baerbock)與王毅(Wang Yi)在北京會談,討論烏克蘭(Ukraine)局勢。", "zh-Hant"),
        ("日本の外務大臣は北京で中国の外交部長と会談し、両国関係について意見を交換しました。", "und"),
        ("한국 외교부 장관은 베이징에서 중국 외교부장과 회담을 가졌다.", "und"),
        ("Министр иностранных дел России встретился с коллегой из Китая в Москве.", "und"),
        ("التقى وزير الخارجية المصري نظيره السعودي في القاهرة يوم الثلاثاء", "und"),
        ("Le président de la République a reçu le chancelier allemand pour une réunion de travail à Paris.", "und"),
        ("El presidente del Gobierno se reunió con el canciller alemán en la ciudad de Berlín para hablar.", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert page(text).passages[0].language == language


def test_two_languages_on_one_page() -> None:
    text = f"{STORY}\n國務委員兼外長王毅在北京會見來訪的德國外長。雙方就中德關係交換意見。"
    assert [p.language for p in page(text).passages] == ["en", "zh-Hant"]


def test_a_short_line_takes_the_pages_language() -> None:
    french = "Le président de la République a reçu le chancelier allemand pour une réunion de travail à Paris."
    assert [p.language for p in page(f"Macron, Scholz, Paris\n\n{french}").passages] == ["und", "und"]
    assert [p.language for p in page(f"Macron, Scholz, Paris\n\n{STORY}").passages] == ["en", "en"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_passages_are_ordered_apart_and_hold_all_words(text: str) -> None:
    passages = page(text).passages
    for one, other in pairwise(passages):
        assert one.end <= other.start
    assert all(p.start < p.end for p in passages)


@given(
    st.lists(
        st.sampled_from(
            [STORY, MORE, "Advertisement", "# Talks in Paris", "12 March 2024", "By Anna Smith", "", "Menu"]
        ),
        max_size=12,
    )
)
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered = "".join(text[p.start : p.end] for p in page(text).passages)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_very_long_line_is_cut_at_sentence_ends() -> None:
    text = " ".join([STORY] * 500)
    passages = page(text).passages
    assert max(p.end - p.start for p in passages) <= 20_000
    assert all(text[p.end - 1] == "." for p in passages)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Macron and Scholz meet in Paris\n\n{STORY}", "Macron and Scholz meet in Paris"),
        (f"{STORY}\n\nA common market\n\n{MORE}", None),
    ],
)
def test_a_subheading_is_not_the_readings_title(text: str, title: str | None) -> None:
    assert reading.read(Document(id="page", text=text), load()).title == title


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "12 March 2024 – Paris – Ministry for Europe",
            [("date", "12 March 2024 –"), ("title", "Paris – Ministry for Europe")],
        ),
        ("12.03.2024 - Press release", [("date", "12.03.2024 -"), ("boilerplate", "Press release")]),
        ("date 2024-03 MINISTRY OF DEFENCE", [("date", "date 2024-03"), ("title", "MINISTRY OF DEFENCE")]),
        (" date 2024-03-12 Share:", [("date", "date 2024-03-12"), ("boilerplate", "Share:")]),
        ("France to hold talks with the U.S.", [("title", "France to hold talks with the U.S.")]),
    ],
)
def test_a_letterhead_is_taken_apart(head: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(head + "\n\n" + STORY + "\n\n" + MORE)[: len(expected)] == expected
