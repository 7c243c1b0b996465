"""GraphML: the network of parties, undirected, weighted by the number of events."""

from collections.abc import Iterable

from memcon.export.format import Format
from memcon.export.network import ATTRIBUTES, network
from memcon.export.xmltext import attribute, text
from memcon.merging import Entry


def graph(entries: Iterable[Entry]) -> str:
    """The network; edges carry weight, contacts, breaks, acts, first and last day."""
    nodes, edges = network(entries)
    attributes = (("weight", "int"), *ATTRIBUTES)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '<key id="label" for="node" attr.name="label" attr.type="string"/>',
        *(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>' for name, kind in attributes),
        '<graph id="memcon" edgedefault="undirected">',
        *(f'<node id={attribute(code)}><data key="label">{text(name)}</data></node>' for code, name in nodes),
    ]
    for e in edges:
        values = "".join(
            f'<data key="{name}">{text(str(value))}</data>'
            for name, _ in attributes
            if (value := getattr(e, name)) != ""
        )
        lines.append(f"<edge source={attribute(e.a)} target={attribute(e.b)}>{values}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


FORMAT = Format("graphml", "the network of parties, for tools of network analysis", lambda s: graph(s.entries))
