"""Names of mechanisms in a sentence: those the fact tables know, and new ones by their form (`mechanisms.toml`)."""

import calendar
import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from memcon.knowledge import Knowledge
from memcon.reading.analysis import Analysis, Sentence
from memcon.reading.english.speakers import join


@dataclass(frozen=True, slots=True)
class Named:
    """A mechanism's name where it stands. `name` is the tables' where known, else as written, without an article."""

    name: str
    kind: str | None
    parties: tuple[str, ...]
    start: int
    end: int
    rule: str
    known: bool = False
    round: int | None = None
    cadence: str | None = None
    established: str | None = None


@functools.cache
def lists() -> dict[str, Any]:
    """The lists of `mechanisms.toml`."""
    return tomllib.loads(files("memcon.reading.english").joinpath("mechanisms.toml").read_text("utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


_DASH = r"\s?[-–—/]\s?"
_CAPITAL = rf"(?:[A-Z][\w.’'&]*(?:{_DASH}[A-Z0-9][\w.’']*)*)"
_JOINING = r"(?:of|for|on|and|the|in|to|with)"


@functools.cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a capitalised name with its years, and each head's kind."""
    heads = {" ".join(head.split()): form["kind"] for form in lists()["forms"] for head in form["heads"]}
    pattern = re.compile(
        rf"(?<![\w-])(?:{_CAPITAL}\s+(?:{_JOINING}\s+)*){{0,9}}?(?P<head>{_any(heads)})(?![\w-])"
        rf"(?:\s+(?:for|of|on)\s+(?:the\s+)?(?!{_any(calendar.month_name[1:])})[A-Z][\w’'-]+(?:(?:\s+|\s+and\s+)[A-Z][\w’'-]+){{0,5}}(?=[\s,.;)]))?"
        r"(?P<years>(?:\s+for)?(?:\s+the\s+period)?\s+\(?(?:19|20)\d\d\s?[-–/]\s?\d{2,4}\)?)?"
    )
    return pattern, heads


@functools.cache
def _last_words(common: bool) -> AhoCorasick:
    """A finder of the last words of all heads: where there is none, no pattern needs trying."""
    _, heads = _common() if common else _forms()
    return AhoCorasick(sorted({head.split()[-1] for head in heads}))


@functools.cache
def _common() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a name in small letters, and each head's kind."""
    common = lists()["common"]
    heads = {h: k for k, words in common.items() if k not in ("qualifiers", "description") for h in words}
    return re.compile(rf"\b(?:(?:{_any(common['qualifiers'])})\s+){{1,4}}(?P<head>{_any(heads)})\b"), heads


_TWO = re.compile(r"\b2\s?\+\s?2\b(?:\s+(?:dialogue|meeting|talks|ministerial|format|consultations))*", re.IGNORECASE)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
)
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_ROUND_BEFORE = re.compile(
    rf"\b{_ORDINAL}\s+(?:and\s+\w+\s+)?(?:(?:annual|formal|official|in-person|ministerial|bilateral)\s+)?"
    r"(?:(?:round|edition|session|meeting|cycle|iteration)\s+of\s+)?(?:the\s+)?(?:annual\s+)?$",
    re.IGNORECASE,
)
_ROUND_OF_TALKS = re.compile(
    rf"\b{_ORDINAL}\s+round\s+of\s+(?:the\s+)?(?P<name>(?:[A-Z][\w.-]*{_DASH}[A-Z][\w.]*\s+)"
    r"(?:(?:nuclear|indirect|direct|peace|trade|border|security|bilateral)\s+)*(?:talks|negotiations|consultations|discussions))"
)
_ARTICLE = re.compile(r"(?:The|the|This|A|An|At|In|Under|But|And|On|For|Their|Its|Our|New|First|Second|Third)\s+")


@functools.lru_cache(maxsize=128)
def named(sentence: Sentence, analysis: Analysis, knowledge: Knowledge) -> tuple[Named, ...]:
    """The mechanisms named in one sentence, in order."""
    text = analysis.page.text
    words = text[sentence.start : sentence.end]
    formed = _by_form(text, sentence, knowledge) if _last_words(common=False).find_matches_as_indexes(words) else []
    # A known name inside a longer one of other parties is not that mechanism: "Peru-Chile Action Plan".
    found = [
        k
        for k in _known(analysis, sentence, knowledge)
        if not any(f.start < k.start and k.end <= f.end and set(f.parties) - set(k.parties) for f in formed)
    ]
    # "Just Energy Transition Partnership (JETP)": the name and its known short form are one.
    short = {f.end: f for f in formed}
    found = [
        replace(k, start=f.start) if (f := short.get(_before_bracket(text, k.start))) is not None else k for k in found
    ]
    more = [formed]
    if _last_words(common=True).find_matches_as_indexes(words):
        more.append(_by_common_name(text, sentence))
    if "+" in words:
        more.append(_two(text, sentence))
    if "round" in words:
        more.append(_talks(text, sentence, knowledge))
    for others in more:
        found += [m for m in others if not any(m.start < f.end and f.start < m.end for f in found)]
    told = (_with_parties(analysis, sentence, f) for f in sorted(found, key=lambda f: f.start))
    # A common name without parties ("policy consultations") tells of no mechanism in particular.
    return tuple(f for f in told if f.parties or f.rule not in ("mechanism.common", "mechanism.2+2"))


def _before_bracket(text: str, at: int) -> int:
    """Where the words before an opening bracket end, if a name stands right behind one; -1 if not."""
    if at < 2 or text[at - 1] != "(":
        return -1
    return len(text[: at - 1].rstrip())


_SAME = str.maketrans("’‘–—‑−", "''----")


@functools.lru_cache(maxsize=2)
def _finder(knowledge: Knowledge) -> tuple[AhoCorasick, list[int]]:
    words, owners = [], []
    for n, mechanism in enumerate(knowledge.mechanisms):
        for name in (mechanism.name, *mechanism.aliases):
            if len(name) > 2 and name.isascii():
                words.append(name.translate(_SAME))
                owners.append(n)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), owners


