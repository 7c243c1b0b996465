"""Networks, references and annotations, opened by readers that are not ours where they are installed."""

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from memcon.export import annotations, csl, gexf, graphml
from memcon.merging import merge
from memcon.model import Document, Event, Evidence
from tests.merging.factory import event, reading

Written = Callable[..., bytes]


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_networks_open(name: str, written: Written) -> None:
    made = written(name)
    ET.fromstring(made)
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    if name == "gexf":
        graph = networkx.read_gexf(io.BytesIO(made), version="1.3")
    else:
        graph = networkx.read_graphml(io.BytesIO(made))
    assert graph.nodes["CHN"]["label"] == "China"
    edge = graph.edges["CHN", "USA"]
    assert (edge["contacts"], edge["breaks"], edge["acts"], edge["weight"]) == (3, 1, 1, 5)
    assert (edge["first"], edge["last"]) == ("2018-09-20", "2024-04-16")


@pytest.mark.parametrize("graph", [gexf.graph, graphml.graph])
def test_what_did_not_occur_makes_no_edge(graph: Callable[..., str]) -> None:
    made = graph(merge([reading("d", event("visit", "FRA", "DEU", date="2024-02-01", status="planned"))]))
    assert "FRA" not in made


@pytest.mark.parametrize(
    ("document", "date", "kind", "issued"),
    [
        (Document(id="a", text="", outlet="AFP"), "2024-05-01", "article-newspaper", {"date-parts": [[2024, 5, 1]]}),
        (Document(id="a", text="", url="https://example.org"), "2024-05~", "webpage",
         {"date-parts": [[2024, 5]], "circa": True}),
        (Document(id="a", text="", date="2023"), "2024", "document", {"date-parts": [[2023]]}),
        (Document(id="a", text=""), "2024-05-01/2024-05-03", "document", {"date-parts": [[2024, 5, 1], [2024, 5, 3]]}),
        (Document(id="a", text=""), None, "document", None),
    ],
)  # fmt: skip
def test_references(document: Document, date: str | None, kind: str, issued: object) -> None:
    (item,) = json.loads(csl.references([(document, reading("a", date=date))]))
    assert (item["id"], item["type"], item.get("issued")) == ("a", kind, issued)


def test_annotations_stand_where_they_say() -> None:
    text = "PARIS – The French and German ministers met in Weimar. They spoke of trade."
    quotes = tuple(
        Evidence(field=field, quote=q, start=text.index(q), end=text.index(q) + len(q), rule="meet")
        for field, q in (("event", "The French and German ministers met in Weimar."), ("place", "Weimar"))
    )
    met = event("meeting", "FRA", "DEU", date="2024-02-01", evidence=quotes[0].quote)
    met = Event(**{f: getattr(met, f) for f in met.__struct_fields__} | {"quotes": quotes})
    made = json.loads(annotations.page([(Document(id="näch ste", text=text), reading("näch ste", met))]))
    assert made["type"] == "AnnotationPage"
    assert made["@context"] == annotations.CONTEXT
    assert [a["body"][0]["value"] for a in made["items"]] == ["events/0/event", "events/0/place"]
    assert len({a["id"] for a in made["items"]}) == 2
    for item in made["items"]:
        words, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert item["target"]["source"] == "urn:memcon:document:n%C3%A4ch%20ste"
