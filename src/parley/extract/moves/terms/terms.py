"""Terms: what is given or asked in a move, how much, for how long, from when, on which condition."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.annotate.casing import plain_words
from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.preps import Prep
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.aside import is_of_right, is_wake, tells_of
from parley.extract.moves.terms.ceilings import limited_by
from parley.extract.moves.terms.counted import counted_unit
from parley.extract.moves.terms.exchanged import is_per_several, is_swapped, swap_noun, with_both_freed
from parley.extract.moves.terms.givers import Givers, Sides
from parley.extract.moves.terms.headed import issue_under
from parley.extract.moves.terms.increments import with_increments
from parley.extract.moves.terms.issues import IssueHead, find_issue_heads, issue_named, outermost
from parley.extract.moves.terms.left_over import LeftOver, joined, per_of, recurrence_of
from parley.extract.moves.terms.loose import Loose
from parley.extract.moves.terms.recurring import with_recurring
from parley.lexicon.acts import load_issues, load_talks
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list
from parley.model import Date, Quantity, Span, Term

__all__ = ["Sides", "TermFinder"]

_FOR = frozenset({"for"})
_EXCHANGE = word_list("moves.terms.terms.exchange")
# Issues whose counts are of people.
_PERSON_ISSUES = frozenset({"release", "jobs"})
# Issues whose amounts are never numbers of people.
_OF_THINGS = frozenset({"payment", "price", "ceasefire", "quota", "territory", "sanctions"})
# Prepositions before a place, a time or a circumstance, whose noun is no term of its own.
_ADJUNCT = frozenset({
    "at", "in", "into", "through", "near", "across", "inside", "under", "during", "after", "before", "amid",
    "since", "within", "along", "toward", "towards",
})  # fmt: skip
_CIRCUMSTANCES = frozenset({"after", "because", "despite", "since", "amid", "according"})
_CHANGES = word_list("moves.terms.terms.changes")
_PROTESTS = word_list("moves.terms.terms.protests")
_SPREAD = word_list("moves.terms.terms.spread")
_PERCENT = frozenset({"cent", "percent", "pct", "%"})
_LEVELS = word_list("moves.terms.terms.levels")
_UNTIL = frozenset({"until", "till", "to", "through", "by"})
_FROM = frozenset({"from", "starting", "since", "beginning", "on"})


_PAPERS = word_list("moves.terms.terms.papers")


@cache
def _captive_words() -> frozenset[str]:
    return frozenset(word for issue in load_issues() if issue.issue == "release" for word in issue.implied)


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
        found = (prep for _, prep in self.phrases.preps_among(tokens, _EXCHANGE))
        return next((prep for prep in found if prep.token in tokens), None)

    def bargain(self, tokens: list[int]) -> Prep | None:
        """A bare "for" between two things of an offer: "offers 40 captives for a ten-day truce"."""
        parse = self.phrases.sentence.parse
        for token, prep in self.phrases.preps_among(tokens, _FOR):
            if parse.tags[token][0] not in "NV":
                continue
            below = self.phrases.region(prep.object)
            named = find_issue_heads(self.phrases, below) or self._captives(below, Sides())
            determined = parse.child(prep.object, "det")
            ratio = determined is not None and parse.lower[determined] in {"every", "each"}
            if named and not ratio and self._given(token):
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
        if (noun := swap_noun(self.phrases, swap)) is not None and noun not in tokens:
            # "accepted a truce as part of an exchange of captives for detainees": who gives which, its own words say.
            sides, tokens = Sides(), sorted({*tokens, *self.phrases.region(noun)})
        here = self._terms([t for t in tokens if t not in other], sides)
        there = self._terms(sorted(other - {swap.token}), sides.swapped())
        return with_both_freed(here, there)

    def find_all(self, sides: Sides) -> tuple[Term, ...]:
        """The terms named anywhere in the sentence, however it was parsed."""
        return self._terms(list(range(len(self.phrases.sentence.parse))), sides)

    def _region(self, root: int) -> list[int]:
        """Everything below a root but conditions, reasons, and what is said of things by the way."""
        cut = frozenset(t for t in self.phrases.region(root) if t != root and self._leads_away(t))
        return self.phrases.region(root, cut)

    def _leads_away(self, token: int) -> bool:
        parse = self.phrases.sentence.parse
        dep = parse.deps[token]
        if dep == "prep":
            against = parse.lower[token] == "against" and parse.lemmas[parse.heads[token]] in _PROTESTS
            return against or parse.lower[token] in _CIRCUMSTANCES or is_wake(self.phrases, token)
        if dep == "relcl":
            return parse.tags[parse.heads[token]] in {"NNP", "NNPS"} or tells_of(self.phrases, token)
        return dep == "advcl" and not self._spreads(token)

    def _spreads(self, verb: int) -> bool:
        """ ", spread over four years": a participle that says over how long."""
        parse = self.phrases.sentence.parse
        return parse.lemmas[verb] in _SPREAD and all(parse.deps[c] != "nsubj" for c in parse.children[verb])

    def _terms(self, tokens: list[int], sides: Sides) -> tuple[Term, ...]:
        heads = outermost(self.phrases, find_issue_heads(self.phrases, tokens))
        heads = [h for h in heads if not self._by_the_way(h.token, tokens) and self._own_matter(h)]
        heads = [h for h in heads if not is_of_right(self.phrases, h)]
        heads = [h for h in heads if not any(is_per_several(self.phrases.sentence.parse, s) for s in h.stakes)]
        terms = [term for head in heads for term in self._of_head(head, tokens, sides)]
        if not terms or is_swapped(self.phrases, tokens):
            terms += [t for t in self._captives(tokens, sides) if all(t.item != known.item for known in terms)]
        terms = with_recurring(self.phrases, terms, tokens, sides)
        return with_increments(self.phrases, LeftOver(self.phrases).added(terms, tokens, sides))

    def _own_matter(self, head: IssueHead) -> bool:
        """A ceiling on what is a matter of its own is a term on that."""
        on = limited_by(self.phrases, head.token)
        return on is None or issue_named(self.phrases, on) in {None, head.issue}

    def _by_the_way(self, token: int, tokens: list[int]) -> bool:
        """Whether a noun only says where, when or under what: "through the crossing", "during the truce"."""
        parse = self.phrases.sentence.parse
        above = parse.heads[token]
        if parse.lower[above] == "per" or (parse.deps[token] == "acl" and parse.lower[parse.heads[above]] == "per"):
            return True  # "the amount per share paid"
        if parse.deps[token] == "pobj" and is_per_several(parse, token):
            return True  # "a day for each ten captives"
        told = above if parse.deps[token] == "xcomp" else token
        if parse.lemmas[token] == "pay" and parse.deps[told] == "relcl" and parse.lemmas[parse.heads[told]] in _LEVELS:
            return True  # "the price it was to pay"
        if parse.deps[token] == "pobj" and parse.lower[above] == "of" and parse.lower[parse.heads[above]] in _PERCENT:
            return True  # what there is a percentage of
        changed = parse.lower[above] == "in" and parse.lemmas[parse.heads[above]] in _CHANGES  # "an increase in aid"
        adjunct = parse.lower[above] in _ADJUNCT and not changed
        return parse.deps[token] == "pobj" and adjunct and token != tokens[0]

    def _captives(self, tokens: list[int], sides: Sides) -> list[Term]:
        """Captives offered or asked for are their release, without the word ("an offer of 40 prisoners")."""
        parse = self.phrases.sentence.parse
        implied = _captive_words()
        heads = [
            IssueHead(t, "release", (t,))
            for t in tokens
            if parse.lemmas[t] in implied and parse.deps[t] != "compound" and not self._listed(t)
            if not self._by_the_way(t, tokens)
        ]
        return [term for head in heads for term in self._of_head(head, tokens, sides)]

    def _listed(self, token: int) -> bool:
        """ "A list of every captive", "proof that the hostages live": the paper is given, and nobody let go."""
        parse = self.phrases.sentence.parse
        above = parse.heads[parse.heads[token]]
        return (
            parse.deps[token] == "pobj"
            and parse.lower[parse.heads[token]] in {"of", "on"}
            and parse.lemmas[above] in _PAPERS
        )

    def _of_head(self, head: IssueHead, tokens: list[int], sides: Sides) -> list[Term]:
        """One term for each thing given: "40 women and 20 children" are two."""
        parse = self.phrases.sentence.parse
        firsts = [s for s in head.stakes if not any(s in parse.conjuncts(o) for o in head.stakes if o != s)]
        things = [t for s in firsts for t in self.amounts.coordinated(s)] or [head.token]
        # "two seats on the board": the seats are given.
        if head.issue == "governance" and self.amounts.standing(self.amounts.near(head.token)):
            things = [head.token]
        # "The merger of Arkwell with Brayton": neither is bought, the two merge.
        if parse.lemmas[head.token] == "merger":
            things = [head.token]
        # "the release of 14 officers and 200 trucks of flour": what names an issue of its own is no captive.
        things = [t for t in dict.fromkeys(things) if t in firsts or not self._another(t, head.issue)]
        return [self._term(head, thing, tokens, sides) for thing in things]

    def _another(self, thing: int, issue: str) -> bool:
        named = issue_named(self.phrases, thing) if self.phrases.sentence.parse.tags[thing][0] == "N" else None
        return named is not None and named != issue

    def _term(self, head: IssueHead, thing: int, tokens: list[int], sides: Sides) -> Term:
        phrases, text = self.phrases, self.phrases.doc.text
        amount = LeftOver(phrases).as_money(self._amount(head, thing), head.issue)
        duration = Loose(phrases).lasting(self.amounts.duration(head.token))
        dates = self._dates(head.token)
        giver, receiver = self.givers.sides(head, thing, sides)
        quantity = self._quantity(head, thing, amount, duration)
        inner = phrases.head(thing)
        item = self._item(head, thing)
        per = per_of(amount) or self.amounts.ratio(thing) or self.amounts.ratio(head.token)
        return Term(
            issue=issue_under(phrases, head, per, amount=amount, length=duration),  # type: ignore[arg-type]
            item=item,
            span=joined(phrases.sentence.tokens(head.token, head.token), phrases.phrase(thing)),
            giver=giver,
            receiver=receiver,
            group=self._group(inner).of(text) if thing != head.token else None,
            quantity=quantity,
            previous=self.amounts.previous(amount),
            per=per,
            subset_of=self.amounts.whole(amount) or self.amounts.subset(thing),
            base=self.amounts.base(amount),
            duration=duration.quantity if duration is not None else None,
            recurrence=recurrence_of(amount),
            starts=dates.get("starts"),
            ends=dates.get("ends"),
            negated=self._negated(head.token),
        )

    def _amount(self, head: IssueHead, thing: int) -> QuantityMention | None:
        """The amount of a thing; no number of people is one of money or goods ("the ransom for two geologists")."""
        found = self.amounts.amount(thing, head.token)
        if found is None or found.kind != "count" or head.issue not in _OF_THINGS:
            return found
        noun = Loose(self.phrases).noun(found)
        if noun is None or noun in (thing, head.token):
            return found
        lemma = self.phrases.sentence.parse.lemmas[noun]
        return None if means_people(lemma) or lemma in load_talks().nouns["counted_parties"] else found

    def _item(self, head: IssueHead, thing: int) -> str:
        """The words for what is given: behind a unit what it measures, behind a verb its object."""
        phrases, text = self.phrases, self.phrases.doc.text
        if thing == head.token:
            clause = phrases.clause_by_verb.get(head.token)
            if clause is not None and not clause.objects and clause.particle is not None:
                return plain_words(phrases.sentence.tokens(head.token, clause.particle).of(text))  # "pull back"
            if clause is None or not clause.objects:
                return plain_words(phrases.core(head.token).of(text))
            thing = clause.objects[0]
        inner = phrases.head(thing)
        measured = any(
            q.span.covers(phrases.sentence.tokens(inner, inner)) for q in phrases.quantities(phrases.region(inner))
        )
        of = next((p.object for p in phrases.preps(inner) if p.word == "of"), None)
        return plain_words(self.amounts.together(of if measured and of is not None else inner).of(text))

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
            lasting = self.phrases.sentence.parse.lemmas[head.token] in load_talks().nouns["lasting"]
            if duration is not None and (lasting or head.issue in {"ceasefire", "pay"}):
                return duration.quantity
            entity = self.phrases.entity(thing)
            if (
                head.issue in _PERSON_ISSUES
                and entity is not None
                and entity.kind == "person"
                and entity.form == "name"
            ):
                return Quantity(1, 1, unit="persons", verbatim=entity.span.of(self.phrases.doc.text))
            return self._one_seat(thing) or self._one_seat(head.token)
        if amount.kind == "count" and amount.quantity.unit is None:
            amount = LeftOver(self.phrases).as_length(amount) or amount  # "a grace period of three"
        quantity = amount.quantity
        old = self.amounts.previous(amount)
        if quantity.unit is None and old is not None and old.unit is not None:
            return msgspec.structs.replace(quantity, unit=old.unit)  # "from 18 per cent to 6"
        if quantity.unit is None and (of := self.amounts.part_of(amount)) is not None and head.issue != "release":
            thing = of
        if (
            quantity.unit is None
            and (unit := self._own_unit(head, thing, amount) or self._unit(head, thing)) is not None
        ):
            return msgspec.structs.replace(quantity, unit=unit)
        return quantity

    def _own_unit(self, head: IssueHead, thing: int, amount: QuantityMention) -> str | None:
        """What an amount behind the thing counts by its own noun ("cap its arsenal at 180 warheads")."""
        noun = Loose(self.phrases).noun(amount) if thing == head.token else None
        if noun is None and thing == head.token and head.issue == "guarantee":
            return "persons"  # "a pardon for the first 500"
        if noun is None or noun == thing or head.issue in _PERSON_ISSUES:
            return None
        return counted_unit(self.phrases, noun)

    def _one_seat(self, thing: int) -> Quantity | None:
        """ "A seat on the board" is one of several."""
        parse = self.phrases.sentence.parse
        article = parse.child(thing, "det")
        if parse.lemmas[thing] != "seat" or article is None or parse.lower[article] not in {"a", "an", "another"}:
            return None
        return Quantity(
            1, 1, unit="seats", verbatim=self.phrases.sentence.tokens(article, thing).of(self.phrases.doc.text)
        )

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
            if role is not None and not (role == "starts" and relation != "from" and self._is_of_deed(mention, head)):
                found.setdefault(role, self.date(mention, "planned"))
        return found

    def _is_of_deed(self, mention: DateMention, head: int) -> bool:
        """Whether a day is that of what was done before ("the hostages taken on 3 May", "relatives who were abducted")."""
        parse, token = self.phrases.sentence.parse, self.phrases.sentence.token_at(mention.span.start)
        over = parse.ancestors(token) if token is not None and token < len(parse) else []
        below = over[: over.index(head)] if head in over else over
        done = {c.verb for c in parse.clauses if c.link in {"acl", "relcl"} and c.tense == "past" and c.modal is None}
        return not done.isdisjoint(below)

    def date(self, mention: DateMention, tense: Literal["past", "present", "planned"]) -> Date:
        """A date settled against the report's publication."""
        return resolve_date(mention, self.phrases.doc.report.published, tense=tense)

    def _unit(self, head: IssueHead, thing: int) -> str | None:
        """What a bare count counts: people, or the noun it stands with."""
        inner = self.phrases.head(thing)
        parse = self.phrases.sentence.parse
        posts = parse.lemmas[inner] in load_talks().nouns["posts"] or inner == head.token
        people = parse.tags[inner][0] != "N" or means_people(parse.lemmas[inner]) or not posts
        if head.issue == "release" and parse.lemmas[inner] in load_talks().nouns["craft"]:
            return counted_unit(self.phrases, inner)
        if head.issue == "release" or (head.issue == "jobs" and people):
            return "persons"
        return counted_unit(self.phrases, inner) if parse.tags[inner][0] == "N" else None

    def _negated(self, head: int) -> bool:
        parse = self.phrases.sentence.parse
        return any(
            parse.deps[c] == "neg" or parse.lower[c] in {"no", "without"} for c in parse.children[head] if c < head
        )
