"""Conditions on clauses by which an offer is found wanting, a bid is let lapse, or talks come to nothing."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.deeds import names_issue
from parley.extract.moves.clauses.harm import is_promised
from parley.extract.moves.frames.needs import names_money
from parley.extract.moves.terms.issues import find_issue_heads, is_takeover
from parley.extract.relevance import is_about_talks, puts_something
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.words import word_list

__all__ = ["SHORTFALLS", "is_claimed", "is_put_before", "lacks"]

_IT = frozenset({"it", "that", "this", "these", "they", "which"})
_PUT = frozenset({"proposal", "bid", "demand", "terms", "soft_proposal", "request"})
_LACKING = frozenset({"no", "little", "scant", "neither", "few", "without", "any"})
_MEETING = word_list("moves.frames.shortfalls.meeting")
_FURTHER = word_list("moves.frames.shortfalls.further")
_TALKS = word_list("moves.frames.shortfalls.talks")
_FIRMLY = word_list("moves.frames.shortfalls.firmly")


def is_put_before(phrases: Phrases, token: int) -> bool:
    """Whether a pronoun in somebody's words is said where something was put forward ("It is not enough," of the offer)."""
    parse = phrases.sentence.parse
    if parse.lower[token] not in _IT or not (_is_quoted(phrases, token) or _is_reported(phrases, token)):
        return False
    return _is_put_near(phrases)


def _is_put_near(phrases: Phrases) -> bool:
    """Whether the sentence, or the one before it, tells of something put forward."""
    tags = phrases.sentence.parse.tags
    here = any(tag[0] == "N" and phrases.is_of(t, _PUT) for t, tag in enumerate(tags))
    return here or puts_something(phrases.lower) or (phrases.index > 0 and _tells_of_terms(phrases))


def _is_reported(phrases: Phrases, token: int) -> bool:
    """ "wrote back that it was too little", "said that was out of the question"."""
    clauses = phrases.sentence.clauses
    clause = next((c for c in clauses if token in c.subjects), None)
    above = clauses[clause.parent] if clause is not None and clause.parent is not None else None
    return above is not None and above.lemma in _SAYING


_SAYING = word_list("moves.frames.shortfalls.saying")


def _nothing_against(phrases: Phrases, clause: Clause) -> bool:
    """ "has no objection": to what was put just before."""
    lower, children = phrases.sentence.parse.lower, phrases.sentence.parse.children
    none = any(lower[c] in _LACKING for o in clause.objects for c in children[o])
    return (none or clause.negated) and _is_put_near(phrases) and is_about_talks(phrases.doc)


def _tells_of_terms(phrases: Phrases) -> bool:
    before = phrases.doc.sentences[phrases.index - 1].parse
    nouns = load_talks().nouns
    known = nouns["proposal"] | nouns["bid"] | nouns["demand"]
    if puts_something(before.lower):
        return True
    return any(w in known and tag[0] == "N" for w, tag in zip(before.lemmas, before.tags, strict=True))


def _is_quoted(phrases: Phrases, token: int) -> bool:
    here = phrases.sentence.tokens(token, token)
    return any(q.span.start <= here.start and here.end <= q.span.end for q in phrases.doc.quotations)


def is_claimed(phrases: Phrases, noun: int) -> bool:
    """Whether a noun of thought holds what is so ("the idea that he had lied"), not what is to be done."""
    parse = phrases.sentence.parse
    below = (
        c
        for c in parse.children[noun]
        if parse.deps[c] in {"acl", "ccomp", "relcl"} and c > noun and not _is_bare_deed(phrases, c)
    )
    return any(
        parse.tags[c] in {"VBD", "VBZ", "VBP"} or any(parse.tags[k] in {"VBZ", "VBP", "VBD"} for k in parse.children[c])
        for c in below
    )


def _is_bare_deed(phrases: Phrases, verb: int) -> bool:
    """ "the suggestion that it cut coal use": a bare verb that gives something."""
    parse = phrases.sentence.parse
    bare = parse.lower[verb] == parse.lemmas[verb] and all(parse.deps[c] != "aux" for c in parse.children[verb])
    return bare and any(head.token == verb for head in find_issue_heads(phrases, [verb]))


def lacks(phrases: Phrases, token: int) -> bool:
    """ "with no progress", "with little to show": what the noun names did not come."""
    parse = phrases.sentence.parse
    return parse.lower[token] in {"nothing", "little"} or any(
        parse.lower[c] in {"no", "little", "scant", "few"} for c in parse.children[token]
    )


def _is_said(phrases: Phrases, clause: Clause) -> bool:
    """In somebody's words: what the reporter finds wanting nobody has refused."""
    return bool(phrases.speakers_of(clause)) or _is_quoted(phrases, clause.verb)


def _goes_not_far(phrases: Phrases, clause: Clause) -> bool:
    lower = phrases.sentence.parse.lower
    return (
        clause.negated
        and clause.lemma == "go"
        and "far" in lower[clause.verb : clause.verb + 3]
        and _is_said(phrases, clause)
    )


