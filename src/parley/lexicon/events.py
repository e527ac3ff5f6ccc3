"""Words of deeds outside the talks: strikes, protests, attacks, arrests, blockades, relief."""

from __future__ import annotations

import msgspec

from parley.lexicon.deeds import Deed
from parley.lexicon.loader import load_lexicon

__all__ = ["EventWords", "load_events"]

_Words = frozenset[str]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `events.toml`: deeds, classes of nouns, and words around an event noun by what they do to it.

    `stages`: verbs whose subject does the deed their object names; `happens`: verbs of which the deed is the subject;
    `phases`: verbs that begin or go on with the deed of their infinitive or participle; `unreal` verbs and `unreal_nouns`
    leave open whether there is, or will be, what they govern.
    """

    deed: tuple[Deed, ...]
    classes: dict[str, _Words]
    stages: _Words
    phases: _Words
    unreal: _Words
    unreal_nouns: _Words
    not_before: _Words
    sites: _Words


def load_events() -> EventWords:
    """The words of deeds, with those of the active packs."""
    return load_lexicon("events", EventWords)
