"""What an actor's name in one report says of who it is, before other reports are looked at."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from parley.annotate.name_words import never, particles
from parley.annotate.nouns import honorific_gender
from parley.lexicon.actors import actor_words
from parley.lexicon.known_names import KnownName
from parley.model import Actor
from parley.model.claim import ActorKind
from parley.resolve.actors.known import armed_wing, known_name, own_part, owner_and_rest
from parley.resolve.actors.names import acronym, core, display, folded, given, legal_core, plain
from parley.resolve.actors.nouns import Described, described, is_common
from parley.resolve.actors.titles import split_title

__all__ = ["Reading", "Sort", "key_of_name", "read_actor"]

Sort = Literal["known", "person", "named", "part", "office", "bloc", "generic"]


_UNNAMED = ("unnamed", "collective", "person")


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A name read: `key` is equal for names that mean the same whoever writes them, `name` how to write it.

    A `known` actor stands in the lexicon, a `part` or `office` belongs to its `owner` (a name); a `bloc` is a side of
    talks; a `generic` one is somebody in this report alone.
    """

    sort: Sort
    key: str
    name: str
    kind: ActorKind | None = None
    owner: str | None = None
    rule: str = "name"


def read_actor(actor: Actor) -> Reading:
    """What an actor of a claim says of who it is; its mention helps where the name is no name of its own."""
    courtesy = honorific_gender(actor.mention.split()[0].lower()) is not False if actor.mention else False
    return _read(actor.name, actor.kind, actor.acts_for, actor.mention if _helps(actor) else "", courtesy)


def key_of_name(name: str) -> str:
    """The key of a name of which nothing else is known, as of a party that another acts for."""
    return _read(name, None, None, "", False).key


def _helps(actor: Actor) -> bool:
    """Whether the words used tell more than the name: "Qatar's foreign ministry" for "foreign ministry"."""
    return len(actor.mention) > len(actor.name) and plain(actor.mention).endswith(plain(actor.name))


@lru_cache(maxsize=65536)
def _read(name: str, kind: ActorKind | None, acts_for: str | None, mention: str, courtesy: bool) -> Reading:
    shown = display(name)
    if not shown or plain(name) in actor_words().no_names or not any(letter.isalpha() for letter in shown):
        return _generic(shown, kind, acts_for)
    known = None if kind == "person" and courtesy else known_name(shown)
    if known is not None and mention and _may_be_national(known) and (national := _national(mention, shown, kind)):
        return national
    if known is not None and (reading := _of_known(known, shown, kind)):
        return reading
    if kind != "unnamed":
        if person := _person(shown, kind):
            return person
        if description := _description(shown, kind, acts_for, mention):
            return description
    if (
        (kind in _UNNAMED and not (kind == "collective" and acronym(shown)))
        or not (_is_name(shown) or _is_written_small(shown, kind))
        or plain(shown) in actor_words().of_any_state
    ):
        return _generic(shown, kind, _owner(shown, acts_for))
    return Reading("named", f"name:{'.'.join(folded(word) for word in legal_core(shown))}", shown, kind, acts_for)


def _may_be_national(known: KnownName) -> bool:
    return known.role == "organisation" and known.kind != "outlet"


def _national(mention: str, shown: str, kind: ActorKind | None) -> Reading | None:
    """The society of one nation under a name that others have too ("the Norwegian Red Cross")."""
    owned = owner_and_rest(mention)
    if owned is None or owned[0].role not in ("state", "nationality") or plain(owned[1]) != plain(shown):
        return None
    name = display(mention)
    return Reading("named", f"name:{'.'.join(folded(word) for word in legal_core(name))}", name, kind, rule="mention")


def _of_known(known: KnownName, shown: str, kind: ActorKind | None) -> Reading | None:
    if known.role == "nationality":
        return (
            Reading("known", f"known:{known.name}", known.name, "state", rule="nationality")
            if kind == "state"
            else None
        )
    if known.role == "people":
        return Reading("known", f"people:{known.name}", shown, kind or "collective")
    if known.role == "region" or (known.role == "capital" and kind == "collective"):
        return Reading("known", f"place:{plain(shown)}", shown, None)
    rule = {"capital": "capital for its government", "state": "name"}.get(known.role, "name in the lexicon")
    name = display(known.name)  # "The Hindu" is the Hindu
    return Reading("known", f"known:{name}", name, known.kind, known.acts_for, rule)


