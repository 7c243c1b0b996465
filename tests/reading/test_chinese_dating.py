"""When a Chinese page was written: the lines that state it, and what an undated page says of its time."""

import pytest

from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import chinese, dating, passages

STORY = "美国国务卿布林肯同中国外交部长王毅举行会谈，双方就两国关系以及共同关心的国际和地区问题交换了意见。"

STATED = [
    ("2023-06-20", "来源:新华网(2023年6月20日)\n王毅会见布林肯\n" + STORY),
    ("2023-06-20", "布林肯訪華\n【2023年6月20日訊】\n" + STORY),
    ("2023-06-20", "【2023年6月20日電】" + STORY),
    ("2023-06-20", "布林肯访华结束\n发布于: 综合 2023-06-20\n" + STORY),
    ("2023-06-20", "布林肯訪華 有線新聞 2023年6月20日\n" + STORY),
    ("2023-06-20", "商务部:中美经贸磋商\n20.06.2023  18:16\n" + STORY),
    ("2023-06-20", "2023年6月20日外交部发言人毛宁主持例行记者会\n" + STORY),
    ("2023-06-20", "布林肯結束訪中\n(中央社北京20日電)" + STORY + "(編輯:周慧盈)1120620"),
    # Behind a label of its own, whatever follows; the first of two that a source line has; never a site's clock.
    ("2023-06-20", "布林肯访华\n来源: 某报  日期:2023-06-20 15:59:54  点击:11  属于:国际新闻\n" + STORY),
    ("2023-06-20", "布林肯访华\n来源:2023-06-20 中国新闻网 2023年07月17日\n" + STORY),
    ("2023-06-20", "總統府新聞\n112年6月20日\n總統接見布林肯\n" + STORY),
    (None, "中国时间 11:03 2024年11月24日 星期日\n布林肯访华\n" + STORY),
    # A day that the story tells of is no date line; nor is the day that something began on.
    (
        None,
        "布林肯访华\n布林肯于2023年6月18日抵达北京，同中国外交部长秦刚举行会谈。\n" + STORY,
    ),
    (None, "对华谈判始于2018年2月5日\n" + STORY),
]


@pytest.mark.parametrize(("day", "text"), STATED)
def test_the_day_a_page_bears(day: str | None, text: str) -> None:
    found = dating.stated(passages.cut(Document(id="case", text=text)))
    assert (found[0] if found else None) == day


INFERRED = [
    # A weekday beside a day, in the terms of those who are called by their offices.
    ("2023-06", "中国外交部长秦刚周日(6月18日)在北京同美国国务卿布林肯举行会谈。布林肯说，沟通渠道应当保持畅通。"),
    # The wire's dateline, and an office.
    ("2023-06", "新华社北京6月18日电 中国外交部长秦刚在北京同美国国务卿布林肯举行会谈。"),
    # One day among the years that an office was held in tells too little.
    (None, "美国国务卿布林肯4月11日同法国外长通电话。"),
]


@pytest.mark.parametrize(("month", "text"), INFERRED)
def test_what_an_undated_page_says_of_its_time(month: str | None, text: str) -> None:
    page = passages.cut(Document(id="case", text=text))
    found = chinese.read(page, tuple(range(len(page.passages))), load(), None)
    assert found.date_basis == ("inferred" if month else None)
    assert (found.today or "").startswith(month or "")
    if month:
        assert found.dating
        assert [e.date for e in found.events if e.type == "meeting"] in ([f"{month}-18"], [None])
