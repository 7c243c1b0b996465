"""Who takes part in what a noun tells: behind its prepositions, before it, in the clause around it."""

from collections.abc import Iterable, Iterator

from memcon.reading.analysis import Mention, Token
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.trigger_silences import ORDERED
from memcon.reading.english.trigger_types import MARGINS, STANDING
from memcon.reading.english.trigger_words import Trigger, lexicon
from memcon.reading.english.verb_arguments import stranger

# Verbs whose object takes part in what their subject is: "the summit brings together".
GATHERING = frozenset({"bring", "include", "involve", "gather", "unite", "see", "feature", "draw"})
# Verbs whose object does what their complement says.
MAKING = frozenset({"force", "compel", "oblige", "lead", "prompt", "push", "persuade", "get", "help"})
# Nouns whose "in" or "to" names the body that somebody leaves or comes back to.
MEMBERSHIP = frozenset({"participation", "membership", "accession", "involvement"})
HELD = frozenset({"hold", "host", "convene", "chair"})
MEDIATED = frozenset({"mediate", "broker", "facilitate", "sponsor"})
BROKERED = frozenset({"brokered", "mediated", "facilitated", "sponsored"})
HOSTING = ("host", "chair", "convene", "play")  # "played host to"
# Whose trip "comes before" a meeting need not be at it.
BEFORE_OR_AFTER = frozenset({"come", "follow", "happen", "occur", "precede"})
JOURNEYS = frozenset({"journey", "stay", "stop", "tour", "trip", "visit"})
# Meals somebody gives for a guest.
MEALS = frozenset({"banquet", "breakfast", "dinner", "lunch", "luncheon", "reception"})
TOWARDS = ("to", "in", "for", "at")