def _person(shown: str, kind: ActorKind | None) -> Reading | None:
    """A person by name, also one that was taken for an organisation with the title in front."""
    title, rest = split_title(shown)
    state = described(title) if title else None
    glued = state is not None and not state.noun.rank and kind in ("organisation", "office", None)
    if kind != "person" and not glued:
        return None
    parts = core(rest)
    if is_common(rest) or not rest[:1].isalpha() or (rest == shown and _is_title(shown)) or _no_person(rest):
        return None
    sounds = [folded(part) for part in parts]
    if len(parts) > 1:
        sounds[0] = folded(given(parts[0]))
    return Reading("person", f"person:{'.'.join(sounds)}", rest, "person")


def _no_person(name: str) -> bool:
    """Whether words are somebody's something, or end with a title ("Mr Rao's party", "Saudi crown prince")."""
    return "'s " in name.replace("’", "'") or honorific_gender(name.split()[-1].lower()) is not False or name in never()


def _is_name(shown: str) -> bool:
    """Whether words begin as a name does: with a capital, a number or a particle, and no word like "some" or "most"."""
    first = shown.split()[0]
    capital = not first[0].islower() or first.split("-")[0] in particles()
    if shown in never():
        return False
    return capital and plain(first) not in actor_words().no_names and not is_common(shown)


def _is_written_small(shown: str, kind: ActorKind | None) -> bool:
    """Whether words of no told kind, none of them a noun for somebody, are a name without its capitals."""
    words = plain(shown).split()
    return kind is None and described(shown) is None and len(words) > 1 and words[0] not in actor_words().no_names


def _is_title(shown: str) -> bool:
    found = described(shown)
    return found is not None and "office" in found.noun.roles


def _description(shown: str, kind: ActorKind | None, acts_for: str | None, mention: str) -> Reading | None:
    """A part, an office or a side of talks that is named by what it is, with its owner where one is told."""
    owned = owner_and_rest(shown) or (owner_and_rest(mention) if mention else None)
    rest = owned[1] if owned else _unowned(shown, acts_for)
    found = described(rest)
    if found is None or not _is_description(rest, found):
        return None
    if owned and owned[0].role != "region":
        return _of_owner(owned[0].name, f"known:{owned[0].name}", found, shown, kind)
    if owned:
        return _of_owner(owned[0].name, f"place:{plain(owned[0].name)}", found, shown, kind)
    if acts_for:
        return _of_owner(acts_for, key_of_name(acts_for), found, shown, kind)
    if found.sort == "bloc":
        return Reading("bloc", f"bloc:{found.word}", shown, kind)
    return _generic(shown, kind, None)


def _unowned(shown: str, acts_for: str | None) -> str:
    """The words without a nationality that the report itself explains ("Tarvian army", of Tarvia)."""
    first, _, rest = shown.partition(" ")
    return rest if rest and acts_for and first[:1].isupper() and first[:3] == acts_for[:3] else shown


def _is_description(rest: str, found: Described) -> bool:
    """Whether words are common ones, or an office or part of a party written as a name ("Foreign Ministry")."""
    if found.sort == "bloc" and len(rest.split()) == len(found.word.split()):
        return True
    if len(rest.split()) == 1:
        return True
    return is_common(rest) or (
        not found.noun.roles.isdisjoint({"organ", "office", "unnamed"}) and _all_told(rest, found)
    )


def _all_told(rest: str, found: Described) -> bool:
    return found.sort != "generic" or len(rest.split()) == len(found.word.split())


def _of_owner(owner: str, owner_key: str, found: Described, shown: str, kind: ActorKind | None) -> Reading:
    if found.sort == "itself" and owner_key.startswith("known:"):
        return Reading("known", owner_key, owner, kind or "state", rule="government")
    wing = armed_wing(owner) if found.sort == "wing" else own_part(owner, found.word)
    if wing is not None:
        return Reading("known", f"known:{wing.name}", wing.name, wing.kind, wing.acts_for, "armed wing" if found.sort == "wing" else "description")  # fmt: skip
    if found.sort in ("generic", "bloc"):
        return _generic(shown, kind, owner)
    sort: Sort = "office" if found.sort == "office" else "part"
    name = shown if owner_and_rest(shown) or shown.startswith(owner[:3]) else f"{shown} of {owner}"
    return Reading(sort, f"{sort}:{owner_key}:{found.word}", name, kind, owner, "description")


def _generic(shown: str, kind: ActorKind | None, owner: str | None) -> Reading:
    return Reading("generic", f"generic:{plain(shown)}:{plain(owner or '')}", shown, kind, owner)


def _owner(shown: str, acts_for: str | None) -> str | None:
    if acts_for:
        return acts_for
    owned = owner_and_rest(shown)
    return owned[0].name if owned and owned[0].role != "region" and is_common(owned[1]) else None
