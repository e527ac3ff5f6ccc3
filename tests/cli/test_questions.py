from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.export import claims_jsonl
from parley.ledger import Ledger
from parley.project import DATABASE_NAME
from parley.store import Store
from tests import small_record


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley", **more)


def rows(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ask("ls", *args).stdout.splitlines()]


def demand_id(talks: Path) -> str:
    with Store.open(talks / DATABASE_NAME) as store:
        return next(store.claims(act="demand")).id


def test_the_board_is_text_and_fits_80_columns(talks: Path) -> None:
    found = ask("board")
    assert found.exit_code == 0
    assert "7 per cent pay" in found.stdout
    assert max(map(len, found.stdout.splitlines())) <= 80
    assert "\x1b" not in found.stdout


def test_the_board_takes_the_width_that_columns_names(talks: Path) -> None:
    assert max(map(len, ask("board", env={"COLUMNS": "120"}).stdout.splitlines())) > 80


def test_the_board_as_json_and_as_of_a_day(talks: Path) -> None:
    page = json.loads(ask("board", "--story", "ferry dispute", "--published-by", "2031-03-05", "--json").stdout)
    (board,) = page["boards"]
    assert (board["story"], board["reports"], board["published_by"]) == ("Ferry dispute", 1, "2031-03-05")


@pytest.mark.parametrize(("asked", "shown"), [("1", 1), ("all", 2)])
def test_as_many_parties_are_shown_as_asked_for(talks: Path, asked: str, shown: int) -> None:
    text = ask("board", "--story", "Ferry dispute", "--parties", asked, env={"COLUMNS": "120"}).stdout
    table = text.split("more party")[0].split("Open demands")[0]
    assert ("Ferry Crews" in table) + ("Strait Lines" in table) == shown


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (["claims"], 8),
        (["moves"], 5),
        (["moves", "--act", "demand"], 1),
        (["moves", "--party", "strait lines"], 3),
        (["moves", "--issue", "pay"], 1),
        (["moves", "--story", "quarry"], 1),
        (["moves", "--source", "the union"], 1),
        (["moves", "--since", "2031-03-01"], 3),
        (["moves", "--until", "2031-03-01"], 1),
        (["moves", "--published-by", "2031-03-05"], 3),
        (["moves", "--report", "ferry/1.txt"], 2),
        (["moves", "--outlet", "coast"], 1),
        (["moves", "--limit", "2"], 2),
        (["figures", "--measure", "affected"], 1),
        (["figures", "--measure", "killed"], 0),
        (["quotes"], 2),
        (["quotes", "--silence"], 1),
        (["reports"], 4),
        (["reports", "--story", "Ferry dispute"], 2),
        (["sources", "--limit", "3"], 3),
    ],
)
def test_lists_narrow_down_and_are_json_lines_to_a_pipe(talks: Path, args: list[str], count: int) -> None:
    assert len(rows(*args)) == count


def test_a_list_takes_the_form_asked_for(talks: Path) -> None:
    table = ask("ls", "moves", "--table").stdout
    assert "published" in table
    assert "{" not in table
    page = json.loads(ask("ls", "moves", "--json").stdout)
    assert page["total"] == 5
    assert len(list(csv.DictReader(io.StringIO(ask("ls", "moves", "--csv").stdout)))) == 5
    assert len(ask("ls", "moves", "--csv", "--jsonl").stdout.splitlines()) == 5


def test_a_claim_is_shown_by_any_beginning_of_its_id(talks: Path) -> None:
    claim = demand_id(talks)
    whole = ask("show", claim)
    assert whole.exit_code == 0
    assert "‹demanded 7 per cent more pay›" in whole.stdout.replace("\n  ", " ")
    assert ask("show", claim.removeprefix("claim-")[:8]).stdout == whole.stdout
    assert json.loads(ask("show", claim, "--json").stdout)["claim"]["id"] == claim
    cited = ask("show", claim, "--sources").stdout.splitlines()
    assert cited[0].endswith("[1]")
    assert cited[2].startswith("[1] ")
    assert cited[2].endswith(claim)
    assert json.loads(ask("show", claim, "--sources", "--json").stdout)["notes"][0]["claim"] == claim
    assert "--sources wants a claim" in ask("show", small_record.FERRY_1.id, "--sources").stderr


