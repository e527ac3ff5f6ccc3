from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from parley.project import DATABASE_NAME
from tests.cli.test_questions import ask


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["show", "zzz"], "no claim or report answers to 'zzz'"),
        (["explain", "zzz"], "no claim in the record answers to 'zzz'"),
        (["unread", "zzz"], "no report in the record answers to 'zzz'"),
        (["ls", "moves", "--report", "zzz"], "no report in the record answers to 'zzz'"),
        (["talks", "zzz"], "no story in the record answers to 'zzz'; list what is there with `parley stories`"),
        (["board", "--story", "zzz"], "no report is in the story 'zzz'; there are Ferry dispute; Quarry"),
        (["search", "?!"], "holds no word"),
        (["board", "--db", "none.parley"], "'none.parley'"),
        (["export", "nowhere/claims.csv"], "nowhere"),
        (["add", "a.txt", "--published", "soon"], "'soon' is no plain date"),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(talks: Path, args: list[str], part: str) -> None:
    found = ask(*args)
    assert found.exit_code == 1
    assert found.stdout == ""
    (line,) = found.stderr.splitlines()
    assert line.startswith("Error: ")
    assert part in line


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["ls", "moves", "--since", "yesterday"], "'yesterday' is no date; write it as year-month-day"),
        (["ls", "moves", "--until", "2031-13-01"], "is no date"),
        (["ls", "moves", "--act", "shout"], "'shout' is not one of"),
        (["ls", "moves", "--limit", "0"], "--limit"),
        (["ls", "figures", "--act", "offer"], "No such option"),
        (["board", "--parties", "few"], "neither a number of parties nor 'all'"),
        (["export", "claims.txt"], "does not say a format"),
        (["export", "claims.xls"], "Parley writes no workbooks"),
        (["add"], "or give --re-extract"),
        (["sing"], "No such command 'sing'"),
        (["search"], "give words to search for"),
    ],
)
def test_wrong_use_exits_with_2_and_says_what_is_right(talks: Path, args: list[str], part: str) -> None:
    found = ask(*args)
    assert found.exit_code == 2
    assert part.casefold() in found.stderr.casefold()
    assert found.stdout == ""


def test_a_file_that_is_no_database_is_left_alone(here: Path) -> None:
    (here / DATABASE_NAME).write_text("these are my notes, not a database\n" * 50)
    for command in (["board"], ["add", "a.txt"]):
        found = ask(*command)
        assert (found.exit_code, len(found.stderr.splitlines())) == (1, 1)
    assert (here / DATABASE_NAME).read_text().startswith("these are my notes")


def test_a_newer_database_is_named_as_such(talks: Path) -> None:
    with sqlite3.connect(talks / DATABASE_NAME) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    found = ask("board")
    assert found.exit_code == 1
    assert "newer" in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_an_error_shows_where_it_came_from_only_when_asked(talks: Path) -> None:
    shown = ask("show", "zzz", "-vv")
    assert shown.exit_code == 1
    assert shown.exception is not None
    assert "answers to 'zzz'" in str(shown.exception)


def test_a_failed_export_leaves_the_old_file(talks: Path) -> None:
    (talks / "claims.csv").mkdir()
    found = ask("export", "claims.csv")
    assert found.exit_code == 1
    assert len(found.stderr.splitlines()) == 1
    assert [path.name for path in talks.iterdir() if path.name.startswith(".claims")] == []