@functools.cache
def _vocabulary() -> frozenset[str]:
    """Words that many mechanisms' names share."""
    table = lists()
    words = [w for form in table["forms"] for w in form["heads"]]
    words += [w for k, group in table["common"].items() if k != "description" for w in group]
    return frozenset(part.lower() for w in words for part in w.split()) | {"for", "of", "the", "on", "annual"}


def _common_words(name: str) -> bool:
    """Whether a name has only words that any mechanism may have ("2+2", "the Strategic Dialogue"), and years."""
    return all(w in _vocabulary() or w[0].isdigit() for w in name.lower().split())


def _present(analysis: Analysis, parties: tuple[str, ...]) -> bool:
    """Whether the page names all the parties."""
    named = {a.party for m in analysis.mentions for a in m.actors}
    return bool(parties) and all(p in named for p in parties)


_ORGANISATION = re.compile(r"\s+(?:Organi[sz]ation|Secretariat|Council)\b")


def _known(analysis: Analysis, sentence: Sentence, knowledge: Knowledge) -> list[Named]:
    text, start, end = analysis.page.text, sentence.start, sentence.end
    finder, owners = _finder(knowledge)
    found = []
    words = text[start:end]
    for index, at, stop in finder.find_matches_as_indexes(words if words.isascii() else words.translate(_SAME)):
        first, last = start + at, start + stop
        if (first and text[first - 1].isalnum()) or text[last : last + 1].isalnum():
            continue
        if _ORGANISATION.match(text, last):
            continue
        known = knowledge.mechanisms[owners[index]]
        if _common_words(text[first:last]) and not _present(analysis, known.parties):
            continue
        found.append(
            Named(
                name=known.name,
                kind=known.kind or None,
                parties=known.parties,
                start=first,
                end=last,
                rule="mechanism.known",
                known=True,
                round=_round(text, start, first),
                cadence=known.cadence if known.cadence != "unknown" else None,
                established=known.established or None,
            )
        )
    return found


