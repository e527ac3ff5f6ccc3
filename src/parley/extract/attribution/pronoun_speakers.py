"""Speakers given by a pronoun that nothing else resolves: who spoke last goes on speaking."""

from __future__ import annotations

import msgspec

from parley.annotate.doc import Doc
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.quoted import quotations_near
from parley.model import Source
from parley.model.claim import SourceKind

__all__ = ["name_pronouns"]

_PERSONS: frozenset[SourceKind] = frozenset({"person", "unnamed", "witness"})
_BODIES: frozenset[SourceKind] = frozenset({"organisation", "office", "outlet", "agency"})
_FITTING: dict[str, frozenset[SourceKind]] = {"he": _PERSONS, "she": _PERSONS, "it": _BODIES}
_REACH = 4  # sentences back to whoever spoke last


def name_pronouns(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The drafts in text order; a pronoun that stands for nobody yet, or for somebody named only in the words quoted,
    is whoever spoke last before it."""
    named: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.cue.start, d.content[:1])):
        found = _named(doc, draft, named) if draft.sources and _is_open(doc, draft) else None
        named.append(msgspec.structs.replace(draft, sources=(*draft.sources[:-1], found)) if found else draft)
    return named


def _pronoun(doc: Doc, draft: Draft) -> str:
    span = draft.sources[-1].span
    return span.of(doc.text).lower() if span is not None else ""


def _is_open(doc: Doc, draft: Draft) -> bool:
    word = _pronoun(doc, draft)
    if word not in _FITTING:
        return False
    name = draft.sources[-1].name
    if name.lower() == word:
        return True
    # A body that speaks calls itself "we": one that its words name is another.
    quoted = [q.words for q in quotations_near(doc, draft.content)]
    told = any(e.name == name and any(q.covers(e.span) for q in quoted) for e in doc.entities)
    return word == "it" and told


def _named(doc: Doc, draft: Draft, before: list[Draft]) -> Source | None:
    """The last fitting speaker before a draft, with the pronoun's own place."""
    word = _pronoun(doc, draft)
    for other in reversed(before[-_REACH:]):
        if draft.sentence - other.sentence > _REACH or not other.sources or other.rule.startswith("heading"):
            break
        last = other.sources[-1]
        fits = last.kind in _FITTING[word] and last.number != "several" and last.name.lower() not in _FITTING
        if fits and not any(piece.covers(draft.cue) for piece in other.content):
            return msgspec.structs.replace(last, span=draft.sources[-1].span)
    return None
