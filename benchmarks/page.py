"""docs/performance.md and its charts, from what was measured: ratios first, since times differ between machines."""

import platform
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.chart import Bar, Line, bars, lines

DOCS = Path(__file__).resolve().parent.parent / "docs"
STATIC = DOCS / "_static"
PARSE_LIMIT, MIX_LIMIT, PIPELINE_LIMIT, GROWTH_LIMIT = 1.3, 12.0, 3.0, 1.1  # times
MIX_SPEED, DIPLOMATIC_SPEED = 500, 30  # documents a second on two cores
MEMORY_LIMIT = 1200.0  # millions of bytes a process
ANSWER_LIMIT = 100.0  # milliseconds at the 95th percentile
NOT_HELD = ("busiest",)  # questions that are told beside those with a limit

Kept = Mapping[str, Any]

PAGE = """\
# Speed and memory, measured

Written by `make bench` from `benchmarks/measured.json` ({machine}, two cores). The corpora are made from templates and
the fact tables with a fixed seed (`benchmarks/`): pages of about 300 words with menus and adverts, of which a stated
share speaks of diplomacy. What is said in them is made up.

{sections}

## How to read it

- **Over the bare parse**: the reading of diplomatic pages, beside spaCy's own parse of the very same sentences by the
  same model without its recogniser of names. memcon runs that model itself, keeping what it met before, and comes to
  the same parse in less than half the time; **over its own, quicker parse** tells what the reading costs beside that.
  Both are of one run. How much quicker hangs on how well spaCy's matrix products know the processor.
- **Parsing everything**: spaCy's own parse of every page of a mix with 5 % diplomacy. The gate keeps the rest from it.
- **Three times** a plain pipeline falls short on diplomatic pages: nearly every sentence of them is parsed, since a
  reader needs it. memcon's own parse takes two fifths of a reading there; the rest is spread over some sixty finders,
  whose dearest step takes a fiftieth, and grows with what they can read; the loop of the parser itself is spaCy's.
- **A plain pipeline**: spaCy's small English model as it comes, with its recogniser of names. It reads no event.
- **Growth**: `memcon read` with two workers on a file of so many pages, into a new record. What a document costs
  there over what it costs in the next shorter run; 1 is linear. What starting the workers costs is measured by itself
  and taken off. Of runs of a thousand pages and fewer the median of five counts; what starting costs varies by as much
  as reading them, so that the step from 1,000 to 10,000 tells little on a busy machine. Memory is the most that any
  one of the processes held.
- **Questions** are each asked sixty times, each time of another pair, event or word chosen by chance: every pair of
  {parties} parties equally often, the busiest pair by itself. A dossier is asked for as the page of a pair asks: of the
  newest {newest} entries, where there are more. That indexes are used and nothing is gone through is held by
  `tests/questions/test_plans.py`, from the plans of the statements themselves.
- Times are processor times, so that what else runs on the machine counts less; not little where it has four times as
  much to do as it can: one reader's diplomatic pages were then 1.6, 1.8 and 2.0 times as fast as the plain pipeline
  within an hour, and its readings cost 2.2 to 2.5 times its own parse. The 1,000 pages and the start were measured
  anew after the longer runs: by the first measure the steps were 2.35 and 1.08. They do not say how fast another
  machine is, nor how the speed changes on texts of another length.
- One part alone: `make bench PARTS="growth questions"`. All of it takes about half an hour, most of it for the
  100,000 pages and the million events.
"""


def write(kept: Kept) -> list[str]:
    """Write the page and the charts of all that is kept; returns the rows of its tables."""
    from benchmarks import large
    from memcon.web.pages import GONE_THROUGH

    sections, rows = [], []
    for title, made, note in (
        ("Reading", list(_reading(kept)), _when(kept, "parse", "mix", "diplomatic")),
        ("Start", list(_start(kept)), _when(kept, "start")),
        ("Growth and memory", list(_growth(kept)), _when(kept, "growth")),
        ("Questions", list(_questions(kept)), _when(kept, "questions")),
    ):
        if made:
            rows += made
            table = "\n".join(("| what | measured | aim | |", "|---|---|---|---|", *made))
            extra = "\n\n".join((*_pictures(title, kept), *_tables(title, kept)))
            sections.append(f"## {title}\n\n{note}\n\n{table}\n\n{extra}".rstrip())
    _charts(kept)
    text = PAGE.format(
        machine=platform.machine(), sections="\n\n".join(sections), parties=len(large.PARTIES), newest=GONE_THROUGH
    )
    (DOCS / "performance.md").write_text(text, encoding="utf-8")
    return rows


def _when(kept: Kept, *parts: str) -> str:
    """When and how some parts were measured, for the line above their table."""
    told = []
    for name in parts:
        if name in kept:
            part = kept[name]
            busy = "" if part["idle"] else " on a busy machine"
            told.append(f"`make bench PARTS={name}` on {part['when']} with Python {part['python']}{busy}")
    return "Measured by " + ", ".join(told) + "."


def row(name: str, measured: str, aim: str, holds: bool | None) -> str:
    """A line of a table; `holds` is None where there is no aim."""
    return f"| {name} | {measured} | {aim} | {'' if holds is None else 'holds' if holds else 'falls short'} |"


