"""Demands told as where somebody stands: "its demand is a 9 percent raise", "what the growers want is", "among the
demands is"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.deeds import names_issue
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.noun_fillers import is_owned
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts

__all__ = ["find_positions"]

_FRONTED = frozenset({"among", "amongst"})


def find_positions(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """The demands that a sentence tells by what is asked, at words that are no other act's (`taken`)."""
    nouns = load_acts().nouns["asked_terms"]
    if not phrases.doc.words.isdisjoint(_plurals(nouns)):
        yield from _named(phrases, taken, nouns)
    if "what" in phrases.sentence.parse.lower or "all" in phrases.sentence.parse.lower:
        yield from _clefts(phrases, taken)


@cache
def _plurals(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, f"{noun}s"))


def _named(phrases: Phrases, taken: frozenset[int], nouns: frozenset[str]) -> Iterator[ActHit]:
    parse = phrases.sentence.parse
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in nouns or token in taken or parse.tags[token] not in {"NN", "NNS"}:
            continue
        if lemma in load_acts().nouns["priced_terms"] and not (
            _is_bargain(phrases, token) and is_owned(phrases, token)
        ):
            continue
        fillers = _told_as(phrases, token) or _set_beside(phrases, token)
        if fillers:
            yield ActHit("demand", None, token, None, "of", fillers, "to", False, False, "move:demand:position")


def _is_bargain(phrases: Phrases, token: int) -> bool:
    """A price or minimum of somebody in talks, of no goods on a shelf: "for a ceasefire", or where talks are told of."""
    asked = any(p.word == "for" and names_issue(phrases, p.object) for p in phrases.preps(token))
    return asked or is_about_talks(phrases.doc)


def _told_as(phrases: Phrases, token: int) -> tuple[int, ...]:
    """What a noun of asking is said to be: "is the release of", "is that the army leave", "among them is"."""
    parse = phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        if clause.lemma not in {"be", "include", "remain", "range"} or clause.negated or clause.passive:
            continue
        if any(p.word in _FRONTED and p.object == token for p in clause.preps) and clause.lemma == "be":
            return clause.subjects
        if token not in clause.subjects:
            continue
        below = [c for c in parse.children[clause.verb] if parse.deps[c] in {"ccomp", "xcomp"} and c > clause.verb]
        told = [o for o in clause.objects if parse.tags[o][0] in "NC$"] or below
        if told and (below or phrases.quantities(phrases.region(told[0])) or names_issue(phrases, told[0])):
            return tuple(told)
    return ()


def _set_beside(phrases: Phrases, token: int) -> tuple[int, ...]:
    """What stands behind a noun of asking and says what is asked: "the union's main demand, a 9 percent raise,"."""
    parse = phrases.sentence.parse
    if token + 1 >= len(parse) or parse.words[token + 1] not in {",", ":", "--", "-", "–", "—"}:
        return ()
    if not is_owned(phrases, token):
        return ()
    beside = (c for c in parse.children[token] if parse.deps[c] == "appos" and c > token)
    return tuple(c for c in beside if parse.tags[c][0] in "NC$" and _tells_terms(phrases, c))[:1]


def _tells_terms(phrases: Phrases, token: int) -> bool:
    return bool(phrases.quantities(phrases.region(token))) or names_issue(phrases, token)


def _clefts(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "What the growers want is a floor price", "a floor price is what they have asked for"."""
    verbs = load_acts().verbs["asking"]
    for clause in phrases.sentence.clauses:
        if clause.verb in taken or clause.lemma.split()[0] not in verbs or clause.negated or clause.parent is None:
            continue
        told = _predicate(phrases, clause)
        if told and _asks(phrases, clause) and _tells_terms(phrases, told[0]):
            yield ActHit(
                "demand", None, clause.verb, clause, "object", told, "to", False, False, "move:demand:position"
            )


def _asks(phrases: Phrases, clause: Clause) -> bool:
    """Whether a side of talks wants it, and not the public."""
    publics = load_acts().nouns["publics"]
    return any(
        phrases.party(s, strict=True) is not None and phrases.sentence.parse.lemmas[s] not in publics
        for s in clause.subjects
    )


def _predicate(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """What "what X wants" is said to be, by the clause of "is" around it."""
    parse = phrases.sentence.parse
    lower = parse.lower[parse.lefts[clause.verb] : clause.verb]
    if not {"what", "all"} & {*lower, parse.lower[max(0, parse.lefts[clause.verb] - 1)]}:
        return ()
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.lemma != "be" or above.negated:
        return ()
    if clause.link == "csubj":
        return tuple(o for o in above.objects if parse.tags[o][0] in "NC$")
    if clause.link == "ccomp":
        return tuple(s for s in above.subjects if parse.tags[s][0] in "NC$" and s < above.verb)
    return ()
