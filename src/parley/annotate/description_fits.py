"""How a description's words fit a party: its noun, its office, what stands before it."""

from __future__ import annotations

from functools import cache

from parley.annotate.drafts import Draft, Referent
from parley.annotate.parse import Parse
from parley.lexicon.parties import collectives

__all__ = ["content_words", "is_named_by_noun", "is_of_kind", "is_ordered", "name_words", "same_office", "serves"]


def serves(draft: Draft) -> bool:
    """Whether a description's holder acts for the party named with it: offices and parts do, groups and callings do not."""
    assert draft.noun is not None
    if draft.noun.person or draft.sort == "counted":
        return False
    return draft.sort in {"office", "unnamed", "organ", "wing"} or bool(
        draft.noun.roles & {"office", "unnamed", "wing"}
    )


def content_words(parse: Parse, draft: Draft) -> frozenset[str]:
    """The nouns, names and adjectives up to a description's head, without endings."""
    return frozenset(
        parse.lower[token].rstrip("s'’") for token in range(draft.first, draft.head + 1) if parse.tags[token][0] in "NJ"
    )


@cache
def name_words(name: str) -> frozenset[str]:
    """The words of a name, lower case, without endings."""
    return frozenset(word.rstrip("s'’") for word in name.lower().split())


def is_named_by_noun(parse: Parse, draft: Draft) -> bool:
    """ "The pilots organisation", "employers body": a word for any body of people, told apart by the noun before it."""
    before = draft.head - 1
    return (
        draft.word not in {"group", "movement"}
        and draft.word in collectives().kin
        and before >= draft.first
        and parse.tags[before] in {"NN", "NNS", "POS"}
    )


def is_ordered(parse: Parse, draft: Draft) -> bool:
    """ "The next group", "another company": one more of a kind, not the one spoken of."""
    return not collectives().ordering.isdisjoint(parse.lower[draft.first : draft.head])


def is_of_kind(referent: Referent, draft: Draft) -> bool:
    """Whether a group's noun can stand for a party: by what it went by, its kind and the noun in its name."""
    assert draft.noun is not None
    if draft.word in referent.descriptions:
        return True
    if draft.noun.plural and draft.noun.kinds[0] != "armed_group":
        return False
    if referent.kind not in draft.noun.kinds:
        return False
    if draft.word in referent.nouns or draft.word in collectives().sweeping or draft.noun.plural:
        return True
    return not referent.nouns or len(draft.noun.kinds) == 1 == len(set(draft.noun.kinds) - {"organisation"})


def same_office(word: str, other: str) -> bool:
    """ "Minister" finds a defence minister, "the defence minister" no trade minister; spokespeople are one office."""
    if word == other or word.endswith(f" {other}") or (word.startswith("spokes") and other.startswith("spokes")):
        return True
    return (word == "premier" and other == "prime minister") or (word == "prime minister" and other == "premier")
