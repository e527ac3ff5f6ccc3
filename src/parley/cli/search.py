"""`parley search` and `parley unread`: the reports' own words."""

from __future__ import annotations

import sys
from typing import Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json, filters, given
from parley.cli.output import show

__all__ = ["search", "unread"]


@click.command(cls=ParleyCommand)
@click.argument("query", metavar="[QUERY...]", nargs=-1)
@click.option(
    "--claim", metavar="TEXT", help="Hold a claim against the record instead; - reads it from standard input."
)
@filters("story", "outlet", "since", "until")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@as_json
def search(
    *, query: tuple[str, ...], claim: str | None, db: str | None, limit: int, as_json: bool, **wanted: Any
) -> None:
    """Find reports that hold words, or what the record holds on a claim.

    Words, "phrases in quotes", AND, OR, NOT, NEAR(a b) and beginnings of words with a star. With --claim a sentence such
    as "hundreds have been released" is read like a report, without being kept: counts that bear on it with their bounds,
    who tells them, the first report, copies, and what is missing to verify it.
    """
    import parley
    from parley.pages import search_page
    from parley.render import search_text

    if bool(query) == (claim is not None) or (claim is not None and given(wanted)):
        raise click.UsageError("give words to search for, or --claim and nothing else")
    if claim is not None:
        _check(claim, db=db, as_json=as_json)
        return
    words = " ".join(query)
    with parley.open(db, create=False, read_only=True) as project:
        page = search_page(words, project.ledger().search(words, limit=limit, **wanted))
    show(page, lambda: search_text(page), as_json=as_json)


def _check(claim: str, *, db: str | None, as_json: bool) -> None:
    import parley
    from parley.pages import claim_check_page
    from parley.render import claim_check_text

    text = sys.stdin.read() if claim == "-" else claim
    with parley.open(db, create=False, read_only=True) as project:
        page = claim_check_page(project.ledger(), text)
    show(page, lambda: claim_check_text(page), as_json=as_json)


@click.command(cls=ParleyCommand)
@click.argument("report", metavar="[REPORT]", required=False)
@as_json
def unread(*, report: str | None, db: str | None, as_json: bool) -> None:
    """List what the record does not cover.

    These are sentences with a cue or a number of which nothing was read.
    REPORT is the id of a report, the beginning of one, or its file; without it all reports are listed.
    """
    import parley
    from parley.pages import unread_page
    from parley.render import unread_text

    with parley.open(db, create=False, read_only=True) as project:
        page = unread_page(project.ledger().unread(report))
    show(page, lambda: unread_text(page), as_json=as_json)
