"""Terms: what is given or asked in a move, how much, for how long, from when, on which condition."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.preps import Prep
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.amounts import Amounts
from parley.extract.moves.constituents import Phrases
from parley.extract.moves.givers import Givers, Sides
from parley.extract.moves.issues import IssueHead, find_issue_heads
from parley.extract.moves.loose import Loose, counted_unit
from parley.lexicon.acts import load_issues
from parley.lexicon.groups import means_people
from parley.model import Date, Quantity, Span, Term

__all__ = ["Sides", "TermFinder"]

_EXCHANGE = frozenset({"in exchange for", "in return for", "in exchange of", "in response to"})
_RECURRING = frozenset({"day", "week", "month", "year", "hour"})
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
        loose = self._loose(terms, tokens, sides)
        return (*terms, *loose)

    def _by_the_way(self, token: int, tokens: list[int]) -> bool:
        """Whether a noun only says where, when or under what: "through the crossing", "during the truce"."""
        parse = self.phrases.sentence.parse
        return parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] in _ADJUNCT and token != tokens[0]

    def _loose(self, terms: list[Term], tokens: list[int], sides: Sides) -> list[Term]:
        """Terms for the amounts that no issue word took; the only thing named takes the only one that is governed by it."""
        loose, inside = Loose(self.phrases), set(tokens)
        told = {_key(q) for t in terms for q in (t.quantity, t.previous, t.duration) if q is not None}
        left = [m for m in loose.mentions(tokens) if _key(m.quantity) not in told]
        if len(terms) == 1 and terms[0].quantity is None and len(left) == 1 and self._governed(terms[0], left[0]):
            terms[0] = self._with_amount(terms[0], left[0])
            return []
        known = next((t.issue for t in terms if t.issue != "other"), None)
        found: list[Term] = []
        for mention in left:
            issue = loose.issue(mention, inside, known)
            if mention.kind == "count" and issue == "other" and loose.noun(mention) is None and not mention.per:
                continue
            known = known or issue
            found.append(self._loose_term(loose, mention, issue, sides))
        return found

    def _governed(self, term: Term, mention: QuantityMention) -> bool:
        """Whether an amount stands behind the thing it is taken for, and is none of its own ("a cut in output of 9")."""
        if mention.kind == "duration":
            return False
        between = Span(term.span.start, mention.span.start) if term.span.start < mention.span.start else None
        if between is None:
            return False
        parse, sentence = self.phrases.sentence.parse, self.phrases.sentence
        token = sentence.token_at(mention.number.start)
        head = sentence.token_at(term.span.start)
        return (
            token is not None
            and head is not None
            and Loose(self.phrases).noun(mention) is None
            and not any(parse.deps[a] == "conj" and a > head for a in (token, *parse.ancestors(token)))
        )

    def _with_amount(self, term: Term, mention: QuantityMention) -> Term:
        return msgspec.structs.replace(
            term,
            quantity=mention.quantity,
            previous=self.amounts.previous(mention),
            per=term.per or _per(mention),
            recurrence=_recurrence(mention),
        )

    def _loose_term(self, loose: Loose, mention: QuantityMention, issue: str, sides: Sides) -> Term:
        phrases, quantity = self.phrases, mention.quantity
        noun = loose.noun(mention) or self.amounts.part_of(mention)
        if quantity.unit is None and noun is not None:
            quantity = msgspec.structs.replace(quantity, unit=counted_unit(phrases, noun))
        span = mention.span if noun is None else _join(mention.span, phrases.core(noun))
        return Term(
            issue=issue,  # type: ignore[arg-type]
            item=phrases.core(noun).of(phrases.doc.text) if noun is not None else span.of(phrases.doc.text),
            span=span,
            giver=sides.giver,
            receiver=sides.receiver,
            quantity=quantity,
            previous=self.amounts.previous(mention),
            per=_per(mention),
            subset_of=self.amounts.whole(mention),
            recurrence=_recurrence(mention),
            base=self.amounts.base(mention),
        )

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
            previous=self.amounts.previous(amount),
            per=per,
            subset_of=self.amounts.whole(amount) or self.amounts.subset(thing),
            base=self.amounts.base(amount),
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

    def _unit(self, head: IssueHead, thing: int) -> str | None:
        """What a bare count counts: people, or the noun it stands with."""
        inner = self.phrases.head(thing)
        parse = self.phrases.sentence.parse
        people = parse.tags[inner][0] != "N" or means_people(parse.lemmas[inner])
        if head.issue == "release" or (head.issue == "jobs" and people):
            return "persons"
        return counted_unit(self.phrases, inner) if parse.tags[inner][0] == "N" else None

    def _negated(self, head: int) -> bool:
        parse = self.phrases.sentence.parse
        return any(
            parse.deps[c] == "neg" or parse.lower[c] in {"no", "without"} for c in parse.children[head] if c < head
        )


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


def _key(quantity: Quantity) -> tuple[str | None, float | None]:
    """What tells amounts of a sentence apart, whatever unit a term gave them."""
    return (quantity.verbatim, quantity.upper)


def _join(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
