from __future__ import annotations

from parley.model import Observation, new_report
from parley.pages import reports_page
from parley.store import Recorded


def _seen(source: str, sha: str, section: str | None = None) -> Observation:
    return Observation(source, sha, "nexis", section=section)


def test_a_report_printed_twice_has_a_row_for_each_printing_and_one_id() -> None:
    report = new_report("Talks resume\n\nThe union and the port met on Monday.", title="Talks resume")
    seen = (_seen("a.txt#1", "aa", "WORLD"), _seen("b.txt#7", "bb", "TOP"), _seen("/tmp/a.txt#1", "aa", "WORLD"))
    rows = reports_page([Recorded(report, seen, "2025-01-01T00:00:00Z")], []).rows
    assert [(row.source, row.section) for row in rows] == [("a.txt#1", "WORLD"), ("b.txt#7", "TOP")]
    assert {row.id for row in rows} == {report.id}
