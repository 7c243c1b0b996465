"""The setting of an event candidate: its date, place and quote."""

from dataclasses import replace

from memcon.model import Evidence, Interval, Participant, Place, interval
from memcon.reading import chronicles
from memcon.reading.analysis import Analysis, DateMention, PlaceMention, Sentence, Token
from memcon.reading.candidate import ALSO, CONTACT, SPOKE, Candidate
from memcon.reading.dates import resolve
from memcon.reading.english import attachment, denials
from memcon.reading.english.casting import TELEPHONES
from memcon.reading.english.grammar import Clause
from memcon.reading.english.trigger_types import MARGINS
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.triggers import COUNTED
from memcon.reading.english.when import day
from memcon.reading.expressions import Anchored, CalendarRange, Duration, Period

DATE_REACH = 12  # steps in the parse, see attachment.cost: beyond it a date belongs to something else


PLACE_REACH = 7


def dated(analysis: Analysis, clause: Clause, trigger: Trigger, candidate: Candidate) -> Candidate:
    """The candidate with its date, place and evidence."""
    today = interval(analysis.today)
    found_date = when(analysis, clause, trigger)
    under = frozenset(denials.chain(clause, trigger)) if candidate.status == "denied" else frozenset()
    quotes = [_quote(analysis, clause, trigger, under), *candidate.evidence]
    date = candidate.date
    state = candidate.status
    if found_date is not None and date is None:
        found_date, date = _first_fitting(analysis, clause, trigger, candidate, found_date)
        if date is not None:
            state = _settled(state, interval(date), today, _past(clause, trigger))
            quotes.append(analysis.page.evidence(found_date.start, found_date.end, "date", found_date.rule))
    elif date is None and today is not None and today.days == 1 and (now := _now(clause, trigger)) is not None:
        date = today.edtf(approximate=True)  # "is in Laos", "his current visit": the page's own day, or near it
        quotes.append(analysis.page.evidence(now.start, now.end, "date", "date:present"))
    if found_date is None and date is None and state != "planned":
        head = chronicles.heads(analysis.page).get(clause.sentence.passage)
        if head is not None and (date := resolve(head.expression, today)) is not None:
            quotes.append(analysis.page.evidence(head.start, head.end, "date", "date:heading"))
    place = candidate.place
    if place is None or (place.name is None and candidate.type in CONTACT):
        found = _where(analysis, clause, trigger)
        if found is not None and (place is None or place.country in (None, found.country)):
            place = Place(name=None if found.kind == "country" else found.name, country=found.country)
            quotes.append(analysis.page.evidence(found.start, found.end, "place", "place:attached"))
            if found.kind in SPOTS and _face_to_face(clause, trigger, candidate):
                candidate = replace(candidate, type="meeting")
            if found.kind == "venue" and (host := _at_the_seat_of(candidate, place)) is not None:
                candidate = replace(
                    candidate, participants=(*candidate.participants, Participant(party=host)), spare=()
                )
    timed = found_date is not None or date is not None
    marks = (*candidate.marks, ALSO) if _also(clause, trigger) else candidate.marks
    evidence = tuple(quotes)
    telling = _telling(candidate, marks, timed)
    return replace(
        candidate,
        date=date,
        timed=timed,
        status=state,
        place=place,
        marks=marks,
        evidence=evidence,
        telling=telling,
    )


def _at_the_seat_of(candidate: Candidate, place: Place) -> str | None:
    """The state at whose seat of government people of another met: "Starmer's meeting at the White House"."""
    alone = candidate.type == "meeting" and candidate.people and len(candidate.parties) == 1
    seat = place.name is not None and not {"UN", "U.N.", "United"} & set(place.name.split())
    return place.country if alone and seat and place.country not in candidate.parties else None


SPOTS = frozenset({"city", "venue"})
WIRES = frozenset({"channel", "line", "via"})


def _face_to_face(clause: Clause, trigger: Trigger, candidate: Candidate) -> bool:
    """Whether people who talked somewhere met there: "had a conversation in Ashgabat", without a word of telephones."""
    open_to_both = candidate.word == "conversation" or SPOKE in candidate.marks
    if candidate.type != "phone_call" or not open_to_both or len({p.party for p in candidate.participants}) < 2:
        return False
    return not any(t.lemma in TELEPHONES | WIRES for t in clause.sentence.tokens)


