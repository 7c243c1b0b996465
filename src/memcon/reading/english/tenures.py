"""Tenures: what a page says of who holds or held an office, set beside what the tables know.

"Former", "then-", "newly appointed", "was replaced by", "X's successor, Y", "was appointed in March, replacing Z".
Where the tables say otherwise, `conflict` tells what they say; nothing is overwritten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from memcon.knowledge import Knowledge
from memcon.model import Tenure, interval
from memcon.reading import dates
from memcon.reading.analysis import Actor, Analysis, Mention, Sentence
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import Voices
from memcon.reading.expressions import Expression

_FORMER = re.compile(r"\b(?:former|ex|then|erstwhile|ousted|deposed|one-time|late|previous)\b[\s-]*$", re.IGNORECASE)
_FORMER_IN = re.compile(r"^(?:former|ex|then|ousted|deposed|previous)\b", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:newly(?:[\s-](?:appointed|elected|installed|named|inaugurated))?|new|incoming|just-appointed)\s+$",
    re.IGNORECASE,
)
_NEW_IN = re.compile(r"^(?:newly|new|incoming)\b", re.IGNORECASE)
_REPLACE = {"replace", "succeed"}
_APPOINT = {"appoint", "name", "elect", "install", "swear", "nominate", "inaugurate"}
_TRIGGER = re.compile(
    r"former|\bex-|\bthen[\s-]|\bnew|replac|succe|appoint|named|elected|sworn|oust"
    r"|(?:took|taking|takes?) (?:office|over)",
    re.IGNORECASE,
)
# One of these stands in each of them: most sentences have none.
_PARTS = (
    *("former", "ex-", "then", "new", "replac", "succe", "appoint", "named", "elected", "sworn", "oust"),
    *("office", "over"),
)


@dataclass(frozen=True, slots=True)
class _Held:
    """Who holds or held an office, and the words that say so."""

    holder: Actor
    start: int
    end: int
    rule: str
    former: bool = False
    replaces: Actor | None = None
    dated: tuple[int, int] | None = None
    """The words among which the date of taking office stands."""


def find(analysis: Analysis, knowledge: Knowledge) -> tuple[Tenure, ...]:
    """The tenures of a page; of several words about one person, those that tell most."""
    voices = Voices(analysis)
    found: dict[str, Tenure] = {}
    for sentence in analysis.sentences:
        low = analysis.page.text[sentence.start : sentence.end].lower()
        if not any(part in low for part in _PARTS):
            continue
        if not _TRIGGER.search(analysis.page.text, sentence.start, sentence.end):
            continue
        for held in (*_by_words(analysis, voices, sentence), *_by_verbs(Tree.of(sentence), voices)):
            tenure = _tenure(analysis, knowledge, sentence, held)
            if tenure is None:
                continue
            known = found.get(tenure.person)
            found[tenure.person] = _fuller(known, tenure) if known else tenure
    return tuple(found.values())


def _fuller(a: Tenure, b: Tenure) -> Tenure:
    """The one that tells more: a predecessor, a start, an office; the other gives an office it lacks."""
    best, other = (b, a) if _told(b) > _told(a) else (a, b)
    if best.office is None and other.office is not None:
        return msgspec.structs.replace(best, office=other.office, party=best.party or other.party)
    return best


def _told(tenure: Tenure) -> tuple[bool, bool, bool]:
    return tenure.replaces is not None, tenure.since is not None, tenure.office is not None


def _by_words(analysis: Analysis, voices: Voices, sentence: Sentence) -> Iterator[_Held]:
    """ "former", "then-", "newly appointed" before a person's title or name; "X's successor, Y"."""
    text = analysis.page.text
    for mention in voices.within(sentence.index):
        actor = next((a for a in mention.actors if a.name), None)
        if mention.kind != "person" or actor is None or not (actor.party or actor.office):
            continue
        before, inside = text[sentence.start : mention.start], text[mention.start : mention.end]
        titled = actor.role is not None or actor.office is not None
        if match := _FORMER.search(before):
            start = sentence.start + match.start()
            yield _Held(actor, start, mention.end, "tenure.former", former=True)
        elif _FORMER_IN.search(inside):
            yield _Held(actor, mention.start, mention.end, "tenure.former", former=True)
        elif titled and (match := _NEW.search(before)):
            yield _Held(actor, sentence.start + match.start(), mention.end, "tenure.new")
        elif titled and _NEW_IN.search(inside):
            yield _Held(actor, mention.start, mention.end, "tenure.new")
        yield from _successor(analysis, voices, sentence, mention, actor)
        yield from _successor_within(analysis, mention, actor)


