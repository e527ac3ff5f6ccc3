"""Names that the lexicon knows, found in any writing and spelling, and names that begin or end with one."""

from __future__ import annotations

from functools import cache, lru_cache

from parley.lexicon.actors import actor_words
from parley.lexicon.known_names import KnownName, known_forms
from parley.lexicon.parties import offices
from parley.resolve.actors.names import display, plain, skeleton, sound, words

__all__ = ["armed_wing", "known_name", "own_part", "owner_and_rest"]

_LEAST_FOLDED = 7  # letters a name must have to be known in another spelling
_LONGEST = 6


@lru_cache(maxsize=65536)
def known_name(name: str) -> KnownName | None:
    """The entry of a whole name: as written, else in any case, else in another spelling where only one fits."""
    written, lower, sounds = _index()
    shown = display(name)
    if plain(shown) in actor_words().of_any_state:
        return None
    if found := written.get(shown):
        return found
    if len(shown) > 3 and (found := lower.get(plain(shown))):
        return found
    heard = _heard(shown)
    return sounds.get(heard) if len(heard) >= _LEAST_FOLDED else None


@lru_cache(maxsize=65536)
def owner_and_rest(name: str) -> tuple[KnownName, str] | None:
    """The known party at the start or, behind "of", at the end of a longer name, and the words that are left.

    "Israeli army", "Israel's army" and "army of Israel" all give Israel and "army"; None where no party is known.
    """
    tokens = display(name).split()
    if len(tokens) > 2 and tokens[0] in offices().qualifiers and (found := owner_and_rest(" ".join(tokens[1:]))):
        return found[0], f"{tokens[0]} {found[1]}"
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        first = " ".join(tokens[:length])
        for form in (first, first.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")):
            if party := _party(form):
                return party, " ".join(tokens[length:])
    if "of" in tokens[1:-1]:
        at = len(tokens) - 1 - tokens[::-1].index("of")
        if party := _party(" ".join(tokens[at + 1 :])):
            return party, " ".join(tokens[:at])
    return None


@cache
def own_part(owner: str, noun: str) -> KnownName | None:
    """The one organisation of the lexicon that acts for `owner` and is called by `noun` ("army" of Israel)."""
    found = [each for each in _acting_for(owner) if noun in each.nouns]
    return found[0] if len(found) == 1 else None


@cache
def armed_wing(owner: str) -> KnownName | None:
    """The one armed group of the lexicon that acts for an organisation."""
    found = [each for each in _acting_for(owner) if each.kind == "armed_group"]
    return found[0] if len(found) == 1 else None


def _acting_for(owner: str) -> list[KnownName]:
    return [
        known
        for form, known in known_forms()
        if known.role == "organisation" and known.acts_for == owner and known.name != owner and form == known.name
    ]


def _party(form: str) -> KnownName | None:
    # "Labour Ministry": what any state has a body of that name names no owner.
    found = None if form.casefold() in actor_words().of_any_state else _index()[0].get(form)
    return found if found is not None and found.role not in {"people", "capital"} and found.kind != "outlet" else None


@cache
def _index() -> tuple[dict[str, KnownName], dict[str, KnownName], dict[str, KnownName]]:
    """The entries as written, in lower case, and by sound; by sound only names that no other sounds like."""
    written: dict[str, KnownName] = {}
    for form, known in known_forms():
        written.setdefault(display(form), known)
        written.setdefault(display(form).replace("'", "’"), known)
    lower: dict[str, KnownName] = {}
    sounds: dict[str, KnownName | None] = {}
    for form, known in written.items():
        lower.setdefault(plain(form), known)
        if known.role == "organisation" and known.kind != "outlet":
            heard = _heard(form)
            sounds[heard] = known if sounds.get(heard, known) == known else None
    return written, lower, {heard: known for heard, known in sounds.items() if known}


def _heard(form: str) -> str:
    """How a name sounds; of one with several words only the consonants."""
    told = [word for word in words(form) if word != "al"]
    return "".join(skeleton(word) if len(told) > 1 else sound(word) for word in told)
