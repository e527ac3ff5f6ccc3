"""What became of each count of a series: current, superseded, stale, corrected, contradicted, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from parley.compare.series.lines import Count, Line
from parley.compare.series.scope import Scope
from parley.model import FigureRule, Standing

__all__ = ["GROWING", "Verdict", "verdicts_of"]

# A fall is one of the series, and no old count told again, if so many counts after it mostly keep to it.
_LOOK_AHEAD = 20
# A closed event's count still moves in its first days; later, two that exclude each other contradict.
_SETTLING_DAYS = 7
GROWING = frozenset({"since", "event"})
"""Times over which counts do not fall."""


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """The standing of a count, the rule that gives it, the count that decides it, and why in words; whether it ever held."""

    standing: Standing
    rule: FigureRule
    by: Count | None = None
    why: str = ""
    held: bool = True


def verdicts_of(scope: Scope, lines: Sequence[Line], beside: dict[str, str]) -> dict[str, Verdict]:
    """The verdict on every count of a series, by its id; `beside` pairs claims that one report tells side by side."""
    found: dict[str, Verdict] = {}
    for line in lines:
        found |= _one_by_one(line) if scope.time.kind == "increment" else _along(line)
    counts = sorted((c for line in lines for c in line.counts if not c.vague), key=lambda c: c.order)
    contested = dict(_told_apart(counts, beside))
    if scope.time.kind in GROWING:
        # What another denies beside it corrects nobody.
        found |= dict(_falls([c for c in counts if c.id not in contested]))
    found |= dict(_contradictions(scope, counts, {c.id: line.claimant.id for line in lines for c in line.counts}))
    return found | contested


def _one_by_one(line: Line) -> dict[str, Verdict]:
    """Of increments none takes the place of another: all are current, but one told again of the same time."""
    found: dict[str, Verdict] = {}
    for at, count in enumerate(line.counts):
        period = count.figure.period
        newer = (c for c in line.counts[at + 1 :] if period is not None and c.figure.period == period)
        other = next((c for c in newer if c.value != count.value), None)
        if other is not None:
            found[count.id] = Verdict("superseded", _newer_rule(count, other), other, _newer_words(other))
        else:
            found[count.id] = Verdict("current", "figures:increments-apart", None, "it adds to the others")
    return found


def _along(line: Line) -> dict[str, Verdict]:
    """By the claimant's own counts alone: the newest as-of is current, the others are superseded by the next.

    A word for a size supersedes no number; it is superseded by one that it does not hold.
    """
    numbers = [count for count in line.counts if not count.vague]
    newest = (numbers or line.counts)[-1]
    found: dict[str, Verdict] = {}
    other: Count | None = None  # the next that names another number
    for at, count in reversed(list(enumerate(line.counts))):
        after = line.counts[at + 1] if at + 1 < len(line.counts) else None
        if after is not None and not (after.vague and numbers) and after.value != count.value:
            other = other if after.exact.contains(count.exact) else after
        if count is newest:
            found[count.id] = Verdict("current", "figures:newest-as-of", None, "the newest of this claimant")
        elif other is None or (count.vague and count.exact.contains(other.exact)):
            found[count.id] = Verdict(
                "current", "figures:all-kept", newest, "the newest of this claimant, in other words"
            )
        else:
            found[count.id] = Verdict("superseded", _newer_rule(count, other), other, _newer_words(other))
    return found


def _newer_rule(count: Count, after: Count) -> FigureRule:
    """Why a later count may stand beside an earlier one without contradiction."""
    if not after.dated:
        return "figures:published-bounds"
    return "figures:floor-rises" if count.quantity.upper is None else "figures:newest-as-of"


def _newer_words(after: Count) -> str:
    if after.as_of is None:
        return f"{after.quantity.verbatim} is told in a report without a date"
    basis = "as of" if after.dated else "published"
    return f"{after.quantity.verbatim} {basis} {after.as_of.day} {after.as_of:%b %Y}"


def _falls(counts: Sequence[Count]) -> Iterator[tuple[str, Verdict]]:
    """In counts that do not fall: what corrects, what was corrected, and what tells an old number again."""
    level: list[Count] = []  # the counts that name the highest number that holds, newest last
    corrected: Count | None = None
    named: set[tuple[float, bool]] = set()
    lower: set[float] = set()  # the numbers told before the highest
    for at, count in enumerate(counts):
        newest = level[-1] if level else count
        if count.value >= newest.value:
            if corrected is not None and _is_of(count, corrected, newest) and not _kept_to(count, newest, counts[at:]):
                yield count.id, Verdict("stale", "figures:stale", newest, _told_again(corrected))
            elif count.value == newest.value:
                level.append(count)
            else:
                lower |= {c.value for c in level}
                level = [count]
        elif _names(count) not in named and _is_correction(count, newest, counts[at:]):
            held = count.value not in lower or len({t.told.origin for c in level for t in c.tellings}) > 1
            words = _fell(count) if held else f"{count.quantity.verbatim} was told before it and after it"
            yield from ((c.id, Verdict("corrected", "figures:floor-falls", count, words, held)) for c in level)
            corrected, level = newest, [count]
        elif count.interval.below(newest.interval) or _is_outgrown(count, newest):
            yield count.id, Verdict("stale", "figures:stale", newest, _known_before(newest))
        if not count.rounded:
            named.add(_names(count))


def _is_outgrown(count: Count, level: Count) -> bool:
    """Whether a floor falls short of what was known by more than its roundness: "more than 12,000" when 13,500 are known.

    "More than 10,000" is true of them and may be meant so.
    """
    if count.quantity.upper is not None:
        return False
    step = float(10 ** (len(str(int(count.value))) - _digits(count.value)))
    return level.exact.lower // step * step > count.value


def _names(count: Count) -> tuple[float, bool]:
    """The number a count names: one that is not rounded, and was told before, is that count told again."""
    return count.value, count.quantity.exact


def _is_of(count: Count, corrected: Count, level: Count) -> bool:
    """Whether a count tells the number that was corrected, and not the one that corrects it."""
    return count.interval.overlaps(corrected.interval) and _nearer(count, corrected, level)


def _is_correction(count: Count, level: Count, following: Sequence[Count]) -> bool:
    """Whether the floor falls for good: no rounder word for the same number, and what follows keeps to it.

    A floor alone ("more than 12,000") is true beside a higher floor or a rough number; it is a fall where others behind it name less too.
    """
    rounder = count.rounded or _digits(count.value) < _digits(level.value)
    if rounder and count.interval.overlaps(level.interval):
        return False
    floors = count.quantity.upper is None and (level.quantity.upper is None or level.quantity.approximate)
    if floors and not any(_nearer(other, count, level) for other in following[1:_LOOK_AHEAD]):
        return False
    return _kept_to(count, level, following)


def _digits(value: float) -> int:
    """Digits before the trailing noughts."""
    return len(str(int(value)).rstrip("0"))


def _kept_to(count: Count, level: Count, following: Sequence[Count]) -> bool:
    """Whether most of the counts from this one on, itself among them, are nearer to it than to what stood before."""
    votes = [1 if _nearer(other, count, level) else -1 for other in following[:_LOOK_AHEAD]]
    return sum(votes) >= 0


def _nearer(count: Count, one: Count, other: Count) -> bool:
    return abs(count.value - one.value) < abs(count.value - other.value)


def _fell(count: Count) -> str:
    return f"the floor fell to {count.quantity.verbatim}: a correction, or a change of what is counted"


def _told_again(corrected: Count) -> str:
    return f"it tells {corrected.quantity.verbatim} again, which was corrected"


def _known_before(level: Count) -> str:
    return f"{level.quantity.verbatim} was known before, and such a count does not fall"


def _contradictions(scope: Scope, counts: Sequence[Count], claimants: dict[str, str]) -> Iterator[tuple[str, Verdict]]:
    """Neighbours of one as-of that exclude each other."""
    for one, other in pairwise(counts):
        if one.as_of is None or one.as_of != other.as_of or not one.interval.disjoint(other.interval):
            continue
        if claimants[one.id] != claimants[other.id] and _is_settled(scope, one, other):
            for count, against in ((one, other), (other, one)):
                words = f"{against.quantity.verbatim} for the same as-of excludes it"
                yield count.id, Verdict("contradicted", "figures:apart-at-one-time", against, words)


def _told_apart(counts: Sequence[Count], beside: dict[str, str]) -> Iterator[tuple[str, Verdict]]:
    """Numbers that one report tells side by side, of one as-of, and that exclude each other."""
    tellings = {each.told.claim.id: (count, each) for count in counts for each in count.tellings}
    for later, earlier in sorted(beside.items()):
        if later not in tellings or earlier not in tellings:
            continue
        (one, here), (other, there) = tellings[later], tellings[earlier]
        if here.as_of == there.as_of and one.interval.disjoint(other.interval):
            for count, against in ((one, other), (other, one)):
                words = f"{against.quantity.verbatim}, told beside it, excludes it"
                yield count.id, Verdict("contradicted", "figures:apart-at-one-time", against, words)


def _is_settled(scope: Scope, one: Count, other: Count) -> bool:
    """Whether two counts of one as-of are of the same moment: both say when, or what they count no longer moves."""
    if one.dated and other.dated:
        return True
    if scope.time.kind in {"event", "period"}:
        return one.as_of is not None and _over(scope, one.as_of)
    return scope.time.kind == "moment" and one.dated == other.dated


def _over(scope: Scope, as_of: date) -> bool:
    days = scope.time.days
    return days is not None and as_of >= days.last + timedelta(days=_SETTLING_DAYS)
