"""What the rooms of the reading hand to one another: a page's passages, its sentences, and what was found in them.

Every position (`start`, `end`) counts characters of the document's text as it came, so that every quote can be cut
from it. Token ranges (`first`, `last`) are half-open and index `Sentence.tokens`.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar

from memcon.model import Document, Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the page that belongs together: a paragraph, a title, or what is not text at all.

    `kind`: `title` (headline), `body`, `date` (a date line or stamp), `byline`, `caption`, `boilerplate` (menus,
    adverts, share buttons, comment forms: never read). `language` is a BCP 47 tag: `en`, `zh-Hans`,
    `zh-Hant`, or `und`.
    """

    start: int
    end: int
    kind: Literal["title", "body", "date", "byline", "caption", "boilerplate"]
    language: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document cut into passages, in the order of the text."""

    document: Document
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The text as it came."""
        return self.document.text

    def evidence(self, start: int, end: int, field: str, rule: str) -> Evidence:
        """The exact quote between two positions."""
        return Evidence(field=field, quote=self.text[start:end], start=start, end=end, rule=rule)


class Token(NamedTuple):
    """One word of a parsed sentence. `head` is the index of its head in the sentence (its own index for the root)."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence: `index` counts sentences of the page, `passage` indexes `Page.passages`.

    `below` holds each token's direct dependents, in order; `lowers` and `lemmas` all words and lemmas,
    in lower case, by which a finder passes over a sentence that has none of its own; `figures` tells whether a word
    begins with a digit.
    """

    index: int
    passage: int
    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    below: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)
    lowers: frozenset[str] = field(init=False, repr=False, compare=False)
    lemmas: frozenset[str] = field(init=False, repr=False, compare=False)
    figures: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tokens = self.tokens
        below: list[tuple[Token, ...]] = [()] * len(tokens)
        for token in tokens:
            if (head := token.head) != token.i:
                below[head] += (token,)
        lowers = frozenset([t.lower for t in tokens])
        object.__setattr__(self, "below", tuple(below))
        object.__setattr__(self, "lowers", lowers)
        object.__setattr__(self, "lemmas", frozenset([t.lemma for t in tokens]))
        object.__setattr__(self, "figures", any(map(str.isdigit, {w[:1] for w in lowers})))

    def __hash__(self) -> int:  # not over all tokens: a sentence is looked up many times
        return hash((self.index, self.start, self.end))

    def children(self, i: int) -> tuple[Token, ...]:
        """The direct dependents of token `i`, in order."""
        return self.below[i]

    def having(self, lemmas: Set[str]) -> tuple[Token, ...]:
        """The words of these lemmas, in order; most sentences have none."""
        if lemmas.isdisjoint(self.lemmas):
            return ()
        return tuple([t for t in self.tokens if t.lemma in lemmas])

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token `i` and all that depends on it, in order."""
        inside = [i]
        for at in inside:
            inside.extend([t.i for t in self.below[at]])
        return tuple(sorted(inside))

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Indices from the head of token `i` up to the root."""
        path: list[int] = []
        while self.tokens[i].head != i and len(path) < len(self.tokens):
            i = self.tokens[i].head
            path.append(i)
        return tuple(path)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for: a person in a role, or a party alone (`name` None).

    `name` is the fullest form the document gives (as written there); `role` the title as written; `party` a code, or
    two and more joined by `|` for one body of several; `office` the tables' office name (`foreign_minister`);
    `official` the identity in the fact tables.
    """

    name: str | None = None
    role: str | None = None
    party: str | None = None
    office: str | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one or more actors.

    `kind`: `person` (a name, with or without title), `office` (a title without a name: "the Chinese defence
    minister", "his Chinese counterpart"), `party` (a country or organisation by name: "China", "NATO"), `metonym`
    ("Beijing", "the Kremlin": a party or a place, by use), `body` (a ministry, agency, delegation, "Chinese
    officials"), `group` ("the two ministers", "both sides"), `pronoun` ("he", "they"). `head` is the
    index of the syntactic head
    token in the sentence.
    """

    sentence: int
    first: int
    last: int
    head: int
    start: int
    end: int
    kind: Literal["person", "office", "party", "metonym", "body", "group", "pronoun"]
    actors: tuple[Actor, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place. `kind`: `city`, `country`, `region`, `venue`, `water`."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that say when, not yet set against a calendar: see `dates.resolve`.

    `relation` is how the date stands to what is told, by the words in front of it: `on`, `since`, `from`, `until`,
    `by`, `before`, `after`.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    expression: "object"
    rule: str
    relation: str = "on"


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A page with its sentences and all that was found in them; `today` is the page's date as EDTF, or None.

    One analysis is another's equal only where it is the same: what is asked of it often is kept by it.
    """

    page: Page
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    today: str | None = None
    languages: tuple[str, ...] = field(default=())
    _mentions: dict[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)
    _dates: dict[int, tuple[DateMention, ...]] = field(init=False, repr=False, compare=False)
    _places: dict[int, tuple[PlaceMention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_mentions", _by_sentence(self.mentions))
        object.__setattr__(self, "_dates", _by_sentence(self.dates))
        object.__setattr__(self, "_places", _by_sentence(self.places))

    def mentions_in(self, sentence: int) -> tuple[Mention, ...]:
        """Mentions of one sentence, in order."""
        return self._mentions.get(sentence, ())

    def dates_in(self, sentence: int) -> tuple[DateMention, ...]:
        """Date expressions of one sentence, in order."""
        return self._dates.get(sentence, ())

    def places_in(self, sentence: int) -> tuple[PlaceMention, ...]:
        """Places of one sentence, in order."""
        return self._places.get(sentence, ())


_Found = TypeVar("_Found", Mention, DateMention, PlaceMention)


def _by_sentence(found: tuple[_Found, ...]) -> dict[int, tuple[_Found, ...]]:
    by_sentence: dict[int, list[_Found]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence, []).append(one)
    return {sentence: tuple(ones) for sentence, ones in by_sentence.items()}
