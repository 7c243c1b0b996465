"""What stands around a word that speaks of an event: its modifiers, what its verb acts on, the particle of the verb."""

from collections.abc import Iterator

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_words import Idiom, lexicon

# Verbs whose subject is what was broken off or taken up again.
INTRANSITIVE = frozenset({"collapse", "break", "stall", "resume", "restart", "reopen", "fail"})


# Verbs whose object is put where the words behind it say: "placed two officials on its blacklist".
LISTING = frozenset({"add", "include", "place", "put"})


# Verbs that reach their object by a preposition of their own: "entered into an agreement".
REACHING = {"enter": "into", "arrive": "at"}


OBJECT = ("dobj", "obj", "nsubjpass")


PARTICLES = ("off", "down", "out", "in", "up", "away", "back", "home", "aside")
# Verbs that take their object with "in" for a particle, where the parse takes it for a preposition.
CALLING = frozenset({"call", "haul"})
# What a house resumes when it opens again: "the embassy resumed its work".
WORK = frozenset({"work", "operation", "operations", "activity", "activities"})
IDIOM_REACH = 14  # words from the verb of a turn of phrase to its last word


def modifiers(sentence: Sentence, i: int) -> set[str]:
    """Lower-case words that modify noun `i`, hyphenated compounds taken apart as well."""
    words: set[str] = set()
    for t in sentence.children(i):
        if t.i < i and t.dep in ("amod", "compound", "nmod", "nummod", "poss", "advmod", "punct", "npadvmod"):
            words.add(t.lower)
            words.add(t.lemma)
            words.update(c.lower for c in sentence.children(t.i) if c.dep in ("amod", "compound", "nmod", "advmod"))
    return words


def dated(sentence: Sentence, preposition: Token) -> bool:
    """Whether a day or a month stands behind a preposition: "a call on Monday"."""
    return any(g.lower in DAYS for g in sentence.children(preposition.i))


DAYS = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "evening", "night"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    }
)


def _prepositional_objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for child in sentence.children(verb.i):
        if child.lower == REACHING.get(verb.lemma):
            yield from (g for g in sentence.children(child.i) if g.dep == "pobj")
        if child.dep == "advmod" and child.lower in PARTICLES:  # "walked away from talks"
            for prep in sentence.children(child.i):
                yield from (g for g in sentence.children(prep.i) if g.dep == "pobj")
        if child.dep in ("prep", "prt") and child.lower in (
            "from",
            "off",
            "out",
            "on",
            "to",
            "of",
            "down",
            "in",
            "with",
            "for",
            "under",
        ):
            for grand in sentence.children(child.i):
                if grand.dep == "pobj":
                    yield grand
                if grand.dep == "prep":
                    yield from (g for g in sentence.children(grand.i) if g.dep == "pobj")


def objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """What a verb acts on: objects, passive subjects, objects of its prepositions, and what is coordinated with
    them.
    """
    direct = [t for t in sentence.children(verb.i) if t.dep in OBJECT or (t.dep in ("attr", "oprd") and t.pos != "ADV")]
    working = direct and all(t.lemma in WORK for t in direct)
    if verb.lemma in INTRANSITIVE and (not direct or working):  # "talks collapsed", "the embassy resumed work"
        direct = [t for t in sentence.children(verb.i) if t.dep == "nsubj"]
    if not direct and verb.dep == "xcomp" and any(c.dep == "auxpass" for c in sentence.children(verb.i)):
        above = sentence.children(verb.head)  # "the treaty is expected to be signed"
        direct = [t for t in above if t.dep in ("nsubj", "nsubjpass")]
    if not direct and verb.tag in ("VBN", "VBD"):  # "agreements were on Monday signed": hung on the auxiliary
        helpers = [c.i for c in sentence.children(verb.i) if c.dep == "auxpass"]
        direct = [t for i in helpers for t in sentence.children(i) if t.dep in ("nsubj", "nsubjpass")]
    if verb.dep == "acl" and verb.tag == "VBN":  # "an agreement signed in Rome"
        direct.append(sentence.tokens[verb.head])
    if verb.dep == "relcl" and _relative_object(sentence, verb):
        direct.append(sentence.tokens[verb.head])
    for t in (*direct, *_prepositional_objects(sentence, verb), *_behind_idiom(sentence, verb)):
        yield t
        stack = [c for c in sentence.children(t.i) if c.dep in ("conj", "appos")]
        while stack:
            c = stack.pop()
            yield c
            stack.extend(g for g in sentence.children(c.i) if g.dep in ("conj", "appos"))
        within = ("of", "in", "on", "to") if verb.lemma in LISTING else ("of",)
        for of in (
            c for c in sentence.children(t.i) if c.dep == "prep" and c.lower in within
        ):  # "a series of agreements"
            yield from (g for g in sentence.children(of.i) if g.dep == "pobj")


