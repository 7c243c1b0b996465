"""Who issued an official text: read from the head of the page, its headline, its letterhead; where not told, nobody."""

import functools
import re
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files

from memcon.knowledge import Knowledge
from memcon.model import interval
from memcon.reading.analysis import Actor, Analysis, Mention, Sentence
from memcon.reading.english.speakers import Speakers, Voices, join

# A letterhead may run on into the first paragraph: so many characters are searched for one.
LEAD = 500
NAMED = 120  # characters after "joint statement with" in which its authors are named
# The head of a page: at most so many characters, up to the first paragraph of so many words, or of so many that end
# in a full stop.
HEAD = 900
PROSE = 35
SENTENCE = 8


@functools.cache
def words() -> dict[str, frozenset[str]]:
    """The lists of `voice.toml`."""
    table = tomllib.loads(files("memcon.reading.english").joinpath("voice.toml").read_text("utf-8"))
    return {name: frozenset(group["words"]) for name, group in table.items()}


@functools.cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words()["headings"]))) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued an official text. `joint`: several parties; `narrated`: a readout, told in the third person.

    `bound`: the parties of the agreement that the text presents, where its head says it presents one.
    """

    speakers: Speakers
    joint: bool
    narrated: bool = False
    bound: tuple[str, ...] = ()
    deputed: bool = False

    @property
    def we(self) -> Speakers:
        """Who the text's "we" is: a spokesperson's is the party itself."""
        if not self.deputed:
            return self.speakers
        return Speakers(tuple(Actor(party=a.party) for a in self.speakers.actors), None, "party")

    def voice(self, sentence: Sentence) -> Speakers:
        """Who speaks a sentence: who issued it where it says "I", else "we"."""
        return self.speakers if any(t.lower in ("i", "my") for t in sentence.tokens) else self.we


_DEPUTED = re.compile(r"\bspokes(?:man|woman|person)\b|\bpress secretary\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:statements?|release|remarks|declaration|communiqu[eé])s?\s+(?:by|from|with|of)\s+", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:on|regarding|concerning|following|welcoming|after|for|about|marking|condemning)\b", re.IGNORECASE
)
_JOINT = re.compile(
    r"\b(?:joint|bilateral|trilateral)\b[^.\n]{0,60}\b(?:statement|communiqu|declaration|release|readout)"
    r"|\bleaders[’']? statement",
    re.IGNORECASE,
)
_JOINT_WITH = re.compile(
    r"\b(?:Joint|JOINT) (?i:statements?|media release|press release|communiqu[eé]) (?i:with|by|of|from)\b"
)
# "U.S.-Colombia Joint Communique" heads a text; "Xi and Putin Issue Joint Statement" heads a report of one.
_REPORTED = {
    "issue",
    "issues",
    "sign",
    "signs",
    "release",
    "releases",
    "adopt",
    "adopts",
    "in",
    "after",
    "over",
    "slams",
}
_NAMES = {"of", "the", "and"}  # small words of names
FEW = 5  # words that may stand before "joint statement" in its line
_AGREED = re.compile(
    r"\b(?:agreement|arrangement|deal|memorandum|treaty|accord|pact|framework|MOU|partnership)\b", re.IGNORECASE
)
_NARRATED = re.compile(r"\breadout\b", re.IGNORECASE)


def head(analysis: Analysis) -> tuple[int, int]:
    """The span of the page's head: headline, letterhead, date, up to the first paragraph of prose."""
    start = end = 0
    for passage in analysis.page.passages:
        written = analysis.page.text[passage.start : passage.end].strip()
        words = len(written.split())
        prose = words >= PROSE or (words >= SENTENCE and written[-1:] in '.!?”"' and not _heading().search(written))
        if (passage.kind == "body" and prose) or passage.end > HEAD:
            break
        end = passage.end
    return start, end


def _leads(text: str, match: re.Match[str] | None) -> re.Match[str] | None:
    """The match, if it opens its line but for a few names."""
    if match is None:
        return None
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].split()
    if len(before) > FEW or any(w.lower() in _REPORTED or (w.islower() and w not in _NAMES) for w in before):
        return None
    return match


