"""Who "the target" and "the suitor" are in a contest for a company."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.model import new_report

BIDS = [
    ("Tessaly Chemicals raised its bid for rival Brandt Coatings. The target said no.", "The target", "Brandt Coatings"),
    ("Tessaly Chemicals raised its bid for rival Brandt Coatings. The suitor gave no date.", "The suitor", "Tessaly Chemicals"),
    ("Orla Group offered to acquire Kestrel Foods for 3 billion euros. The target hired a bank.", "The target", "Kestrel Foods"),
    ("Kestrel Foods rejected a takeover of Kestrel Foods by Orla Group. The target hired a bank.", "The target", "Kestrel Foods"),
]  # fmt: skip

NOBODY = [
    "The talks set a target of 5 percent. The target was missed.",
    "Gunners found the target at dawn, the ministry said.",
    "Orla Group missed the target it had set for 2024.",
]


@pytest.mark.parametrize(("text", "words", "name"), BIDS)
def test_the_sides_of_a_bid_are_known_by_their_part_in_it(text: str, words: str, name: str) -> None:
    doc = next(annotate([new_report(text, published="2025-05-16")]))
    assert [e.name for e in doc.entities if e.span.of(text) == words] == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_a_target_without_a_bid_is_nobody(text: str) -> None:
    doc = next(annotate([new_report(text, published="2025-05-16")]))
    assert not [e for e in doc.entities if "target" in e.span.of(text)]
