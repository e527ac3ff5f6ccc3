"""The ledger: filters over the current claims of the record."""

from __future__ import annotations

from typing import TypedDict, Unpack

from parley.ledger.board import Board
from parley.ledger.entries import Entry, SourceCount, View
from parley.model import Passage, Report, Span
from parley.store import Recorded, Store

__all__ = ["Filters", "Ledger"]


class Filters(TypedDict, total=False):
    """What a view may be narrowed by; every one given must hold.

    `kind` move, figure, event, phase or quote; `act` of a move; `measure` of a figure; `issue` of a move's or phase's
    terms. `party` is found in an actor's name, mention or the party it acts for, `source` in any link of the source
    chain, `outlet` in the report's outlet: whole words, case aside. `story` is the whole name, case aside. `since` and
    `until` are ISO days of publication, both inclusive; undated reports pass neither. `published_by` keeps what was
    published by that ISO day, undated reports by the day they were first recorded. `report` is an id, the beginning of
    one, or a source path. None is no filter.
    """

    kind: str | None
    act: str | None
    measure: str | None
    party: str | None
    issue: str | None
    story: str | None
    outlet: str | None
    source: str | None
    since: str | None
    until: str | None
    published_by: str | None
    report: str | None


class Ledger:
    """Reads the record of a store; the newest run of each report is the current one."""

    def __init__(self, store: Store) -> None:
        """`store` may be open read-only."""
        self.store = store

    def view(self, **filters: Unpack[Filters]) -> View:
        """The current claims that pass the filters (see `Filters`).

        Raises BadDateError for a day that is none, NotRecordedError or AmbiguousError for `report`.
        """
        raise NotImplementedError

    def claim(self, claim_id: str) -> Entry:
        """The current claim with this id or this beginning of one (`claim-` may be left out).

        Raises NotRecordedError and AmbiguousError.
        """
        raise NotImplementedError

    def reports(self, **filters: Unpack[Filters]) -> tuple[Recorded, ...]:
        """The reports, with or without claims, that pass the filters on reports (story, outlet, dates, report).

        Ordered by day of publication, undated last. Raises as `view` does.
        """
        raise NotImplementedError

    def report(self, name: str) -> Recorded:
        """The report with this id, this beginning of one (`report-` may be left out), or this source.

        Raises NotRecordedError and AmbiguousError.
        """
        raise NotImplementedError

    def passages(self, report: str) -> tuple[Passage, ...]:
        """Furniture, datelines, repeats and the like of a report; `report` as in `report()`."""
        raise NotImplementedError

    def unread(self, report: str | None = None) -> tuple[tuple[Report, tuple[Span, ...]], ...]:
        """Sentences with a cue or a number of which nothing was claimed, of one report or of all that have some."""
        raise NotImplementedError

    def sources(self, **filters: Unpack[Filters]) -> tuple[SourceCount, ...]:
        """Who stands behind how many claims of the view, most claims first."""
        raise NotImplementedError

    def board(self, *, story: str | None = None, published_by: str | None = None) -> Board:
        """Issue by party for the moves of a story (None: of all), as the reports published by an ISO day gave it."""
        raise NotImplementedError
