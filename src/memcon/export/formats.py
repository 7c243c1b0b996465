"""The formats, in the order they are listed."""

import difflib

from memcon.errors import NotInRecord, either
from memcon.export import (
    annotations,
    atom,
    cameo,
    csl,
    csvtable,
    datasette,
    dyads,
    ftm,
    geojson,
    gexf,
    graphml,
    ical,
    jsonfeed,
    jsonlines,
    markdown,
    parquet,
    plover,
    xlsx,
)
from memcon.export.format import Format

FORMATS: list[Format] = [
    csvtable.FORMAT,
    xlsx.FORMAT,
    jsonlines.FORMAT,
    parquet.FORMAT,
    dyads.FORMAT,
    plover.FORMAT,
    cameo.FORMAT,
    ftm.FORMAT,
    annotations.FORMAT,
    ical.FORMAT,
    atom.FORMAT,
    jsonfeed.FORMAT,
    geojson.FORMAT,
    gexf.FORMAT,
    graphml.FORMAT,
    csl.FORMAT,
    markdown.FORMAT,
    datasette.FORMAT,
]


def named(asked: str) -> Format:
    """The format of that name. Raises NotInRecord with near matches where there is none."""
    held = {f.name: f for f in FORMATS}
    name = asked.strip().lower()
    if name in held:
        return held[name]
    near = difflib.get_close_matches(name, list(held), n=2, cutoff=0.5)
    hint = f"Did you mean {either(near)}?" if near else f"The formats: {', '.join(held)}."
    raise NotInRecord(f"There is no format {asked}. {hint}")
