"""`parley import`."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.command import ParleyGroup
from parley.cli.options import day
from parley.cli.output import note

__all__ = ["imports"]


@click.group("import", cls=ParleyGroup)
def imports() -> None:
    """Record what is no report: tables of counts."""


@imports.command("series")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--place", metavar="NAME", required=True, help="Where it counts.")
@click.option("--since", metavar="DATE", required=True, callback=day, help="The day from which its totals count.")
@click.option("--source", metavar="NAME", required=True, help="Whose counts they are.")
@click.option(
    "--story",
    metavar="NAME",
    help="The story whose reports are held against the counts; without it they stand by themselves.",
)
def series(*, db: str | None, file: Path, place: str, since: str, source: str, story: str | None) -> None:
    """Record a table of counts by day, so that the figures of reports can be held against it.

    FILE is CSV or a JSON array of flat objects, with a column of days ("date") and columns named for what they count: a
    measure, a group, and "cum" for totals ("killed_cum", "killed_children_cum"). Every count's evidence is its row.
    """
    import parley

    with parley.open(db) as project:
        table = project.import_series(file, place=place, since=since, source=source, story=story)
    left = f" Columns not read: {', '.join(table.left_out)}." if table.left_out else ""
    alone = "" if story else " They stand by themselves: name a story with --story to hold its reports against them."
    note(f"{len(table.extraction.claims):,} counts recorded from {file.name}.{left}{alone}")
