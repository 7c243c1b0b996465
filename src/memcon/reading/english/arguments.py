"""Who takes part in what a trigger speaks of: mentions at the places in the parse that the trigger's frame names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.reading.analysis import Mention, Token
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.trigger_silences import ORDERED
from memcon.reading.english.trigger_types import STANDING
from memcon.reading.english.trigger_words import Trigger

# Verbs whose subject is the one who did what their complement says: "agreed to meet", "arrived to hold talks".
GATHERING = frozenset({"bring", "include", "involve", "gather", "unite", "see", "feature", "draw"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions by their part: `agent` did or came, `other` was met or acted on, `between` are equals, `host` received,
    `destination` is where a journey went, `context` is the subject of the clause around a noun (used only where a side
    is missing); `stranger` says that the other side is named but is no party or official ("met farmers")."""

    agent: tuple[Mention, ...] = ()
    other: tuple[Mention, ...] = ()
    between: tuple[Mention, ...] = ()
    host: tuple[Mention, ...] = ()
    destination: tuple[Mention, ...] = ()
    context: tuple[Mention, ...] = ()
    stranger: bool = False


def _stranger(clause: Clause, heads: Iterable[int], verb: int | None) -> bool:
    """Whether "with", "to" or "between", or the object of a verb of meeting, names somebody who is no actor."""
    for i in heads:
        for c in clause.children(i):
            if c.dep == "prep" and c.lower in ("with", "to", "between", "among"):
                behind = [g for g in clause.children(c.i) if g.dep == "pobj"]
            elif c.dep in ("dobj", "obj") and i == verb:
                behind = [c]
            else:
                continue
            for g in behind:
                if (g.pos != "PRON" or g.lower in ("it", "that", "this")) and not clause.fillers(g.i):
                    return True
    return False


WITH = ("with", "between", "among", "amongst", "alongside", "and")


# Verbs whose object does what their complement says.
MAKING = frozenset({"force", "compel", "oblige", "lead", "prompt", "push", "persuade", "get", "help"})


# Verbs that say with "for" where the journey goes.
STARTING = frozenset({"leave", "depart", "head", "embark", "set", "sail", "go", "fly"})


TO = ("to", "in", "into", "for", "on", "at", "through")


