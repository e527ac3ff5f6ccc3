"""A server whose long pages are made beside those who ask."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import httpx
import pytest

import parley
from parley.compare.account import Account
from parley.ledger import accounting
from parley.ledger.accounts import made_account
from parley.project import Project
from parley.web import Making, make_app
from parley.web import making as making_module
from tests import invented_record
from tests.web.asking import Client


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose stories were found, and nobody has asked for."""
    path = invented_record.build_all(tmp_path_factory.mktemp("unread") / "talks.parley")
    with parley.open(path, read_only=True) as project:
        project.ledger().stories()
    return path


@pytest.fixture
def project(unread: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setattr(making_module, "MOST_REPORTS", 9)
    for path in unread.parent.glob("talks.parley*"):
        shutil.copy(path, tmp_path)
    with parley.open(tmp_path / "talks.parley", read_only=True) as opened:
        yield opened


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Holds whoever makes an account until it is set."""
    go_on = Event()

    def waiting(*args: object, **kwargs: object) -> Account:
        assert go_on.wait(20)
        return made_account(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("parley.ledger.accounts.made_account", waiting)
    monkeypatch.setattr(accounting, "made_account", waiting)
    yield go_on
    go_on.set()


def come(client: Client, path: str, making: Making) -> httpx.Response:
    """The page that comes once it is made."""
    first = client.get(path)
    assert first.status_code == 202
    making.wait()
    return client.get(path)


def test_others_answer_while_a_long_page_is_made(project: Project, held: Event) -> None:
    story = project.ledger().stories()[0].id
    with closing(Making(project)) as making:
        client = Client(make_app(project, making=making))
        page, twin = client.get(f"/story/{story}"), client.get(f"/story/{story}.json")
        assert (page.status_code, page.headers["refresh"], page.headers["cache-control"]) == (202, "1", "no-store")
        assert "Working out stories" in page.text
        assert (twin.status_code, twin.headers["retry-after"]) == (503, "2")
        assert client.get("/stories").status_code == 200
        assert client.get(f"/story/{story}").status_code == 202
        held.set()
        making.wait()
        assert client.get(f"/story/{story}").status_code == 200
        assert client.get(f"/story/{story}.json").status_code == 200


PATHS = (
    lambda story, day: "/",
    lambda story, day: f"/story/{story}/talks",
    lambda story, day: f"/story/{story}?published-by={day}",
    lambda story, day: f"/story/{story}/cell?issue=pay&party=Barhulden+Workers&published-by={day}",
)


@pytest.mark.parametrize("path", PATHS)
def test_what_comes_is_what_is_made_while_one_waits(
    path: Callable[[str, str], str], project: Project, tmp_path: Path
) -> None:
    story = project.ledger().stories()[0]
    days = sorted(day for day in project.ledger().published(story.reports).values() if day)
    address = path(story.id, days[4])
    with closing(Making(project)) as making:
        found = come(Client(make_app(project, making=making)), address, making)
    (tmp_path / "other").mkdir()
    with parley.open(shutil.copy(tmp_path / "talks.parley", tmp_path / "other"), read_only=True) as other:
        waited = Client(make_app(other)).get(address)
    assert (found.status_code, found.text) == (waited.status_code, waited.text)


def test_what_is_wrong_with_a_long_page_is_said(project: Project) -> None:
    story = project.ledger().stories()[0].id
    with closing(Making(project)) as making:
        found = come(Client(make_app(project, making=making)), f"/story/{story}?published-by=soon", making)
    assert found.status_code == 400
    assert "soon" in found.text


def test_ended_half_way_pages_are_made_by_those_who_ask(project: Project) -> None:
    making = Making(project)
    client = Client(make_app(project, making=making))
    assert client.get("/").status_code == 202
    making.close()
    assert client.get("/").status_code == 200


def test_where_no_other_connection_can_be_had_pages_are_made_by_those_who_ask(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*args: object, **kwargs: object) -> Project:
        raise OSError

    monkeypatch.setattr(making_module, "open_project", refused)
    with closing(Making(project)) as making:
        assert come(Client(make_app(project, making=making)), "/", making).status_code == 200
