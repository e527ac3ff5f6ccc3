"""An attribution being put together, before chains are built."""

from __future__ import annotations

import msgspec

from parley.model import Actor, Source, Span

__all__ = ["Draft"]


class Draft(msgspec.Struct, frozen=True, gc=False):
    """What one cue gives: its own sources (nearest to the report first), its content, and how it was found.

    `quotable` is False where the content is no utterance of its own ("confirmed the closure"); `faint` marks a source
    that says nothing of who spoke ("reports that ..."), which gives way to one named inside.
    """

    sentence: int
    verb: int | None
    cue: Span
    sources: tuple[Source, ...]
    content: tuple[Span, ...]
    rule: str
    hedge: str | None = None
    silence: bool = False
    quotable: bool = True
    addressee: Actor | None = None
    faint: bool = False
