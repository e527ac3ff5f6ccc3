"""What an earlier version of a report said, and this one corrects."""

from __future__ import annotations

from parley.model import Attribution

__all__ = ["is_taken_back"]


def is_taken_back(attribution: Attribution) -> bool:
    """Whether words stand on the word of an earlier version of the report, which takes them back."""
    return any("earlier version" in source.name for source in attribution.chain)
