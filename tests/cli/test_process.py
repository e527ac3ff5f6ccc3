"""What only a process of its own shows: pipes, terminals, signals, and what start-up loads."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from parley.project import DATABASE_NAME
from tests.cli.running import COMMAND, environment, run


def on_terminal(*args: str, cwd: Path, columns: int = 100, **env: str) -> str:
    """What the command prints when its output is a terminal."""
    ours, theirs = pty.openpty()
    more = {"TERM": "xterm-256color", "COLUMNS": str(columns), **env}
    process = subprocess.Popen([*COMMAND, *args], cwd=cwd, env=environment(**more), stdout=theirs, stderr=theirs)
    os.close(theirs)
    printed = b""
    try:
        while piece := os.read(ours, 65536):
            printed += piece
    except OSError:
        pass  # Linux reports the end of a terminal that way
    finally:
        os.close(ours)
    assert process.wait(timeout=60) == 0
    return printed.decode()


@pytest.mark.parametrize("args", [["board"], ["ls", "moves"]])
def test_colour_is_for_terminals_that_want_it(talks: Path, args: list[str]) -> None:
    coloured = on_terminal(*args, cwd=talks)
    assert "\x1b[" in coloured
    plain = on_terminal("ls", "reports", cwd=talks, NO_COLOR="1")
    assert not any(f"\x1b[{code}m" in plain for code in range(30, 38))
    assert "\x1b" not in run(*args, cwd=talks).stdout


def test_a_list_is_a_table_on_a_terminal_and_json_lines_to_a_pipe(talks: Path) -> None:
    assert "on whose word" in on_terminal("ls", "moves", cwd=talks)
    assert run("ls", "moves", cwd=talks).stdout.startswith('{"published":')


@pytest.mark.parametrize("args", [["ls", "claims"], ["board"], ["export", "-"]])
def test_a_closed_pipe_is_met_with_silence(talks: Path, args: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        process = subprocess.run(
            [*COMMAND, *args], cwd=talks, env=environment(), stdout=closed, stderr=subprocess.PIPE, text=True, timeout=60
        )  # fmt: skip
    assert process.stderr == ""
    assert process.returncode == 141


def test_ctrl_c_ends_with_a_sentence_and_130(here: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "add", "-"], cwd=here, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    while not (here / DATABASE_NAME).exists():  # from then on it waits for its input
        assert process.poll() is None
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert err == "Interrupted; everything recorded so far is kept, and the same command resumes.\n"


def test_a_database_that_is_being_written_can_be_read(talks: Path) -> None:
    import sqlite3

    writer = sqlite3.connect(talks / DATABASE_NAME, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        assert run("ls", "moves", cwd=talks).returncode == 0
    finally:
        writer.close()


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(here: Path) -> None:
    (here / "a.txt").write_text("The crews rejected the offer that the company made on Monday.")
    blocked = here / "file"
    blocked.write_text("")
    found = run("add", "a.txt", "--db", blocked / "talks.parley", cwd=here)
    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1
    assert "Traceback" not in found.stderr


def test_help_and_version_load_nothing_heavy(here: Path) -> None:
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom parley.cli.main import parley\n"
        "assert CliRunner().invoke(parley, sys.argv[1:]).exit_code == 0\n"
        "print([name for name in ('spacy', 'sqlalchemy', 'rich', 'alembic', 'trafilatura') if name in sys.modules])"
    )
    for args in (["--help"], ["--version"], ["add", "--help"], ["ls", "moves", "--help"]):
        found = subprocess.run(
            [sys.executable, "-c", script, *args], cwd=here, capture_output=True, text=True, timeout=60
        )
        assert found.stdout == "[]\n", found.stderr


def test_the_version_is_told(here: Path) -> None:
    assert run("--version", cwd=here).stdout.startswith("parley ")


def test_the_database_is_found_in_a_folder_above(talks: Path) -> None:
    below = talks / "notes" / "march"
    below.mkdir(parents=True)
    assert len(run("ls", "moves", cwd=below).stdout.splitlines()) == 5


def test_output_is_utf_8_whatever_the_locale(talks: Path) -> None:
    found = run("ls", "moves", cwd=talks, env=environment(PYTHONIOENCODING="ascii"))
    assert "←" in found.stdout
    assert run("board", cwd=talks, env=environment(PYTHONIOENCODING="ascii")).returncode == 0
