"""The attributions of a text: who says, holds or wants what, by which words."""

from __future__ import annotations

from parley.annotate.annotator import annotate
from parley.extract.attribution.listing import AttributedWords, list_attributions
from parley.model import new_report

__all__ = ["AttributedWords", "attributions"]


def attributions(text: str, *, published: str | None = None) -> tuple[AttributedWords, ...]:
    """The attributions of a text in the order of their cues, as PARC 3.0 (Pareti 2016) has them.

    Words given as said or thought, and beside them attitudes: beliefs, wishes, requests and speech about something.
    `published` is an ISO date, from which days in the text are counted.
    """
    return list_attributions(next(iter(annotate([new_report(text, published=published)]))))
