"""`parley figures`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, form, given, limit
from parley.cli.output import note, replace_file, show, show_list

if TYPE_CHECKING:
    from parley.pages import SeriesPage

__all__ = ["figures"]

_PICTURES = ("svg", "png")


@click.command(cls=ParleyCommand)
@click.option("--series", metavar="ID", help="One series, by id or the beginning of one.")
@click.option("--alone", is_flag=True, help="Also figures that one report alone gives.")
@click.option(
    "--plot",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw the first series as .svg or .png.",
)
@click.option("--dark", is_flag=True, help="Draw for a dark ground.")
@filters("measure", "place", "story", "published-by")
@limit
@form
def figures(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Show figures that count the same thing, by series: what is new, stale, corrected, contradicted, and why.

    A series holds figures with the same measure, group, place, event or start, and accounting, with a line for each
    claimant. Those told by most reports stand first.
    """
    import parley
    from parley.pages import series_page

    plot, dark, only, alone = (wanted.pop(name) for name in ("plot", "dark", "series", "alone"))
    with parley.open(db, create=False, read_only=True) as project:
        found = project.ledger().series(**given(wanted))
    page = series_page(found, limit=limit, alone=alone, series=only)
    if plot is not None:
        _plot(page, plot, dark=dark)
    else:
        _show(page, form)


def _show(page: SeriesPage, form: str | None) -> None:
    from parley.pages import ListPage, PointRow, point_rows
    from parley.render import series_text

    if form in ("csv", "jsonl"):
        rows = point_rows(page)
        show_list(ListPage("figures", rows, len(rows)), PointRow, form)
    else:
        show(page, lambda: series_text(page), as_json=form == "json")


def _plot(page: SeriesPage, plot: Path, *, dark: bool) -> None:
    from parley.render.charts import picture, series_chart

    kind = plot.suffix.removeprefix(".").casefold()
    if kind not in _PICTURES:
        raise click.UsageError(f"'{plot}' is no picture Parley can draw; end its name with .svg or .png")
    if not page.series:
        raise click.ClickException("there is no such series to draw; see 'parley figures' for those there are")
    drawn = series_chart(page.series[0], "dark" if dark else "light")
    replace_file(plot, picture(drawn, "svg" if kind == "svg" else "png"))
    note(f"Drew {page.series[0].title} to {plot}.")
