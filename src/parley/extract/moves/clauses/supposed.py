"""Acts that are only supposed: in if-clauses, indirect questions, and before what is still to come."""

from __future__ import annotations

from itertools import pairwise

from parley.annotate.clauses import Clause
from parley.extract.factuality import clause_of
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.indirect.alternatives import is_stipulated
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["makes_do", "only_supposed"]

_SUPPOSING = frozenset({"whether", "if", "unless", "provided", "providing", "lest"})
_ONCE = frozenset({"once", "when", "as", "before", "after"})
_MAKING_DO = word_list("moves.clauses.supposed.making_do")
_ASSURANCES = word_list("moves.clauses.supposed.assurances")


def _is_open(phrases: Phrases, clause: Clause) -> bool:
    """ "would resume payments as soon as a deal was struck": what comes first is still to come as well."""
    parse = phrases.sentence.parse
    if clause.link != "advcl" or clause.parent is None or clause.perfect:
        return False
    if clause.mark == "once" or parse.lower[max(0, clause.first - 2) : clause.first] == ("as", "soon"):
        return any(c.modal in {"will", "would", "'ll"} for c in parse.clauses)
    return phrases.sentence.clauses[clause.parent].modal in {"will", "would", "'ll"}


def _is_aimed_at(phrases: Phrases, hit: ActHit) -> bool:
    """ "conditions for a resumption of talks": what something is for has not come about."""
    parse = phrases.sentence.parse
    return hit.clause is None and hit.act == "resume" and parse.lower[parse.heads[hit.token]] in _AIMS


_AIMS = frozenset({"for", "toward", "towards"})


def only_supposed(phrases: Phrases, hit: ActHit) -> bool:
    """In an if-clause or an indirect question nobody does anything yet."""
    clause = hit.clause
    if clause is None:
        index = clause_of(phrases.sentence.parse, hit.token)
        clause = phrases.sentence.clauses[index] if index is not None else None
    if (
        (hit.act == "rule" and _is_requested(phrases, hit))
        or _is_aimed_at(phrases, hit)
        or _is_remembered(phrases, hit)
    ):
        return True
    while clause is not None:
        if clause.mark in _SUPPOSING or _inverted(phrases, clause) or is_stipulated(phrases, clause):
            return True
        if (clause.mark == "until" and clause.tense != "past") or _has_until(phrases, clause):
            return True
        as_said = clause.mark == "as" and hit.slot == "none"  # "will last, as the envoy proposed"
        if clause.mark in _ONCE and not as_said and _is_open(phrases, clause):
            return True
        if _may_be_brought_about(phrases, clause):
            return True
        above = phrases.sentence.clauses[clause.parent].lemma if clause.parent is not None else ""
        if clause.link == "csubj" and not clause.subjects and clause.tense == "none" and above == "be":
            return True  # "Refusing to talk is no way out": nobody's deed
        if _is_owed(phrases, hit, clause) or _is_seldom(phrases, clause):
            return True
        if _is_unsettled(phrases, clause) or (clause.mark == "why" and clause.modal in _OPEN_MODALS):
            return True
        # "if we find that the union still refuses": what is supposed reaches into the clause below.
        below = clause.parent is not None and (
            clause.link in {"ccomp", "xcomp"} or (clause.link == "conj" and not clause.own_subject)
        )
        clause = phrases.sentence.clauses[clause.parent] if below and clause.parent is not None else None
    return False


def _may_be_brought_about(phrases: Phrases, clause: Clause) -> bool:
    """ "outrage may force the government to agree": what something may make somebody do is nobody's deed yet."""
    if clause.link not in {"xcomp", "ccomp"} or clause.parent is None or clause.tense != "none":
        return False
    above = phrases.sentence.clauses[clause.parent]
    return above.lemma in load_acts().verbs["causing"] and above.modal in _OPEN_MODALS


