"""Demands, yes, concessions, deals, support and terms prolonged in the words of newspapers, and what only looks so."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.reading_moves import moves_of, read_all

TABLE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "demands_and_deals.toml").read_text(encoding="utf-8")
)
ROWS = [(act, maker, text) for act, rows in TABLE["found"].items() for maker, text in rows]

read_all([text for _, _, text in ROWS] + TABLE["none"]["texts"])


@pytest.mark.parametrize(("act", "maker", "text"), ROWS, ids=[text[:50] for _, _, text in ROWS])
def test_the_act_is_found_with_its_maker(act: str, maker: str, text: str) -> None:
    found = [(claim, move) for claim, move in moves_of(text, act)]
    assert found, [move.act for _, move in moves_of(text)]
    names = [[actor.name.lower().removeprefix("the ") for actor in move.by] for _, move in found]
    assert any(maker.lower() in by if maker else not by for by in names), names
    assert any(claim.factuality.polarity == "positive" for claim, _ in found)


@pytest.mark.parametrize("text", TABLE["none"]["texts"], ids=[text[:50] for text in TABLE["none"]["texts"]])
def test_none_of_these_acts_is_found(text: str) -> None:
    assert [move.act for _, move in moves_of(text, *TABLE["found"])] == []
