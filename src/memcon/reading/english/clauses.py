"""A parsed sentence as a tree: whose clause a verb heads, who its subject is, where its words end."""

from dataclasses import dataclass, field

from memcon.reading.analysis import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# "asked them to leave": those asked are to leave.
ORDERS = ("ask", "urge", "tell", "instruct", "direct", "order", "authorize", "allow", "require", "task", "request")
RELATIVE = {"who", "which", "that", "whom"}


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with the dependents of each token at hand: one pass, where `Sentence.children` takes one each."""

    sentence: Sentence
    below: tuple[tuple[Token, ...], ...] = field(default=())

    @classmethod
    def of(cls, sentence: Sentence) -> "Tree":
        """The tree of a sentence."""
        return cls(sentence, sentence.below)

    def token(self, i: int) -> Token:
        """The token at an index."""
        return self.sentence.tokens[i]

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """Direct dependents of token `i`, of the given relations if any are given."""
        below = self.below[i]
        if not deps or not below:
            return below
        return tuple([t for t in below if t.dep in deps])

    def subtree(self, i: int, without: frozenset[int] = frozenset()) -> list[int]:
        """Token `i` and all below it, in order, leaving out the subtrees of `without`."""
        inside = [i]
        for at in inside:
            inside.extend([t.i for t in self.below[at] if t.i not in without])
        return sorted(inside)

    def subject(self, verb: int) -> int | None:
        """Who does what the verb says: its own subject, its antecedent, or that of the verb it leans on.

        A passive verb's doer is its agent ("by ..."); the person something was said to is no subject.
        """
        at = verb
        for _ in range(6):
            token = self.token(at)
            own = self.children(at, *SUBJECTS)
            if own:  # of two, which a quotation can bring along, the nearer
                return self._own_subject(at, min(own, key=lambda c: abs(c.i - at)))
            if any(c.lower == "by" for c in self.children(at, "agent")):
                return self._agent(at)
            if token.dep == "acl" and token.tag == "VB":  # "used the meeting to call for ..."
                at = next((a for a in self.sentence.ancestors(at) if self.token(a).pos in ("VERB", "AUX")), at)
                if at == token.i:
                    return None
                continue
            if token.dep in ("acl", "relcl"):
                return token.head
            if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis", "aux"):
                return None
            if token.head == at or (token.dep == "ccomp" and token.tag not in ("VB", "VBG")):
                return None
            at = token.head
            if self.token(at).lemma in ("quote", "cite") and at != verb:  # "quoted the minister as saying"
                cited = self.children(at, "dobj", "nsubjpass")
                return cited[0].i if cited else None
            told = self.children(at, "dobj", "dative")
            if token.dep == "xcomp" and told and self.token(at).lemma in ORDERS:
                return told[0].i
        return None

    def asked(self, verb: int) -> bool:
        """Whether a verb tells what somebody is asked to do: "called on both to lay down their arms"."""
        token = self.token(verb)
        head = self.token(token.head)
        infinitive = token.tag == "VB" and self.auxiliaries(verb)[:1] == ("to",)
        return infinitive and token.dep in ("xcomp", "advcl", "ccomp") and head.lemma in (*ORDERS, "call", "appeal")

    def _own_subject(self, verb: int, subject: Token) -> int | None:
        if subject.dep == "nsubjpass":
            return self._agent(verb)
        if subject.lower in RELATIVE and self.token(verb).dep in ("relcl", "acl"):
            return self.token(verb).head
        return None if subject.dep in ("expl", "csubj") else subject.i

    def _agent(self, verb: int) -> int | None:
        for by in self.children(verb, "agent"):
            for doer in self.children(by.i, "pobj"):
                return doer.i
        return None

    def joined(self, i: int) -> tuple[int, ...]:
        """Token `i` and what is coordinated with it: "Lammy and Blinken" is two."""
        found = [i]
        for at in found:
            found.extend(c.i for c in self.children(at, "conj"))
        return tuple(found)

    def auxiliaries(self, verb: int) -> tuple[str, ...]:
        """Auxiliary and negating words of a verb, lower case, in order; of the verb it is coordinated with, if none."""
        own = tuple(c.lower for c in self.children(verb, "aux", "auxpass", "neg"))
        token = self.token(verb)
        if not own and token.dep == "conj" and token.head != verb and token.tag == "VB":
            return self.auxiliaries(token.head)
        return own
