"""One sentence of a report as a tree: what hangs where, where its dates and amounts stand, which words a phrase covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from typing import Any

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc, Sentence
from parley.annotate.lazy import Lazy
from parley.annotate.preps import Prep, preps_from
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.changes import Changes, find_changes
from parley.model import Span

__all__ = ["Tree"]

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_BEHIND = frozenset({"relcl", "acl", "appos", "advcl", "punct", "cc", "conj"})
_NO_PREPS: list[Prep] = []


class Tree(msgspec.Struct, frozen=True, dict=True):
    """One sentence of a report, asked what hangs where. `index` is the sentence's index in the report."""

    doc: Doc
    index: int

    @Lazy
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.doc.sentences[self.index]

    @Lazy
    def lower(self) -> frozenset[str]:
        """The words of the sentence in lower case."""
        return frozenset(self.sentence.parse.lower)

    @Lazy
    def quantities_here(self) -> list[QuantityMention]:
        """The quantities of the sentence."""
        return self.doc.quantities_in(self.sentence.span)

    @Lazy
    def dates_here(self) -> list[DateMention]:
        """The dates of the sentence."""
        return self.doc.dates_in(self.sentence.span)

    @Lazy
    def changes(self) -> Changes:
        """Which amounts of the sentence are old ones, or wholes of which others are parts."""
        return find_changes(self.doc.text, self.quantities_here)

    @Lazy
    def _preps(self) -> dict[int, list[Prep]]:
        parse = self.sentence.parse
        found: dict[int, list[Prep]] = {}
        for token, dep in enumerate(parse.deps):
            if dep in {"prep", "agent"} and parse.heads[token] != token:
                found.setdefault(parse.heads[token], []).extend(preps_from(parse, token))
        return found

    @Lazy
    def date_tokens(self) -> frozenset[int]:
        """The tokens that belong to dates."""
        return frozenset(t for d in self.dates_here for t in self.tokens_in(d.span))

    @Lazy
    def _time_tokens(self) -> frozenset[int]:
        return self.date_tokens.union(*(self.tokens_in(q.span) for q in self.quantities_here))

    def tokens_in(self, span: Span) -> range:
        """The tokens that lie wholly inside a stretch of the report."""
        parse, offset = self.sentence.parse, self.sentence.span.start
        return range(bisect_left(parse.starts, span.start - offset), bisect_right(parse.ends, span.end - offset))

    @Lazy
    def clause_by_verb(self) -> dict[int, Clause]:
        """The clauses by the tokens that head them."""
        return {clause.verb: clause for clause in self.sentence.clauses}

    @Lazy
    def kept(self) -> dict[Hashable, Any]:
        """What rules work out of the sentence once and ask for again, by a key of theirs."""
        return {}

    @Lazy
    def _regions(self) -> dict[int, list[int]]:
        return {}

    @Lazy
    def _numerals(self) -> list[tuple[int | None, QuantityMention]]:
        """Each quantity with the token its numeral stands at."""
        return [(self.sentence.token_at(m.number.start), m) for m in self.quantities_here]

    def preps(self, token: int) -> list[Prep]:
        """Prepositional phrases that hang on `token`; the list is never to be changed."""
        return self._preps.get(token, _NO_PREPS)

    def preps_among(self, tokens: Iterable[int], words: frozenset[str]) -> list[tuple[int, Prep]]:
        """The prepositional phrases with one of the prepositions `words` that hang on `tokens`, each behind its token."""
        if not words.isdisjoint(self._prepositions):
            known = self._preps
            return [(t, p) for t in tokens if t in known for p in known[t] if p.word in words]
        return []

    @Lazy
    def _prepositions(self) -> frozenset[str]:
        return frozenset(p.word for preps in self._preps.values() for p in preps)

    def is_time(self, token: int) -> bool:
        """Whether the word belongs to a date or a quantity."""
        return token in self._time_tokens

    def region(self, token: int, without: frozenset[int] = frozenset()) -> list[int]:
        """The tokens below `token`, itself included, save the subtrees headed by `without`; never to be changed."""
        known = None if without else self._regions.get(token)
        if known is None:
            children = self.sentence.parse.children
            known = [token]
            for member in known:
                below = children[member]
                known += [c for c in below if c not in without] if without else below
            known.sort()
            if not without:
                self._regions[token] = known
        return known

    def quantities(self, tokens: list[int]) -> list[QuantityMention]:
        """Quantities whose numeral stands at one of the tokens."""
        return [m for token, m in self._numerals if token in tokens] if self._numerals else []

    def phrase(self, token: int) -> Span:
        """The noun phrase headed by `token` without article and without clauses hanging on it."""
        parse = self.sentence.parse
        cut = [c for c in parse.children[token] if parse.deps[c] in _BEHIND and c > token]
        last = min((parse.lefts[c] for c in cut), default=parse.rights[token] + 1) - 1
        first = parse.lefts[token]
        while first < token and parse.tags[first] in _DETERMINERS:
            first += 1
        return self.sentence.tokens(first, max(last, token))

    def core(self, token: int) -> Span:
        """The head with its modifiers in front of it, without article and numerals: "living hostages"."""
        parse = self.sentence.parse
        first = token
        for child in reversed([c for c in parse.children[token] if c < token]):
            if parse.deps[child] not in {"compound", "amod", "nmod", "poss"} or parse.tags[child] in {"CD", "PRP$"}:
                break
            first = parse.lefts[child]
        return self.sentence.tokens(first, token)

    def trigger(self, clause: Clause) -> Span:
        """The words that make the act: the verb with its auxiliaries, negation and particle."""
        parse = self.sentence.parse
        parts = [c for c in parse.children[clause.verb] if parse.deps[c] in {"aux", "auxpass", "neg", "prt"}]
        # Auxiliaries far from their verb are the parser's slips.
        near = [c for c in parts if abs(c - clause.verb) <= 6]
        last = max([clause.verb, *near, *([clause.particle] if clause.particle is not None else [])])
        return self.sentence.tokens(min([clause.verb, *near]), last)

    def statement(self, clause: Clause) -> Span:
        """The clause without clauses that come before or after it on their own footing."""
        parse = self.sentence.parse
        first, last = clause.first, clause.last
        for child in parse.children[clause.verb]:
            dep = parse.deps[child]
            apart = dep in {"advcl", "ccomp", "parataxis", "conj", "punct", "cc"}
            if child < clause.verb and apart and parse.lefts[child] <= first:
                first = parse.rights[child] + 1
            elif child > clause.verb and dep in {"conj", "cc", "parataxis"} and parse.tags[child][0] in "VC":
                last = min(last, parse.lefts[child] - 1)
        while last > clause.verb and parse.deps[last] == "punct":
            last -= 1
        return self.sentence.tokens(min(first, clause.verb), max(last, clause.verb))
