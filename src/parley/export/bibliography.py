"""The reports of claims as a bibliography that reference managers and word processors take in (CSL-JSON)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from parley.ledger import Entry
from parley.model import Report
from parley.pages.words import plain

__all__ = ["bibliography"]


def bibliography(entries: Iterable[Entry]) -> bytes:
    """An item for each report that an entry stands in, in the order of the entries.

    Citation Style Language, input data of version 1.0.2. A field that the record does not know is left out.
    """
    reports = {entry.report.id: entry.report for entry in entries}
    items = [_item(report) for report in reports.values()]
    return msgspec.json.format(msgspec.json.encode(items), indent=1) + b"\n"


def _item(report: Report) -> dict[str, Any]:
    item = {
        "id": report.id,
        "type": "article-newspaper",
        "title": plain(report.title or ""),
        "container-title": plain(report.outlet or ""),
        "author": [{"literal": plain(report.byline)}] if report.byline else None,
        "issued": {"date-parts": [_day(report.published)]} if report.published else None,
        "URL": report.url,
        "language": report.language,
    }
    return {name: value for name, value in item.items() if value}


def _day(published: str) -> list[int]:
    """Year, month and day of an ISO date or date-time, as far as it has them."""
    return [int(part) for part in published[:10].split("-")]
