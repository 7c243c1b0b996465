"""Event candidates of one sentence: triggers with their participants, status, date and place."""

from collections.abc import Set
from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.model import Evidence, Interval, Participant, Place, interval
from memcon.reading.analysis import Actor, Analysis, DateMention, Mention, PlaceMention, Sentence
from memcon.reading.english import attachment, status, triggers
from memcon.reading.english.arguments import Arguments, Clause, collect, unique
from memcon.reading.english.triggers import Trigger
from memcon.reading.english.when import day
from memcon.reading.episodes import CONTACT, DISCUSSED, RANKED, Candidate
from memcon.reading.expressions import Anchored, Duration

UNMET = frozenset({"contact_refused", "contact_unanswered"})
# Acts whose other side is often named a sentence earlier ("Algeria withdrew its ambassador in response").
BREAKS = frozenset(
    {"contact_suspended", "contact_refused", "contact_unanswered", "protest", "expulsion_or_recall", "contact_resumed"}
)
BODIES = frozenset({"organisation", "grouping"})
DATE_REACH = 9  # steps in the parse, see attachment.cost: beyond it a date belongs to something else
PLACE_REACH = 7


def of_sentence(analysis: Analysis, sentence: Sentence, knowledge: Knowledge) -> list[Candidate]:
    """The candidates of one sentence, in order."""
    found = triggers.find(sentence)
    if not found:
        return []
    clause = Clause(sentence, analysis.mentions_in(sentence.index))
    out: list[Candidate] = []
    for trigger in found:
        reality = status.assess(clause, trigger)
        if reality.refused and trigger.type in CONTACT and trigger.frame != "reciprocal":
            trigger = replace(trigger, type="contact_refused", frame="act")
        if reality.status is None or (trigger.frame == "act" and trigger.carrier is None and not reality.sure):
            continue
        if trigger.status is not None:
            reality = replace(reality, status=trigger.status)
        found_here = (_collective(c, clause, knowledge) for c in _candidates(analysis, clause, trigger, reality))
        out.extend(c for c in found_here if c.collective or "membership" not in c.marks)
    return out


def _collective(candidate: Candidate, clause: Clause, knowledge: Knowledge) -> Candidate:
    """The candidate, marked where a body of many states takes part; its leaders' gathering is a summit."""
    if not any(code in knowledge.parties and knowledge.parties[code].kind in BODIES for code in candidate.parties):
        return candidate
    candidate = _members(_without_groupings(candidate, knowledge), knowledge)
    leaders = any(t.lower in ("leaders", "leader") for t in clause.sentence.tokens[: candidate.head])
    alone = len(candidate.parties) == 1 and candidate.type == "meeting" and leaders
    return replace(candidate, collective=True, type="summit" if alone else candidate.type)


FEW = 5  # members up to which a grouping's joint statement is theirs one by one


def _members(candidate: Candidate, knowledge: Knowledge) -> Candidate:
    """A joint statement of a small grouping alone ("Joint Leaders Statement on AUKUS") is that of its members."""
    if candidate.type != "joint_statement" or len(candidate.parties) != 1:
        return candidate
    known = knowledge.parties[next(iter(candidate.parties))]
    if known.kind != "grouping" or not 2 <= len(known.members) <= FEW:
        return candidate
    return replace(candidate, participants=tuple(Participant(party=code) for code in known.members))


def _without_groupings(candidate: Candidate, knowledge: Knowledge) -> Candidate:
    """A grouping whose members are named one by one ("France, Germany and Britain, known as the E3") is told twice."""
    if candidate.type not in ("meeting", "dialogue_round", "phone_call", "video_call"):
        return candidate
    named = candidate.parties

    def told_twice(code: str | None) -> bool:
        known = knowledge.parties[code] if code is not None and code in knowledge.parties else None
        return known is not None and known.kind in BODIES and len(named & set(known.members)) > 1

    kept = tuple(p for p in candidate.participants if p.name or not told_twice(p.party))
    return replace(candidate, participants=kept)


def parties(mentions: tuple[Mention, ...]) -> set[str]:
    """The party codes that mentions stand for."""
    return {p for m in mentions for a in m.actors for p in (a.party or "").split("|") if p}


