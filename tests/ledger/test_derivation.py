"""Stories and copies follow from the record alone, whatever was looked at, decided, undone or erased on the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bench.invented import INVENTED_RUN, invented_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.ledger import AmbiguousError, Ledger, NotRecordedError, derivation
from parley.model import Observation
from parley.project import Project
from parley.store import LockedDatabaseError, Store
from tests.invented_record import IDS, REPORTS
from tests.ledger.looks_at_once import seen

ROOT = Path(__file__).parents[2]
PERSON = "Ann Reyes"


def add(store: Store, at: int, story: str | None = None) -> None:
    report, observed, extraction = REPORTS[at]
    again = Observation(observed.source, observed.raw_sha256, observed.reader, story=story)
    store.add(report, again if story else observed, extraction=extraction, run=INVENTED_RUN)


def derived_afresh(store: Store) -> bytes:
    """What is seen when nothing was kept."""
    store.beside.unlink(missing_ok=True)
    with closing(Ledger(store)) as ledger:
        return seen(ledger)


@contextmanager
def opened() -> Iterator[Project]:
    with TemporaryDirectory() as folder, Project(Store.open(Path(folder, "talks.parley"))) as project:
        yield project


@pytest.fixture
def talks() -> Iterator[Project]:
    with opened() as project:
        for at in range(len(REPORTS)):
            add(project.store, at)
        yield project


def take(project: Project, step: tuple[str, int, str | None]) -> None:
    """One thing that may happen to a record; what makes no sense at the time is refused and changes nothing."""
    what, at, name = step
    with suppress(ParleyError):
        match what:
            case "add":
                add(project.store, at, name)
            case "put":
                project.put_in_story(IDS[at], name, person=PERSON)
            case "undo":
                held = [entry for entry in project.ledger().judgements() if entry.state == "in_force"]
                project.undo(held[at % len(held)].judgement.id, person=PERSON) if held else None
            case "date":
                project.correct_report(IDS[at], published=f"2031-0{at % 9 + 1}-01", person=PERSON)
            case "erase":
                project.erase(IDS[at], reason="licence ended", person=PERSON)
            case _:
                project.ledger().stories()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "put", "undo", "date", "erase", "look"]),
        st.integers(0, len(REPORTS) - 1),
        st.sampled_from([None, "Strike", "Bid"]),
    ),
    max_size=14,
)


@settings(max_examples=15)
@given(STEPS)
def test_what_is_kept_is_what_would_be_derived_afresh(steps: list[tuple[str, int, str | None]]) -> None:
    with opened() as project:
        for step in steps:
            take(project, step)
        kept = seen(project.ledger())
        project.ledger().close()
        assert derived_afresh(project.store) == kept


@settings(max_examples=4)
@given(st.permutations(range(len(REPORTS))), st.integers(1, 5))
def test_the_order_of_adding_does_not_matter(order: list[int], looking_every: int) -> None:
    with opened() as project:
        for done, at in enumerate(order):
            add(project.store, at)
            if done % looking_every == 0:
                project.ledger().stories()
        stories = project.ledger().stories()
        assert {story.reports for story in stories} == {tuple(IDS[at : at + 4]) for at in (0, 4, 8)}
        assert len(project.ledger().derived.copies()) == 3
        kept = seen(project.ledger())
    with opened() as project:
        for at in range(len(REPORTS)):
            add(project.store, at)
        assert seen(project.ledger()) == kept


def test_a_story_answers_to_its_name_and_to_its_id(talks: Project) -> None:
    ledger = talks.ledger()
    story = ledger.stories()[0]
    assert ledger.story(story.name.upper()) == ledger.story(story.id) == ledger.story(story.id[6:14]) == story
    assert ledger.derived.of(story.reports[0]) == (story,)
    with pytest.raises(NotRecordedError, match="no story"):
        ledger.story("Nothing")
    with pytest.raises(AmbiguousError):
        ledger.story("story-")


def test_putting_a_report_in_a_story_and_undoing_it_restore_exactly(talks: Project) -> None:
    before = seen(talks.ledger())
    first = talks.put_in_story(IDS[0], "Strike", person=PERSON)
    assert talks.ledger().story("strike").reports == tuple(IDS[:4])
    second = talks.put_in_story(IDS[5], "STRIKE", person=PERSON)
    assert set(talks.ledger().story("Strike").reports) == set(IDS[:8])
    alone = talks.put_in_story(IDS[1], None, person=PERSON)
    assert [story.reports for story in talks.ledger().stories() if IDS[1] in story.reports] == [(IDS[1],)]
    for made in (second, alone, first):
        talks.undo(made.id, person=PERSON)
    assert seen(talks.ledger()) == before


def test_spacing_makes_no_other_story(talks: Project) -> None:
    talks.put_in_story(IDS[0], "Port strike", person=PERSON)
    with pytest.raises(ParleyError, match="already"):
        talks.put_in_story(IDS[0], " port  strike ", person=PERSON)


def test_what_two_ledgers_take_in_by_turns_is_whole(talks: Project) -> None:
    with Store.open(talks.store.path) as other, closing(Ledger(other)) as theirs:
        for at, name in enumerate(["Strike", None, "Bid", "Strike"]):
            talks.put_in_story(IDS[at * 2], name, person=PERSON)
            ledger = theirs if at % 2 else talks.ledger()
            kept = seen(ledger)
        assert seen(theirs) == seen(talks.ledger()) == kept
    talks.ledger().close()
    assert derived_afresh(talks.store) == kept


def test_several_processes_may_take_it_in_at_once(talks: Project) -> None:
    command = [sys.executable, "-m", "tests.ledger.looks_at_once", str(talks.store.path)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "cwd": ROOT}
    with subprocess.Popen(command, **pipes) as one, subprocess.Popen(command, **pipes) as other:
        for child in (one, other):
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
        found = [child.communicate(b"\n")[0] for child in (one, other)]
    assert found == [seen(talks.ledger()) + b"\n"] * 2


def test_an_interruption_between_two_lots_loses_nothing(talks: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derivation, "_REPORTS_AT_ONCE", 5)

    class StopError(Exception):
        pass

    def stop(done: int, number: int) -> None:
        assert (done, number) == (5, len(IDS))
        raise StopError

    with pytest.raises(StopError):
        talks.ledger().derived.bring_up_to_date(stop)
    kept = seen(talks.ledger())
    talks.ledger().close()
    assert derived_afresh(talks.store) == kept


@pytest.mark.parametrize(
    "harm",
    [
        "CREATE TRIGGER harm BEFORE INSERT ON whole BEGIN SELECT RAISE(ABORT, 'harm'); END",
        "DROP TABLE near_report",
        "UPDATE item SET record = x'00'",
        "UPDATE whole SET record = '{}'",
    ],
)
def test_a_file_that_fails_amid_the_work_is_replaced(talks: Project, harm: str) -> None:
    expected = seen(talks.ledger())
    talks.ledger().derived._derived.connection.execute(harm)
    made = talks.put_in_story(IDS[0], "Strike", person=PERSON)
    assert talks.ledger().story("Strike").reports == tuple(IDS[:4])
    talks.undo(made.id, person=PERSON)
    assert seen(talks.ledger()) == expected
    talks.ledger().close()
    with closing(Ledger(talks.store)) as again:
        assert seen(again) == expected


def test_a_record_that_may_only_be_read_is_derived_in_memory(talks: Project) -> None:
    expected = seen(talks.ledger())
    talks.ledger().close()
    talks.store.beside.unlink()
    talks.store.beside.mkdir()
    with Store.open(talks.store.path, read_only=True) as store, closing(Ledger(store)) as ledger:
        assert seen(ledger) == expected


def test_a_number_given_again_after_an_erasure_is_not_missed(talks: Project) -> None:
    with Store.open(talks.store.path) as other, closing(Ledger(other)) as theirs:
        assert len(theirs.stories()) == 3
        talks.store.erase(IDS[-1], person=PERSON, reason="licence ended")
        report, observed, extraction = next(each for each in invented_reports(40) if each[0].id not in IDS)
        talks.store.add(report, observed, extraction=extraction, run=INVENTED_RUN)
        reports = {name for story in theirs.stories() for name in story.reports}
        assert reports == {*IDS[:-1], report.id}


def test_nothing_of_an_erased_report_is_left_beside_the_record(talks: Project) -> None:
    title = (REPORTS[-1][0].title or "").encode()
    talks.ledger().stories()
    talks.put_in_story(IDS[0], "Strike", person=PERSON)
    with Store.open(talks.store.path) as other, closing(Ledger(other)) as theirs:
        assert len(theirs.stories()) == 3
        for erased in IDS[-4:]:
            talks.erase(erased, reason="licence ended", person=PERSON)
        held = b"".join(file.read_bytes() for file in talks.store.path.parent.iterdir())
        assert title not in held
        assert seen(theirs) == seen(talks.ledger())
        assert len(theirs.stories()) == 2


def test_what_an_erasure_left_behind_goes_at_the_next_look(talks: Project) -> None:
    title = (REPORTS[-1][0].title or "").encode()
    talks.ledger().stories()
    for erased in IDS[-4:]:
        talks.store.erase(erased, person=PERSON, reason="licence ended")
    assert len(talks.ledger().stories()) == 2
    talks.ledger().close()
    assert title not in talks.store.beside.read_bytes()


def test_an_erasure_that_another_program_holds_up_says_so(talks: Project) -> None:
    talks.ledger().stories()
    with Store.open(talks.store.path, busy_timeout=0) as store:
        reader = Ledger(store).derived._derived.connection
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM item").fetchone()
        with pytest.raises(LockedDatabaseError, match="parley-derived"):
            talks.ledger().derived.remove(wait=0)
        reader.close()
