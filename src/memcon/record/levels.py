"""At which level two sides met, and through which channel."""

import functools
from typing import Literal

from memcon.merging import Entry
from memcon.model import Participant, interval

Level = Literal["leaders", "ministers", "military", "officials", "not told"]
LEVELS: tuple[Level, ...] = ("leaders", "ministers", "military", "officials", "not told")
Channel = Literal["in person", "call", "in passing"]
CHANNELS: tuple[Channel, ...] = ("in person", "call", "in passing")

# Offices by the level they speak at; an office that is not listed speaks for officials.
_LEADERS = ("head_of_state", "head_of_government")
_MINISTERS = (
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "trade_minister",
    "interior_minister",
    "high_representative",
)
_MILITARY = ("chief_of_defence",)
_MILITARY_WORDS = {"general", "admiral", "commander", "chiefs", "marshal", "colonel"}
_BY_TYPE: dict[str, Channel] = {
    "meeting": "in person",
    "visit": "in person",
    "dialogue_round": "in person",
    "summit": "in person",
    "phone_call": "call",
    "video_call": "call",
    "brief_encounter": "in passing",
}


def channel(entry: Entry) -> Channel | None:
    """How the sides met; None where they did not."""
    return _BY_TYPE.get(entry.type)


def office(participant: Participant, when: str | None) -> str | None:
    """The office a participant held then for the party told: by the title, else by the fact tables."""
    return _office(participant.official, participant.role, participant.party, when)


@functools.lru_cache(maxsize=8192)
def _office(official: str | None, role: str | None, party: str | None, when: str | None) -> str | None:
    from memcon.knowledge import load

    tables = load()
    titled = tables.offices.classify(role, party) if role else None
    if titled and titled != "other":
        return titled
    if official and official in tables.tenures.officials:
        term = tables.tenures.term_at(official, interval(when), party)
        if term is not None:
            return term.office
    return titled


def level(participant: Participant, when: str | None) -> Level:
    """The level a participant speaks at."""
    held = office(participant, when)
    if held in _LEADERS:
        return "leaders"
    if held in _MINISTERS:
        return "ministers"
    role = set((participant.role or "").lower().replace(",", " ").split())
    if held in _MILITARY or (role & _MILITARY_WORDS and held in (None, "other")):
        return "military"
    return "officials" if participant.name or held else "not told"


def level_between(entry: Entry, a: str, b: str) -> Level:
    """The level of an entry between two parties: the lower of the highest each side sent, where both are told."""
    sides = [[level(p, entry.date) for p in entry.participants if p.party == code] for code in (a, b)]
    highest: list[Level] = [min(side, key=LEVELS.index, default="not told") for side in sides]
    told = [h for h in highest if h != "not told"]
    if not told:
        return "not told"
    return max(told, key=LEVELS.index)
