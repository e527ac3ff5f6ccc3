"""The two reports from the world in one database: what a careful reader finds between them, and what must stay apart."""

from __future__ import annotations

import json
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest

import parley
from parley.compare.series import difference_of_scope
from parley.ledger import StoryAccount
from parley.pages.apart import apart_rows
from parley.resolve import Told
from tests.acceptance.test_seeds import ACCOUNT, HERE, SEEDS

SECTIONS: dict[str, Any] = json.loads(ACCOUNT.read_text(encoding="utf-8")) if ACCOUNT.is_file() else {}
CROSS: list[dict[str, Any]] = SECTIONS.get("cross", [])
ENTRIES = {
    entry["id"]: entry
    for entries in SECTIONS.values()
    if isinstance(entries, list)
    for entry in entries
    if "id" in entry
}


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> StoryAccount:
    with parley.open(tmp_path_factory.mktemp("seeds") / "talks.parley") as project:
        project.add(SEEDS, story="truce")
        (found,) = project.ledger().accounts(story="truce")
        return found


def claims_of(account: StoryAccount, name: str) -> set[str]:
    """The claims that stand where the reader saw an entry."""
    entry = ENTRIES[name]
    kind = "figure" if name.startswith("F") else "move"
    return {
        claim
        for claim, told in account.entries.items()
        if told.claim.kind == kind
        and Path(told.observation.source).name == entry["doc"]
        and any(
            start < m.trigger.end and m.trigger.start < end
            for m in told.claim.mentions
            for start, end in entry["mentions"]
        )
    }


@HERE
@pytest.mark.parametrize("relation", CROSS, ids=lambda relation: relation["what"])
def test_the_reports_together_say_what_a_careful_reader_finds(account: StoryAccount, relation: dict[str, Any]) -> None:
    items = [claims_of(account, name) for name in relation["items"]]
    assert all(items)
    ends = {
        kind: {frozenset((each.one, each.other)) for each in account.account.relations if each.kind == kind}
        for kind in ("correction", "contradiction", "update", "repeat", "refines", "answers", "part_of")
    }
    pairs = [{frozenset((a, b)) for a in one for b in other} for one, other in combinations(items, 2)]
    if relation["relation"] == "none":
        assert not any(pair & found for pair in pairs for found in ends.values())
        assert all(_kept_apart(account, pair) for pair in pairs)
        assert all(_is_told_why(account, pair) for pair in pairs)
    else:
        assert any(pair & ends[relation["relation"]] for pair in pairs)
        assert not any(pair & ends["contradiction"] for pair in pairs)


def _kept_apart(account: StoryAccount, pairs: set[frozenset[str]]) -> bool:
    """Whether of each two figures it is said in which field they differ."""
    return all(_difference(account, *sorted(pair)) is not None for pair in pairs if len(pair) == 2)


def _is_told_why(account: StoryAccount, pairs: set[frozenset[str]]) -> bool:
    """Whether the page of each figure says of the other in which field they differ."""
    ends = [(one, other) for pair in pairs if len(pair) == 2 for one, other in permutations(sorted(pair))]
    return all(other in {row.id for row in apart_rows(account.entries[one], account)} for one, other in ends)


def _difference(account: StoryAccount, one: str, other: str) -> object:
    first, second = (
        Told(entry.claim, entry.report.published, entry.report.outlet, entry.report.id)
        for entry in (account.entries[one], account.entries[other])
    )
    return difference_of_scope(first, second, account.account.parties, series=account.account.series)
