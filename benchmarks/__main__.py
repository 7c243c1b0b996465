"""Measures everything and writes docs/performance.md with its charts: `make bench`.

Ratios come first: absolute times differ from machine to machine and with what else runs on it.
"""

import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks import reading, scale, startup
from benchmarks.chart import Bar, bars
from benchmarks.timing import idle

DOCS = Path(__file__).resolve().parent.parent / "docs"
PARSE_LIMIT, MIX_LIMIT, PIPELINE_LIMIT, GROWTH_LIMIT, MEMORY_LIMIT = 1.3, 12.0, 3.0, 1.1, 1200.0

PAGE = """\
# Speed and memory, measured

Written by `make bench` on {when} ({machine}). The corpora are made from templates and the fact tables with a fixed
seed (`benchmarks/`): pages of about 300 words with menus and adverts, of which a stated share speaks of diplomacy. What
is said in them is made up.

| what | measured | aim | |
|---|---|---|---|
{rows}

{charts}

## How to read it

- **Over the bare parse**: the reading of {parsed} diplomatic pages, beside spaCy's own parse of the very same sentences
  by the same model without its recogniser of names ({tokens:,} tokens, {speed:,.0f} a second). memcon runs that model
  itself, keeping what it met before, and comes to the same parse {faster:.1f} times as fast: beside its own parse the
  whole reading takes {over_own:.2f} times. Both figures are of one run.
- **Parsing everything**: spaCy's own parse of every page of a mix with 5 % diplomacy. The gate keeps the rest from it.
- **A plain pipeline**: spaCy's small English model as it comes, with its recogniser of names. It reads no event.
- **Growth**: processor time for {last:,} pages over that for {first:,}, divided by the ratio of their numbers: 1 is
  linear.
- **Start-up** is the median of several starts; the bare interpreter takes {interpreter:.3f} s of it.
- Times are processor times of one core, so that what else runs on the machine does not count. They do not say how fast
  another machine is, nor how the speed changes on texts of another length.

## What costs most beside the parse

Two fifths of a reading are the parse: half of that the parser's own steps, a third the vectors of words. Of the rest
names and titles take the most, then events, statements, dates and commitments; no one function takes a fiftieth. On a
diplomatic page nearly every sentence is parsed: on the real pages of the development set only one character in sixty
stands in a passage without a word of diplomacy, contact or office and without a party. So to be three times as fast as
a pipeline that parses the same words would take leaving out sentences that a reader needs, and that was not done.
"""


def row(name: str, measured: str, aim: str, holds: bool) -> str:
    """A line of the table."""
    return f"| {name} | {measured} | {aim} | {'holds' if holds else 'falls short'} |"


def on_two_cores(per_core: float, diplomatic: float, count: int, aim: int) -> str:
    """Documents a second with two workers by the clock; on a busy machine twice what one core does in its own time."""
    if idle():
        speed = scale.by_workers(diplomatic, count).per_second
        return row("the same, two workers by the clock", f"{speed:.0f} a second", f"at least {aim}", speed >= aim)
    speed = 2 * per_core
    name = "the same, twice the speed of one core in its own time"
    return row(name, f"{speed:.0f} a second", f"at least {aim}", speed >= aim)


def main() -> None:
    """Measure and write."""
    parse = reading.over_the_parse()
    mix = reading.on_a_mix(0.05)
    diplomatic = reading.on_a_mix(1.0, count=150)
    grown = scale.growth()
    starts = startup.starts()
    memory = reading.memory()
    first, last = grown[0], grown[-1]
    over_linear = (last.seconds / first.seconds) / (last.documents / first.documents)
    rows = [
        row("reading over the bare parse", f"{parse.ratio:.2f} times", "at most 1.3", parse.ratio <= PARSE_LIMIT),
        row(
            "a mix with 5 % diplomacy, against parsing everything",
            f"{mix.times_parse:.1f} times as fast",
            "at least 12",
            mix.times_parse >= MIX_LIMIT,
        ),
        on_two_cores(mix.memcon, 0.05, 3000, 500),
        row(
            "diplomatic pages, against a plain pipeline",
            f"{diplomatic.times_pipeline:.1f} times as fast",
            "at least 3",
            diplomatic.times_pipeline >= PIPELINE_LIMIT,
        ),
        on_two_cores(diplomatic.memcon, 1.0, 400, 30),
        *(row(f"`{s.command}`", f"{s.seconds:.2f} s", f"under {s.limit} s", s.seconds < s.limit) for s in starts),
        row(
            f"memory after {memory.documents:,} pages",
            f"{memory.late:.0f} MB ({memory.early:.0f} MB after a tenth)",
            "flat, under 1,200 MB",
            memory.peak < MEMORY_LIMIT and memory.late < memory.early * 1.1,
        ),
        row(
            f"growth from {first.documents:,} to {last.documents:,} pages, read and merged",
            f"{over_linear:.2f} times linear",
            "at most 1.1",
            over_linear <= GROWTH_LIMIT,
        ),
    ]
    write_charts(parse, mix, diplomatic, starts)
    charts = "![Ratios](_static/performance-ratios.svg)\n\n![Start-up](_static/performance-start.svg)"
    page = PAGE.format(
        when=date.today().isoformat(),
        machine=f"Python {platform.python_version()}, {platform.machine()}, two cores",
        rows="\n".join(rows),
        charts=charts,
        parsed=parse.documents,
        tokens=parse.tokens,
        speed=parse.tokens / parse.parse,
        faster=parse.parse / parse.own,
        over_own=parse.over_own,
        first=first.documents,
        last=last.documents,
        interpreter=starts[0].interpreter,
    )
    (DOCS / "performance.md").write_text(page, encoding="utf-8")
    print("\n".join(rows))


def write_charts(
    parse: reading.ParseCost, mix: reading.Mix, diplomatic: reading.Mix, starts: Sequence[startup.Start]
) -> None:
    """The figures that have a limit, as bars."""
    ratios = [
        Bar("reading / bare parse (at most)", parse.ratio, f"{parse.ratio:.2f}", PARSE_LIMIT),
        Bar("5 % mix / parsing all (at least)", mix.times_parse, f"{mix.times_parse:.1f}", MIX_LIMIT),
        Bar("diplomatic / pipeline (at least)", diplomatic.times_pipeline, f"{diplomatic.times_pipeline:.1f}", 3.0),
    ]
    start = [Bar(s.command, s.seconds, f"{s.seconds:.2f} s", s.limit) for s in starts]
    static = DOCS / "_static"
    (static / "performance-ratios.svg").write_text(bars("Ratios, with their limits", ratios), encoding="utf-8")
    (static / "performance-start.svg").write_text(bars("Seconds to start and end", start), encoding="utf-8")


if __name__ == "__main__":
    main()
