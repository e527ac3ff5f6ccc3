"""Terms for the amounts of a move that no issue word took."""

from __future__ import annotations

import re

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.ceilings import limit_on, limited_by
from parley.extract.moves.terms.changes import AMOUNTS
from parley.extract.moves.terms.counted import counted_unit
from parley.extract.moves.terms.exchanged import is_per_several
from parley.extract.moves.terms.givers import Sides, aided
from parley.extract.moves.terms.loose import Loose
from parley.extract.moves.terms.told_before import find_told
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.words import word_list
from parley.model import Quantity, Span, Term

__all__ = ["LeftOver", "joined", "per_of", "recurrence_of"]

_RECURRING = frozenset({"day", "week", "month", "year", "hour"})
_MONEYED = frozenset({"payment", "price", "pay", "aid"})
_STRETCHES = word_list("moves.terms.left_over.stretches")
_TOTALS = word_list("moves.terms.left_over.totals")
_COUNTED = re.compile(r"[ \n]+[a-z]{3,}s\b")
_SUM = 1_000_000  # a bare number as large as this is one of money where money is talked about


class LeftOver(msgspec.Struct, frozen=True):
    """Adds the amounts of a sentence that stand apart to the terms of a move."""

    phrases: Phrases

    @property
    def amounts(self) -> Amounts:
        """The amounts of the sentence."""
        return Amounts(self.phrases)

    @property
    def loose(self) -> Loose:
        """What they are amounts of."""
        return Loose(self.phrases)

    def added(self, terms: list[Term], tokens: list[int], sides: Sides) -> tuple[Term, ...]:
        """The terms with one more for each amount left at `tokens`; the only thing named takes the only one behind it."""
        inside = set(tokens)
        told = {_key(q) for t in terms for q in (t.quantity, t.previous, t.duration) if q is not None}
        left = [m for m in self.loose.mentions(tokens) if _key(m.quantity) not in told and not self._limits(m, told)]
        left = [m for m in left if (n := self._noun(m)) is None or not is_per_several(self.phrases.sentence.parse, n)]
        one = len(terms) == 1 and terms[0].quantity is None and len(left) == 1
        if one and self._governed(terms[0], left[0]) and not self._is_holding(terms[0], left[0], inside):
            return (self._with_amount(terms[0], left[0]),)
        known: str | None = next((t.issue for t in terms if t.issue != "other"), None)
        found = list(terms)
        for mention in left:
            issue = known if known and self._rises(mention) else self._told_issue(mention)
            mention = self._as_before(mention) if self._noun(mention) is None else mention
            issue = issue or self.loose.issue(mention, inside, known)
            if mention.kind == "duration" and self._spread(found, mention):
                continue
            if mention.kind == "count" and issue == "other" and self._counts_nothing(mention):
                continue
            found.append(self._term(mention, issue, sides))
            known = known or found[-1].issue
        return tuple(found)

    def _limits(self, mention: QuantityMention, told: set[tuple[str | None, float | None]]) -> bool:
        """Whether it is the number of a ceiling or floor that a term has."""
        parse, above = self.phrases.sentence.parse, self.phrases.sentence.parse.heads[self.loose.top(mention)]
        on = limited_by(self.phrases, parse.heads[above]) if parse.lower[above] == "of" else None
        limit = limit_on(self.phrases, on) if on is not None else None
        return limit is not None and _key(limit.quantity) in told

    def _told_issue(self, mention: QuantityMention) -> str | None:
        """The issue of the amount that a bare number stands for."""
        if mention.kind != "count" or mention.quantity.unit is not None or self._noun(mention) is not None:
            return None
        told = find_told(self.phrases, mention, self.loose.top(mention))
        return told.issue if told is not None else None

    def _spread(self, found: list[Term], mention: QuantityMention) -> bool:
        """ "9 per cent over three years": the time over which the sum before it is given; adds it to that term."""
        last = found[-1] if found else None
        if last is None or last.quantity is None or last.duration is not None or last.quantity.unit == "day":
            return False
        between = self.phrases.doc.text[last.span.end : mention.span.start].lower().strip()
        if last.issue not in {"pay", "payment", "price"} or between not in {
            "over",
            "spread over",
            "in total over",
            "for",
        }:
            return False
        found[-1] = msgspec.structs.replace(last, duration=mention.quantity)
        return True

    def _noun(self, mention: QuantityMention) -> int | None:
        return self.loose.noun(mention) or self.amounts.part_of(mention) or self._numbered(mention)

    def _numbered(self, mention: QuantityMention) -> int | None:
        """ "Cut the number of trawlers to 210": what there is a number of."""
        changed = self.amounts.changed(self.loose.top(mention)) if mention.kind == "count" else None
        parse, top = self.phrases.sentence.parse, self.loose.top(mention)
        if changed is None and parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] == "at":
            # "the missile count frozen at 250".
            changed = next(
                (c for c in parse.children[parse.heads[parse.heads[top]]] if parse.deps[c][:5] == "nsubj"), None
            )
        if changed is None or parse.lemmas[changed] not in _TOTALS:
            return None
        before = changed - 1
        if parse.heads[before] == changed and parse.deps[before] == "compound":
            return before
        return next((p.object for p in self.phrases.preps(changed) if p.word == "of"), None)

    def _governed(self, term: Term, mention: QuantityMention) -> bool:
        """Whether an amount stands behind the thing it is taken for, and is none of its own ("a cut in output of 9")."""
        if mention.kind == "duration" or mention.span.start < term.span.start:
            return False
        parse, sentence = self.phrases.sentence.parse, self.phrases.sentence
        token, head = sentence.token_at(mention.number.start), sentence.token_at(term.span.start)
        if token is None or head is None or self.loose.noun(mention) is not None:
            return False
        return not any(parse.deps[a] == "conj" and a > head for a in (token, *parse.ancestors(token)))

    def _is_holding(self, term: Term, mention: QuantityMention, inside: set[int]) -> bool:
        """ "A merger which would give investors 58 percent of the group": no price, but a holding."""
        return (
            term.issue == "price" and mention.kind == "percent" and self.loose.issue(mention, inside, None) == "other"
        )

    def _with_amount(self, term: Term, mention: QuantityMention) -> Term:
        return msgspec.structs.replace(
            term,
            quantity=self._quantity(mention, term.issue),
            previous=self.amounts.previous(mention),
            per=term.per or per_of(mention),
            recurrence=recurrence_of(mention),
        )

    def _quantity(self, mention: QuantityMention, issue: str = "other") -> Quantity:
        quantity = mention.quantity
        if quantity.unit is not None:
            return quantity
        if issue == "release" and (noun := self._noun(mention)) is not None:
            portion = self.phrases.sentence.parse.lemmas[noun] in load_talks().nouns["portions"]
            unit = counted_unit(self.phrases, noun) if portion else "persons"
            return msgspec.structs.replace(quantity, unit=unit)
        old = self.phrases.changes.previous.get(mention.number.start)
        if old is not None and self._noun(mention) is None:
            # "from 2,400 men to 1,200": the new number counts what the old one did.
            return msgspec.structs.replace(quantity, unit=old.quantity.unit or self.loose.unit(old, self._noun(old)))
        if mention.per == "share" and mention.kind == "count":
            return msgspec.structs.replace(quantity, unit="shares")
        counted = self.loose.unit(mention, self._noun(mention))
        if issue == "release" and counted is None and mention.kind == "count":
            return msgspec.structs.replace(quantity, unit="persons")  # "two for each, 90 in all"
        people = issue == "release" and counted and counted.removesuffix("s") not in load_talks().nouns["craft"]
        # "90 of their comrades".
        return msgspec.structs.replace(quantity, unit="persons" if people else counted)

    def _counts_nothing(self, mention: QuantityMention) -> bool:
        return self._quantity(mention).unit is None and not mention.per

    def _term(self, mention: QuantityMention, issue: str, sides: Sides) -> Term:
        phrases, noun = self.phrases, self._noun(mention)
        span = mention.span if noun is None else joined(mention.span, phrases.core(noun))
        return Term(
            issue=issue,  # type: ignore[arg-type]
            item=phrases.core(noun).of(phrases.doc.text) if noun is not None else span.of(phrases.doc.text),
            span=span,
            giver=sides.giver,
            receiver=aided(sides) if issue == "aid" else sides.receiver,
            quantity=self._quantity(mention, issue),
            previous=self.amounts.previous(mention),
            per=per_of(mention),
            subset_of=self.amounts.whole(mention),
            recurrence=recurrence_of(mention),
            base=self.amounts.base(mention),
        )

    def _as_before(self, mention: QuantityMention) -> QuantityMention:
        """A bare number in the unit of the amount before it ("by 1.1 mln barrels a day to 15.9 mln", "asked for 16 billion")."""
        if mention.kind != "count" or mention.quantity.unit is not None:
            return mention
        if (length := self.as_length(mention)) is not None:
            return length
        old = self.phrases.changes.previous.get(mention.number.start)
        if old is not None and old.quantity.unit is not None:
            quantity = msgspec.structs.replace(mention.quantity, unit=old.quantity.unit)
            return msgspec.structs.replace(mention, quantity=quantity, kind=old.kind, per=mention.per or old.per)
        before = [
            q for q in self.phrases.quantities_here if q.kind == "measure" and q.number.start < mention.number.start
        ]
        if not before and self._rises(mention):
            before = [
                q for q in self.phrases.quantities_here if q.kind in AMOUNTS and q.number.start < mention.number.start
            ]
        if not before and (mention.quantity.upper or 0) >= _SUM:
            told = [
                q for q in self.phrases.doc.quantities if q.kind in AMOUNTS and q.number.start < mention.number.start
            ]
            large = [q for q in told if (q.quantity.upper or q.quantity.lower or 0) >= _SUM and self._tells_what(q)]
            # "A quota of 56 mln bags ... could go to 58 mln": what such numbers were last told of.
            before = [q for q in told if q.kind == "money"] if not large or large[-1].kind == "money" else []
        if not before:
            return self._as_told(mention)
        last = self.phrases.changes.read(self.phrases.doc.text, before[-1])
        quantity = msgspec.structs.replace(mention.quantity, unit=last.quantity.unit)
        per = mention.per or (last.per if last.kind == "measure" or self._rises(mention) else None)
        return msgspec.structs.replace(mention, quantity=quantity, kind=last.kind, per=per)

    def _tells_what(self, told: QuantityMention) -> bool:
        """Whether a number told of before is one of money, or has its unit or noun behind it."""
        return (
            told.kind == "money"
            or told.quantity.unit is not None
            or bool(_COUNTED.match(self.phrases.doc.text, told.span.end))
        )

    def _rises(self, mention: QuantityMention) -> bool:
        """ "15 dollars a tonne, rising to 40": a further step of the amount before it."""
        parse, top = self.phrases.sentence.parse, self.loose.top(mention)
        if parse.deps[top] != "pobj" or parse.lower[parse.heads[top]] != "to":
            return False
        return parse.verb_lemma(parse.heads[parse.heads[top]]) in load_acts().verbs["stepping"]

    def as_money(self, mention: QuantityMention | None, issue: str) -> QuantityMention | None:
        """A bare million where money is given is one of the money told of before it ("of which 40 million will be paid")."""
        large = mention is not None and (mention.quantity.upper or 0) >= _SUM
        if mention is None or not large or issue not in _MONEYED or self.loose.noun(mention) is not None:
            return mention
        return self._as_before(mention)

    def as_length(self, mention: QuantityMention) -> QuantityMention | None:
        """ "over 15 years, with a grace period of four": a bare number behind a noun for a stretch of time, or behind
        the length it was ("from ten hours to twelve")."""
        old = self.phrases.changes.previous.get(mention.number.start)
        if old is not None and old.kind == "duration":
            quantity = msgspec.structs.replace(mention.quantity, unit=old.quantity.unit)
            return msgspec.structs.replace(mention, quantity=quantity)
        parse, top = self.phrases.sentence.parse, self.loose.top(mention)
        changed = self.amounts.changed(top)
        if changed is not None and parse.lemmas[changed] in {"age", "retirement"}:
            quantity = msgspec.structs.replace(mention.quantity, unit="year")
            return msgspec.structs.replace(mention, quantity=quantity, kind="duration")
        above = parse.heads[parse.heads[top]]
        if parse.deps[top] != "pobj" or parse.lower[parse.heads[top]] != "of" or parse.lemmas[above] not in _STRETCHES:
            return None
        before = [q for q in self.phrases.quantities_here if q.kind == "duration" and q.span.end <= mention.span.start]
        if not before:
            return None
        quantity = msgspec.structs.replace(mention.quantity, unit=before[-1].quantity.unit)
        return msgspec.structs.replace(mention, quantity=quantity)

    def _as_told(self, mention: QuantityMention) -> QuantityMention:
        """A bare number as the amount it stands for ("wanted 200 tanks; X proposed 450")."""
        told = find_told(self.phrases, mention, self.loose.top(mention))
        if told is None:
            return mention
        return msgspec.structs.replace(
            mention, quantity=told.of(mention.quantity), kind=told.kind, per=mention.per or told.per
        )


def per_of(amount: QuantityMention | None) -> str | None:
    """What an amount is for each of, lengths of time aside."""
    return amount.per if amount is not None and amount.per not in _RECURRING else None


def recurrence_of(amount: QuantityMention | None) -> str | None:
    """How often an amount recurs: "a day"."""
    return f"a {amount.per}" if amount is not None and amount.per in _RECURRING else None


def joined(one: Span, other: Span) -> Span:
    """The stretch from the start of one to the end of the other, whichever comes first."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def _key(quantity: Quantity) -> tuple[str | None, float | None]:
    """What tells amounts of a sentence apart, whatever unit a term gave them."""
    return (quantity.verbatim, quantity.upper)
