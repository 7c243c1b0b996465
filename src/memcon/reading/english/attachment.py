"""Which date and which place belong to a trigger: by the clause they stand in, not by nearness alone."""

from collections.abc import Iterable
from typing import TypeVar

from memcon.reading.analysis import DateMention, PlaceMention, Sentence
from memcon.reading.candidate import CONTACT
from memcon.reading.english.grammar import Clause
from memcon.reading.english.trigger_words import Trigger

CLAUSAL = frozenset({"ccomp", "relcl", "advcl", "parataxis", "csubj"})
# Verbs whose relative clause dates what it hangs on: "a visit that was planned for June".
SCHEDULED = frozenset({"plan", "schedule", "set", "hold", "expect", "due", "take", "begin", "start", "open"})
MADE = frozenset({"make", "pay", "conclude"})  # and that carry it: "a visit which he made on Monday"
SEATS = frozenset({"capital", "city", "town", "village", "resort", "port", "province", "island", "emirate", "enclave"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "aboard", "across", "on"})

M = TypeVar("M", DateMention, PlaceMention)


def _path(sentence: Sentence, i: int) -> list[int]:
    return [i, *sentence.ancestors(i)]


def _outer(sentence: Sentence, first: int, last: int) -> int:
    """The token of a span whose head lies outside it."""
    for i in range(first, last):
        head = sentence.tokens[i].head
        if not first <= head < last or head == i:
            return i
    return first


def cost(sentence: Sentence, trigger: Trigger, first: int, last: int) -> int | None:
    """How far a phrase stands from the event in the parse; None where it belongs to another clause.

    Going up costs one a step; leaving a clause costs four (a date in the reporting clause rarely dates the event);
    going down into a clause below the event is not allowed.
    """
    anchors = [trigger.head] if trigger.carrier is None else [trigger.head, trigger.carrier]
    phrase = _path(sentence, _outer(sentence, first, last))
    best: int | None = None
    for anchor in anchors:
        ups = _path(sentence, anchor)
        shared = next((i for i in phrase if i in ups), None)
        if shared is None:
            continue
        down = phrase[: phrase.index(shared)]
        up = ups[: ups.index(shared)]
        if any(
            sentence.tokens[i].dep in CLAUSAL and not _dates_its_noun(sentence, i, anchors) and not at_once(sentence, i)
            for i in down
        ):
            continue
        if any(sentence.tokens[i].dep == "conj" and sentence.tokens[i].pos in ("VERB", "AUX") for i in down):
            continue
        if _behind_other(sentence, trigger, down, first, last):
            continue
        if any(_apart(sentence, i) or (_beyond(sentence, i) and not _come_from(sentence, trigger, i)) for i in up):
            continue
        if any(_side_by_side(sentence, i) for i in up):
            continue
        if trigger.frame != "act" and _says(sentence, shared, up):
            continue
        leaving = sum(4 for i in up if sentence.tokens[i].dep in CLAUSAL)
        total = len(down) + 2 * len(up) + leaving
        if best is None or total < best:
            best = total
    return best


def _side_by_side(sentence: Sentence, clause: int) -> bool:
    """Whether a semicolon parts a clause from the one it hangs on: two statements, each with its own time."""
    head = sentence.tokens[clause].head
    if sentence.tokens[clause].dep not in ("ccomp", "parataxis", "advcl") or head == clause:
        return False
    return any(t.text == ";" for t in sentence.tokens[min(clause, head) : max(clause, head)])


def _dates_its_noun(sentence: Sentence, clause: int, anchors: list[int]) -> bool:
    """Whether the verb of a clause under the event says when the event itself is."""
    verb = sentence.tokens[clause]
    objects = [c for c in sentence.children(clause) if c.dep in ("dobj", "obj") and c.tag != "WDT"]
    if verb.dep == "relcl" and any(o.lower != "place" for o in objects):
        return verb.lemma in MADE and verb.head in anchors  # "its ally, which opened an embassy in 2015"
    return verb.lemma in SCHEDULED or (verb.lemma in MADE and verb.head in anchors)


AT_ONCE = frozenset({"immediately", "shortly", "soon", "right"})