def idiom(sentence: Sentence, verb: Token) -> tuple[Idiom, int] | None:
    """The turn of phrase that a verb begins ("slammed the door"), with the place behind its last word."""
    known = lexicon().idioms.get(verb.lemma)
    if known is None:
        return None
    behind = [t.lower for t in sentence.tokens[verb.i + 1 : verb.i + 1 + IDIOM_REACH]]
    for phrase in known:
        words = list(phrase.words)
        if words[0] not in behind:
            continue
        for i in range(len(behind) - len(words) + 1):
            if behind[i : i + len(words)] == words:
                return phrase, verb.i + 1 + i + len(words)
    return None


def _behind_idiom(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """What stands behind a turn of phrase: "pulled the plug on the talks", "said no to a meeting"."""
    told = idiom(sentence, verb)
    if told is None:
        return
    phrase, end = told
    before = sentence.tokens[end - len(phrase.words) - 1]
    if before.pos in ("NOUN", "PROPN") and before.i > verb.i:  # "sent the envoy packing"
        yield before
    for t in sentence.tokens[end - 1 : end + 1]:
        if t.pos in ("ADP", "PART", "SCONJ"):
            yield from (g for g in sentence.children(t.i) if g.dep == "pobj")


def _relative_object(sentence: Sentence, verb: Token) -> bool:
    """Whether a relative clause tells what was done to the noun before it: "the accord that they signed"."""
    below = sentence.children(verb.i)
    if any(t.dep in OBJECT and (t.tag in ("WDT", "WP") or t.lower == "that") for t in below):
        return True
    subject = [t for t in below if t.dep == "nsubj" and t.tag not in ("WDT", "WP")]
    return bool(subject) and not any(t.dep in (*OBJECT, "ccomp", "xcomp") or t.tag in ("WDT", "WP") for t in below)


def goes_with(sentence: Sentence, verb: Token, prepositions: frozenset[str]) -> bool:
    """Whether one of the prepositions hangs on the verb, or stands right behind it ("spoke today with")."""
    below = (c for c in sentence.children(verb.i) if c.dep in ("prep", "prt", "dative", "advmod", "agent"))
    if any(c.lower in prepositions for c in below):
        return True
    return any(t.lower in prepositions & {"with", "to"} for t in sentence.tokens[verb.i + 1 : verb.i + 4])


def forms(sentence: Sentence, verb: Token) -> set[str]:
    """The verb's lemma, or with its particle ("call off"): a phrasal verb is another word than its verb, and a turn of
    phrase stands for others.
    """
    told = idiom(sentence, verb)
    if told is not None:
        return set(told[0].means)
    for c in sentence.children(verb.i):
        if (c.lower in PARTICLES and c.dep in ("prt", "advmod", "oprd")) or (
            c.dep == "prep" and (c.lower in ("off", "out", "away") or (verb.lemma in CALLING and c.lower == "in"))
        ):
            return {f"{verb.lemma} {c.lower}", verb.lemma} if c.dep != "prt" else {f"{verb.lemma} {c.lower}"}
    return {verb.lemma}
