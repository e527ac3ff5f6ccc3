"""Amounts of a move that stand with no issue word of their own: what they are amounts of, and which are none of it."""

from __future__ import annotations

from typing import get_args

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.amounts import Amounts
from parley.extract.moves.changes import AMOUNTS
from parley.extract.moves.constituents import Phrases
from parley.extract.moves.issues import is_takeover, issue_active, issue_named
from parley.lexicon.acts import load_talks
from parley.lexicon.groups import counting_unit, means_people
from parley.model.claim import Issue

__all__ = ["Loose", "counted_unit"]

_BOUGHT = frozenset({"company", "organisation", "consortium"})
# Before these stands what came before the move, or what it is measured against.
_BACKGROUND = frozenset(
    [
        "after",
        "because",
        "despite",
        "since",
        "amid",
        "according",
        "against",
        "versus",
        "during",
        "following",
        "before",
        "until",
        "till",
        "than",
        "without",
        "among",
        "between",
        "compared",
        "under",
        "as",
        "amidst",
        "behind",
        "notwithstanding",
    ]
)
# Lengths of time are terms behind these, and before the noun they measure.
_LASTING = frozenset({"for", "over", "by", "of", "to", "at"})
_IN_NUMBER = frozenset({"CD", "$", "QP", "#"})
_MODIFIES = frozenset({"nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod"})
_NOT_LASTING = frozenset({"talks", "harm", "dispute", "impasse", "event_length"})
# Issues whose terms may be sums of money.
_MONEYED = frozenset({"payment", "price", "pay", "aid", "sanctions", "guarantee"})
# Issues of what is counted or measured by itself.
_COUNTED = frozenset(get_args(Issue)) - {"payment", "price", "pay", "other"}
_BUDGET = 100_000  # so much money is nobody's pay
_CLOCKED = frozenset({"hour", "shift", "week", "month"})


