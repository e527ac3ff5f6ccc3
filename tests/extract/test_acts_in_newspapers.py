"""Acts in the everyday words of newspapers, table by table, and what only looks like them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.reading_moves import moves_of, read_all

CASES = Path(__file__).parents[1] / "cases"
TABLES: list[dict[str, Any]] = [
    tomllib.loads((CASES / name).read_text(encoding="utf-8"))
    for name in ("demands_and_deals.toml", "refusals.toml", "duties_and_visits.toml")
]
ROWS = [(act, *row) for table in TABLES for act, rows in table["found"].items() for row in rows]
NONE = [(text, tuple(table["found"])) for table in TABLES for text in table["none"]["texts"]]

read_all([*(text for _, _, text in ROWS), *(text for text, _ in NONE)])


@pytest.mark.parametrize(("act", "maker", "text"), ROWS, ids=[text[:50] for _, _, text in ROWS])
def test_the_act_is_found_with_its_maker(act: str, maker: str, text: str) -> None:
    found = moves_of(text, act)
    assert found, [move.act for _, move in moves_of(text)]
    names = [[actor.name.lower().removeprefix("the ") for actor in move.by] for _, move in found]
    assert any(maker.lower() in by if maker else not by for by in names), names
    assert any(claim.factuality.polarity == "positive" for claim, _ in found)


@pytest.mark.parametrize(("text", "acts"), NONE, ids=[text[:50] for text, _ in NONE])
def test_none_of_these_acts_is_found(text: str, acts: tuple[str, ...]) -> None:
    assert [move.act for _, move in moves_of(text, *acts)] == []
