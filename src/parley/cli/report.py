"""`parley report`: the whole text of a report with every claim marked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json
from parley.cli.output import show, write_page

if TYPE_CHECKING:
    from parley.pages import MarkedPage

__all__ = ["report"]


@click.command(cls=ParleyCommand)
@click.argument("name", metavar="ID")
@click.option("--html", metavar="FILE|-", help="Write a page that needs nothing else to be read; - is standard output.")
@as_json
def report(*, name: str, db: str | None, html: str | None, as_json: bool) -> None:
    """Show a report's whole text with every claim marked.

    ‹Words›[3] make claim 3, which stands in the list below the text: what, on whose word, and the id to show it by.
    ID is the id of a report, the beginning of one, or its file.
    """
    import parley
    from parley.pages import marked_page_of
    from parley.render import marked_page_text

    with parley.open(db, create=False, read_only=True) as project:
        page = marked_page_of(project.ledger(), name)
    if html is None:
        show(page, lambda: marked_page_text(page), as_json=as_json)
    else:
        _write_html(page, html)


def _write_html(page: MarkedPage, file: str) -> None:
    from parley.render.html import report_html

    write_page(report_html(page), file, what=page.title or page.id)
