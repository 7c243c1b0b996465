"""Chinese passages read: sentences, who is named, when, and what happened between whom."""

from memcon.knowledge import Knowledge
from memcon.model import Evidence, Interval, interval
from memcon.reading import dating as dating_of
from memcon.reading.analysis import Page
from memcon.reading.chinese import commitments, dates, dating, lexicon, mentions, statements
from memcon.reading.chinese import events as events_of
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.joining import event, join
from memcon.reading.chinese.scene import Scene
from memcon.reading.chinese.script import simplify
from memcon.reading.chinese.sentences import Sentence, cut
from memcon.reading.findings import Findings

READ = ("title", "body", "caption")


def read(page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: str | None) -> Findings:
    """What the given Chinese passages (indices into `page.passages`) say; `today` is the page's date as EDTF."""
    basis: str | None = None
    dated_by: tuple[Evidence, ...] = ()
    if today is None and (stated := dating_of.stated(page)) is not None:
        today, basis, dated_by = stated[0], "stated", (stated[1],)
    when = interval(today)
    sentences, found = analyse(page, passages, knowledge, when)
    if today is None and (inferred := dating.infer(page, sentences, found, knowledge)) is not None:
        (today, quotes), basis = inferred, "inferred"
        when, dated_by = interval(today), quotes
    scene = Scene(page.text, sentences, found, when)
    drafts = events_of.find(scene)
    lead = next((s.passage for s in sentences if s.kind == "body"), -1)
    events = tuple(event(page, group, lead, when) for group in join(drafts))
    return Findings(
        today=today,
        date_basis=basis,
        dating=dated_by,
        events=events,
        statements=statements.find(scene, page, frozenset(d.sentence for d in drafts)),
        commitments=commitments.find(scene, page),
    )


def analyse(
    page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: Interval | None
) -> tuple[list[Sentence], dict[int, dates.Found]]:
    """The tagged sentences of the passages and the dates in them by position."""
    wanted = [p for p in passages if page.passages[p].kind in READ]
    spans = [(page.passages[p].start, page.passages[p].end) for p in wanted]
    text = simplify(page.text)
    named = mentions.find(text, page.text, spans, lexicon.of(knowledge), knowledge, today)
    found: dict[int, dates.Found] = {}
    sentences: list[Sentence] = []
    for p, (start, end), items in zip(wanted, spans, named, strict=True):
        when = dates.find(text, start, end)
        found |= {d.start: d for d in when}
        merged = _with_dates(items, when)
        sentences += cut(text, p, page.passages[p].kind, start, end, merged, len(sentences))
    return sentences, found


def _with_dates(items: list[Item], when: list[dates.Found]) -> list[Item]:
    """Items and dates in order; a date gives way to a name it overlaps, unless the name only looked like one."""
    spans = [(i.start, i.end) for i in items if i.kind != "literal"]
    kept = [d for d in when if not any(a < d.end and d.start < b for a, b in spans)]
    taken = [(d.start, d.end) for d in kept]
    rest = [i for i in items if i.kind != "literal" or not any(a < i.end and i.start < b for a, b in taken)]
    return sorted([*rest, *(Item(d.start, d.end, "date", rule=d.rule) for d in kept)], key=lambda i: i.start)