@functools.lru_cache(maxsize=2)
def issuer(analysis: Analysis, knowledge: Knowledge) -> Issuer | None:
    """Who issued the page; None for a report about others, and where the head does not tell."""
    start, end = head(analysis)
    text = analysis.page.text[start:end]
    lead = analysis.page.text[start : max(end, start + LEAD)]
    if not (_heading().search(text) or _LETTERHEAD.search(lead) or _JOINT_WITH.search(lead)):
        return None
    named = [m for m in analysis.mentions if m.end <= end and m.kind in ("person", "office", "party", "body")]
    narrated = bool(_NARRATED.search(text))
    joint = _leads(text, _JOINT.search(text))
    if joint or _JOINT_WITH.search(lead):
        parties = _parties(text if joint else lead, named, knowledge)
        with_whom = _JOINT_WITH.search(lead)
        signed = [
            m for m in analysis.mentions if with_whom and with_whom.end() <= m.start - start < with_whom.end() + NAMED
        ]
        signed_for = join(a.party for m in signed for a in m.actors if a.name)
        if signed_for and "|" not in signed_for:  # two ministers of one government, together
            speakers = Speakers((Actor(party=signed_for),), None, "party")
            return Issuer(speakers, joint=False, bound=parties if _AGREED.search(lead) else ())
        if len(parties) < 2:
            parties = _parties_of_lead(analysis, end, parties)
        if len(parties) > 1:
            speakers = Speakers(tuple(Actor(party=p) for p in parties), None, "party")
            return Issuer(speakers, joint=True, narrated=narrated, bound=parties if _AGREED.search(lead) else ())
        return None
    by = _leads(text, _BY.search(text))
    if by:
        about = _ABOUT.search(text, by.end())
        here = [m for m in named if by.end() <= m.start - start < (about.start() if about else len(text))]
        if here:
            deputed = bool(_DEPUTED.search(text, by.end(), about.start() if about else len(text)))
            return Issuer(_speaking(here[0], analysis, end), joint=False, narrated=narrated, deputed=deputed)
    if narrated:
        return None
    office = _letterhead_actor(lead, named, knowledge, analysis)
    if office is None:
        return None
    bound = _parties(text, named, knowledge) if _AGREED.search(text) else ()
    return Issuer(Speakers((office,), None, "person"), joint=False, bound=bound if len(bound) > 1 else ())


def _speaking(mention: Mention, analysis: Analysis, end: int) -> Speakers:
    written = analysis.page.text[mention.start : mention.end] if mention.kind == "body" else None
    actor = mention.actors[0]
    if actor.party is None:  # a spokesperson whose party the head leaves out: whose positions the text tells first
        first = next((m for m in analysis.mentions if m.start >= end and m.kind in ("party", "metonym")), None)
        actor = replace(actor, party=first.actors[0].party) if first else actor
    return Speakers((actor,), written, mention.kind)


# A letterhead: an office in capitals, a member of parliament as such, or the words "media release" set apart.
_LETTERHEAD = re.compile(
    r"\b(?:PRIME MINISTER|MINISTER (?:FOR|OF)|SHADOW MINISTER|MEDIA RELEASE|PRESS RELEASE|MEDIA STATEMENT)\b"
    r"|\bSenator the Hon\b|\b(?:The|THE) H(?:on|ON)\b[^\n]{4,60}\bMP\b|^\s*Media (?:release|Release)\b",
    re.MULTILINE,
)


def _parties(text: str, named: list[Mention], knowledge: Knowledge) -> tuple[str, ...]:
    found = [a.party for m in named for a in m.actors]
    found += [f.code for f in knowledge.parties.find(text) if f.kind in ("name", "demonym")]
    joined = join(found)
    states = [c for c in (joined or "").split("|") if c and c in knowledge.parties]
    return tuple(
        c for c in states if knowledge.parties[c].kind in ("state", "territory") or c in ("EU", "XKX", "TWN", "PSE")
    )


