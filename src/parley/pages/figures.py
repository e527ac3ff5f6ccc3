"""Series of figures as a page: a ladder of counts with their bounds, words, claimants, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import SeriesEntries
from parley.model import Point, Series, SeriesLine, Staleness, Standing, Sum
from parley.pages.cited import Cited, cited_lines
from parley.pages.claim_rows import Cut, quote_of, whole
from parley.pages.words import counted, date_words, day_words, disputed_words, number_words, quantity_words, range_words

__all__ = ["PointRow", "SeriesBlock", "SeriesPage", "SumRow", "point_rows", "series_page", "stale_words", "summary_of"]


class PointRow(msgspec.Struct, frozen=True):
    """One count by one claimant: `day` and `as_of` (in words) tell when it was counted (`basis`: stated, said_on or published, which bounds it), how much.

    `lower` and `upper` bound the number (None: unbounded), `*_open` leaves the bound out. `quote` is the first report's
    words; `reports` tell it, of which `origins` are no copies. `stale` says since when it was out of date and by how much,
    `disputed` who disputes a telling of it.
    """

    series: str
    claimant: str
    day: str | None
    as_of: str
    basis: str | None
    amount: str
    lower: float | None
    upper: float | None
    lower_open: bool
    upper_open: bool
    approximate: bool
    standing: Standing
    why: str
    rule: str
    stale: str
    reports: int
    origins: int
    published: str | None
    last_published: str | None
    outlet: str | None
    quote: str
    report: str
    id: str
    disputed: str = ""


class SumRow(msgspec.Struct, frozen=True):
    """Increments added up; `inputs` are ids of the claims."""

    amount: str
    period: str
    inputs: tuple[str, ...]
    left_out: tuple[str, ...]


class SeriesBlock(msgspec.Struct, frozen=True):
    """One series: what it counts, a sentence on where it stands, its counts by as-of, and its sums.

    `open` names what its reports leave open; `cited` are the counts with footnotes.
    """

    id: str
    title: str
    summary: str
    measure: str
    accounting: str | None
    open: tuple[str, ...]
    tellings: int
    rows: tuple[PointRow, ...]
    sums: tuple[SumRow, ...] = ()
    cited: Cited = Cited()


class SeriesPage(msgspec.Struct, frozen=True):
    """Series, those told most first; `total` counts those that are not shown too, `alone` the figures of one report."""

    series: tuple[SeriesBlock, ...]
    total: int
    alone: int


def series_page(
    found: Iterable[SeriesEntries],
    *,
    limit: int | None = None,
    alone: bool = False,
    series: str | None = None,
    cut: Cut = whole,
) -> SeriesPage:
    """The series told by more than one report, at most `limit`; with `alone` the others too, with `series` that id's.

    Those are worked out that are `cut` of the list (part).
    """
    given = [each for each in found if series is None or _has_id(each.series, series)]
    shown = [each for each in given if alone or series is not None or _is_shared(each)]
    blocks = tuple(_block(each) for each in shown[:limit][cut("part", len(shown[:limit]))])
    return SeriesPage(blocks, len(shown), sum(not _is_shared(each) for each in given))


def point_rows(page: SeriesPage) -> tuple[PointRow, ...]:
    """The counts of all series of a page, one after the other."""
    return tuple(row for block in page.series for row in block.rows)


def _has_id(series: Series, wanted: str) -> bool:
    return bool(wanted) and series.id.removeprefix("series-").startswith(wanted.removeprefix("series-"))


def _is_shared(found: SeriesEntries) -> bool:
    return len({entry.report.id for entry in found.entries.values()}) > 1


def _block(found: SeriesEntries) -> SeriesBlock:
    series = found.series
    rows = [(point, _row(found, line, point)) for line in series.lines for point in line.points]
    rows.sort(key=lambda each: _ladder_order(*each))
    return SeriesBlock(
        series.id,
        series.title,
        summary_of(found),
        series.measure,
        series.accounting,
        tuple(word for word, is_open in (("place", series.place_open), ("time", series.time_open)) if is_open),
        len(series.claims),
        tuple(row for _, row in rows),
        tuple(_sum_row(each) for each in series.sums),
        cited_lines((_cited_words(series, row), (found.entries[row.id],)) for _, row in rows),
    )


def _cited_words(series: Series, row: PointRow) -> str:
    """A count in a sentence: of what, how many, when, on whose word, and what became of it."""
    stands = "" if row.standing == "current" else f"; {row.standing}" + (f": {row.why}" if row.why else "")
    stands += f"; {row.disputed}" if row.disputed else ""
    return f"{series.title}: {row.amount}, {row.as_of}, according to {row.claimant}{stands}"


def _ladder_order(point: Point, row: PointRow) -> tuple[object, ...]:
    return point.as_of is None, row.day or "", row.lower or row.upper or 0, row.id


def summary_of(found: SeriesEntries) -> str:
    """Where a series stands, in a sentence: its newest counts side by side, and how often it was told."""
    newest = [_newest_words(found.series, claim) for _, claim in found.series.headline.points[:3]]
    reports = counted(len({entry.report.id for entry in found.entries.values()}), "report")
    return f"Newest: {'; '.join(newest)}. {_bounds_words(found.series)}{reports}."


def _newest_words(series: Series, claim: str) -> str:
    line, point = next((line, p) for line in series.lines for p in line.points if p.claims[0] == claim)
    return f"{quantity_words(point.quantity)} ({_claimant(line)}, {_as_of(point)})"


def _bounds_words(series: Series) -> str:
    floor, ceiling = series.headline.floor, series.headline.ceiling
    if floor is None and ceiling is None:
        return ""
    low = f"lowest floor {number_words(floor)}" if floor is not None else "no floor"
    high = f"highest ceiling {number_words(ceiling)}" if ceiling is not None else "no ceiling"
    return f"{low.capitalize()}, {high}; "


def _claimant(line: SeriesLine) -> str:
    return f"{line.name} (own words)" if line.own_voice else line.name


def _as_of(point: Point) -> str:
    if point.as_of is None:
        return "undated"
    return ("by " if point.as_of_basis == "published" else "as of ") + date_words(point.as_of)


def _row(found: SeriesEntries, line: SeriesLine, point: Point) -> PointRow:
    entry, quantity = found.entries[point.claims[0]], point.quantity
    return PointRow(
        found.series.id,
        _claimant(line),
        point.as_of.edtf if point.as_of is not None else None,
        _as_of(point),
        point.as_of_basis,
        quantity_words(quantity),
        quantity.lower,
        quantity.upper,
        quantity.lower_open,
        quantity.upper_open,
        quantity.approximate,
        point.standing,
        point.why,
        point.rule,
        "; ".join(stale_words(stale) for stale in point.stale),
        point.reports,
        point.origins,
        point.published,
        point.last_published,
        entry.report.outlet,
        quote_of(entry),
        entry.report.id,
        entry.claim.id,
        disputed_words(made for claim in point.claims for made in found.entries[claim].judgements),
    )


def stale_words(stale: Staleness) -> str:
    """Since when a telling was out of date, and by how much."""
    words = f"stale since {day_words(stale.since)}"
    least, most = stale.least, stale.most
    if least is not None and most is not None and least == most:
        return f"{words}, by {number_words(least)}"
    if least is not None and least > 0:
        return f"{words}, by {number_words(least)} or more"
    if most is not None and most > 0:
        return f"{words}, by at most {number_words(most)}"
    return words


def _sum_row(found: Sum) -> SumRow:
    amount = quantity_words(msgspec.structs.replace(found.quantity, verbatim=""))
    return SumRow(amount, range_words(found.period), found.inputs, found.left_out)
