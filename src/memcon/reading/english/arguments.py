"""Who takes part in what a trigger speaks of: mentions at the places in the parse that the trigger's frame names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.reading.analysis import Mention, Sentence, Token
from memcon.reading.english.triggers import Trigger

SUBJECT = ("nsubj", "csubj")
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


class Clause:
    """One sentence with its mentions laid over its tokens."""

    def __init__(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        self.sentence = sentence
        self.mentions = tuple(mentions)
        self.by_token: dict[int, Mention] = {}
        for m in sorted(self.mentions, key=lambda m: (m.first - m.last, m.first)):
            for i in range(m.first, m.last):
                self.by_token.setdefault(i, m)
        self.chained = _chains(sentence, [m for m in self.mentions if self.by_token[m.first] is m])
        self.dependents: dict[int, list[Token]] = {}
        for t in sentence.tokens:
            if t.head != t.i:
                self.dependents.setdefault(t.head, []).append(t)

    def children(self, i: int) -> list[Token]:
        """Direct dependents of token `i`."""
        return self.dependents.get(i, [])

    def fillers(self, i: int, strict: bool = False) -> tuple[Mention, ...]:
        """Mentions that token `i` stands for: itself, what is coordinated with it or in apposition, and, where it is no
        mention itself ("leaders of Japan and Korea"), the parties behind its "of", "from" or possessive; with `strict`
        only mentions that the token is part of ("welcomed the EU move" welcomes no EU)."""
        out: dict[int, Mention] = {}
        stack, seen = [i], set()
        while stack:
            j = stack.pop(0)
            if j in seen:
                continue
            seen.add(j)
            m = self.by_token.get(j)
            if m is not None:
                for n in self.chained.get(m.first, (m,)):
                    out.setdefault(n.first, n)
            inside = range(m.first, m.last) if m is not None else (j,)
            for k in inside:
                for c in self.children(k):
                    if (
                        c.dep in ("conj", "appos")
                        or (c.dep == "nmod" and c.i in self.by_token)
                        or (m is None and not strict and c.dep in ("poss", "compound", "amod") and c.i in self.by_token)
                    ):
                        stack.append(c.i)
                    elif c.dep == "prep" and (
                        (m is None and not strict and c.lower in ("of", "from", "between", "including", "for"))
                        or (
                            c.lower in ("including", "with", "alongside")
                            and c.i > k
                            and m is not None
                            and c.lower != "with"
                        )
                    ):
                        stack.extend(g.i for g in self.children(c.i) if g.dep == "pobj")
        return tuple(out[k] for k in sorted(out))

    def after(self, i: int, words: tuple[str, ...]) -> tuple[Mention, ...]:
        """Mentions behind the prepositions of token `i` that are in `words`."""
        found: list[Mention] = []
        for c in self.children(i):
            if c.dep in ("prep", "agent", "dative", "prt") and c.lower in words:
                for g in self.children(c.i):
                    if g.dep in ("pobj", "pcomp"):
                        found.extend(self.fillers(g.i))
                    elif g.dep == "prep":  # "together with", "out of"
                        found.extend(m for h in self.children(g.i) if h.dep == "pobj" for m in self.fillers(h.i))
        return unique(found)

    def subject(self, verb: int) -> tuple[Mention, ...]:
        """Who does what verb `verb` says, looked for up the parse where the verb has no subject of its own."""
        tokens = self.sentence.tokens
        for _ in range(6):
            for c in self.children(verb):
                if c.dep in SUBJECT or (c.dep == "nsubjpass"):
                    if c.tag in ("WP", "WDT") or c.lower in ("who", "which", "that"):
                        break
                    if found := self.fillers(c.i):
                        return found
                    return ()
            t = tokens[verb]
            if t.dep in ("relcl", "acl"):
                return self.fillers(t.head)
            if t.dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "pobj") and t.head != t.i:
                verb = t.head
                while tokens[verb].pos == "ADP" and tokens[verb].head != verb:
                    verb = tokens[verb].head
                continue
            return ()
        return ()

    def passive(self, verb: int) -> bool:
        """Whether the verb is passive: its subject is then what was acted on."""
        t = self.sentence.tokens[verb]
        if any(c.dep in ("nsubjpass", "auxpass") for c in self.children(verb)):
            return True
        return t.dep == "acl" and t.tag == "VBN"

    def right_behind(self, verb: int) -> tuple[Mention, ...]:
        """Who stands behind a "with" or "to" that follows the verb with nothing but words of time or manner between
        ("spoke today by phone with the European Commission's president"), wherever the parse hangs it."""
        for t in self.sentence.tokens[verb + 1 : verb + 9]:
            if t.lower in ("with", "to"):
                return next(
                    (
                        self.chained.get(m.first, (m,))
                        for m in self.mentions
                        if t.i < m.first <= t.i + 2 and self.by_token[m.first] is m
                    ),
                    (),
                )
            if t.pos in ("VERB", "AUX", "PROPN", "PUNCT") and t.lower not in (
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
            ):
                return ()
        return ()

    def attributive(self, verb: int) -> bool:
        """Whether the verb is a word before a name ("visiting Foreign Minister Kuleba")."""
        t = self.sentence.tokens[verb]
        inside = self.by_token.get(verb)
        return t.dep == "amod" or (inside is not None and inside.first == verb and inside.last > verb + 1)

    def direct(self, verb: int, strict: bool = False) -> tuple[Mention, ...]:
        """Mentions that are the verb's direct object."""
        objects = (c for c in self.children(verb) if c.dep in ("dobj", "obj", "dative"))
        return unique(m for c in objects for m in self.fillers(c.i, strict))


