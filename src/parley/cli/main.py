"""The command `parley`."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version

import click

from parley.cli.across import changes, disagreements, sources, trace
from parley.cli.actors import actors
from parley.cli.add import add
from parley.cli.board import board
from parley.cli.check import check
from parley.cli.coders import coders
from parley.cli.command import INTERRUPTED, ParleyGroup
from parley.cli.decide import decide
from parley.cli.decisions import decisions
from parley.cli.diff import diff
from parley.cli.doctor import doctor
from parley.cli.export import export
from parley.cli.figures import figures
from parley.cli.imports import imports
from parley.cli.ls import ls
from parley.cli.pack import pack
from parley.cli.publish import publish
from parley.cli.reference import reference
from parley.cli.report import report
from parley.cli.review import review
from parley.cli.search import search, unread
from parley.cli.serve import serve
from parley.cli.show import explain, show
from parley.cli.stories import copies, stories
from parley.cli.talks import proposals, talks
from parley.cli.timeline import timeline

__all__ = ["main", "parley"]

_EPILOG = """\b
Exit codes: 0 all is well, 1 an error, 2 wrong use, 3 finished but some inputs
were skipped, 4 a check found something, 130 interrupted.
"""


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        try:
            found = version("parley-record")
        except PackageNotFoundError:
            found = "of a source folder, not installed"
        click.echo(f"parley {found}")
        ctx.exit()


@click.group(cls=ParleyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Say which version."
)
def parley() -> None:
    """Read news reports about talks and keep a sourced record of them.

    Who offered, demanded, accepted or refused what, on which terms, on whose word, and where it stands.
    """


for command in (
    add,
    imports,
    board,
    timeline,
    figures,
    stories,
    talks,
    proposals,
    actors,
    copies,
    changes,
    disagreements,
    sources,
    trace,
    ls,
    show,
    report,
    explain,
    unread,
    search,
    review,
    decide,
    decisions,
    coders,
    diff,
    serve,
    check,
    export,
    publish,
    pack,
    doctor,
    reference,
):
    parley.add_command(command)


def main() -> None:
    """Run the command line."""
    try:
        parley(prog_name="parley")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
