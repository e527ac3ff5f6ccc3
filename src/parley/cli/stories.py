"""`parley stories` and `parley copies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import form, limit
from parley.cli.output import show, show_list, write_page

if TYPE_CHECKING:
    from parley.project import Project

__all__ = ["copies", "stories"]


@click.command(cls=ParleyCommand)
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--alone", is_flag=True, help="Also reports that stand alone.")
@limit
@form
def stories(*, db: str | None, name: str | None, alone: bool, limit: int | None, form: str | None) -> None:
    """List the negotiations and incidents that the reports are on.

    With the NAME or the id of one its reports, each with what it shares with the report it has most in common with.
    `parley decide story` puts a report in another.
    """
    import parley
    from parley.pages import StoryMemberRow, StoryRow, stories_page, story_page
    from parley.render import story_text

    with parley.open(db, create=False, read_only=True) as project:
        if name is None:
            show_list(stories_page(project.ledger(), limit, alone=alone), StoryRow, form)
        else:
            page = story_page(project.ledger(), name, limit)
            show_list(page, StoryMemberRow, form, text=lambda _: story_text(page))


@click.command(cls=ParleyCommand)
@click.argument("report", required=False, metavar="[REPORT]")
@click.argument("other", required=False, metavar="[OTHER]")
@click.option("--html", metavar="FILE|-", help="Write the two texts word by word as a page; - is standard output.")
@limit
@form
def copies(
    *, db: str | None, report: str | None, other: str | None, html: str | None, limit: int | None, form: str | None
) -> None:
    """List reports with one text behind them, which count as one source.

    With a REPORT those that share text with it; with an OTHER too what differs between the two, word by word: [-only in the
    earlier-] and {+only in the later+}. Reports are named as for `parley report`.
    """
    import parley

    if html is not None and other is None:
        raise click.UsageError("--html shows two reports; give both")
    with parley.open(db, create=False, read_only=True) as project:
        if report is not None and other is not None:
            _show_pair(project, report, other, html=html, as_json=form in ("json", "jsonl"))
        else:
            _show_copies(project, report, limit=limit, form=form)


def _show_copies(project: Project, report: str | None, *, limit: int | None, form: str | None) -> None:
    from parley.pages import CopyGroupRow, CopyRow, copies_page, copy_groups_page

    if report is None:
        show_list(copy_groups_page(project.ledger(), limit), CopyGroupRow, form)
    else:
        show_list(copies_page(project.ledger(), report, limit), CopyRow, form)


def _show_pair(project: Project, one: str, other: str, *, html: str | None, as_json: bool) -> None:
    from parley.pages import diff_page
    from parley.render import diff_text
    from parley.render.html import diff_html

    page = diff_page(project.ledger().text_pair(one, other))
    if html is None:
        show(page, lambda: diff_text(page), as_json=as_json)
    else:
        write_page(diff_html(page), html, what="the two texts")
