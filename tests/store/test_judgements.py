from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command as alembic
from alembic.config import Config
from sqlalchemy import create_engine

import parley.store
from parley.model import Actor, Change, Evidence, Judgement, Mention, Move, Span, new_judgement
from parley.store import NewerDatabaseError, RecordMismatchError, SpanMismatchError, Store
from tests.recorded import RUN, claim_at, extraction_of, observed, report_of

ROOT = Path(__file__).parents[2]
REPORT = report_of("The dockers rejected the offer on Monday.")
CLAIM = claim_at(REPORT, "rejected the offer", Move("reject", by=(Actor("Dockers", "The dockers"),)))
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def judgement(time: str, verdict: Any = "reject", **more: Any) -> Judgement:
    return new_judgement(verdict, report=REPORT.id, target=CLAIM.id, person="Ann", time=time, claim=CLAIM, **more)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.parley", clock=lambda: NOON) as opened:
        opened.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
        yield opened


def test_what_is_judged_comes_back_in_order(store: Store) -> None:
    mention = Mention(Span(4, 20), Span(0, 41), (Evidence("content", 4, 20, "dockers rejected"),))
    change = Change("by", (Actor("Dockers", "The dockers"),), (Actor("Crews", "Crews"),))
    log = [
        store.judge(lambda time: judgement(time, note="not so")),
        store.judge(lambda time: judgement(time, "correct", changes=(change,), mention=mention)),
        store.judge(lambda time: new_judgement("undo", report=REPORT.id, target=CLAIM.id, person="Bo", time=time)),
    ]
    assert store.judgements() == tuple(log)
    assert store.judgements(REPORT.id) == tuple(log)
    assert store.judgements("report-other") == ()
    assert list(store.check()) == []


def test_times_are_those_of_the_clock_and_never_twice_the_same(store: Store) -> None:
    times = [datetime.fromisoformat(store.judge(judgement).time) for _ in range(3)]
    assert times == [NOON + timedelta(microseconds=number) for number in range(3)]


def test_a_clock_set_back_makes_no_judgement_older(tmp_path: Path) -> None:
    hours = iter([12, 12, 3])
    with Store.open(tmp_path / "talks.parley", clock=lambda: NOON.replace(hour=next(hours))) as store:
        store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
        first, second = store.judge(judgement), store.judge(judgement)
    assert first.time < second.time


@pytest.mark.parametrize("statement", ["UPDATE judgement SET record = '{}'", "DELETE FROM judgement"])
def test_the_log_is_append_only(store: Store, statement: str) -> None:
    store.judge(judgement)
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"mention": Mention(Span(4, 99), Span(0, 41))}, SpanMismatchError),
        ({"mention": Mention(Span(4, 12), Span(0, 41), (Evidence("content", 4, 11, "dookers"),))}, SpanMismatchError),
        ({"mention": Mention(Span(4, 4), Span(0, 41))}, SpanMismatchError),
        ({"changes": (Change("terms", (), [{"issue": "pay", "item": "a", "span": [0, 99]}]),)}, SpanMismatchError),
        ({"changes": (Change("act", "reject", "capitulate"),)}, RecordMismatchError),
    ],
)
def test_what_does_not_stand_in_the_report_is_not_judged(
    store: Store, more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        store.judge(lambda time: judgement(time, "correct", **more))
    assert store.judgements() == ()


def test_a_judgement_that_was_tampered_with_is_found(store: Store) -> None:
    store.judge(judgement)
    store.close()
    connection = sqlite3.connect(store.path)
    connection.execute("DROP TRIGGER judgement_no_update")
    connection.execute("UPDATE judgement SET record = replace(record, '\"Ann\"', '\"Bob\"')")
    connection.commit()
    connection.close()
    with Store.open(store.path) as again:
        assert [problem.code for problem in again.check()] == ["id_mismatch"]


def _first_schema(path: Path) -> None:
    """A database as the first schema had it."""
    config = Config()
    config.set_main_option("script_location", str(Path(parley.store.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        alembic.upgrade(config, "0001")
    engine.dispose()


def test_a_database_of_the_first_schema_is_upgraded_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    _first_schema(path)
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO problem VALUES (1, 'problem-1', '2031', NULL, 'empty', '{}')")
    connection.commit()
    connection.close()
    with Store.open(path) as store:
        store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
        store.judge(judgement)
        assert len(store.judgements()) == 1
        assert list(store.check()) == []
    connection = sqlite3.connect(path)
    # A problem without a source belongs to no report that could be erased.
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM problem")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NewerDatabaseError):
        Store.open(path)


def test_a_kill_amid_judging_loses_nothing_judged_and_judging_goes_on(store: Store) -> None:
    command = [sys.executable, "-m", "tests.store.judges_until_killed", str(store.path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"amid\n"
        child.kill()
    assert [made.note for made in store.judgements()] == ["no 0", "no 1", "no 2"]
    store.judge(judgement)
    assert len(store.judgements()) == 4
    assert list(store.check()) == []
