"""Lines about a story that are not the story: dates and time stamps, bylines, picture captions."""

import re

from ahocorasick_rs import AhoCorasick

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_NUMERIC = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b"
    r"|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|\d{4}\.\s\d{1,2}\.\s\d{1,2}\."
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_GLUED = r"(?:19|20)\d{2}(?=\d{1,2}:\d{2})"  # a year that a clock's time runs into: "2 September 201714:44"
_WORDED = (
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?:{_GLUED}|(?:\d{{4}}|\d{{2}})\b(?!:))"
    rf"|{_MONTH}\s+{_DAY},?\s+(?:{_GLUED}|\d{{4}})"
)
_FULL_DATE = rf"(?:{_NUMERIC}|{_WORDED})"
# How pages of several languages label the day they were put up, and the day a later hand was at them.
PUBLISHED = (
    r"published|publication|posted|submitted|created|issued|released?|timestamp|pub_?date|date"
    r"|publié|veröffentlicht|erstellt|publicado|pubblicato|gepubliceerd|skapad|publicerad|publisert|julkaistu|opublikowano"
    r"|objavljeno|yayınlanma|опубликовано|опубліковано"
)
LATER_HAND = (
    r"scraped|crawled|fetched|retrieved|accessed|archived|captured|updated?|modified|copyright|mis à jour|aktualisiert"
    r"|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|päivitetty|zaktualizowano|ažurirano|güncelle(?:me|ndi)"
    r"|обновлено|оновлено"
)
_LABEL = (
    rf"{PUBLISHED}|updated?|modified|last|senast|le|am|on|at|first|print|mis à jour|aktualisiert|actualizado|atualizado"
    r"|aggiornato"
    r"|bijgewerkt|uppdaterad|oppdatert|päivitetty|обновлено|оновлено|时间|時間|日期|发布|發布|更新|发表|發表|发布时间|發布時間"
)
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?h?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|T(?=\d)"
_ZONE = r"utc|gmt|cet|cest|edt|est|et|pst|pdt|bst|ist|jst|hkt"
_OFFSET = r"(?<=\d)z\b|[+-]\d{2}:?\d{2}\b|\b(?:utc|gmt)\s?[+-]\d{1,2}\b"
_DATE_WORDS = re.compile(
    rf"{_FULL_DATE}|{_MONTH}\s+(?:\d{{4}}|{_DAY}\b)|{_DAY}\s+{_MONTH}(?!\w)|{_CLOCK}|{_OFFSET}|\b(?:{_WEEKDAY}|{_LABEL}|{_ZONE})\b|星期[一二三四五六日天]|[\s,.:;|/·•`'()\[\]*_—–-]+",
    re.I,
)
_HAS_DATE = re.compile(rf"{_FULL_DATE}|\b{_MONTH}\s+(?:\d{{4}}|{_DAY})\b|\b{_DAY}\s+{_MONTH}(?!\w)|{_CLOCK}", re.I)
_AGO = re.compile(r"(?:updated\s+|published\s+)?(?:an?|\d+)\s+(?:min(?:ute)?|hour|day|week|month)s?\s+ago", re.I)
_ENDS_WITH_DATE = re.compile(rf"(?:\b{_WEEKDAY},?\s+)?{_FULL_DATE}\s*$", re.I)
_STAMP_BEFORE_TEXT = re.compile(
    r"(?:date|published|updated|posted)\b\s?:?\s*\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?)?(?=\s)", re.I
)
# A date that a line speaks of: "two years after the accord of 12 March 2020".
SPOKEN_OF = re.compile(
    r"(?:\b(?:of|since|after|before|until|from|between|in|the)|(?<!updated )(?<!modified )(?<!published )\bon)\s+"
    r"(?:[a-z]+day,?\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]|[a-z]{3,9}\.?\s+\d)",
    re.I,
)
_DATE_BEFORE_PLACE = re.compile(rf"(?:{_WEEKDAY},?\s+)?{_FULL_DATE}\s*[|•·–—-]\s+", re.I)
_COUNTER = re.compile(r"(?<=\d{4})\s+\d{1,7}(?:\s+views)?$", re.I)  # how often a page was called up
_LABELLED = re.compile(rf"\b(?:{PUBLISHED}|{LATER_HAND})\b\s*(?:on\b)?\s*:?\s*(?:{_WEEKDAY},?\s+)?{_FULL_DATE}", re.I)
_PARTS = re.compile(r"\s*[|•·]\s*|\s[–—-]\s")
_NAME_WORDS = 3
_SIGNER_WORDS = 2  # of who stands beside a date and a clock's time without a label: "admin – October 8, 2014 – 8:35am"
_DAY_AND_CLOCK = re.compile(rf"{_FULL_DATE}[\s,–—-]+(?:{_CLOCK})", re.I)
_HAS_FULL_DATE = re.compile(_FULL_DATE, re.I)
# The day and where it was written ("19.04.2012, Cairo"), and whose story of which day a page prints again.
_DATED_AT = re.compile(rf"(?i:{_FULL_DATE}),\s+(?:[A-Z\u00c0-\u024f][\w.'’-]+\s?){{1,3}}")
_CREDITED = re.compile(
    rf"(?:[(\[]|(?i:source)\s*:\s*)(?:[A-Z\u00c0-\u024f][\w.&'’-]*[,:]?\s+(?:\|\s+)?){{1,6}}(?:(?i:{_WEEKDAY}),?\s+)?"
    rf"(?i:{_FULL_DATE})[)\]]?(?:\.?[\s,|–—-]+(?i:{_CLOCK}))?"
)
# A label, a date and who put the page up: "Posted on March 4, 2012 by admin".
_PUT_UP_BY = re.compile(
    rf"(?:posted|published|submitted|written|created)\s+(?:on\s+)?(?:{_WEEKDAY},?\s+)?{_FULL_DATE}(?:[\s,]+(?:at\s+)?{_CLOCK})?"
    r"\s+by\s+[^\s.,;:]+(?:\s+[^\s.,;:]+){0,3}",
    re.I,
)
_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(
    r"(?i:submitted by)\s+\S+\s+on\s"
    r"|(?i:by:?|(?:written|reported|compiled|edited|posted|words|story) by:?|(?:report|edit|writ)ing by|author:?)\s+"
    r"(?=[A-Z\u00c0-\u024f])"
)
_STAFF = re.compile(
    r"[\w.’' -]{,40}\b(?:staff(?: writers?| reporters?)?|(?:news ?|web )?desk|newsroom|bureau|correspondent|reporter)",
    re.I,
)
_CONTRIBUTED = re.compile(r"\bcontributed (?:reporting|to this (?:report|story|article))\b", re.I)
_WIRE = re.compile(
    r"(?:thomson )?reuters|associated press|(?:the )?ap|afp|agence france-presse|agencies|xinhua|tass|bloomberg|ani|pti"
    r"|anadolu agency|dpa|efe|kyodo|(?:新华|新華|中新|中央|美联|美聯|路透|法新|塔斯)社|央视新闻|人民日报",
    re.I,
)
_CHINESE_BYLINE = re.compile(
    r"(?:【?我要纠错】?)?\s*[（(【]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|作者|文|撰文|记者|記者|本报记者|本報記者)\s*[:：/／|]"
)
_CREDIT = re.compile(
    r"\b(?:getty images|ap photo|afp photo|reuters/[A-Z]|file photo|photo courtesy|shutterstock|epa-efe"
    r"|via (?:ap|reuters|afp))\b"
    r"|\[(?:file|photo|image|source|courtesy)\b[^\]]*\]|[(（](?:photo|picture|image|file|credit)s?\b[^)）]*[)）]"
    r"|(?:资料图|資料圖|網上截圖|网上截图)",
    re.I,
)
# What a credit holds: looked for first, since most lines have none of it and this look is thirty times as fast.
_OPEN = "[（("
_CREDIT_WORDS = AhoCorasick(
    [
        *(
            "getty images",
            "ap photo",
            "afp photo",
            "reuters/",
            "file photo",
            "photo courtesy",
            "shutterstock",
            "epa-efe",
        ),
        *("via ap", "via reuters", "via afp", "资料图", "資料圖", "網上截圖", "网上截图"),
        *(b + word for b in _OPEN for word in ("file", "photo", "image", "source", "courtesy", "picture", "credit")),
    ]
)
_CAPTION_LABEL = re.compile(
    r"(?:\*\*)?(?:photo|picture|image|credit|photograph|caption|图片|圖片|图为|圖為|图|圖)\s?(?:credit|by|source|来源|來源)?\s?[:：]",
    re.I,
)

