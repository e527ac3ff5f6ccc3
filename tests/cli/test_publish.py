"""`parley publish`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.export.published import build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("publish")
    build(made / "talks.parley")
    return made


def test_one_file_is_written_and_said(folder: Path) -> None:
    done = run("publish", "brief.html", "--story", "Ferry", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("brief.html written, ")
    assert (folder / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_folder_is_written_once(folder: Path) -> None:
    done = run("publish", "site", "--story", "Ferry", cwd=folder)
    assert done.returncode == 0
    assert (folder / "site" / "index.html").is_file()
    again = run("publish", "site", cwd=folder)
    assert again.returncode == 2
    assert "'site' is no empty folder" in again.stderr


def test_nothing_to_publish_is_one_sentence(folder: Path) -> None:
    done = run("publish", "none.html", "--since", "2040-01-01", cwd=folder)
    assert done.returncode == 1
    assert "nothing in the record answers to that" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "none.html").exists()


def test_the_briefing_is_written_as_data(folder: Path) -> None:
    done = run("publish", "briefing.json", "--story", "Ferry", cwd=folder)
    assert done.returncode == 0
    assert done.stderr.startswith("briefing.json written, ")
    data = json.loads((folder / "briefing.json").read_bytes())
    assert data.keys() == {"provenance", "stories", "others"}
