"""What a move is about: its terms and conditions, what it answers, where and by when."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.clauses.heads import price_before
from parley.extract.moves.draft import Draft
from parley.extract.moves.frames.idle import (
    is_aimed_for,
    is_believed,
    is_no_thing,
    is_only_counting,
    is_respite,
    is_taken,
    is_told_beside,
)
from parley.extract.moves.frames.needs import is_date
from parley.extract.moves.indirect.alternatives import is_conditional
from parley.extract.moves.parties.answered import things_answered
from parley.extract.moves.parties.parties import Parties, same_side
from parley.extract.moves.terms.beyond import find_further_roots
from parley.extract.moves.terms.corrected import corrected
from parley.extract.moves.terms.givers import Sides
from parley.extract.moves.terms.loose import Loose
from parley.extract.moves.terms.terms import TermFinder
from parley.extract.moves.terms.told_twice import with_other_sums
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list
from parley.model import Evidence, Span, Term

__all__ = ["about_of", "conditions_of", "parties_of", "place_of", "term_evidence", "terms_of"]

# Acts that put or answer terms; the others name none of their own.
_WITH_TERMS = frozenset({
    "offer", "demand", "accept", "reject", "concede", "promise", "agree", "threaten", "carry_out", "withdraw",
    "extend",
})  # fmt: skip
# Acts whose complement is a thing put forward earlier rather than terms put forward now.
_ABOUT = frozenset(
    {"accept", "reject", "support", "withdraw", "extend", "concede", "breach", "accuse", "break_off", "resume"}
)
# Where the words for such a thing stand.
_NAMING = frozenset(
    {"object", "of", "to_prep", "subject", "for", "on", "with", "against", "complement",
     "none", "passive", "from", "in", "in favour of", "in favor of", "behind"}
)  # fmt: skip
# Acts that always put something forward, whether or not its words name an issue.
_ALWAYS_TERMS = frozenset({"offer", "demand", "promise"})
# Behind these prepositions stand the amounts of a move.
_AMOUNT_BEHIND = frozenset({
    "along with", "together with", "as well as", "alongside", "plus", "in addition to", "up to", "to", "at", "of",
    "worth", "with", "for", "by", "from", "over", "in",
})  # fmt: skip
# Acts done somewhere, and acts on which conditions hang.
_HELD = frozenset({"meet", "mediate", "agree", "resume", "break_off"})
_CONDITIONAL = frozenset({"offer", "promise", "threaten", "accept", "agree", "support", "concede", "rule"})
# Acts on talks themselves.
_WITHOUT_TERMS = frozenset({"resume", "accuse", "invite"})
_TOLLS = word_list("moves.content.tolls")
_IF = frozenset({"if", "unless", "once"})
# Clauses behind these tell of what else happened.
_CIRCUMSTANCE = frozenset({"after", "when", "before", "because", "as", "since", "although", "though", "while"})


def terms_of(draft: Draft, conditions: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of a move; what an offer depends on is the other side of its exchange."""
    terms = _named_terms(draft) if draft.act not in _WITHOUT_TERMS else ()
    terms = tuple(t for t in terms if not is_aimed_for(draft.phrases, t) and not is_taken(draft.phrases, t))
    if any(not is_only_counting(t) for t in terms):
        terms = tuple(t for t in terms if not is_only_counting(t))
    if draft.act not in _WITH_TERMS and draft.act != "support":
        # "ruled that there should be no redundancies": what is not to be is as exact as a number.
        terms = tuple(t for t in terms if t.quantity is not None or (t.negated and draft.act == "rule"))
    if draft.act in {"meet", "break_off"}:
        terms = tuple(t for t in terms if t.issue in _OF_TALKS and not is_told_beside(draft.phrases, t))
    if draft.act == "mediate":
        terms = tuple(t for t in terms if t.issue != "other")
    if draft.act in {"demand", "threaten"}:
        terms = tuple(t for t in terms if not is_respite(draft.phrases, t))
    if draft.act == "threaten":
        terms = tuple(_as_sanction(draft, t) for t in terms)
    if not terms and draft.act in _ALWAYS_TERMS | {"withdraw"}:
        terms = _plain_term(draft)
    if draft.act == "offer":
        terms += tuple(c for c in conditions if c.issue != "other")
    return corrected(draft, with_other_sums(draft.phrases, terms))


_OF_TALKS = frozenset({"price", "payment", "pay", "quota"})


def _as_sanction(draft: Draft, term: Term) -> Term:
    """A toll that is threatened is a sanction."""
    last = term.item.lower().split()[-1].removesuffix("s").replace("dutie", "duty")
    toll = term.issue == "payment" and last in _TOLLS
    return msgspec.structs.replace(term, issue="sanctions") if toll else term


