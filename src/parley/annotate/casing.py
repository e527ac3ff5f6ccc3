"""Capitals and character entities folded for the parser, without moving a single character."""

from __future__ import annotations

from collections.abc import Set

__all__ = ["fold_entities", "fold_headline"]


def fold_headline(text: str, known_lower: Set[str], known_names: Set[str]) -> str:
    """`text` with a headline's capitals folded to those of a sentence; same length."""
    return text


def fold_entities(text: str) -> str:
    """`text` with character entities blanked or replaced by characters of equal length."""
    return text