# Long lines are stories, whatever they hold; only short ones are looked at for a date alone.
_DATE_LINE_LENGTH = 90
_CAPTION_LENGTH = 400


def is_date(line: str) -> bool:
    """Whether the line is a date or a time stamp and nothing else."""
    if len(line) > _DATE_LINE_LENGTH or not (line[0].isalnum() or line[0] in "（([`*_-•·"):
        return False
    if _AGO.fullmatch(line):
        return True
    if _DIGIT.search(line) is None or _HAS_DATE.search(line) is None:
        return False
    if _DATED_AT.fullmatch(line) is not None or _PUT_UP_BY.fullmatch(line) is not None or is_credit(line):
        return True
    return not _DATE_WORDS.sub("", _COUNTER.sub("", line)) or _stamp_among_names(line)


def _stamp_among_names(line: str) -> bool:
    """Whether a labelled date stands beside names alone: "Reuters | Cairo | Updated: 24-03-2022 04:44 IST"."""
    words = _NAME_WORDS if _LABELLED.search(line) is not None else _SIGNER_WORDS
    if words == _SIGNER_WORDS and _DAY_AND_CLOCK.search(line) is None:
        return False
    return all(len(part.split()) <= words or not _DATE_WORDS.sub("", part) for part in _PARTS.split(line))


