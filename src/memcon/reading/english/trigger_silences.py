"""Requests that stay without an answer, orders to leave or to close: acts that two words tell, not a verb's object."""

from collections.abc import Iterator

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_objects import OBJECT, forms, modifiers, objects
from memcon.reading.english.trigger_words import RECEIVING, Lexicon, Trigger

ORDERED = "order:"  # how the rules of orders begin: who is ordered stands under the verb, not under its noun


def silences(sentence: Sentence, lists: Lexicon) -> Iterator[Trigger]:
    """Requests for contact that somebody left without an answer."""
    words = lists.silence
    stated = not sentence.lowers.isdisjoint(words["states"])
    for t in sentence.tokens if stated else ():  # "left the request unanswered"
        if t.lower in words["states"]:
            above = sentence.tokens[t.head]
            while above.pos not in ("VERB", "AUX") and above.head != above.i:
                above = sentence.tokens[above.head]
            for noun in (*sentence.children(t.i), *(c for c in sentence.children(above.i) if c.dep in OBJECT)):
                if above.lemma == "leave" and _asks(sentence, lists, noun):
                    rule = f"act:contact_unanswered:{above.lemma}+{noun.lemma}"
                    yield Trigger("contact_unanswered", "act", noun.i, above.i, rule)
    for verb in sentence.having(lists.unanswering):
        if verb.pos not in ("VERB", "AUX"):
            continue
        rule = f"act:contact_unanswered:{verb.lemma}"
        if verb.lemma in words["staying"] or verb.lemma in RECEIVING:
            for t in sentence.children(verb.i):
                if t.dep in ("nsubj", "nsubjpass") and _asks(sentence, lists, t) and _unmet(sentence, lists, verb):
                    yield Trigger("contact_unanswered", "act", t.i, verb.i, f"{rule}+{t.lemma}")
        elif verb.lemma in words["verbs"] and _withheld(sentence, verb):
            back = verb.lemma == "hear" and any(c.lower == "back" for c in sentence.children(verb.i))
            if back and not _newsroom(sentence, lists):  # "never heard back from"
                yield Trigger("contact_unanswered", "act", verb.i, None, "verb:hear")
            for t in objects(sentence, verb):
                if t.lemma in words["requests"] and _asks(sentence, lists, t):
                    yield Trigger("contact_unanswered", "act", t.i, verb.i, f"{rule}+{t.lemma}")
        elif words["picking"] & forms(sentence, verb) and _withheld(sentence, verb):
            for t in objects(sentence, verb):
                if t.lemma in words["telephones"] and not _newsroom(sentence, lists):
                    yield Trigger("contact_unanswered", "act", t.i, verb.i, f"{rule}+{t.lemma}")


def _asks(sentence: Sentence, lists: Lexicon, noun: Token) -> bool:
    """Whether the noun is a request for contact."""
    if noun.lemma not in lists.silence["requests"] or _newsroom(sentence, lists):
        return False
    if noun.lemma in ("letter", "message", "overture", "invitation", "outreach"):
        return True
    within = {sentence.tokens[i].lemma for i in sentence.subtree(noun.i)}
    return bool(within & lists.contact)


def _newsroom(sentence: Sentence, lists: Lexicon) -> bool:
    words = lists.silence["newsroom"]
    asking = (t for t in sentence.tokens if t.lemma in words)
    return any(t.lemma != "press" or sentence.tokens[t.head].lemma not in PRESS_OFFICE for t in asking)


PRESS_OFFICE = frozenset({"secretary", "office", "officer", "service", "attaché", "spokesman", "spokeswoman"})


def _unmet(sentence: Sentence, lists: Lexicon, verb: Token) -> bool:
    """Whether the verb says that there was no answer: "went unanswered", "met with silence", "received no reply"."""
    for c in sentence.children(verb.i):
        if c.lower in lists.silence["states"]:
            return True
        if c.lower == "on" and any(g.lemma == "ear" for g in sentence.children(c.i)):
            return True  # "fell on deaf ears"
        if c.dep == "prep" and c.lower in ("without", "with"):
            behind = {g.lemma for g in sentence.children(c.i)}
            if behind & ({"answer", "reply", "response"} if c.lower == "without" else {"silence"}):
                return True
        if c.dep in OBJECT and c.lemma in ("answer", "reply", "response"):
            return any(g.lower == "no" for g in sentence.children(c.i))
    return False


