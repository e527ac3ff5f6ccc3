"""The first page and what moved, kept story by story, are what would be made afresh."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.invented import INVENTED_RUN

from parley.ledger import Ledger
from parley.pages import ChangesPage, HomePage, changed_page, home_page
from parley.project import Project
from parley.store import Store
from tests.invented_record import IDS, REPORTS

PERSON = "Ann Reyes"


def add(path: Path, numbers: range, *, day: int) -> None:
    with Store.open(path, clock=lambda: datetime(2033, 1, day, tzinfo=UTC)) as store:
        for at in numbers:
            report, observed, extraction = REPORTS[at]
            store.add(report, observed, extraction=extraction, run=INVENTED_RUN)


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Project]:
    """Eleven reports looked at, and one more."""
    path = tmp_path / "talks.parley"
    add(path, range(11), day=1)
    with Project(Store.open(path)) as project:
        project.ledger().look()
        add(path, range(11, 12), day=2)
        yield project


def pages(ledger: Ledger) -> tuple[HomePage, ChangesPage]:
    return home_page(ledger), changed_page(ledger)


def afresh(project: Project) -> tuple[HomePage, ChangesPage]:
    """The same of a copy of the record for which nothing is kept but the last look."""
    looked = project.ledger().derived.last_look()
    copy = project.store.path.with_name("copy.parley")
    with closing(sqlite3.connect(project.store.path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    with Store.open(copy) as store, closing(Ledger(store)) as ledger:
        if looked:
            ledger.derived.look(looked)
        found = pages(ledger)
    for ending in ("", "-derived"):
        copy.with_name(copy.name + ending).unlink()
    return found


def test_what_came_since_the_last_look_moved_its_story_only(talks: Project) -> None:
    home, changed = pages(talks.ledger())
    assert (home.reports, home.came, home.stories_total) == (12, 1, 3)
    assert home.stories[0].moved == changed.total > 0
    assert [story.moved for story in home.stories[1:]] == [0, 0]
    (own,) = talks.ledger().derived.of(IDS[11])
    assert {row.story for row in changed.rows} == {own.name} == {home.stories[0].story.name}
    assert sum(group.total for group in home.changes) == changed.total


def test_before_the_first_look_all_moved(tmp_path: Path) -> None:
    add(tmp_path / "talks.parley", range(12), day=1)
    with Project(Store.open(tmp_path / "talks.parley")) as project:
        home, changed = pages(project.ledger())
    assert home.since is changed.since is None
    assert home.came == 12
    assert all(story.moved for story in home.stories)


def test_what_is_kept_is_what_would_be_made_afresh(talks: Project) -> None:
    before = pages(talks.ledger())
    assert pages(talks.ledger()) == before == afresh(talks)
    claim = next(iter(talks.store.claims(report=IDS[11])))
    made = talks.reject(claim.id, person=PERSON)
    rejected = pages(talks.ledger())
    assert rejected != before
    assert rejected == afresh(talks)
    talks.undo(made.id, person=PERSON)
    assert pages(talks.ledger()) == before
    talks.correct_report(IDS[0], published="2030-12-24", person=PERSON)
    assert pages(talks.ledger()) == afresh(talks) != before


def test_after_a_look_nothing_moved(talks: Project) -> None:
    assert changed_page(talks.ledger()).total
    talks.ledger().look()
    home, changed = pages(talks.ledger())
    assert (home.came, home.changes, changed.rows) == (0, (), ())
    assert home.since == changed.since == "2033-01-02T00:00:00+00:00"