def _named_terms(draft: Draft) -> tuple[Term, ...]:
    sides = _sides(draft)
    verb = draft.hit.clause.verb if draft.hit.clause is not None else None
    roots = [r for r in draft.roots if r != verb] or list(draft.roots)
    if draft.act == "offer" and draft.hit.slot == "for" and draft.hit.clause is not None:
        roots += draft.hit.clause.objects  # "offers captives for a truce": both are put
    roots += find_further_roots(draft) + _talks_on(draft)
    amounts = [] if verb is not None and roots == [verb] else _amount_roots(draft)
    amounts += [t for r in roots for t in _told_by_verb(draft.phrases, r)]
    finder = TermFinder(draft.phrases)
    roots = list(dict.fromkeys([*roots, *amounts]))
    found = finder.find(roots, sides, verb=verb, offered=draft.act == "offer")
    if any(t.quantity is not None for t in found):
        return found
    if draft.act in _WITH_TERMS and is_headline(draft.phrases):
        # What is left out of a headline leaves the parser to guess: its amounts are those of its one move.
        whole = finder.find([_top(draft.phrases)], sides)
        if counted := tuple(t for t in whole or finder.find_all(sides) if t.quantity is not None):
            return counted
    if verb is None or not draft.phrases.quantities_here:
        return found
    further = [t for t in _infinitives(draft.phrases, verb) if t not in roots]
    told = tuple(t for t in finder.find(further, sides) if t.quantity is not None) if further else ()
    return (*(t for t in found if all(t.span != o.span for o in told)), *told)


def _talks_on(draft: Draft) -> list[int]:
    """ "Talks on rescheduling 640 million were put off": what the talks that are held or broken off are on."""
    clause = draft.hit.clause
    if draft.act not in {"meet", "break_off"} or clause is None:
        return []
    phrases = draft.phrases
    talks = [t for t in (*clause.subjects, *clause.objects) if phrases.is_of(t, frozenset({"talks"}))]
    return [p.object for t in talks for p in phrases.preps(t) if p.word in {"on", "over", "about"}]


def _top(phrases: Phrases) -> int:
    heads = phrases.sentence.parse.heads
    return next(t for t, head in enumerate(heads) if t == head)


def _infinitives(phrases: Phrases, verb: int) -> list[int]:
    """Infinitives with amounts below a verb, wherever the parser hung them ("agreed with the banks ... to repay $2bn")."""
    parse = phrases.sentence.parse
    aside = (c.verb for c in phrases.sentence.clauses if c.link == "advcl" and c.mark in _CIRCUMSTANCE)
    below = phrases.region(
        verb, frozenset(c for c in parse.children[verb] if parse.deps[c] in {"conj", "ccomp", "nsubj"}) | {*aside}
    )
    return [
        t
        for t in below
        if parse.tags[t] == "VB"
        and parse.deps[t] in {"acl", "relcl", "advcl", "xcomp"}
        and t > verb
        and any(parse.tags[c] == "TO" for c in parse.children[t])
        and phrases.quantities(phrases.region(t))
    ]


def _told_by_verb(phrases: Phrases, noun: int) -> list[int]:
    """What a verb says of an offer or award that is its subject ("the offer amounts to 5 per cent")."""
    parse = phrases.sentence.parse
    above = parse.heads[noun]
    if parse.deps[noun] not in {"nsubj", "nsubjpass"} or parse.verb_lemma(above) not in load_acts().verbs["amount"]:
        return []
    kept = [
        c for c in parse.children[above] if c > above and parse.deps[c] in {"dobj", "attr", "prep", "xcomp", "ccomp"}
    ]
    # "Tops the 90 dlr price offered by Brayton": what is surpassed is another's.
    kept = [c for c in kept if not (parse.lemmas[above] in _SURPASSING and _is_bid(phrases, c))]
    objects = [p.object for c in kept if parse.deps[c] == "prep" for p in phrases.preps(above) if p.token == c]
    roots = [c for c in kept if parse.deps[c] != "prep"] + objects
    return [t for t in roots if phrases.quantities(phrases.region(t))]


_SURPASSING = word_list("moves.content.surpassing")


