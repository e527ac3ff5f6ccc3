"""`parley changes`, `disagreements`, `sources` and `trace`: what several reports together say."""

from __future__ import annotations

from typing import Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import day, filters, form, given, limit
from parley.cli.output import show_list

__all__ = ["changes", "disagreements", "sources", "trace"]


@click.command(cls=ParleyCommand)
@click.option("--since", callback=day, metavar="DATE", help="By what was published after this day.")
@click.option(
    "--since-last", is_flag=True, help="By what was added since `parley changes --since-last` was last asked."
)
@filters("story")
@limit
@form
def changes(
    *, db: str | None, since: str | None, since_last: bool, limit: int | None, form: str | None, **wanted: Any
) -> None:
    """Show what moved: positions, newer figures, corrections, contradictions, denials, deals and what became of them.

    Each with what it takes the place of, or bears on. Without a day everything that ever moved is shown.
    """
    import parley
    from parley.pages import ChangeRow, changes_page
    from parley.render import changes_text

    if since and since_last:
        raise click.UsageError("give --since or --since-last, not both")
    with parley.open(db, create=False, read_only=True) as project:
        ledger = project.ledger()
        found = (
            ledger.changes_since_last_look(**given(wanted))
            if since_last
            else ledger.changes(since=since, **given(wanted))
        )
    show_list(changes_page(found, limit), ChangeRow, form, text=changes_text)


@click.command(cls=ParleyCommand)
@filters("story", "published-by")
@limit
@form
def disagreements(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Show where claims contradict, correct or deny each other, with the rule and the field that differ, newest first."""
    import parley
    from parley.pages import DisagreementRow, disagreements_page

    with parley.open(db, create=False, read_only=True) as project:
        page = disagreements_page(project.ledger().accounts(**given(wanted)), limit)
    show_list(page, DisagreementRow, form)


@click.command(cls=ParleyCommand)
@filters("story")
@limit
@form
def sources(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Show who stands behind what: how many things are told on a source's word, how many on nobody else's.

    What several claims tell alike is one thing. `parley ls sources` counts claims.
    """
    import parley
    from parley.pages import StandingCountRow, standings_page

    with parley.open(db, create=False, read_only=True) as project:
        page = standings_page(project.ledger().standings(**given(wanted)), limit)
    show_list(page, StandingCountRow, form)


@click.command(cls=ParleyCommand)
@click.argument("claim", metavar="CLAIM")
@form
def trace(*, claim: str, db: str | None, form: str | None) -> None:
    """Follow what a claim tells back to the first report that had it, through copies and chains of sources."""
    import parley
    from parley.pages import TellingRow, trace_page
    from parley.render import trace_text

    with parley.open(db, create=False, read_only=True) as project:
        tellings = project.ledger().tellings(claim)
    show_list(trace_page(tellings), TellingRow, form, text=lambda page: trace_text(page, tellings.origins))
