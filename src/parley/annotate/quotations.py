"""Finding quotations: words between quotation marks, whatever the marks."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.doc import Block, Quotation

__all__ = ["find_quotations"]


def find_quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """The quotations of `text` in order of their start, nested ones after those that hold them."""
    return []
