"""Sentences the rules could once not read, and now do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.reading_moves import differences, read_all

CLOSED: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("closed_gaps.toml").read_text(encoding="utf-8"))[
    "gap"
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all(gap["text"] for gap in CLOSED)


@pytest.mark.parametrize("gap", CLOSED, ids=lambda gap: gap["text"])
def test_a_closed_gap_stays_closed(gap: dict[str, Any]) -> None:
    assert differences(gap["text"], {"act": None, **gap["expected"]}) == []
