from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.project import DATABASE_NAME


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_PERSON", "Ann Reyes")


def ask(*args: str) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley")


def claims() -> list[str]:
    return [json.loads(line)["id"] for line in ask("ls", "claims", "--jsonl").stdout.splitlines()]


def log() -> list[tuple[str, str]]:
    rows = [json.loads(line) for line in ask("decide", "log", "--jsonl").stdout.splitlines()]
    return [(row["verdict"], row["state"]) for row in rows]


def test_decisions_go_from_one_record_to_another(talks: Path, built: Path) -> None:
    first, second, *_ = claims()
    ask("decide", "reject", first)
    ask("decide", "accept", second)
    written = ask("decisions", "export", "mine.jsonl")
    assert written.stderr == "2 decisions written to mine.jsonl\n"
    assert ask("decisions", "export", "-").stdout == (talks / "mine.jsonl").read_text(encoding="utf-8")
    copyfile(built, talks / "other.parley")
    tried = ask("decisions", "apply", "mine.jsonl", "--dry-run", "--db", "other.parley")
    assert tried.stdout == "2 decisions would be taken in, 0 known already.\n"
    done = ask("decisions", "apply", "mine.jsonl", "--db", "other.parley")
    assert done.exit_code == 0
    assert done.stdout == "2 decisions taken in, 0 known already.\n"
    assert ask("decisions", "apply", "mine.jsonl", "mine.jsonl").stdout == "0 decisions taken in, 2 known already.\n"
    copyfile(talks / "other.parley", talks / DATABASE_NAME)
    assert log() == [("accept", "in_force"), ("reject", "in_force")]
    assert first not in claims()


def test_what_is_left_over_is_listed(talks: Path, tmp_path: Path) -> None:
    ask("decide", "reject", claims()[0], "--person", "Bo")
    ask("decisions", "export", "mine.jsonl")
    from parley.store import Store

    Store.open(talks / "empty.parley").close()
    done = ask("decisions", "apply", "mine.jsonl", "--db", "empty.parley")
    assert done.exit_code == 3
    assert "1 decision not taken in" in done.stdout
    assert "by Bo" in done.stdout
    assert "its report is not in this record" in " ".join(done.stdout.split())
    page = json.loads(ask("decisions", "apply", "mine.jsonl", "--db", "empty.parley", "--json").stdout)
    assert [left["verdict"] for left in page["not_placed"]] == ["reject"]


def test_decisions_are_undone_by_name_or_from_the_last_on(talks: Path) -> None:
    first, second, third, *_ = claims()
    for claim in (first, second, third):
        ask("decide", "accept", claim)
    ask("decide", "same", "Ferry Crews", "Crews")
    done = ask("decisions", "undo", "--last", "2")
    assert done.exit_code == 0
    assert "2 decisions undone" in done.stderr
    assert [state for verdict, state in log() if verdict == "accept"] == ["undone", "in_force", "in_force"]
    names = [json.loads(line)["id"] for line in ask("decide", "log", "--jsonl").stdout.splitlines()]
    assert ask("decisions", "undo", *names[-2:]).exit_code == 0
    assert [state for verdict, state in log() if verdict == "accept"] == ["undone"] * 3
    refused = ask("decisions", "undo", names[-1])
    assert refused.exit_code == 1
    assert "is undone already" in refused.stderr
    assert "0 decisions undone" in ask("decisions", "undo", "--last", "9").stderr


@pytest.mark.parametrize("args", [["undo"], ["undo", "abc", "--last", "1"]])
def test_it_must_be_said_what_to_undo(talks: Path, args: list[str]) -> None:
    refused = ask("decisions", *args)
    assert refused.exit_code == 2
    assert "--last N" in refused.stderr


def test_a_file_that_is_not_there_is_one_sentence(talks: Path) -> None:
    refused = ask("decisions", "apply", "none.jsonl")
    assert refused.exit_code == 1
    assert "'none.jsonl' cannot be read" in refused.stderr


def test_a_sheet_goes_out_and_comes_back(talks: Path) -> None:
    assert ask("export", "claims.csv", "--review").exit_code == 0
    text = (talks / "claims.csv").read_text(encoding="utf-8-sig")
    heading, first, second, *rest = text.split("\n")
    filled = "\n".join([heading, f"reject{first}", f"perhaps{second}", *rest])
    (talks / "claims.csv").write_text(filled, encoding="utf-8")
    done = ask("decisions", "apply", "claims.csv", "--person", "Bo")
    assert done.exit_code == 3
    assert "1 decision taken in, 0 known already." in done.stdout
    assert "row 3 of claims.csv" in done.stdout
    assert "'perhaps' is no verdict" in done.stdout
    assert log() == [("reject", "in_force")]
    assert ask("export", "claims.jsonl", "--review").exit_code == 2
