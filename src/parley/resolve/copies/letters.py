"""Letters: a text that several may sign or publish in the same words."""

from __future__ import annotations

import re

from parley.lexicon.copies import load_copy_words
from parley.resolve.copies.sources import CopySource

__all__ = ["is_letter", "is_signed_apart"]

_MARGIN = 400  # characters at head and foot of a text in which a letter shows that it is one
_SIGNATURE = 200


def is_letter(text: str) -> bool:
    """Whether a text begins or ends as letters do, or those who sign it say so."""
    words = load_copy_words()
    head, foot, whole = text[:_MARGIN].casefold(), text[-_MARGIN:].casefold(), text.casefold()
    return (
        any(_begins_line(phrase, head) for phrase in words.openings)
        or any(_begins_line(phrase, foot) for phrase in words.closings)
        or any(phrase in whole for phrase in words.signers)
    )


def is_signed_apart(one: CopySource, other: CopySource) -> bool:
    """Whether two letters were published by two outlets, or signed by different people."""
    first, second = one.report, other.report
    feet = (each.text.rstrip()[-_SIGNATURE:] for each in (first, second))
    return first.outlet != second.outlet or first.byline != second.byline or len(set(feet)) > 1


def _begins_line(phrase: str, text: str) -> bool:
    return re.search(rf"^\W*{re.escape(phrase)}(?:[\s,.:;!]|$)", text, re.MULTILINE) is not None
