"""Reads short reports with the annotator and finds entity mentions by the words they cover."""

from __future__ import annotations

from collections.abc import Iterable

from parley.annotate.annotator import annotate
from parley.annotate.doc import Doc, EntityMention
from parley.model import new_report

__all__ = ["mention", "read", "read_all"]

_READ: dict[str, Doc] = {}


def read_all(texts: Iterable[str]) -> None:
    """Annotate many texts in one batch, so that the parser runs once for a whole table."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _READ]
    for text, doc in zip(fresh, annotate(new_report(text) for text in fresh), strict=True):
        _READ[text] = doc


def read(text: str) -> Doc:
    """The annotated text, from the batch where it was one of it."""
    read_all([text])
    return _READ[text]


def mention(text: str, words: str, nth: int = 0) -> EntityMention | None:
    """The `nth` mention that covers exactly these words, None when there is none."""
    doc = read(text)
    found = [entity for entity in doc.entities if entity.span.of(doc.text) == words]
    return found[nth] if len(found) > nth else None
