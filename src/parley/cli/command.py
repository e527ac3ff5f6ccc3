"""What every command shares: --db and -v, one sentence for an error, exit codes, silence on a closed pipe."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from parley.cli.taking_in import told_of_taking_in
from parley.errors import ParleyError

__all__ = ["INTERRUPTED", "MISMATCH", "SKIPPED", "ParleyCommand", "ParleyGroup", "PlainCommand"]

SKIPPED = 3
"""Exit code: finished, but some inputs were skipped."""
MISMATCH = 4
"""Exit code: a check found something."""
INTERRUPTED = 130
"""Exit code: ended by Ctrl-C."""
_CLOSED_PIPE = 141  # what a shell reports of a program that wrote to a closed pipe

_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
_VERBOSITY = "parley.verbosity"
T = TypeVar("T")


def _set_verbosity(ctx: click.Context, param: click.Parameter, value: int) -> None:
    if value:
        ctx.meta[_VERBOSITY] = value
        logging.basicConfig(level=_LEVELS[min(value, 2)], stream=sys.stderr, force=True)


def _verbose_option() -> click.Option:
    return click.Option(
        ["-v", "--verbose"],
        count=True,
        expose_value=False,
        is_eager=True,
        callback=_set_verbosity,
        help="Say more on standard error; -vv shows where an error came from.",
    )


class PlainCommand(click.Command):
    """A command with -v, about no database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As `click.Command`."""
        super().__init__(*args, **kwargs)
        self.params.append(_verbose_option())


class ParleyCommand(PlainCommand):
    """A command with --db and -v."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As `click.Command`."""
        super().__init__(*args, **kwargs)
        database = click.Option(
            ["--db"],
            metavar="FILE",
            type=click.Path(dir_okay=False),
            help="The database; otherwise PARLEY_DB, or talks.parley here or in a folder above.",
        )
        self.params.insert(-1, database)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where much is to be derived first, it says so."""
        with told_of_taking_in():
            return super().invoke(ctx)


class ParleyGroup(click.Group):
    """A group of commands; the outermost one answers for errors and interruptions."""

    command_class = ParleyCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As `click.Group`."""
        super().__init__(*args, **kwargs)
        self.params.append(_verbose_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order they were added, which is that of the work."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong on purpose becomes one sentence."""
        if ctx.parent is not None:
            return super().invoke(ctx)
        return _guarded(ctx, lambda: click.Group.invoke(self, ctx))


def _guarded(ctx: click.Context, work: Callable[[], T]) -> T:
    try:
        result = work()
        sys.stdout.flush()
        return result
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        click.echo("Interrupted; nothing that is recorded was lost.", err=True)
        ctx.exit(INTERRUPTED)
    except BrokenPipeError:
        _discard_output()
        ctx.exit(_CLOSED_PIPE)
    except Exception as error:
        if ctx.meta.get(_VERBOSITY, 0) > 1:
            raise
        raise click.ClickException(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, ParleyError):
        return str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return (
            f"'{error.filename}' cannot be read or written ({error.strerror}); check the path, the rights and the disk"
        )
    if isinstance(error, OSError) and error.strerror:
        return f"the system refused to read or write ({error.strerror}); check the rights and the disk"
    kind = type(error).__name__
    return f"the program itself went wrong ({kind}: {error}); run the same with -vv to see where, and report it"


def _discard_output() -> None:
    """Let Python close standard output without a complaint that nobody reads it."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 (it lives as long as the program)
