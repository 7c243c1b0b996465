"""Imperfect readings made from reference answers: every kind of fault a reader has, at random but seeded."""

import json
import random
from pathlib import Path
from typing import Any

TYPES = ["meeting", "visit", "phone_call", "contact_refused", "contact_suspended", "sanction", "summit", "unheard_of"]


def answers(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def readings(answers: list[dict[str, Any]], seed: int = 1) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    return [_spoilt(json.loads(json.dumps(answer)), chance) for answer in answers if chance.random() > 0.03]


def write(path: Path, readings: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in readings), encoding="utf-8")
    return path


def _spoilt(reading: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.2:
        reading["document_date"] = chance.choice([None, "2024", "2024-09-10", "2023-05~"])
    events = [_spoilt_event(e, chance) for e in reading.get("events") or [] if chance.random() > 0.2]
    if events and chance.random() < 0.3:
        events.append(dict(chance.choice(events)))
    if not events and chance.random() < 0.3:
        events.append({"type": "meeting", "participants": [{"name": "Xi Jinping", "role": None, "party": "CHN"}]})
    chance.shuffle(events)
    reading["events"] = events
    for part in ("statements", "commitments"):
        kept = [e for e in reading.get(part) or [] if chance.random() > 0.3]
        for entry in kept:
            if chance.random() < 0.3:
                entry["evidence"] = entry["evidence"][len(entry["evidence"]) // 3 :]
            if chance.random() < 0.2:
                entry["party"] = entry["by"] = "USA|CHN"
            if entry.get("amount") and chance.random() < 0.5:
                entry["amount"] = {"value": entry["amount"]["value"] * chance.choice([1.001, 2]), "currency": "USD"}
        reading[part] = kept
    return reading


def _spoilt_event(event: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    event.pop("optional", None)
    event["status"] = (event.get("status") or "occurred").split("|")[-1]
    if chance.random() < 0.2:
        event["type"] = chance.choice(TYPES)
    if chance.random() < 0.2:
        event["date"] = chance.choice([None, "2024-09-10", "2024", "2017-05/2017-06", "2022-03~", "201X"])
    if chance.random() < 0.2 and event.get("participants"):
        event["participants"].pop(chance.randrange(len(event["participants"])))
    if chance.random() < 0.2 and event.get("participants"):
        event["participants"].append({"name": "Antony J. Blinken", "role": None, "party": "USA"})
    if chance.random() < 0.2:
        event["place"] = chance.choice([None, {"name": "Pekin", "country": "CHN"}, {"name": None, "country": "USA"}])
    if chance.random() < 0.2:
        event["status"] = chance.choice(["planned", "cancelled"])
    if chance.random() < 0.3:
        quote = event["evidence"]
        event["evidence"] = chance.choice([quote[: len(quote) // 2], quote.upper(), quote.split()[0], ""])
    event["confidence"] = round(chance.random(), 3)
    return event
