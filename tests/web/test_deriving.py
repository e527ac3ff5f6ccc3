"""A server whose record is to be derived first."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

import parley
from parley.project import Project
from parley.web import Deriving, make_app
from tests import invented_record
from tests.web.asking import Client


@pytest.fixture(scope="module")
def underived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of thirty reports that nobody has asked anything."""
    return invented_record.build_all(tmp_path_factory.mktemp("underived") / "talks.parley")


@pytest.fixture
def project(underived: Path, tmp_path: Path) -> Iterator[Project]:
    with parley.open(shutil.copy(underived, tmp_path / "talks.parley"), read_only=True) as opened:
        yield opened


class Held:
    """Holds the thread that derives until it is let go."""

    def __init__(self) -> None:
        self.reached, self.go_on = Event(), Event()

    def __call__(self, done: int, total: int) -> None:
        self.reached.set()
        assert self.go_on.wait(20)


def test_pages_say_how_far_it_is_and_come_when_it_is_done(project: Project) -> None:
    held = Held()
    with closing(Deriving(project, held)) as deriving:
        client = Client(make_app(project, deriving=deriving))
        client.get("/")
        assert held.reached.wait(20)
        page, twin = client.get("/stories"), client.get("/stories.json")
        assert (page.status_code, page.headers["refresh"], page.headers["cache-control"]) == (202, "1", "no-store")
        assert "30 of 30 reports" in page.text
        assert (twin.status_code, twin.headers["retry-after"]) == (503, "2")
        assert client.get("/jump.json?q=a").json() == []
        held.go_on.set()
        deriving.wait()
        assert client.get("/stories").status_code == 200
        assert "refresh" not in client.get("/stories").headers


def test_what_it_derives_is_what_is_derived_when_it_is_asked_for(project: Project, underived: Path) -> None:
    with closing(Deriving(project)) as deriving:
        assert deriving.look() is not None
        deriving.wait()
        assert deriving.look() is None
    with parley.open(underived, read_only=True) as other:
        assert project.ledger().stories() == other.ledger().stories()


def test_it_ends_half_way_and_what_is_left_is_derived_later(project: Project) -> None:
    held = Held()
    deriving = Deriving(project, held)
    assert deriving.look() is not None
    assert held.reached.wait(20)
    held.go_on.set()
    deriving.close()
    assert deriving.look() is None
    assert len(project.ledger().stories()) == 3


def test_few_reports_are_taken_in_at_once(tmp_path: Path) -> None:
    path = invented_record.build(tmp_path / "talks.parley")
    with parley.open(path, read_only=True) as project, closing(Deriving(project)) as deriving:
        assert deriving.look() is None
        assert Client(make_app(project, deriving=deriving)).get("/stories").status_code == 200