def _first_fitting(
    analysis: Analysis, clause: Clause, trigger: Trigger, candidate: Candidate, mention: DateMention
) -> tuple[DateMention, str | None]:
    """The date that stands closest and can be the event's, with its days: "said on Tuesday it was breaking off the
    talks due on Wednesday" tells the act's day by the words further off."""
    today = interval(analysis.today)
    tried: tuple[DateMention, ...] = ()
    found: DateMention | None = mention
    while found is not None and len(tried) < TRIES:
        ahead = candidate.status == "planned" or (
            candidate.status == "cancelled" and not _of_carrier(clause, trigger, found)
        )
        off = ahead and candidate.status == "cancelled"
        date = day(analysis, found, ahead or _present(clause, trigger), trigger.head, off)
        if date is None or not _out_of_time(candidate, interval(date), today):
            return found, date
        tried = (*tried, found)
        found = when(analysis, clause, trigger, tried)
    return mention, None


TRIES = 3  # dates of a sentence, from the closest


def _also(clause: Clause, trigger: Trigger) -> bool:
    """Whether the event is told as one more: "he also met the minister", "on the sidelines of it, he met"."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    below = clause.children(verb)
    return any(
        c.lower in MOREOVER or (c.dep == "prep" and any(g.lemma in MARGINS for g in clause.children(c.i)))
        for c in below
    )


MOREOVER = frozenset({"also", "additionally", "likewise", "separately"})


def _telling(candidate: Candidate, marks: tuple[str, ...], timed: bool) -> int:
    """How much a mention tells by itself: the quote of the most telling one stands for the event."""
    by_itself = not {"by context", "borrowed"} & set(marks)
    story = candidate.kind != "title"
    named = len({p.party for p in candidate.participants if p.name})
    told = candidate.sure and (not candidate.weak or candidate.target is not None)
    return 4 * story + 2 * (by_itself and len(candidate.parties) > 1) + (named > 1) + told + timed


def _out_of_time(candidate: Candidate, when: Interval | None, today: Interval | None) -> bool:
    """Whether a date can be none of the event: a refusal that is told lies behind, what "will" be does not lie months
    back.
    """
    if when is None or today is None:
        return False
    if candidate.type in ("contact_refused", "contact_suspended"):  # the day is that of the talks there will not be
        return candidate.status == "occurred" and when.first > today.last
    return "cue:will" in candidate.marks and (today.first - when.last).days > STALE


STALE = 31  # days


def _past(clause: Clause, trigger: Trigger) -> bool:
    """Whether the event's own verb tells it as past: "met", not "is travelling"."""
    return clause.sentence.tokens[trigger.head if trigger.carrier is None else trigger.carrier].tag == "VBD"


def _settled(state: str, when: Interval | None, today: Interval | None, past: bool) -> str:
    """The status after the date: what lies wholly after the page's date has not occurred, and the reverse."""
    if when is None or today is None:
        return state
    if state == "occurred" and when.first > today.last:  # a page filed further west may bear the day before
        return state if past and (when.first - today.last).days <= 1 else "planned"
    return state


def _now(clause: Clause, trigger: Trigger) -> Token | None:
    """The word that says that a visit is going on: "is" in a country, a "current" or "ongoing" visit."""
    token = clause.sentence.tokens[trigger.head]
    if trigger.frame == "presence" and token.tag in ("VBZ", "VBP"):
        return token
    if trigger.type != "visit" or (token.pos != "NOUN" and token.tag != "VBG"):
        return None
    return next((c for c in clause.children(trigger.head) if c.lower in NOW), None)


NOW = frozenset({"current", "currently", "ongoing", "present", "presently"})


def _present(clause: Clause, trigger: Trigger) -> bool:
    """Whether the text tells in the present what has a day: "the summit opens on Friday" lies ahead."""
    verb = clause.sentence.tokens[trigger.carrier if trigger.carrier is not None else trigger.head]
    return clause.sentence.kind != "title" and verb.tag in ("VBZ", "VBP") and trigger.type in CONTACT


def _undating(mention: DateMention) -> bool:
    """Whether a date says too little of an event: a length of time, a bare "this year"."""
    said = mention.expression
    return isinstance(said, Duration) or (
        isinstance(said, Period) and (said.unit, said.offset, said.part) == ("year", 0, None)
    )


def _own_year(sentence: Sentence, trigger: Trigger, mention: DateMention) -> bool:
    """Whether "this year" stands at the event's noun: "the visit to Kyrgyzstan this year"."""
    said = mention.expression
    head, year = sentence.tokens[trigger.head], sentence.tokens[mention.last - 1]
    return isinstance(said, Period) and head.pos == "NOUN" and year.head == trigger.head


def _plan_of_years(mention: DateMention) -> bool:
    """Whether a date is the years that a text is for: "signed a roadmap for 2023-2025"."""
    said = mention.expression
    return isinstance(said, CalendarRange) and said.first.month is None and said.first.year != said.last.year


DASHES = frozenset({"-", "–", "—", "--", ":"})


