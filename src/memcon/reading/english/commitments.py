"""Commitments: what a party undertook, for whom, how much, by when, and on what condition.

Six forms are read: a verb of undertaking ("agreed to", "pledged"), a noun of one ("reaffirmed its commitment to"), a
state ("is ready to"), a party's own will ("Japan will deliver"), a sum or goods given ("earmarked 200 million
yen"), an order to one's own people, and the provisions of an agreement. Wishes, appeals to others and forecasts about
others are none.
"""

from memcon.knowledge import Knowledge
from memcon.model import Commitment, Evidence
from memcon.reading.analysis import Actor, Analysis
from memcon.reading.english import voice
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import Speakers, Voices, join
from memcon.reading.english.terms import amount_in, condition, due_in
from memcon.reading.english.undertaking_words import Undertaking
from memcon.reading.english.undertakings import Context, hopeful, in_sentence

# How many sentences back an "it" or "they" that nobody resolved may point.
RECENT = 2


def find(analysis: Analysis, knowledge: Knowledge, said: tuple[Spoken, ...]) -> tuple[Commitment, ...]:
    """Commitments of a page, in the order of the text; `said` are its statements, which tell who speaks where."""
    by = voice.issuer(analysis, knowledge)
    voices = voice.voices(analysis, by)
    _, head = voice.head(analysis) if by else (0, 0)
    found: list[Commitment] = []
    last: tuple[int, Speakers] | None = None  # who bound themselves last, and in which sentence
    for sentence in analysis.sentences:
        if sentence.kind not in ("body", "caption") or sentence.start < head or not hopeful(sentence):
            continue
        tree = Tree.of(sentence)
        speaking = [s for s in said if s.start < sentence.end and sentence.start < s.end]
        recent = last[1] if last is not None and sentence.index - last[0] <= RECENT else None
        kept: list[Undertaking] = []
        for undertaking in in_sentence(Context(tree, voices, by, speaking, recent)):
            if not any(k.first <= undertaking.last and undertaking.first <= k.last for k in kept):
                kept.append(undertaking)
        kept.sort(key=lambda u: u.first)
        found.extend(_commitment(analysis, tree, voices, u, alone=len(kept) == 1) for u in kept)
        if kept:
            last = sentence.index, Speakers(tuple(Actor(party=p) for p in kept[-1].by.split("|")))
    return tuple(found)


def _commitment(analysis: Analysis, tree: Tree, voices: Voices, undertaking: Undertaking, alone: bool) -> Commitment:
    """The record of an undertaking; one that is `alone` in its sentence may be due by a date anywhere in it."""
    tokens = tree.sentence.tokens
    page = analysis.page
    start, end = tokens[undertaking.first].start, tokens[undertaking.last].end
    quotes: list[Evidence] = [page.evidence(start, end, "commitment", undertaking.rule)]
    # The sum is told after the verb: "trade has reached 2 billion, and they agreed to double it to 4 billion".
    amount = amount_in(analysis, tokens[min(undertaking.what, undertaking.last)].start, end, undertaking.by)
    amount = amount or amount_in(analysis, start, end, undertaking.by)
    if amount is not None:
        quotes.append(page.evidence(amount.start, amount.end, "amount", "money"))
    due = due_in(analysis, tree.sentence.index, start, end)
    if due is None and alone:
        due = due_in(analysis, tree.sentence.index, tree.sentence.start, tree.sentence.end)
    if due is not None:
        quotes.append(page.evidence(due.start, due.end, "due", due.rule))
    only_if = condition(tree, undertaking.first, undertaking.last)
    what = " ".join(page.text[tokens[min(undertaking.what, undertaking.last)].start : end].split())
    if what.startswith(("n't ", "n’t ")):  # "won't send"
        what = "not" + what[3:]
    return Commitment(
        by=undertaking.by,
        to=_recipient(tree, voices, undertaking),
        what=what.removeprefix("to ").removeprefix("that ") or page.text[start:end],
        amount=amount.amount if amount else None,
        due=due.date if due else None,
        status=undertaking.status,
        condition=page.text[only_if[0] : only_if[1]] if only_if else None,
        evidence=page.text[start:end],
        quotes=tuple(quotes),
    )


def _recipient(tree: Tree, voices: Voices, undertaking: Undertaking) -> str | None:
    """The first party in the words that is given, helped or promised something, and is none of those who promise."""
    own = set(undertaking.by.split("|"))
    for mention in voices.within(tree.sentence.index):
        if not undertaking.what <= mention.first <= undertaking.last:
            continue
        head = tree.token(mention.head)
        helped = head.dep in ("dobj", "dative") or (
            head.dep == "pobj" and tree.token(head.head).lower in ("to", "for", "with", "toward", "towards")
        )
        party = join(a.party for a in mention.actors)
        if helped and party and not set(party.split("|")) & own:
            return party
    return None
