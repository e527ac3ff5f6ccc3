from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ledger import Ledger
from parley.model import Extraction, Report
from parley.pages import MarkedPage, MarkedText, marked_page, marked_text
from parley.store import Store
from tests import strike_record
from tests.recorded import RUN, extractions

DAILY, EXTRACTION = strike_record.extractions()[0]
MARKED = marked_text(DAILY, EXTRACTION.claims, passages=EXTRACTION.passages, unread=EXTRACTION.unread)


def words_of(number: int) -> str:
    return "".join(segment.text for segment in MARKED.segments if number in segment.on)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(strike_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def test_claims_are_numbered_as_they_stand() -> None:
    assert [(claim.number, claim.kind) for claim in MARKED.claims] == [
        (1, "event"), (2, "move"), (3, "figure"), (4, "quote"), (5, "move"), (6, "event"),
    ]  # fmt: skip
    assert [DAILY.text[start:].split()[0] for claim in MARKED.claims for start in claim.starts] == [
        "blocked", "offered", "bonus", "“We", "refuse", "will",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "blocked the lock"), (2, "offered a bonus"), (3, "bonus of 300"), (4, "“We refuse the bonus of 300 crowns,”")],
)
def test_a_claim_that_overlaps_others_keeps_all_its_words(number: int, words: str) -> None:
    assert words_of(number) == words


def test_where_claims_overlap_all_are_named() -> None:
    both = next(segment for segment in MARKED.segments if segment.on == (2, 3))
    assert (both.text, both.kinds, both.opens, both.closes) == ("bonus", ("move", "figure"), (3,), (2,))


def test_passages_and_what_is_unread_begin_once() -> None:
    assert [begun for segment in MARKED.segments for begun in segment.begins] == [
        "title", "dateline", "credit", "unread", "furniture", "repeat",
    ]  # fmt: skip


@given(extractions())
def test_the_segments_are_the_text_and_every_mark_is_opened_and_closed(
    drawn: tuple[Report, object, Extraction],
) -> None:
    report, _, found = drawn
    marked = marked_text(report, found.claims, passages=found.passages, unread=found.unread)
    assert "".join(segment.text for segment in marked.segments) == report.text
    assert [segment.start for segment in marked.segments] == _starts(marked)
    spans = {(claim.id, mention.trigger) for claim in found.claims for mention in claim.mentions}
    assert sum(len(segment.opens) for segment in marked.segments) == len(spans)
    assert sum(len(segment.closes) for segment in marked.segments) == len(spans)
    for claim in found.claims:
        number = next(row.number for row in marked.claims if row.id == claim.id)
        under = {i for s in marked.segments if number in s.on for i in range(s.start, s.start + len(s.text))}
        assert under == {i for mention in claim.mentions for i in range(mention.trigger.start, mention.trigger.end)}


def _starts(marked: MarkedText) -> list[int]:
    places, start = [], 0
    for segment in marked.segments:
        places.append(start)
        start += len(segment.text)
    return places


def page_of(ledger: Ledger, claims: int | None = None) -> MarkedPage:
    found = ledger.report("tugs/1.txt")
    shown = ledger.view(report=found.report.id).entries[:claims]
    return marked_page(found, shown, passages=EXTRACTION.passages, unread=EXTRACTION.unread, run=RUN)


def test_the_page_names_report_run_and_data(ledger: Ledger) -> None:
    page = page_of(ledger)
    assert (page.id, page.outlet, page.published_basis, page.story) == (DAILY.id, "Quay <Wire>", "metadata", "Tugs")
    assert (page.run, page.marked) == (RUN, MARKED)
    assert page.data == page_of(ledger).data != page_of(ledger, 3).data


@given(st.text(max_size=20))
def test_a_text_of_which_nothing_is_claimed_is_one_segment(text: str) -> None:
    segments = marked_text(Report("report-x", text), ()).segments
    assert [segment.text for segment in segments] == ([text] if text else [])
