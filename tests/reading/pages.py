"""Pages for tests: text parsed for real, with mentions written by hand."""

import re

from memcon.model import Document
from memcon.reading import passages
from memcon.reading.analysis import Actor, Analysis, DateMention, Mention, Sentence
from memcon.reading.english import dates, parsing

WHO = {
    "Lammy": Actor(name="David Lammy", role="Foreign Secretary", party="GBR"),
    "Foreign Secretary David Lammy": Actor(
        name="David Lammy", role="Foreign Secretary", party="GBR", office="foreign_minister"
    ),
    "Blinken": Actor(name="Antony Blinken", role="Secretary of State", party="USA"),
    "Kuleba": Actor(name="Dmytro Kuleba", role="Foreign Minister", party="UKR"),
    "Wang": Actor(name="Wang Yi", role="Foreign Minister", party="CHN"),
    "Kamikawa": Actor(name="Yoko Kamikawa", role="Foreign Minister", party="JPN"),
    "London": Actor(party="GBR"),
    "Britain": Actor(party="GBR"),
    "Beijing": Actor(party="CHN"),
    "China": Actor(party="CHN"),
    "Washington": Actor(party="USA"),
    "the United States": Actor(party="USA"),
    "The United States": Actor(party="USA"),
    "Japan": Actor(party="JPN"),
    "Ukraine": Actor(party="UKR"),
    "Kyiv": Actor(party="UKR"),
    "Norway": Actor(party="NOR"),
    "the Chinese foreign ministry": Actor(party="CHN"),
    "The Chinese foreign ministry": Actor(party="CHN"),
}
KINDS = {"London": "metonym", "Beijing": "metonym", "Washington": "metonym", "Kyiv": "metonym"}


def analysed(text: str, today: str | None = None, **pronouns: str) -> Analysis:
    """The text parsed, with a mention for every name of `WHO`; `he="Lammy"`, `both_sides="Lammy Wang"` add others."""
    page = passages.cut(Document(id="test", text=text))
    readable = [i for i, p in enumerate(page.passages) if p.kind != "boilerplate"]
    sentences = tuple(parsing.sentences(page, readable))
    words: dict[str, tuple[Actor, ...]] = {name: (actor,) for name, actor in WHO.items()}
    for pronoun, names in pronouns.items():
        for form in (pronoun.replace("_", " "), pronoun.replace("_", " ").capitalize()):
            words[form] = tuple(WHO[n] for n in names.split())
    found = []
    for sentence in sentences:
        taken: list[tuple[int, int]] = []
        for written in sorted(words, key=len, reverse=True):
            for match in re.finditer(rf"\b{re.escape(written)}\b", text[sentence.start : sentence.end]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(a < end and start < b for a, b in taken):
                    continue
                inside = [t for t in sentence.tokens if start <= t.start < end]
                if not inside:
                    continue
                taken.append((start, end))
                head = next((t for t in inside if not inside[0].i <= t.head <= inside[-1].i), inside[-1])
                kind = "pronoun" if len(words[written]) == 1 and written.lower() in pronouns else None
                if kind is None:
                    person = words[written][0].name
                    kind = "group" if len(words[written]) > 1 else "person" if person else KINDS.get(written, "party")
                if "ministry" in written:
                    kind = "body"
                found.append(
                    Mention(
                        sentence=sentence.index,
                        first=inside[0].i,
                        last=inside[-1].i + 1,
                        head=head.i,
                        start=start,
                        end=end,
                        kind=kind,  # type: ignore[arg-type]
                        actors=words[written],
                        rule="test",
                    )
                )
    mentions = tuple(sorted(found, key=lambda m: m.start))
    return Analysis(page=page, sentences=sentences, mentions=mentions, dates=_dates(sentences), today=today)


def _dates(sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    return dates.find(sentences)