LINKS = frozenset({"and", "&", ",", "the", "both", "also", "as", "well", "along", "with", "his", "her", "its", "/"})


def _chains(sentence: Sentence, mentions: list[Mention]) -> dict[int, tuple[Mention, ...]]:
    """Mentions coordinated on the surface ("A, B and C"): the parse often breaks such a row where long titles stand
    in it.

    A row ends with the mention behind its last "and": "A and B, C said" is the row of A and B.
    """
    out: dict[int, tuple[Mention, ...]] = {}
    row: list[Mention] = []
    pending: list[Mention] = []
    ordered = sorted(mentions, key=lambda m: m.first)

    def close() -> None:
        if len(row) > 1:
            for m in row:
                out[m.first] = tuple(row)
        row.clear()
        pending.clear()

    for left, right in zip(ordered, [*ordered[1:], None], strict=False):
        if not row:
            row.append(left)
        if right is None:
            break
        between = [t.lower for t in sentence.tokens[left.last : right.first]]
        linked = bool(between) and len(between) <= 4 and all(w in LINKS for w in between)
        pair = between in (["-"], ["–"], ["—"]) and {left.kind, right.kind} <= {"party", "metonym"}
        joined = "and" in between or "&" in between or between[:3] == ["as", "well", "as"] or between == ["/"]
        if pair or (linked and joined):
            row.extend(pending)
            pending.clear()
            row.append(right)
        elif linked and between[0] == ",":
            pending.append(right)
        else:
            close()
    close()
    return out


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


def unique(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without repetition, in order of appearance."""
    return tuple({(m.sentence, m.first): m for m in mentions}.values())


WITH = ("with", "between", "among", "amongst", "alongside", "and")
TO = ("to", "in", "into", "for", "on", "at", "through")


def collect(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a trigger by its frame."""
    token = clause.sentence.tokens[trigger.head]
    if trigger.carrier is None and token.pos == "VERB" and trigger.rule.startswith("verb:"):
        return _of_verb(clause, trigger)
    return _of_noun(clause, trigger)


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
    if clause.attributive(verb):  # "visiting Cambodian Deputy Prime Minister"
        inside = clause.by_token.get(verb)
        return Arguments(agent=(inside,) if inside is not None else clause.fillers(t.head))
    if trigger.frame == "journey":
        return Arguments(agent=subject, destination=unique((*direct, *clause.after(verb, TO))), other=())
    if trigger.frame == "host":
        return Arguments(host=subject, other=unique((*direct, *clause.after(verb, ("with",)))))
    other = unique((*direct, *clause.after(verb, (*WITH, "to", "against", "from")))) or clause.right_behind(verb)
    return Arguments(agent=subject, other=other, stranger=not other and _stranger(clause, (verb,), verb))


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


def _of_noun(clause: Clause, trigger: Trigger) -> Arguments:
    noun, carrier = trigger.head, trigger.carrier
    tokens = clause.sentence.tokens
    between: list[Mention] = []
    agent: list[Mention] = []
    host: list[Mention] = []
    own = [noun]
    # "a round of talks between ...", "a series of meetings with ...": the outer noun carries the arguments as well.
    t = tokens[noun]
    while t.dep in ("pobj", "conj", "appos") and (tokens[t.head].lower == "of" or t.dep != "pobj"):
        outer = tokens[t.head].head if t.dep == "pobj" else t.head
        if tokens[outer].pos not in ("NOUN", "PROPN") or outer in own:
            break
        own.append(outer)
        t = tokens[outer]
    for c in clause.children(noun):
        if c.dep == "poss":
            agent.extend(clause.fillers(c.i))
        elif c.dep in ("compound", "nmod", "amod") and c.i < noun:
            between.extend(clause.fillers(c.i))
        elif c.dep in ("acl", "relcl"):
            if c.lemma == "involve":
                between.extend(clause.direct(c.i))
            host.extend(clause.after(c.i, ("by",)))
    other: list[Mention] = []
    destination: list[Mention] = []
    for i in (*own, carrier) if carrier is not None else own:
        between.extend(clause.after(i, ("between", "among", "amongst", "of") if i != carrier else ("between", "among")))
        other.extend(
            clause.after(i, ("with", "against", "on", "from") if trigger.frame == "act" else ("with", "alongside"))
        )
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
    context: list[Mention] = []
    if carrier is not None:
        if clause.passive(carrier):
            agent.extend(clause.after(carrier, ("by",)))
        else:
            subject = clause.subject(carrier)
            if tokens[carrier].lemma in ("host", "chair", "convene"):
                host.extend(subject)
            elif not any(m.first <= noun < m.last for m in subject):
                agent.extend(subject)
        if tokens[noun].dep in ("nsubj",) and tokens[carrier].lemma in GATHERING:
            between.extend(clause.direct(carrier))
    for verb in _context(clause, noun):
        if verb != carrier:
            context.extend(clause.subject(verb))
            context.extend(clause.direct(verb, strict=True))
            if tokens[verb].lemma in GATHERING and tokens[noun].dep == "nsubj":
                between.extend(clause.direct(verb))
    return Arguments(
        agent=unique(agent),
        other=unique(other),
        between=unique(between),
        host=unique(host),
        destination=unique(destination),
        context=unique(m for m in context if not m.first <= noun < m.last),
        stranger=not other and not between and _stranger(clause, own if carrier is None else (*own, carrier), None),
    )
