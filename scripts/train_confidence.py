"""Train the confidence of events: logistic regression over what the rules saw, with cross-validation by document.

    python scripts/train_confidence.py ANSWERS --texts DIR [--write]

ANSWERS holds one <id>.json a document, DIR the texts. Prints precision, recall and F1 by threshold and a reliability
table, all from documents that the fold's weights did not see; with --write the weights of all documents go to
`confidence.json`. Deterministic: folds by the hash of the document's id, full-batch gradient descent from zero.
"""

import argparse
import hashlib
import json
import math
import pathlib

import msgspec

from memcon import knowledge
from memcon.evaluation.answers import EventAnswer, load_answers, load_texts
from memcon.evaluation.matching import pair_events
from memcon.model import Document
from memcon.reading import confidence, dating, english, episodes, gate, passages
from memcon.reading.english import events

FOLDS, ROUNDS, STEP, RIDGE = 10, 400, 0.5, 0.02
SEEN = 20  # a rarer feature tells more of its few documents than of documents to come
TARGET = pathlib.Path(confidence.__file__).with_name("confidence.json")


Row = tuple[str, dict[str, float], bool]


def examples(answers: pathlib.Path, texts: pathlib.Path) -> list[Row]:
    """(document, features, whether an answer agrees) for every event the rules see; `optional` answers are left out."""
    tables = knowledge.load()
    known = load_answers(answers)
    written = load_texts(texts, known)
    rows: list[Row] = []
    for name, answer in sorted(known.items()):
        page = passages.cut(Document(id=name, text=written[name]))
        indices = tuple(i for i in gate.relevant(page, tables) if page.passages[i].language == "en")
        if not indices:
            continue
        stated = dating.stated(page)
        analysis = english.analyse(page, indices, tables, stated[0] if stated else None)
        found = events.gathered(analysis, tables, english.statements.spoken(analysis, tables))
        entries = [msgspec.convert(msgspec.to_builtins(episodes.event(c, 1.0)), EventAnswer) for c in found]
        wanted = answer.events
        agreed = {j: i for i, j in pair_events(page.text, wanted, entries)}
        for j, c in enumerate(found):
            if j not in agreed or not wanted[agreed[j]].optional:
                rows.append((name, confidence.features(c), j in agreed))
    return rows


def train(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights by feature name; features seen in fewer than `SEEN` rows get none."""
    counts: dict[str, int] = {}
    for found, _ in rows:
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    weights = {name: 0.0 for name, n in sorted(counts.items()) if n >= SEEN} | {"bias": 0.0}
    items = [([(k, v) for k, v in sorted(f.items()) if k in weights and v], float(y)) for f, y in rows]
    for _ in range(ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for found, y in items:
            z = weights["bias"] + sum(weights[k] * v for k, v in found)
            error = 1.0 / (1.0 + math.exp(-z)) - y
            slope["bias"] += error
            for k, v in found:
                slope[k] += error * v
        for k in weights:
            ridge = 0.0 if k == "bias" else RIDGE * weights[k] * 5
            weights[k] -= STEP * (10 * slope[k] / len(items) + ridge) / 5
    return weights


def probability(weights: dict[str, float], found: dict[str, float]) -> float:
    """The score of one event under the given weights."""
    z = weights["bias"] + sum(weights.get(k, 0.0) * v for k, v in found.items())
    return 1.0 / (1.0 + math.exp(-z))


def main() -> None:
    """Cross-validate, report, and write on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = examples(options.answers, options.texts)
    fold = {d: int(hashlib.sha256(d.encode()).hexdigest(), 16) % FOLDS for d, _, _ in rows}
    seen: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        weights = train([(f, y) for d, f, y in rows if fold[d] != k])
        seen.extend((probability(weights, f), y) for d, f, y in rows if fold[d] == k)
    right = sum(y for _, y in seen)
    print(f"{len(seen)} events seen by the rules, {right} in the answers")
    for cut in (0.0, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8):
        kept = [y for p, y in seen if p >= cut]
        print(
            f"cut {cut:.2f}  kept {len(kept):4d}  "
            f"precision {sum(kept) / max(1, len(kept)):.3f}  of those seen {sum(kept) / right:.3f}"
        )
    print("confidence  events  in the answers")
    for low in range(0, 10):
        part = [(p, y) for p, y in seen if low / 10 <= p < (low + 1) / 10]
        if part:
            print(
                f"{low / 10:.1f}-{(low + 1) / 10:.1f}     {len(part):4d}    {sum(y for _, y in part) / len(part):.2f}"
            )
    if options.write:
        final = {k: round(v, 4) for k, v in sorted(train([(f, y) for _, f, y in rows]).items())}
        TARGET.write_text(json.dumps({"trained_on": len(rows), "weights": final}, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
