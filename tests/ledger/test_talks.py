"""The talks of a record: as its reports give them, and as the reports of a day gave them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import BadDateError, Ledger, NotRecordedError
from parley.store import Store
from tests import pay_record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(pay_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def test_talks_have_proposals_agreements_and_a_thread(ledger: Ledger) -> None:
    talks = ledger.talks("Trams")
    assert [len(proposal.versions) for proposal in talks.proposals] == [2, 3]
    assert (len(talks.agreements), talks.reports, talks.as_of) == (1, 6, "2031-03-30")


def test_the_pay_stands_on_one_scale(ledger: Ledger) -> None:
    scale = ledger.talks("Trams").thread.scales[0]
    assert [point.quantity.lower for point in scale.points] == [9, 4, 5, 7, 6]


def test_what_was_published_later_is_not_known_before(ledger: Ledger) -> None:
    talks = ledger.talks("Trams", published_by="2031-03-05")
    assert [len(proposal.versions) for proposal in talks.proposals] == [1, 1]
    assert talks.agreements == ()


def test_a_day_or_a_story_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BadDateError):
        ledger.talks("Trams", published_by="soon")
    with pytest.raises(NotRecordedError):
        ledger.talks("ferries")