def _falls_short(phrases: Phrases, clause: Clause) -> bool:
    parse = phrases.sentence.parse
    after = parse.lower[clause.verb + 1 : clause.verb + 5]
    if not _is_said(phrases, clause):
        return False
    if clause.lemma == "fail":
        return any(parse.lemmas[c] in _MEETING for c in parse.children[clause.verb] if parse.deps[c] == "xcomp")
    if clause.lemma == "come":
        return "nowhere" in after or "short" in after
    return "short" in after if clause.lemma == "fall" else "desired" in parse.lower[clause.verb : clause.last + 1]


def _suffices_not(phrases: Phrases, clause: Clause) -> bool:
    return clause.negated and clause.lemma in {"suffice", "do"} and _is_said(phrases, clause)


def _is_too_much(phrases: Phrases, clause: Clause) -> bool:
    """ "the claim was still too high": too much or too little of something, by somebody's word."""
    lower = phrases.sentence.parse.lower
    after = lower[clause.verb + 1 : clause.last + 1]
    too = after.index("too") + 1 if "too" in after[:4] else len(after)
    return too < len(after) and after[too] in _MEASURED and not clause.negated and _is_said_by_side(phrases, clause)


def _is_said_by_side(phrases: Phrases, clause: Clause) -> bool:
    """In the words of somebody who can say no: what analysts or papers find too high nobody has refused."""
    nouns, lemmas = load_acts().nouns, phrases.sentence.parse.lemmas
    outside = nouns["publics"] | nouns["onlookers"]
    sides = [s for s in phrases.speakers_of(clause) if lemmas[s] not in outside]
    return any(e is not None and e.kind not in _ONLOOKERS for e in (phrases.party(s, strict=True) for s in sides))


_ONLOOKERS = frozenset({"unnamed", "outlet", "court"})


def _goes_no_further(phrases: Phrases, clause: Clause) -> bool:
    """ "would not go further", "could not go beyond the law"."""
    after = phrases.sentence.parse.lower[clause.verb + 1 : clause.verb + 3]
    return clause.negated and clause.modal is not None and not _FURTHER.isdisjoint(after)


_MEASURED = word_list("moves.frames.shortfalls.measured")


def _tells_of_bid(phrases: Phrases, clause: Clause) -> bool:
    """ "let its offer lapse": the sentence names the bid, or the report is of a contest for a company."""
    parse = phrases.sentence.parse
    bids = load_talks().nouns["bid"]
    return is_takeover(phrases.doc) or any(parse.lemmas[t] in bids for t in range(clause.first, clause.last + 1))


def _names_bid(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.sentence.parse.lemmas[p.object] in {"bid", "offer"} for p in clause.preps)


def _is_own(phrases: Phrases, clause: Clause) -> bool:
    """ "shelved its proposal": one's own; and nobody's where a passive names no doer."""
    parse = phrases.sentence.parse
    own = any(parse.tags[c] == "PRP$" for o in clause.objects for c in parse.children[o])
    return own or (clause.passive and not clause.subjects and is_about_talks(phrases.doc))


def _for_good(phrases: Phrases, clause: Clause) -> bool:
    """ "Merger talks have ended": a perfect, of talks that had no set end."""
    over = clause.perfect and not clause.objects and not clause.preps and not clause.negated
    parse = phrases.sentence.parse
    return over and any(parse.lemmas[s] in _TALKS for s in clause.subjects)


def _is_empty_handed(phrases: Phrases, clause: Clause) -> bool:
    lower = phrases.sentence.parse.lower[clause.verb : clause.last + 1]
    empty = "empty-handed" in lower or ("empty" in lower and "handed" in lower)
    return empty and _left_talks(phrases, clause)


def _tells_of_merger(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.is_of(o, _MERGERS) for o in clause.objects)


def _gives_bidder_time(phrases: Phrases, clause: Clause) -> bool:
    """ "gave the bidder until Friday"."""
    until = any(p.word in {"until", "till"} for t in (clause.verb, *clause.objects) for p in phrases.preps(t))
    return until and is_takeover(phrases.doc)


def _left_talks(phrases: Phrases, clause: Clause) -> bool:
    """Somebody who negotiates, or anybody where the report is about talks."""
    parse = phrases.sentence.parse
    if any(parse.lemmas[s] in _NEGOTIATING for s in clause.subjects):
        return True
    return is_about_talks(phrases.doc) and any(phrases.party(s, strict=True) is not None for s in clause.subjects)


def _by_group(phrases: Phrases, clause: Clause) -> bool:
    """Several people or a body: one person may refuse to go for reasons of their own."""
    tags = phrases.sentence.parse.tags
    return any(
        (e := phrases.party(s, strict=True)) is not None and (tags[s] in {"NNS", "NNPS"} or e.kind in _BODIES)
        for s in clause.subjects
    )


