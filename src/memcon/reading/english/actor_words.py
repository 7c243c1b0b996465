"""The word lists of the finders of actors, read once from `actors.toml` and the tables of offices."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from memcon.knowledge import Knowledge

COUNTERPARTS = frozenset(("counterpart", "counterparts"))
SUCCESSORS = frozenset(("successor", "predecessor"))


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Sets of lower-case words; see `actors.toml` for what each is for."""

    strong: frozenset[str]
    weak: frozenset[str]
    honour: frozenset[str]
    heads: frozenset[str]
    may_head: frozenset[str]
    topics: frozenset[str]
    groupings: frozenset[str]
    states: frozenset[str]
    plain_honour: frozenset[str]
    post_nominals: frozenset[str]
    modifiers: frozenset[str]
    sent_to: frozenset[str]
    ranks: frozenset[str]
    capital_only: frozenset[str]
    former: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    words_first: frozenset[str]
    before_capital: frozenset[str]
    particles: frozenset[str]
    body_nouns: frozenset[str]
    body_persons: frozenset[str]
    of_party: frozenset[str]
    expanded: dict[str, tuple[str, ...]]
    group_people: frozenset[str]
    group_parties: frozenset[str]
    numbers: dict[str, int]
    place_before: frozenset[str]
    contact: frozenset[str]
    addressed: frozenset[str]
    place_nouns: frozenset[str]
    institutions: frozenset[str]
    led: frozenset[str]
    leads: frozenset[str]
    joined: frozenset[str]
    company: frozenset[str]
    origins: frozenset[str]
    meets: frozenset[str]
    generic: frozenset[str]

    def generic_offices(self, noun: str) -> frozenset[str]:
        """The offices that a general word may stand for ("leaders": heads of state and government); empty for any."""
        return _OFFICES_OF.get(noun, frozenset())


_MINISTERS = frozenset(
    ("foreign_minister", "defence_minister", "finance_minister", "interior_minister", "trade_minister")
)
_LEADERS = frozenset(("head_of_state", "head_of_government"))
_DEFENCE = frozenset(("defence_minister", "chief_of_defence"))
_OFFICES_OF = {
    "minister": _MINISTERS,
    "ministers": _MINISTERS,
    "secretaries": _MINISTERS,
    "leader": _LEADERS,
    "leaders": _LEADERS,
    "president": _LEADERS,
    "presidents": _LEADERS,
    "premiers": _LEADERS,
    "premier": _LEADERS,
    "chief": _DEFENCE,
    "chiefs": _DEFENCE,
}


def _topics(knowledge: Knowledge, heads: frozenset[str]) -> frozenset[str]:
    """Words of the titles in the tables that are neither heads nor anybody's name: "logistics", "fisheries"."""
    names = {w for o in knowledge.tenures.officials.values() for w in o.name.lower().split()}
    found = {w.strip("()") for t in knowledge.tenures.terms for w in t.title.lower().replace(",", " ").split()}
    small = {
        "with",
        "from",
        "without",
        "between",
        "through",
        "under",
        "into",
        "over",
        "per",
        "the",
        "and",
        "for",
        "its",
    }
    return frozenset(w for w in found - small if len(w) > 2 and w.isalpha() and w not in names and w not in heads)


@functools.cache
def words(knowledge: Knowledge) -> ActorWords:
    """The lists, as sets."""
    table = tomllib.loads((files(__package__) / "actors.toml").read_text(encoding="utf-8"))
    title, names, bodies, groups, places = (table[k] for k in ("title", "names", "bodies", "groups", "places"))
    offices = knowledge.offices
    return ActorWords(
        strong=offices.strong,
        weak=offices.weak,
        honour=offices.honour,
        heads=offices.strong | offices.weak,
        may_head=offices.strong | offices.weak | offices.honour | COUNTERPARTS | SUCCESSORS | {"tan"},
        topics=_topics(knowledge, offices.strong | offices.weak),
        groupings=frozenset(c for c, p in knowledge.parties.by_code.items() if p.kind == "grouping"),
        post_nominals=frozenset(title["post_nominals"]),
        states=frozenset(c for c, p in knowledge.parties.by_code.items() if p.kind in ("state", "territory")),
        plain_honour=frozenset(title["plain_honours"]),
        modifiers=frozenset(title["modifiers"]),
        sent_to=frozenset(title["sent_to"]),
        ranks=frozenset(title["ranks"]),
        capital_only=frozenset(title["capital_only"]),
        former=frozenset(title["former"]),
        given=frozenset(names["given"]),
        never=frozenset(names["never"]),
        openers=frozenset(names["openers"]),
        words_first=frozenset(names["words_first"]),
        before_capital=frozenset(title["before_capital"]),
        particles=frozenset(names["particles"]),
        body_nouns=frozenset(bodies["nouns"]),
        body_persons=frozenset(bodies["persons"]),
        of_party=frozenset(bodies["of_party"]),
        expanded={code: knowledge.parties[code].members for code in bodies["expand"]},
        group_people=frozenset(groups["people"]),
        group_parties=frozenset(groups["parties"]),
        numbers=dict(groups["numbers"]),
        place_before=frozenset(places["before"]),
        contact=frozenset(places["contact"]),
        addressed=frozenset(places["addressed"]),
        place_nouns=frozenset(places["nouns"]),
        **{key: frozenset(marks) for key, marks in table["marks"].items()},
    )
