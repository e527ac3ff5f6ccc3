"""Doc → Extraction: the steps, in order, and what they left unread."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions, extract_quotes, find_attributions
from parley.extract.events import extract_events
from parley.extract.figures import extract_figures
from parley.extract.merge import merge_claims
from parley.extract.moves import extract_moves
from parley.extract.phases import extract_phases
from parley.extract.relevance import keep_relevant, tells_of_strife, tells_of_talks
from parley.extract.unread import find_unread
from parley.model import Claim, Extraction

__all__ = ["STEPS", "extract"]

Step = Callable[[Doc, Attributions], list[Claim]]

STEPS: tuple[Step, ...] = (extract_quotes, extract_moves, extract_figures, extract_events, extract_phases)

_OF_TALKS = (extract_moves, extract_phases)
_OF_STRIFE = (*_OF_TALKS, extract_events)


def extract(doc: Doc) -> Extraction:
    """Everything the steps claim of a report, repeats joined, and the sentences of which nothing was claimed."""
    attributions = find_attributions(doc)
    told = keep_relevant(doc, [claim for step in _steps(doc) for claim in step(doc, attributions)])
    claims = merge_claims(told, doc)
    return Extraction(doc.report.id, claims, doc.passages, find_unread(doc, claims))


def _steps(doc: Doc) -> tuple[Step, ...]:
    """Moves are the costliest step; a report off talks makes none, and one of neither talks nor strife tells no deed."""
    if tells_of_talks(doc):
        return STEPS
    left_out = _OF_TALKS if tells_of_strife(doc) else _OF_STRIFE
    return tuple(step for step in STEPS if step not in left_out)
