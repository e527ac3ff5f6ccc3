from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import AmbiguousError, Ledger, NoOtherRunError, NotRecordedError
from parley.model import Actor, Move
from parley.store import Store
from tests.recorded import LATER_RUN, RUN, claim_at, extraction_of, observed, report_of, run_of

FIRST = report_of("The crews refused a bonus.", "2031-03-06")
SECOND = report_of("The owners asked for talks.", "2031-03-04")
THIRD = report_of("The crews stayed away.", None)
OLD = claim_at(FIRST, "refused", Move("reject", by=(Actor("Crews", "The crews"),)))
NEW = claim_at(FIRST, "refused a bonus", Move("reject", by=(Actor("Crews", "The crews"),), about="a bonus"))
ASKED = claim_at(SECOND, "asked for talks", Move("invite"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.parley") as opened:
        opened.add(FIRST, observed(), extraction=extraction_of(FIRST, OLD), run=RUN)
        opened.add(SECOND, observed(), extraction=extraction_of(SECOND, ASKED), run=RUN)
        opened.add(THIRD, observed(), extraction=extraction_of(THIRD), run=RUN)
        opened.add(FIRST, observed(), extraction=extraction_of(FIRST, NEW), run=LATER_RUN)
        opened.add(SECOND, observed(), extraction=extraction_of(SECOND), run=LATER_RUN)
        yield opened


def test_the_last_two_runs_are_compared_in_what_both_have_read(store: Store) -> None:
    found = Ledger(store).difference()
    assert (found.before.run, found.after.run, found.shared, found.same) == (RUN, LATER_RUN, 2, 0)
    assert [recorded.report for recorded, _ in found.reports] == [SECOND, FIRST]
    (_, second), (_, first) = found.reports
    assert (second.gone, second.appeared) == ((ASKED,), ())
    assert [(each.before, each.after) for each in first.changed] == [(OLD, NEW)]


def test_runs_are_named_by_the_beginning_of_their_ids(store: Store) -> None:
    found = Ledger(store).difference(LATER_RUN.id[: len("run-") + 8], RUN.id[len("run-") :])
    assert (found.before.run, found.after.run) == (LATER_RUN, RUN)
    assert found.reports[0][1].appeared == (ASKED,)


def test_a_run_alone_is_compared_with_the_last(store: Store) -> None:
    assert Ledger(store).difference(RUN.id).after.run == LATER_RUN


@pytest.mark.parametrize(
    ("runs", "error"),
    [
        ((LATER_RUN.id,), NoOtherRunError),
        ((RUN.id, RUN.id), NoOtherRunError),
        (("run-none",), NotRecordedError),
        (("run-",), AmbiguousError),
    ],
)
def test_runs_that_cannot_be_compared_are_refused(store: Store, runs: tuple[str, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        Ledger(store).difference(*runs)


def test_one_run_is_too_few(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.parley") as store:
        with pytest.raises(NoOtherRunError, match="add reports first"):
            Ledger(store).difference()
        store.add(FIRST, observed(), extraction=extraction_of(FIRST, OLD), run=RUN)
        with pytest.raises(NoOtherRunError, match="re-extract"):
            Ledger(store).difference()


def test_each_run_is_counted(store: Store) -> None:
    first, second = store.run_counts()
    assert [(each.run, each.reports, each.claims) for each in (first, second)] == [(RUN, 3, 2), (LATER_RUN, 2, 1)]
    assert first.first is not None
    assert first.first <= (first.last or "")
    assert store.stale(LATER_RUN.id) == (THIRD.id,)
    assert store.stale(run_of(7).id) == (FIRST.id, SECOND.id, THIRD.id)
    assert list(store.claims_under(RUN.id)) == sorted([OLD, ASKED], key=lambda claim: claim.report)
