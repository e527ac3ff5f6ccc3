"""Moves across the reports of one story."""

from parley.compare.across.relations import move_relations

__all__ = ["move_relations"]
