"""`parley add`."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from parley.cli.command import INTERRUPTED, SKIPPED, ParleyCommand
from parley.cli.options import packs
from parley.cli.output import note

if TYPE_CHECKING:
    from parley.cli.progress import Shown
    from parley.pipeline import Summary
    from parley.project import Project

__all__ = ["add"]


@click.command(cls=ParleyCommand)
@click.argument("sources", metavar="SRC...", nargs=-1)
@click.option("--outlet", metavar="NAME", help="Who published the reports; goes before what they say.")
@click.option("--published", metavar="DATE", help="When they were published; goes before what they say.")
@click.option("--url", metavar="URL", help="Where they were published; goes before what they say.")
@click.option(
    "--story", metavar="NAME", help="The story the reports belong to; empty for none, whatever a manifest says."
)
@packs
@click.option("--re-extract", "re_extract", is_flag=True, help="Without SRC: read the reports of older runs again.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read reports.")
@click.option("--no-progress", is_flag=True, help="Show no progress, also on a terminal.")
@click.pass_context
def add(
    ctx: click.Context,
    /,
    *,
    sources: tuple[str, ...],
    db: str | None,
    re_extract: bool,
    jobs: int,
    no_progress: bool,
    **about: str | None,
) -> None:
    """Read reports and record what they say.

    SRC is a file (.txt .md .html .jsonl .csv, or a Nexis Uni text export), a folder, or - for standard input. Adding
    the same again changes nothing, so that an interrupted run is resumed by running it again. With --re-extract and no
    SRC every report that another state of the program recorded is read again from its text in the database; what was
    read before is kept, and `parley diff` tells the difference.
    """
    if not sources and not re_extract:
        raise click.UsageError("name what to read (a file, a folder, or -), or give --re-extract")
    import parley

    try:
        with parley.open(db, create=bool(sources), jobs=jobs) as project, _progress(no_progress) as shown:
            summary = project.add(*sources, **about, progress=shown) if sources else project.re_extract(progress=shown)
            problems = summary.problems if sources else (*summary.problems, *project.ledger().judgement_problems())
            copied = _copied(project) if summary.added else ""
    except KeyboardInterrupt:
        note("Interrupted; everything recorded so far is kept, and the same command resumes.")
        ctx.exit(INTERRUPTED)
    for problem in problems:
        note(" ".join(problem.message.split()))
    stale = sources or summary.reread or summary.skipped
    click.echo(
        _sentence(summary, copied)
        if stale
        else "Nothing to read again: this state of the program has read every report"
    )
    ctx.exit(SKIPPED if summary.skipped else 0)


def _progress(no_progress: bool) -> AbstractContextManager[Shown | None]:
    if no_progress or not sys.stderr.isatty():
        return nullcontext()
    from parley.cli.progress import shown_progress

    return shown_progress()


def _copied(project: Project) -> str:
    """How many reports of the record are copies of others, which count as one source; empty when none is."""
    from parley.pages import counted

    groups = project.ledger().derived.copies()
    copies = sum(len(group.reports) - 1 for group in groups)
    return (
        f"; in the record {counted(copies, 'copy', 'copies')} of {counted(len(groups), 'original')}" if copies else ""
    )


def _sentence(summary: Summary, copied: str) -> str:
    from parley.pages import counted

    read = summary.added + summary.reread + summary.known
    parts = {"new": summary.added, "read again": summary.reread, "known": summary.known}
    told = ", ".join(f"{number:,} {name}" for name, number in parts.items() if number)
    skipped = f"; {counted(summary.skipped, 'input')} skipped, see parley ls problems" if summary.skipped else ""
    claims = counted(summary.claims, "claim")
    return f"{counted(read, 'report')} read{': ' + told if told else ''}; {claims}{copied}{skipped}"
