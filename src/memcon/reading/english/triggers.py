"""Words that make an English clause speak of an event: found in the parse, typed by the lists in `triggers.toml`."""

from collections.abc import Iterator
from dataclasses import replace

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_acts import acts
from memcon.reading.english.trigger_objects import OBJECT, dated, goes_with, idiom, modifiers, objects
from memcon.reading.english.trigger_silences import orders, silences, turned_away
from memcon.reading.english.trigger_types import ORDINALS, channel, counted, in_a_row, sitting, typed
from memcon.reading.english.trigger_words import Lexicon, Sense, Trigger, lexicon

NOMINAL = ("dobj", "obj", "nsubjpass", "pobj", "nsubj", "conj", "attr", "appos", "ROOT", "oprd", "npadvmod")


# A round among these is one of voting.
BALLOTS = frozenset({"vote", "ballot", "election", "runoff", "run-off", "voter", "polling"})


# Verbs of those who meet "for" what the noun names.
GATHERED = frozenset({"meet", "gather", "convene", "assemble"})


COUNTED = "noun:ordinal"  # the rule that sees them: day and place stand behind the ordinal, without a verb


# What is taken of a body without a sitting of it: "will take over the presidency of the council".
SEATS = frozenset({"chair", "chairmanship", "leadership", "membership", "presidency", "reins", "seat"})


def carrier(sentence: Sentence, noun: Token, lists: Lexicon) -> int | None:
    """The verb that carries an event noun ("held talks", "talks were held", "engaged in talks"), if any."""
    head = sentence.tokens[noun.head]
    while noun.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN"):
        noun, head = head, sentence.tokens[head.head]
    if noun.dep in ("dobj", "obj", "nsubjpass", "nsubj", "attr", "oprd") and head.lemma in lists.carriers:
        return head.i
    if noun.dep == "pobj" and head.lower in ("in", "with", "on", "of", "for", "at"):
        verb = sentence.tokens[head.head]
        if (
            verb.lemma in ("engage", "participate", "take", "join", "enter", "begin", "wrap", "attend")
            and verb.pos == "VERB"
        ):
            return verb.i
    if noun.dep == "pobj" and head.lemma == "of":  # "a round of talks", "a series of meetings"
        outer = sentence.tokens[head.head]
        if outer.pos == "NOUN" and outer.i != noun.i and outer.lemma not in SEATS:
            return carrier(sentence, outer, lists)
    if (
        noun.dep == "pobj"
        and head.lower == "for"
        and (noun.lemma == "summit" or in_a_row(sentence, noun) or sitting(sentence, noun))
    ):
        verb = sentence.tokens[head.head]  # "met for a fifth round of talks"
        if verb.lemma in GATHERED and verb.pos == "VERB":
            return verb.i
    if noun.dep == "pobj" and head.lower == "to":  # "played host to the talks", hung on either word
        verb = (
            sentence.tokens[head.head] if sentence.tokens[head.head].pos == "VERB" else sentence.tokens[head.head - 1]
        )
        if verb.lemma == "play" and any(c.lemma == "host" for c in sentence.children(verb.i)):
            return verb.i
    for child in sentence.children(noun.i):  # "talks held in Rome"
        if child.dep == "acl" and child.lemma in lists.carriers:
            return child.i
    return None


def _sided(sentence: Sentence, lists: Lexicon, noun: Token, verb: int | None) -> bool:
    """Whether a "call" is one between people, not an appeal: "with", "between", "phone", or held."""
    below = sentence.children(noun.i)
    if any(c.dep == "prep" and c.lower in ("with", "between") for c in below):
        return True
    if verb is not None and sentence.tokens[verb].lemma in (
        "take",
        "receive",
        "get",
    ):  # "took a call from", "took her calls"
        if any(c.dep == "poss" for c in below):
            return True
        return any(c.dep == "prep" and c.lower == "from" for c in (*below, *sentence.children(verb)))
    if modifiers(sentence, noun.i) & (lists.modifiers["phone"] | lists.modifiers["video"]):
        return True
    appeal = any(
        c.dep == "acl" or (c.dep == "prep" and c.lower in ("for", "on") and not dated(sentence, c)) for c in below
    )
    if not appeal and noun.dep == "pobj" and sentence.tokens[noun.head].lower in ("in", "during", "after"):
        return not any(c.dep in ("amod", "compound") for c in below)  # "discussed it with the emir in a call"
    return (
        not appeal
        and verb is not None
        and sentence.tokens[verb].lemma in ("hold", "have", "make", "follow", "conclude", "receive")
    )