def _dateline(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date stands in the dateline ("WASHINGTON, Feb. 7 —"): it dates the page, not what is told."""
    before, after = sentence.tokens[: mention.first], sentence.tokens[mention.last : mention.last + 5]
    if mention.first > 8 or any(t.pos in ("VERB", "AUX") for t in before):
        return False
    return any(t.text in DASHES for t in after) and not any(t.pos in ("VERB", "AUX") for t in after[:2])


def when(
    analysis: Analysis, clause: Clause, trigger: Trigger, tried: tuple[DateMention, ...] = ()
) -> DateMention | None:
    """The date of the event's own clause; or the one that the clause hangs on ("since May 2019, when she met
    ..."); none of those `tried`.
    """
    here = tuple(d for d in analysis.dates_in(clause.sentence.index) if d not in tried)
    found = [
        d
        for d in here
        if not _dateline(clause.sentence, d) and (not _undating(d) or _own_year(clause.sentence, trigger, d))
    ]
    if trigger.type == "agreement_signed":
        found = [d for d in found if not _plan_of_years(d)]
    if not found:
        return None
    every = [d for d in found if not isinstance(d.expression, Anchored)]
    if trigger.rule == COUNTED:
        return next((d for d in every if d.first > trigger.head), None)
    tokens = clause.sentence.tokens
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    above = tokens[verb].head
    if tokens[verb].dep in ("relcl", "advcl", "acl") and any(c.lower == "when" for c in clause.children(verb)):
        hanging = [d for d in every if d.first <= above < d.last or d.last <= verb <= d.last + 8]
        if hanging:
            return hanging[0]
    own = (d for d in every if d.relation in ("on", "from") or _names(clause.sentence, trigger, d))
    chosen = attachment.nearest(clause, trigger, own, DATE_REACH)
    if chosen is None and trigger.frame == "act":  # "has imposed a blockade since 2017"
        chosen = attachment.nearest(clause, trigger, (d for d in every if d.relation == "since"), DATE_REACH)
    if chosen is None:  # "two days later" counts from another date
        counted = [d for d in found if d not in every and day(analysis, d, False, trigger.head) is not None]
        chosen = attachment.nearest(clause, trigger, counted, DATE_REACH)
    return chosen[0] if chosen else None


def _names(sentence: Sentence, trigger: Trigger, mention: DateMention) -> bool:
    """Whether a date is part of the event's name, whatever stands before both: "ahead of December 21 talks"."""
    return any(
        sentence.tokens[i].head == trigger.head and sentence.tokens[i].dep in ("nmod", "compound", "amod", "nummod")
        for i in range(mention.first, mention.last)
    )


def _of_carrier(clause: Clause, trigger: Trigger, when: DateMention) -> bool:
    """Whether a date belongs to the verb that called the event off, and not to the event."""
    inside = clause.sentence.subtree(trigger.head)
    return trigger.carrier is not None and not any(i in inside for i in range(when.first, when.last))


def _where(analysis: Analysis, clause: Clause, trigger: Trigger) -> PlaceMention | None:
    found = [
        p
        for p in analysis.places_in(clause.sentence.index)
        if attachment.is_location(clause, p) and not attachment.of_object(clause.sentence, trigger, p)
    ]
    if trigger.rule == COUNTED:
        return next((p for p in found if p.first > trigger.head), None)
    chosen = attachment.nearest(clause, trigger, found, PLACE_REACH)
    return chosen[0] if chosen else None


def _stands_alone(clause: Clause, verb: int) -> bool:
    """Whether a verb's clause tells who did it: "to meet in Rome" leaves that to the clause it hangs on."""
    tokens = clause.sentence.tokens
    if tokens[verb].dep in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "conj", "relcl"):
        subjects = [c for c in clause.children(verb) if c.dep in ("nsubj", "nsubjpass", "csubj")]
        return any(c.lower not in ("which", "who", "that") for c in subjects)
    return True


def _quote(analysis: Analysis, clause: Clause, trigger: Trigger, denied: frozenset[int] = frozenset()) -> Evidence:
    """The clause of the trigger as an exact quote: the words under its verb, without the clauses that stand around it;
    `denied` are the words under one that denies them.
    """
    tokens = clause.sentence.tokens
    top = trigger.carrier if trigger.carrier is not None else trigger.head
    while tokens[top].head != top and (tokens[top].pos not in ("VERB", "AUX") or not _stands_alone(clause, top)):
        top = tokens[top].head
    while top in denied and tokens[top].head != top:
        top = tokens[top].head
    inside = clause.sentence.subtree(top)
    first, last = min(*inside, trigger.head), max(*inside, trigger.head)
    while last > first and tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    while first < last and tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    return analysis.page.evidence(tokens[first].start, tokens[last].end, "event", trigger.rule)
