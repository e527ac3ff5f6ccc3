"""Names known beforehand, compiled for look-up by tokens: states, capitals, organisations, outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator, KeysView, Sequence
from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.parties import organisations, outlets, places
from parley.model.claim import ActorKind

__all__ = ["KnownName", "KnownRole", "first_words", "longest_name", "split_name"]

KnownRole = Literal["state", "nationality", "people", "capital", "region", "metonym", "organisation"]

# Where the tokenizer cuts inside a written word.
_CUT = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])|('s)\b|(')$|(,)")


class KnownName(msgspec.Struct, frozen=True):
    """A name of the lexicon: `name` is its usual form, for what stands for a state that of the state.

    `exact` names are common words too; `country` is where a group is at home, `nouns` what else it may be called.
    """

    name: str
    role: KnownRole
    kind: ActorKind
    acts_for: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    exact: bool = False


def split_name(name: str) -> tuple[str, ...]:
    """The tokens of a written name as the tokenizer cuts it."""
    return tuple(part for word in name.split() for part in _CUT.split(word) if part)


def longest_name(words: Sequence[str], first: int) -> tuple[int, KnownName] | None:
    """The longest known name that starts at token `first`, with the index after its last token."""
    names, lengths = _index()
    for length in lengths.get(words[first], ()):
        tokens = tuple(words[first : first + length])
        if tokens in names:
            return first + len(tokens), names[tokens]
    return None


def first_words() -> KeysView[str]:
    """The tokens that known names start with."""
    return _index()[1].keys()


@cache
def _index() -> tuple[dict[tuple[str, ...], KnownName], dict[str, list[int]]]:
    """The names by their tokens; and how many tokens names have that start with a token, most first."""
    by_tokens: dict[tuple[str, ...], KnownName] = {}
    for form, known in (*_organisations(), *_states()):
        by_tokens.setdefault(split_name(form.replace("’", "'")), known)
        if "'" in form:
            by_tokens.setdefault(split_name(form.replace("'", "’")), known)
    lengths: dict[str, set[int]] = {}
    for tokens in by_tokens:
        lengths.setdefault(tokens[0], set()).add(len(tokens))
    return by_tokens, {word: sorted(found, reverse=True) for word, found in lengths.items()}


def _states() -> Iterator[tuple[str, KnownName]]:
    file = places()
    for country in file.countries:
        roles: tuple[tuple[KnownRole, tuple[str, ...]], ...] = (
            ("state", (country.name, *(a.removeprefix("the ") for a in country.aliases))),
            ("nationality", country.adjectives),
            ("people", country.people),
            ("capital", country.capitals),
        )
        for role, forms in roles:
            known = KnownName(country.name, role, "state", country=country.name)
            yield from ((form, known) for form in forms)
    for metonym in file.metonyms:
        house = KnownName(metonym.name, "metonym", "office", metonym.state, metonym.state)
        yield from ((form, house) for form in (metonym.name, *metonym.aliases))
    for region in file.regions:
        yield region, KnownName(region, "region", "state")


def _organisations() -> Iterator[tuple[str, KnownName]]:
    file = organisations()
    for item in file.organisations:
        known = KnownName(
            item.name, "organisation", item.kind, item.acts_for, item.country, frozenset(item.nouns), item.exact
        )
        yield from ((form, known) for form in (item.name, *item.aliases))
    for outlet in outlets():
        forms = [form for form in (outlet.name, *outlet.aliases) if form not in outlet.plain]
        bare = outlet.name.removeprefix("The ")
        known = KnownName(bare if bare in forms else outlet.name, "organisation", "outlet", exact=outlet.exact)
        yield from ((form, known) for form in forms)
