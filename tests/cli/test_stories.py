from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from parley.cli.main import parley
from parley.project import DATABASE_NAME
from tests.invented_record import IDS, build


@pytest.fixture(autouse=True)
def record(here: Path) -> Path:
    return build(here / DATABASE_NAME)


def run(*words: str, code: int = 0) -> str:
    found = CliRunner().invoke(parley, list(words), env={"COLUMNS": "160"})
    assert found.exit_code == code, found.output
    return found.output


def rows(*words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--jsonl").splitlines()]


def test_stories_and_one_of_them() -> None:
    assert [row["reports"] for row in rows("stories")] == [4, 4, 4]
    table = run("stories", "--table")
    assert "Barbarbar Berths" in table
    assert run("stories", "--csv").splitlines()[0] == "name,kind,given,reports,copies,first,last,parties,id"
    chosen = next(row for row in rows("stories") if row["first"] == "2031-01-01")
    assert [row["report"] for row in rows("stories", chosen["id"])] == IDS[:4]
    told = run("stories", chosen["name"], "--table")
    assert "4 reports, 1 of them copies; 1 Jan 2031 to 19 Jan 2031" in told
    assert json.loads(run("stories", chosen["id"], "--json"))["story"] == chosen
    assert "no story in the record answers to 'Nothing'" in run("stories", "Nothing", code=1)


def test_copies_of_all_of_one_and_of_two(here: Path) -> None:
    assert len(rows("copies")) == 3
    assert [row["report"] for row in rows("copies", IDS[3])] == [IDS[2]]
    assert "verbatim" in run("copies", "--table")
    assert "100%" in run("copies", IDS[3], "--table")
    assert "No copies in the record answer to this." in run("copies", IDS[0], "--table")
    assert "Verbatim: 100% of the first and 100% of the second in common" in run("copies", IDS[3], IDS[2])
    apart = run("copies", IDS[0], IDS[1])
    assert "These two are no copies of one text." in apart
    assert "[-" in apart
    assert "{+" in apart
    assert json.loads(run("copies", IDS[0], IDS[1], "--json"))["one"]["id"] == IDS[0]
    assert run("copies", IDS[0], IDS[1], "--html", "-").startswith("<!doctype html>")
    run("copies", IDS[0], IDS[1], "--html", "two.html")
    assert (here / "two.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("words", [["--html", "x"], [IDS[0], "--html", "x"]])
def test_a_page_needs_two_reports(words: list[str]) -> None:
    assert "give both" in run("copies", *words, code=2)
