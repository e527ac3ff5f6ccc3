"""Who is given as saying what in a report, and on whose word any of its words stand."""

from __future__ import annotations

from collections.abc import Iterable

from parley.annotate.doc import Doc
from parley.extract.attributed import Attributed
from parley.model import Attribution, Evidence, Span

__all__ = ["Attributed", "Attributions", "find_attributions"]


class Attributions:
    """The attributions of one report in text order, and on whose word any of its words stand."""

    def __init__(self, doc: Doc, items: Iterable[Attributed]) -> None:
        """`items` are the attributions of `doc`."""
        self.doc = doc
        self.items = tuple(items)

    def of(self, sentence: int, trigger: Span) -> Attribution:
        """The attribution under which the words at `trigger` stand: an empty one for the report's own voice."""
        return Attribution()

    def evidence(self, sentence: int, trigger: Span) -> tuple[Evidence, ...]:
        """The words that say on whose word those at `trigger` stand: sources, cues, content."""
        return ()


def find_attributions(doc: Doc) -> Attributions:
    """The attributions of a report."""
    return Attributions(doc, ())
