"""Lists of moves, figures, quotes, reports and sources: one flat row for each, fit for a table or a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import msgspec

from parley.ledger import Entry, SourceCount, View
from parley.model import Claim, Figure, Move, Observation, Quote
from parley.model.quantity import Number
from parley.model.shown import Shown
from parley.pages.claim_rows import AnyRow, any_row, chain_of_entry, whence
from parley.pages.words import (
    actor_words,
    actors_words,
    date_words,
    decided_words,
    factuality_words,
    plain,
    quantity_words,
    range_words,
    terms_words,
)
from parley.store import Recorded

__all__ = [
    "FigureRow",
    "ListPage",
    "MoveRow",
    "QuoteRow",
    "ReportRow",
    "claims_page",
    "entries_of",
    "figures_page",
    "list_page",
    "moves_page",
    "quotes_page",
    "reports_page",
    "sources_page",
]

R = TypeVar("R")
C = TypeVar("C")


class MoveRow(msgspec.Struct, frozen=True):
    """A move in words; `factuality` is empty for what is certain and done."""

    published: str | None
    by: str
    act: str
    mode: str | None
    to: str
    via: str
    terms: str
    about: str | None
    factuality: str
    when: str
    chain: str
    quote: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


class FigureRow(msgspec.Struct, frozen=True):
    """A figure: `amount` in the report's words, its bounds beside it."""

    published: str | None
    measure: str
    amount: str
    lower: Number | None
    upper: Number | None
    unit: str | None
    group: str | None
    place: str | None
    by: str
    accounting: str | None
    as_of: str
    factuality: str
    chain: str
    quote: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


class QuoteRow(msgspec.Struct, frozen=True):
    """Somebody's words, or silence; `directness` is direct, indirect, mixed or silence."""

    published: str | None
    speaker: str
    directness: str
    words: str
    chain: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


class ReportRow(msgspec.Struct, frozen=True):
    """A report: when and where it was published, where it was read, and how many claims it holds."""

    published: str | None
    published_basis: str
    outlet: str | None
    title: str | None
    story: str | None
    claims: int
    source: str
    section: str | None
    length: str | None
    byline: str | None
    id: str


class ListPage(msgspec.Struct, Shown, Generic[R], frozen=True):
    """Rows of one kind; `total` counts those that were found, shown or not."""

    kind: str
    rows: tuple[R, ...]
    total: int

    def records(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries by the names of their fields: what `pandas.DataFrame` and `polars.DataFrame` take."""
        return [msgspec.to_builtins(row) for row in self.rows]


def claims_page(view: View, limit: int | None = None) -> ListPage[AnyRow]:
    """The claims of a view, of every kind, at most `limit`."""
    return list_page("claims", list(view.entries), row=any_row, limit=limit)


def moves_page(view: View, limit: int | None = None) -> ListPage[MoveRow]:
    """The moves of a view, at most `limit`."""
    return list_page("moves", entries_of(view, Move), row=_move_row, limit=limit)


def figures_page(view: View, limit: int | None = None) -> ListPage[FigureRow]:
    """The figures of a view, at most `limit`."""
    return list_page("figures", entries_of(view, Figure), row=_figure_row, limit=limit)


def quotes_page(view: View, limit: int | None = None, *, silence: bool = False) -> ListPage[QuoteRow]:
    """The quotes of a view, at most `limit`; with `silence` only who was asked and did not answer."""
    entries = [entry for entry in entries_of(view, Quote) if entry.claim.attribution.silence or not silence]
    return list_page("quotes", entries, row=_quote_row, limit=limit)


def reports_page(
    reports: Iterable[Recorded], claims: Iterable[Claim], *, limit: int | None = None
) -> ListPage[ReportRow]:
    """Reports, at most `limit`, each with the number of its claims among `claims`.

    A report printed twice word for word (in two sections, in two exports) has a row for each printing, with one id.
    """
    counts = Counter(claim.report for claim in claims)
    printings = [(recorded, seen) for recorded in reports for seen in _printings(recorded)]
    return list_page("reports", printings, row=lambda printing: _report_row(*printing, counts), limit=limit)


def _printings(recorded: Recorded) -> list[Observation]:
    """The observations that differ in more than the path a file was given by."""
    found: dict[tuple[str, str], Observation] = {}
    for seen in recorded.observations:
        found.setdefault((seen.raw_sha256, seen.source.rpartition("#")[2] if "#" in seen.source else ""), seen)
    return list(found.values())


def sources_page(sources: Iterable[SourceCount], limit: int | None = None) -> ListPage[SourceCount]:
    """Who stands behind how many claims, at most `limit`."""
    return list_page("sources", list(sources), row=lambda source: source, limit=limit)


def list_page(kind: str, found: list[C], *, row: Callable[[C], R], limit: int | None) -> ListPage[R]:
    """The first `limit` of what was found, each as a row; the page's `total` counts all."""
    return ListPage(kind, tuple(map(row, found[:limit])), len(found))


def entries_of(view: View, kind: type) -> list[Entry]:
    """The entries of a view whose claim has a body of this kind."""
    return [entry for entry in view.entries if isinstance(entry.claim.body, kind)]


def _move_row(entry: Entry) -> MoveRow:
    claim, report, move = entry.claim, entry.report, entry.claim.body
    assert isinstance(move, Move)
    return MoveRow(
        report.published,
        actors_words(move.by),
        move.act,
        move.mode,
        actors_words(move.to),
        actors_words(move.via),
        terms_words(move.terms),
        move.about,
        factuality_words(claim.factuality),
        range_words(claim.when),
        *whence(entry),
    )


def _figure_row(entry: Entry) -> FigureRow:
    claim, report, figure = entry.claim, entry.report, entry.claim.body
    assert isinstance(figure, Figure)
    return FigureRow(
        report.published,
        figure.measure,
        quantity_words(figure.quantity),
        figure.quantity.lower,
        figure.quantity.upper,
        figure.quantity.unit,
        figure.group,
        figure.place,
        actors_words(figure.by, one_of=figure.one_of),
        figure.accounting,
        date_words(figure.as_of) if figure.as_of else "",
        factuality_words(claim.factuality),
        *whence(entry),
    )


def _quote_row(entry: Entry) -> QuoteRow:
    claim, report, quote = entry.claim, entry.report, entry.claim.body
    assert isinstance(quote, Quote)
    return QuoteRow(
        report.published,
        actor_words(quote.speaker) if quote.speaker else "",
        "silence" if claim.attribution.silence else quote.directness,
        " … ".join(dict.fromkeys(plain(mention.trigger.of(report.text)) for mention in claim.mentions)),
        chain_of_entry(entry),
        report.outlet,
        report.id,
        claim.id,
        decided_words(entry.judgements),
    )


def _report_row(recorded: Recorded, seen: Observation, claims: Counter[str]) -> ReportRow:
    report = recorded.report
    story = next((each.story for each in recorded.observations if each.story), None)
    return ReportRow(
        report.published,
        seen.published_basis,
        report.outlet,
        report.title,
        story,
        claims[report.id],
        seen.source,
        seen.section,
        seen.length,
        report.byline,
        report.id,
    )
