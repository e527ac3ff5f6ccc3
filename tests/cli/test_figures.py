from __future__ import annotations

import builtins
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.project import DATABASE_NAME
from tests import toll_record


@pytest.fixture
def ferry(here: Path) -> Path:
    """A current folder with the record of the ferry in it."""
    toll_record.build(here / DATABASE_NAME)
    return here


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, ["figures", *args], prog_name="parley", **more)


def test_the_ladder_says_how_much_on_whose_word_and_what_became_of_it(ferry: Path) -> None:
    printed = " ".join(ask("--table", env={"COLUMNS": "200"}).stdout.split())
    assert "people killed in Marl Point in the crash of 2 May 2031" in printed
    assert "by 5 May 2031 62 Coast Rescue ×2 corrected: the floor fell to 57" in printed
    assert "by 19 May 2031 57 Coast Rescue current" in printed
    assert "at least 40 Quay Wire (own words)" in printed
    assert "█" in printed
    assert "barges" not in printed


def test_forms_hold_the_same_counts(ferry: Path) -> None:
    page = json.loads(ask("--json").stdout)
    lines = [json.loads(line) for line in ask("--jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(ask("--csv").stdout)))
    (block,) = page["series"]
    assert block["rows"] == lines
    assert [row["id"] for row in table] == [row["id"] for row in lines]
    assert [(row["lower"], row["upper"], row["standing"]) for row in lines] == [
        (40, None, "current"),
        (50, 50, "current"),
        (62, 62, "corrected"),
        (57, 57, "current"),
    ]
    assert page["alone"] == 1


@pytest.mark.parametrize(
    ("args", "count"),
    [
        ([], 1),
        (["--alone"], 2),
        (["--measure", "killed"], 1),
        (["--measure", "injured"], 0),
        (["--place", "marl point"], 1),
        (["--place", "Gull Bay"], 0),
        (["--story", "ferry"], 1),
        (["--published-by", "2031-05-04"], 1),
        (["--published-by", "2031-05-02"], 0),
    ],
)
def test_filters(ferry: Path, args: list[str], count: int) -> None:
    assert len(json.loads(ask(*args, "--json").stdout)["series"]) == count


def test_as_the_reports_published_by_a_day_gave_it(ferry: Path) -> None:
    (block,) = json.loads(ask("--published-by", "2031-05-06", "--json").stdout)["series"]
    assert {row["standing"] for row in block["rows"]} == {"current"}
    assert block["summary"].startswith("Newest: 62 (Coast Rescue")


def test_one_series_is_asked_for_by_the_beginning_of_its_id(ferry: Path) -> None:
    (block,) = json.loads(ask("--json").stdout)["series"]
    own = json.loads(ask("--json", "--series", block["id"][:12]).stdout)
    assert [each["id"] for each in own["series"]] == [block["id"]]


def test_nothing_that_two_reports_count_is_said(ferry: Path) -> None:
    printed = ask("--table", "--measure", "held").stdout
    assert "No two reports in the record count the same thing. 1 figure of one report alone: see --alone." in printed


@pytest.mark.parametrize(("name", "start"), [("toll.svg", b"<svg"), ("toll.PNG", b"\x89PNG")])
def test_plot_draws_a_picture(ferry: Path, name: str, start: bytes) -> None:
    pytest.importorskip("vl_convert")
    result = ask("--plot", name)
    assert result.exit_code == 0, result.stderr
    assert (ferry / name).read_bytes().startswith(start)
    assert result.stderr == f"Drew people killed in Marl Point in the crash of 2 May 2031 to {name}.\n"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["--plot", "toll.pdf"], 2, "end its name with .svg or .png"),
        (["--plot", "toll.svg", "--measure", "injured"], 1, "there is no such series to draw"),
        (["--story", "other"], 1, "other"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(ferry: Path, args: list[str], code: int, words: str) -> None:
    result = ask(*args)
    assert (result.exit_code, words in result.stderr) == (code, True)
    assert not list(ferry.glob("toll.*"))


def test_without_what_draws_pictures_it_says_what_to_install(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def missing(name: str, *args: Any, **more: Any) -> Any:
        if name == "vl_convert":
            raise ImportError(name)
        return found(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    result = ask("--plot", "toll.svg")
    assert result.exit_code == 1
    assert "install Parley with its extra 'charts'" in result.stderr


def test_a_count_in_dispute_says_by_whom(ferry: Path) -> None:
    first = json.loads(ask("--jsonl").stdout.splitlines()[0])
    assert first["disputed"] == ""
    asked = ["decide", "dispute", first["id"], "--note", "nobody counted", "--by", "Ann"]
    assert CliRunner().invoke(parley, asked).exit_code == 0
    assert json.loads(ask("--jsonl").stdout.splitlines()[0])["disputed"].startswith("⚑ disputed by Ann on ")
    assert "⚑ disputed by Ann" in " ".join(ask("--table", env={"COLUMNS": "200"}).stdout.split())


def test_of_two_claims_that_differ_the_one_in_dispute_is_marked(ferry: Path) -> None:
    def pair() -> dict[str, Any]:
        (row,) = CliRunner().invoke(parley, ["disagreements", "--jsonl"]).stdout.splitlines()
        return dict(json.loads(row))

    assert (pair()["one_disputed"], pair()["other_disputed"]) == ("", "")
    asked = ["decide", "dispute", pair()["other_id"], "--note", "nobody counted", "--by", "Ann"]
    assert CliRunner().invoke(parley, asked).exit_code == 0
    assert pair()["one_disputed"] == ""
    assert pair()["other_disputed"].startswith("⚑ disputed by Ann on ")
    printed = CliRunner().invoke(parley, ["disagreements", "--table"], env={"COLUMNS": "200"}).stdout
    assert "⚑ disputed by Ann" in " ".join(printed.split())