def participants(mentions: tuple[Mention, ...]) -> tuple[Participant, ...]:
    """One participant an actor; a party stands alone only where none of its people is named."""
    people: dict[str, Participant] = {}
    alone: dict[str, Participant] = {}
    for actor in (a for m in mentions for a in m.actors):
        if actor.name:
            known = people.get(actor.name)
            if known is None or (known.role is None and actor.role):
                people[actor.name] = _participant(actor)
        elif actor.party:
            for code in actor.party.split("|"):
                alone.setdefault(code, Participant(role=actor.role, party=code))
    taken = {p.party for p in people.values()}
    return (*people.values(), *(p for code, p in alone.items() if code not in taken))


def _participant(actor: Actor) -> Participant:
    return Participant(name=actor.name, role=actor.role, party=actor.party, official=actor.official)


def _joint(codes: set[str]) -> str | None:
    return "|".join(sorted(codes)) or None


def _candidates(analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality) -> list[Candidate]:
    arguments = collect(clause, trigger)
    frames = {
        "mutual": _mutual,
        "between": _between,
        "reciprocal": _reciprocal,
        "journey": _journey,
        "presence": _presence,
        "membership": _membership,
        "host": _host,
        "act": _act,
        "told": _told,
    }
    return [
        _dated(analysis, clause, trigger, c)
        for c in frames[trigger.frame](analysis, clause, trigger, reality, arguments)
    ]


def _build(
    clause: Clause,
    trigger: Trigger,
    reality: status.Reality,
    who: tuple[Participant, ...],
    type: str | None = None,
    initiator: str | None = None,
    target: str | None = None,
    place: Place | None = None,
) -> Candidate:
    head = clause.sentence.tokens[trigger.head]
    return Candidate(
        type=type or trigger.type,
        status=reality.status or "occurred",
        sentence=clause.sentence.index,
        kind=clause.sentence.kind,
        head=trigger.head,
        carrier=trigger.carrier,
        word=head.lemma,
        rule=trigger.rule,
        weak=trigger.weak,
        participants=who,
        initiator=initiator,
        target=target,
        place=place,
        definite=any(
            c.lower in ("the", "this", "that", "their", "his", "her", "these") for c in clause.children(trigger.head)
        ),
        sure=reality.sure or trigger.status is not None,
        marks=_marks(clause, trigger, reality),
        in_speech=status.in_speech(clause.sentence, trigger.head),
    )


def _marks(clause: Clause, trigger: Trigger, reality: status.Reality) -> tuple[str, ...]:
    """What the confidence looks at besides the fields: the cue of the status and the verb that carries a noun."""
    tokens = clause.sentence.tokens
    marks = [f"cue:{tokens[reality.cue].lemma}"] if reality.cue is not None else []
    if trigger.carrier is not None:
        marks.append(f"carrier:{tokens[trigger.carrier].lemma}")
    above = tokens[tokens[trigger.head].head]
    if above.i != trigger.head:
        marks.append(f"under:{above.pos}:{tokens[trigger.head].dep}")
        if above.pos in ("VERB", "ADP"):
            marks.append(f"under:{above.lemma}")
    else:
        marks.append("under:root")
    if any(c.lower in ("first", "only", "latest", "last") for c in clause.children(trigger.head)):
        marks.append(RANKED)
    if any(t.lemma in ("say", "tell", "add", "report") for t in tokens):
        marks.append("reported")
    return tuple(marks)


