"""Reference answers, readings and texts as they come from files, in the one shape that is scored.

An answer is what a careful reader wrote down for one document; a reading is what memcon read from it. Both are decoded
into `Answer`, which holds only the fields that count. In answers a status may name two that are both right
(`occurred|planned`), and `complete` says that every statement and commitment is listed.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from memcon.errors import EvaluationError
from memcon.model import Amount, Participant, Place, Reading


class EventAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An event as answered or read. `optional` events count neither way."""

    type: str = ""
    status: str | None = None
    participants: tuple[Participant, ...] | None = ()
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    place: Place | str | None = None
    evidence: str | None = None
    optional: bool = False
    confidence: float | None = None


class StatementAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Who said it, for which party, and the words."""

    speaker: str | None = None
    party: str | None = None
    evidence: str | None = None


class CommitmentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Which party undertook it, the sum if any, and the words."""

    by: str | None = None
    amount: Amount | None = None
    evidence: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """All that counts of one document."""

    id: str
    complete: bool = False
    document_date: str | None = None
    languages: tuple[str, ...] | None = ()
    outlet: str | None = None
    events: tuple[EventAnswer, ...] | None = ()
    statements: tuple[StatementAnswer, ...] | None = ()
    commitments: tuple[CommitmentAnswer, ...] | None = ()


def answer_of(reading: Reading) -> Answer:
    """What counts of a reading."""
    return msgspec.convert(reading, Answer, from_attributes=True)


def load_answers(folder: Path) -> dict[str, Answer]:
    """The reference answers of a folder (`ID.json` each), by id. Raises EvaluationError."""
    decoder = msgspec.json.Decoder(Answer)
    answers: dict[str, Answer] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            answer = decoder.decode(path.read_bytes())
        except (OSError, msgspec.DecodeError) as error:
            raise EvaluationError(f"{path}: {error}") from error
        answers[answer.id] = answer
    if not answers:
        raise EvaluationError(f"{folder} holds no reference answers (ID.json)")
    return answers


def load_readings(path: Path) -> dict[str, Answer]:
    """Readings from JSON Lines, by id. Raises EvaluationError naming the line at fault."""
    decoder = msgspec.json.Decoder(Answer)
    readings: dict[str, Answer] = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            reading = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise EvaluationError(f"{path}, line {number}: {error}") from error
        readings[reading.id] = reading
    return readings


def load_texts(folder: Path, ids: Iterable[str]) -> dict[str, str]:
    """The texts (`ID.txt` each), by id. Raises EvaluationError naming those that are not there."""
    wanted = sorted(ids)
    missing = [name for name in wanted if not (folder / f"{name}.txt").is_file()]
    if missing:
        named = ", ".join(missing[:5]) + (" and more" if len(missing) > 5 else "")
        raise EvaluationError(f"{folder} holds no text for {named}")
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8") for name in wanted}
