"""What counts, measures and lengths of time in a move are of, where what they stand with shows it."""

from __future__ import annotations

import re

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.issues import issue_named
from parley.extract.moves.terms.kinds_of_talks import main_kind, tells_of
from parley.extract.moves.terms.worth import Worth, words_of_amounts
from parley.lexicon.acts import load_acts
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["Numbers"]

# Issues that are no numbers of people.
_OF_THINGS = frozenset({"payment", "price", "ceasefire", "quota", "territory", "sanctions"})
_AT_SEA = re.compile(r"[ \n]+(?:of[ \n]+fishing|at[ \n]+sea)\b")
_OF_PAY = re.compile(r"['’][ \n]+(?:(?:full|basic|gross|net|back|severance)[ \n]+)?(?:pay|salary|salaries|wages?)\b")
_NEAR = 4  # tokens behind a length within which stands what there is time for
_OPENING = frozenset({"acl", "relcl", "xcomp", "advcl"})
_KEEPING = word_list("moves.terms.numbers.keeping")


class Numbers(Worth, frozen=True):
    """Reads the counts, measures and lengths of a sentence."""

    def shown_issue(self, mention: QuantityMention, named: str | None) -> str | None:
        """The issue that the company of an amount shows, which no issue word about it (`named`) tells."""
        if mention.kind == "measure":
            return self._measured(mention)
        if mention.kind == "duration":
            return self._lasting(mention, named)
        return self._people(mention, named) if mention.kind == "count" else None

    def _measured(self, mention: QuantityMention) -> str | None:
        """Points are the price of credit; so much water a second and goods held back are limits."""
        if mention.quantity.unit in words_of_amounts("flows") and (mention.per == "second" or self._of_water(mention)):
            return "quota"
        if self._is_food(mention) and main_kind(self.phrases.doc) != "trade":
            return "aid"
        withheld = mention.quantity.unit in words_of_amounts("goods") and self._is_withheld(mention)
        return "quota" if withheld else self.rate_issue(mention) or self._of_goods(mention)

    def _of_goods(self, mention: QuantityMention) -> str | None:
        """What goods by weight are of, or how far forces go; a speed limit is none."""
        own = self.own_issue(mention)
        return own if own != "quota" or mention.quantity.unit in words_of_amounts("goods") else None

    def _is_food(self, mention: QuantityMention) -> bool:
        """ "500 tonnes of rice": what people live on, where no exporters talk."""
        lemmas = self.phrases.sentence.parse.lemmas
        return any(lemmas[t] in words_of_amounts("food") for t in self.company(mention))

    def _of_water(self, mention: QuantityMention) -> bool:
        unit = self.phrases.sentence.token_at(mention.span.end - 1)
        lemmas = self.phrases.sentence.parse.lemmas
        return unit is not None and any(lemmas[p.object] == "water" for p in self.phrases.preps(unit))

    def _is_withheld(self, mention: QuantityMention) -> bool:
        """ "Keep 60,000 tonnes off the market", "hold back 2 million bags"."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        for verb in (a for a in parse.ancestors(top)[:2] if parse.tags[a][0] == "V"):
            if parse.lemmas[verb] == "withhold":
                return True
            beside = {parse.lower[c] for c in (*parse.children[verb], *parse.children[top])}
            if parse.lemmas[verb] in _KEEPING and beside & {"off", "back"}:
                return True
        return False

    def _lasting(self, mention: QuantityMention, named: str | None) -> str | None:
        """Days at sea are a limit, months' pay is a payment, and time to do a thing is of what is done."""
        text = self.phrases.doc.text
        if _AT_SEA.match(text, mention.span.end):
            return "quota"
        if _OF_PAY.match(text, mention.span.end) or _OF_PAY.match(text, mention.span.end - 1):
            return "payment"
        if named is not None:
            return None
        parse, top = self.phrases.sentence.parse, self.top(mention)
        below = [c for t in (top, *parse.ancestors(top)[:2]) for c in parse.children[t]]
        verbs = [
            c
            for c in below
            if top < c <= top + _NEAR
            and parse.deps[c] in _OPENING
            and any(parse.tags[o] == "TO" for o in parse.children[c])
        ]
        return next((i for v in verbs if (i := issue_named(self.phrases, v, counted=True)) is not None), None)

    def _people(self, mention: QuantityMention, named: str | None) -> str | None:
        """Soldiers of an organisation come to watch; captives are paid or given for, and are freed with what is."""
        noun, parse = self.noun(mention), self.phrases.sentence.parse
        top = self.top(mention) if noun is None else noun
        if parse.lemmas[top] in words_of_amounts("passages") and not self.phrases.doc.words.isdisjoint(
            words_of_amounts("told_aid")
        ):
            return "aid"
        if named == "aid" and main_kind(self.phrases.doc) == "trade":
            return "quota"  # "admit 4,000 lorries a year"
        if self._is_force(top):
            return "monitoring"
        if noun is None or not means_people(parse.lemmas[noun]):
            return None
        if named in _OF_THINGS and (self.own_issue(mention) or "") not in {"jobs", "release"}:
            # What captors are paid for is let go; others are who is paid.
            doc = self.phrases.doc
            held = "ransom" in doc.words or main_kind(doc) == "conflict"
            held = held or (main_kind(doc) is None and tells_of(doc, "conflict"))
            return "release" if held else named if named == "payment" else "other"
        ransomed = parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] == "for"
        if named is None and ransomed and "ransom" in self.phrases.doc.words:
            return "release"
        if named is not None or parse.deps[noun] != "conj":
            return None
        verb = next((a for a in parse.ancestors(noun) if parse.tags[a][0] != "N"), noun)
        freed = parse.tags[verb][0] == "V" and issue_named(self.phrases, verb, counted=True) == "release"
        return "release" if freed else None

    def _is_force(self, noun: int) -> bool:
        """ "2,500 African Union troops", "urged the Union to send a force of 900"."""
        parse = self.phrases.sentence.parse
        if parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] == "of":
            noun = parse.heads[parse.heads[noun]]
        if parse.lemmas[noun] not in words_of_amounts("forces_sent"):
            return False
        verb = parse.heads[noun]
        sent = parse.deps[noun] == "dobj" and parse.lemmas[verb] in load_acts().verbs["sending_force"]
        near = list(range(parse.lefts[noun], noun))
        near += [c for c in parse.children[verb] if sent and parse.deps[c] in {"nsubj", "dobj"} and c != noun]
        above = parse.heads[verb] if sent else verb
        near += [c for c in parse.children[above] if sent and parse.deps[c] == "dobj"]
        return any((e := self.phrases.entity(t)) is not None and e.kind == "organisation" for t in near)
