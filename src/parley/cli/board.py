"""`parley board`."""

from __future__ import annotations

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json, filters
from parley.cli.output import show, width_of_output

__all__ = ["board"]

_PARTIES = 6


def _number(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    if value == "all":
        return None
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"'{value}' is neither a number of parties nor 'all'.", ctx, param)
    return int(value)


@click.command(cls=ParleyCommand)
@filters("story", "published-by")
@click.option("--parties", callback=_number, metavar="N|all", default=str(_PARTIES), show_default=True,
              help="How many parties to show, those with most moves first.")  # fmt: skip
@as_json
def board(*, db: str | None, story: str | None, published_by: str | None, parties: int | None, as_json: bool) -> None:
    """Show where things stand, issue by party.

    Each cell has the latest position, as of when, on whose word, and the id to show it by; below are the demands and
    offers to which the record holds no answer. There is a board for each story unless one is named.
    """
    import parley
    from parley.pages import boards_page
    from parley.render import board_text

    with parley.open(db, create=False, read_only=True) as project:
        page = boards_page(project.ledger(), story=story, published_by=published_by)
    show(page, lambda: board_text(page, width=width_of_output(), parties=parties), as_json=as_json)
