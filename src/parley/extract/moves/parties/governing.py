"""Whose an act told by a noun is, by the clause the noun stands in ("made a call for", "came back with a bid")."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.subjects import doers
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.parties.carriers import is_sent_through
from parley.extract.moves.parties.together import each_of
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["governing_subjects"]


def governing_subjects(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """Whose clause the noun stands in: "made a call for", "is preparing an offer", "came back with a bid", "joins X in a
    call"."""
    parse = phrases.sentence.parse
    for clause in parse.clauses:
        listed = hit.act in _GIVEN and not {hit.token, *_before_in_list(phrases, hit.token)}.isdisjoint(clause.objects)
        if (listed or hit.token in clause.objects) and not clause.passive and _makes(phrases, hit, clause):
            return _named(phrases, doers(phrases, clause))
        if _is_given(phrases, hit.token, clause):
            return _named(phrases, doers(phrases, clause))
        word = next((p.word for p in clause.preps if p.object == hit.token), None)
        if word is None and hit.act == "offer" and clause.lemma in _WINNING and not clause.passive:
            # "has won the licence with a bid of": the parser hangs the bid on what is won.
            word = next((p.word for o in clause.objects for p in phrases.preps(o) if p.object == hit.token), None)
        if word == "in" and clause.lemma in _JOINING:
            return [e for t in (*clause.subjects, *clause.objects) if (e := phrases.party(t)) is not None]
        if (
            word == "in"
            and hit.act == "offer"
            and not clause.passive
            and parse.lower[parse.lefts[hit.token]] in {"a", "an"}
        ):
            return _named(phrases, clause.subjects)
        if word == "with" and hit.act in _GIVEN and not clause.passive and clause.lemma not in _FACING:
            return _named(phrases, _said_before(phrases, clause) or clause.subjects)
        if hit.act == "offer" and clause.lemma in _BUYING and (buyer := _buying_under(phrases, hit.token, clause)):
            return buyer
        if word == "with" and clause.lemma == "couple" and clause.parent is not None and hit.act in _GIVEN:
            return _named(phrases, parse.clauses[clause.parent].subjects)
    return []


def _buying_under(phrases: Phrases, token: int, clause: Clause) -> list[EntityMention]:
    """ "To be acquired by Brayton under a tender offer": who buys under an offer has made it."""
    parse = phrases.sentence.parse
    under, above = parse.heads[token], parse.ancestors(token)
    if parse.lower[under] != "under" or clause.verb not in above or phrases.owner(token) is not None:
        return []
    agents = tuple(p.object for p in clause.preps if p.word == "by")
    return _named(phrases, agents if clause.passive else clause.subjects)


def _is_given(phrases: Phrases, token: int, clause: Clause) -> bool:
    """ "made creditors an offer": the parser takes the two for a clause, the receiver for its subject."""
    parse = phrases.sentence.parse
    small = parse.deps[token] == "ccomp" and parse.heads[token] == clause.verb and parse.tags[token][0] == "N"
    return small and clause.lemma in load_acts().verbs["light"] and not clause.passive


def _before_in_list(phrases: Phrases, token: int) -> list[int]:
    """The things a noun is listed behind ("put up a venue, a plane and a promise of")."""
    parse = phrases.sentence.parse
    found: list[int] = []
    while parse.deps[token] == "conj" and parse.heads[token] < token:
        token = parse.heads[token]
        # The parser may tie a thing to the verb over the list.
        above = phrases.clause_by_verb.get(token)
        found += above.objects[:1] if above is not None else [token]
    return found


def _said_before(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """ "The yard has come forward, people close to it said, with a bid": of whom it was said, in front of the verb of saying."""
    clauses = phrases.sentence.clauses
    said = (c for c in clauses if c.link == "ccomp" and c.parent is not None and clauses[c.parent] is clause)
    return (
        next((c.subjects for c in said if c.own_subject and c.verb < clause.subjects[0]), ()) if clause.subjects else ()
    )


_BUYING = word_list("moves.parties.governing.buying")
_WINNING = word_list("moves.parties.governing.winning")
_JOINING = word_list("moves.parties.governing.joining")
# Acts of giving and asking, which their doer can come "with".
_GIVEN = frozenset({"offer", "promise", "demand", "threaten"})
_FACING = word_list("moves.parties.governing.facing")
_PREPARING = word_list("moves.parties.governing.preparing")
_PONDERING = word_list("moves.parties.governing.pondering")
_RECEIVING = word_list("moves.parties.governing.receiving")


def _makes(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """Whether the verb over the noun says that its subject makes the offer or demand."""
    if clause.lemma in load_acts().verbs["light"] or is_sent_through(phrases, clause):
        return True
    if clause.lemma not in _PREPARING or hit.act not in _GIVEN:
        return False
    parse = phrases.sentence.parse
    if clause.lemma in _PONDERING:
        new = any(parse.lower[c] in {"a", "an", "fresh", "new"} for c in parse.children[hit.token])
        return new and all(parse.lemmas[s] not in _RECEIVING for s in clause.subjects)
    return True


def _named(phrases: Phrases, tokens: tuple[int, ...]) -> list[EntityMention]:
    found: list[EntityMention] = []
    for token in tokens:
        entity = phrases.party(token, strict=True)
        found += each_of(phrases, token) or ([entity] if entity is not None else [])
    return found