def test_a_report_is_shown_by_its_file(talks: Path) -> None:
    text = ask("show", "ferry/1.txt").stdout
    assert "4 Mar 2031 (from the manifest)" in text
    assert "4 claims" in text
    assert "repeat" in text
    assert json.loads(ask("show", small_record.FERRY_1.id, "--json").stdout)["id"] == small_record.FERRY_1.id


def test_an_explanation_names_rule_run_and_offsets(talks: Path) -> None:
    page = json.loads(ask("explain", demand_id(talks), "--json").stdout)
    text = small_record.FERRY_1.text
    assert page["rule"] == "move:demand:object"
    assert page["run"]["model"] == "model"
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in page["evidence"])
    assert "its object is what is put forward" in " ".join(ask("explain", demand_id(talks)).stdout.split())


def test_what_was_left_unread_is_listed(talks: Path) -> None:
    assert "up from =12 last week" in ask("unread").stdout
    assert ask("unread", "ferry/2.txt").stdout == "Nothing with a cue or a number was left unread.\n"


def test_reports_are_found_by_their_words(talks: Path) -> None:
    assert "‹union›" in ask("search", "union").stdout
    assert json.loads(ask("search", "union", "--outlet", "Coast Radio", "--json").stdout)["hits"] == []


def test_a_sound_record_is_said_to_be_right(talks: Path) -> None:
    found = ask("check")
    assert found.exit_code == 0
    assert "4 reports, 8 claims and 8 quotes" in found.stdout.replace("\n", " ")


def test_a_record_that_was_tampered_with_is_found_out(talks: Path) -> None:
    with sqlite3.connect(talks / DATABASE_NAME) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE report SET text = replace(text, '7 per cent', '9 per cent')")
    connection.close()
    found = ask("check")
    assert found.exit_code == 4
    assert "mismatch" in found.stdout
    assert len(json.loads(ask("check", "--json").stdout)["mismatches"]) >= 1


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "-"])
def test_claims_are_exported_as_the_name_says(talks: Path, name: str) -> None:
    found = ask("export", name, "--kind", "move")
    assert found.exit_code == 0
    data = found.stdout_bytes if name == "-" else (talks / name).read_bytes()
    assert len(data.splitlines()) == 5 + (name == "out.csv")
    assert sorted(path.name for path in talks.iterdir() if "out" in path.name) == ([] if name == "-" else [name])
    if name != "-":
        assert found.stdout == ""
        assert found.stderr == f"5 claims written to {name}\n"
    if name == "out.jsonl":
        with Store.open(talks / DATABASE_NAME) as store:
            assert data == claims_jsonl(Ledger(store).view(kind="move").entries)


def test_a_format_goes_before_the_name_and_an_export_replaces_the_last(talks: Path) -> None:
    (talks / "claims.data").write_text("old")
    assert ask("export", "claims.data", "--format", "csv").exit_code == 0
    assert (talks / "claims.data").read_bytes().startswith(b"\xef\xbb\xbfkind")


def test_the_doctor_names_what_runs(talks: Path) -> None:
    facts = {fact["label"]: fact["words"] for fact in json.loads(ask("doctor", "--json").stdout)["facts"]}
    assert facts["record"].startswith("4 reports, 1 run, ")
    assert "FTS5" in facts["sqlite"]
    assert facts["database"] == str(talks / DATABASE_NAME)
    assert facts["language model"].startswith("en_core_web_sm")


def test_the_database_can_be_named(talks: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = small_record.build(tmp_path_factory.mktemp("other") / "other.parley")
    (talks / DATABASE_NAME).unlink()
    for extra in ([], ["--db", str(other)]):
        assert ask("ls", "moves", *extra).exit_code == (0 if extra else 1)
    assert ask("ls", "moves", env={"PARLEY_DB": str(other)}).exit_code == 0
