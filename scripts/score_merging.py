"""Score merging on documents known to report the same event.

    python scripts/score_merging.py INDEX.jsonl READINGS [--all] [--errors]

INDEX holds one object a line with `id` and `cluster` (null for none). READINGS is a folder of reference answers (one
JSON a document) or a JSON Lines file as `memcon read --jsonl` writes it. With `--all`, documents without a cluster
count as clusters of their own.
"""

import argparse
import json
from pathlib import Path

import msgspec

from memcon.evaluation.clusters import score
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


def main() -> None:
    """Read, merge, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--errors", action="store_true")
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
    scores = score(entries, clusters)
    print(f"{len(readings)} documents, {sum(len(r.events) for r in readings)} reports, {len(entries)} entries")
    print(
        f"precision {scores.precision:.3f}  recall {scores.recall:.3f} ({scores.found} of {scores.pairs} pairs)"
        f"  B-cubed F1 {scores.b_cubed:.3f}"
    )
    if options.errors:
        for left, right, entry in scores.wrong:
            print("wrong ", left, right, entry)
        for left, right in scores.missed:
            print("missed", left, right)


if __name__ == "__main__":
    main()
