"""Conditions on who acts: a body that may be a party of talks, whoever votes on what is put to them."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["SIDES", "are_several", "ballots", "is_rival"]

_TRIBUNAL = frozenset({"tribunal"})
_RIVALS = frozenset({"state", "armed_group", "union", "company", "consortium", "organisation", "collective", "office"})
# Who expects something of another and does not merely foresee it.
_RULING = frozenset({"state", "armed_group", "union", "office"})
_VOTES = word_list("moves.frames.sides.votes")


def is_rival(phrases: Phrases, tokens: tuple[int, ...]) -> bool:
    """Whether one of the words names a body that may be a party of talks, no person."""
    return any((e := phrases.entity(t)) is not None and e.kind in _RIVALS for t in tokens)


def are_several(phrases: Phrases, clause: Clause, *, assembled: bool = False) -> bool:
    """Whether several parties act with each other: coordinated subjects, "both sides"; with `assembled`, "ministers"."""
    if len(clause.subjects) > 1:
        return True
    entities = [phrases.entity(s) for s in clause.subjects]
    if any(e is not None and e.number == "several" and e.kind == "collective" for e in entities):
        return True
    return assembled and any(_assembled(phrases, s) for s in clause.subjects)


def _assembled(phrases: Phrases, token: int) -> bool:
    """ "Ministers", "the companies": not those of one side ("Israeli ministers", "the union's negotiators")."""
    parse = phrases.sentence.parse
    if parse.tags[token] != "NNS" or parse.lemmas[token] not in load_acts().nouns["assembled"]:
        return False
    return all(
        phrases.doc.entity(phrases.index, c) is None
        for c in parse.children[token]
        if parse.deps[c] in {"poss", "compound", "amod", "nmod"}
    )


def ballots(phrases: Phrases, clause: Clause) -> bool:
    """ "Members backed the contract by 61 percent to 39": who votes, and by what majority."""
    parse = phrases.sentence.parse
    voters = load_acts().nouns["balloters"]
    heads = {t for s in clause.subjects for t in (s, *(p.object for p in phrases.preps(s) if p.word == "of"))}
    if not any(parse.lemmas[t] in voters for t in heads):
        return False
    words = parse.lower[clause.first : clause.last + 1]
    counted = any(w in {"by", "with"} for w in words) and any(w[0].isdigit() for w in words)
    return counted and (not _VOTES.isdisjoint(words) or "to" in words)


def _expects(phrases: Phrases, clause: Clause) -> bool:
    """ "The government expects the militia to pull out": of another side, by a body that can ask it."""
    heads = phrases.sentence.parse.heads
    asked = clause.objects or next(
        (c.subjects for c in phrases.sentence.clauses if heads[c.verb] == clause.verb and c.link in {"ccomp", "xcomp"}),
        (),
    )
    if clause.passive or set(asked) & set(clause.subjects) or not is_rival(phrases, asked):
        return False
    kinds = {e.kind for s in clause.subjects if (e := phrases.entity(s)) is not None}
    return not kinds.isdisjoint(_RULING) or (bool(kinds) and is_about_talks(phrases.doc))


def _is_wanting(phrases: Phrases, clause: Clause) -> bool:
    """ "is looking for 60 dollars a share": a side of talks, and not for long past."""
    return clause.progressive and is_rival(phrases, clause.subjects)


def _settles(phrases: Phrases, clause: Clause) -> bool:
    """ "settled with the union": two sides, and what they settled is no bill."""
    others = tuple(p.object for p in clause.preps if p.word == "with")
    return clause.lemma == "settle" and is_rival(phrases, clause.subjects) and is_rival(phrases, others)


def _is_side(phrases: Phrases, clause: Clause) -> bool:
    """A party, or who speaks for one, in a report on talks ("promised a bill on school funding")."""
    if not is_about_talks(phrases.doc):
        return False
    known = (phrases.party(s, strict=True) for s in clause.subjects)
    return any(e is not None and (e.kind in _RIVALS or e.acts_for is not None) for e in known)


def _to_date(phrases: Phrases, clause: Clause) -> bool:
    """ "extended it until April 3": to a day, by somebody."""
    until = any(p.word in {"until", "till", "to", "through"} and phrases.is_time(p.object) for p in clause.preps)
    return (
        until
        and is_about_talks(phrases.doc)
        and any(phrases.party(s, strict=True) is not None for s in clause.subjects)
    )


def _settles_on(phrases: Phrases, clause: Clause) -> bool:
    """ "The parties settled on a rise of 4 percent": of several with each other, or where talks are told of."""
    somebody = any(phrases.party(s, strict=True) is not None for s in clause.subjects)
    return somebody and (are_several(phrases, clause, assembled=True) or is_about_talks(phrases.doc))


# Conditions by their names in `acts.toml`.
SIDES: dict[str, Callable[[Phrases, Clause], bool]] = {
    "balloting": ballots,
    "by_side": _is_side,
    # "it is up to Brussels to move".
    "lies_with": lambda phrases, clause: clause.lemma == "be up" and is_about_talks(phrases.doc),
    "of_tribunal": lambda phrases, clause: any(phrases.is_of(o, _TRIBUNAL) for o in clause.objects),
    "expecting": _expects,
    "rival_wants": _is_wanting,
    "settling": _settles,
    "settling_on": _settles_on,
    "to_date": _to_date,
    "by_rival": lambda phrases, clause: is_rival(phrases, clause.subjects),
}
