"""Words that tell where agreements and their phases stand, as `phases.toml` holds them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["PhaseWords", "Standing", "Status", "is_former", "load_phases"]

_Words = frozenset[str]
Status = Literal[
    "announced", "agreed", "in_force", "completed", "extended", "suspended", "not_started", "unresolved", "collapsed",
]  # fmt: skip


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell one status; the file's comment says what each field holds.

    `deed`: what its passive verbs tell is as much a deed of the parties, which a move holds where one is found there.
    """

    status: Status
    denied: Status | None = None
    planned: Status | None = None
    planned_phase: Status | None = None
    date: Literal["starts", "ends", "since"] = "starts"
    numbered: bool = False
    deed: bool = False
    active: _Words = frozenset()
    passive: _Words = frozenset()
    done: _Words = frozenset()
    states: _Words = frozenset()
    before: _Words = frozenset()
    nouns: _Words = frozenset()


class PhaseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: nouns, verbs that leave things open (`open`) or only say that they go on (`going`), and standings."""

    agreements: _Words
    calm: _Words
    former: _Words
    general: _Words
    soft: _Words
    phases: _Words
    loose: _Words
    copulas: _Words
    open: _Words
    going: _Words
    times: _Words
    last: _Words
    clear: _Words
    decisions: _Words
    quiet: _Words
    provides: _Words
    settles: _Words
    discussions: _Words
    stalls: _Words
    numbers: dict[str, int]
    standing: tuple[Standing, ...]


@cache
def load_phases() -> PhaseWords:
    """The words, read once."""
    return load_lexicon("phases", PhaseWords)


def is_former(words: str) -> bool:
    """Whether an agreement is called the one that another takes the place of: "present pact", "current one"."""
    return bool(load_phases().former & set(words.casefold().split()[:1]))
