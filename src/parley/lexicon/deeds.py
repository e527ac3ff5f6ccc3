"""What a deed outside the talks may be, and the words for one kind of deed with what must stand beside them."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["MODES", "Deed", "DeedType", "Mode"]

DeedType = Literal["SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
Mode = Literal[
    "strike", "demonstration", "boycott", "obstruction", "riot", "hunger_strike", "mutiny",
    "embargo", "blockade", "cut_off", "expulsion", "break_of_ties", "tariff", "freeze", "closure",
    "arrest", "raid", "seizure", "siege", "abduction", "lockout", "crowd_control", "restriction", "penalty",
    "attack", "shelling", "air_strike", "bombing", "shooting", "killing", "clash", "invasion", "coup", "destruction",
    "deployment", "alert", "exercise",
    "withdrawal", "release", "lifting", "reopening", "return_to_work",
    "delivery", "evacuation", "passage", "joint_work", "ties_restored",
]  # fmt: skip
MODES: tuple[str, ...] = Mode.__args__  # type: ignore[attr-defined]
"""What a deed is, more exactly than its type: the closed list of modes."""
_Words = frozenset[str]


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for one kind of deed, and what must stand beside them.

    A verb makes the deed when each condition given is met: `subject` and `object` name classes of which one must hold
    the doer and the thing or person done to; `phrase` the prepositions with a class ("on=protest"), `infinitive` the
    verbs below it ("refused to cross"); `without` classes none of whose words may be its object. `bare` verbs have no
    object. Nouns make it by themselves; `loose` ones only with doer, target, place or day beside them.
    Of `among` the report must hold a word, and none of `not_among`: they tell an air strike from one of workers.
    `target` are the prepositions that name whom or what it is done to. `doerless`: whoever moves is done to, or things.
    """

    type: DeedType
    mode: Mode
    verbs: _Words = frozenset()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    infinitive: _Words = frozenset()
    without: tuple[str, ...] = ()
    bare: bool = False
    active: bool = False
    doerless: bool = False
    nouns: _Words = frozenset()
    loose: _Words = frozenset()
    among: _Words = frozenset()
    not_among: _Words = frozenset()
    target: tuple[str, ...] = ("on", "against")
