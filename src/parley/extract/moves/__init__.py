"""Moves: what parties do in talks."""

from parley.extract.moves.claims import extract_moves

__all__ = ["extract_moves"]
