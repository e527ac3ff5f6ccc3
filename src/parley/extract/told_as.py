"""As what words of a text are told: as something said, done, planned or denied, and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import find_attributions
from parley.extract.factuality import factuality_of
from parley.model import Factuality, Span, new_report

__all__ = ["ToldAs", "told_as"]

_TO_COME = frozenset({"planned", "hypothetical"})


class ToldAs(msgspec.Struct, frozen=True):
    """Words that tell of something that happens.

    `status` is "said" for words of telling ("said", "according to"), "denied" where it is told not to be so, "planned"
    where it is still to come or only supposed, else "done"; `factuality` says how sure, as its own source has it.
    """

    words: Span
    status: Literal["said", "done", "planned", "denied"]
    factuality: Factuality


def told_as(text: str, words: Iterable[Span], *, published: str | None = None) -> tuple[ToldAs, ...]:
    """As what each stretch of a text is told, in the order given.

    `words` are half-open stretches in code points of verbs, nouns or adjectives; the head of a longer one decides.
    `published` is an ISO date. Raises ValueError for a stretch outside the text or without a word.
    """
    doc = next(iter(annotate([new_report(text, published=published)])))
    cues = [item.cue for item in find_attributions(doc).items]
    return tuple(_told(doc, span, cues) for span in words)


def _told(doc: Doc, span: Span, cues: list[Span]) -> ToldAs:
    place = _head(doc, span)
    if place is None:
        raise ValueError(f"no word stands at {span.start} to {span.end} of the text; give stretches of its words")
    found = factuality_of(doc, *place)
    if any(cue.overlaps(span) for cue in cues) and found.tense not in _TO_COME:
        return ToldAs(span, "said", found)
    if found.polarity == "negative":
        return ToldAs(span, "denied", found)
    return ToldAs(span, "planned" if found.tense in _TO_COME else "done", found)


def _head(doc: Doc, span: Span) -> tuple[int, int] | None:
    """Sentence and token of the word in the stretch that the others hang on."""
    index = doc.sentence_at(span.start)
    if index is None:
        return None
    sentence = doc.sentences[index]
    tokens = list(_tokens(doc, index, span))
    heads = (t for t in tokens if sentence.parse.heads[t] not in tokens or sentence.parse.heads[t] == t)
    head = next(heads, None)
    return (index, head) if head is not None else None


def _tokens(doc: Doc, index: int, span: Span) -> Iterator[int]:
    sentence = doc.sentences[index]
    return (t for t in range(len(sentence.parse)) if sentence.tokens(t, t).overlaps(span))
