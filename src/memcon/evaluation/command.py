"""`memcon evaluate`: the figures of a reading against reference answers, and the quality gate."""

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import click

from memcon.errors import MemconError
from memcon.evaluation import floors, gate, report
from memcon.evaluation.answers import load_answers, load_readings, load_texts
from memcon.evaluation.breakdown import By, breakdown
from memcon.evaluation.calibration import calibration
from memcon.evaluation.index import load_index
from memcon.evaluation.misses import misses
from memcon.evaluation.reader import read_texts
from memcon.evaluation.scoring import compare_all, score

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("gold", required=False, type=FOLDER)
@click.option("--texts", type=FOLDER, help="Folder with the text of each answer, ID.txt.")
@click.option("--readings", type=FILE, help="Score these readings (JSON Lines) instead of reading the texts.")
@click.option("--errors", is_flag=True, help="List every entry missed, extra or not fully right.")
@click.option("--cross", type=click.Choice(get_args(By)), help="Break the figures down by this.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--gate", "hold", is_flag=True, help="Compare with the floors file; exit 1 if a figure fell.")
@click.option("--update-floors", is_flag=True, help="Raise the floors to what is reached now.")
@click.option("--lower-floor", is_flag=True, help="With --update-floors: allow a floor to be lowered.")
@click.option(
    "--floors",
    "floors_file",
    type=FILE,
    default=Path("quality/floors.toml"),
    show_default=True,
    help="The floors file; its paths are relative to the folder above its own.",
)
@click.pass_context
def evaluate(
    context: click.Context,
    gold: Path | None,
    texts: Path | None,
    readings: Path | None,
    errors: bool,
    cross: By | None,
    as_json: bool,
    hold: bool,
    update_floors: bool,
    lower_floor: bool,
    floors_file: Path,
) -> None:
    """Score readings against reference answers.

    GOLD is a folder of reference answers, ID.json each. The texts are read with memcon's own reader unless --readings
    names a file of readings.

    \b
    Examples:
      memcon evaluate answers --texts texts
      memcon evaluate answers --texts texts --cross outlet --errors
      memcon evaluate --gate
    """
    try:
        if hold or update_floors:
            context.exit(_hold(floors_file, update_floors, lower_floor))
        if gold is None or texts is None:
            raise click.UsageError("GOLD and --texts are needed, or --gate.")
        _figures(gold, texts, readings, errors, cross, as_json)
    except MemconError as error:
        raise click.ClickException(str(error)) from error


def _figures(
    gold: Path, texts_folder: Path, readings: Path | None, errors: bool, cross: By | None, as_json: bool
) -> None:
    answers = load_answers(gold)
    texts = load_texts(texts_folder, answers)
    read = load_readings(readings) if readings else read_texts(texts)
    comparisons = compare_all(answers, read, texts)
    figures = score(comparisons)
    table = calibration(comparisons)
    missed = [line for comparison in comparisons for line in misses(comparison)] if errors else []
    groups = breakdown(comparisons, cross, load_index(gold)) if cross else {}
    if as_json:
        whole: dict[str, Any] = figures | {"calibration": dataclasses.asdict(table)}
        whole |= {f"by_{cross}": groups} if cross else {}
        whole |= {"errors": missed} if errors else {}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    _print(missed)
    _print(report.summary(figures))
    _print(report.reliability(table), title="\nReliability of confidence")
    if cross:
        _print((report.by_type if cross == "type" else report.by_group)(groups), title=f"\nBy {cross}")


def _print(lines: Iterable[str], title: str | None = None) -> None:
    for number, line in enumerate(lines):
        if title and not number:
            click.echo(title)
        click.echo(line)


def _hold(floors_file: Path, update: bool, lower: bool) -> int:
    """Compare with the floors file, or write it anew; the exit status."""
    corpora = floors.load(floors_file)
    root = floors_file.resolve().parent.parent
    kept: list[floors.Corpus] = []
    failed = False
    for outcome in gate.outcomes(corpora, root, read_texts):
        corpus = outcome.corpus
        if update and outcome.figures is not None:
            corpus = floors.updated(corpus, outcome.figures, outcome.sha256, lower)
            outcome = dataclasses.replace(outcome, corpus=corpus, changed=False)
        kept.append(corpus)
        failed = failed or not outcome.passed
        _print(gate.lines(outcome))
    if update:
        floors.save(floors_file, kept)
    return int(failed)
