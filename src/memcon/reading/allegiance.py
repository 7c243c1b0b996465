"""Whose officials they are whose titles a document gives without their party: "the Foreign Secretary told ..."."""

from collections import Counter

from memcon.reading.actors import ENVOYS, Cast, Person

_HOME_SHARE = 0.6  # of the officials whom a text names without their party, to tell whose text it is
_STATE_SHARE = 0.5  # of all party words, for the party a text is about


def settle(cast: Cast) -> None:
    """Give those with a title but no party the party whose text this is, or that it is most about."""
    silent = [p for p in cast.people if p.party is None and (p.role or p.like or p.across_from)]
    if not silent:
        return
    two = _two(cast)
    home, subject = _home(cast), _subject(cast)
    for person in silent:
        listed = person.like.party if person.like is not None else None
        opposite = person.across_from.party if person.across_from is not None else None
        if opposite in two:
            listed = next(c for c in two if c != opposite)
        person.party = listed or _by_title(cast, person.role or "") or _guess(cast, person, home, subject)
        if person.party == opposite:
            person.party = None
        if person.party is not None and person.official is None:
            cast.identify(person, cast.holders.resolve(person.name, person.party, person.office, person.role))


def _guess(cast: Cast, person: Person, home: str | None, subject: str | None) -> str | None:
    """Whose official someone is whose words do not say it.

    Who is met is of the one party named beside them ("in Oslo I will see Prime Minister Solberg"); whoever acts is
    of the text's home, or of the party it is most about unless their own sentence sets them against it ("the envoy
    will fly to Chad"). Nobody is of the party that met them there, where the text names one other ("the Indian
    envoy met the Foreign Secretary").
    """
    others = person.beside - person.across - ({home} if home else set())
    if person.met and len(others) == 1:
        return next(iter(others))
    if home is not None and home not in person.across:
        return home
    if cast.dateline is not None and ENVOYS.intersection((person.role or "").lower().replace("’", "'").split()):
        sent = others - {cast.dateline}  # an ambassador is not of the country that a report comes from
        if len(sent) == 1:
            return next(iter(sent))
    if cast.dateline is not None and not (person.beside - {cast.dateline} or cast.dateline in person.across):
        return cast.dateline
    if person.across:
        rest = _states(cast).keys() - person.across
        return next(iter(rest)) if len(rest) == 1 else None
    return subject if subject not in person.beside or len(_states(cast)) == 1 else None


def _by_title(cast: Cast, role: str) -> str | None:
    """The only party that has a title: "Assistant Secretary of State for Western Hemisphere Affairs".

    What the tables alone tell ("acting foreign secretary") holds for a party that the document names.
    """
    told = cast.knowledge.offices.party_of(role, cast.present)
    parties = cast.knowledge.tenures.parties_with_title(role)
    if told is None and len(parties) == 1 and (not cast.heard or parties & cast.present):
        return next(iter(parties))
    return told


def _home(cast: Cast) -> str | None:
    """The party whose officials the text names without saying whose they are."""
    unsaid = Counter(p.party for p in cast.people if p.party and not p.told and p.role and p.party not in p.beside)
    if unsaid:
        party, count = min(unsaid.items(), key=lambda item: (-item[1], item[0]))
        if count >= _HOME_SHARE * unsaid.total():
            return party
    return None


def _states(cast: Cast) -> Counter[str]:
    """The states that the text names, and how often."""
    table = cast.knowledge.parties
    return Counter({c: n for c, n in cast.heard.items() if n and table[c].kind in ("state", "territory")})


def _two(cast: Cast) -> tuple[str, ...]:
    """The two states that a text names more often than any third; none where there are no such two."""
    states = sorted(_states(cast).items(), key=lambda item: (-item[1], item[0]))
    if len(states) < 2 or (len(states) > 2 and states[1][1] == states[2][1]):
        return ()
    return states[0][0], states[1][0]


def _subject(cast: Cast) -> str | None:
    """The state that a text names most, if it names it more than all others together."""
    states = _states(cast)
    if states:
        party, count = min(states.items(), key=lambda item: (-item[1], item[0]))
        if count >= _STATE_SHARE * states.total():
            return party
    return None
