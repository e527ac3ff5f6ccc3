"""`parley talks` and `parley proposals`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json, filters
from parley.cli.output import note, replace_file, show, width_of_output

if TYPE_CHECKING:
    from parley.pages import TalksPage

__all__ = ["proposals", "talks"]


@click.command(cls=ParleyCommand)
@click.argument("story", required=False, metavar="[STORY]")
@filters("published-by")
@click.option(
    "--plot",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw the offers of the first story as .svg or .png.",
)
@click.option("--dark", is_flag=True, help="Draw for a dark ground.")
@as_json
def talks(
    *, db: str | None, story: str | None, published_by: str | None, plot: Path | None, dark: bool, as_json: bool
) -> None:
    """Show negotiations as threads: rounds, offers on a scale, deals.

    Where terms are numbers, what each side asked and offered stands on one scale in order, so that one sees whether the
    sides converge. Amounts are compared only within one issue, unit and thing.
    """
    import parley
    from parley.pages import talks_page
    from parley.render import talks_text

    with parley.open(db, create=False, read_only=True) as project:
        page = talks_page(project.ledger(), story=story, published_by=published_by)
    if plot is not None:
        _plot(page, plot, dark=dark)
        return
    show(page, lambda: talks_text(page, width=width_of_output()), as_json=as_json)


def _plot(page: TalksPage, plot: Path, *, dark: bool) -> None:
    from parley.render.charts import is_drawn, picture, talks_chart

    kind = plot.suffix.removeprefix(".").casefold()
    if kind not in ("svg", "png"):
        raise click.UsageError(f"'{plot}' is no picture Parley can draw; end its name with .svg or .png")
    drawn = next((each for each in page.stories if any(map(is_drawn, each.scales))), None)
    if drawn is None:
        raise click.ClickException(
            "there is nothing to draw: no scale has two amounts that differ; see 'parley talks' for what is told"
        )
    replace_file(plot, picture(talks_chart(drawn, "dark" if dark else "light"), "svg" if kind == "svg" else "png"))
    note(f"Drew the offers of {drawn.story or 'all reports'} to {plot}.")


@click.command(cls=ParleyCommand)
@click.argument("story", required=False, metavar="[STORY]")
@filters("published-by")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Also those beside the chief talks, and those told once, unanswered and unchanged.",
)
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
