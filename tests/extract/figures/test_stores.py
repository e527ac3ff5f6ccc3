"""What a store of goods holds, and amounts beside it that are none."""

from __future__ import annotations

import pytest

from tests.extract.figures.reading_figures import figures_of


@pytest.mark.parametrize(
    ("text", "number", "group"),
    [
        ("The buffer stock, currently 360,000 tonnes, rose last year.", 360_000, "buffer stock"),
        ("Growers fought a plan to cut prices if the buffer stock, now 310,000 tonnes, grew.", 310_000, "buffer stock"),
        (
            "He hoped for an orderly disposal of the accumulated buffer stock of 375,000 tonnes.",
            375_000,
            "buffer stock",
        ),
        ("Some 370,000 tonnes of coffee held in the pact's buffer stock will stay there.", 370_000, "buffer stock"),
        ("There were fears of a sale of 240,000 tonnes of ICA buffer stock coffee.", 240_000, "buffer stock"),
        ("Growers want a market without a 360,000 tonne buffer stock over it.", 360_000, "buffer stock"),
        ('"The 90,000 tonnes in the strategic reserve must be sold," a trader said.', 90_000, "strategic reserve"),
        ("The contingency stock of 150,000 tonnes is untouched.", 150_000, "contingency stock"),
    ],
)
def test_what_a_store_holds(text: str, number: int, group: str) -> None:
    found = [f for f in figures_of(text) if f.group == group]
    assert [(f.quantity.lower, f.quantity.upper, f.quantity.unit, f.accounting) for f in found] == [
        (number, number, "tonne", "stock")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If buffer stock purchases reach 300,000 tonnes, the price will be lowered.",
        "The pact allows a buffer stock of not more than 550,000 tonnes.",
        "The growers sold 4,000 tonnes; the buffer stock fell.",
        "If the buffer stock reaches 450,000 tonnes, prices fall.",
        "The buffer stock's capacity of 500,000 tonnes was used up.",
    ],
)
def test_amounts_beside_a_store(text: str) -> None:
    assert not [f for f in figures_of(text) if f.group == "buffer stock"]
