"""`parley talks` and `parley proposals`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.project import DATABASE_NAME
from tests import pay_record


@pytest.fixture
def trams(here: Path) -> Path:
    """A current folder with the record of the tram dispute in it."""
    return pay_record.build(here / DATABASE_NAME).parent


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley", **more)


def test_the_thread_is_shown_and_given_as_json(trams: Path) -> None:
    assert "Round 1" in ask("talks", "trams").stdout
    page = json.loads(ask("talks", "--json").stdout)
    assert [point["lower"] for point in page["stories"][0]["scales"][0]["points"]] == [9, 4, 5, 7, 6]


def test_proposals_are_shown_as_of_a_day(trams: Path) -> None:
    page = json.loads(ask("proposals", "Trams", "--published-by", "2031-03-05", "--json").stdout)
    assert [len(row["versions"]) for row in page["stories"][0]["proposals"]] == [1, 1]
    assert "bonus dropped" in ask("proposals").stdout


def test_a_story_that_is_none_gets_one_sentence(trams: Path) -> None:
    answer = ask("talks", "ferries")
    assert answer.exit_code == 1
    assert "no story in the record answers to 'ferries'" in answer.stderr


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_offers_are_drawn(trams: Path, kind: str) -> None:
    pytest.importorskip("vl_convert")
    answer = ask("talks", "--plot", f"offers.{kind}")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert (trams / f"offers.{kind}").stat().st_size > 1000


def test_a_picture_of_another_kind_is_refused(trams: Path) -> None:
    answer = ask("talks", "--plot", "offers.gif")
    assert answer.exit_code == 2
    assert "end its name with .svg or .png" in answer.stderr


def test_nothing_to_draw_is_said(trams: Path) -> None:
    answer = ask("talks", "--plot", "offers.svg", "--published-by", "2031-02-01")
    assert answer.exit_code == 1
    assert "to draw" in answer.stderr
