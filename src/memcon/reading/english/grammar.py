"""One sentence with its mentions laid over the parse: who stands where in the grammar."""

from collections.abc import Iterable

from memcon.reading.analysis import Mention, Sentence, Token
from memcon.reading.english.rows import rows, whole

SAME = frozenset({"it", "they", "he", "she"})
SUBJECT = ("nsubj", "csubj")
# A verb bound by these has the subject of what it hangs on: "was unable to travel", "asked to meet".
SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "pobj", "acomp"})


class Clause:
    """One sentence with its mentions laid over its tokens."""

    def __init__(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        self.sentence = sentence
        self.mentions = whole(mentions)
        self.by_token: dict[int, Mention] = {}
        for m in sorted(self.mentions, key=lambda m: (m.first - m.last, m.first)):
            for i in range(m.first, m.last):
                self.by_token.setdefault(i, m)
        self.chained = rows(sentence, [m for m in self.mentions if self.by_token[m.first] is m])

    def children(self, i: int) -> tuple[Token, ...]:
        """Direct dependents of token `i`."""
        return self.sentence.below[i]

    def fillers(self, i: int, strict: bool = False) -> tuple[Mention, ...]:
        """Mentions that token `i` stands for: itself, what is coordinated with it or in apposition, and, where it is no
        mention itself ("leaders of Japan and Korea"), the parties behind its "of", "from" or possessive; with `strict`
        only mentions that the token is part of ("welcomed the NATO decision" welcomes no NATO)."""
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
                    if c.dep == "acl" and (m is None or m.kind == "body"):
                        stack.extend(self._members(c))
                    if c.dep == "appos" and m is not None and self._begins_anew(m, c.i):
                        continue
                    if (
                        c.dep in ("conj", "appos")
                        or (c.dep == "nmod" and c.i in self.by_token)
                        or (m is None and not strict and c.dep in ("poss", "compound", "amod") and c.i in self.by_token)
                    ):
                        stack.append(c.i)
                    elif m is None and not strict and c.dep == "compound" and c.i < k:
                        inner = (g.i for g in self.children(c.i) if g.dep in ("compound", "nmod"))
                        stack.extend(g for g in inner if g in self.by_token)  # "the UK-EU Partnership Council"
                    elif c.dep == "prep" and (
                        (m is None and not strict and c.lower in ("of", "from", "between", "for"))
                        or (m is None and c.lower == "including")
                        or (
                            c.lower in ("including", "with", "alongside")
                            and c.i > k
                            and m is not None
                            and c.lower != "with"
                        )
                    ):
                        stack.extend(g.i for g in self.children(c.i) if g.dep == "pobj")
        return tuple(out[k] for k in sorted(out))

    def _members(self, verb: Token) -> list[int]:
        """Who is in a delegation: "a delegation led by X", "comprising X and Y"."""
        if verb.lemma in ("lead", "head"):
            return [g.i for p in self.children(verb.i) if p.lower == "by" for g in self.children(p.i)]
        if verb.lemma in ("comprise", "include"):
            return [g.i for g in self.children(verb.i) if g.dep == "dobj"]
        return []

    def _begins_anew(self, before: Mention, i: int) -> bool:
        """Whether what the parse takes for an apposition is another party, and does what follows it: "ahead of the
        meeting of Mr Modi and Mr Xi, Russia's news agency reported"."""
        m = self.by_token.get(i)
        tokens = self.sentence.tokens
        if m is None or m.last >= len(tokens) or tokens[m.last].tag not in ("VBD", "VBZ", "VBP"):
            return False
        theirs, ours = {a.party for a in m.actors}, {a.party for a in before.actors}
        return not theirs & ours

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
        """Who does what verb `verb` says, looked for up the parse where the verb has no subject of its own, or else the
        people named right before it ("ministers of A and B met"), wherever the parse hangs them."""
        return self._right_before(verb) or self._subject(verb)

    def _right_before(self, verb: int) -> tuple[Mention, ...]:
        tokens = self.sentence.tokens
        if tokens[verb].tag not in ("VBD", "VBZ", "VBP", "MD") or any(
            c.dep in (*SUBJECT, "nsubjpass", "expl") and c.lower != "both" for c in self.children(verb)
        ):
            return ()
        at = verb
        while at > 0 and (tokens[at - 1].pos in ("ADV", "AUX") or tokens[at - 1].lower == "both"):
            at -= 1
        m = self.by_token.get(at - 1) if at else None
        if m is None or m.last != at:
            return ()
        both = tokens[at].lower == "both" and m.first in self.chained  # "Oslo and Moscow both said"
        if m.kind not in ("person", "office", "group", "body", "pronoun") and not both:
            return ()
        if m.first and tokens[m.first - 1].pos == "ADP":
            return ()
        return self.chained.get(m.first, (m,))

    def _subject(self, verb: int) -> tuple[Mention, ...]:
        tokens = self.sentence.tokens
        for _ in range(6):
            for c in reversed(self.children(verb)):  # of two before it, the nearer: the other is a dateline or a topic
                if c.dep in SUBJECT or (c.dep == "nsubjpass"):
                    if c.tag in ("WP", "WDT") or c.lower in ("who", "which", "that"):
                        break
                    if found := self.fillers(c.i):
                        return found
                    t = tokens[verb]
                    if c.lower in SAME and t.dep == "ccomp" and tokens[t.head].pos == "VERB":
                        return self.subject(t.head)  # "the cabinet said it would": the one who says it
                    return ()
            t = tokens[verb]
            if t.dep in ("relcl", "acl"):
                if tokens[t.head].dep == "attr" and not self.fillers(t.head):  # "was the first to sign"
                    verb = tokens[t.head].head
                    continue
                above = tokens[t.head]  # "Paetongtarn, Thaksin's daughter, who was in Putrajaya": of whom it is told
                kin = above.dep == "appos" and above.i not in self.by_token and above.pos == "NOUN"
                found = (self.fillers(above.head, strict=True) if kin else ()) or self.fillers(t.head)
                aimed = t.dep == "acl" and t.tag == "VB" and above.dep == "dobj" and not found
                if aimed and tokens[above.head].pos == "VERB":  # "scrapped plans to fly": whoever scrapped them
                    verb = above.head
                    continue
                return found
            if t.dep in SHARING and t.head != t.i:
                verb = t.head
                while tokens[verb].pos == "ADP" and tokens[verb].head != verb:
                    verb = tokens[verb].head
                above = tokens[tokens[verb].head]
                if tokens[verb].pos == "NOUN" and tokens[verb].dep == "dobj" and above.lemma == "have":
                    verb = above.i  # "has no intention of talking": whoever has it
                continue
            return ()
        return ()

    def within(self, i: int) -> tuple[Mention, ...]:
        """Mentions in the words under token `i`."""
        return unique(self.by_token[k] for k in self.sentence.subtree(i) if k in self.by_token)

    def passive(self, verb: int) -> bool:
        """Whether the verb is passive: its subject is then what was acted on."""
        t = self.sentence.tokens[verb]
        if any(c.dep in ("nsubjpass", "auxpass") for c in self.children(verb)):
            return True
        whole = any(c.dep in SUBJECT or (c.dep == "aux" and c.lemma == "have") for c in self.children(verb))
        return t.dep == "acl" and t.tag == "VBN" and not whole  # "reports that the two had met" is active

    def right_behind(self, verb: int) -> tuple[Mention, ...]:
        """Who stands behind a "with" or "to" that follows the verb with nothing but words of time or manner between
        ("spoke late on Monday by phone with the emir"), wherever the parse hangs it."""
        at_once = self.by_token.get(verb + 1)
        if at_once is not None and at_once.first == verb + 1:  # "will be meeting Prime Minister Qarase"
            return self.chained.get(at_once.first, (at_once,))
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
            if t.dep == "pcomp":  # "met via videoconferencing with"
                continue
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
        """Whether the verb is a word before a name ("visiting Foreign Minister Fidan")."""
        t = self.sentence.tokens[verb]
        inside = self.by_token.get(verb)
        return t.dep == "amod" or (inside is not None and inside.first == verb and inside.last > verb + 1)

    def direct(self, verb: int, strict: bool = False) -> tuple[Mention, ...]:
        """Mentions that are the verb's direct object."""
        objects = (c for c in self.children(verb) if c.dep in ("dobj", "obj", "dative"))
        return unique(m for c in objects for m in self.fillers(c.i, strict))


def unique(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without repetition, in order of appearance."""
    return tuple({(m.sentence, m.first): m for m in mentions}.values())


def in_speech(sentence: Sentence, i: int) -> bool:
    """Whether token `i` stands between quotation marks."""
    opened = False
    for t in sentence.tokens[:i]:
        if t.text in ("“", "„", "``"):
            opened = True
        elif t.text in ("”", "''"):
            opened = False
        elif t.text == '"':
            opened = not opened
    return opened
