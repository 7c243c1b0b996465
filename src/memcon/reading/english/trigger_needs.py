"""What an act asks for besides its verb and its noun: the `needs` of `triggers.toml`, each a test of its own."""

from collections.abc import Callable

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_objects import forms, modifiers
from memcon.reading.english.trigger_words import Lexicon

Test = Callable[[Sentence, Lexicon, Token, Token], bool]

AGREEMENTS = frozenset({"agreement", "treaty", "deal", "pact", "accord", "convention", "protocol", "fta"})
PRISONERS = frozenset({"prisoner", "hostage", "detainee", "captive", "pow", "prisoners", "hostages", "soldier"})
SENT_BY_A_STATE = frozenset({"embassy", "consulate", "consular", "diplomatic", "intelligence", "military", "mission"})
MISSIONS = frozenset(
    {"embassy", "consulate", "mission", "diplomat", "ambassador", "staff", "envoy", "attaché", "commissioner", "consul"}
)
# Talks that "ended" were most often only over; these words tell that somebody broke them off.
ABRUPT = frozenset({"abruptly", "unilaterally", "suddenly", "early", "prematurely", "permanently"})
CONVERSED = frozenset({"talk", "talks", "negotiation", "discussion", "consultation", "dialogue", "dialog", "exchange"})
# Complaints that go to a court or a company's counter, not to a government.
COURTS = frozenset({"court", "wto", "tribunal", "police", "prosecutor", "arbitration", "commission", "icj", "fifa"})
UNWELCOME = ("grata", "gratae", "unwelcome", "undesirable")


def met(sentence: Sentence, lists: Lexicon, needs: str, verb: Token, noun: Token) -> bool:
    """Whether an act has what makes it count: an answer that has not come, a request that is for contact."""
    return TESTS[needs](sentence, lists, verb, noun)


def _within(sentence: Sentence, i: int) -> set[str]:
    return {sentence.tokens[j].lemma.lower() for j in sentence.subtree(i)}


