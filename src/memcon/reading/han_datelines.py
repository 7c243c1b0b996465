"""The day that a Chinese page bears, in the forms of its press: 【2016年6月20日訊】, 来源:新华网(2011年4月28日).

Lines are looked at as they stand, however passages were cut: a line above the story that ends with a date, what opens
the story, the title of a press conference, and the day in the Republic's years by which Taiwan's wire closes a story.
"""

import re
from collections.abc import Iterator

from memcon.reading.datelines import day_of

Found = tuple[str, int, int]

_TOP = 1200  # characters in which the head of a page stands
_LINES = 8
_LONGEST_LINE = 90  # characters of a line of the head
_STORY = 25  # Han characters of a sentence that is story
_DATE = r"(?P<y>(?:19|20)\d\d)\s?[年/.-]\s?(?P<m>\d{1,2})\s?[月/.-]\s?(?P<d>\d{1,2})(?!\d)\s?日?"
_TURNED = r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>(?:19|20)\d\d)(?!\d)"  # 28.03.2017
_CLOCK = r"(?:上午|下午|HKT|北京时间)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_SOURCE = r"(?:来源|來源|作者|编辑|編輯|责任编辑|文章来源)[:：][^。]{0,30}"
_END = rf"[\s,，|/）)\]】]*(?:(?:星期|周)[一二三四五六日天])?[\s,，|/]*(?:{_CLOCK})?[\s）)\]】|/]*(?:{_SOURCE})?$"
# A line of the head that ends with its date, or goes on with its source alone.
_CLOSING = tuple(re.compile(day + _END) for day in (_DATE, _TURNED))
# The day behind a label of its own, wherever in a line: 来源:某社 日期:2024-04-08 15:59 点击:11.
_LABELLED = re.compile(rf"(?:(?<![更到截])(?:日期|时间|時間)|来源|來源)[:：]\s?{_DATE}")
# The clock of a site, not of its page: 中国时间 11:03 2024年11月24日.
_SITE_CLOCK = re.compile(r"(?:今天是|现在是|現在是|(?:中国|北京|台北|香港|当地)时间\s?\d{1,2}[:：]\d{2}\s)")
# A line that is a day of the Republic's years: 113年11月22日.
_REPUBLIC_LINE = re.compile(
    r"(?:中華民國|民國|民国)?\s?(?P<y>1[01]\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日$"
)
# A day that something else began, ended or was due on.
_OTHER_DAY = re.compile(
    r"(?:至|到|自|从|從|于|於|在|截|止|由|摄于|攝於|更新[时時]?[间間]?[:：]?|更新于)\s*$",
)
_SENT = "(?:訊|讯|電|电|報導|报导|報道|报道|综合|綜合)"
# A wire's own: 新华社北京2023年6月20日电.
_FROM = re.compile(rf"[^，。\n]{{2,24}}?{_DATE}(?:专|專|综合|綜合)?(?:电|電)(?!视|視|话|話)")
_WIRE = re.compile(rf"[【\[（(][^】\]）)\n]{{0,24}}?{_DATE}{_SENT}[^】\]）)\n]{{0,12}}[】\]）)]")
# "2022年8月2日外交部发言人…主持例行记者会": the conference is the page's own.
_CONFERENCE = re.compile(rf"{_DATE}[，,]?[^。\n]{{0,24}}?(?:主持(?:例行)?|例行)[记記]者[会會]")
# Taiwan's Central News Agency signs its stories: (編輯:…)1120618 is 18 June of the 112th year of the Republic.
_HAND = "(?:編輯|编辑|譯者|译者|核稿)"
_REPUBLIC = re.compile(
    rf"(?:[（(]{_HAND}[^）)\n]{{2,30}}[）)]|。)\s?"
    r"(?P<y>1[01]\d|[89]\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)",
)
_FIRST_YEAR = 1911
_HAN = re.compile("[\u4e00-\u9fff]")


def bears(text: str) -> Found | None:
    """The day as EDTF and where it stands, or None. Only for text with Han characters."""
    top = text[:_TOP]
    if _HAN.search(top) is None:
        return None
    for start, end in _head_lines(top):
        for pattern in (_WIRE, _FROM, _CONFERENCE):
            match = pattern.match(top, start, end)
            if match is not None and (found := _found(match)):
                return found
        if end - start <= _LONGEST_LINE:
            labelled = _LABELLED.search(top, start, end)
            if labelled is not None and (found := _found(labelled)):
                return found
        republic = _REPUBLIC_LINE.match(top, start, end)
        if republic is not None:
            day = day_of(str(int(republic["y"]) + _FIRST_YEAR), republic["m"], republic["d"])
            if day:
                return day, start, end
        if _SITE_CLOCK.match(top, start):
            continue
        for pattern in _CLOSING if end - start <= _LONGEST_LINE else ():
            match = pattern.search(top, start, end)
            if match is not None and not _OTHER_DAY.search(top[start : match.start()]) and (found := _found(match)):
                return found
    return _signed(text)


def _head_lines(top: str) -> Iterator[tuple[int, int]]:
    """The lines above the story and the one that opens it."""
    start = told = 0
    while start < len(top) and told < _LINES:
        end = top.find("\n", start)
        end = len(top) if end < 0 else end
        line = top[start:end].strip()
        if line:
            told += 1
            lead = len(top[start:end]) - len(top[start:end].lstrip())
            yield start + lead, start + lead + len(line)
            if line[-1] in "。！？”」" and len(_HAN.findall(line)) >= _STORY:
                return
        start = end + 1


def _found(match: re.Match[str]) -> Found | None:
    day = day_of(match["y"], match["m"], match["d"])
    first, last = min(match.start("y"), match.start("d")), max(match.end("y"), match.end("d"))
    return (day, first, last + (match.string[last : last + 1] == "日")) if day else None


def _signed(text: str) -> Found | None:
    for match in _REPUBLIC.finditer(text):
        day = day_of(int(match["y"]) + _FIRST_YEAR, match["m"], match["d"])
        if day:
            return day, match.start("y"), match.end("d")
    return None
