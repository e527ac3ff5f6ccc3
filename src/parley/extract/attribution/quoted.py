"""The quotations of a report that stand on their own, and those near a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from parley.annotate.doc import Doc, Quotation
from parley.model import Span

__all__ = ["outermost", "quotations_near"]


def outermost(doc: Doc) -> tuple[Quotation, ...]:
    """Quotations that lie in no other one; computed once a report."""
    cached = doc.__dict__.get("_outermost_quotations")
    if cached is None:
        found: list[Quotation] = []
        for quotation in doc.quotations:
            if not found or quotation.span.start >= found[-1].span.end:
                found.append(quotation)
        cached = doc.__dict__["_outermost_quotations"] = tuple(found)
    outermost: tuple[Quotation, ...] = cached
    return outermost


def quotations_near(doc: Doc, spans: Iterable[Span]) -> list[Quotation]:
    """The outermost quotations that share a character with one of the stretches, in text order."""
    found = outermost(doc)
    near: list[Quotation] = []
    for span in spans:
        first = bisect_right(found, span.start, key=_end_of)
        for quotation in found[first:]:
            if quotation.span.start >= span.end:
                break
            near.append(quotation)
    return near


def _end_of(quotation: Quotation) -> int:
    return quotation.span.end