def of_noun(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a noun: "talks between A and B", "A's visit to B", "A held talks with B"."""
    noun, carrier = trigger.head, trigger.carrier
    own = _own(clause, trigger)
    carried = own if carrier is None else (*own, carrier)
    before = _before(clause, noun)
    agent, host = _of_carrier(clause, trigger, _agents(clause, trigger, carried))
    host = (*_hosts(clause, trigger), *host)
    other = _others(clause, trigger, carried)
    between = (*_between(clause, trigger, own), *_brought_together(clause, trigger))
    if not (agent or other or between or host) and trigger.type == "dialogue_round":
        between = _of_the_commission(clause, noun)
    of_both = agent and other and trigger.frame == "mutual"
    if not (of_both and all(m.kind in ("party", "metonym") for m in before)):  # "his Syria talks with Erdogan"
        between = (*before, *between)
    return Arguments(
        agent=unique(agent),
        other=unique(other),
        between=unique(between),
        host=unique(host),
        destination=unique(_destinations(clause, trigger, carried, before)),
        context=unique(m for m in _around(clause, trigger) if not m.first <= noun < m.last),
        stranger=not other and not between and stranger(clause, carried, None),
    )


def _own(clause: Clause, trigger: Trigger) -> tuple[int, ...]:
    """The noun and the nouns that carry arguments for it: "a round of talks between", "a series of meetings with"."""
    noun, tokens = trigger.head, clause.sentence.tokens
    own = [noun]
    t = tokens[noun]
    if trigger.frame == "mutual":  # "a round of talks with Iran", where the parse hangs "with" on the talks
        events = lexicon().nouns
        of = (g for c in clause.children(noun) if c.lower == "of" for g in clause.children(c.i) if g.dep == "pobj")
        own.extend(g.i for g in of if g.lemma in events or g.lower in events)
    while t.dep in ("pobj", "conj", "appos") and (tokens[t.head].lower == "of" or t.dep != "pobj"):
        outer = tokens[t.head].head if t.dep == "pobj" else t.head
        if tokens[outer].pos not in ("NOUN", "PROPN") or outer in own:
            break
        if t.dep == "conj" and _of_its_own(clause, noun):  # "the second meeting of X and the fifth meeting of Y"
            break
        own.append(outer)
        t = tokens[outer]
    if trigger.type in ("contact_resumed", "contact_suspended"):  # "the freeze on talks between A and B"
        own.extend(g.i for c in clause.children(noun) if c.lower in ("on", "of", "in") for g in clause.children(c.i))
    return tuple(own)


def _of_its_own(clause: Clause, noun: int) -> bool:
    """Whether a coordinated event noun names its own sides."""
    return bool(clause.after(noun, ("between", "with", "of", "among")))


def _before(clause: Clause, noun: int) -> tuple[Mention, ...]:
    """Parties named before the noun: "US-China talks"."""
    named = (c for c in clause.children(noun) if c.dep in ("compound", "nmod", "amod") and c.i < noun)
    return tuple(m for c in named for m in clause.fillers(c.i))


def _agents(clause: Clause, trigger: Trigger, carried: Iterable[int]) -> tuple[Mention, ...]:
    """Who did it, by a possessive or a "by": "Lavrov's talks", "a visit by Lavrov"."""
    owners = [c for c in clause.children(trigger.head) if c.dep == "poss"]
    if trigger.carrier is not None and _sent_off(clause, trigger):  # "summoned Japan's ambassador"
        owners = []
    by = (m for i in carried for m in clause.after(i, ("by",)))
    inside = clause.by_token.get(trigger.head)  # "withdrew its diplomats from Lebanon": the envoys are no agents
    return (*(m for c in owners for m in clause.fillers(c.i) if m is not inside or m.kind != "body"), *by)


def _sent_off(clause: Clause, trigger: Trigger) -> bool:
    """Whether an envoy is dealt with by others than whose envoy it is: summoned or expelled, not recalled."""
    if trigger.type == "expulsion_or_recall" and trigger.carrier is not None:
        return clause.sentence.tokens[trigger.carrier].lemma in EXPELLING
    return trigger.type == "protest"


EXPELLING = frozenset({"boot", "declare", "eject", "expel", "kick", "oust", "throw"})


def _hosts(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Who held or mediated it: "EU-mediated talks", "the summit hosted by", "rounds since April, mediated by Oman"."""
    found: list[Mention] = []
    for c in clause.children(trigger.head):
        if c.dep in ("compound", "nmod", "amod") and c.i < trigger.head and c.lemma in MEDIATED:
            found.extend(m for g in clause.children(c.i) for m in clause.fillers(g.i))
        elif c.i < trigger.head and c.lower.rpartition("-")[2] in BROKERED:  # "U.S.-brokered talks" as one word
            found.extend(clause.fillers(c.i, strict=True))
        elif c.dep in ("acl", "relcl"):
            found.extend(clause.after(c.i, ("by",)))
        behind = [g.i for g in clause.children(c.i) if g.dep == "pobj"] if c.lower in ("between", "of") else []
        for a in (a for g in behind for a in clause.children(g) if a.dep == "acl" and a.lemma in HELD):
            found.extend(clause.after(a.i, ("by",)))  # "a summit between the three countries held by President Biden"
    if trigger.carrier is not None and trigger.frame == "mutual":  # wherever the parse hangs it
        tokens = clause.sentence.tokens
        for c in (tokens[i] for i in clause.sentence.subtree(trigger.carrier) if i > trigger.head):
            if c.tag == "VBN" and c.lemma in MEDIATED and tokens[c.i - 1].text == ",":
                found.extend(clause.after(c.i, ("by",)))
    return tuple(found)


def _between(clause: Clause, trigger: Trigger, own: tuple[int, ...]) -> tuple[Mention, ...]:
    """Equal sides behind the noun: "talks between A and B", "involving A and B", "held in Oslo between A and B"."""
    noun, carrier = trigger.head, trigger.carrier
    involved = (c.i for c in clause.children(noun) if c.dep in ("acl", "relcl") and c.lemma == "involve")
    found = [m for i in involved for m in clause.direct(i)]
    inner = (g.i for c in clause.children(noun) if c.lower == "of" for g in clause.children(c.i) if g.dep == "pobj")
    held = (c for i in (noun, *inner) for c in clause.children(i) if c.dep in ("acl", "relcl") and c.lemma in HELD)
    found.extend(m for c in held for m in _held_between(clause, c.i))
    far = trigger.type in ("agreement_signed", "dialogue_round")
    if far and clause.sentence.tokens[noun].dep != "pobj":
        found.extend(_far_between(clause, noun))
    found.extend(m for i in own for m in clause.after(i, ("between", "among", "amongst", "of")))
    if carrier is not None:
        found.extend(clause.after(carrier, ("between", "among")))
    elif not found:
        found.extend(_between_past_its_day(clause, noun))
    return tuple(found)


def _between_past_its_day(clause: Clause, noun: int) -> tuple[Mention, ...]:
    """The sides of an object, where its day parts them from it: "follows a meeting on Sunday between A and B"."""
    tokens = clause.sentence.tokens
    if tokens[noun].dep != "dobj":
        return ()
    near = (c for c in clause.children(tokens[noun].head) if c.lower == "between" and noun < c.i <= noun + DAY_WORDS)
    return tuple(m for c in near for g in clause.children(c.i) if g.dep == "pobj" for m in clause.fillers(g.i))


DAY_WORDS = 5  # tokens between a contact's noun and the "between" behind its day


def _held_between(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """The sides behind a verb of holding, past its place and day: "discussions held in Reykjavik between A and B"."""
    inside = clause.sentence.subtree(verb)
    words = (i for i in inside if clause.sentence.tokens[i].lower in ("between", "among"))
    return tuple(m for i in words for g in clause.children(i) if g.dep == "pobj" for m in clause.fillers(g.i))


def _far_between(clause: Clause, noun: int) -> tuple[Mention, ...]:
    """Mentions behind the "between" in the words under a noun, however deep the parse hangs it ("a memorandum on trade
    in goods between Nepal and Sri Lanka"); what a verb under the noun says is of another ("the agreement reached at
    talks between")."""
    inside = [c for c in clause.children(noun) if c.i > noun]
    for t in inside:
        if t.lower == "between" and t.head != noun:
            return unique(m for g in clause.children(t.i) if g.dep == "pobj" for m in clause.fillers(g.i))
        inside.extend(c for c in clause.children(t.i) if c.pos != "VERB" and t.pos != "VERB")
    return ()


def _of_the_commission(clause: Clause, noun: int) -> tuple[Mention, ...]:
    """The sides of a standing body: "the meeting of the commission on the border between A and B"."""
    of = (g for c in clause.children(noun) if c.lower == "of" for g in clause.children(c.i))
    if not any(g.lemma.lower() in STANDING for g in of):
        return ()
    inside = [c.i for c in clause.children(noun) if c.lower == "of"]
    return _held_between(clause, noun) or tuple(m for i in inside for m in clause.within(i) if m.kind == "party")


# What else stands before the other side: "a call from", "granted an audience to".
BESIDE = {"call": ("from", "on", "to"), "audience": ("to",)}


def _others(clause: Clause, trigger: Trigger, carried: Iterable[int]) -> tuple[Mention, ...]:
    """The other side: behind "with" or "against", in the object of an act, before it ("handed the envoy a note")."""
    noun, carrier, tokens = trigger.head, trigger.carrier, clause.sentence.tokens
    act = trigger.frame == "act"
    beside = ("with", "alongside", *BESIDE.get(tokens[noun].lemma, ()))
    if any(c.lower == "courtesy" for c in clause.children(noun)):
        beside = (*beside, "to")
    if tokens[noun].lemma in MEALS:
        beside = (*beside, "for")
    found: list[Mention] = []
    if carrier is not None and trigger.type == "protest":  # "summoned Japan's ambassador"
        found.extend(m for c in clause.children(noun) if c.dep == "poss" for m in clause.fillers(c.i))
    expelled = trigger.type == "expulsion_or_recall"  # "recalled its envoy from Rome in solidarity with Vienna"
    acted_on = ("against", "on", "from") if expelled else ("with", "against", "on", "from")
    if act and tokens[noun].lemma in MEMBERSHIP:
        found.extend(clause.after(noun, ("in", "of", "to")))
    for i in carried:
        found.extend(clause.after(i, acted_on if act else beside))
        found.extend(m for c in clause.children(i) if act and c.dep == "appos" for m in clause.fillers(c.i))
    if act and trigger.type in ("protest", "expulsion_or_recall"):
        # "summoned the French ambassador": the party and the person stand in the object itself
        inside = (c for c in clause.children(noun) if c.dep in ("poss", "amod", "compound", "nmod", "appos"))
        found.extend((*clause.fillers(noun), *(m for c in inside for m in clause.fillers(c.i))))
    if carrier is None:
        return tuple(found)
    if trigger.frame == "mutual" and tokens[carrier].lemma == "meet":  # "met the envoy for a second round of talks"
        found.extend(clause.direct(carrier))
    if trigger.rule.startswith(ORDERED):  # "ordered Beijing to close its consulate"
        under = (c for v in (carrier, tokens[noun].head) for c in clause.children(v) if _ordered(c, carrier))
        found.extend((*clause.fillers(noun), *(m for c in under for m in clause.fillers(c.i))))
    elif trigger.type == "sanction" and tokens[noun].dep == "pobj":  # "added firms to its list"
        found.extend(clause.direct(carrier))
    elif act:
        found.extend(m for c in clause.children(carrier) if c.dep == "dative" for m in clause.fillers(c.i))
    return tuple(found)


def _ordered(t: Token, order: int) -> bool:
    """Whether a word is who an order goes to."""
    return t.dep in ("dobj", "dative", "nsubjpass") or (t.dep == "nsubj" and t.head != order)


def _destinations(
    clause: Clause, trigger: Trigger, carried: Iterable[int], before: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Where it went: "a trip to Rome", "his two-day Nepal visit"."""
    words: tuple[str, ...] = ("to", "with") if trigger.frame == "act" else TOWARDS
    words = ("to",) if trigger.type == "expulsion_or_recall" else words
    found = [m for i in carried for m in clause.after(i, words)]
    if trigger.frame == "journey":
        whose = any(c.dep == "poss" for c in clause.children(trigger.head))
        beside = tuple(m for m in before if m.kind == "party" and m.last == trigger.head)
        if whose or (trigger.carrier is not None and _of_others(clause.subject(trigger.carrier), beside)):
            found.extend(beside)  # "his Nepal visit", "Kishida cancels Saudi trip"
    return tuple(found)


def _of_others(travellers: Iterable[Mention], parties: Iterable[Mention]) -> bool:
    """Whether people are named who are of none of the parties."""
    people = {a.party for m in travellers if m.kind == "person" for a in m.actors}
    return bool(people) and not people & {a.party for m in parties for a in m.actors}


def _of_carrier(
    clause: Clause, trigger: Trigger, agent: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Who the verb that carries the noun names, as (agent, host); `agent` is known before."""
    carrier = trigger.carrier
    host: tuple[Mention, ...] = ()
    if carrier is None:
        return agent, host
    if clause.passive(carrier):
        agent = (*agent, *clause.after(carrier, ("by",)))
    else:
        subject = clause.subject(carrier)
        if clause.sentence.tokens[carrier].lemma in HOSTING:
            host = subject
        elif trigger.frame == "act" and trigger.rule.startswith("noun:") and _begins(clause, trigger):
            pass  # "the expulsion of the envoys began": nobody did it yet
        elif not any(m.first <= trigger.head < m.last for m in subject):
            agent = (*agent, *subject)
        if made := _made_to(clause, carrier):  # "forced Kyiv to sign": who was made to do it
            agent = (*agent, *made) if trigger.frame == "mutual" else made
    return agent, host


def _begins(clause: Clause, trigger: Trigger) -> bool:
    """Whether the noun itself is what the verb that carries it tells of: "the expulsion began"."""
    noun = clause.sentence.tokens[trigger.head]
    return noun.dep == "nsubj" and noun.head == trigger.carrier


def _brought_together(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Whom the noun's own verb says it gathered: "the summit brought together A and B"."""
    tokens = clause.sentence.tokens
    if tokens[trigger.head].dep != "nsubj":
        return ()
    verbs = dict.fromkeys(v for v in (trigger.carrier, *_above(clause, trigger.head)) if v is not None)
    return tuple(m for v in verbs if tokens[v].lemma in GATHERING for m in clause.direct(v))


def _made_to(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Who does what a verb says because somebody made them: the object of the verb above."""
    t = clause.sentence.tokens[verb]
    if t.dep != "xcomp" or clause.sentence.tokens[t.head].lemma not in MAKING:
        return ()
    return clause.direct(t.head)


def _around(clause: Clause, trigger: Trigger) -> Iterator[Mention]:
    """Who the clauses around the noun speak of, who may be a side that its own words leave open."""
    tokens = clause.sentence.tokens
    of = tokens[tokens[trigger.head].head]
    if of.lower == "of" and tokens[of.head].lemma in MARGINS:  # "on the margins of the summit": of another meeting
        return
    theirs = any(c.dep == "poss" and c.lower == "their" for c in clause.children(trigger.head))
    theirs = theirs or trigger.type == "phone_call"  # "raised it with the crown prince during a call"
    for verb in _above(clause, trigger.head):
        if verb == trigger.carrier:
            continue
        apart = tokens[verb].lemma in BEFORE_OR_AFTER and any(c.lemma in JOURNEYS for c in clause.children(verb))
        if not apart:
            yield from clause.subject(verb)
        yield from clause.direct(verb, strict=True)
        yield from _urged(clause, verb)
        if tokens[verb].dep == "xcomp" and tokens[verb].tag == "VB":  # "urged the emir to show restraint in a call"
            yield from clause.direct(tokens[verb].head, strict=True)
        if theirs:  # "during their meeting, she repeated to the minister"
            yield from clause.after(verb, ("to", "with"))


def _above(clause: Clause, i: int) -> Iterator[int]:
    """Verbs above noun `i` in whose clause it stands: the nearest, and the sentence's own where that has no subject."""
    tokens = clause.sentence.tokens
    nearest: int | None = None
    for _ in range(12):
        t = tokens[i]
        if t.head == t.i:
            break
        i = t.head
        if nearest is None and tokens[i].pos in ("VERB", "AUX"):
            nearest = i
            yield i
    if nearest is not None and i != nearest and tokens[i].pos in ("VERB", "AUX") and not clause.subject(nearest):
        yield i


def _urged(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Whom the verb asks to do something: "urged the emir to show restraint", where the parse makes him the subject."""
    asked = [c for c in clause.children(verb) if c.dep in ("ccomp", "xcomp") and c.tag == "VB"]
    asked = [c for c in asked if any(g.lower == "to" and g.dep == "aux" for g in clause.children(c.i))]
    subjects = (g for c in asked for g in clause.children(c.i) if g.dep == "nsubj")
    return unique(m for g in subjects for m in clause.fillers(g.i, strict=True))
