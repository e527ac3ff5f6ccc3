"""`parley decisions`: what people decided, carried from one record to another, and undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from parley.cli.command import SKIPPED, ParleyGroup
from parley.cli.options import as_json, day
from parley.cli.output import note, replace_file, show, write

__all__ = ["decisions"]


@click.group(cls=ParleyGroup)
def decisions() -> None:
    """Carry decisions from one record to another, or undo them.

    A file of decisions is one JSON object a line: who decided what, when, and the words it hangs on.
    """


@decisions.command()
@click.argument("file", metavar="FILE")
@click.option("--person", metavar="NAME", help="Decisions of this person.")
@click.option("--since", metavar="DATE", callback=day, help="Made on this day or later, in UTC.")
def export(*, file: str, db: str | None, person: str | None, since: str | None) -> None:
    """Write decisions to a file; - is standard output.

    What one undoes comes with it. The same record gives the same bytes. Decisions on erased reports are left out.
    """
    import parley
    from parley.pages import counted

    with parley.open(db, create=False, read_only=True) as project:
        data = project.export_decisions(person=person, since=since)
    if file == "-":
        write(data.decode())
        return
    replace_file(Path(file), data)
    note(f"{counted(data.count(10) - 1, 'decision')} written to {file}")


@decisions.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(dir_okay=False))
@click.option("--person", metavar="NAME", help="Who decides in rows of a sheet that name no coder.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken in, and take in nothing.")
@as_json
@click.pass_context
def apply(ctx: click.Context, /, *, files: tuple[str, ...], db: str | None, as_json: bool, **how: Any) -> None:
    """Take in the decisions of files, and of sheets that were filled in.

    A sheet is what `parley export claims.csv --review` wrote, saved as CSV again; workbooks (.xlsx) are not read.

    Decisions keep their persons and times; those of a sheet are made now by its coders. several people's files come to the same record in any order, and applying one
    twice changes nothing. What could not be placed is listed; exits with 3 when there is any.
    """
    import parley
    from parley.render.review import applied_text

    with parley.open(db, create=False, read_only=how["dry_run"]) as project:
        found = project.apply_decisions(*files, **how)
    show(found, lambda: applied_text(found, dry_run=how["dry_run"]), as_json=as_json)
    if found.not_placed or found.left:
        ctx.exit(SKIPPED)


@decisions.command()
@click.argument("judgements", metavar="[JUDGEMENT]...", nargs=-1)
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="The last N that you made and that hold.")
@click.option("--by", "--person", "person", metavar="NAME", help="Who undoes; otherwise PARLEY_PERSON, or the user.")
def undo(*, judgements: tuple[str, ...], last: int | None, db: str | None, person: str | None) -> None:
    """Undo decisions of any kind and age.

    Also on actors and stories; all of those named, or none. An undoing can be undone.
    """
    import parley
    from parley.pages import counted

    if (last is None) == (not judgements):
        raise click.UsageError("name the judgements to undo (`parley decide log` lists them), or give --last N")
    with parley.open(db, create=False) as project:
        done = [project.undo_last(person=person) for _ in range(last or 0)]
        undone = [made.id for made in done if made] or [
            str(made.target) for made in project.undo_all(judgements, person=person)
        ]
    for target in undone:
        note(f"Undone: {target}")
    note(f"{counted(len(undone), 'decision')} undone; undo an undoing to bring one back")
