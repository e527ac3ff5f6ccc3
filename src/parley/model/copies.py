"""Reports with one text behind them: derived from the texts, never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.ids import hash_id
from parley.model.span import Span

__all__ = ["ChangedWords", "CopyGroup", "CopyKind", "CopyLink", "DiffPiece", "SharedPassage"]

CopyKind = Literal[
    "verbatim", "excerpt", "rewrite", "later_version", "shared_agency", "quoted_statement", "form_letter",
]  # fmt: skip


class SharedPassage(msgspec.Struct, frozen=True, gc=False, order=True):
    """A stretch of one report's text and the stretch of the other's that has the same words, or nearly the same."""

    one: Span
    other: Span


class ChangedWords(msgspec.Struct, frozen=True, gc=False, order=True):
    """Words that tell a fact and differ between two sentences which are otherwise one: in the texts of both reports.

    `one` or `other` is empty where words were only added (a "not"); `one_sentence` and `other_sentence` hold them.
    """

    one: Span
    other: Span
    one_sentence: Span
    other_sentence: Span


class CopyLink(msgspec.Struct, frozen=True, gc=False):
    """Two reports that share text: how, and how much of each. `one` and `other` are report ids in their order as words.

    `one_share` and `other_share` are the shares, from 0 to 1, of each report's own words that stand in the other too.
    `earlier` is the id of the one published first, None where the dates do not tell. `rule` names what says so, `reasons`
    give what it saw, in words. `passages` are the stretches in common, `changes` the facts that differ within them.
    """

    kind: CopyKind
    one: str
    other: str
    one_share: float
    other_share: float
    rule: str
    reasons: tuple[str, ...] = ()
    earlier: str | None = None
    agency: str | None = None
    passages: tuple[SharedPassage, ...] = ()
    changes: tuple[ChangedWords, ...] = ()


class CopyGroup(msgspec.Struct, frozen=True, gc=False):
    """Reports with one text behind them, which count as one source: their ids in order, and the links that say so.

    `first` is the one that no link has as the later; None where the dates leave several.
    """

    reports: tuple[str, ...]
    links: tuple[CopyLink, ...]
    first: str | None = None

    @property
    def id(self) -> str:
        """The same while the least of its report ids is in it."""
        return hash_id("copies", self.reports[0])


class DiffPiece(msgspec.Struct, frozen=True, gc=False):
    """A piece of the difference between two texts; the pieces in order make up both, without gaps.

    `same` words stand in both; `changed` in both, but differ; `removed` only in the first (`other` is empty where they
    would stand), `added` only in the second.
    """

    kind: Literal["same", "changed", "removed", "added"]
    one: Span
    other: Span
