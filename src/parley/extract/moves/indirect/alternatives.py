"""Demands and threats that a sentence makes by naming the other course: "not until it pays", "or face a strike"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.indirect.obligations import is_askable, is_named, is_somebody, same_doer
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_alternatives", "is_conditional", "is_stipulated"]

_ASKED_FIRST = frozenset({"until", "unless", "before"})
_ONLY = frozenset({"once", "if", "when", "after"})
_STIPULATED = frozenset({"provided", "providing"})
_OF_DEMANDS = _ASKED_FIRST | _STIPULATED | {"only"}
_IF = frozenset({"if", "unless", "provided", "providing", "once", "assuming"})
_PROVISOS = word_list("moves.indirect.alternatives.provisos")
_MODALS = frozenset({"will", "would", "'ll", "can", "could", "shall"})
_SUFFERED = word_list("moves.indirect.alternatives.suffered")
_ASKING = word_list("moves.indirect.alternatives.asking")
_HELD = frozenset({"captive"})
_BELOW = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "relcl"})


def find_alternatives(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """The demands and threats so made, at verbs that are no other act's (`taken`)."""
    words = phrases.doc.words
    if not words.isdisjoint(_OF_DEMANDS):
        yield from _demands(phrases, taken)
    if "without" in words and "no" in words:
        yield from _prices(phrases, taken)
    if "or" in words and not words.isdisjoint(_SUFFERED | {"we"}):
        yield from _threats(phrases, taken)


def _prices(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "No deal without guarantees": what stands behind "without" is asked for what stands before it."""
    parse = phrases.sentence.parse
    for token, word in enumerate(parse.lower):
        if word != "no" or parse.deps[token] != "det" or (noun := parse.heads[token]) in taken:
            continue
        above = parse.heads[noun]
        there = parse.lemmas[above] == "be" and any(parse.deps[c] == "expl" for c in parse.children[above])
        if not (there or parse.deps[noun] in _APART) or not (is_headline(phrases) or is_about_talks(phrases.doc)):
            continue
        preps = (p for t in ((noun, above) if there else (noun,)) for p in phrases.preps(t))
        for prep in preps:
            if prep.word == "without" and parse.tags[prep.object][0] == "N":
                fillers = (prep.object,)
                yield ActHit("demand", None, noun, None, "of", fillers, "to", False, True, "move:demand:no-without")
                break


_APART = frozenset({"ROOT", "appos", "ccomp", "dep"})


def is_stipulated(phrases: Phrases, clause: Clause) -> bool:
    """Whether the clause stands behind "provided": it is asked, and nobody does it yet."""
    return clause.first > 0 and phrases.sentence.parse.lower[clause.first - 1] in _STIPULATED


def is_conditional(phrases: Phrases, clause: Clause) -> bool:
    """Whether the clause says on what something depends: "if", "provided that", "so long as", "on condition that"."""
    parse, first = phrases.sentence.parse, clause.first
    if clause.link == "advcl" and clause.mark in _IF:
        return True
    if clause.mark == "as" and first > 0 and "long" in parse.lower[first - 1 : first + 1]:
        return True
    noun = parse.heads[clause.verb]
    return is_stipulated(phrases, clause) or (clause.link in {"acl", "ccomp"} and parse.lemmas[noun] in _PROVISOS)


def _demands(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    for clause in phrases.sentence.clauses:
        if clause.verb in taken or not clause.own_subject or not _concerns_somebody(phrases, clause):
            continue
        main = _main(phrases, clause)
        if main is None or main.modal not in _MODALS or same_doer(phrases, main, clause):
            continue
        # "would agree only if": the answer is an act of its own, and this its condition.
        if clause.mark in _ONLY and main.verb in taken:
            continue
        sides = _speakers(phrases, main) or main.subjects
        if _is_asked_first(phrases, clause, main) and any(is_somebody(phrases, s) for s in sides):
            asked = msgspec.structs.replace(clause, subjects=sides)
            yield _hit("demand", asked, "to", "first")


def _speakers(phrases: Phrases, main: Clause) -> tuple[int, ...]:
    """ "The rebels say the rest will go free only when": who says it asks, where no party is what it is said of."""
    acting = (s for s in main.subjects if not phrases.is_of(s, _HELD))
    if main.link != "ccomp" or main.parent is None or any(phrases.party(s, strict=True) for s in acting):
        return ()
    above = phrases.sentence.clauses[main.parent]
    pronoun = any(phrases.sentence.parse.tags[s] == "PRP" for s in main.subjects)
    said = above.lemma.split()[0] in load_acts().verbs["uttering"] and not pronoun
    return above.subjects if said and any(is_named(phrases, s) for s in above.subjects) else ()


def _concerns_somebody(phrases: Phrases, clause: Clause) -> bool:
    """What is asked is done by somebody, or to something: a river that falls is asked nothing."""
    if clause.passive:
        return is_askable(phrases, clause)
    return any(phrases.party(s, strict=True) is not None for s in clause.subjects)


def _is_asked_first(phrases: Phrases, clause: Clause, main: Clause) -> bool:
    """ "will not … until", "not until …", "only once …", "provided …"."""
    if is_stipulated(phrases, clause):
        return True
    lower, first = phrases.sentence.parse.lower, clause.first
    before = {lower[t] for t in (first - 1, first) if t >= 0}
    if clause.mark in _ASKED_FIRST:
        return main.negated or "not" in before
    return clause.mark in _ONLY and "only" in before


def _main(phrases: Phrases, clause: Clause) -> Clause | None:
    """The clause that hangs on what is asked."""
    if clause.link not in {"advcl", "conj", "ccomp"} or clause.parent is None:
        return None
    main = phrases.sentence.clauses[clause.parent]
    if main.lemma.split()[0] in load_acts().verbs["uttering"] or main.lemma in _STIPULATED | {"provide"}:
        return next((c for c in phrases.sentence.clauses if c.modal in _MODALS and c is not clause), None)
    return main


def _threats(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "to open its books or face a tender": who asks the one threatens with the other."""
    parse = phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        if clause.verb not in taken and any(parse.lower[s - 1 : s + 1] == ("or", "we") for s in clause.subjects):
            # "pay us or we shut the taps".
            yield _hit("threaten", clause, "by", "or-else")
            continue
        near = parse.lower[max(0, clause.verb - 2) : clause.verb]
        if clause.verb in taken or clause.lemma not in _SUFFERED or "or" not in near or clause.negated:
            continue
        above = _asker(phrases, clause)
        if above is not None:
            told = msgspec.structs.replace(clause, subjects=above.subjects, passive=above.passive)
            yield _hit("threaten", told, "by", "or-else")


def _asker(phrases: Phrases, clause: Clause) -> Clause | None:
    """The clause of telling, giving or asking above the infinitive that the threat stands beside."""
    above = clause
    while above.parent is not None and above.link in _BELOW:
        above = phrases.sentence.clauses[above.parent]
        unnamed = above.passive and not above.subjects
        if above.lemma in _ASKING and above.objects and (unnamed or any(is_named(phrases, s) for s in above.subjects)):
            return above
    return None


def _hit(act: str, clause: Clause, gives: str, rule: str) -> ActHit:
    return ActHit(act, None, clause.verb, clause, "self", (clause.verb,), gives, False, False, f"move:{act}:{rule}")
