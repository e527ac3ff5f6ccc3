"""Who makes a move, in sentences whose subject is not simply in front of the verb."""

from __future__ import annotations

import pytest

from tests.extract.reading_moves import moves_of

_ROWS = [
    # Names behind what they are.
    ("Orvell's largest shareholder, Tarn Capital, rejected the bid.", "reject", {"Tarn Capital"}),
    ("Two republics, Sorland and Upper Velm, offered a ceasefire.", "offer", {"Sorland", "Upper Velm"}),
    ("The three neighbours - Sorland, Velm and Karn - demanded a bigger quota.", "demand", {"Sorland", "Velm", "Karn"}),
    ("The Centrists, kingmakers with nine seats, demanded two ministries.", "demand", {"Centrists"}),
    # Asides, means and semicolons.
    ("The brewers, their secretary Ida Moll said, will accept the offer.", "accept", {"brewers"}),
    ("The truce was agreed by telephone between Sorland and Velm.", "agree", {"Sorland", "Velm"}),
    # Fronted participles, and verbs read as participles.
    ('Rejecting as "absurd" an offer of 200 crowns, nurses at Velm Hospital called a strike.', "reject", {"nurses at Velm Hospital"}),
    ("Led by the veteran Ida Moll, the delegation from Velm walked out of the talks.", "break_off", {"delegation from Velm"}),
    # Answers without a doer: of whom it was asked.
    ("Sorland's request to Velm for a longer truce was granted within hours.", "accept", {"Velm"}),
    ("An appeal by the bishop for both sides to accept the truce went unheeded.", "reject", {"both sides"}),
    # Several.
    ("The Bank of Velm and its partner Tarn Capital said they backed the plan.", "support", {"Bank of Velm", "Tarn Capital"}),
    # Headlines.
    ("Drivers, bus company split difference on pay", "agree", {"Drivers", "bus company"}),
    ("Sorland, Velm in talks over border", "meet", {"Sorland", "Velm"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "makers"), _ROWS)
def test_the_maker_is_the_one_named(text: str, act: str, makers: set[str]) -> None:
    found = [{a.name for a in m.by} for _, m in moves_of(text, act)]
    assert makers in found
