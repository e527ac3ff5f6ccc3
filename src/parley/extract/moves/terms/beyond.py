"""Where the terms of a move stand beyond its complements: under a deal, behind a colon, in further steps."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.draft import Draft
from parley.extract.moves.terms.aside import WAKES
from parley.lexicon.acts import load_acts
from parley.lexicon.amounts import verbs_of_amounts

__all__ = ["find_further_roots"]

# Acts that always put something forward.
_PUTTING = frozenset({"offer", "demand", "promise"})


def find_further_roots(draft: Draft) -> list[int]:
    """Tokens, besides the fillers of its frame, below which the terms of the move stand."""
    found = _under(draft) + _provided(draft) + _listed(draft) + _rising(draft) + _valued(draft) + _told_of(draft)
    found += _antecedent(draft)
    if draft.hit.clause is None:
        return found
    return (
        _loose_relatives(draft.phrases, draft.hit.clause.verb)
        + _further(draft)
        + _elaborated(draft)
        + _added(draft)
        + found
    )


def _elaborated(draft: Draft) -> list[int]:
    """ "Tabled a fresh offer, raising the sum to 2.2 billion": what a participle behind says the move sets or changes."""
    clause, phrases = draft.hit.clause, draft.phrases
    if clause is None or draft.act not in _PUTTING | {"concede", "agree", "accept"}:
        return []
    behind = (
        c
        for c in phrases.sentence.clauses
        if c.verb > clause.verb and c.link == "advcl" and c.mark is None and c.lemma in verbs_of_amounts("setting")
    )
    tags, heads = phrases.sentence.parse.tags, phrases.sentence.parse.heads
    return [
        c.verb
        for c in behind
        if heads[c.verb] == clause.verb and tags[c.verb] == "VBG" and phrases.quantities(phrases.region(c.verb))
    ]


def _added(draft: Draft) -> list[int]:
    """ "Raised its offer to 5 percent and added a lump sum": what the same side puts on top of what it offers or asks."""
    clause, phrases = draft.hit.clause, draft.phrases
    if clause is None or draft.act not in _PUTTING | {"concede"}:
        return []
    heads = phrases.sentence.parse.heads
    joined = (c for c in phrases.sentence.clauses if c.link == "conj" and heads[c.verb] == clause.verb)
    return [o for c in joined if c.lemma in load_acts().verbs["adding"] and not c.own_subject for o in c.objects]


def _further(draft: Draft) -> list[int]:
    """ "agreed a truce in three phases under which": what a deal or offer holds beyond its object."""
    if draft.hit.clause is None or draft.act not in {"agree", "offer"}:
        return []
    behind = (p for p in draft.hit.clause.preps if p.word in {"in", "under", "including", "with"})
    return [p.object for p in behind if draft.phrases.sentence.parse.lower[p.object] not in WAKES]


def _antecedent(draft: Draft) -> list[int]:
    """ "Below the 2.5 it had undertaken to hold": what a relative clause without a pronoun is about."""
    clause, phrases = draft.hit.clause, draft.phrases
    if clause is None or clause.link != "relcl" or not clause.own_subject or draft.act not in _PUTTING:
        return []
    head = phrases.sentence.parse.heads[clause.verb]
    counted = any(q.span.covers(phrases.sentence.tokens(head, head)) for q in phrases.quantities([head]))
    behind = all(s > head for s in clause.subjects) and not any(
        phrases.quantities(phrases.region(f)) for f in draft.hit.fillers
    )
    return [head] if counted and behind and head not in draft.hit.fillers else []


def _under(draft: Draft) -> list[int]:
    """ "Under the compromise reached on Friday, the catch will be pared to 9": what is to be done under a deal is its terms."""
    parse, clause = draft.phrases.sentence.parse, draft.hit.clause
    if draft.act not in {"agree", "offer"} or (clause is not None and clause.link not in {"acl", "relcl"}):
        return []
    noun = draft.hit.token if clause is None else parse.heads[clause.verb]
    if parse.lower[parse.heads[noun]] == "of" and parse.lower[parse.heads[parse.heads[noun]]] in {"terms", "term"}:
        noun = parse.heads[parse.heads[noun]]  # "under the terms of the settlement"
    above = parse.heads[noun]
    if parse.lower[above] == "to" and parse.lower[parse.heads[above]] == "according":
        above = parse.heads[above]
    verb = parse.heads[above]
    under = parse.lower[above] in {"under", "according"} and parse.tags[verb][0] == "V"
    return [verb] if parse.deps[noun] == "pobj" and under and not _was_done(draft, verb) else []


def _was_done(draft: Draft, verb: int) -> bool:
    """ "Has freed 30 captives under the truce agreed in May": what somebody did tells no more than that; nor do "the shares
    that were bought under the offer"."""
    above = draft.phrases.clause_by_verb.get(verb)
    told = above is not None and (not above.passive or (draft.act == "offer" and above.link == "relcl"))
    return above is not None and told and above.tense == "past" and above.modal is None


