"""What money and percentages in a move are: a price, pay, a payment, a share of something."""

from __future__ import annotations

import re

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.issues import is_takeover, issue_active, issue_named
from parley.extract.moves.terms.kinds_of_talks import main_kind
from parley.extract.moves.terms.own_words import OwnWords
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.words import word_list

__all__ = ["Worth", "words_of_amounts"]

_BOUGHT = frozenset({"company", "organisation", "consortium"})
_EACH_HOUR = re.compile(r"[ \n]+for[ \n]+(?:every|each)[ \n]+(?:hour|shift|night)\b")
_APIECE = re.compile(r"[ \n]+apiece\b")
_BUDGET = 100_000  # so much money is nobody's pay
_HUNDREDTHS = ("pence", "cents")
_WAGED = word_list("moves.terms.worth.waged")
_EACH = word_list("moves.terms.worth.each")
_ON_THE_DOLLAR = re.compile(
    r"[ \n]+(?:on|in|to)[ \n]+(?:the[ \n]+)?(?:dollar|euro|pound|franc|rouble|rupee|peso|yen|krone)s?\b"
)
# "48 per cent below 2010 levels".
_BELOW_A_YEAR = re.compile(r"[ \n]+(?:below|under|beneath|on|of)[ \n]+(?:(?:its|the|their)[ \n]+)?(?:19|20)\d\d\b")


