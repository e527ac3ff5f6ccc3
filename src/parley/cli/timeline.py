"""`parley timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import day, filters, form, given, limit
from parley.cli.output import show, show_list, width_of_output

if TYPE_CHECKING:
    from parley.ledger import Happening

__all__ = ["timeline"]


@click.command(cls=ParleyCommand)
@click.option("--kind", type=click.Choice(("move", "event", "phase")), help="Only moves, events or phases.")
@click.option("--from", "first", callback=day, metavar="DATE", help="What happened, or is to, on this day or later.")
@click.option("--to", "last", callback=day, metavar="DATE", help="What happened, or is to, on this day or earlier.")
@click.option("--lanes", is_flag=True, help="A picture: a lane for each party, the darker the more it did.")
@filters("party", "issue", "source", "story", "outlet", "since", "until", "published-by", "report")
@limit
@form
def timeline(*, db: str | None, lanes: bool, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Show what happened by day, newest last.

    Moves, events and phases stand on the day the report states, else the day it was said, else the day of publication.
    What is planned is marked, what has no day stands at the end. --since and --until are about the reports,
    --from and --to about the days of the timeline.
    """
    import parley

    first, last = wanted.pop("first"), wanted.pop("last")
    with parley.open(db, create=False, read_only=True) as project:
        found = project.ledger().timeline(**given(wanted))
    if lanes:
        _show_lanes(found, form, first=first, last=last)
    else:
        _show_days(found, form, first=first, last=last, limit=limit)


def _show_days(
    found: tuple[Happening, ...], form: str | None, *, first: str | None, last: str | None, limit: int | None
) -> None:
    from parley.pages import TimelineRow, timeline_page
    from parley.render import timeline_text

    show_list(timeline_page(found, first=first, last=last, limit=limit), TimelineRow, form, text=timeline_text)


def _show_lanes(found: tuple[Happening, ...], form: str | None, *, first: str | None, last: str | None) -> None:
    from parley.pages import LaneCell, lane_cells, lanes_page
    from parley.render import lane_columns, lanes_text

    width = width_of_output()
    page = lanes_page(found, first=first, last=last, columns=lane_columns(width))
    if form in ("csv", "jsonl"):
        show_list(lane_cells(page), LaneCell, form)
    else:
        show(page, lambda: lanes_text(page, width=width), as_json=form == "json")