def _is_owed(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """ "Many believe that Vestmark should use its weight to call for a truce": what it is wished to ask, it has not asked."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    to_that_end = clause.tense == "none" and clause.link in {"advcl", "xcomp", "acl"} and not clause.own_subject
    return hit.act in {"demand", "invite"} and to_that_end and above is not None and above.modal in _WISHED


_WISHED = frozenset({"should", "ought"})


def _is_seldom(phrases: Phrases, clause: Clause) -> bool:
    """ "Presidents rarely engage in talks": what is usual is nothing done."""
    parse = phrases.sentence.parse
    return clause.tense == "present" and any(
        parse.lower[c] in _SELDOM for c in parse.children[clause.verb] if parse.deps[c] == "advmod"
    )


_SELDOM = word_list("moves.clauses.supposed.seldom")


def _is_remembered(phrases: Phrases, hit: ActHit) -> bool:
    """ "The day commemorates the armistice signed between the two": what is remembered is of another time."""
    parse = phrases.sentence.parse
    over = parse.ancestors(hit.token)
    verb = next((t for t in over if parse.lemmas[t] in _REMEMBERING and parse.tags[t][0] == "V"), None)
    return hit.act == "agree" and verb is not None and parse.child(verb, "dobj") in over


_REMEMBERING = word_list("moves.clauses.supposed.remembering")
_OPEN_MODALS = frozenset({"could", "can", "should", "would", "might", "may"})
_UNSURE = frozenset(("no", word) for word in _ASSURANCES)


def _is_unsettled(phrases: Phrases, clause: Clause) -> bool:
    """Whether the clause hangs on a noun of what may or may not be, or is the deed of whoever may come."""
    parse = phrases.sentence.parse
    if (
        clause.link in {"acl", "ccomp", "relcl"}
        and parse.lemmas[parse.heads[clause.verb]] in load_acts().nouns["hoped"]
    ):
        return any(parse.tags[c] == "TO" or parse.lower[c] == "that" for c in parse.children[clause.verb])
    if clause.link == "pcomp":
        above = parse.heads[clause.verb]
        return (
            parse.lower[above] in {"of", "on", "about", "for"}
            and parse.lemmas[parse.heads[above]] in load_acts().nouns["unsettled"]
        )
    # "there is no certainty an offer will be made": the parser hangs the clause here or there.
    before = parse.lower[max(0, clause.first - 4) : clause.verb]
    if clause.modal is not None and any(pair in _UNSURE for pair in pairwise(before)):
        return True
    # "any shareholder who wishes to withdraw".
    return any(
        parse.lower[parse.lefts[s]] in {"any", "anyone", "anybody", "whoever"} for s in clause.subjects[:1]
    ) and (clause.tense != "past" and not clause.negated)


def _has_until(phrases: Phrases, clause: Clause) -> bool:
    """ "has until July 10 to make a firm offer or walk away": what one has time for is not done."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and clause.link == "conj" and not clause.own_subject and clause.tense == "none":
        return _has_until(phrases, above)
    infinitive = clause.tense == "none" and clause.link in {"xcomp", "advcl"}
    return infinitive and above is not None and above.lemma == "have" and "until" in {p.word for p in above.preps}


def _inverted(phrases: Phrases, clause: Clause) -> bool:
    """ "Had the tribunal upheld the veto, ...": what is supposed stands with its auxiliary first."""
    parse = phrases.sentence.parse
    first = parse.lefts[clause.verb]
    return (
        clause.link == "advcl" and parse.lower[first] in {"had", "were", "should"} and parse.heads[first] == clause.verb
    )


def makes_do(clause: Clause) -> bool:
    """ "would settle for one and a half": less than was asked will do."""
    less = clause.lemma.split()[0] in _MAKING_DO
    return less and clause.modal in {"would", "could", "might", "may"} and not clause.negated


_REQUESTING = word_list("moves.clauses.supposed.requesting")


def _is_requested(phrases: Phrases, hit: ActHit) -> bool:
    """ "requests the court to order the sale": what a court is asked to do it has not done."""
    clause = hit.clause
    if clause is None or clause.link not in {"xcomp", "ccomp"} or clause.parent is None or clause.tense != "none":
        return False
    return phrases.sentence.clauses[clause.parent].lemma in _REQUESTING
