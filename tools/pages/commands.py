"""The command reference: every command's own help, so that the page cannot say anything else."""

from collections.abc import Iterator

import click

from memcon.cli.group import commands as program

INTRODUCTION = """\
# Commands

Each command's own help, as `memcon COMMAND --help` prints it; this page is generated from it (`make generate`).

Data go to standard output, messages to standard error. The exit status is 0; 1 when some documents could not be read
or nothing was found; 2 for wrong use.
"""


def commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it, the program itself first."""
    yield from _below(("memcon",), program)


def _below(words: tuple[str, ...], command: click.Command) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=words[-1])
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from _below((*words, name), child)


def help_text(words: tuple[str, ...], command: click.Command) -> str:
    """What `--help` prints, 100 columns wide."""
    context = click.Context(command, info_name=" ".join(words), max_content_width=100, terminal_width=100)
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def page() -> str:
    """The page in MyST Markdown."""
    blocks = [INTRODUCTION.rstrip()]
    for words, command in commands():
        blocks += [f"## `{' '.join(words)}`", f"```text\n{help_text(words, command)}\n```"]
    return "\n\n".join(blocks) + "\n"
