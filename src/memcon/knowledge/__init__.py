"""Fact tables and the look-ups on them: who held which office when, what parties and places are called.

    from memcon.knowledge import load
    knowledge = load()
    knowledge.tenures.holders("CHN", "defence_minister", interval("2023-05"))   # Li Shangfu's term
    knowledge.parties.find("South Korean and U.S. officials")                   # KOR, USA with positions

Everything is read from the package's own tables on first use, once a process; nothing is written or fetched.
Sources and licences of the facts: the project's NOTICE.
"""

import functools

from memcon.knowledge import landmarks as _landmarks
from memcon.knowledge import mechanisms as _mechanisms
from memcon.knowledge import offices as _offices
from memcon.knowledge import parties as _parties
from memcon.knowledge import places as _places
from memcon.knowledge import tenures as _tenures
from memcon.knowledge.landmarks import Landmark
from memcon.knowledge.mechanisms import KnownMechanism
from memcon.knowledge.names import fold, same_name, short_forms
from memcon.knowledge.offices import Offices
from memcon.knowledge.parties import Found, Parties, Party
from memcon.knowledge.places import FoundPlace, KnownPlace, Places
from memcon.knowledge.tenures import Candidate, Official, Tenures, Term

__all__ = [
    "Candidate",
    "Found",
    "FoundPlace",
    "Knowledge",
    "KnownMechanism",
    "KnownPlace",
    "Landmark",
    "Offices",
    "Official",
    "Parties",
    "Party",
    "Places",
    "Tenures",
    "Term",
    "fold",
    "load",
    "same_name",
    "short_forms",
]


class Knowledge:
    """The tables, each loaded when first asked for."""

    @functools.cached_property
    def parties(self) -> Parties:
        """States, territories, organisations and groupings, and their words in texts."""
        return _parties.load()

    @functools.cached_property
    def tenures(self) -> Tenures:
        """Officials and who held which office when."""
        return _tenures.load()

    @functools.cached_property
    def offices(self) -> Offices:
        """Office titles in English and the office they name."""
        return _offices.load()

    @functools.cached_property
    def places(self) -> Places:
        """Cities, countries, regions, waters and venues."""
        return _places.load(self.parties)

    @functools.cached_property
    def mechanisms(self) -> tuple[KnownMechanism, ...]:
        """Known dialogues, treaties, agreements, partnerships and action plans."""
        return _mechanisms.load()

    @functools.cached_property
    def landmarks(self) -> tuple[Landmark, ...]:
        """Dated events that later texts refer to."""
        return _landmarks.load()


@functools.cache
def load() -> Knowledge:
    """The shipped knowledge, one object a process."""
    return Knowledge()
