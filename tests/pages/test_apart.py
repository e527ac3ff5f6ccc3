"""With which figures near to it one is not compared, and in which field they differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.ledger import Entry
from parley.pages.apart import apart_facts, apart_rows
from parley.pages.in_series import series_facts
from parley.project import Project

REPORT = """Envoy returns to Norport

NORPORT, May 4, 2031 - The River Front captured 61 hostages in the raid of April 2, 2031 on Norport. The Front still holds
up to 48 living hostages. The Front has released 7 hostages since April 2, and Norland has released 30 prisoners since April 2.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder: Path = tmp_path_factory.mktemp("apart")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    with parley.open(folder / "talks.parley") as project:
        project.add(folder / "report.txt", story="truce")
        yield project


def figure(project: Project, measure: str, group: str) -> Entry:
    return next(
        entry
        for entry in project.ledger().view(story="truce").entries
        if entry.claim.kind == "figure" and entry.claim.body.measure == measure and entry.claim.body.group == group  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("captured", "hostages"), ("held", "living hostages"), "another measure: captured here, held there"),
        (("released", "hostages"), ("released", "prisoners"), "another group: hostages here, prisoners there"),
        (("released", "prisoners"), ("released", "hostages"), "another group: prisoners here, hostages there"),
    ],
    ids=str,
)
def test_a_figure_says_why_another_is_not_compared_with_it(
    project: Project, one: tuple[str, str], other: tuple[str, str], why: str
) -> None:
    standing = project.ledger().in_story(figure(project, *one))
    found = {row.id: row.why for row in apart_rows(standing)}
    assert found[figure(project, *other).claim.id] == why
    assert any(words.endswith(f"[{why}]") for _, words in apart_facts(standing))


def test_a_figure_says_in_which_series_it_stands_and_how(project: Project) -> None:
    facts = dict(series_facts(project.ledger().in_story(figure(project, "captured", "hostages"))))
    assert facts["series"].endswith("hostages captured in the attack of 2 April 2031"), facts
    assert facts["stands"] == "current"


def test_a_figure_of_nothing_near_stands_by_itself(project: Project) -> None:
    standing = project.ledger().in_story(figure(project, "captured", "hostages"))
    assert figure(project, "released", "prisoners").claim.id not in {row.id for row in apart_rows(standing)}
