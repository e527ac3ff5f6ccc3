"""What the record does not cover: sentences with a cue or a number of which nothing was read."""

from __future__ import annotations

from functools import cache

from parley.annotate.doc import Doc, Sentence
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list
from parley.model import Claim, Span

__all__ = ["find_unread"]

_COUNTED = frozenset({"count", "money", "percent", "measure"})
_EVERYDAY = word_list("unread.everyday")


@cache
def _act_verbs() -> frozenset[str]:
    """Verbs that mostly make moves: those whose frames all belong to talks, without everyday ones."""
    everyday = _EVERYDAY
    return frozenset(verb for frame in load_acts().frame for verb in frame.verbs) - everyday


def find_unread(doc: Doc, claims: tuple[Claim, ...]) -> tuple[Span, ...]:
    """Sentences that hold a word of an act or a counted number, and touch no claim's words."""
    read = [span for claim in claims for m in claim.mentions for span in (m.statement, m.trigger)]
    touched = {i for span in read for i in doc.sentences_at(span)}
    return tuple(
        s.span
        for i, s in enumerate(doc.sentences)
        if i not in touched and doc.block_kind(i) == "text" and _has_cue(doc, s)
    )


def _has_cue(doc: Doc, sentence: Sentence) -> bool:
    if any(clause.lemma in _act_verbs() for clause in sentence.clauses):
        return True
    return any(q.kind in _COUNTED for q in doc.quantities_in(sentence.span))