class Loose(msgspec.Struct, frozen=True):
    """Reads the amounts of a sentence that no issue word takes."""

    phrases: Phrases

    def mentions(self, tokens: list[int]) -> list[QuantityMention]:
        """The amounts and lengths of time at these tokens that may be terms of a move."""
        found = Amounts(self.phrases).standing(tokens, AMOUNTS | {"duration"})
        inside = set(tokens)
        kept = [m for m in found if not self._aside(m, inside)]
        within = [m for m in kept if m.kind == "duration" and self._preposition(m) == "within"]
        return [m for m in kept if m not in within] or within

    def token(self, mention: QuantityMention) -> int:
        """The token at which the numeral stands."""
        token = self.phrases.sentence.token_at(mention.number.start)
        return token if token is not None else 0

    def noun(self, mention: QuantityMention) -> int | None:
        """The noun that the amount modifies ("a $5 billion merger"), or that it counts; None when it stands alone."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        if not mention.span.covers(self.phrases.sentence.tokens(top, top)):
            return top if parse.tags[top][0] == "N" else None
        return None

    def top(self, mention: QuantityMention) -> int:
        """The head of the phrase that the numeral is in."""
        parse, token = self.phrases.sentence.parse, self.token(mention)
        while parse.deps[token] in _MODIFIES and parse.heads[token] != token:
            above = parse.heads[token]
            if parse.tags[above][0] not in "NC$J" or (parse.tags[above][0] == "J" and above < token):
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

    def _aside(self, mention: QuantityMention, inside: set[int]) -> bool:
        """Whether the amount only tells of circumstances, of somebody, or of how it came to the move."""
        top = self.top(mention)
        if mention.kind == "duration" and not self._lasts(mention, top):
            return True
        if mention.kind == "count" and self._counts_somebody(mention):
            return True
        return self._told_by_the_way(top, inside)

    def _told_by_the_way(self, top: int, inside: set[int]) -> bool:
        parse = self.phrases.sentence.parse
        for token in (top, *parse.ancestors(top)):
            if token not in inside:
                return False
            dep, above = parse.deps[token], parse.heads[token]
            if dep == "prep" and parse.lower[token] in _BACKGROUND and above in inside:
                return True
            if dep in {"relcl", "acl"} and above in inside and self._is_party(above) and not self._infinitive(token):
                return True
            if dep == "appos" and above in inside and self._is_party(above):
                return True
        return False

    def _infinitive(self, verb: int) -> bool:
        parse = self.phrases.sentence.parse
        return any(parse.tags[c] == "TO" for c in parse.children[verb])

    def _is_party(self, token: int) -> bool:
        found = self.phrases.entity(token)
        return found is not None and found.kind != "collective"

    def _lasts(self, mention: QuantityMention, top: int) -> bool:
        parse = self.phrases.sentence.parse
        noun = self.noun(mention)
        if noun is not None:
            return not self.phrases.is_of(noun, _NOT_LASTING) and not self._is_party(noun)
        word = self._preposition(mention)
        if word is not None:
            return word in _LASTING or word == "within"
        return parse.deps[top] in {"dobj", "attr", "nsubjpass", "ROOT", "conj"}

    def _counts_somebody(self, mention: QuantityMention) -> bool:
        """A number of parties, sources or places counts no term ("the two sides", "seven funds")."""
        noun = self.noun(mention)
        parse = self.phrases.sentence.parse
        if noun is None:
            return mention.quantity.lower == 1 and parse.lower[self.token(mention)] == "one"
        if self._is_party(noun) or parse.lemmas[noun] in _PARTIES:
            return True
        if not means_people(parse.lemmas[noun]):
            return False
        return parse.deps[noun] in {"nsubj", "agent"} or (
            parse.deps[noun] == "pobj"
            and parse.lower[parse.heads[noun]] in {"by", "to", "with", "from", "representing"}
        )

    def issue(self, mention: QuantityMention, inside: set[int], known: str | None) -> str:
        """What the amount is an amount of; `known` is the issue of the terms beside it."""
        named = self._named(mention, inside)
        if mention.kind == "duration":
            return self._length(named, known)
        if mention.kind in {"money", "percent"}:
            return self._money(mention, named)
        if named == "price":
            return "other"
        return named or ("jobs" if known == "jobs" and self.noun(mention) is None else "other")

    def _length(self, named: str | None, known: str | None) -> str:
        truce = not self.phrases.doc.words.isdisjoint(load_talks().nouns["truce_words"])
        return named or known or ("ceasefire" if truce else "other")

    def _named(self, mention: QuantityMention, inside: set[int]) -> str | None:
        """The issue that a word about the amount names: its noun, what it is of, then whatever governs it."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        near = [t for t in (self.noun(mention), top) if t is not None]
        near += [c for t in near for c in parse.children[t] if parse.deps[c] in {"compound", "nmod", "amod"}]
        unit = self.phrases.sentence.token_at(mention.span.end - 1)
        near += [
            p.object for t in {top, unit} if t is not None for p in self.phrases.preps(t) if p.word in {"of", "in"}
        ]
        for token in dict.fromkeys([*near, *self._above(top, inside)]):
            found = issue_named(self.phrases, token)
            if found is not None and self._goes_with(mention, found):
                return found
        return None

    def _above(self, top: int, inside: set[int]) -> list[int]:
        """What governs the amount, nearest first: nouns and verbs above it, and the objects of these verbs."""
        parse = self.phrases.sentence.parse
        found: list[int] = []
        for token in parse.ancestors(top):
            if token not in inside:
                break
            found.append(token)
            if parse.tags[token][0] == "V":
                found += [c for c in parse.children[token] if parse.deps[c] in {"dobj", "nsubjpass"} and c != top]
        return found

    def _goes_with(self, mention: QuantityMention, issue: str) -> bool:
        return mention.kind != "money" or issue in _MONEYED

    def _money(self, mention: QuantityMention, named: str | None) -> str:
        """Money and percentages: a price in a contest for a company or per unit of goods, pay in a pay dispute."""
        if mention.kind == "percent":
            return self._share(mention, named)
        if mention.per == "share" or (named in {None, "price", "payment"} and self._is_price(mention)):
            return "price"
        if named is not None and named != "pay":
            return named
        large = (mention.quantity.upper or mention.quantity.lower or 0) >= _BUDGET
        if mention.per in {"hour", "shift"} or (not large and (named == "pay" or self._is_pay())):
            return "pay"
        return "payment"

    def _is_price(self, mention: QuantityMention) -> bool:
        if mention.per in _GOODS:
            return True
        named = issue_named(self.phrases, self.noun(mention) or self.top(mention))
        return named != "payment" and (is_takeover(self.phrases.doc) or self._for_a_company())

    def _share(self, mention: QuantityMention, named: str | None) -> str:
        base = self._base(mention)
        if base is not None and self._is_bought(base):
            return "other"
        if named is not None:
            return named
        return "pay" if self._is_pay() and base is None else "payment" if self.noun(mention) is None else "other"

    def _is_pay(self) -> bool:
        return issue_active(self.phrases.doc, "pay")

    def _base(self, mention: QuantityMention) -> int | None:
        token = self.phrases.sentence.token_at(mention.span.end - 1)
        preps = self.phrases.preps(token) if token is not None else []
        return next((p.object for p in preps if p.word in {"of", "in"}), None)

    def _is_bought(self, token: int) -> bool:
        found = self.phrases.entity(token)
        return found is not None and found.kind in _BOUGHT

    def _for_a_company(self) -> bool:
        """Whether the sentence names what the money is offered for, and that is somebody ("300 mln dlrs for Tolmer")."""
        parse = self.phrases.sentence.parse
        objects = [p.object for t in range(len(parse)) for p in self.phrases.preps(t) if p.word == "for"]
        objects += [p.object for t in objects for p in self.phrases.preps(t) if p.word == "of"]
        return any(
            (e := self.phrases.entity(n)) is not None and e.form == "name" and e.kind in _BOUGHT for n in objects
        )


_PARTIES = frozenset(
    [
        "side",
        "party",
        "country",
        "nation",
        "state",
        "government",
        "member",
        "source",
        "official",
        "capital",
        "ministry",
        "time",
        "occasion",
        "people",
        "person",
        "man",
        "woman",
        "diplomat",
        "leader",
        "other",
        "day",
        "week",
        "month",
        "year",
        "reporter",
        "company",
        "bank",
        "fund",
        "firm",
        "union",
        "lender",
        "group",
    ]
)
_GOODS = frozenset(
    [
        "tonne",
        "ton",
        "barrel",
        "kilo",
        "kilogram",
        "pound",
        "ounce",
        "bushel",
        "bale",
        "bag",
        "litre",
        "liter",
        "gallon",
        "tree",
        "unit",
    ]
)


def counted_unit(phrases: Phrases, noun: int) -> str:
    """The unit of a bare count: persons and the like, else the noun that is counted, in the plural."""
    parse = phrases.sentence.parse
    lemma = parse.lemmas[noun]
    return counting_unit(lemma) or (parse.lower[noun] if parse.tags[noun] == "NNS" else _plural(lemma))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
