"""Counts told again, beside one another, or of the day before."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract.attribution import find_attributions
from parley.extract.figures import extract_figures
from parley.model import Claim, Figure, new_report
from tests.extract.figures.reading_figures import PUBLISHED, figure_of, figures_of

# Text, then for each figure: measure, lower, upper, accounting.
AGAIN = [
    ("The storm killed 12 farmers. The ministry's figure is 15.", [("killed", 12, 12, "flow"), ("killed", 15, 15, "flow")]),
    ("The shelling killed 20 villagers. The army put the number of dead at 12.", [("killed", 20, 20, "flow"), ("killed", 12, 12, "flow")]),
    ("More than 40,000 people have been forced from their homes, up from nearly 30,000.", [("displaced", 40000, None, "cumulative"), ("displaced", 0, 30000, "cumulative")]),
    ("Some 350 miners walked out. The company said about 200 had.", [("other", 350, 350, "flow"), ("other", 200, 200, "flow")]),
    ("The clinic said 48 people had been killed in the past 24 hours, bringing the toll since May 2 to 402.", [("killed", 48, 48, "increment"), ("killed", 402, 402, "cumulative")]),
    ("At least 23 people were killed, including five children, and more than 60 injured.", [("killed", 23, None, "flow"), ("killed", 5, 5, "flow"), ("injured", 60, None, "flow")]),
    ("More than 900 villagers have been killed, many of whom were children, and 1.6 million have been displaced.", [("killed", 900, None, "cumulative"), ("displaced", 1_600_000, 1_600_000, "cumulative")]),
    ("2 Killed, 7 Injured in Blast at Lorne Mill", [("killed", 2, 2, "flow"), ("injured", 7, 7, "flow")]),
    ("In all 38 captives and 76 prisoners were released before the fighting began.", [("released", 38, 38, "cumulative"), ("released", 76, 76, "cumulative")]),
    ("The strike has cost the port 20 million pounds.", [("money", 20_000_000, 20_000_000, "cumulative")]),
    ("The clinic counted 60 dead. It said that 25 of those were missing.", [("killed", 60, 60, "flow"), ("missing", 25, 25, "stock")]),
    ("The port had lost 31 million pounds since May 2. The union said the true figure was less than 15 million.", [("money", 31_000_000, 31_000_000, "cumulative"), ("money", 0, 15_000_000, "cumulative")]),
    ("Nine captives have been freed in the first exchange.", [("released", 9, 9, "flow")]),
    ("The rebels freed 24 captives in the first phase and 17 in the second.", [("released", 24, 24, "increment"), ("released", 17, 17, "increment")]),
    ("The rebels hold a third batch of hostages -- 17 of them -- transferred from Torca under the truce.", [("released", 17, 17, "increment")]),
    ("Some 1,200 people in Orland and a further 11,000 in Torca have been killed since 3 May.", [("killed", 1200, 1200, "cumulative"), ("killed", 11000, 11000, "cumulative")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), AGAIN)
def test_counts_beside_one_another(text: str, wanted: list[tuple[str, float, float | None, str]]) -> None:
    found = figures_of(text)
    assert [(f.measure, f.quantity.lower, f.quantity.upper, f.accounting) for f in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A man of 34 was arrested at the gate.",
        "The two sides held three days of talks.",
        "The stock was bid at 31 dollars and offered at 32 dollars.",
        "Three of the dead had been counted twice, the clinic said.",
        "The flood killed nobody. The figure is 12.",
    ],
)
def test_no_count(text: str) -> None:
    assert figures_of(text) == []


def _on_whose_word(text: str) -> list[tuple[str, str]]:
    doc = next(iter(annotate([new_report(text, published=PUBLISHED)])))
    claims: list[Claim] = extract_figures(doc, find_attributions(doc))
    return [(c.mentions[0].trigger.of(text), " < ".join(s.name for s in c.attribution.chain)) for c in claims]


def test_each_side_gives_its_own_number() -> None:
    text = "The union says 350 miners have walked out; the company says about 200 have."
    assert _on_whose_word(text) == [("350 miners", "union"), ("about 200", "company")]
    text = "Thirty miners have walked out, the firm says; the union puts the number at 38."
    assert _on_whose_word(text) == [("Thirty miners", "firm"), ("38", "union")]
    text = "The storm killed 12 farmers, the mayor said. The ministry's figure is 15."
    assert _on_whose_word(text) == [("12 farmers", "mayor"), ("15", "ministry")]


def test_only_the_number_of_its_own_clause_is_that_of_the_source() -> None:
    text = "The raid killed 30 people, and the strike killed 12 soldiers, according to the ministry."
    assert _on_whose_word(text) == [("30 people", ""), ("12 soldiers", "ministry")]


@pytest.mark.parametrize("year", [2025, 2027, 2031])
def test_no_count_is_made_after_the_report_is_published(year: int) -> None:
    figure: Figure = figure_of(f"The firm plans 800 redundancies by {year}.")
    assert (figure.as_of and figure.as_of.edtf, figure.as_of_basis) == (PUBLISHED, "published")
    assert figure.period is not None
    assert figure.period.latest is not None
    assert figure.period.latest.edtf == str(year)


def test_a_place_behind_the_second_count_is_that_of_the_first_too() -> None:
    found = figures_of("So far, at least 300 are dead and thousands wounded in Torca, according to health officials.")
    assert [(f.measure, f.place) for f in found] == [("killed", "Torca"), ("injured", "Torca")]


def test_a_number_placed_behind_a_list_of_parts_is_no_part() -> None:
    told = "Attacks led to the deaths of 1,200 Norlanders, including 25 Danes, and more than 1,400 in Torca."
    parts = [f for f in figures_of(told) if f.part_of is not None]
    assert [f.quantity.lower for f in parts] == [25]


def test_a_toll_of_both_sides_is_no_toll_of_one() -> None:
    assert figure_of("The war goes on, with the death toll surpassing 1,600 on both sides.").group == "both sides"
