"""Which figures are of one series: those that agree in every field, and those that leave one open where one series fits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec

from parley.compare.series.names import is_within, outermost
from parley.compare.series.scope import Scope, Time, figure_of
from parley.model import Quantity
from parley.model.intervals import Interval, interval_of, rounded_interval
from parley.resolve.told import Told

__all__ = ["UNMEASURED", "Frame", "Placed", "frames_of", "representative"]

# A count whose place or time is open fits a series when it lies between that series' counts of so many days around it,
# give or take a part of them.
_NEAR_DAYS = 21
_SAME_DAYS = 7
_SOON_DAYS = 3
_MARGIN = 0.1
_GROWTH = 1.5  # how far it may have grown in that time where no count stands on the other side
# An imprecise start or day of an event stands for the one exact day inside it, if it is not longer.
_VAGUE_DAYS = 31
_SETTLING = timedelta(days=7)  # the time in which the count of what happened once still moves
_LIVE = timedelta(days=400)
_RIVAL = 4  # a series told so many times as often as another is meant before it
_PERSONS = "persons"
_STORED = "figure:stored"
UNMEASURED = "other"
"""The measure of figures of which it is not known what they measure."""


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A figure with what it counts and the day by which it was counted; `office` is the id of the office on whose word it is."""

    told: Told
    scope: Scope
    as_of: date | None
    office: str | None = None

    @property
    def quantity(self) -> Quantity:
        """Its amount."""
        return figure_of(self.told).quantity

    @property
    def value(self) -> float:
        """The number that stands for its amount when it is compared in size."""
        return representative(self.quantity)


class Frame(msgspec.Struct, dict=True):
    """Figures of one series; `scope` is what they agree in."""

    scope: Scope
    figures: list[Placed]

    @cached_property
    def _by_day(self) -> list[tuple[int, float]]:
        """Days and values of those that tell both place and time, by day."""
        return sorted((f.as_of.toordinal(), f.value) for f in self.figures if f.as_of is not None)

    @cached_property
    def lands(self) -> frozenset[str]:
        """The places to which the doers named by its figures belong."""
        return frozenset[str]().union(*(f.scope.lands for f in self.figures))

    @cached_property
    def offices(self) -> frozenset[str]:
        """The offices on whose word its figures are."""
        return frozenset(f.office for f in self.figures if f.office is not None)

    def count_anew(self) -> None:
        """Let the figures that joined since the first was held against it count as well."""
        for made in ("_by_day", "offices"):
            self.__dict__.pop(made, None)

    @property
    def size(self) -> int:
        """How many dated figures tell it in full."""
        return len(self._by_day)

    def is_live(self, figure: Placed) -> bool:
        """Whether it is one that a report of that day may mean without saying so: no event of another year."""
        days = self.scope.time.days
        if days is None or figure.as_of is None or self.scope.time.kind == "since":
            return True
        known = (days.last - days.first).days <= _VAGUE_DAYS
        return known and days.first <= figure.as_of <= days.last + _LIVE

    def near(self, day: date, reach: int) -> Sequence[tuple[int, float]]:
        """Days and values of the counts within so many days."""
        at = day.toordinal()
        first, last = (at - reach, -1.0), (at + reach, float("inf"))
        return self._by_day[bisect_left(self._by_day, first) : bisect_right(self._by_day, last)]

    def fits(self, figure: Placed) -> bool:
        """Whether a count lies, in size, between the counts of the series before and after it."""
        near = self.near(figure.as_of, _NEAR_DAYS) if figure.as_of is not None else ()
        if figure.as_of is None or not near:
            return False
        if is_vague(figure.quantity):
            return any(interval_of(figure.quantity).contains(Interval(value, value)) for _, value in near)
        if self.scope.time.kind == "since":
            return _between(near, figure.as_of.toordinal(), figure.value)
        days = self.scope.time.days
        young = days is not None and figure.as_of <= days.last + _SETTLING
        floor, ceiling = min(value for _, value in near), max(value for _, value in near)
        slack = (
            _GROWTH if young or figure.scope.time == self.scope.time else 1
        )  # one that names the event may correct it
        return floor * (1 - _MARGIN) / slack <= figure.value <= ceiling * (1 + _MARGIN) * slack

    def tells(self, figure: Placed) -> bool:
        """Whether the same number was counted there about the same time; a growing count passes round ones by itself."""
        if figure.as_of is None or (self.scope.time.kind == "since" and is_rounded(figure.quantity)):
            return False
        return any(value == figure.value for _, value in self.near(figure.as_of, _SAME_DAYS))


