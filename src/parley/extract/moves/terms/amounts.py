"""The amounts that belong to a thing given: how much, for how long, what it was before, per what, of what."""

from __future__ import annotations

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.ceilings import limit_on
from parley.extract.moves.terms.changes import AMOUNTS
from parley.extract.moves.terms.standing_levels import is_replaced
from parley.lexicon.acts import load_acts
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list
from parley.model import Quantity, Span

__all__ = ["Amounts"]


_STEPS = word_list("moves.terms.amounts.steps")
_PER = frozenset({"for", "per"})
_APART = frozenset({"relcl", "advcl", "appos", "conj", "ccomp"})


# Before these stands what is brought to a level.
_LEVELS = frozenset({"to", "by", "from", "at", "below", "above", "under"})


class Amounts(msgspec.Struct, frozen=True):
    """Finds the amounts in a sentence's phrases."""

    phrases: Phrases

    def amount(self, thing: int, head: int) -> QuantityMention | None:
        """The amount that belongs to the thing: in its own phrase, or in the "of" or "to" phrase of an amount noun."""
        if not self.phrases.quantities_here:
            return None
        if (limit := limit_on(self.phrases, thing)) is not None:
            return limit
        own = self.standing(self.near(thing)) or self.parts(self.near(thing)) or self._in_front(thing)
        if own:
            return own[0]
        if thing != head:
            return None
        near = self.standing(self.near(head, deep=True))
        return near[0] if near else self.level(head)

    def _in_front(self, thing: int) -> list[QuantityMention]:
        """ "The 40 dlrs a share price": the parser takes the price for another name of the sum in front of it."""
        parse = self.phrases.sentence.parse
        above = parse.heads[thing]
        if parse.deps[thing] != "appos" or parse.lower[above + 1 : thing] not in (("a", "share"), ("per", "share")):
            return []
        return [q for q in self.standing(list(range(max(0, above - 2), above + 1))) if q.kind == "money"]

    def standing(self, tokens: list[int], kinds: frozenset[str] = AMOUNTS) -> list[QuantityMention]:
        """The amounts at these tokens that are no old level and no whole, as terms have them."""
        if not self.phrases.quantities_here:
            return []
        changes, text = self.phrases.changes, self.phrases.doc.text
        here = [q for q in self.phrases.quantities(tokens) if q.kind in kinds and not self._counts_steps(q)]
        found = [q for q in here if not changes.is_aside(q)]
        if not found and len(here) == 1 and (new := changes.newer(here[0])) is not None and new not in here:
            # "The 3 per cent it had tabled", told of as what came before another's; what is to be no more names the other.
            found = [new] if is_replaced(text, here[0]) else here
        if not found and len(here) == 1 and (part := changes.wholes.get(here[0].number.start)) and part not in here:
            found = here if part.kind == here[0].kind == "money" else found  # "of the 400 million it had sought"
        return [changes.read(text, q) for q in found]

    def _counts_steps(self, amount: QuantityMention) -> bool:
        """Whether a number counts the steps of something: "a truce in three stages" is no three truces."""
        parse = self.phrases.sentence.parse
        number = self.phrases.sentence.token_at(amount.number.start)
        if number is None:
            return False
        behind = parse.lemmas[number + 1 : number + 3]
        return (
            bool(_STEPS & {*behind[:1], *(behind[1:] if behind[:1] == ("-",) else ())})
            or amount.quantity.unit in _STEPS
        )

    def parts(self, tokens: list[int]) -> list[QuantityMention]:
        """The parts named of wholes at these tokens: "five" where "twelve" stands, of "five of its twelve seats"."""
        changes, text = self.phrases.changes, self.phrases.doc.text
        wholes = [changes.wholes.get(q.number.start) for q in self.phrases.quantities(tokens)]
        return [changes.read(text, part) for part in wholes if part is not None and part.kind in AMOUNTS]

    def level(self, head: int) -> QuantityMention | None:
        """ "cut its tariff to 8 per cent", "raise pay by 5 per cent": the verb's phrase names the new level or the change."""
        above = self.verb_above(head)
        if above is None:
            return None
        levels = [p for p in self.phrases.preps(above) if p.word in {"to", "by", "at"}]
        return next((q for p in levels for q in self.standing(self.phrases.region(p.object))), None)

    def moved(self, verb: int) -> list[int]:
        """What a verb such as "rise" tells of: its subject; the parser hangs it on "for" in "for their quota to go up"."""
        parse = self.phrases.sentence.parse
        if parse.lemmas[verb] not in load_acts().verbs["moving"]:
            return []
        before = parse.lefts[verb] - 1
        hung = before > 0 and parse.deps[before] == "pobj" and parse.lower[before + 1] == "to"
        return [before] * hung + [c for c in parse.children[verb] if parse.deps[c] == "nsubj"]

    def changed(self, amount: int) -> int | None:
        """The object of a verb of change over the amount ("lowered its threshold to 75 per cent")."""
        parse = self.phrases.sentence.parse
        above = parse.heads[amount]
        if parse.deps[amount] != "pobj" or parse.lower[above] not in _LEVELS:
            return None
        verb = next((a for a in parse.ancestors(above) if parse.deps[a] != "prep" and parse.deps[a] != "pobj"), above)
        own = next((c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}), None)
        # "cut the interest it pays to 4 percent".
        told = own is None and parse.deps[verb] in {"relcl", "acl"} and parse.tags[parse.heads[verb]][0] == "N"
        if own is None and not told and parse.tags[verb] == "VBN":
            return parse.child(verb, "nsubj")  # "wants rents held down to 2 per cent"
        return parse.heads[verb] if told else own

    def verb_above(self, token: int) -> int | None:
        """The verb whose object the noun is, counting nouns between passed over ("cut the number of posts to 120")."""
        parse = self.phrases.sentence.parse
        for above in parse.ancestors(token):
            if parse.tags[above].startswith("V"):
                return above
            if parse.lower[above] != "of" and self.phrases.head(above) != token:
                return None
        return None

    def near(self, token: int, deep: bool = False) -> list[int]:
        """The tokens of a phrase that count it: its premodifiers, and behind it "of …" (and with `deep` all phrases);
        the list is never to be changed."""
        key = Amounts.near, token, deep
        known: list[int] | None = self.phrases.kept.get(key)
        if known is None:
            below = self.phrases.region(token)
            apart = frozenset(c for c in below if c != token and self._stands_apart(c, token, deep=deep))
            known = self.phrases.kept[key] = self.phrases.region(token, apart)
        return known

    def _stands_apart(self, below: int, token: int, *, deep: bool) -> bool:
        """Whether what hangs at `below` in the phrase of `token` is none of what counts it."""
        parse = self.phrases.sentence.parse
        dep, word = parse.deps[below], parse.lower[below]
        if dep in _APART or word == "from" or self._is_content(below):
            return True
        if dep == "nsubj":
            return parse.tags[token][0] == "V" and parse.lemmas[token] != "go"
        return not deep and (
            dep == "acl" or (dep in {"prep", "agent"} and (word != "of" or parse.heads[below] != token))
        )

    def _is_content(self, below: int) -> bool:
        """Whether a clause says what a noun holds: "a guarantee that 350 posts are safe" is no guarantee of 350."""
        parse = self.phrases.sentence.parse
        that = any(parse.deps[c] == "mark" and parse.lower[c] == "that" for c in parse.children[below])
        return parse.deps[below] == "acl" and that

    def duration(self, head: int) -> QuantityMention | None:
        """How long the thing is to last: with it, or in "for", "over" or "by" behind its verb."""
        if not self.phrases.quantities_here:
            return None
        near = self.near(head, deep=True)
        parse = self.phrases.sentence.parse
        above = [
            t
            for p in self.phrases.preps(parse.heads[head])
            if p.word in {"for", "over", "by"} and parse.deps[head] != "conj"
            for t in self.phrases.region(p.object)
        ]
        lengths = [
            q
            for q in self.phrases.quantities(sorted({*near, *above}))
            if q.kind == "duration" and not self.phrases.changes.is_aside(q)
        ]
        text = self.phrases.doc.text
        return next((self.phrases.changes.read(text, q) for q in lengths if self._measures(q, head)), None)

    def _measures(self, length: QuantityMention, head: int) -> bool:
        """Whether a length is not that of something else: "captives for a ten-day truce" are not given for ten days."""
        sentence = self.phrases.sentence
        last = sentence.token_at(length.span.end - 1)
        if last is None or sentence.parse.deps[last] not in {"compound", "amod", "nmod", "nummod"}:
            return True
        return sentence.parse.heads[last] in (head, self.phrases.head(head))

    def previous(self, mention: QuantityMention | None) -> Quantity | None:
        """What the amount was before: "to 92.50 from 80", "from 4 to 6 per cent"."""
        old = self.phrases.changes.previous.get(mention.number.start) if mention is not None else None
        return self.phrases.changes.read(self.phrases.doc.text, old).quantity if old is not None else None

    def ratio(self, thing: int) -> str | None:
        """ "three prisoners for every captive": what the count is per."""
        parse = self.phrases.sentence.parse
        # "an eight-day truce and the release of two for every captive": of the one beside it, not of the truce.
        beside = frozenset(c for c in parse.children[thing] if parse.deps[c] == "conj")
        tokens = [*self.phrases.region(thing, beside), parse.heads[thing]]
        for _, prep in self.phrases.preps_among(tokens, _PER):
            determiner = parse.child(prep.object, "det")
            if prep.word == "per" or (determiner is not None and parse.lower[determiner] in {"every", "each"}):
                number = parse.child(prep.object, "nummod")
                if number is not None and parse.lower[number] not in {"1", "one"}:
                    # "a day for each 10 captives" is not a day for each captive.
                    return f"{parse.words[number]} {parse.lower[prep.object]}"
                return parse.lemmas[prep.object]
        return None

    def subset(self, thing: int) -> str | None:
        """ "500 of them", "half of the prisoners": the whole this is a part of."""
        parse = self.phrases.sentence.parse
        if parse.tags[thing] not in {"CD", "DT"} and parse.lemmas[thing] not in {"half", "third", "quarter", "most"}:
            return None
        of = next((p.object for p in self.phrases.preps(thing) if p.word == "of"), None)
        return self.phrases.phrase(of).of(self.phrases.doc.text) if of is not None else None

    def base(self, amount: QuantityMention | None) -> str | None:
        """What a percentage is a percentage of."""
        if amount is None or amount.kind != "percent":
            return None
        token = self.phrases.sentence.token_at(amount.span.end - 1)
        if token is None:
            return None
        of = next((p.object for p in self.phrases.preps(token) if p.word == "of"), None)
        return self.phrases.phrase(of).of(self.phrases.doc.text) if of is not None else None

    def whole(self, part: QuantityMention | None) -> str | None:
        """The words for the whole that an amount is a part of ("nine of the 15 districts")."""
        of = self.part_of(part)
        return self.phrases.phrase(of).of(self.phrases.doc.text) if of is not None else None

    def part_of(self, part: QuantityMention | None) -> int | None:
        """The noun of that whole."""
        if part is None:
            return None
        parse, sentence = self.phrases.sentence.parse, self.phrases.sentence
        for start, other in self.phrases.changes.wholes.items():
            token = sentence.token_at(start)
            if other.number == part.number and token is not None and parse.tags[parse.heads[token]][0] == "N":
                return parse.heads[token]
        return None

    def coordinated(self, token: int) -> list[int]:
        """Coordinated things apart when each has a number of its own, else as one ("70 women and children")."""
        members = self.phrases.sentence.parse.conjuncts(token)
        counted = [m for m in members if self.amount(m, m) is not None]
        return members if len(counted) > 1 else [token]

    def together(self, thing: int) -> Span:
        """The thing by its core, with the people counted in the same breath: "women and children" of 70 of them."""
        core, parse = self.phrases.core(thing), self.phrases.sentence.parse
        if not means_people(parse.lemmas[thing]) or self.coordinated(thing) != [thing]:
            return core
        beside = [m for m in parse.conjuncts(thing) if m > thing and means_people(parse.lemmas[m])]
        bare = [m for m in beside if all(parse.deps[c] not in {"det", "poss", "prep"} for c in parse.children[m])]
        return Span(core.start, max([core.end, *(self.phrases.core(m).end for m in bare)]))
