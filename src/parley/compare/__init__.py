"""Claims against claims: pure functions, which compare only like with like."""

from __future__ import annotations

from parley.compare.across import move_relations
from parley.compare.within import relations_within

__all__ = ["move_relations", "relations_within"]
