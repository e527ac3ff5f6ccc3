"""One report with every claim marked, the stories it is in, and the reports that share its text."""

from __future__ import annotations

import msgspec

from parley.ledger import Ledger
from parley.pages.copies import CopyRow, copies_page
from parley.pages.marked import MarkedPage, marked_page_of

__all__ = ["InStory", "ReportInFull", "report_in_full"]


class InStory(msgspec.Struct, frozen=True):
    """A story by id and name."""

    id: str
    name: str


class ReportInFull(msgspec.Struct, frozen=True):
    """A report: its text marked (`page`), its stories, and what copies it or is copied by it, most shared first."""

    page: MarkedPage
    stories: tuple[InStory, ...]
    copies: tuple[CopyRow, ...]


def report_in_full(ledger: Ledger, name: str) -> ReportInFull:
    """The report that answers to `name`, as in `Ledger.report`, and raises as it."""
    page = marked_page_of(ledger, name)
    stories = tuple(InStory(story.id, story.name) for story in ledger.derived.of(page.id))
    return ReportInFull(page, stories, copies_page(ledger, page.id).rows)
