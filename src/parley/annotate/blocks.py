"""The layout of a report: its paragraphs and lines, and what each of them is."""

from __future__ import annotations

import re

import msgspec

from parley.annotate.doc import Block
from parley.model import Date, Passage, Report, Span

__all__ = ["Layout", "find_layout"]

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


class Layout(msgspec.Struct, frozen=True):
    """Blocks in text order, the passages among them that are no running text, the report's dateline and agency."""

    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    dateline: Date | None = None
    agency_credit: str | None = None


def find_layout(report: Report) -> Layout:
    """The layout of `report`: blocks never overlap and leave out only white space and mark-up."""
    return Layout(tuple(Block(Span(*m.span()), "text") for m in _LINE.finditer(report.text)), ())