def _parties_of_lead(analysis: Analysis, end: int, known: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of the first sentence after the head that names two at least."""
    for sentence in analysis.sentences:
        if sentence.start < end:
            continue
        joined = join((*known, *(a.party for m in analysis.mentions_in(sentence.index) for a in m.actors)))
        if joined and "|" in joined:
            return tuple(joined.split("|"))
        if sentence.start > end + 2 * HEAD:
            break
    return known


# How a letterhead names its minister: "The Hon Penny Wong", "Chris Bowen MP", "MINISTER FOR TRADE SIMON CREAN".
_PERSON = r"(?P<name>[A-Z][\w’'-]+(?:[ \t]+[A-Z][\w’'-]+){1,2}?)"
_SIGNED = (
    re.compile(rf"\b(?:Hon\.?|HON\.?|Honourable)\s+{_PERSON}(?=\s+MP\b|\s{{2,}}|\s*\n|\s+[A-Z]{{4,}}|[,.]|$)"),
    re.compile(rf"\b(?:Sen\.|Senator)\s+(?!the\b){_PERSON}(?=\s)"),
    re.compile(rf"{_PERSON}\s+MP\b"),
    re.compile(
        r"\b(?:AFFAIRS|DEFENCE|TRADE|PROTECTION|CITIZENSHIP|IMMIGRATION|MINISTER)\s+"
        r"(?P<name>[A-Z]{3,}[ \t]+[A-Z’'-]{3,})\b"
    ),
)
_OFFICES = {
    "MINISTER",
    "FOREIGN",
    "AFFAIRS",
    "TRADE",
    "MEDIA",
    "RELEASE",
    "PRIME",
    "DEFENCE",
    "BORDER",
    "SHADOW",
    "FOR",
    "AND",
}
_DOMAIN = re.compile(
    r"\b(?:[\w-]+\.)*(?:gov|gob|gouv|go|govt|mil|gc)\.([a-z]{2})\b|\b(?:[\w-]+\.)*(?:state|whitehouse|defense)\.(gov)\b"
)


def _letterhead_actor(text: str, named: list[Mention], knowledge: Knowledge, analysis: Analysis) -> Actor | None:
    """The person of the letterhead, with the party that the page or the tables give for them."""
    for pattern in _SIGNED:
        for match in pattern.finditer(text):
            words = match["name"].split()
            if {w.upper() for w in words} & _OFFICES:
                continue
            name = " ".join(w.title() if w.isupper() else w for w in words)
            mentioned = [
                a for m in analysis.mentions for a in m.actors if a.name and name.split()[-1] in a.name.split()
            ]
            if mentioned and mentioned[0].party:
                return mentioned[0]
            known = [c for c in knowledge.tenures.named(name, interval(analysis.today)) if c.how in ("name", "alias")]
            if known:
                best = known[0]
                return Actor(name=name, party=best.term.party, office=best.term.office, official=best.official.id)
            party = _home(text, analysis, knowledge)
            if party is not None:
                return Actor(name=name, party=party)
    home = _home(text, analysis, knowledge)
    return Actor(party=home) if home is not None and _LETTERHEAD.search(text) else None


def _home(head: str, analysis: Analysis, knowledge: Knowledge) -> str | None:
    """The party whose government issues the page: by the demonym of its letterhead or the domain it gives."""
    match = _DOMAIN.search(f"{analysis.page.document.url or ''} {analysis.page.text}")
    if match is not None:
        return "USA" if match[2] else _DOMAINS.get(match[1])
    return next((f.code for f in knowledge.parties.find(head) if f.kind == "demonym"), None)


_DOMAINS = {
    "au": "AUS",
    "nz": "NZL",
    "uk": "GBR",
    "ca": "CAN",
    "in": "IND",
    "jp": "JPN",
    "cn": "CHN",
    "sg": "SGP",
    "za": "ZAF",
}


def voices(analysis: Analysis, by: Issuer | None) -> Voices:
    """The page's mentions, with who its "we" and "I" are."""
    return Voices(analysis, by.we, by.joint, by.speakers) if by else Voices(analysis)
