"""Figures: what was counted or measured, how much, of whom, where, by whom, in which time, as of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.annotate.doc import Doc
    from parley.extract.attributions import Attributions
    from parley.model import Claim

__all__ = ["extract_figures"]


def extract_figures(doc: Doc, attributions: Attributions) -> list[Claim]:
    """All figures of the report in text order, each with its attribution and factuality."""
    raise NotImplementedError
