"""The command line: `memcon COMMAND`. Each command is a module of `commands`, loaded when it is called."""

from memcon.cli.group import main

__all__ = ["main"]
