from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import parley
from parley.ledger import Ledger, View
from parley.model import Event
from parley.pages import timeline_page
from parley.project import Extracted
from parley.render.notebook import shown
from parley.store import Store
from tests import small_record, strike_record
from tests.recorded import claim_at, report_of
from tests.render.test_html import HOSTILE, Read

DAILY, EXTRACTION = strike_record.extractions()[0]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(small_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def html(record: Any) -> str:
    """What a notebook asks a record for."""
    return str(record._repr_html_())


def extracted() -> Extracted:
    found = {name: getattr(EXTRACTION, name) for name in EXTRACTION.__struct_fields__}
    return Extracted(**found, of=DAILY)


def test_a_view_is_a_table_of_its_claims(ledger: Ledger) -> None:
    page = html(ledger.view(kind="move"))
    assert page.count("<tr>") == 1 + 5
    assert "Ferry Crews: demand → Strait Lines: 7 per cent pay" in page


def test_an_entry_is_a_table_of_one(ledger: Ledger) -> None:
    assert html(ledger.view(act="demand").entries[0]).count("<tr>") == 2


def test_a_board_is_a_table_of_issues_by_party(ledger: Ledger) -> None:
    page = html(ledger.board(story="Ferry dispute"))
    assert '<th scope="col">Ferry Crews</th>' in page
    assert "demand: 7 per cent pay · 4 Mar 2031 · Harbour Gazette ← the union" in page
    assert "not so: accept: the demand" in page


def test_a_list_and_the_timeline_are_tables(ledger: Ledger) -> None:
    assert html(timeline_page(ledger.timeline())).count("<tr>") == 1 + 5


def test_an_extraction_is_its_text_marked() -> None:
    page = html(extracted())
    assert Read(page).words == DAILY.text
    assert '<mark class="event">' in page


def test_two_extractions_in_one_notebook_keep_their_anchors_apart() -> None:
    other = report_of("They marched.")
    claim = claim_at(other, "marched", Event("PROTEST", "marched"))
    ids = Read(html(extracted())).values("id") + Read(html(Extracted(other.id, (claim,), of=other))).values("id")
    assert len(ids) == len(set(ids))


def test_without_the_report_its_claims_are_told_from_their_evidence() -> None:
    assert "Jo Mate (for Tug Crews): “We refuse the bonus of 300 crowns,”" in html(EXTRACTION)
    assert html(EXTRACTION.claims[0]).count("<tr>") == 2


def test_a_report_is_its_text() -> None:
    assert Read(html(DAILY)).words == DAILY.text


def test_what_a_report_holds_is_not_rendered() -> None:
    report = report_of(HOSTILE, outlet=HOSTILE)
    for record in (report, Extracted(report.id, of=report)):
        assert {tag for tag, _ in Read(html(record)).tags}.isdisjoint({"script", "img", "b"})


def test_an_empty_view_is_a_table_without_rows() -> None:
    assert "0 claims" in html(View())


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError, match="a int has no form"):
        shown(3)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (View(), "View(0 claims; 0 reports)"),
        (EXTRACTION, f"Extraction('{DAILY.id}', 6 claims: 2 events, 2 moves, 1 figure, 1 quote; 1 unread)"),
        (DAILY, f"Report('{DAILY.id}', {len(DAILY.text)} characters, 'Tugs stop', 'Quay <Wire>', '2031-05-04T09:00Z')"),
    ],
)
def test_records_with_much_in_them_say_how_much(record: object, told: str) -> None:
    assert repr(record) == told


def test_a_board_says_how_large_it_is(ledger: Ledger) -> None:
    assert repr(ledger.board(story="Quarry")) == "Board(story='Quarry', 1 issues, 1 parties, 0 open demands and offers)"


def test_a_claim_says_what_it_holds_and_no_more() -> None:
    told = repr(EXTRACTION.claims[5])
    assert "Event(type='PROTEST', what='march', by=(Actor(name='Tug Crews', mention='crews'),))" in told
    assert "None" not in told


def test_a_text_without_a_database_is_shown_marked() -> None:
    text = "The crews rejected the offer of 3 per cent."
    assert Read(html(parley.extract(text))).words == text