def representative(quantity: Quantity) -> float:
    """The number named: the lower bound where there is one, else the upper."""
    return quantity.lower or quantity.upper or 0


def is_vague(quantity: Quantity) -> bool:
    """Whether it is a word for a size ("dozens", "thousands") and no number."""
    found = interval_of(quantity)
    return quantity.approximate and found.upper >= 2 * found.lower


def is_rounded(quantity: Quantity) -> bool:
    """Whether its number is a round one, or given with a word that makes it rough."""
    bound = quantity.lower or quantity.upper or 0
    return quantity.approximate or rounded_interval(Quantity(bound, bound)) != interval_of(Quantity(bound, bound))


def _between(near: Sequence[tuple[int, float]], at: int, value: float) -> bool:
    """Whether a number that grows lies between those around it; outside them, no further off than it may have gone."""
    before = [v for day, v in near if day <= at + 1]
    after = _next(near, at)
    floor = min(before) if before else min(after) / _GROWTH
    ceiling = max(after) if after else max(before) * _GROWTH
    return floor * (1 - _MARGIN) <= value <= ceiling * (1 + _MARGIN)


def _next(near: Sequence[tuple[int, float]], at: int) -> list[float]:
    """The numbers counted about a day or just after it, else the first after it: what was known then cannot exceed them."""
    after = [(day, value) for day, value in near if day >= at - 1]
    return [value for day, value in after if day <= max(at + _SOON_DAYS, after[0][0])]


def frames_of(figures: Iterable[Placed]) -> list[Frame]:
    """The series that figures make, in no order; each figure in one of them."""
    every = _settled(sorted(figures, key=lambda f: f.told.order))
    given = [f for f in every if f.scope.measure != UNMEASURED]
    timed = [f for f in given if f.scope.time.kind not in {"open", "period"}]
    periods = [f for f in given if f.scope.time.kind == "period"]
    timeless = [f for f in given if f.scope.time.kind == "open"]
    # What is measured is not known of these, so that two numbers of them cannot be held against each other.
    unmeasured = [f for f in every if f.scope.measure == UNMEASURED]
    frames = _placed_and_placeless(timed)
    frames += _placed_and_placeless(_joined(periods, frames))
    for frame in frames:
        frame.count_anew()  # what joined by its time stands beside those that leave it open
    return frames + _runs(_joined(timeless, frames)) + _runs(unmeasured)


def _placed_and_placeless(figures: Sequence[Placed]) -> list[Frame]:
    """Series of the figures that tell their place; of the others those that fit one of these join it."""
    frames = _grouped(f for f in figures if f.scope.place is not None)
    return frames + _grouped(_joined([f for f in figures if f.scope.place is None], frames))


def _settled(figures: Sequence[Placed]) -> list[Placed]:
    """The figures with starts and days of events that are told roughly made exact where one exact one is inside."""
    exact = sorted({f.scope.time for f in figures if _length(f.scope.time) == 0})
    return [
        msgspec.structs.replace(f, scope=msgspec.structs.replace(f.scope, time=_exact(f.scope.time, exact)))
        for f in figures
    ]


def _length(time: Time) -> int | None:
    """Days by which a start or a day of an event is uncertain; None for other times."""
    if time.days is None or time.kind not in {"event", "since"}:
        return None
    return (time.days.last - time.days.first).days


def _exact(time: Time, exact: Sequence[Time]) -> Time:
    if not 0 < (_length(time) or 0) <= _VAGUE_DAYS:
        return time
    assert time.days is not None
    inside = [t for t in exact if (t.kind, t.name) == (time.kind, time.name) and t.days and time.days.contains(t.days)]
    return inside[0] if len(inside) == 1 else time


