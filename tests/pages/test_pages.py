from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import Ledger
from parley.model import new_report
from parley.pages import (
    boards_page,
    check_page,
    claim_page,
    explain_page,
    figures_page,
    moves_page,
    quotes_page,
    report_page,
    reports_page,
    search_page,
    sources_page,
    unread_page,
)
from parley.pages.board import UnknownStoryError
from parley.store import Store
from tests import small_record
from tests.recorded import RUN, extraction_of, observed


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(small_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def test_there_is_a_board_for_each_story_and_one_for_reports_in_none(ledger: Ledger) -> None:
    boards = boards_page(ledger).boards
    assert [board.story for board in boards] == ["Ferry dispute", "Quarry", None]
    ferry = boards[0]
    assert (ferry.reports, ferry.first, ferry.last) == (2, "2031-03-04", "2031-03-06")
    assert [row.issue for row in ferry.rows] == ["payment", "pay", "other"]


def test_a_cell_says_what_as_of_when_and_on_whose_word(ledger: Ledger) -> None:
    rows = {row.issue: row.cells for row in boards_page(ledger, story="ferry DISPUTE").boards[0].rows}
    (demand,), (accept,) = rows["pay"], rows["other"]
    assert (demand.party, demand.act, demand.words, demand.as_of) == (
        "Ferry Crews",
        "demand",
        "7 per cent pay",
        "2031-03-04",
    )
    assert demand.chain == ("Harbour Gazette", "a statement", "the union")
    assert (accept.standing, accept.doubt, accept.words) == ("denied", "not so, planned", "the demand")


def test_open_demands_and_offers_stand_below(ledger: Ledger) -> None:
    asked = boards_page(ledger, story="Ferry dispute").boards[0].open
    assert {(ask.party, ask.act, ask.to, ask.words) for ask in asked} == {
        ("Ferry Crews", "demand", "Strait Lines", "7 per cent pay"),
        ("Strait Lines", "offer", "", "400 dollars bonus"),
    }


def test_the_board_knows_only_what_was_published_by_the_day(ledger: Ledger) -> None:
    (board,) = boards_page(ledger, story="Ferry dispute", published_by="2031-03-05").boards
    assert board.reports == 1
    assert "other" not in {row.issue for row in board.rows}


def test_an_unknown_story_names_those_there_are(ledger: Ledger) -> None:
    with pytest.raises(UnknownStoryError, match=r"'Canal'.*Ferry dispute; Quarry"):
        boards_page(ledger, story="Canal")


def test_reports_without_moves_are_counted(ledger: Ledger) -> None:
    silent = new_report("Nothing was said.", published="2031-04-01")
    ledger.store.add(silent, observed("silent.txt"), extraction=extraction_of(silent), run=RUN)
    loose = boards_page(ledger).boards[-1]
    assert (loose.story, loose.reports, loose.last) == (None, 2, "2031-04-01")


def test_lists_hold_what_was_found_and_say_how_much_there_was(ledger: Ledger) -> None:
    moves = moves_page(ledger.view(), limit=2)
    assert (len(moves.rows), moves.total) == (2, 5)
    figure = figures_page(ledger.view()).rows[0]
    assert (figure.amount, figure.lower, figure.upper, figure.as_of) == ("More than 40", 40, None, "4 Mar 2031")
    assert [row.directness for row in quotes_page(ledger.view()).rows] == ["silence", "direct"]
    assert [row.words for row in quotes_page(ledger.view(), silence=True).rows] == ["did not return calls"]
    reports = reports_page(ledger.reports(), ledger.view().claims)
    assert [(row.outlet, row.claims) for row in reports.rows][-1] == (None, 1)
    assert sources_page(ledger.sources(), limit=1).total == len(ledger.sources())


def test_a_claims_page_marks_its_words_in_every_sentence_it_stands_in(ledger: Ledger) -> None:
    (entry,) = ledger.view(act="demand").entries
    page = claim_page(entry)
    assert len(page.mentions) == 2
    for place in page.mentions:
        trigger = "".join(segment.text for segment in place.segments if "trigger" in segment.marks)
        assert trigger == "demanded 7 per cent more pay" == entry.report.text[place.start : place.end]
    facts = {fact.label: fact.words for fact in page.facts}
    assert facts["on the word of"] == "Harbour Gazette ← a statement ← the union"
    assert facts["term"] == "7 per cent pay (Strait Lines → Ferry Crews)"
    assert "to" in facts
    assert "hedge" not in facts


def test_an_explanation_gives_the_rule_and_true_offsets(ledger: Ledger) -> None:
    (entry,) = ledger.view(act="demand").entries
    page = explain_page(entry, RUN)
    assert page.rule == "move:demand:object"
    assert {row.mention for row in page.evidence} == {1, 2}
    assert all(entry.report.text[row.start : row.end] == row.quote for row in page.evidence)


def test_a_reports_page_tells_its_passages_claims_and_what_is_unread(ledger: Ledger) -> None:
    recorded = ledger.report("ferry/1.txt")
    unread = [span for _, spans in ledger.unread("ferry/1.txt") for span in spans]
    page = report_page(
        recorded,
        passages=ledger.passages("ferry/1.txt"),
        claims=ledger.view(report="ferry/1.txt").claims,
        unread=unread,
    )
    assert [row.kind for row in page.passages] == ["title", "repeat"]
    assert page.passages[1].value == f"as at {small_record.FERRY_1.text.index('The crews')}"
    assert [row.start for row in page.claims] == sorted(row.start for row in page.claims)
    assert (len(page.claims), page.unread) == (4, 1)
    (left,) = unread_page(ledger.unread()).reports
    assert [sentence.words for sentence in left.sentences] == ["up from =12 last week"]


def test_a_search_marks_what_was_found(ledger: Ledger) -> None:
    (hit, *_) = search_page("sailings", ledger.store.search("sailings")).hits
    assert [segment.text for segment in hit.segments if "match" in segment.marks] == ["sailings"]


def test_a_sound_record_is_counted(ledger: Ledger) -> None:
    page = check_page(ledger.store)
    assert (page.reports, page.claims, page.mismatches) == (4, 8, ())
    assert page.quotes == 8
