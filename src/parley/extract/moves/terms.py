"""Terms: what is given or asked in a move, how much, for how long, from when, on which condition."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.annotate.clauses import Prep
from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.issues import IssueHead, find_issue_heads, issue_active, report_words
from parley.lexicon.acts import load_issues
from parley.model import Actor, Date, Quantity, Span, Term

__all__ = ["Sides", "TermFinder"]

_EXCHANGE = frozenset({"in exchange for", "in return for", "in exchange of", "in response to"})
_RECURRING = frozenset({"day", "week", "month", "year", "hour"})
_PERSON_ISSUES = frozenset({"release"})
# Prepositions before a place, a time or a circumstance, whose noun is no term of its own.
_ADJUNCT = frozenset(
    "at in into through near across inside under during after before amid since within along toward towards".split()
)
_UNTIL = frozenset({"until", "till", "to", "through", "by"})
_FROM = frozenset({"from", "starting", "since", "beginning", "on"})


class Sides(msgspec.Struct, frozen=True):
    """Who gives what the complement names (`giver`) and who gets it; either may be unknown."""

    giver: Actor | None = None
    receiver: Actor | None = None

    def swapped(self) -> Sides:
        """The other side of an exchange."""
        return Sides(self.receiver, self.giver)


class TermFinder(msgspec.Struct, frozen=True):
    """Finds the terms in a sentence's phrases."""

    phrases: Phrases

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
        things = [t for s in firsts for t in self._coordinated(s)] or [head.token]
        things = list(dict.fromkeys(things))
        return [self._term(head, thing, tokens, sides) for thing in things]

    def _coordinated(self, token: int) -> list[int]:
        """Coordinated things apart when each has a number of its own, else as one ("70 women and children")."""
        members = self.phrases.sentence.parse.conjuncts(token)
        counted = [m for m in members if self._amount(m, m) is not None]
        return members if len(counted) > 1 else [token]

    def _term(self, head: IssueHead, thing: int, tokens: list[int], sides: Sides) -> Term:
        phrases, text = self.phrases, self.phrases.doc.text
        amount = self._amount(thing, head.token)
        duration = self._duration(head.token, tokens)
        dates = self._dates(head.token)
        giver, receiver = self._sides(head, thing, sides)
        quantity = self._quantity(head, thing, amount, duration)
        inner = phrases.head(thing)
        item = self._item(head, thing)
        per = _per(amount) or self._ratio(thing) or self._ratio(head.token)
        return Term(
            issue="price" if per == "share" else head.issue,  # type: ignore[arg-type]
            item=item,
            span=_join(phrases.sentence.tokens(head.token, head.token), phrases.phrase(thing)),
            giver=giver,
            receiver=receiver,
            group=self._group(inner).of(text) if thing != head.token else None,
            quantity=quantity,
            previous=self._previous(thing, head.token),
            per=per,
            subset_of=self._subset(thing),
            base=self._base(thing, amount),
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
        if self._coordinated(thing) != [thing]:
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
        if quantity.unit is None and head.issue in _PERSON_ISSUES:
            return msgspec.structs.replace(quantity, unit="persons")
        return quantity

    def _amount(self, thing: int, head: int) -> QuantityMention | None:
        """The amount that belongs to the thing: in its own phrase, or in the "of" or "to" phrase of an amount noun."""
        own = [q for q in self.phrases.quantities(self._near(thing)) if q.kind in _AMOUNTS]
        if own:
            return own[0]
        if thing != head:
            return None
        near = next((q for q in self.phrases.quantities(self._near(head, deep=True)) if q.kind in _AMOUNTS), None)
        return near or self._level(head)

    def _level(self, head: int) -> QuantityMention | None:
        """ "cut its tariff to 8 per cent", "raise pay by 5 per cent": the verb's phrase names the new level or the change."""
        above = self._verb_above(head)
        if above is None:
            return None
        levels = [p for p in self.phrases.preps(above) if p.word in {"to", "by", "at"}]
        return next(
            (q for p in levels for q in self.phrases.quantities(self.phrases.region(p.object)) if q.kind in _AMOUNTS),
            None,
        )

    def _verb_above(self, token: int) -> int | None:
        """The verb whose object the noun is, counting nouns between passed over ("cut the number of posts to 120")."""
        parse = self.phrases.sentence.parse
        for above in parse.ancestors(token):
            if parse.tags[above].startswith("V"):
                return above
            if parse.lower[above] != "of" and self.phrases.head(above) != token:
                return None
        return None

    def _near(self, token: int, deep: bool = False) -> list[int]:
        """The tokens of a phrase that count it: its premodifiers, and behind it "of …" (and with `deep` all phrases)."""
        parse = self.phrases.sentence.parse
        inside = frozenset(
            c
            for c in range(len(parse))
            if (parse.deps[c] in {"relcl", "advcl", "appos", "conj", "ccomp"} and c != token)
            or (parse.deps[c] == "acl" and not deep)
            or (parse.deps[c] in {"prep", "agent"} and not deep and (parse.lower[c] != "of" or parse.heads[c] != token))
            or parse.lower[c] in {"from"}
        )
        return self.phrases.region(token, inside - {token})

    def _duration(self, head: int, tokens: list[int]) -> QuantityMention | None:
        near = self._near(head, deep=True)
        parse = self.phrases.sentence.parse
        above = [
            t
            for p in self.phrases.preps(parse.heads[head])
            if p.word in {"for", "over"}
            for t in self.phrases.region(p.object)
        ]
        found = [q for q in self.phrases.quantities(sorted({*near, *above})) if q.kind == "duration"]
        return found[0] if found else None

    def _previous(self, thing: int, head: int) -> Quantity | None:
        """What it was before: "to 92.50 from 80", "up from 4"."""
        parse = self.phrases.sentence.parse
        tops = {thing, head, parse.heads[head], parse.heads[thing], self._verb_above(head)}
        for token in range(len(parse)):
            above = parse.heads[token]
            if parse.lower[token] == "from" and (above in tops or parse.heads[above] in tops):
                found = [q for q in self.phrases.quantities(self.phrases.region(token)) if q.kind in _AMOUNTS]
                if found and found[0].number.start < self._last(token):
                    return found[0].quantity
        return None

    def _last(self, token: int) -> int:
        """Where the word after a preposition ends: "from 200 to 120" has its first number there."""
        after = min(token + 2, len(self.phrases.sentence.parse) - 1)
        return self.phrases.sentence.tokens(after, after).end

    def _ratio(self, thing: int) -> str | None:
        """ "three prisoners for every captive": what the count is per."""
        parse = self.phrases.sentence.parse
        tokens = [*self.phrases.region(thing), parse.heads[thing]]
        for prep in (p for t in tokens for p in self.phrases.preps(t)):
            determiner = parse.child(prep.object, "det")
            if prep.word in {"for", "per"} and (
                prep.word == "per" or (determiner is not None and parse.lower[determiner] in {"every", "each"})
            ):
                return parse.lemmas[prep.object]
        return None

    def _subset(self, thing: int) -> str | None:
        """ "500 of them", "half of the prisoners": the whole this is a part of."""
        parse = self.phrases.sentence.parse
        if parse.tags[thing] not in {"CD", "DT"} and parse.lemmas[thing] not in {"half", "third", "quarter", "most"}:
            return None
        of = next((p.object for p in self.phrases.preps(thing) if p.word == "of"), None)
        return self.phrases.phrase(of).of(self.phrases.doc.text) if of is not None else None

    def _base(self, thing: int, amount: QuantityMention | None) -> str | None:
        """What a percentage is a percentage of."""
        if amount is None or amount.kind != "percent":
            return None
        token = self.phrases.sentence.token_at(amount.span.end - 1)
        if token is None:
            return None
        of = next((p.object for p in self.phrases.preps(token) if p.word == "of"), None)
        return self.phrases.phrase(of).of(self.phrases.doc.text) if of is not None else None

    def _dates(self, head: int) -> dict[str, Date]:
        """When the term starts and ends, where a date stands with it."""
        parse = self.phrases.sentence.parse
        near = set(self._near(head, deep=True))
        near |= {
            t
            for top in (head, parse.heads[head])
            for p in self.phrases.preps(top)
            for t in self.phrases.region(p.token)
        }
        found: dict[str, Date] = {}
        for mention in self.phrases.doc.dates_in(self.phrases.sentence.span):
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

    def _sides(self, head: IssueHead, thing: int, sides: Sides) -> tuple[Actor | None, Actor | None]:
        """Who gives and who gets: the term's own words first, then the sides of the move."""
        giver = self._named_giver(head, thing)
        if head.issue == "aid" and (place := self._destination(head)) is not None:
            return giver or sides.giver, place
        if giver is None:
            return sides.giver, sides.receiver
        others = [a for a in (sides.giver, sides.receiver) if a is not None and not _same(a, giver)]
        return giver, others[0] if others else None

    def _destination(self, head: IssueHead) -> Actor | None:
        """Where aid goes."""
        for prep in self.phrases.preps(head.token):
            if prep.word in {"in", "to", "into", "for"}:
                words = self.phrases.core(prep.object).of(self.phrases.doc.text)
                entity = self.phrases.entity(prep.object)
                if entity is not None:
                    return entity.actor(self.phrases.doc.text)
                if self.phrases.sentence.parse.tags[prep.object] == "NNP":
                    return Actor(words, words)
        return None

    def _named_giver(self, head: IssueHead, thing: int) -> Actor | None:
        phrases, parse = self.phrases, self.phrases.sentence.parse
        text = phrases.doc.text
        clause = next((c for c in parse.clauses if c.verb == head.token), None)
        if clause is not None:
            found = [phrases.entity(s) for s in clause.subjects]
            named = next((e for e in found if e is not None and e.resolved), None)
            return named.actor(text) if named is not None else None
        candidates = [c for c in parse.children[head.token] if parse.deps[c] == "poss"]
        candidates += [p.object for p in phrases.preps(head.token) if p.word == "by"]
        if head.issue == "release":
            candidates += self._holders(thing)
        for token in candidates:
            entity = phrases.entity(token)
            if entity is not None and entity.resolved:
                return entity.actor(text)
            if parse.deps[token] == "pobj" and parse.tags[token] == "NNP":
                words = phrases.core(token).of(text)
                return Actor(words, words)
        return None

    def _holders(self, thing: int) -> list[int]:
        """Who holds the captives, and so would let them go: "hostages held by X", "prisoners in Y's jails"."""
        parse = self.phrases.sentence.parse
        found = [
            s
            for c in parse.clauses
            if c.link in {"acl", "relcl"} and parse.heads[c.verb] == thing
            for s in c.subjects
            if s != thing
        ]
        places = [p.object for p in self.phrases.preps(thing) if p.word == "in"]
        if thing + 1 < len(parse) and parse.lower[thing + 1] == "in":
            places += [c for c in parse.children[thing + 1] if parse.deps[c] == "pobj"]
        return (
            found
            + places
            + [c for p in places for c in parse.children[p] if parse.deps[c] in {"poss", "amod", "compound"}]
        )

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
            if token is None or self._issue_of_amount(mention) is None or self._follows_from(token):
                continue
            found.append(
                Term(
                    issue=self._issue_of_amount(mention) or "payment",
                    item=mention.span.of(phrases.doc.text),
                    span=mention.span,
                    giver=sides.giver,
                    receiver=sides.receiver,
                    quantity=mention.quantity,
                    previous=self._previous_of_amount(token),
                    per=_per(mention),
                    recurrence=_recurrence(mention),
                    base=self._base(token, mention),
                )
            )
        return found

    def _issue_of_amount(self, mention: QuantityMention) -> Literal["price", "pay", "payment", "ceasefire"] | None:
        doc = self.phrases.doc
        if mention.kind == "duration" and not report_words(doc).isdisjoint(
            {"truce", "ceasefire", "pause", "cease-fire"}
        ):
            return "ceasefire"
        if not is_money(mention):
            return None
        if mention.per == "share" or (mention.kind == "money" and issue_active(doc, "price")):
            return "price"
        return "pay" if issue_active(doc, "pay") else "payment"

    def _follows_from(self, token: int) -> bool:
        parse = self.phrases.sentence.parse
        return any(parse.lower[a] == "from" for a in parse.ancestors(token)[:3])

    def _previous_of_amount(self, token: int) -> Quantity | None:
        parse = self.phrases.sentence.parse
        for other in range(len(parse)):
            if parse.lower[other] == "from" and parse.heads[other] in {*parse.ancestors(token)}:
                found = [q for q in self.phrases.quantities(self.phrases.region(other)) if is_money(q)]
                if found:
                    return found[0].quantity
        return None


_AMOUNTS = frozenset({"count", "money", "percent", "measure", "ratio"})


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


def _same(one: Actor, other: Actor) -> bool:
    return bool({one.name, one.acts_for} & {other.name, other.acts_for} - {None})


def _per(amount: QuantityMention | None) -> str | None:
    return amount.per if amount is not None and amount.per not in _RECURRING else None


def _recurrence(amount: QuantityMention | None) -> str | None:
    return f"a {amount.per}" if amount is not None and amount.per in _RECURRING else None


def _join(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