def _provided(draft: Draft) -> list[int]:
    """ "The blueprint, tabled on Monday, would let 60 trucks through": what the text put forward says is its terms."""
    parse, clause = draft.phrases.sentence.parse, draft.hit.clause
    if draft.act not in {"agree", "offer"} or clause is None or clause.link not in {"acl", "relcl"}:
        return []
    noun = parse.heads[clause.verb]
    above = next((c for c in draft.phrases.sentence.clauses if noun in c.subjects and c is not clause), None)
    text = draft.phrases.is_of(noun, _TEXTS)
    if above is None or not text or above.passive or above.link not in {"ROOT", "ccomp"}:
        return []
    provides = above.tense != "past" or above.lemma in load_acts().verbs["providing"]
    return [above.verb] if provides and above.lemma not in {"be", "have"} else []


_TEXTS = frozenset({"proposal", "agreement", "bid", "truce_words"})


def _listed(draft: Draft) -> list[int]:
    """ "set two conditions: that 40 be freed and ...": what a colon opens is the list of what is put."""
    parse = draft.phrases.sentence.parse
    if ":" not in parse.lower or draft.act not in _PUTTING:
        return []
    colon = parse.lower.index(":")
    tops = {draft.hit.token, *draft.hit.fillers}
    if draft.hit.clause is not None:
        tops.add(draft.hit.clause.verb)
    if not any(draft.phrases.is_of(f, _LISTED) for f in draft.hit.fillers):
        return []
    if min(tops) > colon:
        return []
    behind = range(colon + 1, len(parse))
    return [c for c in behind if parse.deps[c] in _IN_LIST and (parse.heads[c] <= colon or parse.heads[c] == c)]


_LISTED = frozenset({"demand", "proposal", "terms", "nothing", "agreement", "message"})
_IN_LIST = frozenset({"ccomp", "appos", "dobj", "conj", "parataxis", "dep", "npadvmod", "ROOT", "attr", "nsubj"})


def _rising(draft: Draft) -> list[int]:
    """ "a levy of 15 dollars, rising to 40 by 2033": the further steps of what is given."""
    clause = draft.hit.clause
    first = clause.verb if clause is not None else draft.hit.token
    steps = load_acts().verbs["stepping"]
    return [
        p.object
        for c in draft.phrases.sentence.clauses
        if c.verb > first and c.lemma in steps and c.tense == "none" and c.link in {"advcl", "acl", "xcomp", "relcl"}
        for p in c.preps
        if p.word == "to" and draft.phrases.quantities(draft.phrases.region(p.object))
    ]


def _valued(draft: Draft) -> list[int]:
    """ "offered 46 dollars a share, valuing the mill at 1.9 billion": what is bid for is worth so much."""
    if draft.act not in {"offer", "agree", "accept", "reject"}:
        return []
    phrases, first = draft.phrases, draft.hit.clause.first if draft.hit.clause is not None else 0
    clauses = [c for c in phrases.sentence.clauses if c.lemma == "value" and c.verb > first and c.objects]
    objects = [p.object for c in clauses for p in c.preps if p.word == "at"]
    return [o for o in objects if any(q.kind == "money" for q in phrases.quantities(phrases.region(o)))]


def _told_of(draft: Draft) -> list[int]:
    """What is said of the text put forward: "a compromise tabled by X, which gives ...", "the offer, lodged on Friday, was
    worth 46 euros"."""
    clause = draft.hit.clause
    if draft.act not in {"agree", "offer"} or (clause is not None and clause.link not in {"acl", "relcl"}):
        return []
    phrases, parse = draft.phrases, draft.phrases.sentence.parse
    noun = draft.hit.token if clause is None else parse.heads[clause.verb]
    if not phrases.is_of(noun, _TEXTS):
        return []
    told = [c for c in phrases.sentence.clauses if c.verb > noun and c is not clause]
    relative = [
        c.verb
        for c in told
        if c.link == "relcl" and c.lemma in load_acts().verbs["providing"] and _is_behind(draft, c.verb, noun)
    ]
    worth = [
        t
        for c in told
        if c.lemma == "be" and noun in c.subjects
        for t in parse.children[c.verb]
        if parse.lower[t] in {"worth", "of", "at"} and phrases.quantities(phrases.region(t))
    ]
    return relative + worth


def _is_behind(draft: Draft, verb: int, noun: int) -> bool:
    """Whether a "which" clause is the noun's, wherever in its phrase the parser hung it."""
    parse = draft.phrases.sentence.parse
    which = any(parse.lower[c] in {"which", "that"} for c in parse.children[verb])
    return which and noun in parse.ancestors(verb)


def _loose_relatives(phrases: Phrases, verb: int) -> list[int]:
    """ "an extension, which would involve": a relative clause the parser hung on the verb."""
    parse = phrases.sentence.parse
    return [
        c
        for c in parse.children[verb]
        if parse.deps[c] in {"ccomp", "relcl", "advcl"} and any(parse.tags[k] == "WDT" for k in parse.children[c])
    ]
