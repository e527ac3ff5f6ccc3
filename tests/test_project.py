from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import parley
from parley.model import Move, Report, canonical_json, new_report
from parley.pipeline import Progress, Summary
from parley.project import DATABASE_NAME, Project, find_database
from parley.store import DatabaseMissingError, ReadOnlyDatabaseError
from tests.recorded import LATER_RUN, extraction_of, observed

LEAD = "Dockers at Northport on Monday rejected the port authority's offer of a 4 percent pay rise."
REPORT = f"""Harbour strike enters second week

NORTHPORT, March 4, 2031 - {LEAD}

"We will not go back for less," the union's leader, Ann Reyes, said on Tuesday.

At least 300 workers have walked out, the authority said.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, two folders down, and no database named."""
    folder = tmp_path / "talks" / "reports"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("PARLEY_DB", raising=False)
    return folder


def test_the_database_is_found_in_the_folders_above(here: Path) -> None:
    assert find_database() == here / DATABASE_NAME
    above = here.parents[1] / DATABASE_NAME
    above.touch()
    assert find_database() == above
    nearer = here.parent / DATABASE_NAME
    nearer.touch()
    assert find_database() == nearer


def test_a_folder_of_that_name_is_no_database(here: Path) -> None:
    (here.parent / DATABASE_NAME).mkdir()
    assert find_database() == here / DATABASE_NAME


def test_a_named_database_goes_before_the_one_found(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / DATABASE_NAME).touch()
    monkeypatch.setenv("PARLEY_DB", "other.parley")
    assert find_database() == Path("other.parley")
    assert find_database("given.parley") == Path("given.parley")


def test_open_makes_a_database_unless_told_not_to(here: Path) -> None:
    with pytest.raises(DatabaseMissingError):
        parley.open(create=False)
    with parley.open() as project:
        assert isinstance(project, Project)
        assert project.store.path == here / DATABASE_NAME
        assert project.ledger().view().entries == ()
    with parley.open(read_only=True) as project, pytest.raises(ReadOnlyDatabaseError):
        project.store.add_problem(parley.Problem("empty", "'a.txt' holds no text", "a.txt"))


def exported(project: Project) -> bytes:
    reports = [(recorded.report, recorded.observations) for recorded in project.store.reports()]
    return canonical_json((reports, list(project.store.claims()), project.store.problems()))


def test_reports_are_added_and_asked_about(here: Path) -> None:
    (here / "a.txt").write_text(REPORT)
    (here / "b.txt").write_text(REPORT.replace("4 percent", "5 percent"))
    (here / "empty.txt").touch()
    done: list[tuple[str, int]] = []
    with parley.open() as project:
        summary = project.add(
            "a.txt", here / "b.txt", "empty.txt", story="Port", progress=lambda p: done.append((p.stage, p.done))
        )
        assert (summary.added, summary.skipped, len(summary.problems)) == (2, 1, 1)
        assert done[-2:] == [("reading", 3), ("stories", 2)]
        before = exported(project)
        again = project.add("empty.txt", here / "b.txt", "a.txt", story="Port")
        assert (again.added, again.known, again.claims) == (0, 2, 0)
        assert exported(project) == before
        rejections = project.ledger().view(kind="move", act="reject", story="port").entries
        entries = [e for e in rejections if e.claim.mentions[0].trigger.of(e.report.text) == "rejected"]
        assert len(entries) == 2
        assert all("rejected" in mention.trigger.of(e.report.text) for e in entries for mention in e.claim.mentions)
        assert project.ledger().board(story="Port").cells
        assert list(project.store.check()) == []


def test_a_missing_source_is_a_problem_and_no_error(here: Path) -> None:
    with parley.open() as project:
        summary = project.add("none.txt")
    assert (summary.added, summary.skipped) == (0, 1)
    assert "none.txt" in summary.problems[0].message


def test_a_text_is_read_without_a_database(here: Path) -> None:
    extraction = parley.extract(LEAD)
    moves = [claim for claim in extraction.claims if isinstance(claim.body, Move)]
    assert "reject" in {claim.body.act for claim in moves if isinstance(claim.body, Move)}
    assert extraction == parley.extract(Report(extraction.report, LEAD))
    assert list(here.iterdir()) == []


def in_new_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_importing_parley_leaves_the_heavy_libraries_alone() -> None:
    heavy = ("spacy", "sqlalchemy", "alembic", "trafilatura")
    assert in_new_process(f"import sys, parley; print([name for name in {heavy} if name in sys.modules])") == "[]"


@pytest.mark.parametrize(
    "before", ["import parley.extract, parley", "from parley.extract import extract; import parley"]
)
def test_the_function_extract_is_not_hidden_by_the_package_of_that_name(before: str) -> None:
    assert in_new_process(f"{before}; print(parley.extract.__name__)") == "extract_from"


def test_every_public_name_is_there() -> None:
    assert all(getattr(parley, name) is not None for name in parley.__all__)
    assert set(parley.__all__) <= set(dir(parley))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        parley.nothing  # noqa: B018


def test_reports_of_another_state_of_the_program_are_read_again(here: Path) -> None:
    report = new_report(REPORT, outlet="Harbour Gazette", published="2031-03-04")
    done: list[Progress] = []
    with parley.open() as project:
        project.store.add(report, observed("gone.txt"), extraction=extraction_of(report), run=LATER_RUN)
        summary = project.re_extract(progress=done.append)
        assert (summary.reread, summary.added, summary.known, summary.skipped) == (1, 0, 0, 0)
        assert (done[-1].done, done[-1].total) == (1, 1)
        moves = project.ledger().view(kind="move").claims
        assert "reject" in {claim.body.act for claim in moves if isinstance(claim.body, Move)}
        older, newer = project.store.run_counts()
        assert (older.run, older.reports, older.claims) == (LATER_RUN, 1, 0)
        assert (newer.reports, newer.claims) == (1, summary.claims)
        assert project.re_extract() == Summary()
        found = project.ledger().difference()
        assert (found.before.run.id, found.after.run.id, found.shared) == (older.run.id, newer.run.id, 1)
        ((recorded, difference),) = found.reports
        assert (recorded.report, len(difference.appeared), difference.gone) == (report, summary.claims, ())
