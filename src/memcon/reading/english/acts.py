"""Event candidates of acts of one side on another: sanctions, protests, expulsions, broken or refused contact."""

from dataclasses import replace

from memcon.reading.analysis import Analysis, Mention
from memcon.reading.candidate import Candidate
from memcon.reading.english import postings
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import alone, before, build, joint, last_other, participants, parties, spoken_of
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_words import Trigger

NAMING = frozenset({"person", "pronoun", "office"})
UNMET = frozenset({"contact_refused", "contact_unanswered"})
# What is turned down itself, where a request would name who asked.
CONTACTS = frozenset({"meeting", "talk", "talks", "dialogue", "negotiation", "call", "audience", "summit"})
# Verbs of a silence whose subject is the one who was asked.
DEAF = frozenset(
    {"respond", "reply", "react", "answer", "return", "ignore", "pick", "take", "come", "turn"}
    | {"keep", "stay", "remain", "fall", "be"}  # "silent"
)


# Acts whose other side is often named a sentence earlier ("Lima then called its ambassador home").
BREAKS = frozenset(
    {"contact_suspended", "contact_refused", "contact_unanswered", "protest", "expulsion_or_recall", "contact_resumed"}
)


def act(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """Who acted on whom: the subject of the verb on its object, or on the side told a sentence before."""
    if trigger.type in ("sanction", "contact_refused") and _of_a_court(clause, trigger):
        return []
    if trigger.type in UNMET and trigger.carrier is not None:
        silent = _turned_down(analysis, clause, trigger, reality, a)
        if silent is not None:
            return [silent]
    agents = a.agent or spoken_of(analysis, clause, trigger.carrier if trigger.carrier is not None else trigger.head)
    targets = tuple(m for m in unique((*a.other, *a.destination, *a.between)) if not _in_solidarity(clause, m))
    told_by_a_noun = trigger.carrier is None and trigger.type == "protest"  # "answered with a summons of the envoy"
    if not agents and (told_by_a_noun or not parties(a.between)):
        done_to = (
            clause.subject(trigger.carrier) if trigger.carrier is not None and clause.passive(trigger.carrier) else ()
        )
        agents = tuple(m for m in a.context if m not in done_to and not any(m.first == t.first for t in targets))
    if not agents and a.between and targets != a.between and not _on_post(clause, trigger):  # "US sanctions on Iran"
        agents = tuple(m for m in a.between if m.first < trigger.head)
        targets = tuple(m for m in targets if m not in agents)
    called_home: tuple[Mention, ...] = ()
    if _on_post(clause, trigger):
        own = unique(m for m in targets if m.kind == "person" and parties((m,)) <= parties(agents))
        agents, targets = _by_post(analysis, clause, trigger, agents, targets)
        called_home = tuple(m for m in own if not any(m.first == t.first for t in targets))
    acting, acted = parties(agents), parties(targets)
    if acting and not acted:
        targets = _struck(analysis, clause, trigger, acting) or _broken_with(clause, trigger, acting)
        acted = parties(targets)
    if not acting and len(acted) == 1 and trigger.type in ("protest", "expulsion_or_recall"):
        agents = last_other(analysis, clause, trigger, acted) or _told_next(analysis, clause, acted)
        acting = parties(agents)
    if trigger.type == "sanction" and acting and not acted - acting:
        targets = _under(clause, trigger, acting) or targets
        acted = parties(targets)
    if len(acting) == 1 and not acted - acting and trigger.type in BREAKS | {"sanction"}:
        targets = last_other(analysis, clause, trigger, acting)
        acted = parties(targets)
    if acting - acted and acted < acting:  # "Russia expelled Britain's attaché", which the parse may give two subjects
        agents = tuple(m for m in agents if parties((m,)) - acted)
        acting = parties(agents)
    acted = acted - acting or acted
    if trigger.type == "sanction":  # whoever announces them, a party imposes them; its leader may
        agents = tuple(m for m in agents if m.kind not in NAMING or _leads(m)) or alone(agents)
    agents = _for_their_party(agents)
    who = participants(unique((*agents, *called_home, *targets)))
    if acting and acted and acting != acted:
        did, to = (acted, acting) if _deaf(clause, trigger) else (acting, acted)
        return [build(clause, trigger, reality, who, initiator=joint(did), target=joint(to))]
    both = acting | acted
    if trigger.type in ("contact_suspended", "contact_resumed") and len(both) > 1:
        return [build(clause, trigger, reality, who)]
    built = build(clause, trigger, reality, who, initiator=joint(acting), target=joint(acted - acting))
    if both or trigger.type not in ("contact_suspended", "contact_resumed"):
        return [built]
    return [replace(built, spare=participants(before(analysis, clause, trigger, frozenset(), 2)))]


def _of_a_court(clause: Clause, trigger: Trigger) -> bool:
    """Whether it is a court that froze or fined: no measure of a state against another."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    return any(c.dep == "nsubj" and c.lemma.lower() in COURTS for c in clause.children(verb))


COURTS = frozenset({"court", "judge", "tribunal", "magistrate", "prosecutor", "jury"})


def _told_next(analysis: Analysis, clause: Clause, acted: set[str]) -> tuple[Mention, ...]:
    """The one other party of the next sentences, where nothing before told it: "The ministry summoned the Russian
    ambassador. Sweden decides its own course."."""
    here = clause.sentence.index
    later = [m for i in range(here + 1, min(here + 3, len(analysis.sentences))) for m in analysis.mentions_in(i)]
    others = [m for m in later if m.kind == "party" and parties((m,)) - acted]
    return alone((others[0],)) if len(parties(tuple(others))) == 1 else ()


def _deaf(clause: Clause, trigger: Trigger) -> bool:
    """Whether the subject of a silence is the side that gave no answer, not the one that asked."""
    if trigger.type != "contact_unanswered" or trigger.carrier is None:
        return False
    return clause.sentence.tokens[trigger.carrier].lemma in DEAF


# Things done to envoys and missions; where they stand tells the side that the clause leaves open.
POSTED = frozenset({"protest", "expulsion_or_recall", "contact_resumed"})
STAFF = frozenset({"employee", "officer", "official", "staffer", "personnel", "attaché", "attache", "consul"})
HOUSES = frozenset({"embassy", "consulate", "mission", "office", "ambassador", "envoy"})


def _on_post(clause: Clause, trigger: Trigger) -> bool:
    if trigger.type not in POSTED:
        return False
    if trigger.rule.startswith("noun:"):  # "the reopening of Peru's embassy in Havana"
        sent = HOUSES if trigger.type == "contact_resumed" else HOUSES | ENVOYS | STAFF
        return trigger.type != "protest" and any(g.lemma in sent for g in postings.taken(clause, trigger.head))
    return trigger.type != "contact_resumed" or clause.sentence.tokens[trigger.head].lemma in HOUSES


def _by_post(
    analysis: Analysis, clause: Clause, trigger: Trigger, agents: tuple[Mention, ...], targets: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Who acted and on whom, where the clause leaves a side open: an envoy is summoned by the party that receives it,
    recalled from there by its own."""
    acting, acted = parties(agents), parties(targets)
    if acting and acted - acting:
        return agents, targets
    if acting:
        return agents, postings.host(analysis, clause, trigger, acting) or targets
    own = postings.owner(clause, trigger) or targets
    where = postings.host(analysis, clause, trigger, parties(own))
    recalled = clause.sentence.tokens[trigger.carrier or trigger.head].lemma in postings.RECALLING
    if own and where:
        return (own, where) if recalled and trigger.type != "protest" else (where, own)
    return agents, targets


def _turned_down(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments
) -> Candidate | None:
    """Requests turned down or left without an answer, told from the side that asked: "Tokyo's attempts to reach
    Moscow were rejected", "Beijing ignored calls from Washington". The one who refused is the initiator of a
    refusal, the one who asked that of a silence."""
    verb = clause.sentence.tokens[trigger.carrier or trigger.head]
    within = [m for i in clause.sentence.subtree(trigger.head) if (m := clause.by_token.get(i)) is not None]
    if clause.sentence.tokens[trigger.head].lemma in ("reply", "response", "answer", "nothing"):
        return None
    sides = () if clause.sentence.tokens[trigger.head].lemma in CONTACTS else a.between
    asked = [m for m in unique((*sides, *clause.after(trigger.head, ("from", "by", "of")))) if m.first != trigger.head]
    asked.extend(m for c in clause.children(trigger.head) if c.dep == "poss" for m in clause.fillers(c.i))
    asked = asked or list(_seats(analysis, clause, trigger.head, ("from",), set()))
    passive = clause.passive(verb.i)
    if passive and not asked and verb.lemma in ("deny", "refuse"):  # "was denied a meeting with the president"
        asked = list(clause.subject(verb.i))
    askers = parties(tuple(asked))
    silent = clause.after(verb.i, ("by",)) if passive else tuple(m for m in a.agent if parties((m,)) - askers)
    if not silent or parties(silent) == askers:
        silent = unique(m for m in within if parties((m,)) - askers)
    deaf = parties(silent)
    if not askers or not deaf or askers & deaf:
        return None
    meant = [m for m in within if m.kind == "person" and parties((m,)) <= askers | deaf]
    who = participants(unique((*asked, *silent, *meant)))
    if trigger.type == "contact_refused":
        return build(clause, trigger, reality, who, initiator=joint(deaf), target=joint(askers))
    return build(clause, trigger, reality, who, initiator=joint(askers), target=joint(deaf))


def _leads(mention: Mention) -> bool:
    return any(a.office in ("head_of_state", "head_of_government") for a in mention.actors)


SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _for_their_party(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, where a spokesperson stands for the party that acts."""
    spoken = [any(SPEAKS_FOR & set((a.role or "").lower().split()) for a in m.actors) for m in mentions]
    return tuple(alone((m,))[0] if speaks else m for m, speaks in zip(mentions, spoken, strict=True))


UNDER = frozenset({"under", "face", "suffer", "endure", "evade", "circumvent"})


def _under(clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """Whom sanctions fell on: those that its objects are tied to ("firms linked to Russia"), or who is under them."""
    tokens = clause.sentence.tokens
    struck = [trigger.head] if tokens[trigger.head].pos != "VERB" else []
    struck.extend(c.i for c in clause.children(trigger.head) if c.dep in ("dobj", "nsubjpass"))
    inside = dict.fromkeys(i for s in struck for i in clause.sentence.subtree(s) if i > s)
    for i in inside:
        m = clause.by_token.get(i)
        before = tokens[m.first - 1].lower if m is not None else ""
        meant = (
            before == "for"
            and m is not None
            and tokens[m.first - 2].lower in ("intended", "destined", "bound", "meant")
        )
        if m is not None and (meant or before in ("to", "with", "in", "from")) and parties((m,)) - acting:
            return (m,)
    above = tokens[tokens[trigger.head].head]
    if above.lower == "under" or above.lemma in UNDER:
        verb = above.head if above.pos == "ADP" else above.i
        return tuple(m for m in clause.subject(verb) if not parties((m,)) & acting)
    return ()


def _struck(analysis: Analysis, clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """The party of a place that an act fell on ("an embargo on Havana"), as a mention of its own."""
    words: tuple[str, ...] = ("from", "to") if trigger.type in UNMET else ("on", "against")
    if clause.sentence.tokens[trigger.head].lemma in ("summit", "conference", "forum"):
        words = (*words, "in")  # whoever stays away from a gathering turns its host down
    silent = (
        trigger.type == "contact_unanswered" and trigger.carrier is not None
    )  # "has not heard from Rome on its offer"
    behind = min(trigger.head, trigger.carrier) if silent and trigger.carrier is not None else trigger.head
    found = _seats(analysis, clause, behind, words, acting)
    if trigger.type == "contact_unanswered" and not found:  # "wrote to Lima but never got a reply"
        return _seats(analysis, clause, 0, ("to",), acting)
    return found


def _broken_with(clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """With whom ties were broken off, though the "with" stands at another word: "severed relations and shut all links
    with Qatar"."""
    tokens = clause.sentence.tokens
    if trigger.type != "contact_suspended":
        return ()
    behind = (m for m in clause.mentions if m.first > trigger.head and tokens[m.first - 1].lower == "with")
    return next(((m,) for m in behind if parties((m,)) - acting and not _in_solidarity(clause, m)), ())


SOLIDARITY = frozenset({"solidarity", "support", "sympathy", "coordination", "consultation", "line"})


def _in_solidarity(clause: Clause, m: Mention) -> bool:
    """Whether a party is one that another acts for: "out of solidarity with Riyadh"."""
    tokens = clause.sentence.tokens
    return m.first > 1 and tokens[m.first - 1].lower == "with" and tokens[m.first - 2].lemma in SOLIDARITY


def _seats(
    analysis: Analysis, clause: Clause, noun: int, words: tuple[str, ...], without: set[str]
) -> tuple[Mention, ...]:
    """The party of a place behind one of `words` after a noun ("a reply from Athens", "calls from the Pentagon")."""
    tokens = clause.sentence.tokens
    for p in analysis.places_in(clause.sentence.index):
        before = tokens[p.first - 1].lower if p.first else ""
        if before == "the" and p.first > 1:
            before = tokens[p.first - 2].lower
        if p.country and p.country not in without and before in words and p.first > noun:
            return (postings.mention(p),)
    return ()


def membership(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """A party leaves a body of many states: "withdrew from the WHO"."""
    left = unique((*clause.direct(trigger.head), *clause.after(trigger.head, ("from",))))
    leaving = clause.subject(trigger.head) or spoken_of(analysis, clause, trigger.head)
    going, body = parties(leaving), parties(left)
    if len(body) != 1 or not going or going & body:
        return []
    who = participants((*leaving, *left))
    built = build(clause, trigger, reality, who, initiator=joint(going), target=joint(body))
    return [replace(built, marks=(*built.marks, "membership"))]


def excluded(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """A body of many states shuts a party out or takes it in again: "the African Union suspended Niger"."""
    verb = trigger.head
    passive = clause.passive(verb)
    member = clause.subject(verb) if passive else clause.direct(verb, strict=True)
    body = unique((*(clause.after(verb, ("by",)) if passive else clause.subject(verb)), *clause.after(verb, ("from",))))
    out, by = parties(member), parties(body)
    expelled = clause.sentence.tokens[verb].lemma in ("expel", "eject") and bool(member) and all(map(_envoy, member))
    expelled = expelled and reality.sure  # not "should move to expel him"
    if (
        (expelled or _of_a_people(trigger, clause, member)) and by and not out & by
    ):  # "after Stockholm expelled five Russians"
        sent = replace(trigger, type="expulsion_or_recall")
        return [build(clause, sent, reality, participants((*body, *member)), initiator=joint(by), target=joint(out))]
    if len(out) != 1 or not by or out & by or any(m.kind not in ("party", "metonym") for m in member):
        return []
    built = build(clause, trigger, reality, participants((*body, *member)), initiator=joint(by), target=joint(out))
    return [replace(built, marks=(*built.marks, "membership"))]


def called_in(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """An envoy told by name alone is summoned: "Verma was summoned to the ministry"."""
    verb = trigger.head
    passive = clause.passive(verb)
    envoy = clause.subject(verb) if passive else clause.direct(verb, strict=True)
    if not reality.sure or not envoy or not all(map(_envoy, envoy)):
        return []
    own = parties(envoy)
    by = clause.after(verb, ("by",)) if passive else clause.subject(verb)
    by = tuple(m for m in by or clause.after(verb, ("to", "at")) if parties((m,)) - own)
    by = by or tuple(m for m in last_other(analysis, clause, trigger, own) if m.kind != "person")
    acting = parties(by)
    if len(own) != 1 or not acting or own & acting:
        return []
    who = participants(unique((*by, *envoy)))
    return [build(clause, trigger, reality, who, initiator=joint(acting), target=joint(own))]


def _envoy(mention: Mention) -> bool:
    """Whether a person told by name or pronoun is an envoy."""
    named = mention.kind in ("person", "pronoun") and len(mention.actors) == 1
    roles = [(a.role or "").lower() for a in mention.actors]
    return named and any(word in role for role in roles for word in POSTED_AS)


POSTED_AS = ("ambassador", "diplomat", "consul", "attaché", "chargé", "nuncio", "high commissioner")


def _of_a_people(trigger: Trigger, clause: Clause, member: tuple[Mention, ...]) -> bool:
    """Whether those sent away are named by their people alone, which among envoys says enough."""
    expelled = clause.sentence.tokens[trigger.head].lemma in ("expel", "eject")
    among = any(t.lemma in ENVOYS for t in clause.sentence.tokens)
    return expelled and among and bool(member) and all(m.rule == "demonym" for m in member)


ENVOYS = frozenset({"ambassador", "embassy", "consulate", "diplomat", "envoy", "mission", "staff"})


def spurned(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """One side turned an official of another away: "Kyiv snubbed Steinmeier", "barred Borrell from entering"."""
    passive = clause.passive(trigger.head)
    met = clause.subject(trigger.head) if passive else clause.direct(trigger.head, strict=True)
    met = met or clause.after(trigger.head, ("to", "on"))  # "gave the cold shoulder to"
    kinds = NAMING | {"body"} if trigger.type == "sanction" else NAMING | {"party", "metonym", "body"}
    if not reality.sure or not met or any(m.kind not in kinds for m in met):
        return []
    by = clause.after(trigger.head, ("by",)) if passive else clause.subject(trigger.head)
    acting, acted = parties(by), parties(met)
    if not acting or not acted or acting & acted:
        return []
    if trigger.type == "sanction" and any(len(code) < CODE for code in acted):  # "barred UN investigators"
        trigger = replace(trigger, type="contact_refused")
    return [build(clause, trigger, reality, participants((*by, *met)), initiator=joint(acting), target=joint(acted))]


CODE = 3  # letters of a state's code: whoever bars people of the UN or the EU turns them away, and punishes no state
