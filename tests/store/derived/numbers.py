"""Reports that are only numbers under keys: what the index is tried with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from hypothesis import strategies as st

from parley.store.derived import Grouping

NAMES = [f"r{number}" for number in range(9)]


class Numbered(msgspec.Struct, frozen=True):
    report: str
    number: int
    keys: tuple[str, ...]


class Near(msgspec.Struct, frozen=True):
    one: str
    other: str
    apart: int


class Chain(msgspec.Struct, frozen=True):
    """Reports that hang together; two of them for one set where its numbers are odd and even."""

    id: str
    reports: tuple[str, ...]


def link(one: Numbered, other: Numbered) -> Near | None:
    first, second = sorted((one, other), key=lambda each: each.report)
    apart = abs(one.number - other.number)
    return Near(first.report, second.report, apart) if apart <= 3 else None


def group(items: Iterable[Numbered], links: Iterable[Near]) -> Iterable[Chain]:
    numbers = {item.report: item.number for item in items}
    heads = {report: report for report in numbers}
    for each in links:
        one, other = sorted((heads[each.one], heads[each.other]))
        heads = {report: one if head == other else head for report, head in heads.items()}
    sets: dict[str, list[str]] = defaultdict(list)
    for report in sorted(numbers):
        sets[f"{heads[report]} {numbers[report] % 2}"].append(report)
    return [Chain(name, tuple(reports)) for name, reports in sets.items()]


GROUPING = Grouping(
    space="numbers",
    item=Numbered,
    link_type=Near,
    whole=Chain,
    keys=lambda item: item.keys,
    rank=lambda item: f"{item.number:02}",
    link=link,
    group=group,
)

ITEMS = st.builds(
    lambda number, keys: (number, tuple(sorted(keys))), st.integers(0, 12), st.frozensets(st.sampled_from("ab"))
)
BATCHES = st.lists(st.dictionaries(st.sampled_from(NAMES), st.none() | ITEMS, max_size=5), max_size=8)


def items(batch: dict[str, tuple[int, tuple[str, ...]] | None]) -> dict[str, Numbered | None]:
    """What is put in for a batch of drawn values."""
    return {report: Numbered(report, *drawn) if drawn else None for report, drawn in batch.items()}
