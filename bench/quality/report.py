"""What a measurement against labelled data found."""

from __future__ import annotations

import msgspec

__all__ = ["MOST_EXAMPLES", "Report"]

MOST_EXAMPLES = 50  # misses and false claims that a scorer of a public set shows


class Report(msgspec.Struct, frozen=True):
    """`metrics` are shares between 0 and 1, `counts` what they were counted from, `misses` one line for each miss."""

    name: str
    metrics: dict[str, float] = {}
    counts: dict[str, int] = {}
    misses: list[str] = []

    def __str__(self) -> str:
        """Name, metrics and counts, one a line."""
        lines = [self.name]
        lines += [f"  {name}: {value:.3f}" for name, value in self.metrics.items()]
        lines += [f"  {name}: {value}" for name, value in self.counts.items()]
        return "\n".join(lines)
