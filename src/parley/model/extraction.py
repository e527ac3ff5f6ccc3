"""What one run of the extractor found in one report."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import Claim
from parley.model.ids import hash_id
from parley.model.problem import Problem
from parley.model.shown import Shown, counts_words
from parley.model.span import Span

__all__ = ["Extraction", "Passage", "Run", "new_run"]


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a report that is no running text, or stands in it twice.

    `repeat` passages name the first standing in `of`; a `dateline` passage gives its date in `value`, a `credit` its
    agency.
    """

    kind: Literal["title", "dateline", "byline", "crosshead", "furniture", "credit", "repeat", "entry", "label"]
    span: Span
    of: Span | None = None
    value: str | None = None


class Extraction(msgspec.Struct, Shown, frozen=True, gc=False):
    """Claims and passages of one report, and what was not read.

    `unread` are sentences with a cue or a number of which nothing was claimed.
    """

    report: str
    claims: tuple[Claim, ...] = ()
    passages: tuple[Passage, ...] = ()
    unread: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        """What was found, counted."""
        found = counts_words(claim.kind for claim in self.claims)
        return f"{type(self).__name__}({self.report!r}, {found}; {len(self.unread)} unread)"


class Run(msgspec.Struct, frozen=True, gc=False):
    """The state of the program an extraction was made with: hashes of code, lexicon, model and settings."""

    id: str
    code: str
    lexicon: str
    model: str
    settings: str


def new_run(*, code: str, lexicon: str, model: str, settings: str) -> Run:
    """A `Run` whose id follows from its four hashes."""
    return Run(hash_id("run", [code, lexicon, model, settings]), code, lexicon, model, settings)
