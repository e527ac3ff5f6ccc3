"""Where an amount stands in its sentence: its numeral, what it modifies, the head of its phrase."""

from __future__ import annotations

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.words import word_list

__all__ = ["Placed"]

_STEPS = word_list("moves.terms.placed.steps")
_MODIFIES = frozenset({"nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod"})
_MODIFIES_LENGTH = _MODIFIES | {"poss", "det"}


class Placed(msgspec.Struct, frozen=True):
    """Looks up where the amounts of a sentence stand."""

    phrases: Phrases

    def token(self, mention: QuantityMention) -> int:
        """The token at which the numeral stands."""
        token = self.phrases.sentence.token_at(mention.number.start)
        return token if token is not None else 0

    def noun(self, mention: QuantityMention) -> int | None:
        """The noun that the amount modifies ("a $5 billion merger"), or that it counts; None when it stands alone."""
        parse, top, token = self.phrases.sentence.parse, self.top(mention), self.token(mention)
        # "a three-ministry offer": what is counted is the word after the hyphen.
        if mention.kind == "count" and parse.lower[token + 1 : token + 2] == ("-",) and parse.tags[token + 2][0] == "N":
            return token + 2
        if not mention.span.covers(self.phrases.sentence.tokens(top, top)):
            return top if parse.tags[top][0] == "N" or self._is_step(top) else None
        return None

    def _is_step(self, token: int) -> bool:
        """ "A two percent cut in prices": the parser takes the noun for a verb."""
        parse = self.phrases.sentence.parse
        return parse.lower[token] in _STEPS and parse.deps[token] in {"pobj", "dobj"}

    def top(self, mention: QuantityMention) -> int:
        """The head of the phrase that the numeral is in."""
        parse, token = self.phrases.sentence.parse, self.token(mention)
        modifies = _MODIFIES_LENGTH if mention.kind == "duration" else _MODIFIES
        while parse.deps[token] in modifies and parse.heads[token] != token:
            above = parse.heads[token]
            if (parse.tags[above][0] not in "NC$J" and not self._is_step(above)) or (
                parse.tags[above][0] == "J" and above < token
            ):
                break
            token = above
        return token

    def _preposition(self, mention: QuantityMention) -> str | None:
        parse, top = self.phrases.sentence.parse, self.top(mention)
        words = mention.span.of(self.phrases.doc.text).lower()
        if words.startswith("within"):
            return "within"
        above = parse.heads[top]
        return parse.lower[above] if parse.deps[top] in {"pobj", "pcomp"} else None
