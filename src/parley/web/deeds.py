"""What the forms of the page do, decisions on claims aside."""

from __future__ import annotations

from parley.web.asking import Asked, Deed

__all__ = ["DEEDS"]


def _look(asked: Asked) -> str:
    """Note that all changes so far were seen."""
    asked.project.ledger().look()
    return "/"


DEEDS = (Deed("/look", _look),)
