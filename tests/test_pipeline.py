from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest

from parley import pipeline
from parley.annotate import Doc
from parley.errors import ParleyError
from parley.model import Extraction, Problem, canonical_json
from parley.pipeline import Progress, Steps, Summary, WorkerLostError, current_run, record_reports
from parley.reading import Reading
from parley.store import Store
from tests import word_steps
from tests.recorded import RUN, observed, report_of
from tests.word_steps import LATER_STEPS, STEPS


def reading(text: str, source: str) -> Reading:
    return Reading(report_of(text), observed(source))


READINGS = [
    *(reading(f"Day {day}: the dockers rejected an offer, then accepted it.", f"{day}.txt") for day in range(12)),
    *(reading(f"Day {day}: the dockers rejected an offer, then accepted it.", f"copy/{day}.txt") for day in range(3)),
    reading("This one is unannotatable, they rejected it.", "a.txt"),
    reading("This one is unextractable, they rejected it.", "b.txt"),
    Reading(problem=Problem("empty", "'c.txt' holds no text", "c.txt")),
]
SUMMARY = Summary(added=12, known=3, skipped=3, claims=24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.parley") as opened:
        yield opened


def exported(store: Store) -> bytes:
    reports = [(recorded.report, recorded.observations) for recorded in store.reports()]
    return canonical_json((reports, list(store.claims()), store.problems(), store.runs()))


def counts(summary: Summary) -> Summary:
    return msgspec.structs.replace(summary, problems=())


def test_reports_are_recorded_and_counted(store: Store) -> None:
    summary = record_reports(READINGS, store, steps=STEPS)
    assert counts(summary) == SUMMARY
    assert sorted(problem.code for problem in summary.problems) == ["empty", "internal", "internal"]
    assert len(list(store.claims(act="reject"))) == 12
    assert set(summary.problems) == set(store.problems())
    assert list(store.check()) == []


def test_a_failing_report_is_named_and_costs_no_other(store: Store) -> None:
    summary = record_reports(READINGS, store, steps=STEPS)
    found = {problem.source: problem.message for problem in summary.problems if problem.code == "internal"}
    assert set(found) == {"a.txt", "b.txt"}
    assert "ValueError: no such annotation" in found["a.txt"]
    assert "KeyError" in found["b.txt"]
    assert not store.has(READINGS[-3].report.id)  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with Store.open(tmp_path_factory.mktemp("pipeline") / "talks.parley") as store:
        record_reports(READINGS, store, steps=STEPS)
        return exported(store)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [1, 3, 64])
def test_neither_order_nor_batches_change_the_record(
    store: Store, expected: bytes, monkeypatch: pytest.MonkeyPatch, size: int, seed: int
) -> None:
    monkeypatch.setattr(pipeline, "_REPORTS_A_BATCH", size)
    readings = Random(seed).sample(READINGS, len(READINGS))
    assert counts(record_reports(iter(readings), store, steps=STEPS)) == SUMMARY
    assert exported(store) == expected


def test_two_processes_give_the_same_record(store: Store, expected: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_REPORTS_A_BATCH", 2)
    assert counts(record_reports(READINGS, store, steps=STEPS, jobs=2)) == SUMMARY
    assert exported(store) == expected


def unwanted(doc: Doc) -> Extraction:
    raise AssertionError(f"{doc.report.id} was extracted again")


def test_what_is_known_is_not_parsed_again(store: Store) -> None:
    record_reports(READINGS[:12], store, steps=STEPS)
    before = exported(store)
    summary = record_reports(READINGS[:12], store, steps=Steps(word_steps.annotate, unwanted, RUN))
    assert summary == Summary(known=12)
    assert exported(store) == before
    moved = msgspec.structs.replace(READINGS[0], observation=observed("moved.txt"))
    assert record_reports([moved], store, steps=Steps(word_steps.annotate, unwanted, RUN)) == Summary(known=1)
    (recorded,) = store.reports(READINGS[0].report.id)  # type: ignore[union-attr]
    assert [seen.source for seen in recorded.observations] == ["0.txt", "moved.txt"]


def test_a_newer_run_reads_again(store: Store) -> None:
    record_reports(READINGS[:12], store, steps=STEPS)
    assert record_reports(READINGS[:13], store, steps=LATER_STEPS) == Summary(reread=12, known=1, claims=24)
    assert len(list(store.claims())) == 24


class Interrupting:
    """Extracts until the fifth report, where the user presses Ctrl-C."""

    def __init__(self) -> None:
        self.seen = 0

    def __call__(self, doc: Doc) -> Extraction:
        self.seen += 1
        if self.seen == 5:
            raise KeyboardInterrupt
        return word_steps.extract(doc)


def test_an_interruption_keeps_what_is_recorded_and_the_rest_follows(
    store: Store, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_REPORTS_A_BATCH", 2)
    with pytest.raises(KeyboardInterrupt):
        record_reports(READINGS, store, steps=Steps(word_steps.annotate, Interrupting(), RUN))
    assert len(list(store.reports())) == 4
    summary = record_reports(READINGS, store, steps=STEPS)
    assert (summary.added, summary.known) == (8, 7)
    assert exported(store) == expected


def test_a_quotation_out_of_place_is_a_problem_of_its_report(store: Store) -> None:
    steps = Steps(word_steps.annotate, word_steps.extract_beside, RUN)
    readings = [reading("A misplaced word: rejected.", "a.txt"), reading("They accepted.", "b.txt")]
    summary = record_reports(readings, store, steps=steps)
    assert (summary.added, summary.skipped) == (1, 1)
    assert [(problem.code, problem.source) for problem in summary.problems] == [("internal", "a.txt")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_for_every_report_is_raised_once(store: Store, jobs: int) -> None:
    steps = Steps(word_steps.annotate, word_steps.extract_without_model, RUN)
    with pytest.raises(ParleyError, match="no language model"):
        record_reports(READINGS, store, steps=steps, jobs=jobs)
    assert list(store.reports()) == []


def test_a_process_that_dies_is_told_of(store: Store) -> None:
    with pytest.raises(WorkerLostError, match="fewer jobs"):
        record_reports(READINGS, store, steps=Steps(word_steps.annotate, word_steps.die, RUN), jobs=2)


def test_progress_tells_how_far_it_is(store: Store) -> None:
    told: list[Progress] = []
    record_reports(READINGS, store, steps=STEPS, progress=told.append)
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    assert told[0] == Progress(1, len(READINGS), 0, 0)
    assert (told[-1].done, told[-1].total, told[-1].claims) == (len(READINGS), len(READINGS), 24)
    record_reports(iter(READINGS), store, steps=STEPS, progress=told.append)
    assert told[-1].total is None


def test_a_run_follows_from_code_lexicon_model_and_settings() -> None:
    run = current_run("en-1.0")
    assert run == current_run("en-1.0", {})
    assert run.model == "en-1.0"
    others = {current_run("en-1.1").id, current_run("en-1.0", {"language": "en"}).id}
    assert len(others | {run.id}) == 3
