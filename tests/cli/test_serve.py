"""`parley serve` as a user starts and ends it."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.running import COMMAND, environment, run


def test_it_prints_where_it_serves_and_ends_well_on_an_interruption(talks: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"],
        cwd=talks,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        with urlopen(f"{address}stories.json") as answer:
            assert b'"stories"' in answer.read()
        serving.send_signal(signal.SIGINT)
        _, said = serving.communicate(timeout=20)
    assert serving.returncode == 0
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "0.0.0.0"], "others can reach this record; give --token"),
        (["--host", "192.0.2.1", "--token", "quay"], "cannot be used"),
        (["--db", "none.parley"], "none.parley"),
    ],
)
def test_what_it_cannot_do_it_says_in_a_sentence(talks: Path, options: list[str], words: str) -> None:
    failed = run("serve", *options, cwd=talks)
    assert failed.returncode == 1
    assert words in failed.stderr
    assert "Traceback" not in failed.stderr
