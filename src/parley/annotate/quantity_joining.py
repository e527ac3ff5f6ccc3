"""Quantities in the making, and what makes one of two that stand side by side, or lends one a word of the other."""

from __future__ import annotations

import re
from typing import NamedTuple

from parley.annotate.bound_words import Interval, bounded, bounds
from parley.annotate.date_patterns import numbers
from parley.annotate.numerals import Numeral
from parley.annotate.quantity_mention import QuantityKind
from parley.lexicon.bounds import BoundKind

__all__ = ["FROM", "Draft", "Views", "carried", "from_to", "interval_of", "together"]

FROM = re.compile(r"\bfrom[ \n]+(?:(?:[A-Z]{1,2})?\$[ ]?|Rs\.?[ ]?)?$", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:[ \n]+([a-z-]+))(?:[ \n]+([a-z-]+))?(?:[ \n]+([a-z-]+))?(?:,|,?[ \n]+and)[ \n]+$|[ \n]+and[ \n]+$"
)
_LARGE = 1_000_000


class Views(NamedTuple):
    """The text, its ASCII view, and the view in lower case."""

    text: str
    view: str
    low: str


class Draft(NamedTuple):
    """A quantity in the making."""

    start: int
    end: int
    numeral: Numeral
    interval: Interval
    kind: QuantityKind
    unit: str | None = None
    bound: BoundKind | None = None


def interval_of(numeral: Numeral, factor: float = 1) -> Interval:
    """What a numeral is worth in a unit of which each counts `factor`; a vague one is open above and approximate."""
    vague = numeral.form == "vague"
    lower, upper = (float(f"{v * factor:.12g}") for v in (numeral.lower, numeral.upper))
    return Interval(lower, upper, upper_open=vague, approximate=vague)


def carried(low: str, previous: Draft, draft: Draft) -> Draft:
    """The draft under the bound of the one before it, where one bound governs both: "over 300 men and 120 women"."""
    bound = previous.bound
    if (
        bound not in bounds().reading.shared
        or draft.bound
        or draft.kind != previous.kind
        or draft.unit != previous.unit
    ):
        return draft
    if draft.interval.upper == 1 or draft.interval.approximate or draft.interval.lower != draft.interval.upper:
        return draft
    match = _SHARED.fullmatch(low, previous.end, draft.start)
    if match is None or any(word in numbers().context.carry_stop for word in match.groups() if word):
        return draft
    return draft._replace(interval=bounded(draft.interval, bound), bound=bound)


def from_to(low: str, first: Draft, second: Draft) -> Draft:
    """The first of two numbers, with the unit that only the second has: "from 80 to 92.50 dlrs", "150 and 270 cents"."""
    if (
        first.unit
        or first.kind != "count"
        or second.bound
        or second.kind not in ("money", "percent", "measure", "duration")
    ):
        return first
    between = low[first.end : second.start].split()
    from_ = FROM.search(low[max(0, first.start - 10) : first.start])
    if first.interval.upper and first.interval.upper >= _LARGE and len(between) == 2 and between[0] == "of":
        # "900 million of the 2.1 billion dollars"
        return first._replace(unit=second.unit, kind=second.kind) if second.kind == "money" else first
    if between not in (["to"], ["and"], ["or"]) or (between == ["to"] and not from_) or first.numeral.form != "digits":
        return first
    factor = (second.interval.upper or 0) / second.numeral.upper if second.numeral.upper else 1
    interval = first.interval if first.bound else interval_of(first.numeral, factor)
    return first._replace(interval=interval, unit=second.unit, kind=second.kind)


_BOTH = re.compile(r",?[ \n]+(?:and|but)[ \n]+|,[ \n]+")
_PART_OF = re.compile(r"[ \n]+(?:and[ \n]+)?")
_CLAUSE_END = re.compile(r"[ \n]*(?:[.!?;)](?!\d)|,(?!\d)|$)")
_IN_FULL = {"foot": ("inch", 12)}


def together(low: str, first: Draft, second: Draft) -> Draft | None:
    """One quantity of two side by side: a floor and a ceiling ("more than 10 and less than 40"), a sum in two units
    ("3 dollars 50 cents", "5 feet 2 inches"); None for two."""
    return _between_bounds(low, first, second) or _in_two_units(low, first, second)


def _between_bounds(low: str, first: Draft, second: Draft) -> Draft | None:
    if not (first.bound and second.bound and _BOTH.fullmatch(low, first.end, second.start)):
        return None
    if first.kind != second.kind or (first.unit and first.unit != second.unit):
        return None
    floor, ceiling = (first, second) if first.interval.upper is None else (second, first)
    lower, upper = floor.interval.lower, ceiling.interval.upper
    open_ended = floor.interval.upper is None and ceiling.interval.lower in (None, 0)
    if not open_ended or lower is None or upper is None or lower >= upper:
        return None
    approximate = floor.interval.approximate or ceiling.interval.approximate
    interval = Interval(lower, upper, floor.interval.lower_open, ceiling.interval.upper_open, approximate)
    return first._replace(end=second.end, interval=interval, unit=second.unit or first.unit)


def _in_two_units(low: str, first: Draft, second: Draft) -> Draft | None:
    if (
        second.bound
        or not _is_whole(first)
        or not _is_whole(second)
        or not _PART_OF.fullmatch(low, first.end, second.start)
    ):
        return None
    size = _part_size(low, first, second)
    if size is None or second.numeral.lower >= size:
        return None
    more = second.numeral.lower / size
    interval = first.interval
    lower, upper = (float(f"{end + more:.12g}") if end else end for end in interval[:2])
    return first._replace(end=second.end, interval=interval._replace(lower=lower, upper=upper))


def _is_whole(draft: Draft) -> bool:
    numeral = draft.numeral
    return numeral.form in ("digits", "words") and numeral.lower == numeral.upper == int(numeral.lower)


def _part_size(low: str, first: Draft, second: Draft) -> int | None:
    """How many of the second make one of the first, where the second is the smaller unit of the same thing."""
    if first.kind == "measure":
        name, size = _IN_FULL.get(first.unit or "", ("", 0))
        return size if name and second.unit == name else None
    known = [end for end in first.interval[:2] if end]
    if first.kind != "money" or not known or known[0] != first.numeral.lower:
        return None
    hundredth = second.unit == first.unit and second.interval.upper == second.numeral.upper / 100
    # "It costs 15 dollars 50.": the hundredths, not said.
    bare = (
        second.kind == "count" and second.unit is None and second.numeral.lower >= 10 and first.end > first.numeral.end
    )
    return 100 if hundredth or (bare and _CLAUSE_END.match(low, second.end)) else None