def _of_else(sentence: Sentence, noun: Token) -> bool:
    """Whether a round is one of something else than talks: "a new round of sanctions"."""
    behind = [g for c in sentence.children(noun.i) if c.lower == "of" for g in sentence.children(c.i)]
    nouns, contact = lexicon().nouns, lexicon().contact
    named = [g for g in behind if g.dep == "pobj" and g.pos == "NOUN"]
    return bool(named) and not any(
        t.lemma in nouns or t.lower in nouns or t.lemma in contact or t.lemma in ("diplomacy", "shuttle", "exchange")
        for g in named
        for t in (g, *sentence.children(g.i))
    )


def _fits(sentence: Sentence, noun: Token, sense: Sense) -> bool:
    """Whether the noun has the modifier or the "of" that its sense asks for ("joint" statement, recall "of the
    ambassador").
    """
    if noun.lemma == "round" and (any(t.lemma in BALLOTS for t in sentence.tokens) or _of_else(sentence, noun)):
        return False
    if sense.modifiers and not sense.modifiers & modifiers(sentence, noun.i):
        in_title = sentence.kind == "title" and sense.modifiers & {t.lower for t in sentence.tokens[: noun.i]}
        if not in_title:
            return False
    if sense.to and not any(
        c.lemma in sense.to for c in sentence.children(noun.i) if c.dep in ("acl", "xcomp", "relcl")
    ):
        return False
    below = sentence.children(noun.i)
    if sense.owned and not (any(c.dep == "poss" for c in below) and any(c.lower == "of" for c in below)):
        return False
    if not sense.of:
        return True
    behind = [c for c in sentence.children(noun.i) if c.dep == "prep"]
    for c in tuple(behind):  # "the signing in March of the accords"
        behind.extend(g for d in sentence.children(c.i) for g in sentence.children(d.i) if g.dep == "prep")
    meant = (g for c in behind if c.lower == "of" for g in sentence.children(c.i))
    return any({g.lemma.lower(), g.lower} & sense.of for g in meant)


def _inside_round(sentence: Sentence, noun: Token, lists: Lexicon) -> bool:
    """Whether the noun stands in "a round of talks", "a series of meetings" of which the outer noun speaks already."""
    prep = sentence.tokens[noun.head]
    if noun.dep != "pobj" or prep.lower != "of":
        return False
    outer = sentence.tokens[prep.head]
    if outer.i == noun.i or outer.pos not in ("NOUN", "PROPN"):
        return False
    return any(not s.of or {noun.lemma, noun.lower} & s.of for s in lists.nouns.get(outer.lemma, ()))


def _counted_on(sentence: Sentence, trigger: Trigger) -> Iterator[Trigger]:
    """The rounds that follow a counted one without a noun of their own: "the second, in June"."""
    if not trigger.rule.startswith("noun:") or not counted(modifiers(sentence, trigger.head)):
        return
    for before, t in zip(sentence.tokens[trigger.head :], sentence.tokens[trigger.head + 1 :], strict=False):
        alone = t.dep not in ("amod", "advmod", "compound", "nummod")
        if t.lower in ORDINALS and before.lower in ("the", "a") and alone:
            yield replace(trigger, head=t.i, carrier=None, rule=COUNTED)


def _kept_from(sentence: Sentence, verb: Token, doing: frozenset[str]) -> bool:
    """Whether the verb keeps somebody from doing one of these: "barred her from entering"."""
    kept = sentence.children(verb.i)
    others = (c for o in kept if o.dep in OBJECT for g in sentence.children(o.i) for c in sentence.children(g.i))
    behind = (g for c in (*kept, *others) if c.lower == "from" for g in sentence.children(c.i))
    return any(g.dep == "pcomp" and g.lemma in doing for g in behind)  # "barred her and two others from entering"


