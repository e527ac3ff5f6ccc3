"""What an amount is an amount of, as the noun it stands with or the verb over it says, whatever the report tells of."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.placed import Placed
from parley.lexicon.acts import load_talks
from parley.lexicon.amounts import issue_of_noun, issue_of_verb
from parley.lexicon.words import word_list

__all__ = ["OwnWords"]

# Behind a noun these lead to how much of it there is, behind a verb to the level it is brought to.
_LEVELS = frozenset({"of", "at", "to", "by", "from", "worth"})
_WITHIN = frozenset({"of", "in"})
_STANDING = word_list("moves.terms.own_words.standing")


class OwnWords(Placed, frozen=True):
    """Reads the company of an amount: its noun, what it is an amount of, what a verb brings to it, the verb itself."""

    def own_issue(self, mention: QuantityMention) -> str | None:
        """The issue that the nearest of these words names for amounts of this kind; None where none does."""
        for token in self.company(mention):
            found = issue_of_noun(mention.kind, self.phrases.words_of(token))
            if found is not None:
                return found
        verb = self._verb(mention)
        if verb is None:
            return None
        parse = self.phrases.sentence.parse
        lemma = parse.verb_lemma(verb)
        # "Pull its guns back", "pulls out of two districts": the particle may stand apart.
        apart = [
            f"{lemma} {parse.lower[c]}" for c in parse.children[verb] if parse.deps[c] in {"prt", "prep", "advmod"}
        ]
        tried = (issue_of_verb(mention.kind, v) for v in (*apart, self.phrases.verb_of(verb), lemma))
        return next((found for found in tried if found is not None), None)

    def held_still(self, mention: QuantityMention) -> str | None:
        """ "A freeze on rents lasting two years", "a ten-year halt to road building": the issue of what is held still.

        None where no such noun has the length, or where what it holds is not said.
        """
        lemmas = self.phrases.sentence.parse.lemmas
        for token in (*self.company(mention), *self._nouns_over(mention)):
            if lemmas[token] not in load_talks().nouns["lasting"]:
                continue
            objects = [o for o in self._complements(token) if not self.phrases.is_time(o)]
            if objects:
                return self._issue_held(mention, objects[0])
            # "A rent freeze", "the observers' mandate".
            before = {lemmas[c] for c in self.phrases.sentence.parse.children[token] if c < token}
            return issue_of_noun("percent", before) or issue_of_noun("count", before)
        return None

    def _complements(self, noun: int) -> list[int]:
        """What a noun such as "freeze" is on; the parser may hang it on the verb ("called for a moratorium on drilling")."""
        parse, nxt = self.phrases.sentence.parse, noun + 1
        found = [p.object for p in self.phrases.preps(noun) if p.word in {"on", "of", "in", "to"}]
        if not found and parse.lower[nxt : nxt + 1] and parse.lower[nxt] in {"on", "of", "to"}:
            found = [c for c in parse.children[nxt] if parse.deps[c] in {"pobj", "pcomp"}]
        return found

    def _issue_held(self, mention: QuantityMention, held: int) -> str:
        if self.phrases.sentence.parse.tags[held][0] != "N":
            return ""
        words = self.phrases.words_of(self.phrases.head(held))
        return (
            issue_of_noun(mention.kind, words) or issue_of_noun("percent", words) or issue_of_noun("count", words) or ""
        )

    def _nouns_over(self, mention: QuantityMention) -> list[int]:
        """Nouns right over the length: "a moratorium on drilling of five years", "a freeze lasting two years"."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        return [a for a in parse.ancestors(top)[:5] if parse.tags[a][0] == "N"]

    def company(self, mention: QuantityMention) -> Iterator[int]:
        """The nouns that say what the amount is of, nearest first."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        noun = self.noun(mention)
        if noun is not None:
            yield noun
        unit = self.phrases.sentence.token_at(mention.span.end - 1)
        # "Two floors of the ministry" are no ministries.
        for place in dict.fromkeys((unit, top)):
            if place is not None and (mention.kind != "count" or noun is None):
                yield from (p.object for p in self.phrases.preps(place) if p.word in _WITHIN)
        if noun is not None and mention.kind in {"percent", "duration"}:
            yield from self._cut_in(noun)
        # "A 2 per cent cut in prices": the parser takes the cut for a participle.
        for step in (c for c in parse.children[top] if parse.deps[c] == "acl" and c == top + 1):
            yield from self._cut_in(step)
        above = parse.heads[top]
        if parse.lower[above] == "worth":
            yield parse.heads[above]
        if parse.deps[top] == "pobj" and parse.lower[above] in _LEVELS and parse.tags[parse.heads[above]][0] == "N":
            yield parse.heads[above]
            if mention.kind in {"percent", "duration"}:
                yield from self._cut_in(parse.heads[above])
        changed = Amounts(self.phrases).changed(top)
        if changed is not None:
            yield changed
            if mention.kind == "count" and parse.lemmas[changed] in {"number", "total"}:
                yield from (p.object for p in self.phrases.preps(changed) if p.word == "of")
        yield from self._stretched(mention)
        yield from self._subjects(mention)

    def _cut_in(self, noun: int) -> Iterator[int]:
        """ "A 2 per cent cut in prices", "a limit on hours of 35"."""
        yield from (
            p.object
            for p in self.phrases.preps(noun)
            if p.word in {"in", "of", "on"} and not self.phrases.is_time(p.object)
        )

    def _stretched(self, mention: QuantityMention) -> Iterator[int]:
        """ "Suspend interest payments for six months": what is done for so long."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        verb = self._verb(mention) if mention.kind == "duration" and parse.deps[top] == "pobj" else None
        if verb is not None and parse.lower[parse.heads[top]] in {"for", "over"}:
            yield from (c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"})

    def _subjects(self, mention: QuantityMention) -> Iterator[int]:
        """ "The tariff be 4 per cent", "class sizes are capped at 24": what is said to stand at the amount."""
        verb = self._verb(mention)
        if verb is None:
            return
        parse = self.phrases.sentence.parse
        if parse.verb_lemma(verb) in _STANDING:
            # "Their price is steep: 7 billion" is what they ask, of whatever.
            told = (c for c in parse.children[verb] if parse.deps[c] in {"nsubj", "nsubjpass"})
            yield from (c for c in told if parse.lemmas[c] != "price" or mention.per is not None)

    def _verb(self, mention: QuantityMention) -> int | None:
        """The verb the amount is an object or level of, with nothing but a preposition between."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        above = parse.heads[top]
        if parse.deps[top] == "pobj":
            above = parse.heads[above]
            while parse.deps[above] in {"prep", "prt"} and parse.tags[above][0] != "V":
                above = parse.heads[above]  # "out of"
        while parse.deps[top] == "conj" and parse.tags[above][0] in "NC$":
            top, above = above, parse.heads[above]
        return above if parse.tags[above][0] == "V" and above != top else None
