"""`parley export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, cast

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, given
from parley.cli.output import note, replace_file

__all__ = ["export"]

_FORMATS = ("jsonl", "csv", "claimreview", "csl", "md")
_BY_NAME = ("jsonl", "csv", "md")
_WORKBOOKS = ("xlsx", "xls", "ods")


@click.command(cls=ParleyCommand)
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="The format, where the file's name does not say it."
)
@click.option("--review", is_flag=True, help="Columns to fill in, for `parley decisions apply`; with .csv.")
@click.option("--kind", type=click.Choice(("move", "figure", "event", "phase", "quote")), help="Claims of this kind.")
@filters(
    "act",
    "measure",
    "party",
    "issue",
    "source",
    "story",
    "outlet",
    "since",
    "until",
    "published-by",
    "report",
    "rejected",
)
def export(*, file: str, db: str | None, form: str | None, review: bool, **wanted: Any) -> None:
    """Write claims to a file.

    FILE.jsonl holds everything, a claim a line; FILE.csv is for a spreadsheet, FILE.md a text with footnotes; - is standard
    output. --format claimreview gives JSON-LD of schema.org, in which only what a person decided has a rating; --format csl
    the reports as a bibliography for reference managers. The same record gives the same bytes.

    With --review a person fills in verdict, corrected value, note and coder beside the claims and saves the sheet as CSV;
    `parley decisions apply` makes decisions of them. Workbooks (.xlsx) are neither written nor read.
    """
    import parley
    from parley.export import ClaimFormat, export_claims

    form = form or _format_of(file)
    if review and form != "csv":
        raise click.UsageError("--review is for a spreadsheet; end the file's name in .csv, or give --format csv")
    with parley.open(db, create=False, read_only=True) as project:
        view = project.ledger().view(**given(wanted))
        data = export_claims(project.ledger(), view.entries, cast(ClaimFormat, form), review=review)
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    replace_file(Path(file), data)
    note(f"{len(view.entries):,} {'claim' if len(view.entries) == 1 else 'claims'} written to {file}")


def _format_of(file: str) -> str:
    suffix = Path(file).suffix.casefold().removeprefix(".")
    if file == "-":
        return "jsonl"
    if suffix in _WORKBOOKS:
        raise click.UsageError(
            "Parley writes no workbooks; end the file's name in .csv, which spreadsheets open and save"
        )
    if suffix not in _BY_NAME:
        raise click.UsageError(f"'{file}' does not say a format; end its name in .jsonl, .csv or .md, or give --format")
    return suffix
