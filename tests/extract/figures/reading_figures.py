"""Reading figures out of sentences written for the tests."""

from __future__ import annotations

from functools import cache

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions
from parley.extract.figures import extract_figures
from parley.model import Claim, Figure, new_report

__all__ = ["PUBLISHED", "claims_of", "figure_of", "figures_of", "read"]

PUBLISHED = "2024-05-17"  # a Friday


@cache
def read(text: str, *, published: str | None = PUBLISHED, title: str | None = None) -> tuple[Doc, tuple[Claim, ...]]:
    """The report's Doc and figures, every figure in the report's own voice."""
    doc = next(iter(annotate([new_report(text, published=published, title=title)])))
    return doc, tuple(extract_figures(doc, Attributions(doc, ())))


def claims_of(text: str, *, published: str | None = PUBLISHED) -> tuple[Claim, ...]:
    """The figures of a report, as claims."""
    return read(text, published=published)[1]


def figures_of(text: str, *, published: str | None = PUBLISHED) -> list[Figure]:
    """The figures of a report, as bodies."""
    return [claim.body for claim in claims_of(text, published=published) if isinstance(claim.body, Figure)]


def figure_of(text: str, *, published: str | None = PUBLISHED) -> Figure:
    """The one figure of a report."""
    found = figures_of(text, published=published)
    assert len(found) == 1, [(f.measure, f.quantity.verbatim) for f in found]
    return found[0]