_BODIES = frozenset({"state", "armed_group", "union", "company", "consortium", "organisation"})


def _cut_short(phrases: Phrases, clause: Clause) -> bool:
    return "short" in phrases.sentence.parse.lower[clause.verb + 1 : clause.verb + 8]


def _dead_set(phrases: Phrases, clause: Clause) -> bool:
    """ "is dead set against"."""
    return phrases.sentence.parse.lower[clause.verb - 1] in _FIRMLY


def _better_of(phrases: Phrases, clause: Clause) -> bool:
    """ "has thought better of its claim"."""
    return "better" in phrases.sentence.parse.lower[clause.verb + 1 : clause.verb + 4]


def _unnamed_judge(phrases: Phrases, clause: Clause) -> bool:
    """ "were fined", by nobody named, where the report is about talks."""
    return clause.passive and not clause.subjects and not clause.negated and is_about_talks(phrases.doc)


_JUDGES = word_list("moves.frames.shortfalls.judges")


def _court_fixes(phrases: Phrases, clause: Clause) -> bool:
    """Whoever only ever judges; a commission or authority does much else."""
    return any(not phrases.words_of(s).isdisjoint(_JUDGES) for s in clause.subjects)


_NEGOTIATING = word_list("moves.frames.shortfalls.negotiating")
_MERGERS = frozenset({"merger", "bid", "merger_deal", "dispute"})


def _nothing_to_discuss(phrases: Phrases, clause: Clause) -> bool:
    """ "There is nothing to discuss", in somebody's words."""
    parse = phrases.sentence.parse
    verbs = load_acts().verbs
    things = (o for o in clause.objects if parse.lower[o] == "nothing")
    return _is_said(phrases, clause) and any(
        parse.deps[c] in {"acl", "relcl"} and parse.lemmas[c] in verbs["talks"] | verbs["answer"]
        for o in things
        for c in parse.children[o]
    )


def _ruled_lawful(phrases: Phrases, clause: Clause) -> bool:
    """ "was ruled illegal", by nobody named: only who may judge says so."""
    parse = phrases.sentence.parse
    return (
        clause.passive
        and not clause.subjects
        and not clause.negated
        and any(parse.lower[c] in _LEGAL for c in parse.children[clause.verb])
    )


def _finds_lawful(phrases: Phrases, clause: Clause) -> bool:
    """ "declared the lockout unlawful"."""
    return not clause.passive and any(phrases.sentence.parse.lower[t] in _LEGAL for t in phrases.region(clause.verb))


def _off_table(phrases: Phrases, clause: Clause) -> bool:
    """ "was taken off the table": the particle belongs to the verb, and the table to the particle."""
    after = phrases.sentence.parse.lower[clause.verb : clause.last + 1]
    return any(after[i : i + 3] == ("off", "the", "table") for i in range(len(after)))


_LEGAL = word_list("moves.frames.shortfalls.legal")
_OWED = frozenset({"instalment", "payment_due", "promise", "agreement", "captive", "jobs", "provision"})


def _owes(phrases: Phrases, clause: Clause) -> bool:
    """Whether what was not done was due: an instalment, a promise, captives, an amount."""
    below = (
        c for c in phrases.sentence.clauses if c.link == "xcomp" and phrases.sentence.parse.heads[c.verb] == clause.verb
    )
    things = [t for c in below for t in (*c.objects, *(p.object for p in c.preps))]
    return any(
        phrases.is_of(t, _OWED) or names_money(phrases, t) or names_issue(phrases, t) or is_promised(phrases, t)
        for t in things
    )


# Conditions of frames by their names in `acts.toml`.
SHORTFALLS: dict[str, Callable[[Phrases, Clause], bool]] = {
    "owed": _owes,
    "not_far": _goes_not_far,
    "falls_short": _falls_short,
    "suffices_not": _suffices_not,
    "too_much": _is_too_much,
    "no_further": _goes_no_further,
    "bid_told": _tells_of_bid,
    "own_thing": _is_own,
    "for_good": _for_good,
    "empty_handed": _is_empty_handed,
    "merger_told": _tells_of_merger,
    "bid_until": _gives_bidder_time,
    "left_talks": _left_talks,
    "not_in_contest": lambda phrases, clause: (
        clause.negated and (is_takeover(phrases.doc) or _names_bid(phrases, clause))
    ),
    "by_group": _by_group,
    "cut_short": _cut_short,
    "dead_set": _dead_set,
    "better_of": _better_of,
    "unnamed_judge": _unnamed_judge,
    "court_fixes": _court_fixes,
    "finds_lawful": _finds_lawful,
    "off_table": _off_table,
    "put_before": lambda phrases, clause: _is_put_near(phrases) and is_about_talks(phrases.doc),
    "nothing_against": _nothing_against,
    "nothing_to": _nothing_to_discuss,
    "ruled_lawful": _ruled_lawful,
}
