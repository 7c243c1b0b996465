"""Many readings in, entries of the record out: pure, independent of order, and explained.

`merge` is the whole of it. `reports`, `closure` and `cluster` are its steps, for a store that adds documents one by
one.
"""

from collections.abc import Iterable

from memcon.merging.choosing import entry_of
from memcon.merging.clustering import Bonds, Cluster, Join, closure, cluster
from memcon.merging.entry import Entry, Link, Reason, Source, Value, as_event
from memcon.merging.linking import link, links
from memcon.merging.report import Report, reports
from memcon.model import Reading

__all__ = [
    "Bonds",
    "Cluster",
    "Entry",
    "Join",
    "Link",
    "Reason",
    "Report",
    "Source",
    "Value",
    "as_event",
    "closure",
    "cluster",
    "entry_of",
    "link",
    "links",
    "merge",
    "reports",
]


def merge(readings: Iterable[Reading], bonds: Bonds | None = None) -> tuple[Entry, ...]:
    """The entries that some readings make together, in order of their ids. `bonds` are what analysts decided."""
    told = [report for reading in readings for report in reports(reading)]
    return tuple(sorted((entry_of(c) for c in cluster(told, bonds)), key=lambda e: e.id))