def is_credit(line: str) -> bool:
    """Whether the line says whose story it is and of which day: "(Xinhua News Agency October 31, 2005)"."""
    return line[:1] in "([Ss" and _CREDITED.fullmatch(line) is not None


def has_date(line: str) -> bool:
    """Whether a full date stands in the line."""
    return _HAS_FULL_DATE.search(line) is not None


def opening_date(line: str) -> int | None:
    """Where a date that opens a letterhead line ends ("19 July 2021 – Ottawa – Global Affairs"), if any."""
    match = _DATE_BEFORE_PLACE.match(line)
    return None if match is None else match.end()


def closing_date(line: str) -> int | None:
    """Where a date that closes a letterhead line begins ("Media release  12 June 2009"); None where there is none."""
    match = _ENDS_WITH_DATE.search(line[-60:]) if line[-1:].isdigit() else None
    if match is None or SPOKEN_OF.search(line[-60:][max(match.start() - 12, 0) :]):
        return None
    return max(len(line) - 60, 0) + match.start()


def opening_stamp(line: str) -> int | None:
    """Where a labelled date that stands before the text on one line ends ("date 2024-12-20 HANOI — ..."); else None."""
    match = _STAMP_BEFORE_TEXT.match(line)
    return None if match is None else match.end()


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the story."""
    if len(line) > 200:
        return False
    if _CONTRIBUTED.search(line) is not None:
        return True
    bare = line.strip("()[]*_ ")
    if _CHINESE_BYLINE.match(bare) is not None:
        return len(line) <= 60
    if _BYLINE.match(bare) is not None:
        return not bare.endswith((".", "?", "!", '"', "”")) or bare.lower().startswith(("reporting by", "edit"))
    return len(bare) <= 50 and (_STAFF.fullmatch(bare) is not None or _WIRE.fullmatch(bare) is not None)


def is_caption(line: str) -> bool:
    """Whether the line is a picture's caption or credit: it carries a photographer's or agency's mark."""
    if _CAPTION_LABEL.match(line) is not None:
        return True
    if len(line) >= _CAPTION_LENGTH or not _CREDIT_WORDS.find_matches_as_indexes(line.lower()):
        return False
    return _CREDIT.search(line) is not None
