"""Claims against claims: pure functions, which compare only like with like."""

from __future__ import annotations

from parley.compare.within import relations_within

__all__ = ["relations_within"]
