"""A second table of sentences, over every act and kind of talks: which moves a careful reader finds, and where none is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from parley.model.claim import Act
from tests.extract.reading_moves import moves_of, read_all

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "moves_more.toml").read_text(encoding="utf-8")
)["case"]
WITH_MOVES = [case for case in CASES if case["moves"]]

read_all(case["text"] for case in CASES)


def _rows(cases: list[dict[str, Any]]) -> list[Any]:
    """Rows as parameters; those with a known gap fail, and leave the list when they no longer do."""
    marks = {True: [pytest.mark.xfail(strict=True)], False: []}
    return [pytest.param(case, marks=marks["gap" in case], id=case["text"][:50]) for case in cases]


def _named(actors: Any) -> set[str]:
    names = {name for a in actors for name in (a.name, a.mention, a.acts_for) if name}
    return {name.lower().removeprefix("the ") for name in names}


@pytest.mark.parametrize("case", _rows(WITH_MOVES))
def test_the_move_is_found(case: dict[str, Any]) -> None:
    for wanted in case["moves"]:
        start = case["text"].index(wanted["trigger"])
        end = start + len(wanted["trigger"])
        acts = {wanted["act"], *wanted.get("or", ())}
        found = [
            (claim, move)
            for claim, move in moves_of(case["text"], *acts)
            if any(m.statement.start < end and start < m.statement.end for m in claim.mentions)
        ]
        assert found, [move.act for _, move in moves_of(case["text"])]
        names = [name.lower().removeprefix("the ") for name in wanted.get("by", ())]
        assert any(set(names) <= _named(move.by) for _, move in found)
        if not wanted.get("polarity_free"):
            assert any(c.factuality.polarity == wanted.get("polarity", "positive") for c, _ in found)


@pytest.mark.parametrize("case", _rows([case for case in CASES if not case["moves"]]))
def test_no_move_is_found(case: dict[str, Any]) -> None:
    assert [(move.act, claim.rule) for claim, move in moves_of(case["text"])] == [], case["why"]


def test_the_table_covers_every_act() -> None:
    assert {move["act"] for case in WITH_MOVES for move in case["moves"]} == set(get_args(Act))
    assert len({case["text"] for case in CASES}) == len(CASES) >= 180
    assert len(CASES) - len(WITH_MOVES) >= 40
    assert sum("gap" in case for case in CASES) <= len(CASES) // 10
