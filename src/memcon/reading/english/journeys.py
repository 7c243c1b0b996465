"""Event candidates of visits: who went where."""

from dataclasses import replace

from memcon.model import Participant, Place
from memcon.reading.analysis import Analysis, Mention, PlaceMention
from memcon.reading.candidate import Candidate
from memcon.reading.english import attachment
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import PEOPLE, before, build, joint, last_other, participants, parties
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_words import Trigger, lexicon


def journey(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """Who went where: one candidate a destination."""
    if _happening(clause, trigger):
        return []
    theirs = _by(clause, trigger) if _done_by(clause, trigger) else ()
    travellers = tuple(m for m in theirs or a.agent or a.between or a.context if m.kind not in ("party", "metonym"))
    if not travellers:
        travellers = _by(clause, trigger)
    if clause.sentence.tokens[trigger.head].lemma == "arrival" and not (theirs or a.agent or a.between):
        return []  # "the arrival of a train"
    named = _in_its_name(analysis, clause, trigger)
    if named:  # "Xi met Trump on his Beijing trip": the host is no guest
        guests = tuple(m for m in a.context if m.kind == "person" and named[0] not in parties((m,)))
        travellers = tuple(m for m in travellers if named[0] not in parties((m,))) or guests or travellers
    if travellers and all(_posted(m) for m in travellers) and any(m.kind == "body" for m in a.destination):
        return []  # an ambassador who goes to the ministry makes no journey
    if clause.attributive(trigger.head):
        return _visiting(clause, trigger, reality, travellers)
    going = parties(travellers)
    destinations = [
        d for d in _travelled(analysis, clause, trigger, unique((*a.destination, *a.other))) if d[0] not in going
    ]
    if not destinations and named and named[0] not in going:
        destinations = [named]
    if met := _called_on(clause, trigger, a, going):
        return [build(clause, trigger, reality, participants((*travellers, *met)), "meeting")]
    if not destinations and trigger.status == "cancelled" and trigger.carrier is not None:
        hosts = parties(clause.subject(trigger.carrier)) - going  # "Beijing cancelled a visit by Borrell"
        destinations = [(code, None) for code in sorted(hosts)]
    if not destinations and going and (code := _the_country(analysis, clause, trigger, going)):
        destinations = [(code, None)]
    if not destinations:
        return [build(clause, trigger, reality, participants(travellers), initiator=joint(going))]
    several = clause.sentence.tokens[trigger.head].tag in ("NNS", "NNPS") and trigger.carrier is None
    if len(destinations) > 1 and not several:  # one trip, told as one; "recent visits to A and B" are two
        codes = {code for code, _ in destinations}
        who = (*participants(travellers), *(Participant(party=code) for code in sorted(codes)))
        return [build(clause, trigger, reality, who, initiator=joint(going), target=joint(codes))]
    out = []
    for code, name in destinations:
        who = (*participants(travellers), Participant(party=code))
        place = Place(name=name, country=code)
        out.append(build(clause, trigger, reality, who, initiator=joint(going), target=code, place=place))
    if not going and not trigger.weak:
        return [replace(c, spare=participants(before(analysis, clause, trigger, c.parties, 1))) for c in out]
    return out


def _called_on(clause: Clause, trigger: Trigger, a: Arguments, going: set[str]) -> tuple[Mention, ...]:
    """Whom a visit was paid to: "paid a courtesy visit to the prime minister"."""
    paid = any(c.lower == "courtesy" for c in clause.children(trigger.head))
    met = tuple(m for m in a.destination if m.kind in ("person", "office") and parties((m,)) - going)
    abroad = any(m.kind in ("party", "metonym") for m in a.destination)
    return met if paid and not abroad and trigger.rule.startswith("noun:") else ()


COUNTRY = frozenset({"country", "nation", "kingdom", "republic", "emirate", "sultanate", "state"})


def _the_country(analysis: Analysis, clause: Clause, trigger: Trigger, going: set[str]) -> str | None:
    """The one country told of last where a journey went to "the country": "he arrived in the country on Sunday"."""
    below = clause.children(trigger.head)
    towards = [c for c in below if c.dep in ("dobj", "obj")]
    towards += [g for c in below if c.lower in ("in", "to") for g in clause.children(c.i) if g.dep == "pobj"]
    named = [t for t in towards if t.lemma in COUNTRY and t.tag == "NN" and t.i not in clause.by_token]
    if not any(c.lower in ("the", "this") for t in named for c in clause.children(t.i)):
        return None
    codes = parties(last_other(analysis, clause, trigger, going))
    return next(iter(codes)) if len(codes) == 1 else None


def _happening(clause: Clause, trigger: Trigger) -> bool:
    """Whether it is an event that came or went: "the meeting came a week after"."""
    subjects = (c for c in clause.children(trigger.head) if c.dep == "nsubj" and c.i not in clause.by_token)
    return trigger.rule.startswith("verb:") and any(c.lemma in lexicon().nouns for c in subjects)


def _sent(mention: Mention) -> bool:
    """Whether a body is one that travels: "a Ugandan delegation"."""
    return mention.kind == "body" and all("delegation" in (a.role or "").lower() for a in mention.actors)


def _posted(mention: Mention) -> bool:
    """Whether people are envoys at their posts."""
    return all(actor.office == "ambassador" or "ambassador" in (actor.role or "").lower() for actor in mention.actors)


def _visiting(clause: Clause, trigger: Trigger, reality: Reality, travellers: tuple[Mention, ...]) -> list[Candidate]:
    """ "told visiting Foreign Minister Fidan": the visitor is at home with the one who met him."""
    going = parties(travellers)
    hosts = [m for m in clause.mentions if m.kind in PEOPLE and m.first < trigger.head and parties((m,)) - going]
    code = joint(parties((hosts[-1],))) if hosts else None
    if not going or code is None or "|" in code:
        return []
    who = (*participants(travellers), Participant(party=code))
    place = Place(country=code)
    return [build(clause, trigger, reality, who, initiator=joint(going), target=code, place=place)]


def presence(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "Blinken is in Laos": an official who is in another party's country is on a visit there."""
    people = clause.subject(trigger.head)
    if not people or any(m.kind not in ("person", "pronoun", "office") and not _sent(m) for m in people):
        return []
    below = clause.children(trigger.head)
    behind = {g.i for c in below if c.lower == "in" for g in clause.children(c.i)}
    due = next((c for c in below if c.lower == "due" and c.dep == "acomp"), None)
    if due is not None and not behind:  # "is due in Rome on Friday"
        reality = Reality("planned", due.i, sure=True)
        behind = {g.i for c in clause.children(due.i) if c.lower == "in" for g in clause.children(c.i)}
    if clause.sentence.tokens[trigger.head].lemma == "expect":  # "is expected in Riyadh next month"
        if not clause.passive(trigger.head) or any(c.dep in ("xcomp", "ccomp") for c in below):
            return []
        reality = Reality("planned", trigger.head, sure=True)
    behind |= {  # "in the Syrian capital of Damascus"
        i
        for j in behind
        if clause.sentence.tokens[j].lemma in ("capital", "city", "town")
        for i in clause.sentence.subtree(j)
    }
    going = parties(people)
    for p in analysis.places_in(clause.sentence.index):
        if behind & set(range(p.first, p.last)) and p.country and going and p.country not in going:
            place = Place(name=None if p.kind == "country" else p.name, country=p.country)
            who = (*participants(people), Participant(party=p.country))
            return [build(clause, trigger, reality, who, initiator=joint(going), target=p.country, place=place)]
    return []


def _in_its_name(analysis: Analysis, clause: Clause, trigger: Trigger) -> tuple[str, str | None] | None:
    """Country and city that a journey is named by: "his Beijing trip"."""
    tokens = clause.sentence.tokens
    for p in analysis.places_in(clause.sentence.index):
        last = tokens[p.last - 1]
        if p.country and last.dep == "compound" and last.head == trigger.head and p.kind == "city":
            return p.country, p.name
    return None


def _travelled(
    analysis: Analysis, clause: Clause, trigger: Trigger, mentions: tuple[Mention, ...]
) -> list[tuple[str, str | None]]:
    """Where a journey went, as (party, city or venue name or None)."""
    out: dict[str, str | None] = {}
    mentions = tuple(m for m in mentions if m.kind in ("party", "metonym", "body"))
    for p in analysis.places_in(clause.sentence.index):
        if p.country and any(m.first <= p.first < m.last or p.first <= m.first < p.last for m in mentions):
            out[p.country] = None if p.kind == "country" else p.name
    for m in mentions:
        for code in parties((m,)):
            out.setdefault(code, None)
    if not out and trigger.rule.startswith("noun:"):
        out.update(_past_traveller(analysis, clause, trigger))
    if not out:
        reach = [
            p
            for p in analysis.places_in(clause.sentence.index)
            if p.country and _behind(clause, trigger, p) and _near(clause, trigger, p)
        ]
        for p in reach:
            out.setdefault(p.country or "", None if p.kind == "country" else p.name)
    return [(code, name) for code, name in out.items() if code]


def _by(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """The traveller of "the tour of Poland next month by Secretary Austin", wherever the parse hangs the "by"."""
    tokens = clause.sentence.tokens
    for i in range(trigger.head + 1, min(trigger.head + 14, len(tokens) - 1)):
        if tokens[i].lower == "by":
            after = next((m for m in clause.mentions if i < m.first <= i + 2), None)
            return clause.chained.get(after.first, (after,)) if after is not None else ()
        if tokens[i].text in (".", ";") or tokens[i].dep in ("nsubj", "nsubjpass"):
            return ()
    return ()


def _done_by(clause: Clause, trigger: Trigger) -> bool:
    """Whether "by" stands right behind a noun, whatever the parse hangs it on: "the sidelines of the visit by"."""
    behind = clause.sentence.tokens[trigger.head + 1 : trigger.head + 2]
    return trigger.rule.startswith("noun:") and any(t.lower == "by" for t in behind)


def _past_traveller(analysis: Analysis, clause: Clause, trigger: Trigger) -> dict[str, str | None]:
    """Where "the visit by President X to Y" went, wherever the parse hangs the "to"."""
    tokens = clause.sentence.tokens
    by = trigger.head + 1
    who = next((m for m in clause.mentions if by < m.first <= by + 2), None) if _done_by(clause, trigger) else None
    if who is None or who.last >= len(tokens) or tokens[who.last].lower != "to":
        return {}
    at = range(who.last + 1, who.last + 3)
    for p in analysis.places_in(clause.sentence.index):
        if p.first in at and p.country:
            return {p.country: None if p.kind == "country" else p.name}
    towards = next((m for m in clause.mentions if m.first in at and m.kind == "party"), None)
    return dict.fromkeys(parties((towards,)) if towards is not None else ())


def _near(clause: Clause, trigger: Trigger, place: PlaceMention) -> bool:
    price = attachment.cost(clause.sentence, trigger, place.first, place.last)
    return price is not None and price <= 4


def _behind(clause: Clause, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether a place stands behind "to", "in", "at" after the trigger, or is its object."""
    tokens = clause.sentence.tokens
    if place.first <= trigger.head:
        return False
    before = tokens[place.first - 1].lower
    if before == "the" and place.first > 1:
        before = tokens[place.first - 2].lower
    return before in ("to", "in", "at", "into", "for", ",", "and") or place.first == trigger.head + 1
