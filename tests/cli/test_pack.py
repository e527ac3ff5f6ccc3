"""`parley pack`, and `parley add` with packs of one's own, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from parley.cli.main import parley
from tests.cli.running import environment, run

PACK = """name = "river"
title = "River water"
about = "Talks on how the water of a river is shared."
strong = ["irrigators"]

[[frame]]
act = "reject"
verbs = ["stonewall"]
needs = ["object=proposal|demand"]

[[role]]
kinds = ["organisation"]
plural = true
nouns = ["irrigator"]

[[example]]
text = "The irrigators stonewalled the demand."
act = "reject"
by = "the irrigators"

[[example]]
text = "The irrigators sleep in huts."
act = "none"
"""
REPORT = "SELBURY, May 6, 2031 - The irrigators stonewalled the demand on Monday.\n"


@pytest.fixture
def river(here: Path) -> Path:
    """A current folder with a pack and a report that only the pack can read."""
    (here / "river.toml").write_text(PACK, encoding="utf-8")
    (here / "report.txt").write_text(REPORT, encoding="utf-8")
    return here


def test_the_list_names_the_packs_in_use(here: Path) -> None:
    found = CliRunner().invoke(parley, ["pack", "list", "--jsonl"])
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert [row["name"] for row in rows] == ["climate", "conflict", "debt", "labour", "takeover", "trade"]
    assert all(row["issues"] and row["roles"] and row["examples"] and row["about"] for row in rows)
    assert "about" in CliRunner().invoke(parley, ["pack", "list", "--table"]).stdout


def test_own_packs_are_listed_with_their_file(river: Path) -> None:
    found = run("pack", "list", "--jsonl", cwd=river, env=environment(PARLEY_PACKS="river.toml"))
    row = json.loads(found.stdout.splitlines()[-1])
    assert (row["name"], row["file"], row["frames"], row["examples"]) == ("river", "river.toml", 1, 2)


def test_a_pack_in_order_is_told_so(river: Path) -> None:
    found = run("pack", "check", "river.toml", cwd=river)
    assert found.stdout == "All is right: 1 pack (river), 2 examples read\n"
    assert found.returncode == 0


def test_every_fault_of_every_file_is_told(river: Path) -> None:
    wrong = PACK.replace('text = "The irrigators sleep', 'text = "The irrigators stonewalled the offer and sleep')
    (river / "wrong.toml").write_text(
        wrong.replace('"river"', '"lake"').replace("stonewall", "stone", 1), encoding="utf-8"
    )
    (river / "broken.toml").write_text("name = \n", encoding="utf-8")
    found = run("pack", "check", "wrong.toml", "broken.toml", "missing.toml", cwd=river)
    lines = found.stdout.splitlines()
    assert found.returncode == 1
    assert found.stderr == ""
    assert [line.partition(":")[0] for line in lines] == [
        "broken.toml", "missing.toml", "wrong.toml, line 16, [[example]] 1", "3 faults",
    ]  # fmt: skip
    assert "the extractor finds no act, not 'reject' by the irrigators" in lines[2]


def test_a_check_is_given_as_json(river: Path) -> None:
    (river / "river.toml").write_text(PACK + "[[office]]\nwords = []\n", encoding="utf-8")
    found = run("pack", "check", "river.toml", "--json", cwd=river)
    page = json.loads(found.stdout)
    assert found.returncode == 1
    assert page["faults"] == [
        {"path": "river.toml", "place": "line 24, [[office]] 1", "message": "it lists no words; add some or leave the entry out"}
    ]  # fmt: skip


def test_a_new_pack_passes_the_check_and_is_not_written_over(here: Path) -> None:
    first = run("pack", "new", "weir talks.toml", cwd=here)
    assert first.stdout.startswith("'weir talks.toml' holds the pack 'weir-talks' to fill in")
    assert run("pack", "check", "weir talks.toml", cwd=here).returncode == 0
    again = run("pack", "new", "weir talks.toml", cwd=here)
    assert again.returncode == 1
    assert again.stderr == "Error: pack 'weir talks.toml' cannot be used: it is there already; name another file\n"


@pytest.mark.parametrize("args", [["pack", "new"], ["pack", "mend"], ["pack", "list", "--db", "x"], ["add", "--pack"]])
def test_wrong_use_is_told(here: Path, args: list[str]) -> None:
    assert CliRunner().invoke(parley, args).exit_code == 2


def _acts(folder: Path) -> list[str]:
    found = run("ls", "moves", "--jsonl", cwd=folder)
    return [json.loads(line)["act"] for line in found.stdout.splitlines()]


def test_reports_are_read_with_the_packs_named(river: Path) -> None:
    assert run("add", "report.txt", cwd=river).returncode == 0
    assert _acts(river) == []
    found = run("add", "report.txt", "--pack", "river.toml", "--jobs", "2", cwd=river)
    assert found.stdout == "1 report read: 1 read again; 1 claim\n"
    assert _acts(river) == ["reject"]
    again = run("add", "report.txt", cwd=river, env=environment(PARLEY_PACKS=str(river / "river.toml")))
    assert again.stdout == "1 report read: 1 known; 0 claims\n"


@pytest.mark.parametrize("variable", [False, True])
def test_a_faulty_pack_stops_before_anything_is_read(river: Path, variable: bool) -> None:
    (river / "river.toml").write_text(PACK.replace("reject", "refuse", 1), encoding="utf-8")
    env = environment(PARLEY_PACKS="river.toml") if variable else None
    found = run("add", "report.txt", *([] if variable else ["--pack", "river.toml"]), cwd=river, env=env)
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.startswith("Error: pack 'river.toml' cannot be used: line 6, [[frame]] 1: 'refuse' is no act; ")
    assert found.stderr.count("\n") == 1
