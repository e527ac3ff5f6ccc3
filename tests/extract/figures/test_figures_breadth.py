"""Figures told in many ways: who is counted apart from the number, wholes and parts, and amounts among talks."""

from __future__ import annotations

import pytest

from tests.extract.figures.reading_figures import figures_of

TOLD: list[tuple[str, list[tuple[str, float | None, float | None, str | None]]]] = [
    ("The fire brings to 19 the number of divers known to have died this year.", [("killed", 19, 19, "persons")]),
    ("Floods have claimed the lives of 64 herders since May.", [("killed", 64, 64, "persons")]),
    ("Workmen dug the bodies of 14 monks out of the chapel.", [("killed", 14, 14, "persons")]),
    ("The brigade lost 20 men in the gorge.", [("killed", 20, 20, "persons")]),
    ("At least 11 bakers were burned to death in the raid.", [("killed", 11, None, "persons")]),
    ("Quake toll passes 700", [("killed", 700, None, "persons")]),
    ("A priest put the dead at 26.", [("killed", 26, 26, "persons")]),
    ("Four sailors were taken to hospital with burns.", [("injured", 4, 4, "persons")]),
    ("The rebels admit to holding 53 fishermen.", [("held", 53, 53, "persons")]),
    ("The hall holds 700 people.", []),
    ("Police rounded up 37 suspected forgers at dawn.", [("detained", 37, 37, "persons")]),
    ("Six have not been seen since.", [("missing", 6, 6, "persons")]),
    ("About 8,000 people have left the town since Monday.", [("displaced", 8000, 8000, "persons")]),
    ("The frost robbed 40,000 of power.", [("affected", 40000, 40000, "persons")]),
    ("The strike maroons 60,000 commuters.", [("affected", 60000, 60000, "persons")]),
    ("The ruling freed 900 porters to walk out.", [("other", 900, 900, "persons")]),
    ("Some 300 of the 2,000 peasants who fled have gone home.", [("returned", 300, 300, "persons"), ("displaced", 2000, 2000, "persons")]),
    ("The mill employs 2,300.", [("other", 2300, 2300, "persons")]),
    ("Stocks rose by 3,100 tonnes to 64,000.", [("other", 3100, 3100, "tonne"), ("other", 64000, 64000, "tonne")]),
    ("The fund has so far paid 700 million of the 1.9 billion dollars.", [("money", 7e8, 7e8, "USD"), ("money", 1.9e9, 1.9e9, "USD")]),
    ("No fewer than 40 barges are still missing.", [("other", 40, None, "barges")]),
]  # fmt: skip

NONE = [
    "Will the owners hold out for 44 dollars a share?",
    "Under the compromise, the yard pays 130 per cent of the basic rate.",
    "Ministers have not moved from their 3 percent.",
    "The memoir sold 70,000 copies.",
    "The midfielder has won 64 caps.",
    "The creditors called the 31 dollars a share on the table an insult.",
    "Lecturers were for it by 4 to 1.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t for t, _ in TOLD])
def test_what_is_counted_is_read_wherever_the_number_stands(
    text: str, wanted: list[tuple[str, float | None, float | None, str | None]]
) -> None:
    found = [(f.measure, f.quantity.lower, f.quantity.upper, f.quantity.unit) for f in figures_of(text)]
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_games_questions_and_terms_hold_no_figure(text: str) -> None:
    assert figures_of(text) == []


def test_a_toll_that_passes_a_number_lies_above_it() -> None:
    assert [f.quantity.lower_open for f in figures_of("Quake toll passes 700")] == [True]
