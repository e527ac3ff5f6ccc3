"""Quotations as claims: words given as somebody's."""

from __future__ import annotations

from parley.annotate.doc import Doc
from parley.extract.attributions import Attributions
from parley.model import Claim

__all__ = ["extract_quotes"]


def extract_quotes(doc: Doc, attributions: Attributions) -> list[Claim]:
    """One claim for every attribution that gives somebody's words, or somebody's silence, in text order."""
    return []
