"""One sentence and the two parties asked about: which of its tokens are the source's and which the target's."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Sentence
from parley.annotate.parse import Parse
from parley.model import Span

__all__ = ["Scene", "find_party", "find_scenes"]

_Tokens = frozenset[int]


class Scene(msgspec.Struct, frozen=True, dict=True):
    """A sentence with the tokens of the source, those of the target (either may be empty), and those of dates."""

    sentence: Sentence
    source: _Tokens
    target: _Tokens
    times: _Tokens = frozenset()

    @property
    def parse(self) -> Parse:
        """The sentence's parse."""
        return self.sentence.parse

    @cached_property
    def clause_by_verb(self) -> dict[int, Clause]:
        """The clauses by the tokens that head them."""
        return {clause.verb: clause for clause in self.sentence.clauses}

    @cached_property
    def governed(self) -> dict[int, list[Clause]]:
        """The clauses that stand directly under each clause, by its verb."""
        clauses = self.sentence.clauses
        found: dict[int, list[Clause]] = {}
        for clause in clauses:
            if clause.parent is not None:
                found.setdefault(clauses[clause.parent].verb, []).append(clause)
        return found

    def head(self, tokens: _Tokens) -> int | None:
        """The token of a party on which its other words hang, None where the sentence does not name it."""
        heads = self.parse.heads
        subjects = [t for c in self.sentence.clauses if c.verb not in tokens for t in c.subjects if t in tokens]
        if subjects:
            return min(subjects)
        tops = [t for t in sorted(tokens) if heads[t] not in tokens or heads[t] == t]
        named = [t for t in tops if self.parse.deps[t] not in {"punct", "det", "case", "prep"}]
        return next(iter(named or tops), None)

    def above(self, token: int) -> list[int]:
        """A token and those above it, nearest first."""
        return [token, *self.parse.ancestors(token)]


def find_party(text: str, party: str | Span) -> list[Span]:
    """Where a party stands in the text: the span itself, or every place of its words, in any case as a last resort."""
    if isinstance(party, Span):
        return [party]
    words = r"\s+".join(map(re.escape, party.split()))
    if not words:
        return []
    bounded = (r"(?<!\w)" if words[0].isalnum() else "") + words + (r"(?!\w)" if words[-1].isalnum() else "")
    for pattern, flags in ((bounded, 0), (bounded, re.IGNORECASE), (words, re.IGNORECASE)):
        if found := [Span(m.start(), m.end()) for m in re.finditer(pattern, text, flags)]:
            return found
    return []


def find_scenes(doc: Doc, sources: list[Span], targets: list[Span]) -> list[Scene]:
    """The sentences that name the source, those that name the target too first, in text order otherwise.

    Sentences that name the target alone come last: they may tell in the passive what was done to it.
    """
    scenes = [Scene(s, _tokens(s, sources), _tokens(s, targets), _times(doc, s)) for s in doc.sentences if len(s.parse)]
    found = [s for s in scenes if s.source or s.target]
    return sorted(found, key=lambda s: (not (s.source and s.target), not s.source))


def _times(doc: Doc, sentence: Sentence) -> _Tokens:
    return frozenset(t for date in doc.dates_in(sentence.span) for t in _tokens(sentence, [date.span]))


def _tokens(sentence: Sentence, spans: list[Span]) -> _Tokens:
    """The tokens of the first of the spans that lies in the sentence."""
    start = sentence.span.start
    for span in spans:
        if span.start < sentence.span.end and span.end > start:
            parse = sentence.parse
            first, last = span.start - start, span.end - start
            return frozenset(t for t in range(len(parse)) if parse.starts[t] < last and parse.ends[t] > first)
    return frozenset()
