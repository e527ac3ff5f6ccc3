"""`parley coders`: how far two people agree."""

from __future__ import annotations

from typing import Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, form, given
from parley.cli.output import show, show_list

__all__ = ["coders"]


@click.command(cls=ParleyCommand)
@click.argument("one", metavar="NAME")
@click.argument("other", metavar="NAME")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Over the claims that `parley review` draws.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="S", help="Which sample.")
@click.option("--list", "listed", is_flag=True, help="List only the disagreements.")
@filters("story", "kind", "party", "report", "outlet", "since", "until")
@form
def coders(*, one: str, other: str, db: str | None, listed: bool, form: str | None, **wanted: Any) -> None:
    """Say how far two people agree.

    For every field of the claims both decided about: how many, agreement, and Krippendorff's alpha; then where they
    differ. `parley review --coders NAME NAME` goes through those. Both should review one sample apart:
    `parley review --sample 100 --seed 1 --person NAME`.
    """
    import parley
    from parley.pages.coders import CodingRow, coders_page, disagreements_of
    from parley.render.coders import coders_text

    with parley.open(db, create=False, read_only=True) as project:
        page = coders_page(project.ledger(), one, other, **given(wanted))
    if listed or form in ("csv", "jsonl"):
        show_list(disagreements_of(page), CodingRow, form)
    else:
        show(page, lambda: coders_text(page), as_json=form == "json")
