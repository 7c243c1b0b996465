"""Event candidates of contacts: who met whom, who spoke to whom."""

from dataclasses import replace

from memcon.reading.analysis import Analysis, DateMention, Mention
from memcon.reading.candidate import DISCUSSED, ISSUED, OF_HIS, STRANGER, Candidate
from memcon.reading.english.accords import of_firms, titled_statement
from memcon.reading.english.actor_words import COUNTERPARTS
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import PEOPLE, alone, before, build, participants, parties
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.when import day


def mutual(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """A contact of equals: all sides that the words name, or else the people around them."""
    if trigger.type in ISSUED and of_firms(clause, trigger):
        return []
    if trigger.type == "brief_encounter" and not any(m.kind in PEOPLE for m in (*a.agent, *a.between, *a.other)):
        return []  # "India's captain shook hands with Kuwait's"
    if trigger.type == "joint_statement" and clause.sentence.kind == "title":
        return [titled_statement(analysis, clause, trigger, reality)]
    sides = unique((*a.agent, *a.host, *_sides_not_topics(trigger, a), *a.other))
    near = parties(sides)
    if len(near) < 2 and not (trigger.type == "summit" and near):
        sides = unique((*sides, *(alone(a.context) if _by_the_way(clause, trigger) else a.context)))
    by_day = _day_by_day(analysis, clause, trigger, reality, a)
    if by_day:
        return by_day
    one_by_one = _one_by_one(clause, trigger, a)
    if one_by_one:
        return [build(clause, trigger, reality, participants(each)) for each in one_by_one]
    if a.stranger and not a.between and _crowd(clause, trigger.head):
        return []
    built = build(clause, trigger, reality, participants(sides))
    if len(parties(sides)) > 1 or _others_of_theirs(clause, trigger.head):
        return [built]
    if _stranger(analysis, clause, trigger.head) or _at_home(clause, trigger.head):
        return [replace(built, marks=(*built.marks, STRANGER))]
    spare = before(analysis, clause, trigger, parties(sides), 2 - len(parties(sides)))
    marks = (*built.marks, OF_HIS) if _of_his(clause, sides) else built.marks
    return [replace(built, marks=marks, spare=participants(alone(spare) if _by_the_way(clause, trigger) else spare))]


def _of_his(clause: Clause, sides: tuple[Mention, ...]) -> bool:
    """Whether the one side told is somebody's counterpart, who was told of before."""
    tokens = clause.sentence.tokens
    return any(t.lower in COUNTERPARTS for m in sides for t in tokens[m.first : m.last])


def _by_the_way(clause: Clause, trigger: Trigger) -> bool:
    """Whether a text is named with a participle alone ("the memorandum signed last year"): whoever speaks of it need
    not have signed it."""
    carrier = trigger.carrier
    return trigger.type in ISSUED and carrier is not None and clause.sentence.tokens[carrier].dep == "acl"


def _sides_not_topics(trigger: Trigger, a: Arguments) -> tuple[Mention, ...]:
    """The sides of a contact that are named together, without the one country before its noun that it is about: "the
    minister in Syria talks with Ankara", where both sides are named besides."""
    before = [m for m in a.between if m.kind == "party" and m.last <= trigger.head]
    about = parties(tuple(before))
    others = parties((*a.agent, *a.host, *a.other, *(m for m in a.between if m not in before)))
    people = parties(tuple(m for m in a.context if m.kind in ("person", "office")))
    both = len(others - about) > 1 or (a.other and not a.agent and len((others | people) - about) > 1)
    if len(about) == 1 and both and not about & (others | people):
        return tuple(m for m in a.between if m not in before)
    return a.between


def _crowd(clause: Clause, verb: int) -> bool:
    """Whether people of two sides met others together: "they will also meet with members of civil society"."""
    if clause.sentence.tokens[verb].pos != "VERB":
        return False
    below = clause.children(verb)
    met = [c for c in below if c.dep in ("dobj", "obj")]
    met += [g for c in below if c.lower == "with" for g in clause.children(c.i) if g.dep == "pobj"]
    return any(t.tag == "NNS" and t.lemma not in _OF_SIDES for t in met)


def _stranger(analysis: Analysis, clause: Clause, verb: int) -> bool:
    """Whether the verb's object is somebody whom no mention covers: a name unknown ("met Elon Musk"), a crowd ("met
    business leaders"). "The president", "his counterpart", "officials" may be people told of before.
    """
    if clause.sentence.tokens[verb].pos != "VERB":
        return False
    objects = [c for c in clause.children(verb) if c.dep in ("dobj", "obj")]
    objects += [g for c in clause.children(verb) if c.lower == "with" for g in clause.children(c.i) if g.dep == "pobj"]
    dated = {i for d in analysis.dates_in(clause.sentence.index) for i in range(d.first, d.last)}
    named = [o for o in objects if o.i not in dated and not clause.fillers(o.i)]
    return len(named) == len(objects) > 0 and all(
        any(t.pos == "PROPN" for t in (o, *(c for c in clause.children(o.i) if c.dep == "appos")))
        or (o.tag == "NNS" and o.lemma not in _OF_SIDES and any(c.dep == "compound" for c in clause.children(o.i)))
        for o in named
    )


def _at_home(clause: Clause, verb: int) -> bool:
    """Whether a house of one party meets by itself: "the cabinet will meet on Saturday"."""
    token = clause.sentence.tokens[verb]
    if token.pos != "VERB":
        return False
    verbs = {verb, token.head} if token.dep == "xcomp" else {verb}
    subjects = [c.lower for i in sorted(verbs) for c in clause.children(i) if c.dep in ("nsubj", "nsubjpass")]
    return len(subjects) == 1 and subjects[0] in HOUSES


# Bodies of one state, whose own sittings are no contact with another.
HOUSES = frozenset(
    {"assembly", "cabinet", "congress", "government", "legislature", "parliament", "politburo", "senate"}
)
_OF_SIDES = frozenset({"official", "minister", "counterpart", "delegation", "diplomat", "envoy", "negotiator"})


def _day_by_day(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments
) -> list[Candidate]:
    """Contacts with several people told with a day each: "will meet X on Monday and Y on Tuesday"."""
    dates = [d for d in analysis.dates_in(clause.sentence.index) if d.relation == "on"]
    others = sorted(a.other, key=lambda m: m.first)
    if others:  # the parse loses whom a day stands before: "on Monday and Y on Tuesday"
        starts = {n: d for d in dates for n in (d.last + 1, d.last + 2)}
        others.extend(
            m
            for m in clause.mentions
            if m.first > others[-1].first
            and m.kind in PEOPLE
            and m.first in starts
            and clause.sentence.tokens[starts[m.first].last].lower in ("and", ",")
        )
    met: list[list[Mention]] = [[]]
    days: list[DateMention] = []
    for m, following in zip(others, [*others[1:], None], strict=False):
        met[-1].append(m)
        end = following.first if following is not None else m.last + NEXT_DAY
        own = next((d for d in dates if m.last <= d.first < end and d.first - m.last <= NEXT_DAY), None)
        if own is not None and any(t.pos == "VERB" for t in clause.sentence.tokens[m.last : own.first]):
            return []  # "met X on Monday, the ministry said on Tuesday"
        if own is not None:
            days.append(own)
            met.append([])
    if len(days) < 2 or met[-1] or not a.agent:
        return []
    ahead = reality.status == "planned"
    found = []
    for group, when_met in zip(met, days, strict=False):
        told = day(analysis, when_met, ahead, trigger.head)
        quote = analysis.page.evidence(when_met.start, when_met.end, "date", when_met.rule)
        built = build(clause, trigger, reality, participants((*a.agent, *group)))
        found.append(replace(built, date=told, evidence=(quote,) if told else ()))
    return found


NEXT_DAY = 4  # tokens between a person and the day of the meeting with that person
APART = frozenset({"separately", "individually", "respectively", "separate", "individual", "one-on-one"})
TOGETHER = frozenset({"conference", "trilateral", "three-way", "quadrilateral", "four-way", "joint", "group"})


def _one_by_one(clause: Clause, trigger: Trigger, a: Arguments) -> list[tuple[Mention, ...]]:
    """Whom one side met or called one after the other, if so: "separately", or by telephone, which joins two."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    words = {c.lower for i in {verb, trigger.head} for c in clause.children(i)}
    apart = bool(words & APART) or (trigger.type == "phone_call" and not words & TOGETHER) or _of_two(clause, trigger)
    own = parties(a.agent)
    if a.other and len(own) > 1 and not own & parties(a.other) and _each(clause, trigger, verb):
        return [(*unique(m for m in a.agent if code in parties((m,))), *a.other) for code in sorted(own)]
    if besides := _besides(clause, a):
        return [(*unique(a.agent), *met) for met in besides]
    others: dict[str, list[Mention]] = {}
    for m in unique((*a.other, *a.between)):
        for code in sorted(parties((m,)) - own):
            met = tuple(actor for actor in m.actors if actor.party == code)
            others.setdefault(code, []).append(replace(m, actors=met))
    if not apart or len(own) != 1 or len(others) < 2:
        return []
    return [(*unique(a.agent), *met) for met in others.values()]


def _of_two(clause: Clause, trigger: Trigger) -> bool:
    """Whether several meetings are told that were of two sides each: "held bilateral meetings with X, Y and Z", "met
    several heads of state including X and Y".
    """
    below = clause.children(trigger.head)
    if clause.sentence.tokens[trigger.head].tag == "NNS":
        return any(c.lower == "bilateral" for c in below)
    met = [c for c in below if c.dep in ("dobj", "obj") and c.tag == "NNS"]
    return any(c.lower in ("including", "like") for o in met for c in clause.children(o.i))


def _each(clause: Clause, trigger: Trigger, verb: int) -> bool:
    """Whether each of those who held meetings held its own: "X and Y both held meetings with Z"."""
    tokens = clause.sentence.tokens
    several = tokens[trigger.head].tag == "NNS" or trigger.carrier is None
    return several and verb > 0 and tokens[verb - 1].lower in ("both", "each")


def _besides(clause: Clause, a: Arguments) -> list[tuple[Mention, ...]]:
    """Whom one side met in two contacts: "met the ministers of A and B, as well as C" of a party of its own."""
    words = [t.lower for t in clause.sentence.tokens]
    others = sorted(a.other, key=lambda m: m.first)
    for n in range(1, len(others)):
        between = words[others[n - 1].last : others[n].first]
        met, besides = tuple(others[:n]), tuple(others[n:])
        apart = not parties(met) & parties(besides) and parties(met) - parties(a.agent)
        if between[-3:] == ["as", "well", "as"] and apart and parties(besides) - parties(a.agent):
            return [met, besides]
    return []


def _others_of_theirs(clause: Clause, verb: int) -> bool:
    """Whether "their predecessors met": people of those named, who are not themselves those named."""
    subjects = [c for c in clause.children(verb) if c.dep == "nsubj" and c.pos == "NOUN" and not clause.fillers(c.i)]
    return any(p.lower in ("their", "his", "her") for c in subjects for p in clause.children(c.i) if p.dep == "poss")


def reciprocal(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "A and B discussed": people of two parties as subject, or one with another, wherever the parse hangs the
    "with": "exchanged views with Y".
    """
    subject = clause.subject(trigger.head)
    spoken_of = [c.i for c in clause.children(trigger.head) if c.dep in ("dobj", "obj")]
    other = clause.after(trigger.head, ("with",)) or tuple(m for i in spoken_of for m in clause.after(i, ("with",)))
    sides = unique((*subject, *other))
    if any(m.kind in ("party", "metonym") for m in sides) or len(parties(sides)) < 2:
        return []
    return [replace(build(clause, trigger, reality, participants(sides)), marks=(DISCUSSED,))]


def told(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "Lavrov told Fidan": one official spoke to another."""
    heard = clause.direct(trigger.head, strict=True) or tuple(m for m in clause.mentions if m.first == trigger.head + 1)
    if not heard or any(m.kind not in ("person", "office") for m in (*heard, *a.agent)):
        return []
    return [build(clause, trigger, reality, participants((*a.agent, *heard)))]
