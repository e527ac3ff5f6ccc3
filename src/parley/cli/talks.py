"""`parley talks` and `parley proposals`."""

from __future__ import annotations

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json, filters
from parley.cli.output import show, width_of_output

__all__ = ["proposals", "talks"]


@click.command(cls=ParleyCommand)
@click.argument("story", required=False, metavar="[STORY]")
@filters("published-by")
@as_json
def talks(*, db: str | None, story: str | None, published_by: str | None, as_json: bool) -> None:
    """Show negotiations as threads: rounds, offers on a scale, deals.

    Where terms are numbers, what each side asked and offered stands on one scale in order, so that one sees whether the
    sides converge. Amounts are compared only within one issue, unit and thing.
    """
    import parley
    from parley.pages import talks_page
    from parley.render import talks_text

    with parley.open(db, create=False, read_only=True) as project:
        page = talks_page(project.ledger(), story=story, published_by=published_by)
    show(page, lambda: talks_text(page, width=width_of_output()), as_json=as_json)


@click.command(cls=ParleyCommand)
@click.argument("story", required=False, metavar="[STORY]")
@filters("published-by")
@click.option("--all", "every", is_flag=True, help="Also those told once, unanswered and unchanged.")
@as_json
def proposals(*, db: str | None, story: str | None, published_by: str | None, every: bool, as_json: bool) -> None:
    """Show what was put forward: versions, what changed, who answered.

    Tellings of one offer or demand in several reports are one version; a newer position of its maker on the same terms is
    the next. A deadline is held against the day of the last report, or of --published-by.
    """
    import parley
    from parley.pages import proposals_page
    from parley.render import proposals_text

    with parley.open(db, create=False, read_only=True) as project:
        page = proposals_page(project.ledger(), story=story, published_by=published_by)
    show(page, lambda: proposals_text(page, every=every), as_json=as_json)
