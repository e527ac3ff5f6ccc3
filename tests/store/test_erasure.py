from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.model import Change, Figure, Move, Problem, Quantity, Report, new_judgement
from parley.store import ErasedReportError, LockedDatabaseError, Store
from tests.recorded import LATER_RUN, RUN, claim_at, extraction_of, observed, report_of

ROOT = Path(__file__).parents[2]
WORDS = ("lanternfish", "zubrowka", "quicklime", "vellum")
"""Words that stand in the erased report and what belongs to it, and nowhere else."""
SECRET = report_of(f"The {WORDS[0]} crews refused {WORDS[1]} on Monday. " * 40, outlet=f"The {WORDS[2]}")
OTHER = report_of("The dockers rejected the offer on Tuesday.")
CLAIM = claim_at(SECRET, f"{WORDS[0]} crews refused", Move("reject", about=WORDS[1]))
KEPT = claim_at(OTHER, "rejected the offer", Move("reject"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.parley", busy_timeout=0.1) as opened:
        opened.add(SECRET, observed(f"{WORDS[3]}/a.csv#1"), extraction=extraction_of(SECRET, CLAIM), run=RUN)
        opened.add(OTHER, observed("b.txt"), extraction=extraction_of(OTHER, KEPT), run=RUN)
        opened.add(SECRET, observed(f"{WORDS[3]}/c.txt"), extraction=extraction_of(SECRET), run=LATER_RUN)
        for source in (f"{WORDS[3]}/a.csv", f"{WORDS[3]}/a.csv#1", "b.txt"):
            opened.add_problem(Problem("open_date", f"'{source}' has a day without a year", source))
        yield opened


def judge(store: Store, report: Report, **more: Any) -> str:
    claim = CLAIM if report is SECRET else KEPT
    about: dict[str, Any] = {"report": report.id, "target": claim.id, "person": "Ann", "claim": claim}
    return store.judge(lambda time: new_judgement("correct", time=time, **about, **more)).id


def words_in(path: Path) -> set[str]:
    """Which of the words stand in the bytes of the database or of any file beside it, in whatever case."""
    held = b"".join(file.read_bytes() for file in path.parent.iterdir()).lower()
    return {word for word in WORDS if word.encode() in held}


def erase(store: Store) -> None:
    store.erase(SECRET.id, person="Ann", reason="licence ended")


def test_the_words_are_there_before(store: Store) -> None:
    assert words_in(store.path) == set(WORDS)


def test_nothing_of_an_erased_report_is_left_in_the_file(store: Store) -> None:
    judge(store, SECRET, changes=(Change("about", WORDS[1], f"the {WORDS[2]}"),), note=f"see {WORDS[3]}")
    erase(store)
    assert words_in(store.path) == set()
    store.close()
    assert words_in(store.path) == set()


def test_the_rest_of_the_record_is_untouched(store: Store) -> None:
    kept = judge(store, OTHER, note="so it is")
    erase(store)
    assert [recorded.report for recorded in store.reports()] == [OTHER]
    assert list(store.claims()) == [KEPT]
    assert [problem.source for problem in store.problems()] == ["b.txt"]
    assert [hit.report.id for hit in store.search("offer")] == [OTHER.id]
    assert store.search(WORDS[0]) == ()
    assert [(made.id, made.note) for made in store.judgements()] == [(kept, "so it is")]
    assert list(store.check()) == []


def test_a_tombstone_stays_with_the_bare_fact_of_judgements(store: Store) -> None:
    made = judge(store, SECRET, note=WORDS[0])
    erase(store)
    (tombstone,) = store.tombstones()
    assert (tombstone.report, tombstone.person, tombstone.reason) == (SECRET.id, "Ann", "licence ended")
    (bare,) = store.judgements()
    assert (bare.id, bare.verdict, bare.person, bare.claim, bare.note) == (made, "correct", "Ann", None, None)


def test_an_erased_report_is_not_recorded_again(store: Store) -> None:
    erase(store)
    with pytest.raises(ErasedReportError, match="licence ended"):
        store.add(SECRET, observed("again.txt"), extraction=extraction_of(SECRET, CLAIM), run=RUN)
    assert words_in(store.path) == set()


def test_a_problem_of_a_file_that_holds_other_reports_stays(store: Store) -> None:
    third = report_of("The masons accepted.")
    store.add(third, observed(f"{WORDS[3]}/a.csv#2"), extraction=extraction_of(third), run=RUN)
    erase(store)
    assert f"{WORDS[3]}/a.csv" in {problem.source for problem in store.problems()}
    assert f"{WORDS[3]}/a.csv#1" not in {problem.source for problem in store.problems()}


def test_erasing_again_is_harmless(store: Store) -> None:
    erase(store)
    store.erase(SECRET.id, person="Bo", reason="another")
    assert [tombstone.person for tombstone in store.tombstones()] == ["Ann"]


@pytest.mark.parametrize("table", ["report", "claim", "observation", "extraction", "problem", "tombstone"])
def test_nothing_else_can_be_taken_out(store: Store, table: str) -> None:
    erase(store)
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"DELETE FROM {table}")
    connection.close()


def test_an_erased_report_cannot_be_put_back_by_hand(store: Store) -> None:
    erase(store)
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="was erased"):
        connection.execute("INSERT INTO report (id, text) VALUES (?, 'back')", (SECRET.id,))
    connection.close()


def test_somebody_who_still_reads_keeps_the_sweep_waiting(store: Store) -> None:
    reader = sqlite3.connect(store.path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM report").fetchone() == (2,)
    with pytest.raises(LockedDatabaseError):
        erase(store)
    assert [problem.code for problem in store.check()] == ["erasure_unfinished"]
    reader.close()
    erase(store)
    assert list(store.check()) == []
    assert words_in(store.path) == set()


def test_a_kill_before_the_sweep_is_seen_and_finished(store: Store) -> None:
    command = [sys.executable, "-m", "tests.store.erases_until_killed", str(store.path), SECRET.id]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"amid\n"
        child.kill()
    assert [recorded.report for recorded in store.reports()] == [OTHER]
    assert [problem.code for problem in store.check()] == ["erasure_unfinished"]
    erase(store)
    assert list(store.check()) == []
    assert words_in(store.path) == set()


def test_the_figure_of_a_claim_is_erased_with_it(store: Store) -> None:
    figure = claim_at(SECRET, f"{WORDS[0]} crews", Figure("other", Quantity(1, 1, verbatim=WORDS[0])))
    store.judge(
        lambda time: new_judgement("add", report=SECRET.id, target=figure.id, person="Ann", time=time, claim=figure)
    )
    erase(store)
    assert words_in(store.path) == set()
