"""Where a name stands for a party, and where only for a place or for half of a thing's name."""

from __future__ import annotations

from functools import cache

from parley.annotate.descriptions import speaks
from parley.annotate.drafts import left_end
from parley.annotate.names import Name
from parley.annotate.nouns import noun_at
from parley.annotate.parse import Parse
from parley.annotate.qualifiers import leads, qualifies
from parley.lexicon.parties import collectives

__all__ = ["is_party"]


@cache
def _prepositions() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    file = collectives()
    return frozenset(file.locating), frozenset(file.dealing), frozenset(file.deeds)


def is_party(parse: Parse, name: Name, *, owner: bool) -> bool:
    """Whether a name stands for somebody here, and not for a place or half a thing's name; `owner` of something said."""
    if _prefixed(parse, name) or leads(parse, name) or qualifies(parse, name):
        return False
    if owner and name.role not in {"region", "thing", "capital"}:
        return True
    if name.role == "people":
        return parse.lower[left_end(parse, name.head)] == "the" or speaks(parse, name.head)
    if name.role in {"person", "organisation", "metonym"}:
        return True
    locating, dealing, deeds = _prepositions()
    first = name.head
    while parse.deps[first] == "conj" and parse.heads[first] < first:
        first = parse.heads[first]
    dep, above = parse.deps[first], parse.heads[first]
    preposition = parse.lower[above] if dep == "pobj" else ""
    if name.role in {"state", "unknown"}:
        if preposition in locating:
            return False
        return name.role == "state" or (dep not in _LOOSE and not _common(parse, name))
    if speaks(parse, name.head):
        return True
    if name.role == "region":
        return False
    if dep == "poss":
        return parse.lemmas[above] in deeds or noun_at(parse.lower, parse.lemmas[above], above) is not None
    return preposition in dealing and preposition not in {"from", "on"}


_LOOSE = frozenset({"compound", "nmod", "amod", "npadvmod", "dep", "punct", "acomp", "advmod"})


def _prefixed(parse: Parse, name: Name) -> bool:
    """Whether a name is the second half of a word ("pro-Israel", "anti-Semitism")."""
    before = name.first - 1
    if _coupled(parse, name):
        return True
    if before < 1 or parse.words[before] not in _DASHES or parse.ends[before] != parse.starts[name.first]:
        return False
    return name.known is None or parse.lower[before - 1] in {"pro", "anti", "non", "post", "pre", "ex"}


_DASHES = frozenset({"-", "–"})


def _coupled(parse: Parse, name: Name) -> bool:
    """Whether a name is one of two with a hyphen before a noun ("Kenya-Norway talks"): what is between them, neither."""
    words, before, after = parse.words, name.first - 1, name.last + 1
    if parse.tags[name.head] == "NNP" and parse.deps[name.head] not in _LOOSE:
        return False
    left = before > 0 and words[before] in _DASHES and parse.ends[before] == parse.starts[name.first]
    right = after + 1 < len(words) and words[after] in _DASHES and parse.starts[after] == parse.ends[name.last]
    return (left and words[before - 1][0].isupper()) or (right and words[after + 1][0].isupper())


def _common(parse: Parse, name: Name) -> bool:
    """Whether an unknown capitalised word is used like a common noun ("her ID", "a Boeing")."""
    return any(
        child < name.first
        and (parse.tags[child] in {"PRP$", "CD"} or parse.lower[child] in {"a", "an", "no", "any", "some"})
        for child in parse.children[name.head]
    )