def _by_form(text: str, sentence: Sentence, knowledge: Knowledge) -> list[Named]:
    pattern, heads = _forms()
    found = []
    for match in pattern.finditer(text, sentence.start, sentence.end):
        start, end = _own_words(text, match)
        name = " ".join(text[start:end].split())
        head = " ".join(match["head"].split())
        if (name == head and not head.startswith("Joint ")) or _ORGANISATION.match(text, end):
            continue
        if knowledge.parties.code_of(name) or any(n in name for n in lists()["never"]["words"]):
            continue
        found.append(
            Named(
                name=name,
                kind=heads[head],
                parties=_parties(name, knowledge),
                start=start,
                end=end,
                rule="mechanism.form",
                round=_round(text, sentence.start, start),
            )
        )
    return found


# "Readout of the ..." leads to a name; "Republic of Korea" is part of one.
_LED_IN = re.compile(
    rf"(?<!Republic\s)(?<!Council\s)(?:(?:{_JOINING}|and)\s+the\s+|\b(?:of|for|on|in|to|with|during|at)\s+)",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"\s+(?:Joint\s+)?(?:Declaration|Agreement|Dialogue|Summit|Forum|Working\s+Group|Action\s+Plan)\b"
)


def _own_words(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The name without what leads to it ("Readout of the ...", "This ...") and with the head that ends it."""
    start, end = match.span()
    if longer := _CONTINUED.match(text, match.end("head")):
        end = max(end, longer.end())
    for lead in _LED_IN.finditer(text, start, match.start("head")):
        start = lead.end()
    while article := _ARTICLE.match(text[start:end]):
        start += article.end()
    return start, end


def _by_common_name(text: str, sentence: Sentence) -> list[Named]:
    pattern, heads = _common()
    found = []
    for match in pattern.finditer(text, sentence.start, sentence.end):
        name = " ".join(match[0].split())
        if name.startswith("and "):
            continue
        if set(name.split()[:-1]) <= {"joint", "bilateral", "trilateral", "high-level", "and"}:
            continue
        found.append(
            Named(
                name=name,
                kind=heads[" ".join(match["head"].split())],
                parties=(),
                start=match.start(),
                end=match.end(),
                rule="mechanism.common",
                round=_round(text, sentence.start, match.start()),
            )
        )
    return found


def _two(text: str, sentence: Sentence) -> list[Named]:
    return [
        Named("2+2", "2+2", (), m.start(), m.end(), "mechanism.2+2", round=_round(text, sentence.start, m.start()))
        for m in _TWO.finditer(text, sentence.start, sentence.end)
    ]


def _talks(text: str, sentence: Sentence, knowledge: Knowledge) -> list[Named]:
    """A numbered round of talks between two named sides, whatever they are called."""
    return [
        Named(
            name=" ".join(m["name"].split()),
            kind="strategic_dialogue",
            parties=_parties(m["name"], knowledge),
            start=m.start("name"),
            end=m.end("name"),
            rule="mechanism.round",
            round=_number(m["ordinal"]),
        )
        for m in _ROUND_OF_TALKS.finditer(text, sentence.start, sentence.end)
    ]


def _round(text: str, start: int, at: int) -> int | None:
    match = _ROUND_BEFORE.search(text[start:at])
    return _number(match["ordinal"]) if match else None


def _number(ordinal: str) -> int | None:
    word = ordinal.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))


def _parties(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.code for f in knowledge.parties.find(name.replace("-", " ").replace("–", " "))))


def _with_parties(analysis: Analysis, sentence: Sentence, found: Named) -> Named:
    """With the parties of its sentence, where its name tells none and the sentence names two or a group of them."""
    if found.parties:
        return found
    joined = join(a.party for m in analysis.mentions_in(sentence.index) for a in m.actors) or ""
    parties = tuple(joined.split("|"))
    if not 2 <= len(parties) <= 3:
        return found
    return Named(
        found.name, found.kind, parties, found.start, found.end, found.rule, found.known, found.round,
        found.cadence, found.established,
    )  # fmt: skip
