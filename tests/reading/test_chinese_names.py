"""Who is named in a Chinese sentence: names, titles, parties and offices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.knowledge import load
from memcon.model import interval
from memcon.reading.chinese import lexicon, mentions
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.script import simplify

WHEN = interval("2024-06-20")


def items(text: str) -> list[Item]:
    knowledge = load()
    return mentions.find(simplify(text), text, [(0, len(text))], lexicon.of(knowledge), knowledge, WHEN)[0]


PEOPLE = [
    # the sentence, and each person's name, title and party
    ("国务委员兼国防部长李尚福抵达。", [("李尚福", "国务委员兼国防部长", "CHN")]),
    ("王毅外长同布林肯国务卿通话。", [("王毅", "外长", "CHN"), ("布林肯", "国务卿", "USA")]),
    ("美国国务卿安东尼·布林肯说。", [("安东尼·布林肯", "国务卿", "USA")]),
    ("美國國務卿布林肯(Antony Blinken)說。", [("布林肯", "國務卿", "USA")]),
    ("会见了格鲁吉亚总理科巴希泽。", [("科巴希泽", "总理", "GEO")]),
    ("会见韩国总统文在寅。", [("文在寅", "总统", "KOR")]),
    ("日本首相安倍晉三表示，安倍期待會談。", [("安倍晉三", "首相", "JPN"), ("安倍晉三", "首相", "JPN")]),
    ("会见西班牙国王费利佩六世。", [("费利佩六世", "国王", "ESP")]),
    ("会见泰国国王哇集拉隆功。", [("哇集拉隆功", "国王", "THA")]),
    ("中国外交部召见日方，外交部副部长孙卫东奉示召见大使。", [("孙卫东", "外交部副部长", "CHN")]),
    ("会见美国前国务卿基辛格。", [("基辛格", "前国务卿", "USA")]),
    ("会见新西兰议长布朗利。", [("布朗利", "议长", "NZL")]),
    ("会见蒙古国总理赞登沙特尔。", [("赞登沙特尔", "总理", "MNG")]),
    ("中国驻瑞典大使桂从友警告。", [("桂从友", "中国驻瑞典大使", "CHN")]),
    ("日本领土问题担当大臣赤间二郎称。", [("赤间二郎", "日本领土问题担当大臣", "JPN")]),
    # A title of two parts, one that names a ministry, one that is Japan's alone; whose envoy stands before a title.
    ("南非国际关系与合作部长拉莫拉说。", [("拉莫拉", "国际关系与合作部长", "ZAF")]),
    ("法国欧洲和外交部长科隆纳说。", [("科隆纳", "外交部长", "FRA")]),
    ("加拿大全球事务部国际贸易副部长汤姆森说。", [("汤姆森", "国际贸易副部长", "CAN")]),
    ("日本共同社报道，外相岩屋毅访问日本长崎。", [("岩屋毅", "外相", "JPN")]),
    ("驻卢森堡大使拜会卢议长魏斯勒。", [("魏斯勒", "议长", "LUX")]),
    # A title behind the name, told again; two titles of two persons.
    ("王毅国务委员兼外长到访。王毅国务委员兼外长说", [("王毅", "国务委员兼外长", "CHN")] * 2),
    ("会见马克龙总统和总统外事顾问博纳。", [("马克龙", "总统", "FRA"), ("博纳", "总统外事顾问", "FRA")]),
    # What only looks like a name or a title.
    ("日本首相未能到场，石破茂首相致歉。", [("石破茂", "首相", "JPN")]),
    ("俄罗斯外长拉夫罗夫说，外长级会议上，外长们都发了言。", [("拉夫罗夫", "外长", "RUS")]),
    ("韩国总统尹锡悦说。总统室表示，总统选举在即。", [("尹锡悦", "总统", "KOR")]),
    (
        "副总统兼外长德圣马洛到访，巴拿马外长德圣马洛表示",
        [("德圣马洛", "副总统兼外长", "PAN"), ("德圣马洛", "外长", "PAN")],
    ),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text: str, people: list[tuple[str, str, str]]) -> None:
    found = [i.actors[0] for i in items(text) if i.kind == "person"]
    assert [(a.name, a.party) for a in found] == [(name, party) for name, _, party in people]
    assert found[0].role is not None
    assert people[0][1].endswith(found[0].role[-2:])


PARTIES = [
    ("中美双方会谈", [["CHN", "USA"]]),
    ("英美發表聯合聲明", [["GBR", "USA"]]),
    ("中方敦促美方改正", [["CHN"], ["USA"]]),
    ("斐济总理表示，斐方重视对华关系", [["FJI"], ["CHN"]]),
    ("两韩恢复热线", [["PRK", "KOR"]]),
    ("中美洲国家", []),
    ("可以加强合作", []),
    ("东盟与欧盟", [["ASEAN"], ["EU"]]),
    ("發展中國家與歐美國家", []),
    ("伊朗与IAEA达成协议，MIAEA不是", [["IRN"], ["IAEA"]]),
    ("以总统特使身份出席，加总会谈", []),  # common words, no party that the text names
    ("日本国会休会", [["JPN"]]),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties(text: str, parties: list[list[str]]) -> None:
    found = [[a.party for a in i.actors] for i in items(text) if i.kind == "party"]
    assert found == parties


def test_officials_are_those_of_the_tables() -> None:
    tenures = load().tenures
    found = {i.actors[0].name: i.actors[0].official for i in items("王毅外长同美国国务卿布林肯通话。")}
    for name, english in (("王毅", "Wang Yi"), ("布林肯", "Antony Blinken")):
        official = found[name]
        assert official is not None
        assert tenures.official(official).name == english


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=200))
def test_simplified_text_has_the_same_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize("text", ["乾隆皇帝與後宮", "著作権", "裏面的後髮", "臺灣與大陸協議"])
def test_phrases_keep_their_length(text: str) -> None:
    assert len(simplify(text)) == len(text)
