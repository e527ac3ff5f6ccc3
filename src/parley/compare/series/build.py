"""The series that the figures of a story make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from parley.compare.series.beside import put_together, told_beside
from parley.compare.series.claimants import office_behind
from parley.compare.series.frames import UNMEASURED, Frame, Placed, frames_of
from parley.compare.series.lines import Count, Line, lines_of
from parley.compare.series.scope import Scope, as_of_day, scope_of
from parley.compare.series.stale import Known, known_of, stale_tellings
from parley.compare.series.standing import GROWING, Verdict, verdicts_of
from parley.compare.series.sums import sums_of
from parley.compare.series.titles import group_words, title_of
from parley.model import Date, DateRange, Figure, Headline, Point, Series, SeriesLine, hash_id
from parley.model.intervals import Days
from parley.model.series import Accounting
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["series_of"]

# Newest counts of claimants stand side by side when they lie no further apart than this.
_SIDE_BY_SIDE = timedelta(days=7)


def series_of(told: Iterable[Told], parties: Parties) -> tuple[Series, ...]:
    """The series that the figures of one story make, those with most tellings first, then by id.

    Every figure that is said to be so stands in exactly one; denied ones, and a source's silence, make none. The same
    figures give the same series in whatever order they come.
    """
    placed = [_placed(each, parties) for each in told if _is_count(each)]
    beside = told_beside(placed, parties)
    found = [_series(frame, parties, beside) for frame in put_together(frames_of(placed), beside)]
    return tuple(sorted(found, key=lambda series: (-len(series.claims), series.id)))


def _is_count(told: Told) -> bool:
    claim = told.claim
    return isinstance(claim.body, Figure) and claim.factuality.polarity == "positive" and not claim.attribution.silence


def _placed(told: Told, parties: Parties) -> Placed:
    scope = scope_of(told, parties)
    return Placed(told, scope, as_of_day(told), office_behind(told, scope.place, parties))


def _series(frame: Frame, parties: Parties, beside: dict[str, str]) -> Series:
    lines = lines_of(frame, parties)
    verdicts = verdicts_of(frame.scope, lines, beside)
    counts = sorted((c for line in lines for c in line.counts), key=lambda c: c.order)
    known = known_of(
        [c for c in counts if verdicts[c.id].standing != "stale" and verdicts[c.id].held and not c.vague]
    )  # what was corrected later was known too
    grows = frame.scope.time.kind in GROWING
    shown = tuple(
        SeriesLine(
            line.claimant.id,
            line.claimant.name,
            tuple(_point(count, verdicts[count.id], known, grows=grows) for count in line.counts),
            line.claimant.own_voice,
        )
        for line in lines
    )
    return _named(frame.scope, shown, lines, headline=_headline(lines, verdicts), parties=parties)


def _named(
    scope: Scope, shown: tuple[SeriesLine, ...], lines: Sequence[Line], *, headline: Headline, parties: Parties
) -> Series:
    time = scope.time
    # Of figures that are held against no other several series have the same fields.
    apart = time.kind == "open" or scope.measure == UNMEASURED
    fields = [scope.measure, scope.unit, scope.kind, scope.nation, scope.place, scope.planned, sorted(scope.doers)]
    days = [time.days.first.isoformat(), time.days.last.isoformat()] if time.days else None
    series_id = hash_id("series", [*fields, time.kind, time.name, days, (apart and min(_ids(lines))) or None])
    figure = lines[0].counts[0].figure
    return Series(
        series_id,
        title_of(scope, [parties.name(doer) for doer in sorted(scope.doers)]),
        figure.measure,
        group_words(scope),
        scope.unit,
        shown,
        headline,
        place=scope.place,
        event=f"{time.name} of {_edtf(time.days)}" if time.kind == "event" and time.days else None,
        since=Date(_edtf(time.days)) if time.kind == "since" and time.days else None,
        period=_range(time.days) if time.kind == "period" and time.days else None,
        accounting=_accounting(scope),
        by=tuple(sorted(scope.doers)),
        place_open=scope.place is None,
        time_open=time.kind == "open",
        planned=scope.planned,
        sums=sums_of(lines) if time.kind == "increment" else (),
    )


def _ids(lines: Sequence[Line]) -> list[str]:
    return [telling.told.claim.id for line in lines for count in line.counts for telling in count.tellings]


def _edtf(days: Days) -> str:
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first}/{last}"


def _range(days: Days) -> DateRange:
    return DateRange(Date(days.first.isoformat()), Date(days.last.isoformat()))


def _accounting(scope: Scope) -> Accounting | None:
    kinds: dict[str, Accounting] = {
        "since": "cumulative", "event": "flow", "period": "flow", "moment": "stock", "increment": "increment",
    }  # fmt: skip
    return kinds.get(scope.time.kind, scope.accounting)


def _point(count: Count, verdict: Verdict, known: Known, *, grows: bool) -> Point:
    figure, days = count.figure, [t.told.published[:10] for t in count.tellings if t.told.published]
    stale = stale_tellings(count, known, holds=_held_until(count, verdict, known), grows=grows)
    return Point(
        tuple(telling.told.claim.id for telling in count.tellings),
        count.quantity,
        standing=verdict.standing,
        why=verdict.why,
        rule=verdict.rule,
        by=verdict.by.id if verdict.by is not None else None,
        as_of=figure.as_of or (Date(days[0]) if days else None),
        as_of_basis=figure.as_of_basis or ("published" if days else None),
        period=figure.period,
        published=min(days, default=None),
        last_published=max(days, default=None),
        reports=len({telling.told.claim.report for telling in count.tellings}),
        origins=len({telling.told.origin or telling.told.claim.report for telling in count.tellings}),
        rounded=count.rounded,
        stale=stale,
    )


def _held_until(count: Count, verdict: Verdict, known: Known) -> date | None:
    """The last day on which a number told again held: that of the last count known that it does not fall short of."""
    by = verdict.by
    if verdict.standing != "stale" or by is None or by.as_of is None:
        return None
    if count.value > by.value:
        return by.as_of - timedelta(days=1)
    return known.held_until(count.value)


def _headline(lines: Sequence[Line], verdicts: dict[str, Verdict]) -> Headline:
    """The newest count of each claimant, as far as it is about as new as the newest of all."""
    newest = [(line.claimant.id, count) for line in lines if (count := _newest(line, verdicts)) is not None]
    day = max((c.as_of for _, c in newest if c.as_of is not None), default=None)
    if day is not None:
        newest = [(who, c) for who, c in newest if c.as_of is None or c.as_of >= day - _SIDE_BY_SIDE]
    newest.sort(key=lambda each: (each[1].order, each[0]), reverse=True)
    anchors = [c for _, c in newest if not c.rounded] or [c for _, c in newest]
    lowers, uppers = [c.quantity.lower for c in anchors], [c.quantity.upper for c in anchors]
    return Headline(
        tuple((who, count.id) for who, count in newest),
        None if None in lowers else min((n for n in lowers if n is not None), default=None),
        None if None in uppers else max((n for n in uppers if n is not None), default=None),
    )


def _newest(line: Line, verdicts: dict[str, Verdict]) -> Count | None:
    holding = [c for c in line.counts if verdicts[c.id].standing not in {"stale", "corrected"}]
    return next((c for c in reversed(holding) if not c.vague), holding[-1] if holding else None)
