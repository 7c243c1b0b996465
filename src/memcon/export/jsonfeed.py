"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the entries as a feed, the newest first."""

import json
from collections.abc import Iterable, Mapping

from memcon.export import entrytext
from memcon.export.atom import newest_first
from memcon.export.format import Format
from memcon.merging import Entry


def feed(entries: Iterable[Entry], addresses: Mapping[str, str]) -> str:
    """A feed of the entries, each with the address of its first source where it has one."""
    items = []
    for e, day in newest_first(entries):
        item: dict[str, object] = {"id": entrytext.urn("entry", e.id)}
        if url := entrytext.address(e, addresses):
            item["external_url"] = url
        item["title"] = entrytext.title(e)
        item["content_text"] = entrytext.summary(e)
        item["date_published"] = f"{day}T00:00:00Z"
        item["tags"] = [e.type, *e.parties, *e.topics]
        items.append(item)
    made = {"version": "https://jsonfeed.org/version/1.1", "title": "memcon", "items": items}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


FORMAT = Format("jsonfeed", "the entries as a JSON Feed", lambda s: feed(s.entries, s.addresses))
