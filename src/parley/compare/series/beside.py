"""Counts told side by side: the numbers of two claimants for one thing, the second without words of its own for what it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.compare.series.claimants import Claimant, claimant_of
from parley.compare.series.frames import Frame, Placed
from parley.compare.series.scope import Scope
from parley.resolve.parties import Parties

__all__ = ["put_together", "told_beside"]

_NEAR_CHARACTERS = 600  # between the sentences of the two
_MANY_TIMES = 4  # further apart than this the two count different things
_AGAIN = "figure:again"
_PERSONS = "persons"


def told_beside(figures: Iterable[Placed], parties: Parties) -> dict[str, str]:
    """The claim beside which each claim is told as another's number for the same, by claim id.

    "The council said 31 people had died. The harbour master said fewer than ten had": the second number has no noun, place or
    time of its own, so that it has those of the first.
    """
    reports: dict[str, list[Placed]] = defaultdict(list)
    for figure in figures:
        reports[figure.told.claim.report].append(figure)
    return {
        later.told.claim.id: earlier.told.claim.id
        for told in reports.values()
        for later, earlier in _pairs(told, parties)
    }


def _pairs(told: Sequence[Placed], parties: Parties) -> Iterator[tuple[Placed, Placed]]:
    last: dict[tuple[object, ...], Placed] = {}
    ordered = sorted(told, key=lambda f: f.told.order)
    for ahead, figure in zip((None, *ordered), ordered, strict=False):
        scope = figure.scope
        what = (scope.measure, scope.unit, scope.kind, scope.planned)
        before = last.get(what)
        # "300 people were killed and 1,500 injured": a second number has its noun from the first of its sentence.
        joined = ahead is not None and ahead is not before and _sentence(ahead) == _sentence(figure)
        if before is not None and not joined and _is_beside(figure, before, parties):
            yield figure, before
        last[what] = figure


def _is_beside(figure: Placed, before: Placed, parties: Parties) -> bool:
    one, other = figure.value, before.value
    near = _sentence(figure)[0] - _sentence(before)[1] <= _NEAR_CHARACTERS
    alike = one <= other * _MANY_TIMES and other <= one * _MANY_TIMES
    if not (near and alike and _is_wordless(figure, before) and _adds_nothing(figure.scope, before.scope)):
        return False
    claimants = [_claimant(each, before.scope.place, parties) for each in (figure, before)]
    return not claimants[0].own_voice and claimants[0].id != claimants[1].id


def _claimant(figure: Placed, place: str | None, parties: Parties) -> Claimant:
    return claimant_of(figure.told, figure.scope.place or place, parties)


def _sentence(figure: Placed) -> tuple[int, int]:
    first = min(figure.told.claim.mentions, key=lambda m: m.trigger.start)
    return first.statement.start, first.statement.end


def _is_wordless(figure: Placed, before: Placed) -> bool:
    """Whether a number stands without a noun: read as another value, or of people of one event told as a number alone."""
    claim = figure.told.claim
    if claim.rule == _AGAIN:
        return True
    trigger = min((m.trigger for m in claim.mentions), key=lambda t: t.start)
    number_alone = trigger.end - trigger.start == len(figure.quantity.verbatim)
    flows = {figure.scope.accounting, before.scope.accounting} == {"flow"}
    return number_alone and flows and figure.scope.unit == _PERSONS


def _adds_nothing(one: Scope, other: Scope) -> bool:
    """Whether the later says nothing of nation, place and time that the earlier does not say."""
    time = one.time.kind == "open" or one.time == other.time
    return time and one.place in {None, other.place} and one.nation in {None, other.nation}


def put_together(frames: Sequence[Frame], beside: dict[str, str]) -> list[Frame]:
    """The series with those put into one that hold two counts told side by side, unless each says where or when itself."""
    found = list(frames)
    for later, earlier in sorted(beside.items()):
        home = {f.told.claim.id: frame for frame in found for f in frame.figures if f.told.claim.id in {later, earlier}}
        one, other = home[later], home[earlier]
        ways = ((one, other), (other, one)) if one is not other else ()
        joined, kept = next(((a, b) for a, b in ways if _leaves_open(a.scope, b.scope)), (None, None))
        if joined is not None and kept is not None:
            kept.figures.extend(joined.figures)
            kept.count_anew()
            found = [frame for frame in found if frame is not joined]
    return found


def _leaves_open(one: Scope, other: Scope) -> bool:
    """Whether a series says nothing of place and time that another does not say."""
    return one.time.kind in {"open", "moment"} and one.place in {None, other.place}
