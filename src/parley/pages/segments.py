"""Stretches of a report's text, cut where marks begin and end."""

from __future__ import annotations

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
    on = [(name, span) for name, span in marks if span.overlaps(window)]
    ends = {bound for _, span in on for bound in (span.start, span.end) if window.start < bound < window.end}
    bounds = [window.start, *sorted(ends), window.end]
    pieces = (Span(start, end) for start, end in pairwise(bounds) if start < end)
    return tuple(
        Segment(piece.of(text), tuple(sorted({name for name, span in on if span.covers(piece)}))) for piece in pieces
    )