def _unwelcome(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    return any(t.lower in UNWELCOME for t in sentence.tokens[verb.i :])


def _waiting(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """An answer that has not come: "awaits a reply", "failed to get a reply", "received no answer"."""
    if verb.lemma in ("await", "wait"):
        return noun.lemma != "nothing"
    if noun.lemma == "nothing":  # "has heard nothing from"
        below = (*sentence.children(verb.i), *sentence.children(noun.i))
        return verb.lemma == "hear" and any(c.lower == "from" for c in below)
    above = sentence.tokens[verb.head]
    if verb.lemma in ("get", "receive", "have", "hear") and above.i != verb.i:
        late = verb.dep == "xcomp" and any(c.lower == "yet" for c in sentence.children(above.i))
        if late or above.lemma == "fail":  # "is yet to receive a response"
            return True
    return any(c.dep == "neg" for c in sentence.children(verb.i)) or any(
        c.lower == "no" for c in sentence.children(noun.i)
    )


def _silence(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    if "ignore" in forms(sentence, verb):
        return _contact(sentence, lists, verb, noun)
    unanswered = any(c.dep == "neg" or c.lower in ("not", "never") for c in sentence.children(verb.i))
    return unanswered and noun.lemma in ("request", "call", "letter", "message", "invitation")


def _contact_within(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    within = _within(sentence, noun.i)
    return bool(within & (lists.contact | {"relation", "tie", "cooperation", "exchange"}))


def _contact(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    about = _within(sentence, noun.i)
    if noun.lemma not in (
        "proposal",
        "offer",
        "suggestion",
        "call",
        "appeal",
        "plea",
        "letter",
    ):  # of these many are for something else than contact
        about |= {t.lemma for t in sentence.tokens[: verb.i]}
        below = sentence.children(verb.i)
        about |= {g.lemma for c in below if c.lower == "for" for g in sentence.children(c.i)}
        about |= {c.lemma for c in below if c.dep in ("advcl", "xcomp") and c.tag == "VB"}  # "his requests to meet"
    if noun.lemma in ("overture", "outreach"):
        return True
    if noun.lemma == "call" and any(c.lower in ("for", "those", "these", "such") for c in sentence.children(noun.i)):
        about.discard("call")  # "ignored calls for transparency"
    return bool(about & lists.contact)


def _agreement_within(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    return bool((_within(sentence, noun.i) | _within(sentence, verb.i)) & AGREEMENTS)


def _prisoners_within(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    return bool(_within(sentence, noun.i) & PRISONERS)


def _formal(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    if _within(sentence, verb.i) & COURTS:
        return False
    if noun.lemma != "complaint" or verb.lemma in ("lodge", "file", "submit"):
        return True
    return bool(modifiers(sentence, noun.i) & {"formal", "official", "diplomatic"})


def _of_a_mission(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether those expelled are sent by a state, or what is closed is a mission."""
    if noun.lemma in ("closure", "expulsion", "recall", "shutdown", "departure"):
        return bool(_within(sentence, noun.i) & MISSIONS)
    if _within(sentence, verb.i) & {"embassy", "consulate"}:  # "14 officials were expelled from the embassy"
        return True
    before = [t for t in sentence.tokens if t.head == noun.i and t.i < noun.i]
    return any(t.lemma in SENT_BY_A_STATE or t.text[:1].isupper() for t in before if t.dep != "det")


def _withheld(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether what is asked for is not given: "refused to grant a visa", "would not give him an audience"."""
    above = sentence.tokens[verb.head]
    refused = verb.dep == "xcomp" and above.lemma in ("refuse", "decline")
    return refused or _turned_down(sentence, lists, verb, noun)


def _to_ambassadors(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether ties are raised to ambassadors again: "to the ambassadorial level", not "to a strategic partnership"."""
    behind = sentence.tokens[noun.i :]
    return any(t.lower == "to" for t in behind) and any(t.lower.startswith("ambassador") for t in behind)


def _to_the_ministry(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether an envoy is called somewhere to hear a protest: "called the envoy to the foreign ministry"."""
    to = (c for c in sentence.children(verb.i) if c.lower == "to" and c.dep == "prep")
    return any(g.lemma.lower() in ("ministry", "office") for c in to for g in sentence.children(c.i))


# Why a mission shuts its doors for some hours or days only.
FOR_NOW = frozenset({"holiday", "renovation", "repair", "maintenance", "bomb", "alarm", "fire", "visitor", "weekend"})


def _for_good(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether a mission is closed, not its doors for a day: "closed on Monday for a public holiday"."""
    return not any(t.lemma in FOR_NOW for t in sentence.tokens)


AHEAD = frozenset({"upcoming", "next", "planned", "scheduled", "forthcoming", "coming", "slated", "due"})


def _said_of(sentence: Sentence, noun: Token) -> set[str]:
    """What stands at a noun, before it or behind: "the planned talks", "talks scheduled for Monday"."""
    behind = {c.lower for c in sentence.children(noun.i) if c.dep in ("acl", "relcl", "amod")}
    return set(modifiers(sentence, noun.i)) | behind


def _broken_off(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    held = [noun, *(sentence.tokens[i] for i in sentence.ancestors(noun.i) if sentence.tokens[i].pos == "NOUN")]
    if verb.lemma in ("scrap", "call") and any(AHEAD & _said_of(sentence, t) for t in held):
        return False  # "scrapped the next session of talks": one sitting is called off, not the talks
    if noun.lemma == "process":
        return bool(_within(sentence, noun.i) & {"peace", "accession", "normalization", "normalisation"})
    if verb.lemma == "end" and noun.lemma in CONVERSED:
        return bool(ABRUPT & {c.lower for c in sentence.children(verb.i)})
    return True


def _turned_down(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    below = sentence.children(verb.i)
    ahead = any(c.dep == "aux" and c.lower in ("will", "wo", "would", "'ll") for c in below)
    return ahead and any(c.dep == "neg" for c in below)


def _one_text(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """Whether a statement is one, of those who issued it: not "statements", not "a separate statement"."""
    apart = {"separate", "respective", "own", "earlier", "each", "their", "his", "her", "its", "joint", "website"}
    return noun.tag in ("NN", "NNP") and not modifiers(sentence, noun.i) & apart


def _abroad(sentence: Sentence, lists: Lexicon, verb: Token, noun: Token) -> bool:
    """A delegation led somewhere: "led a delegation to Prague", not "to the talks", nor "delegations led by X"."""
    if verb.i > noun.i:
        return False
    to = (c for i in (verb.i, noun.i) for c in sentence.children(i) if c.lower == "to" and c.i > noun.i)
    return any(g.pos == "PROPN" and g.dep == "pobj" for c in to for g in sentence.children(c.i))


TESTS: dict[str, Test] = {
    "abroad": _abroad,
    "one text": _one_text,
    "turned down": _turned_down,
    "unwelcome": _unwelcome,
    "waiting": _waiting,
    "silence": _silence,
    "contact within": _contact_within,
    "contact": _contact,
    "agreement within": _agreement_within,
    "prisoners within": _prisoners_within,
    "formal": _formal,
    "of a mission": _of_a_mission,
    "withheld": _withheld,
    "to ambassadors": _to_ambassadors,
    "for good": _for_good,
    "to the ministry": _to_the_ministry,
    "broken off": _broken_off,
}
