from __future__ import annotations

import re
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from parley.annotate import Doc
from parley.model import Report
from parley.pipeline import Steps
from parley.project import DATABASE_NAME
from parley.project import project as project_module
from parley.store import Store
from tests import word_steps
from tests.cli.test_questions import ask
from tests.word_steps import STEPS

TEXT = "Crews at the northern ferry port rejected the offer that the company made on Monday, the union said.\n"


@pytest.fixture
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read reports by two words, without a parser."""
    monkeypatch.setattr(project_module, "_steps", lambda: STEPS)


def write(folder: Path, number: int) -> None:
    folder.mkdir(exist_ok=True)
    for each in range(number):
        (folder / f"{each:03}.txt").write_text(f"Day {each} of the strike\n\n{TEXT}")


@pytest.mark.usefixtures("by_words")
def test_adding_tells_what_came_of_it_and_adding_again_changes_nothing(here: Path) -> None:
    write(here / "reports", 3)
    assert ask("add", "reports").stdout == "3 reports read: 3 new; 3 claims; in the record 2 copies of 1 original\n"
    found = ask("add", "reports", "--story", "Ferries")
    assert (found.exit_code, found.stdout) == (0, "3 reports read: 3 known; 0 claims\n")
    assert found.stderr == ""


@pytest.mark.usefixtures("by_words")
def test_what_is_skipped_is_listed_a_line_each_and_the_rest_recorded(here: Path) -> None:
    write(here / "reports", 2)
    (here / "reports" / "empty.txt").write_text("")
    (here / "reports" / "letter.docx").write_bytes(b"PK")
    found = ask("add", "reports", "missing.txt")
    assert found.exit_code == 3
    assert found.stdout == (
        "2 reports read: 2 new; 2 claims; in the record 1 copy of 1 original; 3 inputs skipped, see parley ls problems\n"
    )
    lines = found.stderr.splitlines()
    assert len(lines) == 3
    for name, line in zip(("empty.txt", "letter.docx", "missing.txt"), lines, strict=True):
        assert name in line


@pytest.mark.usefixtures("by_words")
def test_standard_input_is_read_with_what_the_options_say(here: Path) -> None:
    found = ask("add", "-", "--outlet", "Coast Radio", "--published", "2031-03-04", "--story", "Ferries", input=TEXT)
    assert found.stdout == "1 report read: 1 new; 1 claim\n"
    with Store.open(here / DATABASE_NAME) as store:
        (recorded,) = store.reports()
    seen = recorded.observations[0]
    assert (recorded.report.outlet, recorded.report.published) == ("Coast Radio", "2031-03-04")
    assert (seen.story, seen.published_basis, seen.source) == ("Ferries", "option", "-")


def _annotate_until_interrupted(reports: Iterable[Report]) -> Iterator[Doc]:
    docs = list(word_steps.annotate(reports))
    if any("Day 100 " in doc.text for doc in docs):
        signal.raise_signal(signal.SIGINT)
    yield from docs


def test_an_interruption_keeps_what_is_recorded_and_the_same_command_resumes(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "reports", 150)
    steps = Steps(_annotate_until_interrupted, word_steps.extract, STEPS.run)
    monkeypatch.setattr(project_module, "_steps", lambda: steps)
    found = ask("add", "reports")
    assert found.exit_code == 130
    assert found.stdout == ""
    assert found.stderr == "Interrupted; everything recorded so far is kept, and the same command resumes.\n"
    with Store.open(here / DATABASE_NAME) as store:
        kept = sum(1 for _ in store.reports())
    assert 0 < kept < 150
    monkeypatch.setattr(project_module, "_steps", lambda: STEPS)
    again = ask("add", "reports").stdout
    assert again.startswith(f"150 reports read: {150 - kept} new, {kept} known; {150 - kept} claims; in the record ")


def test_reports_are_read_for_real(here: Path) -> None:
    (here / "a.txt").write_text(
        "NORTHPORT, March 4, 2031 - The ferry company on Monday rejected the crews' demand for a 7 per cent pay rise.\n\n"
        '"We have nothing more to give," its chairman, Ada Quill, said.\n'
    )
    found = ask("add", "a.txt")
    assert found.exit_code == 0
    assert re.fullmatch(r"1 report read: 1 new; [1-9]\d* claims?\n", found.stdout)
    assert found.stderr == ""
    assert "We have nothing more to give" in ask("ls", "quotes", "--party", "Quill").stdout
    assert ask("check").exit_code == 0
