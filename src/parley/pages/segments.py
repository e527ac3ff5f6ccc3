"""Stretches of a report's text, cut where marks begin and end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from parley.model import Span

__all__ = ["Mark", "Segment", "cut"]

Mark = tuple[str, Span]
"""What a stretch is (a role of evidence, `trigger`, `match`) and where it stands."""


class Segment(msgspec.Struct, frozen=True, omit_defaults=True):
    """Characters of a report, and the marks that lie on all of them, in alphabetical order."""

    text: str
    marks: tuple[str, ...] = ()


def cut(text: str, window: Span, *, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The characters of `window` in segments: joined they are `window.of(text)`, and no mark ends inside one."""
    changes: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, span in marks:
        if span.overlaps(window):
            changes[max(span.start, window.start)].append((name, 1))
            changes[min(span.end, window.end)].append((name, -1))
    lying: Counter[str] = Counter()  # on the characters from one bound to the next, by how many marks of the name
    segments = []
    for start, end in pairwise(sorted({window.start, window.end, *changes})):
        for name, change in changes.get(start, ()):
            lying[name] += change
        lying = +lying
        segments.append(Segment(text[start:end], tuple(sorted(lying))))
    return tuple(segments)
