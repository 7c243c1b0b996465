"""Measures speed, memory and growth, and writes docs/performance.md with its charts: `make bench`.

    python -m benchmarks [PART ...]     parse, mix, diplomatic, start, growth, questions; all without any
    python -m benchmarks --page         write the page anew from what was measured before

What a part measures is kept in `benchmarks/measured.json` with its day and machine, so that parts can be measured one
by one; the page is made from all that is kept there.
"""

import argparse
import json
import platform
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import page
from benchmarks.timing import idle

KEPT = Path(__file__).parent / "measured.json"
SIZES = [1_000, 10_000, 100_000]


def _parse() -> dict[str, Any]:
    from benchmarks import reading

    cost = reading.over_the_parse()
    return asdict(cost) | {"ratio": cost.ratio}


def _on_a_mix(diplomatic: float, count: int) -> dict[str, Any]:
    from benchmarks import reading

    mix = reading.on_a_mix(diplomatic, count=count)
    return asdict(mix) | {"times_parse": mix.times_parse, "times_pipeline": mix.times_pipeline}


def _start() -> dict[str, Any]:
    from benchmarks import startup

    return {"starts": [asdict(s) for s in startup.starts()]}


def _growth() -> dict[str, Any]:
    from benchmarks import scale

    start, *runs = scale.measure(SIZES, KEPT.with_name("growth.partial.json"))
    before = [runs[0], *runs]  # each is held against the one before it
    told = [asdict(run) | {"over_linear": scale.over_linear(small, run, start)} for small, run in zip(before, runs)]  # noqa: B905
    KEPT.with_name("growth.partial.json").unlink()
    return {"start": asdict(start), "runs": told}


def _questions() -> dict[str, Any]:
    import os

    from benchmarks import questions

    held = os.environ.get("MEMCON_LARGE_RECORD")
    return asdict(questions.on_a_record(record=Path(held) if held else None))


PARTS: dict[str, Callable[[], dict[str, Any]]] = {
    "parse": _parse,
    "mix": lambda: _on_a_mix(0.05, 600),
    "diplomatic": lambda: _on_a_mix(1.0, 150),
    "start": _start,
    "growth": _growth,
    "questions": _questions,
}


def main() -> None:
    """Measure the parts asked for, keep what was measured, and write the page from all that is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--page", action="store_true", help="Measure nothing; write the page anew.")
    asked = parser.parse_args()
    kept: dict[str, Any] = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    for name in [] if asked.page else asked.parts or list(PARTS):
        quiet = idle()
        told = {"when": date.today().isoformat(), "python": platform.python_version(), "idle": quiet}
        kept[name] = told | PARTS[name]()
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
        print(f"{name} measured", flush=True)
    print("\n".join(page.write(kept)))


if __name__ == "__main__":
    main()
