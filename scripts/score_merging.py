"""Score merging on documents known to report the same event.

    python scripts/score_merging.py INDEX.jsonl READINGS [--all] [--errors] [--also PAIRS] [--halves]

INDEX holds one object a line with `id` and `cluster` (null for none). READINGS is a folder of reference answers (one
JSON a document) or a JSON Lines file as `memcon read --jsonl` writes it. With `--all`, documents without a cluster
count as clusters of their own. PAIRS lists pairs of documents, two ids a line, that were read and found to tell of one
event though their clusters differ: with `--also` they are not counted as false. `--halves` scores two halves of the
clusters apart, by whether their number in the alphabet is odd or even.
"""

import argparse
import json
from pathlib import Path

import msgspec

from memcon.evaluation.clusters import Scores, score
from memcon.merging import merge
from memcon.model import Reading


def _readings(source: Path) -> list[Reading]:
    if source.is_dir():
        raw = [json.loads(p.read_text("utf-8")) for p in sorted(source.glob("*.json"))]
    else:
        raw = [json.loads(line) for line in source.read_text("utf-8").splitlines() if line.strip()]
    for answer in raw:
        answer["translation_differences"] = []
        kinds = ("mechanisms", "commitments", "events", "naming")
        for item in (i for kind in kinds for i in answer.get(kind, ())):
            item.setdefault("evidence", item.get("written", ""))
            if "|" in (item.get("status") or ""):
                item["status"] = item["status"].split("|")[0]
            for p in item.get("participants", ()):
                p["name"] = p.get("name")
    return [msgspec.convert(answer, Reading) for answer in raw]


def _pairs(file: Path) -> set[tuple[str, ...]]:
    lines = (line.split() for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {tuple(sorted(words)) for words in lines if words}


def _told(scores: Scores, known: set[tuple[str, ...]]) -> Scores:
    """Print the figures on one line."""
    print(
        f"precision {scores.precision:.3f}  recall {scores.recall:.3f} ({scores.found} of {scores.pairs} pairs)"
        f"  B-cubed F1 {scores.b_cubed:.3f}",
        end="",
    )
    if known:
        wrong = {w[:2] for w in scores.wrong}
        right = scores.found + len(wrong & known)
        print(f"  precision of what was read: {right / max(1, scores.found + len(wrong)):.3f}", end="")
    print()
    return scores


def main() -> None:
    """Read, merge, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--also", type=Path)
    parser.add_argument("--halves", action="store_true")
    options = parser.parse_args()
    readings = _readings(options.readings)
    read = {r.id for r in readings}
    rows = [json.loads(line) for line in options.index.read_text("utf-8").splitlines() if line.strip()]
    clusters = {
        row["id"]: row.get("cluster") or f"alone:{row['id']}"
        for row in rows
        if row["id"] in read and (row.get("cluster") or options.all)
    }
    entries = merge(readings)
    print(f"{len(readings)} documents, {sum(len(r.events) for r in readings)} reports, {len(entries)} entries")
    known = _pairs(options.also) if options.also else set()
    scores = _told(score(entries, clusters), known)
    if options.halves:
        names = sorted(set(clusters.values()))
        for half in (names[::2], names[1::2]):
            chosen = set(half)
            _told(score(entries, {d: c for d, c in clusters.items() if c in chosen}), known)
    if options.errors:
        for left, right, entry in scores.wrong:
            print("wrong ", left, right, entry)
        for left, right in scores.missed:
            print("missed", left, right)


if __name__ == "__main__":
    main()
