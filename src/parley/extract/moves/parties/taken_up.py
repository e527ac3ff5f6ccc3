"""Whom an open pronoun of a move takes up: the somebody, without a name or known description, that acted just before."""

from __future__ import annotations

from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.lexicon.words import word_list

__all__ = ["taken_up"]

_ONE = frozenset({"it", "its"})
_SEVERAL = frozenset({"they", "their"})
_PERSON = frozenset({"he", "she", "his", "her"})
_CROWDS = word_list("moves.parties.taken_up.crowds")


def taken_up(phrases: Phrases, token: int) -> EntityMention | None:
    """ "The garrison has no guns, it says. It asks for a pause": the subject of the main clause before, where it agrees."""
    parse = phrases.sentence.parse
    word = parse.lower[token]
    if word not in _ONE | _SEVERAL | _PERSON:
        return None
    if (above := _above(phrases, token) or _in_front(phrases, token)) is not None:
        return above
    if phrases.index == 0 or phrases.doc.block_kind(phrases.index - 1) == "title":
        return None
    before = phrases_of(phrases.doc, phrases.index - 1)
    root = next((c for c in before.sentence.clauses if c.link == "ROOT"), None)
    if root is None or root.passive or len(root.subjects) != 1:
        return None
    return _agreeing(before, root.subjects[0], word)


def _in_front(phrases: Phrases, token: int) -> EntityMention | None:
    """ "When the members met they voted": of a clause in front of the main one."""
    clauses = phrases.sentence.clauses
    own = next((c for c in clauses if token in c.subjects and c.own_subject), None)
    front = [c for c in clauses if own is not None and c.link == "advcl" and c.verb < token and c.own_subject]
    known = [c.subjects[0] for c in front if len(c.subjects) == 1 and c.subjects[0] < c.verb and not c.passive]
    return _agreeing(phrases, known[0], phrases.sentence.parse.lower[token]) if len(known) == 1 else None


def _above(phrases: Phrases, token: int) -> EntityMention | None:
    """ "The founding family has made it clear that it does not intend to sell": of a clause above."""
    parse, by_verb = phrases.sentence.parse, phrases.clause_by_verb
    own = next((c.verb for c in phrases.sentence.clauses if token in c.subjects), None)
    for above in parse.ancestors(token if own is None else own):
        clause = by_verb.get(above)
        if clause is None or len(clause.subjects) != 1 or token in phrases.region(clause.subjects[0]):
            continue
        named = parse.tags[clause.subjects[0]] != "PRP"
        if named and clause.subjects[0] < token and not clause.passive:
            return _agreeing(phrases, clause.subjects[0], parse.lower[token])
    return None


def _agreeing(phrases: Phrases, token: int, word: str) -> EntityMention | None:
    parse = phrases.sentence.parse
    found = phrases.party(token, strict=True) if parse.tags[token] in {"NN", "NNS", "NNP", "NNPS"} else None
    if found is None or found.form == "pronoun":
        return None
    plural = parse.tags[token] == "NNS" or (parse.lemmas[token] in _CROWDS and word in _SEVERAL)
    if word in _PERSON:
        return found if found.kind in {"person", "unnamed", "office"} and not plural else None
    return found if plural == (word in _SEVERAL) and found.kind not in {"person", "unnamed", "outlet"} else None
