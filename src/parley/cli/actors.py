"""`parley actors`."""

from __future__ import annotations

from typing import Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, form, given
from parley.cli.output import show, show_list

__all__ = ["actors"]


@click.command(cls=ParleyCommand)
@filters("story", "published-by")
@click.option("--limit", type=click.IntRange(min=1), default=25, show_default=True, metavar="N", help="At most so many of a story.")  # fmt: skip
@form
def actors(*, db: str | None, limit: int, form: str | None, **wanted: Any) -> None:
    """Show who is who in each story: the names an actor goes by, whom it acts for, its role; and what is left open.

    `parley ls actors` counts names as the reports give them.
    """
    import parley
    from parley.pages import ListPage, WhoRow, who_page, who_rows
    from parley.render import who_text

    with parley.open(db, create=False, read_only=True) as project:
        page = who_page(project.ledger().accounts(**given(wanted)), limit)
    if form in ("csv", "jsonl"):
        rows = who_rows(page)
        show_list(ListPage("actors", rows, len(rows)), WhoRow, form)
    else:
        show(page, lambda: who_text(page), as_json=form == "json")
