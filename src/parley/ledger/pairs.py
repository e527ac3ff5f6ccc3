"""Two reports side by side: whether they are copies, and what differs between their texts."""

from __future__ import annotations

import msgspec

from parley.model import CopyLink, DiffPiece, Report
from parley.resolve.copies import CopySource, compare_pair, signature, word_diff
from parley.store import Store

__all__ = ["TextPair", "text_pair"]


class TextPair(msgspec.Struct, frozen=True, gc=False):
    """Two reports, how they are copies of one text (None: they are not), and the pieces that make up both texts."""

    one: Report
    other: Report
    link: CopyLink | None
    pieces: tuple[DiffPiece, ...]


def text_pair(store: Store, one: Report, other: Report) -> TextPair:
    """The pair, the report that was published first (else that of the lesser id) as `one`."""
    one, other = sorted((one, other), key=lambda report: (report.published or "9999", report.id))
    first, second = (CopySource(each, signature(each, store.passages(each.id))) for each in (one, other))
    return TextPair(one, other, compare_pair(first, second), word_diff(first, second))
