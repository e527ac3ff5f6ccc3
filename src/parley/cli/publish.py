"""`parley publish`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, given
from parley.cli.output import note, replace_file

if TYPE_CHECKING:
    from parley.export.brief import Choice
    from parley.export.brief.contents import Told
    from parley.ledger import Ledger

__all__ = ["publish"]


@click.command(cls=ParleyCommand)
@click.argument("out", metavar="OUT.html|OUT.json|DIR", type=click.Path(path_type=Path))
@filters("story", "since", "party")
@click.option(
    "--full-text", is_flag=True, help="Whole texts of reports, not quotes alone; mind the publishers' rights."
)
def publish(*, db: str | None, out: Path, full_text: bool, **wanted: Any) -> None:
    """Write a copy of the record to hand on: one file, a folder of pages, or the briefing as data.

    OUT.html needs nothing else: it opens from a memory stick, asks no machine for anything, is searched and printed. A
    folder has a file for each page, data.json, data.csv and briefing.json. OUT.json is the briefing for other programs:
    boards, open demands and offers, what moved, figures, disagreements and sources. Reports stand in it as short quotes. The same record gives
    the same bytes.
    """
    import parley
    from parley.cli.progress import shown_count
    from parley.export.brief import Asked, choose

    with parley.open(db, create=False, read_only=True) as project:
        ledger = project.ledger()
        choice = choose(ledger, Asked(**given(wanted), full_text=full_text))
        with shown_count("Making pages") as told:
            written = _write(ledger, choice, out, told=told)
    made = choice.provenance
    note(f"{written}: {made.reports:,} reports, {made.quoted:,} of their {made.words:,} words quoted")


def _write(ledger: Ledger, choice: Choice, out: Path, *, told: Told) -> str:
    from parley.export.brief import brief_file, brief_folder, briefing_json

    if out.suffix.casefold() == ".json":
        data = briefing_json(ledger, choice)
        replace_file(out, data)
        return f"{out} written, {len(data):,} bytes"
    if out.suffix.casefold() in (".html", ".htm"):
        data = brief_file(ledger, choice, told=told)
        replace_file(out, data)
        return f"{out} written, {len(data):,} bytes"
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise click.UsageError(f"'{out}' is no empty folder; name a new one, or a file that ends in .html or .json")
    files = 0
    for name, data in brief_folder(ledger, choice, told=told):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        files += 1
    return f"{out} written, {files:,} files"
