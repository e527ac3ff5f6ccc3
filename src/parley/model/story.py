"""Reports on one negotiation, or one incident: derived, never stored as truth."""

from __future__ import annotations

import msgspec

from parley.model.shown import Shown

__all__ = ["Story", "StoryLink"]


class StoryLink(msgspec.Struct, frozen=True, gc=False, order=True):
    """That two reports are on one negotiation: ids in order, what the things they share weigh, and the things.

    Where both were given the same story it outweighs all else.
    """

    one: str
    other: str
    weight: float
    shared: tuple[str, ...] = ()


class Story(msgspec.Struct, Shown, frozen=True, gc=False):
    """The reports on one negotiation or incident, by id, from the oldest to the newest, undated last.

    `name` is the one it was given (`given`), else made of its chief `parties`, else its first headline. `id` follows from its name where that
    was given, else from its first report. `talks` tells whether any report tells of a move.
    """

    id: str
    name: str
    reports: tuple[str, ...]
    parties: tuple[str, ...] = ()
    given: bool = False
    talks: bool = False
