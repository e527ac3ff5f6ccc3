"""Sentences that are too long to be parsed, tables run together, stop nothing: what stands around them is read."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract import extract
from parley.model import new_report

_TABLE = "Lots: " + " ".join(f"lot {number} fetched {number + 7} crowns" for number in range(200))
_REPORTS = [
    f"The dockers rejected the offer of 5 percent. {_TABLE}. The talks resume on Monday.",
    f"{_TABLE}. The dockers rejected the offer of 5 percent. The talks resume on Monday.",
    f"The dockers rejected the offer of 5 percent.\n\n{_TABLE}\n\nThe talks resume on Monday.",
    f'The dockers rejected the offer of 5 percent. "{_TABLE}," their secretary said. The talks resume on Monday.',
    f"Shells killed 12 people. {_TABLE}. The dockers rejected the offer of 5 percent; the talks resume on Monday.",
    f"Tarvia and Belland rejected the offer of 5 percent.\n\n{_TABLE}. They said: {_TABLE}!\n\nThe talks resume on Monday?",
]


@pytest.mark.parametrize("text", _REPORTS)
def test_what_stands_around_a_table_is_read(text: str) -> None:
    extraction = extract(next(iter(annotate([new_report(text)]))))
    assert any(claim.rule.startswith("move:reject") for claim in extraction.claims)
