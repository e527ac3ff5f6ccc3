"""What an attribution is in a report: who is given for which words, by which cue."""

from __future__ import annotations

import msgspec

from parley.model import Actor, Attribution, Span

__all__ = ["Attributed"]


class Attributed(msgspec.Struct, frozen=True, gc=False):
    """One attribution as it stands in the text.

    `attribution` is the record of it, its chain from the source nearest to the report to the one said to have said it.
    `sentence` and `verb` find the cue's token (`verb` is None for a cue that is no word of a sentence, such as a
    heading's colon); `cue`, `sources` and `content` are its words in the report, `statement` the sentence or sentences
    that hold it, `rule` the name of what found it. `addressee` is whom the words are told; `quotable` is False where the
    content is no utterance of its own ("confirmed the closure").
    """

    attribution: Attribution
    sentence: int
    verb: int | None
    cue: Span
    sources: tuple[Span, ...]
    content: tuple[Span, ...]
    statement: Span
    rule: str
    addressee: Actor | None = None
    quotable: bool = True
