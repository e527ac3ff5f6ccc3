"""Whose answer it is where what was asked is granted or refused, and by whom a deal is told without a subject is made."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit

__all__ = ["answerers", "things_answered", "where_met", "where_refused"]

# What is put to somebody, who then answers it.
_ASKED = frozenset({"demand", "proposal", "deadline"})
_WILL = frozenset({"will", "would", "shall", "'ll"})


def answerers(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """Who answers or agrees where no doer is named: to whom what is granted or refused was put; whose duties a deal sets."""
    if hit.clause is None:
        return []
    if hit.act in {"accept", "reject", "concede"}:
        return _asked(phrases, hit)
    return _bound(phrases, hit) if hit.act == "agree" else []


def _asked(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "Norland's request to the bank was granted", "a plea for both sides to stop went unheeded"."""
    assert hit.clause is not None
    things = hit.clause.objects if hit.clause.passive else hit.clause.subjects
    for head in (phrases.head(t) for t in things):
        if not phrases.is_of(head, _ASKED):
            continue
        for word in ("to", "of", "for", "from"):
            found = [phrases.party(t, strict=True) for t in _at(phrases, head, word)]
            named = [e for e in found if e is not None]
            if named:
                return named
    return []


def _at(phrases: Phrases, head: int, word: str) -> list[int]:
    """The objects of a preposition in a phrase: of "for" only who shall do something, of "from" and "of" nobody's own."""
    parse = phrases.sentence.parse
    places = [t for t in phrases.region(head) if parse.lower[t] == word and parse.deps[t] in {"prep", "dative", "mark"}]
    if word == "for":
        verbs = [t for p in places for t in _infinitives(phrases, p)]
        below = [c for p in places for c in parse.children[p] if parse.deps[c] == "pobj"]
        asked = [t for t in below if t + 2 < len(parse) and parse.lower[t + 1] == "to" and parse.tags[t + 2] == "VB"]
        return [c for v in verbs for c in parse.children[v] if parse.deps[c] == "nsubj"] or asked[:1]
    if word != "to":
        return []
    # "The condition, which required the bidder to waive duties to Varn": not what is told of the thing by the way.
    told = frozenset(c for c in parse.children[head] if parse.deps[c] == "relcl")
    inside = set(phrases.region(head, told))
    return [c for p in places if p in inside for c in parse.children[p] if parse.deps[c] == "pobj"]


def _infinitives(phrases: Phrases, token: int) -> list[int]:
    """The infinitive a "for" belongs to, or whose subject its object is."""
    parse = phrases.sentence.parse
    near = (parse.heads[token], *parse.children[token])
    return [t for t in near if parse.tags[t] == "VB"]


def _bound(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "A compromise emerged: the mill will wait, the weavers will give up": the two that a deal behind a colon binds."""
    parse = phrases.sentence.parse
    colon = next(
        (t for t in range(hit.token, len(parse)) if parse.words[t] in {":", "--", "-", "\u2013", "\u2014"}), None
    )
    if colon is None:
        return []
    found: list[EntityMention] = []
    for clause in phrases.sentence.clauses:
        modal = any(parse.lower[c] in _WILL for c in parse.children[clause.verb])
        if clause.verb < colon or not clause.own_subject or not modal:
            continue
        found += [e for s in clause.subjects if (e := phrases.party(s, strict=False)) is not None and s > colon]
    names = {e.name for e in found}
    return found if len(found) == 2 == len(names) else []


def where_met(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "Got short shrift in Vienna": the place where a plan meets its answer is whose answer it is."""
    parse = phrases.sentence.parse
    places = [p.object for p in clause.preps if p.word in {"in", "from", "with", "among"}]
    found = [phrases.party(t) for t in places if parse.tags[t] in {"NNP", "NNPS"}]
    return [e for e in found if e is not None][:1]


def where_refused(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "The call fell on deaf ears in Ottawa", "cut no ice with the rebels": whom what was put did not move."""
    preps = (p for t in (clause.verb, *clause.objects, *(p.object for p in clause.preps)) for p in phrases.preps(t))
    found = (phrases.party(p.object, strict=True) for p in preps if p.word in {"in", "with", "among", "from"})
    return [e for e in found if e is not None][:1]


def things_answered(phrases: Phrases, hit: ActHit, clause: Clause) -> tuple[int, ...]:
    """What is answered where a clause tells it by no complement of its own: what is said something of, or, where the
    answerer is, what there is no objection to, and which invitation is taken up."""
    heads = clause.objects if clause.passive else clause.subjects
    if hit.slot != "none" or clause.passive or hit.speaker or all(phrases.party(h) is None for h in heads):
        return heads
    preps = (p for t in (*clause.objects, clause.verb) for p in phrases.preps(t))
    to = tuple(p.object for p in preps if p.word in {"to", "with"})
    return to or tuple(o for o in clause.objects if phrases.is_of(o, _INVITED))


_INVITED = frozenset({"invitation"})