_SUCCESSOR = re.compile(
    r"(?:['’]s?)\s+(?P<word>successor|predecessor)\b(?:\s+as\s+[\w\s]{3,40}?)?,?\s+(?:[A-Z][\w\s]{0,40}?)?$"
)


def _successor(
    analysis: Analysis, voices: Voices, sentence: Sentence, mention: Mention, actor: Actor
) -> Iterator[_Held]:
    """The person named right after "X's successor"; X is the person named right before."""
    text = analysis.page.text
    for other in voices.within(sentence.index):
        first = next((a for a in other.actors if a.name), None)
        if first is None or other.end > mention.start:
            continue
        match = re.fullmatch(_SUCCESSOR, text[other.end : mention.start])
        if match is None and text[other.end - 2 : other.end] in ("'s", "’s"):
            match = re.fullmatch(_SUCCESSOR, text[other.end - 2 : mention.start])
        if match is None:
            continue
        if match["word"] == "successor":
            yield _Held(actor, other.start, mention.end, "tenure.successor", replaces=first)
        else:
            yield _Held(first, other.start, mention.end, "tenure.predecessor", replaces=actor)


_WITHIN = re.compile(r"(?P<old>[\w .’'-]+?)['’]s?\s+(?P<word>successor|predecessor)\b")


def _successor_within(analysis: Analysis, mention: Mention, actor: Actor) -> Iterator[_Held]:
    """ "Wei's successor, Li Shangfu" as one mention; Wei is whom the page names so elsewhere."""
    match = _WITHIN.match(analysis.page.text[mention.start : mention.end])
    if match is None:
        return
    last = match["old"].split()[-1]
    named = (a for m in analysis.mentions for a in m.actors if a.name and last in a.name.split() and a != actor)
    other = next(named, None)
    if other is None:
        return
    holder, before = (actor, other) if match["word"] == "successor" else (other, actor)
    yield _Held(_of_office(holder, before), mention.start, mention.end, "tenure.successor", replaces=before)


def _by_verbs(tree: Tree, voices: Voices) -> Iterator[_Held]:
    """ "X was replaced by Y", "Y succeeded X", "Y was appointed in March, replacing X", "since Y took office"."""
    for token in tree.sentence.tokens:
        if token.pos != "VERB":
            continue
        if token.lemma in _REPLACE:
            yield from _replaced(tree, voices, token.i)
        elif token.lemma in _APPOINT:
            if token.dep == "acl" and token.tag == "VBN":  # "Blinken, appointed in 2021, ..."
                yield from _took(tree, voices, token.i, token.head, "tenure.appointed")
                continue
            subject = tree.children(token.i, "nsubjpass")
            if subject:
                at = token.head if subject[0].lower in ("who", "that") else subject[0].i
                yield from _took(tree, voices, token.i, at, "tenure.appointed")
        elif token.lemma == "take" and (
            any(o.lemma in ("office", "post", "oath") for o in tree.children(token.i, "dobj"))
            or any(p.lower == "over" for p in tree.children(token.i, "prt"))
        ):
            at_token = tree.subject(token.i)
            if at_token is not None:
                yield from _took(tree, voices, token.i, at_token, "tenure.took")


def _person(tree: Tree, voices: Voices, i: int) -> Actor | None:
    mention = voices.mention_at(tree.sentence.index, i)
    return next((a for a in mention.actors if a.name), None) if mention else None


def _clause(tree: Tree, verb: int, *others: int) -> tuple[int, int]:
    inside = [*tree.subtree(verb), *others]
    first, last = min(inside), max(inside)
    while last > verb and tree.token(last).pos == "PUNCT":
        last -= 1
    while first < verb and (
        tree.token(first).pos == "PUNCT" or tree.token(first).lower in ("and", "when", "but", "that")
    ):
        first += 1
    return tree.token(first).start, tree.token(last).end


