"""GEXF 1.3 (Gephi): the network of parties, undirected, weighted by the number of events."""

from collections.abc import Iterable

from memcon.export.format import Format
from memcon.export.network import ATTRIBUTES, network
from memcon.export.xmltext import attribute
from memcon.merging import Entry

_TYPES = {"int": "integer", "string": "string"}


def graph(entries: Iterable[Entry]) -> str:
    """The network; edges carry contacts, breaks, acts, first and last day."""
    nodes, edges = network(entries)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        "<meta><creator>memcon</creator></meta>",
        '<graph defaultedgetype="undirected" mode="static">',
        '<attributes class="edge" mode="static">',
        *(f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>' for name, kind in ATTRIBUTES),
        "</attributes>",
        "<nodes>",
        *(f"<node id={attribute(code)} label={attribute(name)}/>" for code, name in nodes),
        "</nodes>",
        "<edges>",
    ]
    for number, e in enumerate(edges):
        values = "".join(
            f'<attvalue for="{name}" value={attribute(value)}/>'
            for name, _ in ATTRIBUTES
            if (value := getattr(e, name)) != ""
        )
        lines.append(
            f'<edge id="{number}" source={attribute(e.a)} target={attribute(e.b)} weight="{e.weight}">'
            f"<attvalues>{values}</attvalues></edge>"
        )
    return "\n".join([*lines, "</edges>", "</graph>", "</gexf>", ""])


FORMAT = Format("gexf", "the network of parties, for Gephi", lambda s: graph(s.entries))
