from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import (
    Actor,
    Evidence,
    Extraction,
    Mention,
    Move,
    Observation,
    Passage,
    Problem,
    Report,
    Span,
    canonical_json,
)
from parley.store import RecordMismatchError, SpanMismatchError, Store
from tests.recorded import LATER_RUN, RUN, claim_at, extraction_of, extractions, observed, report_of

TEXT = "The dockers rejected the offer on Monday.\n\nTalks resume on Friday."
REPORT = report_of(TEXT)
CLAIM = claim_at(REPORT, "rejected the offer", Move("reject", by=(Actor("Dockers", "The dockers"),)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.parley") as opened:
        yield opened


@cache
def blank() -> bytes:
    """An empty database: to copy one is quicker than to make one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.parley"
        Store.open(path).close()
        return path.read_bytes()


@contextmanager
def fresh_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talks.parley"
        path.write_bytes(blank())
        with Store.open(path) as opened:
            yield opened


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the file, the index's own included."""
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names if name != "report_words"}
    connection.close()
    return found


def exported(store: Store) -> bytes:
    """The record, without when it was made."""
    reports = [(recorded.report, recorded.observations) for recorded in store.reports()]
    made = [store.extraction(report.id) for report, _ in reports]
    return canonical_json((reports, list(store.claims()), made))


def test_what_is_added_comes_back(store: Store) -> None:
    extraction = Extraction(REPORT.id, (CLAIM,), (Passage("title", Span(0, 5)),), (Span(43, 51),))
    assert store.add(REPORT, observed(), extraction=extraction, run=RUN)
    (recorded,) = store.reports()
    assert (recorded.report, recorded.observations) == (REPORT, (observed(),))
    assert store.extraction(REPORT.id) == extraction
    assert store.unread() == {REPORT.id: (Span(43, 51),)}
    assert store.runs() == (RUN,)


@settings(max_examples=60, deadline=None)
@given(extractions())
def test_any_claim_survives_the_store(made: tuple[Report, Observation, Extraction]) -> None:
    report, observation, extraction = made
    with fresh_store() as store:
        store.add(report, observation, extraction=extraction, run=RUN)
        found = store.extraction(report.id)
        (recorded,) = store.reports()
        assert (recorded.report, recorded.observations) == (report, (observation,))
        assert found is not None
        assert sorted(found.claims, key=lambda c: c.id) == sorted(extraction.claims, key=lambda c: c.id)
        assert (found.passages, found.unread) == (extraction.passages, extraction.unread)
        assert list(store.check()) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(extractions(), max_size=4), st.randoms(use_true_random=False))
def test_any_order_of_adding_gives_the_same_record(
    made: list[tuple[Report, Observation, Extraction]], random: object
) -> None:
    # One extraction a report: what a run makes of a report follows from the report.
    once = {report.id: (report, observation, extraction) for report, observation, extraction in made}
    orders = [list(once.values()), list(once.values()) * 2]
    random.shuffle(orders[1])  # type: ignore[attr-defined]
    records = []
    for order in orders:
        with fresh_store() as store:
            for report, observation, extraction in order:
                store.add(report, observation, extraction=extraction, run=RUN)
            records.append(exported(store))
    assert records[0] == records[1]


def test_adding_again_changes_no_row(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    found = []
    for day in (1, 2):
        with Store.open(path, clock=lambda day=day: datetime(2031, 3, day, tzinfo=UTC)) as store:  # type: ignore[misc]
            assert store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN) == (day == 1)
            assert store.observe(REPORT.id, observed()) is False
            assert store.add_problem(Problem("empty", "'b.txt' holds no text", "b.txt")) == (day == 1)
        found.append(path.read_bytes())
    assert found[0] == found[1]


def test_another_source_of_a_known_report_adds_only_the_observation(store: Store) -> None:
    store.add(REPORT, observed("b.txt"), extraction=extraction_of(REPORT, CLAIM), run=RUN)
    before = rows_of(store.path)
    assert store.observe(REPORT.id, observed("a.txt"))
    after = rows_of(store.path)
    assert {name for name in after if after[name] != before[name]} == {"observation"}
    (recorded,) = store.reports()
    assert [seen.source for seen in recorded.observations] == ["a.txt", "b.txt"]


def test_the_newest_run_is_current_and_the_older_one_is_kept(store: Store) -> None:
    later = claim_at(REPORT, "rejected", CLAIM.body, sources=("the union",))
    store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
    assert store.has(REPORT.id)
    assert not store.has(REPORT.id, LATER_RUN.id)
    assert store.add(REPORT, observed(), extraction=extraction_of(REPORT, later), run=LATER_RUN)
    assert list(store.claims()) == [later]
    assert len(rows_of(store.path)["claim"]) == 2
    assert store.runs() == (RUN, LATER_RUN)


