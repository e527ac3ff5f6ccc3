"""An actor of a story that is two: said by names, in one story, and undone like any other decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import parley
from parley.cli.main import parley as command
from parley.errors import ParleyError
from parley.ledger import NotRecordedError
from parley.model import Actor, Move, Observation
from parley.project import Project
from parley.store import Store
from parley.web import make_app
from tests.recorded import RUN, claim_at, extraction_of, report_of
from tests.web.asking import Client

NAMES = ("Harl People's Front", "Front")
TOLD = [(NAMES[0], "Strike"), (NAMES[1], "Strike"), (NAMES[0], "Fair"), (NAMES[1], "Fair")]


def build(path: Path) -> Path:
    """Two stories, in each of which a front goes by its whole name and by its last word."""
    with Store.open(path) as store:
        for number, (name, story) in enumerate(TOLD):
            report = report_of(f"The {name} offered {number + 2} boats.", f"2031-03-0{number + 1}", "Bay Post")
            offer = Move("offer", by=(Actor(name, name, kind="organisation"),))
            found = extraction_of(report, claim_at(report, "offered", offer))
            store.add(report, Observation(f"{number}.txt", "00ff", "text", story=story), extraction=found, run=RUN)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with parley.open(build(tmp_path / "talks.parley")) as opened:
        yield opened


def actors(project: Project, story: str = "Strike") -> list[set[str]]:
    (account,) = project.ledger().accounts(story=story)
    return [{alias.name for alias in actor.aliases} for actor in account.account.actors]


def test_the_names_that_are_ticked_become_an_actor_of_their_own_in_that_story_alone(project: Project) -> None:
    before, elsewhere = actors(project), actors(project, "Fair")
    assert any({NAMES[0], NAMES[1]} <= names for names in before)
    made = project.split_actor("Strike", NAMES[0], [NAMES[1].upper()], person="Ann")
    assert made.apart == (NAMES[1],)
    assert {NAMES[1]} in actors(project)
    assert not any({NAMES[0], NAMES[1]} <= names for names in actors(project))
    assert actors(project, "Fair") == elsewhere
    project.undo_all([each.id for each in made.judgements], person="Bo")
    assert actors(project) == before


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Nobody"], "'Nobody' is no name of Harl People's Front; its names are"),
        ([], "some of them, and not all"),
        (list(NAMES), "some of them, and not all"),
    ],
)
def test_what_is_no_split_is_refused_and_nothing_is_said(project: Project, names: list[str], told: str) -> None:
    with pytest.raises(ParleyError, match=told):
        project.split_actor("Strike", NAMES[0], names, person="Ann")
    with pytest.raises(NotRecordedError):
        project.split_actor("Strike", "Nobody at all", [NAMES[1]], person="Ann")
    assert project.store.pair_judgements() == ()


def test_the_command_says_how_to_undo_it(project: Project) -> None:
    db = ["--db", str(project.store.path), "--by", "Ann"]
    told = CliRunner().invoke(command, ["decide", "split", "Strike", NAMES[0], NAMES[1], *db])
    assert told.exit_code == 0
    undo = told.stdout.splitlines()[-1].partition("parley ")[2].split()
    assert undo[:2] == ["decisions", "undo"]
    assert CliRunner().invoke(command, [*undo, *db]).exit_code == 0
    assert any({NAMES[0], NAMES[1]} <= names for names in actors(project))


def test_the_page_of_the_actor_splits_it(project: Project) -> None:
    client = Client(make_app(project, decides=True, person="Ann"))
    (account,) = project.ledger().accounts(story="Strike")
    actor = next(each.id for each in account.account.actors if len(each.aliases) > 1)
    shown = client.get(f"/actor/{account.story.id}/{actor}").text
    assert 'name="apart-0"' in shown
    form = f"story={account.story.id}&actor={actor}&apart-1={NAMES[1]}"
    answer = client.request("POST", "/actors/split", {"sec-fetch-site": "same-origin"}, body=form)
    assert answer.status_code == 303
    assert {NAMES[1]} in actors(project)
    assert 'name="apart-0"' not in Client(make_app(project)).get(f"/actor/{account.story.id}/{actor}").text
