"""`memcon evaluate` stands with the evaluation itself."""

from memcon.evaluation.command import evaluate as command

__all__ = ["command"]
