"""Which claim of another run is the one a judgement, or an older run, speaks of: the same act or measure, by overlap."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.model import Claim, Span, anchor_of

__all__ = ["best_fit", "fitness"]


def fitness(one: Claim, other: Claim, *, names: frozenset[str | None] = frozenset()) -> tuple[float, int] | None:
    """How well `other` fits the anchor of `one`: shared part of the words, then equal fields; None when it does not.

    It fits when it stands in the same report, is of the same kind and act or measure (or one of `names`), and the
    words that make it overlap those that first make `one`.
    """
    anchor, candidate = anchor_of(one), anchor_of(other)
    if (anchor.report, anchor.kind) != (candidate.report, candidate.kind):
        return None
    if candidate.name != anchor.name and candidate.name not in names:
        return None
    overlap = max(_shared(anchor.trigger, mention.trigger) for mention in other.mentions)
    return (overlap, _equal_fields(one, other)) if overlap else None


def best_fit(
    one: Claim, candidates: Iterable[Claim], *, names: frozenset[str | None] = frozenset()
) -> tuple[Claim, ...]:
    """The claims that fit best: that of the same id, else those that share most; several when none is nearer."""
    found = [(fitness(one, other, names=names), other) for other in candidates]
    same = [other for _, other in found if other.id == one.id]
    if same:
        return tuple(same)
    best = max((fit for fit, _ in found if fit), default=None)
    return tuple(other for fit, other in found if fit is not None and fit == best)


def _shared(one: Span, other: Span) -> float:
    """The part of both stretches together that lies in each of them, from 0 to 1."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


def _equal_fields(one: Claim, other: Claim) -> int:
    parts = ((one.body, other.body), (one.attribution, other.attribution), (one.factuality, other.factuality))
    return sum(_fields(first)[name] == value for first, second in parts for name, value in _fields(second).items())


def _fields(record: msgspec.Struct) -> dict[str, object]:
    return msgspec.structs.asdict(record)
