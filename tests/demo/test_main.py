"""The demo itself: from an empty folder to a record that can be asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import parley
from parley.demo.__main__ import demo


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_demo_prints_boards_counts_and_ways_to_go_on() -> None:
    Path("demo-record").mkdir()
    Path("demo-record/talks.parley").write_bytes(b"what an interrupted demo left")
    result = CliRunner().invoke(demo, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    for story in ("Aldermouth port strike: 8 reports", "Sarrand truce: 14 reports"):
        assert story in result.output
    assert "22 reports of 9 outlets" in result.output
    commands = [line.split() for line in result.stdout.splitlines() if line.endswith("--db demo-record/talks.parley")]
    assert [words[1] for words in commands] == ["talks", "figures", "show", "search", "serve"]
    with parley.open("demo-record/talks.parley", read_only=True) as talks:
        shown = talks.ledger().claim(commands[2][2])
        assert shown.observation.source.startswith("demo-record/reports/")


def test_demo_without_a_place_to_write_says_so_in_one_sentence() -> None:
    Path("demo-record").write_text("a file where the folder should be", encoding="utf-8")
    result = CliRunner().invoke(demo)
    assert result.exit_code == 1
    assert "'demo-record' cannot be read or written" in result.output
    assert "Traceback" not in result.output
