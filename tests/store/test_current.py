"""Reports and claims are read by their ids as they are read from the whole record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.invented import INVENTED_RUN, invented_reports

from parley.model import new_run
from parley.store import Store

LATER_RUN = new_run(code="later", lexicon="invented", model="invented", settings="invented")
REPORTS = list(invented_reports(12, claims=6))
IDS = [report.id for report, _, _ in REPORTS]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    times = iter(datetime(2033, 1, 1 + at, tzinfo=UTC) for at in range(20))
    with Store.open(tmp_path / "talks.parley", clock=lambda: next(times)) as store:
        for report, seen, extraction in REPORTS:
            store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        report, seen, extraction = REPORTS[0]
        store.add(report, seen, extraction=type(extraction)(report.id, extraction.claims[:2]), run=LATER_RUN)
        yield store


@pytest.mark.parametrize("some", [[], IDS[:1], IDS[2:7], [*IDS, "report-none"]])
def test_some_of_all(store: Store, some: list[str]) -> None:
    assert list(store.reports(among=some)) == [each for each in store.reports() if each.report.id in some]
    assert list(store.claims(among=some)) == [each for each in store.claims() if each.report in some]
    moves = list(store.claims(kind="move", act="offer"))
    assert list(store.claims(kind="move", act="offer", among=some)) == [each for each in moves if each.report in some]
    assert store.published(some) == {each: day for each, day in store.published().items() if each in some}


def test_only_the_newest_run_counts(store: Store) -> None:
    assert len(list(store.claims(report=IDS[0]))) == 2
    assert len(list(store.claims(among=IDS[:2]))) == 2 + 6
    gone = REPORTS[0][2].claims[-1].id
    assert list(store.claims(prefix=gone)) == []


def test_claims_are_found_by_the_beginning_of_their_id(store: Store) -> None:
    every = list(store.claims())
    for beginning in ("claim-", every[3].id[:9], every[3].id):
        assert list(store.claims(prefix=beginning)) == [each for each in every if each.id.startswith(beginning)]
    assert list(store.claims(prefix="claim-%")) == []


@pytest.mark.parametrize(
    ("source", "found"), [("0/3.txt", IDS[3:4]), ("3.txt", IDS[3:4]), (".txt", []), ("1.txt", [IDS[1], IDS[11]])]
)
def test_reports_are_found_by_their_source(store: Store, source: str, found: list[str]) -> None:
    assert store.reports_named("nothing", source) == tuple(sorted(found))


def test_reports_are_found_by_the_beginning_of_their_id(store: Store) -> None:
    assert store.reports_named("report-", "nothing") == tuple(sorted(IDS))
    assert store.reports_named(IDS[5][:-3], "nothing") == (IDS[5],)


def test_what_was_recorded_after_a_time_is_told_by_the_first_reading(store: Store) -> None:
    assert store.last_recorded() == "2033-01-12T00:00:00+00:00"
    assert store.recorded_after("2033-01-10T00:00:00+00:00") == tuple(sorted(IDS[10:]))
    assert store.recorded_after("") == tuple(sorted(IDS))
    assert store.recorded_after(store.last_recorded()) == ()
    assert store.count() == len(IDS)
