"""The list of commands, and how their faults end: 0 done, 1 some documents or answers failed, 2 wrong use."""

import difflib
import importlib
import os
import sys
from typing import Any

import click

from memcon.errors import either

# Name, where the command stands, one line of help. Listed here so that `memcon --help` loads no command.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("commands.demo", "Read the sample documents and show what memcon makes of them."),
    "read": ("commands.read", "Read documents into the record, or to JSON Lines."),
    "watch": ("commands.watch", "Read what comes into a folder, until stopped."),
    "timeline": ("commands.timeline", "What happened, in order: everywhere, of one party, between two."),
    "why": ("commands.why", "Every field of an entry with its quotes and sources."),
    "show": ("commands.show", "A document with what was read from it marked."),
    "dossier": ("commands.dossier", "All about two parties: last contacts, silence, refusals, promises, claims."),
    "silences": ("commands.silences", "Who has fallen silent, against their own habit."),
    "compare": ("commands.compare", "The two sides' accounts of one event, side by side."),
    "commitments": ("commands.commitments", "What was promised, by whom, to whom, due when."),
    "mechanisms": ("commands.mechanisms", "Dialogues and agreements: last round, next due, overdue, suspended."),
    "official": ("commands.official", "An official's offices over time, and contacts in them."),
    "who": ("commands.who", "Who held an office on a date."),
    "claims": ("commands.claims", "Claims about the record, checked against it."),
    "search": ("commands.search", "Documents with some words, in any script."),
    "changes": ("commands.changes", "What changed in the record since a time."),
    "export": ("commands.export", "Write the record in the formats of other tools."),
    "decide": ("commands.decide", "Correct the record: merge, split, amend, reject, confirm, undo."),
    "decisions": ("commands.decisions", "What analysts decided."),
    "rebuild": ("commands.rebuild", "Make every entry anew from what was read and decided."),
    "serve": ("commands.serve", "Pages and HTTP API over the record, on this machine."),
    "evaluate": ("commands.evaluate", "Score readings against reference answers."),
}


class Commands(click.Group):
    """Commands by name, loaded when called; an unknown name is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"memcon.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, "command")  # noqa: B009
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with near matches for an unknown name."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], list(COMMANDS), n=2, cutoff=0.5)
            hint = f" Did you mean {either(near)}?" if near else " See memcon --help."
            raise click.UsageError(f"There is no command {args[0]}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: memcon demo",
)
@click.version_option(package_name="memcon", message="memcon %(version)s")
def commands() -> None:
    """Reads news and official readouts of diplomacy and keeps one sourced record of who met whom, when, and what was
    said and promised.
    """


def main(args: list[str] | None = None, **extra: Any) -> None:
    """Run the command line; ends the process."""
    from memcon.errors import MemconError

    try:
        code = commands.main(args=args, prog_name="memcon", standalone_mode=False, **extra)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except MemconError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`memcon timeline | head`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a full disk behind standard output, a folder that has gone
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {place}{error.strerror or error}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would fail again
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
