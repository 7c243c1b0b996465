"""Numbers by which data sets of international relations know states.

`cow`: Correlates of War, State System Membership v2016. `gw`: Gleditsch and Ward 1999, "A Revised List of Independent
States since the Congress of Vienna", with their list of microstates. Both are given as of today's states; territories,
organisations and states in neither list have none.
"""

import csv
import functools
from importlib import resources
from typing import NamedTuple


class Numbers(NamedTuple):
    """The two numbers of a state, as text; empty where a list has none."""

    cow: str
    gw: str


_NONE = Numbers("", "")


def numbers(code: str) -> Numbers:
    """The numbers of a party by its code."""
    return _table().get(code, _NONE)


@functools.cache
def _table() -> dict[str, Numbers]:
    with resources.files("memcon.export").joinpath("tables/state_codes.csv").open(encoding="utf-8") as file:
        return {row["iso3"]: Numbers(row["cow"], row["gw"]) for row in csv.DictReader(file)}
