"""Word class and lemma of parsed words by the model's own rules, each asked once.

spaCy's attribute ruler and lemmatizer take a quarter of a parse. What they say of a word hangs on its form, tag and
relation alone, save for a few pairs ("ai n't", "there is"), which are asked about together; and what the ruler says
hangs on the form only for the words that its rules name.
"""

import operator
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEPT = 1 << 15  # words with their tag and relation that are kept at once: some 15 MB

Key = tuple[int, int, int]  # spaCy's numbers of the form, the tag and the relation


class Word(NamedTuple):
    """What a token's form, tag and relation tell. `opens`: the ruler's word on it or the next may need both."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    opens: bool
    space: bool


_opens = operator.attrgetter("opens")


class _Ruled(NamedTuple):
    pos: str
    morph: str
    lemma: str  # empty where it is left to the lemmatizer
    opens: bool


class Words:
    """The words of a language's pipeline, which has an attribute ruler and a lemmatizer."""

    def __init__(self, nlp: "Language") -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        ruler: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._ruler, self._lemmatizer = ruler, lemmatizer
        # Lists of thousands of known forms, which the lemmatizer searches from the start for every word it has not met.
        known = lemmatizer.lookups.get_table("lemma_index")
        for word_class in list(known):
            known[word_class] = frozenset(known[word_class])
        patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
        self._openers = Matcher(nlp.vocab)
        self._openers.add("first of several", [[pattern[0]] for pattern in patterns if len(pattern) > 1])
        self._named, self._named_by_form = _named(spec["LOWER"] for p in patterns for spec in p if "LOWER" in spec)
        self._ruled: dict[tuple[str, int, int], _Ruled] = {}
        self._kept: dict[Key, Word] = {}

    def of(self, keys: Sequence[Key]) -> list[Word]:
        """The words of a passage, by the keys of its tokens."""
        kept = self._kept
        try:
            words = [kept[key] for key in keys]
        except KeyError:
            self._learn(keys)
            words = [kept[key] for key in keys]
        if not any(map(_opens, words)):
            return words
        n = 0
        while n < len(words):
            first = n
            while n < len(words) and words[n].opens:
                n += 1
            if n > first:  # with the word after the last that opens
                for token in self._lemmatizer(self._ruler(self._doc(keys[first : n + 1]))):
                    words[first + token.i] = words[first + token.i]._replace(lemma=token.lemma_.lower(), pos=token.pos_)
            n += 1
        return words

    def _doc(self, keys: Sequence[Key]) -> "Doc":
        from spacy.tokens import Doc

        strings = self._vocab.strings
        return Doc(
            self._vocab,
            words=[strings[form] for form, _, _ in keys],
            spaces=[False] * len(keys),
            tags=[strings[tag] for _, tag, _ in keys],
            heads=list(range(len(keys))),
            deps=[strings[dep] for _, _, dep in keys],
        )

    def _learn(self, keys: Sequence[Key]) -> None:
        if len(self._kept) + len(keys) > KEPT:
            self._kept.clear()
            self._lemmatizer.cache.clear()
        strings = self._vocab.strings
        new = [key for key in dict.fromkeys(keys) if key not in self._kept]
        ruled = [self._rule(key) for key in new]
        for (form, tag, dep), rule, lemma in zip(new, ruled, self._lemmas(new, ruled), strict=True):
            lexeme = self._vocab[form]
            self._kept[form, tag, dep] = Word(
                lexeme.text,
                lexeme.lower_,
                lemma.lower(),
                rule.pos,
                strings[tag],
                strings[dep],
                rule.opens,
                lexeme.is_space,
            )

    def _rule(self, key: Key) -> _Ruled:
        """What the ruler says of a word: the same for all words of a tag and a relation that no rule names."""
        form, tag, dep = key
        lexeme = self._vocab[form]
        lower = lexeme.lower_
        named = lexeme.is_space or lower in self._named or any(f.search(lower) for f in self._named_by_form)
        like = (lower if named else "", tag, dep)
        if like not in self._ruled:
            doc = self._doc([key])
            opens = bool(self._openers(doc))
            (token,) = self._ruler(doc)
            self._ruled[like] = _Ruled(token.pos_, str(token.morph), token.lemma_, opens)
        return self._ruled[like]

    def _lemmas(self, keys: Sequence[Key], ruled: Sequence[_Ruled]) -> list[str]:
        from spacy.tokens import Doc

        texts = [self._vocab.strings[form] for form, _, _ in keys]
        spaces = [False] * len(keys)
        doc = Doc(self._vocab, words=texts, spaces=spaces, pos=[r.pos for r in ruled], morphs=[r.morph for r in ruled])
        return [rule.lemma or self._lemmatizer.lemmatize(token)[0] for token, rule in zip(doc, ruled, strict=True)]


def _named(conditions: Iterable[Any]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words and the forms of words that the ruler's rules name."""
    words: set[str] = set()
    forms: dict[str, re.Pattern[str]] = {}
    for condition in conditions:
        if isinstance(condition, str):
            words.add(condition)
        elif "IN" in condition:
            words.update(condition["IN"])
        else:
            forms[condition["REGEX"]] = re.compile(condition["REGEX"])
    return frozenset(words), tuple(forms.values())
