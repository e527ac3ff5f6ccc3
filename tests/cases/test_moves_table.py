"""The table of sentences is well formed: whoever scores rules on it can trust it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from parley.model import claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("moves.toml").read_text(encoding="utf-8"))["case"]
MOVE_KEYS = {"act", "or", "by", "to", "via", "trigger", "terms", "mode", "polarity", "certainty", "tense"}
TERM_KEYS = set(claim.Term.__struct_fields__) | {"lower", "upper", "lower_open", "upper_open", "unit"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:40])
def test_a_case_is_well_formed(case: dict[str, Any]) -> None:
    assert set(case) <= {"text", "moves", "why", "held_out"}
    assert bool(case["moves"]) != bool(case.get("why"))
    for move in case["moves"]:
        assert set(move) <= MOVE_KEYS
        assert case["text"].count(move["trigger"]) == 1
        assert {move["act"], *move.get("or", [])} <= set(get_args(claim.Act))
        for term in move.get("terms", []):
            assert set(term) <= TERM_KEYS
            assert term["issue"] in get_args(claim.Issue)
            assert ("lower" in term or "upper" in term) == ("unit" in term)


def test_sentences_differ_and_half_of_them_are_held_out() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES) >= 160
    assert abs(2 * sum("held_out" in case for case in CASES) - len(CASES)) <= 1


@pytest.mark.parametrize("held_out", [False, True])
def test_each_half_has_every_act_and_sentences_without_moves(held_out: bool) -> None:
    half = [case for case in CASES if case.get("held_out", False) is held_out]
    acts = {move["act"] for case in half for move in case["moves"]}
    assert set(get_args(claim.Act)) - acts == set()
    assert sum(not case["moves"] for case in half) >= 15
