"""With which figures near to it one is not compared, and in which field they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

import parley
from parley.ledger import StoryAccount
from parley.pages.apart import apart_facts, apart_rows
from parley.pages.in_series import series_facts

REPORT = """Envoy returns to Norport

NORPORT, May 4, 2031 - The River Front captured 61 hostages in the raid of April 2, 2031 on Norport. The Front still holds
up to 48 living hostages. The Front has released 7 hostages since April 2, and Norland has released 30 prisoners since April 2.
"""


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> StoryAccount:
    folder: Path = tmp_path_factory.mktemp("apart")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    with parley.open(folder / "talks.parley") as project:
        project.add(folder / "report.txt", story="truce")
        return next(iter(project.ledger().accounts(story="truce")))


def figure(account: StoryAccount, measure: str, group: str) -> str:
    return next(
        claim
        for claim, entry in account.entries.items()
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
    account: StoryAccount, one: tuple[str, str], other: tuple[str, str], why: str
) -> None:
    entry = account.entries[figure(account, *one)]
    found = {row.id: row.why for row in apart_rows(entry, account)}
    assert found[figure(account, *other)] == why
    assert any(words.endswith(f"[{why}]") for _, words in apart_facts(entry, account))


def test_a_figure_says_in_which_series_it_stands_and_how(account: StoryAccount) -> None:
    facts = dict(series_facts(account.entries[figure(account, "captured", "hostages")], account))
    assert facts["series"].endswith("hostages captured in the attack of 2 April 2031"), facts
    assert facts["stands"] == "current"


def test_a_figure_of_nothing_near_stands_by_itself(account: StoryAccount) -> None:
    entry = account.entries[figure(account, "captured", "hostages")]
    assert figure(account, "released", "prisoners") not in {row.id for row in apart_rows(entry, account)}