def _key(scope: Scope) -> tuple[object, ...]:
    """The fields in which the figures of a series agree."""
    place = scope.place
    if place is not None and scope.time.kind == "event":
        place = outermost(place)
    doers = () if scope.unit == _PERSONS else tuple(sorted(scope.doers))
    return (*_counted(scope), scope.nation, place, scope.time, doers)


def _counted(scope: Scope) -> tuple[object, ...]:
    return scope.measure, scope.unit, scope.kind, scope.planned


def _grouped(figures: Iterable[Placed]) -> list[Frame]:
    found: dict[tuple[object, ...], Frame] = {}
    for figure in figures:
        frame = found.setdefault(_key(figure.scope), Frame(_widest(figure.scope), []))
        frame.figures.append(figure)
    return list(found.values())


def _widest(scope: Scope) -> Scope:
    """The scope of a series that a figure is of: without the doers of a count of people, at the place of its event."""
    key = _key(scope)
    return msgspec.structs.replace(
        scope, place=key[5], doers=frozenset() if scope.unit == _PERSONS else scope.doers, lands=frozenset()
    )


def _joined(figures: Sequence[Placed], frames: Sequence[Frame]) -> list[Placed]:
    """Add to a series each figure that leaves place or time open and fits that one alone; the others are returned."""
    index: dict[tuple[object, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        index[_counted(frame.scope)].append(frame)
    homes = [_only_fit(figure, index[_counted(figure.scope)]) for figure in figures]
    homes = list(_with_one_place(figures, homes))
    for figure, home in zip(figures, homes, strict=True):
        if home is not None:
            home.figures.append(figure)
    return [figure for figure, home in zip(figures, homes, strict=True) if home is None]


def _with_one_place(figures: Sequence[Placed], homes: Sequence[Frame | None]) -> Iterator[Frame | None]:
    """The series of figures without those that would give a series without a place more than one; it takes the only one."""
    places: dict[int, set[str]] = defaultdict(set)
    for figure, home in zip(figures, homes, strict=True):
        if home is not None and home.scope.place is None and figure.scope.place is not None:
            places[id(home)].add(outermost(figure.scope.place))
    for home in homes:
        named = places.get(id(home), set()) if home is not None else set()
        yield home if len(named) < 2 else None
    for home in homes:
        if home is not None and len(named := places.get(id(home), set())) == 1:
            home.scope = msgspec.structs.replace(home.scope, place=min(named))


def _of_only_deed(figure: Placed, frames: Sequence[Frame]) -> Frame | None:
    """The series of the only event of a kind ("the raid") that a count without a day may be of."""
    one = figure.scope
    if one.time.kind != "open" or one.deed is None:
        return None
    named = [f for f in frames if (f.scope.time.kind, f.scope.time.name) == ("event", one.deed) and f.is_live(figure)]
    may = [f for f in named if _deed_may_be_there(one, f.scope)]
    return may[0] if len(may) == 1 and may[0].fits(figure) else None


def _deed_may_be_there(one: Scope, other: Scope) -> bool:
    """Whether the place of a count is that of an event, or only one of the two is told."""
    if one.place is not None and other.place is not None and outermost(one.place) != other.place:
        return False
    return one.nation in {None, other.nation}


def _only_fit(figure: Placed, frames: Sequence[Frame]) -> Frame | None:
    """The series that a figure may be of, where there is one; one that nothing but its measure speaks for must be the story's only one."""
    if (home := _of_only_deed(figure, frames)) is not None:
        return home
    live = [frame for frame in frames if frame.is_live(figure)]
    allowed = [frame for frame in live if _may_be_of(figure, frame) and (len(live) == 1 or _speaks_for(figure, frame))]
    fitting = [frame for frame in allowed if frame.fits(figure)]
    for kinds in _preferred(figure.scope):
        chosen = [frame for frame in fitting if frame.scope.time.kind in kinds]
        if chosen:
            return _foremost(chosen)
    return None


def _foremost(frames: Sequence[Frame]) -> Frame | None:
    """The only one of these series, or the one told so much more often that the others are no rivals to it."""
    ordered = sorted(frames, key=lambda frame: -frame.size)
    if len(ordered) > 1 and ordered[0].size < _RIVAL * ordered[1].size:
        return None
    return ordered[0]


def _preferred(scope: Scope) -> tuple[frozenset[str], ...]:
    """Kinds of time that a figure is looked for in, first choice first: a running total is one since a start."""
    if scope.time.kind != "open":
        return (frozenset({scope.time.kind, "event"}) if scope.time.kind == "period" else frozenset({scope.time.kind}),)
    event, since, period = frozenset({"event"}), frozenset({"since"}), frozenset({"period"})
    return (since, event, period) if scope.accounting == "cumulative" else (event, since, period)


def _may_be_of(figure: Placed, frame: Frame) -> bool:
    """Whether nothing that a figure says of place, time, nation and doers speaks against a series."""
    one, other = figure.scope, frame.scope
    if not _same_time(one.time, other.time):
        return False
    if one.unit != _PERSONS and one.doers != other.doers:
        return False
    if one.place is not None:
        return other.place is not None and one.nation == other.nation and _same_place(one.place, other)
    if one.nation is not None:
        return other.nation is None and other.place is not None and is_within(other.place, one.nation)
    return not (one.lands and frame.lands) or bool(one.lands & frame.lands)


def _same_time(one: Time, other: Time) -> bool:
    """Whether a figure may be of the time of a series; what is counted of a day may be of what happened that day."""
    if one.kind == "period" and other.kind == "event":
        return one.days == other.days
    return one.kind == "open" or one == other


def _speaks_for(figure: Placed, frame: Frame) -> bool:
    """Whether place, nation, event or its day, doers or the number itself speak for a series."""
    one = figure.scope
    said = one.place is not None or one.nation is not None or one.time.kind == "event"
    said = said or (one.time.kind == "period" and frame.scope.time.kind == "event")
    said = said or _by_its_office(figure, frame)
    return said or bool(one.lands & frame.lands) or frame.tells(figure)


def _by_its_office(figure: Placed, frame: Frame) -> bool:
    """Whether a running total is on the word of an office that has given the total since a day before."""
    total = figure.scope.accounting == "cumulative" and frame.scope.time.kind == "since"
    return total and figure.office in frame.offices


def _same_place(place: str, scope: Scope) -> bool:
    return scope.place == (outermost(place) if scope.time.kind == "event" else place)


def _runs(figures: Sequence[Placed]) -> list[Frame]:
    """Figures that are held against no other: the same number, of the same, told again within days.

    What a store holds is one thing, whatever number is told: those near in size and time stand side by side.
    """
    found: dict[tuple[object, ...], list[Frame]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.as_of is None, f.as_of or date.min, f.told.order)):
        quantity, stored = figure.quantity, figure.told.claim.rule == _STORED
        bounds = () if stored else (quantity.lower, quantity.upper, quantity.lower_open, quantity.upper_open)
        runs = found[(*_key(figure.scope), tuple(sorted(figure.scope.doers)), bounds)]
        last = runs[-1].figures[-1] if runs else None
        if last is not None and (_is_same_level(last, figure) if stored else _soon_after(last, figure)):
            runs[-1].figures.append(figure)
        else:
            runs.append(Frame(_widest(figure.scope), [figure]))
    return [frame for runs in found.values() for frame in runs]


def _is_same_level(one: Placed, other: Placed) -> bool:
    """Whether what a store held may have come to the other amount by the day that is told."""
    if one.as_of is None or other.as_of is None:
        return _soon_after(one, other)
    smaller, larger = sorted((one.value, other.value))
    return (other.as_of - one.as_of).days <= _NEAR_DAYS and larger * (1 - _MARGIN) <= smaller


def _soon_after(one: Placed, other: Placed) -> bool:
    if one.as_of is None or other.as_of is None:
        return one.told.claim.report == other.told.claim.report
    return (other.as_of - one.as_of).days <= _SAME_DAYS
