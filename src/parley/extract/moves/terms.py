"""Terms: what is given or asked in a move, how much, for how long, from when, on which condition."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.preps import Prep
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.amounts import Amounts
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.givers import Givers, Sides
from parley.extract.moves.issues import IssueHead, find_issue_heads, is_takeover, issue_active
from parley.lexicon.acts import load_issues, load_talks
from parley.lexicon.groups import counting_unit
from parley.model import Date, Quantity, Span, Term

__all__ = ["Sides", "TermFinder"]

_EXCHANGE = frozenset({"in exchange for", "in return for", "in exchange of", "in response to"})
_RECURRING = frozenset({"day", "week", "month", "year", "hour"})
_BOUGHT = frozenset({"company", "organisation", "consortium"})
# Issues whose counts are of people.
_PERSON_ISSUES = frozenset({"release", "jobs"})
# Prepositions before a place, a time or a circumstance, whose noun is no term of its own.
_ADJUNCT = frozenset(
    [
        "at",
        "in",
        "into",
        "through",
        "near",
        "across",
        "inside",
        "under",
        "during",
        "after",
        "before",
        "amid",
        "since",
        "within",
        "along",
        "toward",
        "towards",
    ]
)
_UNTIL = frozenset({"until", "till", "to", "through", "by"})
_FROM = frozenset({"from", "starting", "since", "beginning", "on"})


class TermFinder(msgspec.Struct, frozen=True):
    """Finds the terms in a sentence's phrases."""

    phrases: Phrases

    @property
    def amounts(self) -> Amounts:
        """The amounts of the sentence."""
        return Amounts(self.phrases)

    @property
    def givers(self) -> Givers:
        """Who gives in the sentence."""
        return Givers(self.phrases)

    def exchange(self, tokens: list[int]) -> Prep | None:
        """The prepositional phrase that names the other side of an exchange, where there is one among `tokens`."""
        wanted = set(tokens)
        for token in tokens:
            for prep in self.phrases.preps(token):
                if prep.word in _EXCHANGE and prep.token in wanted:
                    return prep
        return None

    def bargain(self, tokens: list[int]) -> Prep | None:
        """A bare "for" between two things of an offer: "offers 40 captives for a ten-day truce"."""
        parse = self.phrases.sentence.parse
        for token in tokens:
            if not parse.tags[token].startswith(("N", "V")):
                continue
            for prep in self.phrases.preps(token):
                below = self.phrases.region(prep.object)
                named = find_issue_heads(self.phrases, below) or self._captives(below, Sides())
                determined = parse.child(prep.object, "det")
                ratio = determined is not None and parse.lower[determined] in {"every", "each"}
                if prep.word == "for" and named and not ratio and self._given(token):
                    return prep
        return None

    def _given(self, token: int) -> bool:
        """Whether the phrase before "for" gives something itself: captives, or an object with a number."""
        near = [
            token,
            *(c for c in self.phrases.sentence.parse.children[token] if self.phrases.sentence.parse.deps[c] == "dobj"),
        ]
        return any(self.phrases.is_of(t, frozenset({"captive", "agreement"})) for t in near)

    def find(
        self, roots: list[int], sides: Sides, *, verb: int | None = None, offered: bool = False
    ) -> tuple[Term, ...]:
        """The terms named below `roots`; below `verb`, too, what stands "in exchange for" them, with sides swapped.

        In an offer (`offered`) a bare "for" between two things is an exchange too.
        """
        tokens = sorted({t for root in roots for t in self._region(root)})
        whole = sorted({*tokens, *(self.phrases.region(verb) if verb is not None else ())})
        swap = self.exchange(whole) or (self.bargain(whole) if offered else None)
        if swap is None:
            return self._terms(tokens, sides)
        other = set(self.phrases.region(swap.token))
        here = self._terms([t for t in tokens if t not in other], sides)
        there = self._terms(sorted(other - {swap.token}), sides.swapped())
        return here + there

    def _region(self, root: int) -> list[int]:
        """Everything below a root but conditions, reasons, and what is said of things by the way."""
        parse = self.phrases.sentence.parse
        cut = frozenset(
            token
            for token in range(len(parse))
            if parse.deps[token] == "advcl"
            or (
                parse.deps[token] == "prep"
                and parse.lower[token] in {"after", "because", "despite", "since", "amid", "according"}
            )
        )
        return self.phrases.region(root, cut - {root})

    def _terms(self, tokens: list[int], sides: Sides) -> tuple[Term, ...]:
        heads = _outermost(self.phrases, find_issue_heads(self.phrases, tokens))
        heads = [h for h in heads if not self._by_the_way(h.token, tokens)]
        terms = [term for head in heads for term in self._of_head(head, tokens, sides)]
        if not terms:
            terms = self._captives(tokens, sides)
        terms = self._with_left_over(terms, tokens)
        told = {q for t in terms for q in (t.quantity, t.previous, t.duration)}
        return (*terms, *(t for t in self._bare_amounts(tokens, sides) if t.quantity not in told))

    def _by_the_way(self, token: int, tokens: list[int]) -> bool:
        """Whether a noun only says where, when or under what: "through the crossing", "during the truce"."""
        parse = self.phrases.sentence.parse
        return parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] in _ADJUNCT and token != tokens[0]

    def _with_left_over(self, terms: list[Term], tokens: list[int]) -> list[Term]:
        """The only thing named takes the only amount that stands apart from it ("a cut in output of 900,000 barrels")."""
        free = [q for q in self.phrases.quantities(tokens) if q.kind in {"count", "money", "percent", "measure"}]
        if len(terms) != 1 or len(free) != 1 or terms[0].quantity is not None or terms[0].previous == free[0].quantity:
            return terms
        return [
            msgspec.structs.replace(
                terms[0], quantity=free[0].quantity, per=terms[0].per or _per(free[0]), recurrence=_recurrence(free[0])
            )
        ]

    def _captives(self, tokens: list[int], sides: Sides) -> list[Term]:
        """Captives offered or asked for are their release, without the word ("an offer of 40 prisoners")."""
        parse = self.phrases.sentence.parse
        implied = {word for issue in load_issues() if issue.issue == "release" for word in issue.implied}
        heads = [
            IssueHead(t, "release", (t,)) for t in tokens if parse.lemmas[t] in implied and parse.deps[t] != "compound"
        ]
        return [term for head in heads for term in self._of_head(head, tokens, sides)]

    def _of_head(self, head: IssueHead, tokens: list[int], sides: Sides) -> list[Term]:
        """One term for each thing given: "40 women and 20 children" are two."""
        parse = self.phrases.sentence.parse
        firsts = [s for s in head.stakes if not any(s in parse.conjuncts(o) for o in head.stakes if o != s)]
        things = [t for s in firsts for t in self.amounts.coordinated(s)] or [head.token]
        things = list(dict.fromkeys(things))
        return [self._term(head, thing, tokens, sides) for thing in things]

    def _term(self, head: IssueHead, thing: int, tokens: list[int], sides: Sides) -> Term:
        phrases, text = self.phrases, self.phrases.doc.text
        amount = self.amounts.amount(thing, head.token)
        duration = self.amounts.duration(head.token, tokens)
        dates = self._dates(head.token)
        giver, receiver = self.givers.sides(head, thing, sides)
        quantity = self._quantity(head, thing, amount, duration)
        inner = phrases.head(thing)
        item = self._item(head, thing)
        per = _per(amount) or self.amounts.ratio(thing) or self.amounts.ratio(head.token)
        return Term(
            issue="price" if per == "share" else head.issue,  # type: ignore[arg-type]
            item=item,
            span=_join(phrases.sentence.tokens(head.token, head.token), phrases.phrase(thing)),
            giver=giver,
            receiver=receiver,
            group=self._group(inner).of(text) if thing != head.token else None,
            quantity=quantity,
            previous=self.amounts.previous(thing, head.token),
            per=per,
            subset_of=self.amounts.subset(thing),
            base=self.amounts.base(thing, amount),
            duration=duration.quantity if duration is not None else None,
            recurrence=_recurrence(amount),
            starts=dates.get("starts"),
            ends=dates.get("ends"),
            negated=self._negated(head.token),
        )

    def _item(self, head: IssueHead, thing: int) -> str:
        """The words for what is given: behind a unit what it measures, behind a verb its object."""
        phrases, text = self.phrases, self.phrases.doc.text
        if thing == head.token:
            clause = next((c for c in phrases.sentence.clauses if c.verb == head.token), None)
            if clause is None or not clause.objects:
                return phrases.core(head.token).of(text)
            thing = clause.objects[0]
        inner = phrases.head(thing)
        measured = any(
            q.span.covers(phrases.sentence.tokens(inner, inner)) for q in phrases.quantities(phrases.region(inner))
        )
        of = next((p.object for p in phrases.preps(inner) if p.word == "of"), None)
        return phrases.core(of if measured and of is not None else inner).of(text)

    def _group(self, thing: int) -> Span:
        """The whole phrase of what is given, things coordinated without numbers of their own included."""
        first = self.phrases.phrase(thing)
        if self.amounts.coordinated(thing) != [thing]:
            return first
        members = self.phrases.sentence.parse.conjuncts(thing)
        return Span(first.start, max(self.phrases.phrase(m).end for m in members))

    def _quantity(
        self, head: IssueHead, thing: int, amount: QuantityMention | None, duration: QuantityMention | None
    ) -> Quantity | None:
        if amount is None:
            if duration is not None and head.issue in {"ceasefire", "pay"}:
                return duration.quantity
            entity = self.phrases.entity(thing)
            if (
                head.issue in _PERSON_ISSUES
                and entity is not None
                and entity.kind == "person"
                and entity.form == "name"
            ):
                return Quantity(1, 1, unit="persons", verbatim=entity.span.of(self.phrases.doc.text))
            return None
        quantity = amount.quantity
        if quantity.unit is None and (unit := self._unit(head, thing)) is not None:
            return msgspec.structs.replace(quantity, unit=unit)
        return quantity

    def _dates(self, head: int) -> dict[str, Date]:
        """When the term starts and ends, where a date stands with it."""
        parse = self.phrases.sentence.parse
        near = set(self.amounts.near(head, deep=True))
        near |= {
            t
            for top in (head, parse.heads[head])
            for p in self.phrases.preps(top)
            for t in self.phrases.region(p.token)
        }
        found: dict[str, Date] = {}
        for mention in self.phrases.dates_here:
            if self.phrases.sentence.token_at(mention.span.start) not in near:
                continue
            relation = mention.relation
            role = "ends" if relation in _UNTIL else "starts" if relation in _FROM else None
            if role is not None:
                found.setdefault(role, self.date(mention, "planned"))
        return found

    def date(self, mention: DateMention, tense: Literal["past", "present", "planned"]) -> Date:
        """A date settled against the report's publication."""
        return resolve_date(mention, self.phrases.doc.report.published, tense=tense)

    def _for_a_company(self) -> bool:
        """Whether the sentence names what the money is offered for, and that is somebody ("300 mln dlrs for Tolmer")."""
        parse = self.phrases.sentence.parse
        names = (p.object for t in range(len(parse)) for p in self.phrases.preps(t) if p.word == "for")
        return any((e := self.phrases.entity(n)) is not None and e.form == "name" and e.kind in _BOUGHT for n in names)

    def _unit(self, head: IssueHead, thing: int) -> str | None:
        """What a bare count counts, where that is people or a thing with a unit of its own."""
        if head.issue in _PERSON_ISSUES:
            return "persons"
        return counting_unit(self.phrases.sentence.parse.lemmas[self.phrases.head(thing)])

    def _negated(self, head: int) -> bool:
        parse = self.phrases.sentence.parse
        return any(
            parse.deps[c] == "neg" or parse.lower[c] in {"no", "without"} for c in parse.children[head] if c < head
        )

    def _bare_amounts(self, tokens: list[int], sides: Sides) -> list[Term]:
        """An amount alone is a term: of price when it is per share, of pay in a labour dispute, else a payment."""
        phrases = self.phrases
        found = []
        for mention in phrases.quantities(tokens):
            token = phrases.sentence.token_at(mention.number.start)
            if token is None or self._issue_of_amount(mention) is None or self.amounts.follows_from(token):
                continue
            found.append(
                Term(
                    issue=self._issue_of_amount(mention) or "payment",
                    item=mention.span.of(phrases.doc.text),
                    span=mention.span,
                    giver=sides.giver,
                    receiver=sides.receiver,
                    quantity=mention.quantity,
                    previous=self.amounts.previous_of_amount(token),
                    per=_per(mention),
                    recurrence=_recurrence(mention),
                    base=self.amounts.base(token, mention),
                )
            )
        return found

    def _issue_of_amount(self, mention: QuantityMention) -> Literal["price", "pay", "payment", "ceasefire"] | None:
        doc = self.phrases.doc
        if mention.kind == "duration" and not doc.words.isdisjoint(load_talks().nouns["truce_words"]):
            return "ceasefire"
        if not is_money(mention):
            return None
        if mention.per == "share" or (mention.kind == "money" and (is_takeover(doc) or self._for_a_company())):
            return "price"
        if mention.per in {"hour", "shift"}:
            return "pay"
        return "pay" if issue_active(doc, "pay") else "payment"


def _outermost(phrases: Phrases, heads: list[IssueHead]) -> list[IssueHead]:
    """Heads that are not inside another head's stake: "release of prisoners from the blockade" names one thing."""
    parse = phrases.sentence.parse
    kept: list[IssueHead] = []
    for head in heads:
        above = set(parse.ancestors(head.token))
        inside = any(k.token in above and (set(k.stakes) & (above | {head.token})) for k in kept)
        modifier = parse.deps[head.token] in {"amod", "compound"}
        if not inside and not modifier:
            kept.append(head)
    return kept


def _per(amount: QuantityMention | None) -> str | None:
    return amount.per if amount is not None and amount.per not in _RECURRING else None


def _recurrence(amount: QuantityMention | None) -> str | None:
    return f"a {amount.per}" if amount is not None and amount.per in _RECURRING else None


def _join(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
