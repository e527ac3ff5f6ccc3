"""The integrity check finds what somebody changed behind the store's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from parley.model import Actor, Extraction, Move, Passage, Span
from parley.store import Store
from tests.recorded import RUN, claim_at, observed, report_of

REPORT = report_of("The dockers rejected the offer on Monday.")
CLAIM = claim_at(REPORT, "rejected", Move("reject", by=(Actor("Dockers", "The dockers"),)), sources=("the port",))
EXTRACTION = Extraction(REPORT.id, (CLAIM,), (Passage("title", Span(0, 11)),), (Span(0, 41),))


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ("UPDATE report SET text = text || '!'", {"id_mismatch"}),
        ("UPDATE report SET text = replace(text, 'rejected', 'accepted')", {"id_mismatch", "span_mismatch"}),
        ("UPDATE report SET text = 'The dockers'", {"id_mismatch", "span_mismatch"}),
        ("UPDATE report SET outlet = 'Another'", {"id_mismatch"}),
        ("UPDATE claim SET record = replace(record, '\"reject\"', '\"accept\"')", {"id_mismatch"}),
        (
            'UPDATE claim SET record = replace(record, \'"quote":"rejected"\', \'"quote":"refused!"\')',
            {"span_mismatch"},
        ),
        ("UPDATE claim SET record = replace(record, '\"trigger\":[12,20]', '\"trigger\":[12,90]')", {"span_mismatch"}),
        ("UPDATE claim SET record = '{}'", {"id_mismatch"}),
        ("UPDATE claim SET id = 'claim-x'", {"id_mismatch"}),
        ("UPDATE extraction SET unread = '[[0,400]]'", {"span_mismatch"}),
        ("UPDATE extraction SET unread = '[[9,3]]'", {"id_mismatch"}),
        ('UPDATE extraction SET passages = \'[{"kind":"title","span":[0,400]}]\'', {"span_mismatch"}),
        ("UPDATE observation SET title_span = '[0,400]'", {"span_mismatch"}),
        ("DELETE FROM run", {"lost_row"}),
    ],
)
def test_a_change_is_found(tmp_path: Path, change: str, codes: set[str]) -> None:
    path = tmp_path / "talks.parley"
    with Store.open(path) as store:
        store.add(REPORT, observed(), extraction=EXTRACTION, run=RUN)
        assert list(store.check()) == []
    connection = sqlite3.connect(path)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    assert connection.execute(change).rowcount == 1
    connection.commit()
    connection.close()
    with Store.open(path, read_only=True) as store:
        problems = list(store.check())
    assert {problem.code for problem in problems} == codes
    assert all("\n" not in problem.message for problem in problems)
