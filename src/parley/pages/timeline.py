"""The timeline as pages: what happened by day, and how densely it happened to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from parley.ledger import NOT_NAMED, DayBasis, Happening
from parley.ledger.board import party_key
from parley.model import Event, Move, Phase
from parley.pages.claim_rows import Cut, chain_of_entry, quote_of, whole
from parley.pages.listing import ListPage
from parley.pages.words import (
    actors_words,
    decided_words,
    event_words,
    factuality_words,
    move_words,
    phase_name,
    phase_words,
    plain,
)

__all__ = ["Lane", "LaneCell", "LaneUnit", "LanesPage", "TimelineRow", "lane_cells", "lanes_page", "timeline_page"]

LaneUnit = Literal["day", "week", "month", "year"]

_UNITS: tuple[LaneUnit, ...] = ("day", "week", "month", "year")
_AROUND = timedelta(days=31)  # what lies further from all reports is history or a far deadline
_DAY = len("2031-03-04")


class TimelineRow(msgspec.Struct, frozen=True):
    """What happened or is to happen on an ISO day (or month, or year), `until` which where it is a stretch.

    `basis` says how the day is known: stated, said_on, published or undated. `act` is a move's act, an event's type or a
    phase's status; of a phase `party` is the agreement. `decided` says what people decided about the claim, `copies` how
    many copies of the report tell it in the same words.
    """

    day: str | None
    until: str | None
    basis: DayBasis
    planned: bool
    kind: str
    act: str
    party: str
    what: str
    factuality: str
    chain: str
    quote: str
    published: str | None
    outlet: str | None
    report: str
    id: str
    decided: str = ""
    copies: int = 0


class Lane(msgspec.Struct, frozen=True):
    """How much a party did in each column of the picture, and how much of that was planned."""

    party: str
    counts: tuple[int, ...]
    planned: tuple[int, ...]


class LanesPage(msgspec.Struct, frozen=True):
    """A lane for each party (of a phase: each agreement), most first; `columns` are the ISO days they begin on.

    `earlier`, `later` and `without_day` count what has no place in the picture: far from all reports, or known by month
    or not at all.
    """

    unit: LaneUnit
    columns: tuple[str, ...]
    lanes: tuple[Lane, ...]
    earlier: int
    later: int
    without_day: int


class LaneCell(msgspec.Struct, frozen=True):
    """One party in one column of the picture."""

    party: str
    unit: LaneUnit
    begins: str
    count: int
    planned: int


def timeline_page(
    found: Iterable[Happening],
    *,
    first: str | None = None,
    last: str | None = None,
    limit: int | None = None,
    cut: Cut = whole,
) -> ListPage[TimelineRow]:
    """What happened from the ISO day `first` to `last`, newest last: of more than `limit` the newest, or what is `cut` of it."""
    told = _between(found, first, last)
    shown = told[cut("part", len(told))] if limit is None else told[-limit:] if limit else []
    return ListPage("timeline", tuple(_row(each) for each in shown), len(told))


def lanes_page(
    found: Iterable[Happening], *, first: str | None = None, last: str | None = None, columns: int = 60
) -> LanesPage:
    """The picture in at most so many columns: of days, else weeks (from Monday), else months, else years.

    Without `first` and `last` it reaches a month around the reports at most.
    """
    told = _between(found, first, last)
    placed = [(day, each) for each in told if (day := _whole_day(each)) is not None]
    low, high = _window(told, first, last)
    shown = [(day, each) for day, each in placed if low <= day <= high]
    days = [day for day, _ in shown]
    unit = _unit(days, columns)
    begins = _begins(days, unit)
    return LanesPage(
        unit,
        tuple(day.isoformat() for day in begins),
        tuple(_lanes(shown, [_column(day, unit) for day in begins], unit=unit)),
        earlier=sum(day < low for day, _ in placed),
        later=sum(day > high for day, _ in placed),
        without_day=len(told) - len(placed),
    )


def lane_cells(page: LanesPage) -> ListPage[LaneCell]:
    """The picture as rows, a cell each, empty ones left out."""
    cells = tuple(
        LaneCell(lane.party, page.unit, begins, count, planned)
        for lane in page.lanes
        for begins, count, planned in zip(page.columns, lane.counts, lane.planned, strict=True)
        if count
    )
    return ListPage("lanes", cells, len(cells))


def _between(found: Iterable[Happening], first: str | None, last: str | None) -> list[Happening]:
    """What overlaps the days asked for; the undated only when no day is asked for."""
    if first is None and last is None:
        return list(found)
    return [
        each
        for each in found
        if each.day.first is not None
        and (last is None or each.day.first <= last[: len(each.day.first)])
        and (first is None or (each.day.last or "") >= first[: len(each.day.last or "")])
    ]


def _row(found: Happening) -> TimelineRow:
    entry, day = found.entry, found.day
    claim, report = entry.claim, entry.report
    act, party, what = _told(found)
    return TimelineRow(
        day.first,
        day.last if day.last != day.first else None,
        day.basis,
        found.planned,
        claim.kind,
        act,
        party,
        what,
        factuality_words(claim.factuality),
        chain_of_entry(entry),
        quote_of(entry),
        report.published,
        report.outlet,
        report.id,
        claim.id,
        decided_words(entry.judgements),
        len(found.copies),
    )


def _told(found: Happening) -> tuple[str, str, str]:
    """Act, party and what in words."""
    match found.entry.claim.body:
        case Move() as body:
            return body.act, actors_words(body.by), move_words(body, quote_of(found.entry))
        case Event() as body:
            return body.type, actors_words(body.by, one_of=body.one_of), event_words(body)
        case Phase() as body:
            return body.status, phase_name(body), phase_words(body)
        case body:
            raise TypeError(f"a {type(body).__name__} has no place on the timeline")


def _whole_day(found: Happening) -> date | None:
    first = found.day.first or ""
    try:
        return date.fromisoformat(first) if len(first) == _DAY else None
    except ValueError:  # a day no calendar has stands as the report gave it
        return None


def _window(told: Sequence[Happening], first: str | None, last: str | None) -> tuple[date, date]:
    reports = [each.entry.report.published[:_DAY] for each in told if each.entry.report.published]
    low = date.fromisoformat(first) if first else _shifted(min(reports, default=None), -_AROUND, otherwise=date.min)
    high = date.fromisoformat(last) if last else _shifted(max(reports, default=None), _AROUND, otherwise=date.max)
    return low, high


def _shifted(iso: str | None, by: timedelta, *, otherwise: date) -> date:
    try:
        return otherwise if iso is None else date.fromisoformat(iso) + by
    except (ValueError, OverflowError):
        return otherwise


def _unit(days: Sequence[date], columns: int) -> LaneUnit:
    """The smallest unit in which the days have room."""
    for unit in _UNITS[:-1]:
        if not days or _column(max(days), unit) - _column(min(days), unit) < columns:
            return unit
    return _UNITS[-1]


def _column(day: date, unit: LaneUnit) -> int:
    """The number of the day's column, counted from the start of the calendar."""
    numbers = {"day": day.toordinal(), "week": (day.toordinal() - 1) // 7, "month": day.year * 12 + day.month - 1}
    return numbers.get(unit, day.year)


def _begins(days: Sequence[date], unit: LaneUnit) -> list[date]:
    """The first day of each column from the first of the days to the last."""
    if not days:
        return []
    numbers = range(_column(min(days), unit), _column(max(days), unit) + 1)
    makers: dict[LaneUnit, Callable[[int], date]] = {
        "day": date.fromordinal,
        "week": lambda number: date.fromordinal(number * 7 + 1),
        "month": lambda number: date(number // 12, number % 12 + 1, 1),
        "year": lambda number: date(number, 1, 1),
    }
    return [makers[unit](number) for number in numbers]


def _lanes(shown: Sequence[tuple[date, Happening]], columns: Sequence[int], *, unit: LaneUnit) -> Iterator[Lane]:
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    planned: dict[str, Counter[int]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for day, each in shown:
        for key, name in _parties(each).items():
            names[key][name] += 1
            counts[key][_column(day, unit)] += 1
            planned[key][_column(day, unit)] += each.planned
    for key in sorted(counts, key=lambda key: (key == NOT_NAMED, -counts[key].total(), key)):
        name = min(names[key], key=lambda name: (-names[key][name], name))
        yield Lane(name, tuple(counts[key][c] for c in columns), tuple(planned[key][c] for c in columns))


def _parties(found: Happening) -> dict[str, str]:
    """Whose lanes it belongs on, by key: the sides of the doers, as on the board."""
    body = found.entry.claim.body
    if isinstance(body, Phase):
        name = plain(body.agreement)
        return {name.casefold().removeprefix("the "): name}
    assert isinstance(body, Move | Event)
    return {party_key(actor): plain(actor.acts_for or actor.name) for actor in body.by} or {NOT_NAMED: NOT_NAMED}
