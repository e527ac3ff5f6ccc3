"""`parley ls`: lists of claims, moves, figures, events, phases, quotes, actors, reports, sources, runs and problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from parley.cli.command import ParleyGroup
from parley.cli.options import filters, form, given, limit
from parley.cli.output import show_list

if TYPE_CHECKING:
    from parley.ledger import Ledger
    from parley.pages import ListPage

__all__ = ["ls"]

_ON_REPORTS = ("story", "outlet", "since", "until", "published-by", "report")
_ON_CLAIMS = ("party", "source", *_ON_REPORTS, "rejected")


@click.group(cls=ParleyGroup)
def ls() -> None:
    """List what the record holds.

    A table on a terminal, JSON Lines to a pipe; --table, --json, --jsonl and --csv say otherwise.
    """


def _asked(db: str | None, question: Callable[[Ledger], ListPage[Any]]) -> ListPage[Any]:
    import parley

    with parley.open(db, create=False, read_only=True) as project:
        return question(project.ledger())


@ls.command()
@filters("issue", *_ON_CLAIMS)
@limit
@form
def claims(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Everything that is claimed, in a line each."""
    from parley.pages import AnyRow, claims_page

    show_list(_asked(db, lambda ledger: claims_page(ledger.view(**given(wanted)), limit)), AnyRow, form)


@ls.command()
@filters("act", "issue", *_ON_CLAIMS)
@limit
@form
def moves(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Offers, demands, answers, meetings, deals and what became of them."""
    from parley.pages import MoveRow, moves_page

    show_list(_asked(db, lambda ledger: moves_page(ledger.view(kind="move", **given(wanted)), limit)), MoveRow, form)


@ls.command()
@filters("measure", *_ON_CLAIMS)
@limit
@form
def figures(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Counts and amounts, with their bounds."""
    from parley.pages import FigureRow, figures_page

    page = _asked(db, lambda ledger: figures_page(ledger.view(kind="figure", **given(wanted)), limit))
    show_list(page, FigureRow, form)


@ls.command()
@filters("type", "place", *_ON_CLAIMS)
@limit
@form
def events(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Deeds outside the talks: strikes, releases, blockades, aid, protests, sanctions, troop moves."""
    from parley.pages import EventRow, events_page

    page = _asked(db, lambda ledger: events_page(ledger.view(kind="event", **given(wanted)), limit))
    show_list(page, EventRow, form)


@ls.command()
@filters("issue", "status", *_ON_CLAIMS)
@limit
@form
def phases(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Where the phases of agreements stand."""
    from parley.pages import PhaseRow, phases_page

    page = _asked(db, lambda ledger: phases_page(ledger.view(kind="phase", **given(wanted)), limit))
    show_list(page, PhaseRow, form)


@ls.command()
@filters("issue", *_ON_CLAIMS)
@limit
@form
def actors(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Who acts, is addressed and is quoted, by name as the reports give it, most active first."""
    from parley.pages import ActorRow, actors_page

    show_list(_asked(db, lambda ledger: actors_page(ledger.actors(**given(wanted)), limit)), ActorRow, form)


@ls.command()
@filters(*_ON_CLAIMS)
@click.option("--silence", is_flag=True, help="Only who was asked, or expected, and did not answer.")
@limit
@form
def quotes(*, db: str | None, silence: bool, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Words given as somebody's, and silences."""
    from parley.pages import QuoteRow, quotes_page

    page = _asked(db, lambda ledger: quotes_page(ledger.view(kind="quote", **given(wanted)), limit, silence=silence))
    show_list(page, QuoteRow, form)


@ls.command()
@filters(*_ON_REPORTS)
@click.option("--erased", is_flag=True, help="What erased reports have left, whatever else is asked.")
@limit
@form
def reports(*, db: str | None, erased: bool, limit: int | None, form: str | None, **wanted: Any) -> None:
    """Reports, with or without claims."""
    from parley.model import Tombstone
    from parley.pages import ReportRow, reports_page, tombstones_page

    if erased:
        page = _asked(db, lambda ledger: tombstones_page(ledger.store.tombstones(), limit))
        show_list(page, Tombstone, form)
        return

    def question(ledger: Ledger) -> ListPage[ReportRow]:
        return reports_page(ledger.reports(**given(wanted)), ledger.view().claims, limit=limit)

    show_list(_asked(db, question), ReportRow, form)


@ls.command()
@filters("issue", *_ON_CLAIMS)
@limit
@form
def sources(*, db: str | None, limit: int | None, form: str | None, **wanted: Any) -> None:
    """On whose word the claims rest, most claims first."""
    from parley.ledger import SourceCount
    from parley.pages import sources_page

    show_list(_asked(db, lambda ledger: sources_page(ledger.sources(**given(wanted)), limit)), SourceCount, form)


@ls.command()
@limit
@form
def runs(*, db: str | None, limit: int | None, form: str | None) -> None:
    """Runs of the extractor, the newest first, and what each recorded."""
    from parley.pages import RunRow, runs_page

    show_list(_asked(db, lambda ledger: runs_page(ledger.store.run_counts(), limit)), RunRow, form)


@ls.command()
@limit
@form
def problems(*, db: str | None, limit: int | None, form: str | None) -> None:
    """What was wrong with inputs, and judgements that no claim answers to any more."""
    from parley.pages import ProblemRow, problems_page

    show_list(_asked(db, lambda ledger: problems_page(ledger.problems(), limit)), ProblemRow, form)