def _withheld(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb did not come about: "did not respond", "has yet to respond", "failed to respond"."""
    below = sentence.children(verb.i)
    if any(c.dep == "neg" or c.lower == "never" for c in below):
        return True
    above = sentence.tokens[verb.head]
    if verb.dep in ("advcl", "ccomp", "xcomp") and above.lemma in ("wait", "await"):  # "is waiting for Bern to reply"
        return True
    if verb.dep != "xcomp" or above.i == verb.i:
        return False
    return above.lemma == "fail" or any(c.lower == "yet" for c in sentence.children(above.i))


def orders(sentence: Sentence, lists: Lexicon) -> Iterator[Trigger]:
    """Diplomats who are told to leave, missions that somebody is told to close or to make smaller."""
    words = lists.orders
    for verb in sentence.having(words["verbs"]):
        if verb.pos != "VERB":
            continue
        for done in _done(sentence, verb):
            told = [
                t
                for t in (*sentence.children(verb.i), *sentence.children(done.i))
                if (t.head == verb.i and t.dep in ("dobj", "dative", "nsubjpass"))
                or (t.head == done.i and t.dep in ("nsubj", "nsubjpass"))
            ]
            noun = None
            if done.lemma in words["depart"]:
                noun = next((t for t in told if _diplomat(sentence, lists, t)), None)
            elif done.lemma in words["remove"]:
                noun = next((t for t in objects(sentence, done) if t.lemma in words["missions"]), None)
                own = [t for t in told if t.i < done.i and not _own(sentence, t)]
                noun = noun if own else None
            if noun is not None and not (noun in told and _own(sentence, noun)):
                rule = f"{ORDERED}expulsion_or_recall:{verb.lemma}+{done.lemma}"
                yield Trigger("expulsion_or_recall", "act", noun.i, verb.i, rule)


def turned_away(sentence: Sentence, lists: Lexicon) -> Iterator[Trigger]:
    """Journeys that a party did not let happen: "would not allow the minister to visit Ramallah"."""
    for let in sentence.having(lists.gates["verbs"]):
        if let.pos != "VERB":
            continue
        above = sentence.tokens[let.head]
        refused = let.dep == "xcomp" and above.lemma in ("refuse", "decline")
        if not refused and not any(c.dep == "neg" for c in sentence.children(let.i)):
            continue
        for done in sentence.children(let.i):
            if done.lemma not in lists.gates["passing"] or done.dep not in ("xcomp", "ccomp", "advcl"):
                continue
            kept = (*sentence.children(let.i), *sentence.children(done.i))
            who = next((t for t in kept if t.dep in ("dobj", "nsubj") and let.i < t.i < done.i), None)
            if who is not None and who.pos in ("NOUN", "PROPN"):
                verb = above if refused else let
                yield Trigger(
                    "contact_refused", "act", who.i, verb.i, f"{ORDERED}contact_refused:{let.lemma}+{done.lemma}"
                )


def _done(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """What somebody is told to do; time given to do it may stand between ("gave them until Friday to leave")."""
    inside = sentence.subtree(verb.i) if verb.lemma == "give" else [c.i for c in sentence.children(verb.i)]
    for t in (sentence.tokens[i] for i in inside if i > verb.i):
        if verb.lemma == "give" and t.tag != "VB":
            continue
        if t.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl") and t.pos == "VERB":
            yield t


def _diplomat(sentence: Sentence, lists: Lexicon, t: Token) -> bool:
    return bool(lists.orders["diplomats"] & ({t.lemma} | modifiers(sentence, t.i)))


def _own(sentence: Sentence, t: Token) -> bool:
    """Whether those told are the speaker's own: "ordered its diplomats to leave Khartoum" expels nobody."""
    return any(c.dep == "poss" and c.lower in ("its", "their", "his", "her") for c in sentence.children(t.i))