def _rings(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody telephones somebody: "called the Jordanian foreign minister", not "called him a liar"."""
    below = sentence.children(verb.i)
    calls = verb.lemma == "call" and verb.pos == "VERB"
    if not calls or (verb.tag == "VBN" and not any(c.dep == "aux" and c.lemma == "have" for c in below)):
        return False
    called = [c for c in below if c.dep in ("dobj", "obj", "oprd")]
    other = ("ccomp", "acomp", "attr", "prt", "nsubjpass", "auxpass")
    below = tuple(c for c in below if (c.dep, c.lower) != ("prt", "up"))  # "called up the minister"
    behind = any(c.dep in other or (c.dep == "prep" and c.i == verb.i + 1) for c in below)
    somebody = len(called) == 1 and (called[0].pos == "PROPN" or called[0].lemma in CALLED_ON)
    return somebody and not behind


def _named(sentence: Sentence, noun: Token) -> bool:
    """Whether a dialogue is one by name or number: "the second EU-Japan Strategic Dialogue"."""
    shouted = sentence.kind == "title" or noun.text.isupper()
    return counted(modifiers(sentence, noun.i)) or (noun.pos == "PROPN" and not shouted)


def _paid(sentence: Sentence, call: Token, verb: int | None) -> bool:
    """Whether a call was paid to somebody: "during her call on Prime Minister Modi", "a courtesy call on the emir"."""
    courtesy = "courtesy" in modifiers(sentence, call.i)
    whom = ("on", "to", "from", "by") if courtesy else ("on",)
    towards = [c for c in sentence.children(call.i) if c.lower in whom and not dated(sentence, c)]
    on = [g for c in towards for g in sentence.children(c.i) if g.dep == "pobj"]
    whose = courtesy or any(c.dep == "poss" for c in sentence.children(call.i))
    paid = verb is not None and sentence.tokens[verb].lemma in ("pay", "make")
    return (whose or paid) and any(t.pos == "PROPN" or t.lemma in CALLED_ON for t in on)


CALLED_ON = frozenset(
    {"president", "king", "queen", "emir", "sultan", "premier", "minister", "chancellor", "counterpart"}
)


def _manner(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun says how something was held: "consultations via video link", "in the format of a conference"."""
    above = sentence.tokens[noun.head]
    if noun.dep != "pobj":
        return False
    how = above.lower == "of" and sentence.tokens[above.head].lemma in ("format", "form", "mode")
    return how or above.lower in ("via", "by", "through", "over")


def _by_name(sentence: Sentence, noun: Token, sense: Sense) -> bool:
    """Whether a dialogue is named or numbered: "the Strategic Dialogue", "the 17th human rights dialogue"."""
    named = noun.pos == "PROPN" and sentence.kind != "title" and not sense.carried
    return sense.type == "dialogue_round" and (named or counted(modifiers(sentence, noun.i)))


def _noun(sentence: Sentence, lists: Lexicon, t: Token, sense: Sense) -> Trigger | None:
    """The event that a noun tells in one of its senses."""
    if _inside_round(sentence, t, lists) or not _fits(sentence, t, sense):
        return None
    if t.dep == "compound" and t.head != t.i and sentence.tokens[t.head].pos in ("NOUN", "PROPN"):
        return None
    verb = carrier(sentence, t, lists)
    of_a_body = t.lemma in ("session", "sitting") and sitting(sentence, t)
    if sense.carried and verb is None and not of_a_body:
        return None
    if sense.sided and _paid(sentence, t, verb):
        return Trigger("meeting", sense.frame, t.i, verb, sense.rule)

    if sense.type == "video_call" and _manner(sentence, t):
        return None
    if sense.sided and not _sided(sentence, lists, t, verb):
        return None
    called = modifiers(sentence, t.i) & (lists.modifiers["phone"] | lists.modifiers["video"])
    named = sense.type == "dialogue_round" and not sense.carried and _named(sentence, t)
    vague = sense.weak and not called and not of_a_body and not _by_name(sentence, t, sense) and not named
    return Trigger(typed(sentence, lists, sense.type, t), sense.frame, t.i, verb, sense.rule, vague)


def _verb(sentence: Sentence, t: Token, sense: Sense) -> Trigger | None:
    """The event that a verb tells in one of its senses."""
    if sense.particles and not any(c.lower in sense.particles for c in sentence.children(t.i)):
        return None
    if sense.prepositions and not goes_with(sentence, t, sense.prepositions):
        due = [c for c in sentence.children(t.i) if c.lower == "due" and c.dep == "acomp"]  # "is due in Rome"
        if sense.frame != "presence" or not due or not goes_with(sentence, due[0], sense.prepositions):
            return None
    if sense.frame == "journey" and any(c.dep in ("acomp", "oprd") for c in sentence.children(t.i)):
        return None  # "the film went viral on Chinese screens"
    if sense.frame == "journey" and t.tag == "VBN" and t.dep == "acl":
        return None  # "a month left to strike a deal"
    below = [c for c in sentence.children(t.i) if c.dep in ("xcomp", "advcl", "ccomp")]
    if sense.to and not any(c.lemma in sense.to and (c.dep != "advcl" or _infinitive(sentence, c)) for c in below):
        return None
    if sense.bare and (below or any(c.dep == "dobj" for c in sentence.children(t.i))):
        return None  # "called his counterpart on Monday" called on nobody
    if sense.frame == "mutual" and any(o.lemma in PRESS for o in objects(sentence, t)):
        return None
    if sense.kept_from and not _kept_from(sentence, t, sense.kept_from):
        return None
    if sense.objects and not any(o.lemma in sense.objects for o in objects(sentence, t)):
        return None
    return Trigger(channel(sentence, t, sense.type), sense.frame, t.i, None, sense.rule, sense.weak)


# Whom people meet and speak to without meeting each other: "the two ministers met the press".
PRESS = frozenset({"press", "reporter", "journalist", "media", "medium", "correspondent", "newsman"})


def _infinitive(sentence: Sentence, t: Token) -> bool:
    """Whether "to" with a verb stands apart from the verb it belongs to: "agreed in Ankara on Monday to end"."""
    shared = any(c.lower == "with" for c in sentence.children(t.head))
    return t.tag == "VB" and not shared and any(c.lower == "to" and c.dep == "aux" for c in sentence.children(t.i))


def _aside(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun's verb stands in a participle behind it."""
    return trigger.carrier is not None and sentence.tokens[trigger.carrier].dep == "acl"


UNMET = frozenset({"contact_refused", "contact_unanswered"})


def _senses(sentence: Sentence, lists: Lexicon, verb: Token) -> tuple[Sense, ...]:
    """The senses of a verb, or of those that its turn of phrase stands for ("gave the envoy the cold shoulder")."""
    told = idiom(sentence, verb)
    if told is None:
        return lists.verbs.get(verb.lemma, ())
    return tuple(s for word in sorted(told[0].means) for s in lists.verbs.get(word, ()))


def find(sentence: Sentence) -> tuple[Trigger, ...]:
    """All triggers of a sentence in the order of their heads; an act on an event noun stands for the noun."""
    lists = lexicon()
    found: dict[int, Trigger] = {}
    for trigger in (
        *silences(sentence, lists),
        *orders(sentence, lists),
        *turned_away(sentence, lists),
        *acts(sentence, lists),
    ):
        if trigger.type in UNMET:  # "denied a request for an audience" turns one thing down: the verb's object
            told = next((t for t in found.values() if (t.type, t.carrier) == (trigger.type, trigger.carrier)), None)
            if told is not None:
                if sentence.tokens[trigger.head].dep not in OBJECT or sentence.tokens[told.head].dep != "pobj":
                    continue
                del found[told.head]
        known = found.get(trigger.head)
        if known is None or (_aside(sentence, known) and not _aside(sentence, trigger)):
            found[trigger.head] = trigger  # "the deal, brokered by A, was signed by B and C"
    carried = {t.carrier for t in found.values()}
    for t in sentence.tokens:
        senses = lists.nouns.get(t.lemma) or lists.nouns.get(t.lower)
        if not senses or t.i in found or t.pos not in ("NOUN", "PROPN", "VERB"):
            continue
        if t.pos == "VERB" and (t.dep not in NOMINAL or t.dep in ("ROOT", "conj")):
            continue
        for sense in senses:
            if told := _noun(sentence, lists, t, sense):
                found[t.i] = told
                carried.add(told.carrier)
                break
    for t in sentence.tokens:
        if t.pos not in ("VERB", "AUX") or t.i in found or t.i in carried:
            continue
        if t.lemma == "call" and _rings(sentence, t):
            found[t.i] = Trigger("phone_call", "told", t.i, None, "verb:call", weak=True)
            continue
        for sense in _senses(sentence, lists, t):
            if told := _verb(sentence, t, sense):
                found[t.i] = told
                break
    for trigger in tuple(found.values()):
        found.update({t.head: t for t in _counted_on(sentence, trigger) if t.head not in found})
    return tuple(found[i] for i in sorted(found))
