"""`parley diff`: what two runs of the extractor read differently."""

from __future__ import annotations

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import form, limit
from parley.cli.output import show_list

__all__ = ["diff"]


@click.command(cls=ParleyCommand)
@click.argument("before", metavar="[RUN", required=False)
@click.argument("after", metavar="[RUN]]", required=False)
@limit
@form
def diff(*, before: str | None, after: str | None, db: str | None, limit: int | None, form: str | None) -> None:
    """Show what two runs of the extractor read differently.

    Claims that appeared, went, or have other values at the same place, in the reports that both runs have read, without
    what people decided. Otherwise the last run but one and the last; one RUN is compared with the last. `parley ls
    runs` lists them, and ids may be shortened.
    """
    import parley
    from parley.pages import DifferenceRow, difference_page
    from parley.render import difference_text

    with parley.open(db, create=False, read_only=True) as project:
        page = difference_page(project.ledger().difference(before, after), limit)
    show_list(page, DifferenceRow, form, text=difference_text)