def _mutual(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    if trigger.type == "joint_statement" and clause.sentence.kind == "title":
        return [_titled_statement(analysis, clause, trigger, reality)]
    sides = unique((*a.agent, *a.host, *a.between, *a.other))
    near = parties(sides)
    if len(near) < 2 and not (trigger.type == "summit" and near):
        sides = unique((*sides, *a.context))
    built = _build(clause, trigger, reality, participants(sides))
    if len(parties(sides)) > 1:
        return [built]
    return [
        replace(built, spare=participants(_before(analysis, clause, trigger, parties(sides), 2 - len(parties(sides)))))
    ]


def _titled_statement(analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality) -> Candidate:
    """A page headed "Joint Statement ..." is that statement, issued on the page's date by all whom the headline names.

    A leader's statement is the leader's own; other officials in the headline are what it is about.
    """
    mentions = clause.mentions
    if not parties(tuple(mentions)):  # "JOINT PRESS RELEASE": the text tells whose
        after = range(clause.sentence.index + 1, min(clause.sentence.index + 3, len(analysis.sentences)))
        mentions = tuple(m for i in after for m in analysis.mentions_in(i) if m.kind in PEOPLE)
    actors = [a for m in mentions for a in m.actors]
    leaders = [a for a in actors if a.name and a.office in ("head_of_state", "head_of_government")]
    codes = dict.fromkeys(p for a in actors for p in (a.party or "").split("|") if p)
    taken = {a.party for a in leaders}
    who = (*(_participant(a) for a in leaders), *(Participant(party=c) for c in codes if c not in taken))
    return replace(_build(clause, trigger, reality, who), date=analysis.today, definite=False)


def _between(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    """An agreement named without the verb that made it: its parties must stand with it."""
    sides = unique((*a.agent, *a.between, *a.other))
    dated = _when(analysis, clause, trigger) is not None
    return [_build(clause, trigger, reality, participants(sides))] if dated and len(parties(sides)) > 1 else []


def _reciprocal(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    """ "A and B discussed": people of two parties as subject, or one with another."""
    subject = clause.subject(trigger.head)
    sides = unique((*subject, *clause.after(trigger.head, ("with",))))
    if any(m.kind in ("party", "metonym") for m in sides) or len(parties(sides)) < 2:
        return []
    return [replace(_build(clause, trigger, reality, participants(sides)), marks=(DISCUSSED,))]


def _travelled(
    analysis: Analysis, clause: Clause, trigger: Trigger, mentions: tuple[Mention, ...]
) -> list[tuple[str, str | None]]:
    """Where a journey went, as (party, city or venue name or None)."""
    out: dict[str, str | None] = {}
    for p in analysis.places_in(clause.sentence.index):
        if p.country and any(m.first <= p.first < m.last or p.first <= m.first < p.last for m in mentions):
            out[p.country] = None if p.kind == "country" else p.name
    for m in mentions:
        if m.kind in ("party", "metonym", "body"):
            for code in parties((m,)):
                out.setdefault(code, None)
    if not out:
        reach = [
            p
            for p in analysis.places_in(clause.sentence.index)
            if p.country and _behind(clause, trigger, p) and _near(clause, trigger, p)
        ]
        for p in reach:
            out.setdefault(p.country or "", None if p.kind == "country" else p.name)
    return [(code, name) for code, name in out.items() if code]


def _visiting(
    clause: Clause, trigger: Trigger, reality: status.Reality, travellers: tuple[Mention, ...]
) -> list[Candidate]:
    """ "told visiting Foreign Minister Kuleba": the visitor is at home with the one who met him."""
    going = parties(travellers)
    hosts = [m for m in clause.mentions if m.kind in PEOPLE and m.first < trigger.head and parties((m,)) - going]
    code = _joint(parties((hosts[-1],))) if hosts else None
    if not going or code is None or "|" in code:
        return []
    who = (*participants(travellers), Participant(party=code))
    place = Place(country=code)
    return [_build(clause, trigger, reality, who, initiator=_joint(going), target=code, place=place)]


def _by(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """The traveller of "the visit to Israel later this week by Secretary Austin", wherever the parse hangs the "by"."""
    tokens = clause.sentence.tokens
    for i in range(trigger.head + 1, min(trigger.head + 14, len(tokens) - 1)):
        if tokens[i].lower == "by":
            after = next((m for m in clause.mentions if i < m.first <= i + 2), None)
            return clause.chained.get(after.first, (after,)) if after is not None else ()
        if tokens[i].text in (".", ";") or tokens[i].dep in ("nsubj", "nsubjpass"):
            return ()
    return ()


def _near(clause: Clause, trigger: Trigger, place: PlaceMention) -> bool:
    price = attachment.cost(clause.sentence, trigger, place.first, place.last)
    return price is not None and price <= 4


def _behind(clause: Clause, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether a place stands behind "to", "in", "at" after the trigger, or is its object."""
    tokens = clause.sentence.tokens
    if place.first <= trigger.head:
        return False
    before = tokens[place.first - 1].lower
    if before == "the" and place.first > 1:
        before = tokens[place.first - 2].lower
    return before in ("to", "in", "at", "into", "for", ",", "and") or place.first == trigger.head + 1


def _journey(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    travellers = tuple(m for m in a.agent or a.between or a.context if m.kind not in ("party", "metonym"))
    if not travellers:
        travellers = _by(clause, trigger)
    if clause.attributive(trigger.head):
        return _visiting(clause, trigger, reality, travellers)
    going = parties(travellers)
    destinations = [
        d for d in _travelled(analysis, clause, trigger, unique((*a.destination, *a.other))) if d[0] not in going
    ]
    if not destinations:
        return [_build(clause, trigger, reality, participants(travellers), initiator=_joint(going))]
    out = []
    for code, name in destinations:
        who = (*participants(travellers), Participant(party=code))
        place = Place(name=name, country=code)
        out.append(_build(clause, trigger, reality, who, initiator=_joint(going), target=code, place=place))
    if not going and not trigger.weak:
        return [replace(c, spare=participants(_before(analysis, clause, trigger, c.parties, 1))) for c in out]
    return out


PEOPLE = frozenset({"person", "office", "pronoun", "group", "body"})


def _before(analysis: Analysis, clause: Clause, trigger: Trigger, known: Set[str], wanted: int) -> tuple[Mention, ...]:
    """People of other parties told of last before the trigger, in its sentence or the two before it in the passage,
    until `wanted` more parties are found; nothing where they are not found.
    """
    here = clause.sentence
    found: list[Mention] = []
    have = set(known)
    for index in range(here.index, max(-1, here.index - 3), -1):
        if analysis.sentences[index].passage < here.passage - 1:
            break
        for m in reversed(analysis.mentions_in(index)):
            codes = parties((m,))
            if (index == here.index and m.first >= trigger.head) or m.kind not in PEOPLE or not codes - have:
                continue
            found.append(m)
            have |= codes
            if len(have) - len(known) >= wanted:
                return tuple(reversed(found))
    return ()


def _membership(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    """A party leaves a body of many states: "withdrew from the WHO"."""
    left = unique((*clause.direct(trigger.head), *clause.after(trigger.head, ("from",))))
    going, body = parties(clause.subject(trigger.head)), parties(left)
    if len(body) != 1 or not going or going & body:
        return []
    who = participants((*clause.subject(trigger.head), *left))
    built = _build(clause, trigger, reality, who, initiator=_joint(going), target=_joint(body))
    return [replace(built, marks=(*built.marks, "membership"))]


def _presence(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    """ "Blinken is in Laos": an official who is in another party's country is on a visit there."""
    people = clause.subject(trigger.head)
    if not people or any(m.kind not in ("person", "pronoun", "office") for m in people):
        return []
    behind = {g.i for c in clause.children(trigger.head) if c.lower == "in" for g in clause.children(c.i)}
    going = parties(people)
    for p in analysis.places_in(clause.sentence.index):
        if behind & set(range(p.first, p.last)) and p.country and going and p.country not in going:
            place = Place(name=None if p.kind == "country" else p.name, country=p.country)
            who = (*participants(people), Participant(party=p.country))
            return [_build(clause, trigger, reality, who, initiator=_joint(going), target=p.country, place=place)]
    return []


def _host(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    host, guests = a.host, a.other
    people = any(m.kind in ("person", "pronoun", "office", "group") for m in host)
    if not people and parties(host) and not (parties(host) & parties(guests)):
        who = participants((*guests, *host))
        return [_build(clause, trigger, reality, who, "visit", _joint(parties(guests)), _joint(parties(host)))]
    return [_build(clause, trigger, reality, participants((*host, *guests)))]


def _act(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    silent = (
        _turned_down(clause, trigger, reality, a) if trigger.type in UNMET and trigger.carrier is not None else None
    )
    if silent is not None:
        return [silent]
    agents = a.agent
    targets = unique((*a.other, *a.destination, *a.between))
    if not agents and not parties(a.between):
        agents = tuple(m for m in a.context if not any(m.first == t.first for t in targets))
    if not agents and a.between and targets != a.between:  # "US sanctions on Iran"
        agents = tuple(m for m in a.between if m.first < trigger.head)
        targets = tuple(m for m in targets if m not in agents)
    acting, acted = parties(agents), parties(targets)
    if acting and not acted:
        targets = _struck(analysis, clause, trigger, acting)
        acted = parties(targets)
    if not acting and len(acted) == 1 and trigger.type in ("protest", "expulsion_or_recall"):
        agents = _last_other(analysis, clause, trigger, acted)
        acting = parties(agents)
    if len(acting) == 1 and not acted - acting and trigger.type in BREAKS:
        targets = _last_other(analysis, clause, trigger, acting)
        acted = parties(targets)
    acted = acted - acting or acted
    who = participants(unique((*agents, *targets)))
    if acting and acted and acting != acted:
        return [_build(clause, trigger, reality, who, initiator=_joint(acting), target=_joint(acted))]
    both = acting | acted
    if trigger.type in ("contact_suspended", "contact_resumed") and len(both) > 1:
        return [_build(clause, trigger, reality, who)]
    built = _build(clause, trigger, reality, who, initiator=_joint(acting), target=_joint(acted - acting))
    if both or trigger.type not in ("contact_suspended", "contact_resumed"):
        return [built]
    return [replace(built, spare=participants(_before(analysis, clause, trigger, frozenset(), 2)))]


def _turned_down(clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments) -> Candidate | None:
    """Requests turned down or left without an answer, told from the side that asked: "the Pentagon's attempts to reach
    China's military were rejected", "Beijing ignored calls from Washington". The one who refused is the initiator of a
    refusal, the one who asked that of a silence."""
    verb = clause.sentence.tokens[trigger.carrier or trigger.head]
    within = [m for i in clause.sentence.subtree(trigger.head) if (m := clause.by_token.get(i)) is not None]
    asked = [
        m for m in unique((*a.between, *clause.after(trigger.head, ("from", "by", "of")))) if m.first != trigger.head
    ]
    asked.extend(m for c in clause.children(trigger.head) if c.dep == "poss" for m in clause.fillers(c.i))
    askers = parties(tuple(asked))
    passive = clause.passive(verb.i)
    silent = clause.after(verb.i, ("by",)) if passive else a.agent
    if not silent or parties(silent) == askers:
        silent = unique(m for m in within if parties((m,)) - askers)
    deaf = parties(silent)
    if not askers or not deaf or askers & deaf:
        return None
    meant = [m for m in within if m.kind == "person" and parties((m,)) <= askers | deaf]
    who = participants(unique((*asked, *silent, *meant)))
    if trigger.type == "contact_refused":
        return _build(clause, trigger, reality, who, initiator=_joint(deaf), target=_joint(askers))
    return _build(clause, trigger, reality, who, initiator=_joint(askers), target=_joint(deaf))


def _struck(analysis: Analysis, clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """The party of a place that an act fell on ("a blockade on Tbilisi"), as a mention of its own."""
    tokens = clause.sentence.tokens
    for p in analysis.places_in(clause.sentence.index):
        before = tokens[p.first - 1].lower if p.first else ""
        if p.country and p.country not in acting and before in ("on", "against") and p.first > trigger.head:
            actor = Actor(party=p.country)
            return (Mention(p.sentence, p.first, p.last, p.first, p.start, p.end, "metonym", (actor,), "place:struck"),)
    return ()


def _last_other(analysis: Analysis, clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """The last party before the trigger that is not the one that acts, in this sentence or the two before it."""
    here = clause.sentence.index
    for index in range(here, max(-1, here - 3), -1):
        for m in reversed(analysis.mentions_in(index)):
            if index == here and m.first >= trigger.head:
                continue
            if (
                m.kind in ("party", "metonym", "person", "body", "office")
                and parties((m,))
                and not parties((m,)) & acting
            ):
                return (m,)
    return ()


def _told(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: status.Reality, a: Arguments
) -> list[Candidate]:
    heard = clause.direct(trigger.head, strict=True) or tuple(m for m in clause.mentions if m.first == trigger.head + 1)
    if not heard or any(m.kind not in ("person", "office") for m in (*heard, *a.agent)):
        return []
    return [_build(clause, trigger, reality, participants((*a.agent, *heard)))]


def _dated(analysis: Analysis, clause: Clause, trigger: Trigger, candidate: Candidate) -> Candidate:
    """The candidate with its date, place and evidence."""
    today = interval(analysis.today)
    when = _when(analysis, clause, trigger)
    quotes = [_quote(analysis, clause, trigger)]
    date = candidate.date
    state = candidate.status
    if when is not None and date is None:
        ahead = state == "planned" or (state == "cancelled" and not _of_carrier(clause, trigger, when))
        date = day(analysis, when, ahead, trigger.head)
        if date is not None:
            state = _settled(state, interval(date), today)
            quotes.append(analysis.page.evidence(when.start, when.end, "date", when.rule))
    place = candidate.place
    if place is None or (place.name is None and candidate.type in CONTACT):
        found = _where(analysis, clause, trigger)
        if found is not None and (place is None or place.country in (None, found.country)):
            place = Place(name=None if found.kind == "country" else found.name, country=found.country)
            quotes.append(analysis.page.evidence(found.start, found.end, "place", "place:attached"))
    dated = replace(candidate, date=date, status=state, place=place, evidence=tuple(quotes))
    return replace(dated, telling=_telling(dated))


def _telling(candidate: Candidate) -> int:
    """How much a mention tells by itself: the quote of the most telling one stands for the event."""
    by_itself = not {"by context", "borrowed"} & set(candidate.marks)
    story = candidate.kind != "title"
    named = len({p.party for p in candidate.participants if p.name})
    told = candidate.sure and not candidate.weak
    return (
        4 * story + 2 * (by_itself and len(candidate.parties) > 1) + (named > 1) + told + (candidate.date is not None)
    )


def _settled(state: str, when: Interval | None, today: Interval | None) -> str:
    """The status after the date: what lies wholly after the page's date has not occurred, and the reverse."""
    if when is None or today is None:
        return state
    if state == "occurred" and when.first > today.last:
        return "planned"
    return state


def _when(analysis: Analysis, clause: Clause, trigger: Trigger) -> DateMention | None:
    """The date of the event's own clause; or the one that the clause hangs on ("since November 2022, when he met
    ...").
    """
    found = [d for d in analysis.dates_in(clause.sentence.index) if not isinstance(d.expression, Duration)]
    if not found:
        return None
    every = [d for d in found if not isinstance(d.expression, Anchored)]
    tokens = clause.sentence.tokens
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    above = tokens[verb].head
    if tokens[verb].dep in ("relcl", "advcl", "acl") and any(c.lower == "when" for c in clause.children(verb)):
        hanging = [d for d in every if d.first <= above < d.last or d.last <= verb <= d.last + 8]
        if hanging:
            return hanging[0]
    chosen = attachment.nearest(clause, trigger, (d for d in every if d.relation in ("on", "from")), DATE_REACH)
    if chosen is None:  # "two days later" counts from another date
        counted = [d for d in found if d not in every and day(analysis, d, False, trigger.head) is not None]
        chosen = attachment.nearest(clause, trigger, counted, DATE_REACH)
    return chosen[0] if chosen else None


def _of_carrier(clause: Clause, trigger: Trigger, when: DateMention) -> bool:
    """Whether a date belongs to the verb that called the event off, and not to the event."""
    inside = clause.sentence.subtree(trigger.head)
    return trigger.carrier is not None and not any(i in inside for i in range(when.first, when.last))


def _where(analysis: Analysis, clause: Clause, trigger: Trigger) -> PlaceMention | None:
    found = [p for p in analysis.places_in(clause.sentence.index) if attachment.is_location(clause, p)]
    chosen = attachment.nearest(clause, trigger, found, PLACE_REACH)
    return chosen[0] if chosen else None


def _quote(analysis: Analysis, clause: Clause, trigger: Trigger) -> Evidence:
    """The clause of the trigger as an exact quote: the words under its verb, without the clauses that stand around
    it.
    """
    tokens = clause.sentence.tokens
    top = trigger.carrier if trigger.carrier is not None else trigger.head
    while tokens[top].pos not in ("VERB", "AUX") and tokens[top].head != top:
        top = tokens[top].head
    inside = clause.sentence.subtree(top)
    first, last = min(*inside, trigger.head), max(*inside, trigger.head)
    while last > first and tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    while first < last and tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    return analysis.page.evidence(tokens[first].start, tokens[last].end, "event", trigger.rule)
