"""Nations and places that a report names and the lexicon does not know, learned from how the report speaks of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from parley.annotate.gazetteer import KnownName, KnownRole, longest_name
from parley.annotate.names import Name
from parley.annotate.nouns import noun_at
from parley.annotate.parse import Parse
from parley.lexicon.parties import collectives, places

__all__ = ["Nations", "learn_nations"]

# A name's first letters by which its derivations are looked up, and the least its stem keeps.
_PREFIX = 3
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_LOCATING = frozenset({"in", "near", "outside", "inside", "into", "throughout", "across"})


class Nations:
    """What a report tells of its own nations: `words` its names and their derivations of one word, `places` where it
    only says that something is."""

    def __init__(self, words: Mapping[str, KnownName], places: frozenset[str]) -> None:
        """Both as `learn_nations` finds them."""
        self.words, self.places = words, places


def learn_nations(parses: Sequence[Parse], found: Sequence[Sequence[Name]]) -> Nations:
    """The nations and places among the names of a report that the lexicon does not know; `found` are the names of each
    sentence."""
    unknown: dict[str, list[tuple[Parse, Name]]] = {}
    people: set[str] = set()
    for parse, names in zip(parses, found, strict=True):
        for name in names:
            if name.role == "person":
                people.update(name.text.split()[-1:])
            elif name.known is None and name.first == name.last and name.role == "unknown":
                unknown.setdefault(name.text, []).append((parse, name))
    bases = {text: uses for text, uses in unknown.items() if text not in people and len(text) > _PREFIX}
    if not bases:
        return Nations({}, frozenset())
    derived = _derivations(bases, parses)
    states = {text for text, uses in bases.items() if any(_is_state(parse, name) for parse, name in uses)}
    states |= {base for word, base in derived.items() if word not in bases or word != base if _serves(parses, word)}
    states -= derived.keys()
    if states or any(_governed(parse) for parse in parses):
        states |= {text for text, uses in bases.items() if any(_sounds_like_state(*use) for use in uses)}
    learned = dict(chain.from_iterable(_forms(state, derived) for state in states))
    settled = frozenset(
        text for text, uses in bases.items() if text not in learned and any(_is_place(*use) for use in uses) and not any(_acts(*use) for use in uses)
    )  # fmt: skip
    return Nations(learned, settled)


def _forms(state: str, derived: Mapping[str, str]) -> Iterator[tuple[str, KnownName]]:
    yield state, KnownName(state, "state", "state", country=state)
    for word, base in derived.items():
        if base == state:
            role: KnownRole = "people" if word.endswith("s") else "nationality"
            yield word, KnownName(state, role, "state", country=state)


def _derivations(bases: Collection[str], parses: Sequence[Parse]) -> dict[str, str]:
    """Capitalised words of the report that a name of it is the stem of ("Tarvian" with "Tarvia"), with that name."""
    by_prefix: dict[str, list[str]] = {}
    for base in bases:
        by_prefix.setdefault(base[:_PREFIX], []).append(base)
    words = {word for word in set().union(*[p.words for p in parses]) if word[:_PREFIX] in by_prefix}
    stems_of = {base: _stems(base) for base in bases}
    found = {}
    for word in sorted(words):
        stems = [base for base in by_prefix[word[:_PREFIX]] if base != word and _derives(stems_of[base], word)]
        if stems and longest_name((word,), 0) is None:
            found[word] = max(stems, key=lambda stem: (len(stem), stem))
    return found


def _stems(base: str) -> set[str]:
    """What a name's derivations may begin with."""
    stems = {
        base,
        base.removesuffix("land"),
        base.rstrip("aeiouy"),
        base[:-1] if base[-1] in "aeiouy" else base,
    }
    return {stem for stem in stems if len(stem) >= _PREFIX}


def _derives(stems: Iterable[str], word: str) -> bool:
    """Whether a word is the adjective of the name with these stems, or what its people are called."""
    return any(word.startswith(stem) and word[len(stem) :] in _endings() for stem in stems)


@cache
def _endings() -> frozenset[str]:
    file = places()
    return frozenset(chain(file.adjective_endings, (f"{ending}s" for ending in file.adjective_endings)))


@cache
def _owned() -> frozenset[str]:
    return frozenset(places().of_states)


def _is_state(parse: Parse, name: Name) -> bool:
    """Whether the words around a name tell that it is a state: its own government or army, "the state of" before it, or
    "a country" in apposition."""
    after = name.last + 1
    if after + 1 < len(parse.words) and parse.words[after] in _CLITICS and _owns(parse, after + 1):
        return True
    above = parse.heads[name.head]
    if parse.deps[name.head] == "pobj" and parse.lower[above] == "of":
        owner = parse.heads[above]
        return parse.lemmas[owner] in places().sorts_of_state or parse.lemmas[owner] in _owned()
    return any(
        parse.deps[child] == "appos" and parse.lemmas[child] in places().sorts_of_state
        for child in parse.children[name.head]
    )


def _governed(parse: Parse) -> bool:
    """Whether a sentence speaks of what only states have, by a single word."""
    return not _owned().isdisjoint(parse.lower) or "minister" in parse.lower


def _sounds_like_state(parse: Parse, name: Name) -> bool:
    """Whether an actor's name without an article ends as states' names do ("Tarland")."""
    verb = parse.heads[name.head]
    acts = (
        name.first == 0
        or parse.deps[name.head] in {"nsubj", "poss"}
        or (parse.deps[name.head] == "dobj" and parse.tags[verb][0] == "V")
    )
    return acts and parse.lefts[name.head] >= name.first and name.text.endswith(places().state_endings)


def _owns(parse: Parse, token: int) -> bool:
    """Whether the phrase from `token` on is headed by what only states have ("'s foreign minister")."""
    for end in range(token, min(token + 3, len(parse.words))):
        lemma = parse.lemmas[end]
        if lemma in _owned() or " ".join((*parse.lower[end - 1 : end], lemma)) in _owned():
            return True
        if parse.tags[end][0] not in "NJ":
            return False
    return False


def _serves(parses: Sequence[Parse], word: str) -> bool:
    """Whether an adjective stands before an office or a part of a state ("Tarvian officials")."""
    for parse in parses:
        if word not in parse.words:
            continue
        token = parse.words.index(word) + 1
        while token < len(parse.words) and parse.tags[token][0] in "NJ":
            hit = noun_at(parse.lower, parse.lemmas[token], token)
            if hit is not None and (hit[1].state or hit[1].roles & {"organ", "unnamed", "side", "office"}):
                return True
            token += 1
    return False


def _is_place(parse: Parse, name: Name) -> bool:
    """Whether a name stands where something is ("in Kolm", "the port of Kolm"), not what shares are held in."""
    above = parse.heads[name.head]
    if parse.deps[name.head] != "pobj" or parse.lefts[name.head] < name.first:
        return False
    owner = parse.lemmas[parse.heads[above]]
    if parse.lower[above] == "of":
        return owner in places().sorts_of_place
    if parse.lower[above] == "to":
        return owner in places().journeys
    return parse.lower[above] in _LOCATING and owner not in places().holdings


def _acts(parse: Parse, name: Name) -> bool:
    """Whether a name is the subject of a verb of speech or negotiation."""
    verb = parse.heads[name.head]
    return parse.deps[name.head] == "nsubj" and parse.verb_lemma(verb) in _speaking()


@cache
def _speaking() -> frozenset[str]:
    return frozenset(collectives().speaking)
