"""A stretch of a report's text."""

from __future__ import annotations

import msgspec

__all__ = ["Span"]


# Of records made by the thousand, such as this, the garbage collector keeps no count (`gc=False`): what never changes and
# refers to no later record stands in no cycle.
class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """Half-open stretch `start:end` in code points of `report.text`; written as `[start, end]` in JSON.

    Raises ValueError when `start` is negative or lies behind `end`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that no text can have."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no stretch of text runs from {self.start} to {self.end}")

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this stretch."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)
