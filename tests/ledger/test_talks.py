"""The talks of a record: the same whatever the order of adding, and as the reports of a day gave them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import BadDateError, Ledger
from parley.ledger.told import origins_of, told_of
from parley.store import Store
from tests import pay_record
from tests.recorded import report_of


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(pay_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def test_talks_have_proposals_agreements_and_a_thread(ledger: Ledger) -> None:
    talks = ledger.talks(story="Trams")
    assert [len(proposal.versions) for proposal in talks.proposals] == [2, 3]
    assert (len(talks.agreements), talks.reports, talks.as_of) == (1, 6, "2031-03-30")
    assert ledger.proposals(story="Trams") == talks.proposals


def test_the_pay_stands_on_one_scale(ledger: Ledger) -> None:
    scale = ledger.talks(story="Trams").thread.scales[0]
    assert [point.quantity.lower for point in scale.points] == [9, 4, 5, 7, 6]


def test_what_was_published_later_is_not_known_before(ledger: Ledger) -> None:
    talks = ledger.talks(story="Trams", published_by="2031-03-05")
    assert [len(proposal.versions) for proposal in talks.proposals] == [1, 1]
    assert talks.agreements == ()


def test_a_day_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BadDateError):
        ledger.proposals(published_by="soon")


def test_claims_carry_the_origin_of_their_reports(ledger: Ledger) -> None:
    told = told_of(ledger.view().entries, ledger.store.passages)
    assert {each.origin for each in told} == {each.claim.report for each in told}
    assert len(told) == len(ledger.view().entries)


def test_copies_have_one_origin() -> None:
    words = "The guild of drivers asked the company on Monday for nine per cent more pay over the coming year, and said it would call a strike of all depots next month if no better offer than four per cent were made by Friday."
    one, copy = report_of(words, outlet="Wire"), report_of(words, "2031-03-05", outlet="Gazette")
    other = report_of("The council met on quite another matter, the paving of the old square, and went home early.")
    origins = origins_of([one, copy, other], lambda report: ())
    assert origins[one.id] == origins[copy.id] != origins[other.id] == other.id