def _reading(kept: Kept) -> Iterator[str]:
    if parse := kept.get("parse"):
        ratio = parse["ratio"]
        yield row("reading over the bare parse", f"{ratio:.2f} times", f"at most {PARSE_LIMIT}", ratio <= PARSE_LIMIT)
        if "own" in parse:  # a row without an aim: the same reading beside the quicker parse
            yield f"| reading over its own, quicker parse | {parse['whole'] / parse['own']:.2f} times | | |"
    if mix := kept.get("mix"):
        times, speed = mix["times_parse"], 2 * mix["memcon"]
        what = "a mix with 5 % diplomacy, against parsing everything"
        yield row(what, f"{times:.1f} times as fast", f"at least {MIX_LIMIT:g}", times >= MIX_LIMIT)
        yield _speed(speed, MIX_SPEED)
    if diplomatic := kept.get("diplomatic"):
        times, speed = diplomatic["times_pipeline"], 2 * diplomatic["memcon"]
        what = "diplomatic pages, against a plain pipeline"
        yield row(what, f"{times:.1f} times as fast", f"at least {PIPELINE_LIMIT:g}", times >= PIPELINE_LIMIT)
        yield _speed(speed, DIPLOMATIC_SPEED)


def _speed(speed: float, aim: int) -> str:
    what = "the same, twice the speed of one core in its own time"
    return row(what, f"{speed:.0f} a second", f"at least {aim}", speed >= aim)


def _start(kept: Kept) -> Iterator[str]:
    for told in kept.get("start", {}).get("starts", ()):
        seconds, limit = told["seconds"], told["limit"]
        yield row(f"`{told['command']}`", f"{seconds:.2f} s", f"under {limit} s", seconds < limit)


def _growth(kept: Kept) -> Iterator[str]:
    runs = kept.get("growth", {}).get("runs", ())
    for small, told in pairwise(runs):
        what = f"a document among {told['documents']:,}, over one among {small['documents']:,}"
        over = told["over_linear"]
        yield row(what, f"{over:.2f} times", f"at most {GROWTH_LIMIT}", over <= GROWTH_LIMIT)
    if runs:
        last = runs[-1]
        early, late = last["memory"][0], last["memory"][-1]
        flat = last["peak"] < MEMORY_LIMIT and late < last["memory"][1] * 1.1
        measured = f"{late:.0f} MB ({last['memory'][1]:.0f} MB after a fifth, {early:.0f} MB after a tenth)"
        yield row(f"memory of a process over {last['documents']:,} pages", measured, "flat, under 1,200 MB", flat)


def _questions(kept: Kept) -> Iterator[str]:
    for told in kept.get("questions", {}).get("asked", ()):
        held = not any(word in told["question"] for word in NOT_HELD)
        measured = f"{told['high']:.0f} ms (median {told['median']:.0f} ms)"
        aim = f"under {ANSWER_LIMIT:.0f} ms for 95 in 100" if held else ""
        yield row(told["question"], measured, aim, told["high"] < ANSWER_LIMIT if held else None)


def _tables(title: str, kept: Kept) -> Iterator[str]:
    """What stands below the table of a section."""
    if title == "Growth and memory":
        head = (
            "| pages | events found | processor time | by the clock | most memory | record |\n|---|---|---|---|---|---|"
        )
        made = [
            f"| {r['documents']:,} | {r['events']:,} | {r['seconds']:.0f} s | {r['clock']:.0f} s | {r['peak']:.0f} MB |"
            f" {r['record']:,.0f} MB |"
            for r in kept["growth"]["runs"]
        ]
        yield "\n".join((head, *made))
    if title == "Questions":
        held = kept["questions"]
        yield f"The record holds {held['events']:,} events of {held['documents']:,} documents: {held['size']:,.0f} MB."


def _pictures(title: str, kept: Kept) -> Iterator[str]:
    names = {
        "Reading": ("Ratios, with their limits", "performance-ratios.svg"),
        "Start": ("Seconds to start and end, with their limits", "performance-start.svg"),
        "Growth and memory": ("Memory over the run", "performance-memory.svg"),
        "Questions": ("Milliseconds at the 95th percentile", "performance-questions.svg"),
    }
    label, name = names[title]
    yield f"![{label}](_static/{name})"


def _charts(kept: Kept) -> None:
    ratios = []
    if parse := kept.get("parse"):
        ratios.append(Bar("reading / bare parse (at most)", parse["ratio"], f"{parse['ratio']:.2f}", PARSE_LIMIT))
    if mix := kept.get("mix"):
        times = mix["times_parse"]
        ratios.append(Bar("5 % mix / parsing all (at least)", times, f"{times:.1f}", MIX_LIMIT))
    if diplomatic := kept.get("diplomatic"):
        times = diplomatic["times_pipeline"]
        ratios.append(Bar("diplomatic / pipeline (at least)", times, f"{times:.1f}", PIPELINE_LIMIT))
    runs = kept.get("growth", {}).get("runs", ())
    for told in runs[1:]:
        over = told["over_linear"]
        ratios.append(Bar(f"growth to {told['documents']:,} (at most)", over, f"{over:.2f}", GROWTH_LIMIT))
    _put("ratios", bars("Ratios, with their limits", ratios) if ratios else None)
    starts = kept.get("start", {}).get("starts", ())
    made = [Bar(s["command"], s["seconds"], f"{s['seconds']:.2f} s", s["limit"]) for s in starts]
    _put("start", bars("Seconds to start and end", made) if made else None)
    drawn = [Line(f"{r['documents']:,} pages", r["memory"]) for r in runs]
    _put("memory", lines("Most memory of one process, MB, over the run", drawn) if drawn else None)
    answers = [
        Bar(q["question"], q["high"], f"{q['high']:.0f} ms", None if any(w in q["question"] for w in NOT_HELD) else 100)
        for q in kept.get("questions", {}).get("asked", ())
    ]
    _put("questions", bars("Questions on a million events, 95th percentile", answers) if answers else None)


def _put(name: str, picture: str | None) -> None:
    if picture is not None:
        (STATIC / f"performance-{name}.svg").write_text(picture, encoding="utf-8")