def at_once(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what the event followed at once: "shortly after he took office in March, he went"."""
    children = sentence.children(clause)
    after = any(c.dep == "mark" and c.lower == "after" for c in children)
    return after and any(c.dep == "advmod" and c.lower in AT_ONCE for c in children)


SAYING = frozenset({"say", "tell", "announce", "report", "confirm", "add", "reveal", "write", "state", "declare"})


def _says(sentence: Sentence, shared: int, up: list[int]) -> bool:
    """Whether a phrase tells when something was said and the event stands in what was said."""
    clause = sentence.tokens[up[-1]] if up else None
    return clause is not None and clause.dep == "ccomp" and sentence.tokens[shared].lemma in SAYING


def _behind_other(sentence: Sentence, trigger: Trigger, down: list[int], first: int, last: int) -> bool:
    """Whether a phrase hangs on another happening that the event stands before or after: "ahead of talks in May"."""
    if last - first == 1 and sentence.tokens[first].text.isdigit():  # "after the 2023 attack": the year is the same
        return False
    path = [sentence.tokens[i] for i in down if not first <= i < last]
    for at, t in enumerate(path):
        if t.lower in ("ahead", "after", "before", "following", "since"):
            return any(w.pos == "NOUN" and w.lemma not in MEASURES and w.i != trigger.head for w in path[:at])
    return False


MEASURES = frozenset({"minute", "hour", "day", "week", "month", "year", "round"})


def _beyond(sentence: Sentence, i: int) -> bool:
    """Whether token `i` sets what hangs under it at another time ("published on Friday after the dialogue"), or names
    it as the source of what is told ("according to a joint statement").
    """
    if sentence.tokens[i].lower == "according":
        return True
    return sentence.tokens[i].pos in ("ADP", "SCONJ") and sentence.tokens[i].lower in (
        "after",
        "following",
        "since",
        "before",
    )


def _come_from(sentence: Sentence, trigger: Trigger, i: int) -> bool:
    """Whether somebody speaks as he comes from the event, on its day: "said on Tuesday after talks with"."""
    token, verb = sentence.tokens[i], sentence.tokens[sentence.tokens[i].head]
    return (
        trigger.type in CONTACT
        and token.lower in ("after", "following")
        and verb.lemma in SAYING | {"speak", "claim"}
        and sentence.tokens[trigger.head].head == i
    )


def _apart(sentence: Sentence, i: int) -> bool:
    """Whether clause `i` tells of another time than the clause above it: "weeks after he had been received"."""
    t = sentence.tokens[i]
    if t.dep != "advcl":
        return False
    children = sentence.children(i)
    marked = any(c.dep == "mark" and c.lower in ("after", "before", "since", "until") for c in children)
    perfect = any(c.dep == "aux" and c.lower == "had" for c in children)
    measured = any(c.dep == "npadvmod" for c in children)
    return marked and (perfect or measured)


def _owned(sentence: Sentence, trigger: Trigger, last: int) -> bool:
    """Whether a phrase in the possessive stands right before the event's noun: "Friday's statement" dates no call."""
    if last >= len(sentence.tokens) or sentence.tokens[last].tag != "POS":
        return True
    return last < trigger.head <= last + 4


def nearest(clause: Clause, trigger: Trigger, candidates: Iterable[M], limit: int) -> tuple[M, int] | None:
    """The candidate that belongs to the trigger most closely, with its cost; None where all are further than
    `limit`.
    """
    ranked: list[tuple[int, int, M]] = []
    for c in candidates:
        if not _owned(clause.sentence, trigger, c.last):
            continue
        price = cost(clause.sentence, trigger, c.first, c.last)
        if price is not None and price <= limit:
            ranked.append((price, abs(c.first - trigger.head), c))
    if not ranked:
        return None
    price, _, chosen = min(ranked, key=lambda r: (r[0], r[1], r[2].first))
    return chosen, price


def of_object(sentence: Sentence, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether a place lies in what the event is about: "the talks covered the conflicts in Gaza"."""
    event = sentence.tokens[trigger.head]
    if event.dep not in ("nsubj", "nsubjpass") or trigger.carrier is not None:
        return False
    path = [sentence.tokens[i] for i in _path(sentence, _outer(sentence, place.first, place.last))]
    return any(t.dep in ("dobj", "obj") and t.head == event.head and t.pos == "NOUN" for t in path)


def is_location(clause: Clause, place: PlaceMention) -> bool:
    """Whether a place is spoken of as a place ("in London", "at the White House") rather than as a party or a topic."""
    tokens = clause.sentence.tokens
    t = tokens[_outer(clause.sentence, place.first, place.last)]
    last = tokens[place.last - 1]
    if place.kind == "country" and last.dep in ("compound", "nmod") and last.head >= place.last:
        return False  # "in the Ukraine talks" they are spoken of, "in the Geneva talks" they are held
    if last.dep in ("compound", "nmod") and tokens[last.head].lemma.lower() == "summit":
        return True  # "the Vilnius summit", with or without a preposition
    for _ in range(3):
        if t.dep == "pobj":
            above = tokens[tokens[t.head].head]
            if tokens[t.head].lower == "of" and above.lemma in SEATS and above.dep == "pobj":
                t = above  # "in the Cuban capital of Havana"
                continue
            if tokens[t.head].lower == "on" and place.kind == "country":
                return False  # "talks on Syria"
            return tokens[t.head].lower in PLACE_PREPOSITIONS
        if t.dep in ("appos", "conj", "npadvmod") and t.head != t.i:
            t = tokens[t.head]
            continue
        break
    return place.first > 0 and tokens[place.first - 1].lower in PLACE_PREPOSITIONS