def collect(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a trigger by its frame."""
    token = clause.sentence.tokens[trigger.head]
    by_verb = trigger.carrier is None and token.pos == "VERB" and trigger.rule.startswith("verb:")
    found = _of_verb(clause, trigger) if by_verb else _of_noun(clause, trigger)
    if trigger.frame == "mutual" and not (found.other or found.between or found.host):
        return replace(found, other=_asking(clause, trigger))
    return found


ASKING = frozenset({"request", "initiative", "invitation"})


def _asking(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Whose wish a contact followed: "held a telephone conversation at the request of the minister"."""
    for i in (trigger.carrier, trigger.head) if trigger.carrier is not None else (trigger.head,):
        for c in clause.children(i):
            for g in clause.children(c.i) if c.dep == "prep" and c.lower in ("at", "on", "upon") else ():
                if g.lemma in ASKING:
                    whose = (m for h in clause.children(g.i) if h.dep == "poss" for m in clause.fillers(h.i))
                    return unique((*clause.after(g.i, ("of", "from")), *whose))
    return ()


def _of_verb(clause: Clause, trigger: Trigger) -> Arguments:
    verb = trigger.head
    t = clause.sentence.tokens[verb]
    passive = clause.passive(verb)
    by = clause.after(verb, ("by",))
    strict = trigger.frame in ("host", "told", "journey")
    if passive:
        subject, direct = by, clause.fillers(t.head) if t.dep == "acl" else clause.subject(verb)
    else:
        subject, direct = clause.subject(verb), clause.direct(verb, strict)
    if clause.attributive(verb):  # "visiting Finnish Prime Minister"
        inside = clause.by_token.get(verb)
        return Arguments(agent=(inside,) if inside is not None else clause.fillers(t.head))
    if trigger.frame == "journey":
        towards = TO if t.lemma in STARTING else tuple(w for w in TO if w != "for")  # "flew to Rome for the G7 summit"
        return Arguments(agent=subject, destination=unique((*direct, *clause.after(verb, towards))), other=())
    if trigger.frame == "host":
        guests = unique((*direct, *clause.after(verb, ("with",))))
        return Arguments(host=subject, other=guests or _displaced(clause, verb))
    behind = (*WITH, "to", "against", "from", *(("on",) if t.lemma == "call" else ()))
    other = unique((*direct, *clause.after(verb, behind))) or clause.right_behind(verb)
    return Arguments(agent=subject, other=other, stranger=not other and _stranger(clause, (verb,), verb))


def _displaced(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Whom a verb has for its object past its place and day: "will receive in Athens on Monday, May 9, Minister X"."""
    if any(c.dep in ("dobj", "obj") and c.pos == "NOUN" for c in clause.children(verb)):  # "welcomed the decision"
        return ()
    for t in clause.sentence.tokens[verb + 1 :]:
        m = clause.by_token.get(t.i)
        if m is not None and m.kind == "person" and clause.sentence.tokens[m.first - 1].pos != "ADP":
            return clause.chained.get(m.first, (m,))
        if t.pos in ("VERB", "AUX") or (m is not None and m.kind == "person") or t.text in (";", "."):
            return ()
    return ()


def _made_to(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Who does what a verb says because somebody made them: the object of the verb above."""
    t = clause.sentence.tokens[verb]
    if t.dep != "xcomp" or clause.sentence.tokens[t.head].lemma not in MAKING:
        return ()
    return clause.direct(t.head)


def _ordered(t: Token, order: int) -> bool:
    """Whether a word is who an order goes to."""
    return t.dep in ("dobj", "dative", "nsubjpass") or (t.dep == "nsubj" and t.head != order)


def _context(clause: Clause, i: int) -> Iterator[int]:
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


HELD = frozenset({"hold", "host", "convene", "chair"})
MEDIATED = frozenset({"mediate", "broker", "facilitate", "sponsor"})


def _held_between(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """The sides behind a verb of holding, past its place and day: "discussions held in Reykjavik between A and B"."""
    inside = clause.sentence.subtree(verb)
    words = (i for i in inside if clause.sentence.tokens[i].lower in ("between", "among"))
    return tuple(m for i in words for g in clause.children(i) if g.dep == "pobj" for m in clause.fillers(g.i))


def _of_its_own(clause: Clause, noun: int) -> bool:
    """Whether a coordinated event noun names its own sides."""
    return bool(clause.after(noun, ("between", "with", "of", "among")))


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


def _of_noun(clause: Clause, trigger: Trigger) -> Arguments:
    noun, carrier = trigger.head, trigger.carrier
    tokens = clause.sentence.tokens
    between: list[Mention] = []
    agent: list[Mention] = []
    before: list[Mention] = []  # "US-China talks"; but in "his Syria talks with Erdogan" Syria is the topic
    host: list[Mention] = []
    other: list[Mention] = []
    own = [noun]
    # "a round of talks between ...", "a series of meetings with ...": the outer noun carries the arguments as well.
    t = tokens[noun]
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
    for c in clause.children(noun):
        if c.dep == "poss" and carrier is not None and trigger.type == "protest":
            other.extend(clause.fillers(c.i))  # "summoned Japan's ambassador"
        elif c.dep == "poss":
            agent.extend(clause.fillers(c.i))
        elif c.dep in ("compound", "nmod", "amod") and c.i < noun:
            before.extend(clause.fillers(c.i))
            if c.lemma in MEDIATED:  # "EU-mediated talks"
                host.extend(m for g in clause.children(c.i) for m in clause.fillers(g.i))
        elif c.dep in ("acl", "relcl"):
            host.extend(clause.after(c.i, ("by",)))
            between.extend(clause.direct(c.i) if c.lemma == "involve" else ())
    inner = [g for c in clause.children(noun) if c.lower == "of" for g in clause.children(c.i) if g.dep == "pobj"]
    for c in (c for i in (noun, *(g.i for g in inner)) for c in clause.children(i)):
        if c.dep in ("acl", "relcl") and c.lemma in HELD:
            between.extend(_held_between(clause, c.i))
    for c in clause.children(noun):  # "a summit between the three countries held by President Biden"
        behind = [g.i for g in clause.children(c.i) if g.dep == "pobj"] if c.lower in ("between", "of") else []
        for a in (a for g in behind for a in clause.children(g) if a.dep == "acl" and a.lemma in HELD):
            host.extend(clause.after(a.i, ("by",)))
    if trigger.type == "agreement_signed" and tokens[noun].dep != "pobj":
        between.extend(_far_between(clause, noun))
    destination: list[Mention] = []
    beside = ("with", "alongside", "from", "on") if tokens[noun].lemma == "call" else ("with", "alongside")
    for i in (*own, carrier) if carrier is not None else own:
        between.extend(clause.after(i, ("between", "among", "amongst", "of") if i != carrier else ("between", "among")))
        other.extend(clause.after(i, ("with", "against", "on", "from") if trigger.frame == "act" else beside))
        agent.extend(clause.after(i, ("by",)))
        destination.extend(clause.after(i, ("to", "with") if trigger.frame == "act" else ("to", "in", "for", "at")))
        for c in clause.children(i):
            if c.dep == "appos" and trigger.frame == "act":
                other.extend(clause.fillers(c.i))
    if trigger.frame == "act" and trigger.type in ("protest", "expulsion_or_recall"):
        # "summoned the French ambassador": the party and the person stand in the object itself
        other.extend(clause.fillers(noun))
        other.extend(
            m
            for c in clause.children(noun)
            for m in clause.fillers(c.i)
            if c.dep in ("poss", "amod", "compound", "nmod", "appos")
        )
    if trigger.rule.startswith(ORDERED) and carrier is not None:  # "ordered Beijing to close its consulate"
        other.extend(clause.fillers(noun))
        under = (c for v in (carrier, tokens[noun].head) for c in clause.children(v))
        other.extend(m for c in under if _ordered(c, carrier) for m in clause.fillers(c.i))
    elif trigger.type == "sanction" and carrier is not None and tokens[noun].dep == "pobj":  # "added firms to its list"
        other.extend(clause.direct(carrier))
    elif trigger.frame == "act" and carrier is not None:  # "handed the ambassador a note"
        other.extend(m for c in clause.children(carrier) if c.dep == "dative" for m in clause.fillers(c.i))
    context: list[Mention] = []
    if carrier is not None and trigger.frame == "mutual":  # "have held four rounds since April, mediated by Oman"
        inside = (tokens[i] for i in clause.sentence.subtree(carrier) if i > noun)
        for c in inside:  # wherever the parse hangs it
            if c.tag == "VBN" and c.lemma in MEDIATED and tokens[c.i - 1].text == ",":
                host.extend(clause.after(c.i, ("by",)))
    if carrier is not None:
        if clause.passive(carrier):
            agent.extend(clause.after(carrier, ("by",)))
        else:
            subject = clause.subject(carrier)
            if tokens[carrier].lemma in ("host", "chair", "convene"):
                host.extend(subject)
            elif not any(m.first <= noun < m.last for m in subject):
                agent.extend(subject)
            made = _made_to(clause, carrier)
            if made:  # "forced Kyiv to sign": who was made to do it
                agent = [*agent, *made] if trigger.frame == "mutual" else list(made)
        if tokens[noun].dep in ("nsubj",) and tokens[carrier].lemma in GATHERING:
            between.extend(clause.direct(carrier))
    theirs = any(c.dep == "poss" and c.lower == "their" for c in clause.children(noun))
    for verb in _context(clause, noun):
        if verb != carrier:
            context.extend(clause.subject(verb))
            context.extend(clause.direct(verb, strict=True))
            context.extend(_urged(clause, verb))
            if tokens[verb].dep == "xcomp" and tokens[verb].tag == "VB":  # "urged the emir to show restraint in a call"
                context.extend(clause.direct(tokens[verb].head, strict=True))
            if theirs:  # "during their meeting, she repeated to the minister"
                context.extend(clause.after(verb, ("to", "with")))
            if tokens[verb].lemma in GATHERING and tokens[noun].dep == "nsubj":
                between.extend(clause.direct(verb))
    if trigger.frame == "journey" and any(c.dep == "poss" for c in clause.children(noun)):  # "his two-day Nepal visit"
        destination.extend(m for m in before if m.kind == "party" and m.last == noun)
    if not (agent or other or between or host) and trigger.type == "dialogue_round":
        of = (g for c in clause.children(noun) if c.lower == "of" for g in clause.children(c.i))
        if any(g.lemma.lower() in STANDING for g in of):  # "the meeting of the commission on the border between"
            between.extend(_held_between(clause, noun))
    if not (agent and other and trigger.frame == "mutual" and all(m.kind in ("party", "metonym") for m in before)):
        between[:0] = before
    return Arguments(
        agent=unique(agent),
        other=unique(other),
        between=unique(between),
        host=unique(host),
        destination=unique(destination),
        context=unique(m for m in context if not m.first <= noun < m.last),
        stranger=not other and not between and _stranger(clause, own if carrier is None else (*own, carrier), None),
    )
