"""Prepositional phrases, compound prepositions folded into one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from parley.lexicon.calendar import load_calendar
from parley.lexicon.words import word_list

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = ["Prep", "agents_of", "preps_from"]


class Prep(msgspec.Struct, frozen=True, gc=False):
    """A prepositional phrase: `word` is the preposition, lower case ("in exchange for" is one word here), `object` the
    head of what it governs."""

    word: str
    token: int
    object: int


def preps_from(parse: Parse, token: int, prefix: str = "") -> list[Prep]:
    """The phrases that start at the preposition `token`: "in exchange for X" gives "in exchange for" with X."""
    word = f"{prefix} {parse.lower[token]}" if prefix else parse.lower[token]
    found: list[Prep] = []
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep == "pcomp" and parse.lower[child] in _ADJECTIVES and child == token + 1:
            # "by neighbouring Kenya": an adjective read as a verb.
            found.extend(Prep(word, token, c) for c in parse.children[child] if parse.deps[c] == "dobj")
        elif dep in {"pobj", "pcomp"}:
            # "to an exchange of prisoners": a noun with an article is no half of a preposition.
            bare = parse.lower[child] in _FOLDED and not any(parse.deps[c] == "det" for c in parse.children[child])
            inner = [c for c in parse.children[child] if parse.deps[c] == "prep" and bare]
            if inner:
                found.extend(p for c in inner for p in preps_from(parse, c, f"{word} {parse.lower[child]}"))
            else:
                found.extend(Prep(word, token, member) for member in parse.conjuncts(child))
        elif dep == "prep":
            # A second preposition after the first has its object stands for itself ("from 8 to 6").
            complete = not _GOVERNED.isdisjoint([parse.deps[c] for c in parse.children[token]])
            found.extend(preps_from(parse, child, "" if complete else word))
    return found


_ADJECTIVES = word_list("annotate.preps.adjectives")
_GOVERNED = frozenset({"pobj", "pcomp"})
_FOLDED = word_list("annotate.preps.folded")


def agents_of(parse: Parse, verb: int) -> list[int]:
    """Who does what a passive tells: the objects of its "by", no times ("freed by Friday", "by noon", "by Nov 20")."""
    deps, lower = parse.deps, parse.lower
    phrases = [c for c in parse.children[verb] if deps[c] == "agent" or (deps[c] == "prep" and lower[c] == "by")]
    phrases = phrases or _behind_circumstance(parse, verb)
    return [
        t for by in phrases for t in parse.children[by] if deps[t] == "pobj" and lower[t].strip(".") not in _times()
    ]


def _behind_circumstance(parse: Parse, verb: int) -> list[int]:
    """ "cleared without conditions by the bank", "signed in a hotel near the port by both": the parser hangs the "by" on the
    noun of the place, time or manner that stands between."""
    deps, lower, tags = parse.deps, parse.lower, parse.tags
    between = [c for c in parse.children[verb] if deps[c] == "prep" and c > verb and lower[c] in _CIRCUMSTANCES]
    while between:
        inner = [o for c in between for o in parse.children[c] if deps[o] == "pobj"]
        below = [c for o in inner for c in parse.children[o] if deps[c] == "prep" and c > o]
        found = [c for c in below if lower[c] == "by" and tags[c] == "IN"]
        if found:
            return found[:1]
        between = [c for c in below if lower[c] in _CIRCUMSTANCES]
    return []


_CIRCUMSTANCES = frozenset({"in", "at", "on", "near", "outside", "inside", "without", "with", "during", "after"})


@cache
def _times() -> frozenset[str]:
    names = load_calendar()
    return frozenset(names.months) | frozenset(names.weekdays) | frozenset(names.days) | _HOURS


_HOURS = word_list("annotate.preps.hours")
