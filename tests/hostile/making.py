"""Documents that nobody should send, made from a seed: the same number gives the same file."""

import gzip
import random
from collections.abc import Callable

STORY = (
    "President Emmanuel Macron met Chancellor Olaf Scholz in Paris on Tuesday to discuss the war in Ukraine. "
    "Poland summoned the Russian ambassador on 12 March 2024. Canada will provide $50 million in aid to Ukraine. "
    "“We will stand by Kyiv,” Macron said after the talks. China refused a request for a call from Washington. "
)
CHINESE = "国务委员兼外长王毅周二在北京会见德国外长贝尔伯克。中国外交部召见日本驻华大使，表示强烈抗议。"
ODD = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u202d", "\u2066", "\u2069", "\u0301",
    "\u0000",    "\u0007", "\u001b[31m", "\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\U0001f600", "\U000e0041",
    "\ud7ff", "\ufffd", "İ", "ß",
]  # fmt: skip
NAMES = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'; DROP TABLE events; --", '" OR 1=1 --',
    "../../etc/passwd", "C:\\Windows\\System32", "${jndi:ldap://x}", "{{7*7}}",
    "%s%s%n", "\\N{DASH}", "=cmd|' /C calc'!A0",
    "`rm -rf /`",
    "$(reboot)",    "null", "NaN", "None", "__import__('os')",
]  # fmt: skip
DATES = [
    "31 February 9999", "0 March 0000", "99/99/9999", "February 30", "13月45日", "2024-02-30", "the 1000000th of May",
    "Tuesday, 31 June 2023", "in 99999999999999 years", "-5 January", "1 January 10000", "二〇二四年十三月四十日",
    "last 29 February",    "9999-12-31T25:61:61Z", "between 31 and 30 April", "the 400th anniversary in 99999",
]  # fmt: skip
MONEY = [
    "$" + "9" * 400,
    "€1e999",
    "£-5 billion trillion",
    "$1,2,3,4,5.6.7 million",
    "100 million billion billion yen",
    "¥" * 50,
]


def random_bytes(rng: random.Random) -> tuple[str, bytes]:
    return ".txt", rng.randbytes(rng.randint(1, 20_000))