def _is_bid(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.lemmas[token] == "price" or phrases.is_of(token, frozenset({"bid"}))


def _plain_term(draft: Draft) -> tuple[Term, ...]:
    """What is offered or asked in words that name no issue: "a list of the captives still alive"."""
    phrases, parse = draft.phrases, draft.phrases.sentence.parse
    head = next((r for r in draft.roots if r != draft.hit.token), None)
    if head is None:
        clause = draft.hit.clause
        head = (
            clause.objects[0] if clause is not None and clause.objects and draft.roots == (draft.hit.token,) else None
        )
    if draft.act == "withdraw":
        head = _asked_before(phrases, head)
    if head is None or phrases.is_of(head, frozenset({"bid", "demand", "talks"})):
        return ()
    if parse.tags[head] == "CD" and Loose(phrases).is_pay():
        return _percentage_of_pay(draft, head)
    if parse.tags[head].startswith("V"):
        # Of an infinitive its object; of a clause all of it.
        head = parse.child(head, "dobj") or head
    if is_no_thing(phrases, head, (*draft.parties.by, *draft.parties.to)):
        return ()
    span = phrases.phrase(head) if parse.tags[head].startswith("N") else phrases.sentence.subtree(head)
    sides = _sides(draft)
    return (Term(issue="other", item=span.of(phrases.doc.text), span=span, giver=sides.giver, receiver=sides.receiver),)


def _asked_before(phrases: Phrases, head: int | None) -> int | None:
    """ "Withdrew its demand to see a list of the living": what a side no longer asks or offers to do something with."""
    parse = phrases.sentence.parse
    if head is None or not phrases.is_of(head, frozenset({"bid", "demand"})):
        return None
    infinitives = (c for c in parse.children[head] if parse.deps[c] == "acl" and parse.tags[c] == "VB")
    return next((c for c in infinitives if parse.child(c, "dobj") is not None), None)


def _percentage_of_pay(draft: Draft, head: int) -> tuple[Term, ...]:
    """In a pay dispute a bare number is a percentage ("asked for 9 per cent and was offered 4")."""
    phrases = draft.phrases
    found = next((q for q in phrases.quantities([head]) if q.kind == "count"), None)
    if found is None or (found.quantity.upper or 0) > 100:
        return ()
    quantity = msgspec.structs.replace(found.quantity, unit="percent")
    sides = _sides(draft)
    return (
        Term(
            issue="pay",
            item=found.span.of(phrases.doc.text),
            span=found.span,
            giver=sides.giver,
            receiver=sides.receiver,
            quantity=quantity,
        ),
    )


def _amount_roots(draft: Draft) -> list[int]:
    """ "raised its bid to 92.50 from 80": the new terms stand in a phrase of the verb."""
    clause = draft.hit.clause
    if clause is None:
        # "its offer to halve the garrison, from 2,400 men to 1,200": behind a comma the amounts hang on the noun.
        behind = draft.phrases.preps(draft.hit.token) if draft.act in _ALWAYS_TERMS else []
        return [
            p.object for p in behind if p.word == "from" and draft.phrases.quantities(draft.phrases.region(p.object))
        ]
    phrases = draft.phrases
    # "Guaranteed 900 jobs at the works for four years": the parser hangs the length on the works.
    inner = (
        q for p in clause.preps if p.word in {"at", "in"} for t in phrases.region(p.object) for q in phrases.preps(t)
    )
    return _beside(phrases, clause.verb) + [
        p.object
        for p in (*clause.preps, *(p for p in inner if p.word in {"for", "over"}))
        if p.word in _AMOUNT_BEHIND and phrases.quantities(phrases.region(p.object))
    ]


def _beside(phrases: Phrases, verb: int) -> list[int]:
    """Amounts the parser hung on the verb itself ("released the last payments, some 18 million dollars")."""
    parse = phrases.sentence.parse
    return [
        c
        for c in parse.children[verb]
        if c > verb
        and (
            parse.deps[c] in {"dobj", "npadvmod", "attr", "oprd", "dep", "appos"}
            or (parse.deps[c] == "dative" and any(is_money(q) for q in phrases.quantities(phrases.region(c))))
            or (parse.deps[c] == "advmod" and parse.lower[c] == "next")
            or (parse.deps[c] == "conj" and parse.tags[c][0] in "NC")
            or parse.lower[c] == "worth"
        )
        and phrases.quantities(phrases.region(c))
    ]


def _sides(draft: Draft) -> Sides:
    """Who gives what the complement names."""
    one = draft.parties.by[0] if len(draft.parties.by) == 1 else None
    other = draft.parties.to[0] if len(draft.parties.to) == 1 else None
    if draft.act in {"accept", "reject"} and any(draft.phrases.is_of(f, frozenset({"bid"})) for f in draft.hit.fillers):
        return Sides(other, one)
    if draft.act == "rule" or draft.hit.gives == "both" or (draft.act == "agree" and draft.hit.gives != "by"):
        return Sides()  # who rules gives nothing
    if draft.act in {"concede", "withdraw"} and _gives_up_demand(draft):
        return Sides(other, one)
    return Sides(other, one) if draft.hit.gives == "to" else Sides(one, other)


def _gives_up_demand(draft: Draft) -> bool:
    """ "lowered its claim to 8 per cent": what is asked less of the other would still give."""
    return any(draft.phrases.is_of(f, frozenset({"demand", "asked_sum", "asked_terms"})) for f in draft.hit.fillers)


def parties_of(draft: Draft, terms: tuple[Term, ...]) -> Parties:
    """A third party's proposal is put to those who would give what it names."""
    if draft.act != "offer" or draft.hit.gives != "both":
        return draft.parties
    givers = [
        t.giver for t in terms if t.giver is not None and not any(same_side(t.giver, a) for a in draft.parties.by)
    ]
    distinct = {a.name: a for a in givers}
    if draft.parties.to and len(distinct) < 2:
        return draft.parties
    return msgspec.structs.replace(draft.parties, to=tuple(distinct.values()))


def about_of(draft: Draft) -> str | None:
    """The words for what is answered, taken back or broken."""
    if draft.act not in _ABOUT or draft.hit.slot not in _NAMING:
        return None
    heads = draft.hit.fillers
    if draft.hit.slot in {"none", "passive", "complement"} and draft.hit.clause is not None:
        heads = things_answered(draft.phrases, draft.hit, draft.hit.clause)
    if not heads:
        return None
    return _priced_phrase(draft.phrases, heads[0]).of(draft.phrases.doc.text)


def _priced_phrase(phrases: Phrases, token: int) -> Span:
    """The phrase of a token, with the price that the parser parts from an offer ("its 40 dlr a share bid for the mill")."""
    head = phrases.head(token)
    price = price_before(phrases.sentence.parse, head)
    if price is None:
        return phrases.phrase(token)
    return Span(phrases.phrase(price).start, phrases.phrase(head).end)


def place_of(draft: Draft) -> str | None:
    """Where talks are held."""
    if draft.act not in _HELD:
        return None
    tops = [draft.hit.token, *draft.hit.fillers]
    if draft.hit.clause is not None:
        tops += [draft.hit.clause.verb, *draft.hit.clause.subjects, *draft.hit.clause.objects]
    parse = draft.phrases.sentence.parse
    for prep in (p for t in tops for p in draft.phrases.preps(t)):
        if (
            prep.word in {"in", "at"}
            and parse.tags[prep.object] in {"NNP", "NNPS"}
            and not is_date(draft.phrases, prep.object)
        ):
            return draft.phrases.phrase(prep.object).of(draft.phrases.doc.text)
    return None


def conditions_of(draft: Draft) -> tuple[Term, ...]:
    """What the move depends on: its if-clauses, as terms the other side would have to meet."""
    if draft.hit.clause is None or draft.act not in _CONDITIONAL:
        return ()
    phrases, clause = draft.phrases, draft.hit.clause
    below = {clause.verb, *draft.hit.fillers}
    if clause.parent is not None and draft.act in {"threaten", "offer", "promise"}:
        below.add(phrases.sentence.clauses[clause.parent].verb)
    found: list[Term] = []
    for other in phrases.sentence.clauses:
        # An if-clause behind the offer is its condition wherever the parser hung it; one told by the way ("a group making a
        # rival bid, proposed") leaves it to what is told.
        behind = (draft.act != "agree" or other.mark != "if") and other.first > clause.verb and clause.link != "acl"
        if (
            other.verb != clause.verb
            and is_conditional(phrases, other)
            and (other.mark in _IF or _governs(phrases, clause.verb, other.verb))
            and (behind or phrases.sentence.parse.heads[other.verb] in below)
        ):
            found += _condition(draft, other)
    return corrected(draft, tuple(found))


def _governs(phrases: Phrases, verb: int, below: int) -> bool:
    """Whether a verb is the nearest one over a proviso ("agreed on condition that", "provided that")."""
    parse = phrases.sentence.parse
    above = (a for a in parse.ancestors(below) if parse.tags[a][0] == "V" and parse.deps[a] != "prep")
    return next(above, None) == verb


def _condition(draft: Draft, clause: Clause) -> list[Term]:
    span = draft.phrases.sentence.subtree(clause.verb)
    words = span.of(draft.phrases.doc.text)
    found = TermFinder(draft.phrases).find([clause.verb], _sides(draft).swapped())
    terms = [term for term in found if not is_believed(draft.phrases, clause, term)]
    if terms:
        return [msgspec.structs.replace(term, condition=words) for term in terms]
    return [Term(issue="other", item=words, span=span, condition=words, negated=clause.negated)]


def term_evidence(doc: Doc, terms: tuple[Term, ...]) -> Iterator[Evidence]:
    """The words of each term."""
    for term in terms:
        yield Evidence("term", term.span.start, term.span.end, term.span.of(doc.text))