class Worth(OwnWords, frozen=True):
    """Reads the money and percentages of a sentence."""

    def _money(self, mention: QuantityMention, named: str | None) -> str:
        """Money and percentages: a price in a contest for a company or per unit of goods, pay in a pay dispute."""
        if mention.kind == "percent":
            return self._share(mention, named)
        if self.is_rate(mention):
            return "payment"
        if _EACH_HOUR.match(self.phrases.doc.text, mention.span.end):
            return "pay"
        if self._is_for_each(mention):
            return "price"
        by_goods = mention.per == "share" or mention.per in words_of_amounts("goods")
        if not by_goods and (own := self.own_issue(mention)) is not None:
            return own
        if mention.per == "share" or (named in {None, "price", "payment"} and self._is_price(mention)):
            owed = mention.per is None and self._own_issue(mention) == "payment"
            return "payment" if owed else "price"
        if named is not None and named != "pay":
            return named
        large = (mention.quantity.upper or mention.quantity.lower or 0) >= _BUDGET
        if mention.per in _EACH:
            return "payment"
        if mention.per in _WAGED and not large and self.may_be_pay():
            return "pay"
        if mention.per in {"hour", "shift"} or (not large and (named == "pay" or self.is_pay())):
            return "pay"
        return "payment"

    def _is_for_each(self, mention: QuantityMention) -> bool:
        """ "Raised the amount per share to 95": a level of what is paid for each share, or unit of goods."""
        parse, changed = self.phrases.sentence.parse, Amounts(self.phrases).changed(self.top(mention))
        below = [] if changed is None else [c for c in parse.children[changed] if parse.lower[c] == "per"]
        things = {parse.lemmas[t] for c in below for t in parse.children[c] if parse.deps[t] == "pobj"}
        return not things.isdisjoint({"share", *words_of_amounts("goods")})

    def _own_issue(self, mention: QuantityMention) -> str | None:
        """The issue that the amount's own noun names, or what it is in or of ("70 million in escrow")."""
        top = self.top(mention)
        unit = self.phrases.sentence.token_at(mention.span.end - 1)
        near = [self.noun(mention), top, *self._held_in(top), *(self._held_in(unit) if unit is not None else ())]
        parse = self.phrases.sentence.parse
        if parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] == "of":
            near.append(parse.heads[parse.heads[top]])  # "a break fee of 90 million"
        return next((i for t in near if t is not None and (i := issue_named(self.phrases, t)) is not None), None)

    def _held_in(self, token: int) -> list[int]:
        lemmas = self.phrases.sentence.parse.lemmas
        preps = (p for p in self.phrases.preps(token) if p.word in {"in", "of"})
        return [p.object for p in preps if lemmas[p.object] not in words_of_amounts("tender")]

    def is_rate(self, mention: QuantityMention) -> bool:
        """ "71 cents on the dollar": what is paid of each unit owed."""
        return bool(_ON_THE_DOLLAR.match(self.phrases.doc.text, mention.span.end))

    def _is_price(self, mention: QuantityMention) -> bool:
        # "An offer of 310 pence": shares and goods are priced in pence, where nobody's pay is talked of.
        hundredths = mention.span.of(self.phrases.doc.text).endswith(_HUNDREDTHS)
        if _APIECE.match(self.phrases.doc.text, mention.span.end):
            return True
        if mention.per in words_of_amounts("goods") or (hundredths and not self.is_pay()):
            return True
        named = issue_named(self.phrases, self.noun(mention) or self.top(mention))
        parse = self.phrases.sentence.parse
        above = parse.ancestors(self.top(mention))
        if any(parse.tags[a][0] == "V" and parse.lemmas[a] in load_acts().verbs["trade"] for a in above):
            return True
        if any(parse.tags[a][0] == "N" and issue_named(self.phrases, a) == "price" for a in above):
            return True
        if any(parse.lemmas[a] in words_of_amounts("priced") for a in (self.top(mention), *above[:2])):
            return True
        if any(m.kind == "money" and m.per in words_of_amounts("goods") for m in self.phrases.quantities_here):
            return True
        if self._is_bid_for(mention):
            return True
        if main_kind(self.phrases.doc) in {"takeover", None} and not self.is_pay() and self._is_level_of_bid(mention):
            return True
        return named != "payment" and (is_takeover(self.phrases.doc) or self._for_a_company(mention))

    def _is_bid_for(self, mention: QuantityMention) -> bool:
        """ "Raises bid to 4 billion", "completed the purchase for 60 million", "the sweetened 14-euro bid"."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        last = self.phrases.sentence.token_at(mention.span.end - 1)
        near = [Amounts(self.phrases).changed(top)]
        if last is not None and last + 1 < len(parse):
            near.append(last + 1)
        if parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] == "for":
            verb = parse.heads[parse.heads[top]]
            near += [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}]
        return any(t is not None and parse.lemmas[t] in words_of_amounts("priced") for t in near)

    def _is_level_of_bid(self, mention: QuantityMention) -> bool:
        """ "Raised its offer to 54 francs", "a proposal worth 3 billion": what something is bid for."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        near = [Amounts(self.phrases).changed(top)]
        if parse.lower[parse.heads[top]] == "worth":
            near.append(parse.heads[parse.heads[top]])
        return any(t is not None and parse.lemmas[t] in words_of_amounts("bids") for t in near)

    def _share(self, mention: QuantityMention, named: str | None) -> str:
        base, noun = self._base(mention), self.noun(mention)
        parse = self.phrases.sentence.parse
        moved = Amounts(self.phrases).changed(self.top(mention))
        if moved is not None and parse.lemmas[moved] in words_of_amounts("thresholds"):
            return "other"
        if base is not None and self._is_bought(base):
            return "other"
        if named in {"payment", None} and self.may_be_pay() and self._is_waged(mention):
            return "pay"  # a bonus of so many per cent
        if (special := self.rate_issue(mention) or self.own_issue(mention)) is not None:
            return special
        if noun is not None and parse.lemmas[noun] in words_of_amounts("holdings"):
            return "other"
        if named is not None:
            return named
        if base is None and main_kind(self.phrases.doc) == "trade":
            return "quota" if self.is_of_goods() else "payment"
        if base is None and (self.is_pay() or (self.may_be_pay() and self._is_bare(mention, noun))):
            return "pay"
        noun = noun if noun is not None else Amounts(self.phrases).changed(self.top(mention))
        if base is not None:
            return "other"  # a third of its forests
        return "payment" if noun is None or not self._is_done(noun) else "other"

    def rate_issue(self, mention: QuantityMention) -> str | None:
        """The issue of a share that is none of the thing itself: what credit or use costs ("a coupon of 5 per cent",
        "the margin by 75 basis points") is a price, a part of what comes in is a payment, a level below that of a year
        or a goal is a limit."""
        if mention.quantity.unit == "basis point":
            return "price"
        if mention.kind != "percent":
            return None
        parse, about = self.phrases.sentence.parse, self._about(mention)
        if self._is_bonus(mention) and main_kind(self.phrases.doc) != "debt":
            return "pay"
        if _BELOW_A_YEAR.match(self.phrases.doc.text, mention.span.end):
            return "quota"
        if any(parse.lemmas[t] in words_of_amounts("fiscal") for t in about):
            return "other"
        if main_kind(self.phrases.doc) in {"climate", None} and any(
            parse.lemmas[t] in words_of_amounts("goals") for t in about
        ):
            return "quota"
        if any(parse.lemmas[t] in words_of_amounts("taxes") for t in about):
            return "other"
        base = self._base(mention)
        if base is not None:
            lemmas = {
                parse.lemmas[base],
                *(parse.lemmas[c] for c in parse.children[base] if parse.deps[c] == "compound"),
            }
            return None if lemmas.isdisjoint(words_of_amounts("takings")) else "payment"
        return "price" if any(parse.lemmas[t] in words_of_amounts("rates") for t in about) else None

    def _about(self, mention: QuantityMention) -> list[int]:
        """The nouns a share is told of: the one it modifies, the one it stands behind, and what a verb changes by it."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        near = [top, self.noun(mention), Amounts(self.phrases).changed(top)]
        if parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] in {"of", "at", "on"}:
            near.append(parse.heads[parse.heads[top]])
        found = [t for t in near if t is not None and parse.tags[t][0] == "N"]
        found += [c for t in found for c in parse.children[t] if parse.deps[c] == "compound"]
        return found + [p.object for t in found for p in self.phrases.preps(t) if p.word in {"on", "in"}]

    def _is_bonus(self, mention: QuantityMention) -> bool:
        """Whether a bonus, which only staff get, is told of."""
        lemmas = self.phrases.sentence.parse.lemmas
        return any(lemmas[t] == "bonus" for t in self._about(mention))

    def _is_waged(self, mention: QuantityMention) -> bool:
        """Whether the share is one of what people earn ("a bonus of 20 per cent", "a 15% fee offer")."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        near = [top, *parse.children[top], *parse.ancestors(top)[:2]]
        return any(parse.lemmas[t] in words_of_amounts("earnings") for t in near) and not is_takeover(self.phrases.doc)

    def _is_bare(self, mention: QuantityMention, noun: int | None) -> bool:
        """Whether nothing is said of what a share is of: "offered 4 per cent", "spurned the 2 per cent offer"."""
        moved = Amounts(self.phrases).changed(self.top(mention)) if noun is None else noun
        return moved is None or not self._is_done(moved)

    def is_of_goods(self) -> bool:
        """Whether the talks are on how much is made, caught or sold, rather than on duties."""
        doc = self.phrases.doc
        return issue_active(doc, "quota") and words_of_amounts("duties").isdisjoint(doc.words)

    def _is_done(self, noun: int) -> bool:
        """Whether the noun is none of the talks' own ("a 60 per cent cut" against "a 60 per cent offer")."""
        return not self.phrases.is_of(noun, frozenset({"proposal", "bid", "agreement", "demand"}))

    def may_be_pay(self) -> bool:
        """Whether a share or a wage of which nothing else is said may be pay: no other kind of dispute is told of."""
        return main_kind(self.phrases.doc) in {"pay", None}

    def is_pay(self) -> bool:
        """Whether the report speaks of pay, and not of what a debtor owes."""
        doc = self.phrases.doc
        return issue_active(doc, "pay") and words_of_amounts("debt_words").isdisjoint(doc.words) and self.may_be_pay()

    def _base(self, mention: QuantityMention) -> int | None:
        token = self.phrases.sentence.token_at(mention.span.end - 1)
        preps = self.phrases.preps(token) if token is not None else []
        lemmas, tags = self.phrases.sentence.parse.lemmas, self.phrases.sentence.parse.tags
        # "3 percent in 2026".
        found = (p.object for p in preps if p.word == "of" or (p.word == "in" and tags[p.object] != "CD"))
        return next((o for o in found if not (lemmas[o].isdigit() or self.phrases.is_time(o))), None)

    def _is_bought(self, token: int) -> bool:
        if self.phrases.sentence.parse.lemmas[token] in words_of_amounts("firms"):
            return True
        found = self.phrases.entity(token)
        return found is not None and found.kind in _BOUGHT

    def _for_a_company(self, mention: QuantityMention) -> bool:
        """Whether what the money is offered for is a company ("300 mln dlrs for Tolmer")."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        tops = [top, *parse.ancestors(top)[:3]]
        objects = [p.object for t in tops for p in self.phrases.preps(t) if p.word == "for"]
        objects = [t for t in objects if t != top]
        objects += [p.object for t in objects for p in self.phrases.preps(t) if p.word == "of"]
        if main_kind(self.phrases.doc) in {"takeover", None} and any(
            parse.lemmas[n] in words_of_amounts("bought") and parse.deps[n] == "pobj" for n in objects
        ):
            return True
        return any(
            (e := self.phrases.entity(n)) is not None and e.form == "name" and e.kind in _BOUGHT for n in objects
        )


def words_of_amounts(name: str) -> frozenset[str]:
    """The nouns of a class that rules on amounts ask for; none where no pack lists them."""
    return load_talks().nouns.get(name, frozenset())