def broken_utf8(rng: random.Random) -> tuple[str, bytes]:
    data = bytearray(((STORY + CHINESE) * rng.randint(1, 20)).encode())
    for _ in range(rng.randint(1, 200)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return ".txt", bytes(data)


def broken_utf16(rng: random.Random) -> tuple[str, bytes]:
    data = bytearray((STORY * rng.randint(1, 5)).encode(rng.choice(["utf-16", "utf-16-le", "utf-16-be"])))
    for _ in range(rng.randint(0, 40)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return ".txt", bytes(data[: rng.randint(1, len(data))])


def zero_bytes(rng: random.Random) -> tuple[str, bytes]:
    return ".txt", STORY.encode().replace(b" ", b"\x00" * rng.randint(1, 3))


def odd_characters(rng: random.Random) -> tuple[str, bytes]:
    words = (STORY * rng.randint(1, 5)).split(" ")
    return ".txt", " ".join(w + rng.choice(ODD) if rng.random() < 0.5 else w for w in words).encode("utf-8", "replace")


def one_line(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice(
        [STORY, "a", "Biden ", "met ", "（", "((((", "，", "王", "1", "U.S. ", "and ", "\t", "€", "-", "said that "]
    )
    return ".txt", (unit * (rng.randint(20_000, 60_000) // len(unit))).encode()


def unclosed_quotes(rng: random.Random) -> tuple[str, bytes]:
    mark = rng.choice(["“", '"', "‘", "「", "«", "(", "[", "（"])
    return ".txt", (f" {mark}".join(STORY.split(" ")) * rng.randint(1, 3)).encode()


def names_that_are_code(rng: random.Random) -> tuple[str, bytes]:
    lines = [
        f"President {rng.choice(NAMES)} of France met President {rng.choice(NAMES)} of India in {rng.choice(NAMES)}."
        for _ in range(rng.randint(1, 12))
    ]
    return rng.choice([".txt", ".html"]), "\n\n".join(lines).encode()


def impossible_dates(rng: random.Random) -> tuple[str, bytes]:
    lines = [f"{rng.choice(DATES)}\n\nMacron met Modi on {rng.choice(DATES)}." for _ in range(rng.randint(1, 8))]
    return ".txt", ("\n\n".join(lines) + CHINESE.replace("周二", rng.choice(DATES))).encode()


def impossible_money(rng: random.Random) -> tuple[str, bytes]:
    lines = [f"Canada will provide {rng.choice(MONEY)} in aid to Ukraine by {rng.choice(DATES)}." for _ in range(5)]
    return ".txt", "\n".join(lines).encode()


def open_tags(rng: random.Random) -> tuple[str, bytes]:
    tag = rng.choice(
        ["<div>", "<p>", "<b>", "<a href='", "<table><tr><td>", "<!--", "<![CDATA[", "<script>", "<", "&#", "&lt;"]
    )
    return ".html", (tag * rng.choice([10, 1_000, 100_000])).encode() + STORY.encode()


def deep_nesting(rng: random.Random) -> tuple[str, bytes]:
    depth = rng.choice([100, 1_500, 50_000])
    shape = rng.choice(["html", "json", "jsonl", "xml"])
    if shape == "html":
        return ".html", ("<div>" * depth + STORY + "</div>" * depth).encode()
    if shape == "xml":
        return ".xml", ("<rss>" * depth + STORY + "</rss>" * depth).encode()
    return f".{shape}", ('{"text":' * depth + '"x"' + "}" * depth).encode()


def bomb(rng: random.Random) -> tuple[str, bytes]:
    return rng.choice([".txt.gz", ".warc.gz", ".jsonl.gz", ".csv.gz", ".html.gz"]), gzip.compress(
        b"text," * 4_000_000, 1
    )


def entity_bomb(rng: random.Random) -> tuple[str, bytes]:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol"}">' for i in range(rng.randint(5, 12)))
    text = (
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><rss><channel><item><title>&e4;</title></item></channel></rss>'
    )
    return rng.choice([".xml", ".html"]), text.encode()


def mangled_table(rng: random.Random) -> tuple[str, bytes]:
    ending = rng.choice([".csv", ".jsonl", ".json", ".parquet", ".warc", ".rss", ".tsv"])
    data = bytearray(b'id,text,date\n1,"' + STORY.encode() + b'",2024-03-12\n{"text": "' + STORY.encode() + b'"}\n')
    for _ in range(rng.randint(0, 30)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return ending, rng.choice([b"", b"PAR1", b"WARC/1.0\r\n", b"\xef\xbb\xbf"]) + bytes(data)


def shuffled_story(rng: random.Random) -> tuple[str, bytes]:
    words = (STORY * 3 + CHINESE).split(" ")
    rng.shuffle(words)
    return ".txt", rng.choice([" ", "\n", "  ", "\r", "\r\n", "\t"]).join(words).encode()


def many_short_lines(rng: random.Random) -> tuple[str, bytes]:
    lines = [
        "12 March 2024",
        "Menu",
        "# Talks",
        "By Anna",
        "- a",
        "...",
        "Macron met Modi.",
        "王毅",
        "|",
        "Leave a Reply",
        "",
    ]
    return ".txt", "\n".join(rng.choice(lines) for _ in range(rng.randint(1, 3_000))).encode()


KINDS: list[Callable[[random.Random], tuple[str, bytes]]] = [
    random_bytes, broken_utf8, broken_utf16, zero_bytes, odd_characters, one_line, unclosed_quotes, names_that_are_code,
    impossible_dates, impossible_money, open_tags, deep_nesting, bomb, entity_bomb, mangled_table, shuffled_story,
    many_short_lines,
]  # fmt: skip


def made(number: int) -> tuple[str, bytes]:
    """The file of a number: its name, which tells the kind, and its bytes."""
    make = KINDS[number % len(KINDS)]
    ending, data = make(random.Random(number))
    return f"{number:05d}-{make.__name__}{ending}", data
