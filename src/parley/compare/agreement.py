"""How far people agree beyond chance: Krippendorff's alpha.

K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations, permutations
from typing import TypeVar

__all__ = ["interval", "krippendorff_alpha", "nominal"]

ValueT = TypeVar("ValueT", bound=Hashable)


def nominal(one: object, other: object) -> float:
    """The difference of two names: none or all of it."""
    return 0.0 if one == other else 1.0


def interval(one: float, other: float) -> float:
    """The difference of two numbers, squared."""
    return float((one - other) ** 2)


def krippendorff_alpha(
    units: Iterable[Sequence[ValueT]], difference: Callable[[ValueT, ValueT], float] = nominal
) -> float | None:
    """Alpha of units, each with the values that observers gave it: 1 is agreement, 0 what chance would give.

    `difference` is the squared difference of the metric. A unit with one value, or none, counts for nothing. None where
    no two values can be compared, or none differ from any other, so that there is nothing to be reliable about.
    """
    numbers: dict[tuple[ValueT, ValueT], float] = {}
    for values in units:
        for pair, times in Counter(permutations(values, 2)).items():
            numbers[pair] = numbers.get(pair, 0.0) + times / (len(values) - 1)
    totals: dict[ValueT, float] = {}
    for (value, _), number in numbers.items():
        totals[value] = totals.get(value, 0.0) + number
    observed = sum(number * difference(*pair) for pair, number in numbers.items()) / 2
    expected = sum(totals[one] * totals[other] * difference(one, other) for one, other in combinations(totals, 2))
    return 1 - (sum(totals.values()) - 1) * observed / expected if expected else None
