"""The values of an amendment as an analyst writes them, as the record takes them: names of parties become codes."""

import difflib
from collections.abc import Mapping
from typing import Any

from memcon.errors import RecordError, either
from memcon.questions.parties import code
from memcon.questions.words import TYPES


def values(given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given for each field: a type by its name, parties and places in words or as the record keeps them.

    Raises RecordError where a value is none of its field, NotInRecord for a party nobody knows. Fields that are not
    named here are left to the record, which checks their shape.
    """
    return {name: _value(name, value) for name, value in given.items()}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "type":
        return _type(value)
    if name in ("initiator", "target") and isinstance(value, str):
        return "|".join(code(part) for part in value.split("|"))
    if name == "place" and isinstance(value, str):
        return _place(value)
    if name == "participants" and isinstance(value, str):
        raise RecordError(
            'participants: give a JSON list of all who took part, such as [{"name": "Wang Yi", "party": "CHN"}]'
        )
    return value


def _type(value: Any) -> str:
    told = str(value).strip().lower().replace("-", "_").replace(" ", "_")
    if told not in TYPES:
        near = difflib.get_close_matches(told, TYPES, n=2, cutoff=0.6)
        hint = f"did you mean {either(near)}?" if near else f"the types are {', '.join(TYPES)}"
        raise RecordError(f"type: there is no type {value}; {hint}")
    return told


def _place(value: str) -> dict[str, str | None]:
    """`Geneva, CHE`, `Geneva, Switzerland`; a city or a country alone is told by the comma: `Geneva,` or `, CHE`."""
    city, comma, country = value.rpartition(",")
    if not comma:
        raise RecordError(
            f'place: give city and country, such as "Geneva, Switzerland", or "{value}," where no country is told'
        )
    return {"name": city.strip() or None, "country": code(country.strip()) if country.strip() else None}
