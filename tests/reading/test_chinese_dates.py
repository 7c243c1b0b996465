"""Chinese words of time in, days out."""

import pytest

from memcon.model import interval
from memcon.reading.chinese import dates
from memcon.reading.dates import Direction, resolve

TODAY = interval("2018-04-18")  # a Wednesday

CASES: list[tuple[str, Direction, list[str]]] = [
    ("2024年9月10日举行", "past", ["2024-09-10"]),
    ("当地时间10月31日下午", "past", ["2017-10-31"]),
    ("11月19日至22日访问", "past", ["2017-11-19/2017-11-22"]),
    ("将于7月6日至9日访华", "future", ["2018-07-06/2018-07-09"]),
    ("10日在北京会见", "past", ["2018-04-10"]),
    ("马英九10日在北京", "past", ["2018-04-10"]),
    ("本月14日", "past", ["2018-04-14"]),
    ("上月20日", "past", ["2018-03-20"]),
    ("去年8月", "past", ["2017-08"]),
    ("蔡英文去年六月亦到访", "past", ["2017-06"]),
    ("上周二", "past", ["2018-04-10"]),
    ("下周五举行", "future", ["2018-04-27"]),
    ("本周一", "past", ["2018-04-16"]),
    ("周三（18日）报道", "past", ["2018-04-18"]),
    ("昨夜（17日）", "past", ["2018-04-17"]),
    ("卅一日在北京，廿九日会谈", "past", ["2018-03-31", "2018-03-29"]),
    ("周四（4月12日）会晤", "past", ["2018-04-12"]),
    ("月底将访华", "future", ["2018-04-24~/2018-04-30~"]),
    ("去年4月底", "past", ["2017-04-24~/2017-04-30~"]),
    ("定于12号签署，住唐宁街10号", "future", ["2018-05-12"]),
    ("今早召见", "past", ["2018-04-18"]),
    ("上周抵达", "past", ["2018-04-09/2018-04-15"]),
    ("2016年2月12日被关闭", "past", ["2016-02-12"]),
    ("1972年日中联合声明", "past", ["1972"]),
    ("九月一日前", "past", ["2017-09-01"]),
    ("８月下旬", "future", ["2018-08-21~/2018-08-31~"]),
    ("50年来", "past", []),
    ("人民日报称", "past", []),
    ("第三届对话", "past", []),
]


@pytest.mark.parametrize(("text", "direction", "expected"), CASES)
def test_resolved(text: str, direction: Direction, expected: list[str]) -> None:
    assert [resolve(f.expression, TODAY, direction) for f in dates.find(text)] == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("廿三", 23), ("１５", 15), ("二〇一八", 2018)],
)
def test_numbers(words: str, value: int) -> None:
    assert dates.number(words) == value
