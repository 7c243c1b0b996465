"""Office titles in English and the office they name."""

import functools
from collections.abc import Collection
from dataclasses import dataclass

from memcon.knowledge.names import fold
from memcon.knowledge.tables import lists
from memcon.knowledge.tenures import OFFICE_RANK


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """One wording of an office: a head word with a topic word, or a whole title; see `tables/offices.toml`."""

    kind: str
    description: str
    example: str
    titles: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    def fits(self, title: str, words: frozenset[str], party: str | None) -> bool:
        """Whether a folded title is this office's, for a party ("" in `parties` stands for an unknown party)."""
        if self.parties and (party or "") not in self.parties:
            return False
        if self.heads and self.heads & words and self.topics & words:
            return True
        return any(f" {t} " in f" {title} " for t in self.titles)


@dataclass(frozen=True, slots=True, eq=False)  # itself alone: as a key it would be hashed to its last rule
class Offices:
    """The office rules in order, and the head words of titles."""

    rules: tuple[OfficeRule, ...]
    lesser_words: frozenset[str]
    lesser_phrases: tuple[str, ...]
    strong: frozenset[str]
    weak: frozenset[str]
    honour: frozenset[str]
    one_party: tuple[tuple[str, str], ...] = ()
    shared: tuple[tuple[str, frozenset[str]], ...] = ()

    def party_of(self, title: str, present: Collection[str] = ()) -> str | None:
        """The one party that has a title of this wording ("Assistant Secretary of State ..." is American), or None.

        `present` are the parties that a page names: "Foreign Secretary" is British unless they speak against it.
        """
        folded = f" {fold(title)} "
        told = next((code for phrase, code in self.one_party if f" {phrase} " in folded), None)
        others = {c for phrase, codes in self.shared if f" {phrase} " in folded for c in codes}
        return told if told in present or not others.intersection(present) else None

    def classify(self, title: str, party: str | None = None) -> str | None:
        """The office that a title as written names ("Minister of Foreign Affairs" is `foreign_minister`).

        Of several titles in one, the highest counts ("Deputy Prime Minister and Minister of Foreign Affairs" is
        `foreign_minister`). `other` for a lesser or unlisted title, None for words without a title's head.
        """
        return _classify(self, title, party)

    def _one(self, title: str, party: str | None) -> str | None:
        words = frozenset(title.split())
        found = next((r.kind for r in self.rules if r.fits(title, words, party)), None)
        if self.lesser_words & words or any(f" {p} " in f" {title} " for p in self.lesser_phrases):
            if found == "ambassador_to_un" or (
                found == "foreign_minister" and "secretary of state for foreign" in title
            ):
                return found
            if found == "foreign_minister" or "secretary of state" in title:
                return "deputy_foreign_minister" if {"deputy", "vice"} & words else "other"
            if (
                found in ("defence_minister", "finance_minister")
                and "secretary of state for" in title
                and not self.lesser_words & words
            ):
                return found
            return "other"
        if found is None and ((self.strong | self.weak) & words):
            return "other"
        return found


@functools.lru_cache(maxsize=10_000)
def _classify(offices: Offices, title: str, party: str | None) -> str | None:
    heads = offices.strong | offices.weak
    pieces: list[str] = []
    for piece in fold(title.replace(",", " and ").replace("-", " ")).split(" and "):
        if pieces and not heads & set(piece.split()):
            pieces[-1] += " and " + piece  # "foreign, commonwealth and development affairs"
        else:
            pieces.append(piece)
    kinds = [k for k in (offices._one(p.replace(" and ", " "), party) for p in pieces) if k]
    return max(kinds, key=lambda k: OFFICE_RANK.get(k, 0)) if kinds else None


def load() -> Offices:
    """The offices of the shipped list."""
    table = lists("offices")
    rules = tuple(
        OfficeRule(
            kind=o["kind"],
            description=o["description"],
            example=o["example"],
            titles=tuple(o.get("titles", ())),
            heads=frozenset(o.get("heads", ())),
            topics=frozenset(o.get("topics", ())),
            parties=frozenset(o.get("parties", ())),
        )
        for o in table["office"]
    )
    lesser, heads = table["lesser"], table["heads"]
    return Offices(
        rules,
        frozenset(lesser["words"]),
        tuple(lesser["phrases"]),
        frozenset(heads["strong"]),
        frozenset(heads["weak"]),
        frozenset(heads["honour"]),
        tuple((phrase, code) for code, phrases in table["one_party"].items() for phrase in phrases),
        tuple((phrase, frozenset(codes)) for phrase, codes in table["shared"].items()),
    )