def _replaced(tree: Tree, voices: Voices, verb: int) -> Iterator[_Held]:
    if tree.token(verb).dep in ("advcl", "xcomp", "acl") and tree.token(tree.token(verb).head).lemma in _APPOINT:
        return  # told with the appointment
    passive = tree.children(verb, "nsubjpass")
    new, old = tree.subject(verb), (passive[0].i if passive else None)
    if old is None:
        objects = tree.children(verb, "dobj")
        old = objects[0].i if objects else None
    if new is None or old is None:
        return
    if passive and passive[0].lower in ("who", "that"):
        old = tree.token(verb).head
    holder, before = _person(tree, voices, new), _person(tree, voices, old)
    if holder is None or before is None or holder == before:
        return
    start, end = _clause(tree, verb)
    yield _Held(_of_office(holder, before), start, end, "tenure.replaced", replaces=before, dated=(start, end))


def _of_office(holder: Actor, before: Actor) -> Actor:
    """Who follows in an office holds it, where the page does not tell his own."""
    if holder.office or not before.office:
        return holder
    return replace(holder, office=before.office, party=holder.party or before.party)


def _took(tree: Tree, voices: Voices, verb: int, subject: int, rule: str) -> Iterator[_Held]:
    holder = _person(tree, voices, subject)
    if holder is None:
        return
    before = None
    for clause in (*tree.children(verb, "advcl", "xcomp", "acl", "conj"), *tree.children(verb, "prep")):
        for at in tree.subtree(clause.i):
            if tree.token(at).lemma in (*_REPLACE, "from"):
                objects = tree.children(at, "dobj", "pobj")
                before = _person(tree, voices, objects[0].i) if objects else before
    start, end = _clause(tree, verb)
    if "will" in tree.auxiliaries(verb):
        return  # not yet in office
    inner = [tree.token(c[0]).start for t in tree.sentence.tokens if t.dep == "relcl" and (c := tree.subtree(t.i))]
    until = min((i for i in inner if start < i < end), default=end)
    yield _Held(holder, start, end, rule, replaces=before, dated=(start, until))


def _tenure(analysis: Analysis, knowledge: Knowledge, sentence: Sentence, held: _Held) -> Tenure | None:
    person = held.holder.name
    if person is None:
        return None
    page = analysis.page
    quotes = [page.evidence(held.start, held.end, "tenure", held.rule)]
    since = None
    if held.dated is not None:
        today = interval(analysis.today)
        for mention in analysis.dates_in(sentence.index):
            if held.dated[0] <= mention.start and mention.end <= held.dated[1]:
                expression: Expression = mention.expression  # type: ignore[assignment]
                since = dates.resolve(expression, today, "past")
                if since:
                    quotes.append(page.evidence(mention.start, mention.end, "since", mention.rule))
                    break
    return Tenure(
        person=person,
        office=held.holder.office,
        party=held.holder.party,
        since=since,
        former=held.former,
        replaces=held.replaces.name if held.replaces else None,
        conflict=_conflict(analysis, knowledge, held, since),
        evidence=quotes[0].quote,
        quotes=tuple(quotes),
    )


def _conflict(analysis: Analysis, knowledge: Knowledge, held: _Held, since: str | None) -> str | None:
    """What the tables say, where the page says otherwise: another start, or a "former" holder still in office."""
    official, office = held.holder.official, held.holder.office
    if official is None or office is None or official not in knowledge.tenures.officials:
        return None
    terms = [t for t in knowledge.tenures.offices_of(official) if t.office == office]
    if not terms:
        return None
    stated, today = interval(since), interval(analysis.today)
    if stated is not None:
        starts = [i for t in terms if (i := interval(t.since)) is not None]
        if starts and all(s.gap(stated) > 31 for s in starts):
            return f"the tables have {office} since {', '.join(t.since for t in terms)}"
    if held.former and today is not None and held.rule == "tenure.former":
        holding = [t for t in terms if t.until and (d := t.days()) and d.first <= today.first and today.last <= d.last]
        if holding:
            return f"the tables have {office} from {holding[0].since} to {holding[0].until}"
    return None