def test_claims_are_selected_by_their_fields(store: Store) -> None:
    meet = claim_at(REPORT, "Talks resume", Move("resume"))
    store.add(REPORT, observed(), extraction=extraction_of(REPORT, meet, CLAIM), run=RUN)
    assert list(store.claims()) == [CLAIM, meet]
    assert list(store.claims(act="resume")) == [meet]
    assert list(store.claims(kind="figure")) == []
    assert list(store.claims(report="report-none")) == []
    assert list(store.claims(prefix=meet.id[:12])) == [meet]
    assert list(store.claims(prefix="%")) == []


def with_evidence(*evidence: Evidence, trigger: tuple[int, int] = (12, 20), statement_end: int = 41) -> Extraction:
    claim = msgspec.structs.replace(CLAIM, mentions=(Mention(Span(*trigger), Span(0, statement_end), evidence),))
    return extraction_of(REPORT, claim)


@pytest.mark.parametrize(
    "extraction",
    [
        with_evidence(Evidence("cue", 12, 20, "Rejected")),
        with_evidence(Evidence("cue", 11, 19, "rejected")),
        with_evidence(Evidence("cue", -8, -1, TEXT[-8:-1])),
        with_evidence(Evidence("cue", 40, 400, TEXT[40:400])),
        with_evidence(Evidence("cue", 20, 12, "")),
        with_evidence(trigger=(12, 400)),
        with_evidence(trigger=(12, 12)),
        with_evidence(statement_end=400),
        msgspec.structs.replace(extraction_of(REPORT), unread=(Span(0, 400),)),
        msgspec.structs.replace(extraction_of(REPORT), passages=(Passage("repeat", Span(0, 4), of=Span(0, 400)),)),
        extraction_of(REPORT, msgspec.structs.replace(CLAIM, mentions=())),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused(store: Store, extraction: Extraction) -> None:
    before = rows_of(store.path)
    with pytest.raises(SpanMismatchError, match="was not recorded"):
        store.add(REPORT, observed(), extraction=extraction, run=RUN)
    assert rows_of(store.path) == before


OTHER = report_of("Another text altogether.")


@pytest.mark.parametrize(
    ("report", "extraction"),
    [
        (msgspec.structs.replace(REPORT, text=TEXT + " "), extraction_of(REPORT)),
        (REPORT, extraction_of(OTHER)),
        (REPORT, extraction_of(REPORT, CLAIM, CLAIM)),
        (REPORT, extraction_of(REPORT, msgspec.structs.replace(CLAIM, body=Move("accept")))),
        (REPORT, extraction_of(REPORT, msgspec.structs.replace(CLAIM, report=OTHER.id))),
    ],
)
def test_an_id_that_does_not_follow_from_its_content_is_refused(
    store: Store, report: Report, extraction: Extraction
) -> None:
    before = rows_of(store.path)
    with pytest.raises(RecordMismatchError, match="was not recorded"):
        store.add(report, observed(), extraction=extraction, run=RUN)
    assert rows_of(store.path) == before


@pytest.mark.parametrize("table", ["report", "observation", "run", "extraction", "claim", "problem"])
def test_no_row_can_be_changed_or_taken_away(store: Store, table: str) -> None:
    store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
    store.add_problem(Problem("empty", "'b.txt' holds no text", "b.txt"))
    connection = sqlite3.connect(store.path)
    for statement in (f"UPDATE {table} SET seq = seq", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_writer_does_not_keep_a_reader_waiting(store: Store) -> None:
    store.add(REPORT, observed(), extraction=extraction_of(REPORT, CLAIM), run=RUN)
    writer = sqlite3.connect(store.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with Store.open(store.path, read_only=True, busy_timeout=0) as reader:
        assert list(reader.claims()) == [CLAIM]
    writer.close()


def test_a_source_read_again_under_another_story_is_another_observation(store: Store) -> None:
    store.add(REPORT, observed("a.txt"), extraction=extraction_of(REPORT), run=RUN)
    assert store.observe(REPORT.id, observed("a.txt", "Port Strike"))
    (recorded,) = store.reports()
    assert {seen.story for seen in recorded.observations} == {None, "Port Strike"}


def test_many_writers_at_once_give_one_record(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    reports = [report_of(f"Report {number}: the dockers rejected the offer.") for number in range(12)]

    def add_all(turn: int) -> int:
        with Store.open(path) as store:
            turned = reports[turn:] + reports[:turn]
            return sum(store.add(r, observed(), extraction=extraction_of(r), run=RUN) for r in turned)

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(add_all, (0, 3, 6, 9)))
    assert sum(added) == len(reports)
    with Store.open(path) as store:
        assert {recorded.report for recorded in store.reports()} == set(reports)
        assert list(store.check()) == []
