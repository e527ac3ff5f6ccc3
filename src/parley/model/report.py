"""A report as it was read, and how it came to be read."""

from __future__ import annotations

import msgspec

from parley.model.ids import hash_id
from parley.model.shown import Shown
from parley.model.span import Span

__all__ = ["Observation", "Report", "new_report"]


class Report(msgspec.Struct, Shown, frozen=True, gc=False):
    """One news report; the text never changes once read.

    `published` is an ISO date or date-time, None when unknown. `id` hashes text, title, outlet, url and published as
    first read and nothing else. Use `new_report` to make one.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def __repr__(self) -> str:
        """Which report it is, without its text."""
        return (
            f"Report({self.id!r}, {len(self.text):,} characters, {self.title!r}, {self.outlet!r}, {self.published!r})"
        )


class Observation(msgspec.Struct, frozen=True, gc=False):
    """Where and how a report was read: not part of what it is.

    `source` is the path (and `#n` inside a file of several reports), `raw_sha256` hashes the bytes it came from,
    `reader` names the reader, `published_basis` says where `published` was found: option, manifest, metadata, text,
    file_name or unknown (in views also person, when somebody corrected it). `title_span` is where the title stands in
    `report.text`, if it does.
    `section`, `length` (as printed, e.g. "524 words"), `load_date` and `story` are kept as the source gave them.
    """

    source: str
    raw_sha256: str
    reader: str
    published_basis: str = "unknown"
    title_span: Span | None = None
    section: str | None = None
    length: str | None = None
    load_date: str | None = None
    story: str | None = None


def new_report(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Report:
    """A `Report` with the id that its text, title, outlet, url and published give."""
    report_id = hash_id("report", [text, title, outlet, url, published])
    return Report(report_id, text, title, outlet, byline, published, url, language)
