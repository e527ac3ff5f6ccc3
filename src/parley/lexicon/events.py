"""Words of deeds outside the talks: strikes, protests, attacks, arrests, blockades, relief."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.deeds import Deed
from parley.lexicon.loader import load_lexicon

__all__ = ["EventWords", "load_events"]

_Words = frozenset[str]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `events.toml`: deeds, classes of nouns, and words around an event noun by what they do to it.

    `stages`: verbs whose subject does the deed their object names, `schedules` those whose subject is to do it,
    `endings` those that end one; `dealing`: verbs that deal with one that lasts; `phases`:
    verbs that begin or go on with the deed of their infinitive; `blames`: verbs whose object is said to have done it; `denials` whose object is said not to have been done; `unreal` verbs and `unreal_nouns` leave open whether
    there is, or will be, what they govern, and `looming` verbs their subject; `wishing` verbs have for their object what somebody would have done; `lengths` are stretches of time; `not_before`: words before a noun that make something else of it; `sites`:
    nouns that say what sort of place a name behind their "of" is. `epithets` name no doer before a noun; `series` are nouns
    for many deeds, `replies` verbs whose "with" names the deed, `generic` nouns take up any deed, `pauses` say it stopped,
    `contests` are verbs of what is fought for without arms; what is caught on `recordings` is filmed, `left_as` is a toll, and
    `doubted` words before a noun leave open whether it was done.
    """

    deed: tuple[Deed, ...]
    classes: dict[str, _Words]
    stages: _Words
    schedules: _Words
    endings: _Words
    dealing: _Words
    phases: _Words
    blames: _Words
    denials: _Words
    recordings: _Words
    left_as: _Words
    doubted: _Words
    unreal: _Words
    looming: _Words
    wishing: _Words
    lengths: _Words
    unreal_nouns: _Words
    not_before: _Words
    figurative: _Words
    sites: _Words
    epithets: _Words
    series: _Words
    replies: _Words
    generic: _Words
    contests: _Words
    pauses: _Words


@cache
def load_events() -> EventWords:
    """The words of deeds, with those of the active packs."""
    return load_lexicon("events", EventWords)
