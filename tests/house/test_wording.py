"""What must not stand in any file of the project: paths of one machine, addresses of one network."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.modules import ROOT

_READ = {".py", ".toml", ".md", ".txt", ".json", ".jsonl", ".html", ".lock", ".cfg", ".ini", ".yml", ""}
# Written in pieces, so that this file does not hold what it forbids.
FORBIDDEN = {
    "a path of one machine": re.compile("(?<![\\w.])/" + "(?:work|home|root|Users)/\\w"),
    "an address of a package index": re.compile(
        "(?:pypi" + "\\.org|files\\.python" + "hosted|index" + "-url|simple" + "/index)"
    ),
}


def _files() -> list[Path]:
    """Files under version control; those of the folders that hold the project where there is none."""
    try:
        told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
        paths = [ROOT / name for name in told.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for part in ("src", "tests", "bench", "docs") for path in (ROOT / part).rglob("*")]
    return [path for path in paths if path.is_file() and path.suffix in _READ]


FILES = _files()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    assert FILES
    held = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert held == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of one machine", "open('" + "/home" + "/anna/talks.parley')"),
        ("an address of a package index", "--index" + "-url https://example.org"),
    ],
)
def test_what_is_forbidden_would_be_seen(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)
