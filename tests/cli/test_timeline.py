from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.project import DATABASE_NAME
from tests import strike_record
from tests.cli.running import run
from tests.render.test_html import Read


@pytest.fixture
def tugs(here: Path) -> Path:
    """A current folder with the record of the tug strike in it."""
    strike_record.build(here / DATABASE_NAME)
    return here


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley", **more)


def rows(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ask(*args).stdout.splitlines()]


@pytest.mark.parametrize(
    ("args", "count"),
    [
        ([], 7),
        (["--kind", "event"], 2),
        (["--party", "jo mate"], 1),
        (["--story", "tugs"], 7),
        (["--since", "2031-05-04"], 4),
        (["--until", "2031-05-03"], 0),
        (["--published-by", "2031-05-10"], 4),
        (["--from", "2031-05-09"], 2),
        (["--to", "2031-05-03"], 3),
        (["--limit", "2"], 2),
        (["--issue", "quota"], 1),
        (["--report", "tugs/2.txt"], 3),
    ],
)
def test_the_timeline_is_narrowed(tugs: Path, args: list[str], count: int) -> None:
    assert len(rows("timeline", *args)) == count


def test_the_forms_are_those_of_lists(tugs: Path) -> None:
    page = json.loads(ask("timeline", "--json").stdout)
    assert (page["kind"], page["total"]) == ("timeline", 7)
    assert len(list(csv.DictReader(io.StringIO(ask("timeline", "--csv").stdout)))) == 7
    assert "Sat 3 May 2031" in ask("timeline", "--table").stdout


def test_lanes_are_a_picture_and_the_numbers_behind_it(tugs: Path) -> None:
    assert "a column a day" in ask("timeline", "--lanes").stdout
    assert json.loads(ask("timeline", "--lanes", "--json").stdout)["unit"] == "day"
    cells = rows("timeline", "--lanes", "--jsonl")
    assert {"party": "Tug Crews", "unit": "day", "begins": "2031-05-03", "count": 2, "planned": 0} in cells
    assert len(ask("timeline", "--lanes", "--csv").stdout.splitlines()) == 1 + len(cells)


def test_a_day_that_is_none_is_wrong_use(tugs: Path) -> None:
    found = ask("timeline", "--from", "May")
    assert found.exit_code == 2
    assert "'May' is no date" in found.stderr


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (["events"], 2),
        (["events", "--type", "coerce"], 1),
        (["events", "--place", "bertha bay"], 1),
        (["events", "--party", "dockers"], 1),
        (["phases"], 2),
        (["phases", "--status", "in_force"], 1),
        (["phases", "--issue", "quota"], 1),
        (["actors"], 4),
        (["actors", "--source", "jo mate"], 1),
        (["actors", "--limit", "1"], 1),
    ],
)
def test_events_phases_and_actors_are_listed(tugs: Path, args: list[str], count: int) -> None:
    assert len(rows("ls", *args)) == count
    assert ask("ls", *args, "--table").exit_code == 0


def test_the_columns_of_the_csv_are_the_fields(tugs: Path) -> None:
    heads = {what: ask("ls", what, "--csv").stdout.splitlines()[0] for what in ("events", "phases", "actors")}
    assert heads["actors"] == "name,kind,acts_for,members,maker,addressee,carrier,source,reports,acts"
    assert heads["events"].startswith("published,when,type,mode,by,to,place,what")
    assert heads["phases"].startswith("published,agreement,number,of,status,starts,ends,terms")


def test_a_report_is_its_text_marked(tugs: Path) -> None:
    text = ask("report", "tugs/1.txt").stdout
    assert "‹blocked the lock›[1]" in text
    assert "\x1b" not in text
    page = json.loads(ask("report", "tugs/1.txt", "--json").stdout)
    assert "".join(segment["text"] for segment in page["marked"]["segments"]) == strike_record.DAILY.text


def test_a_report_is_written_as_a_page(tugs: Path) -> None:
    found = ask("report", "tugs/1.txt", "--html", "tugs.html")
    assert (found.stdout, found.exit_code) == ("", 0)
    assert "Tugs stop written to tugs.html" in found.stderr
    assert Read((tugs / "tugs.html").read_bytes().decode()).words == strike_record.DAILY.text


def test_a_page_to_standard_output_is_utf_8_and_nothing_else(tugs: Path) -> None:
    found = run("report", "tugs/1.txt", "--html", "-", cwd=tugs)
    assert found.stdout.startswith("<!doctype html>")
    assert found.stderr == ""


@pytest.mark.parametrize(("args", "says"), [(["report-00"], "no report in the record"), (["tugs/9.txt"], "no report")])
def test_a_report_that_is_not_there_is_one_sentence(tugs: Path, args: list[str], says: str) -> None:
    found = ask("report", *args)
    assert (found.exit_code, found.stderr.count("\n")) == (1, 1)
    assert says in found.stderr
