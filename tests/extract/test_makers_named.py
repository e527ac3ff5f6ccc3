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
    # Words joined by a hyphen, which the parser reads as two nouns.
    ("Sorland's vice-president threatened to close the strait.", "threaten", {"Sorland's vice-president"}),
    ("The hotel's co-owner called for a new valuation of his share.", "demand", {"hotel's co-owner"}),
    # Doers of passives, behind a place or a manner.
    ("The pact was signed in a barn near the border by the two premiers.", "agree", {"two premiers"}),
    ("The purchase of the ferry firm was cleared without conditions by the competition authority.", "rule", {"competition authority"}),
    # Two clauses that the parser takes for one.
    ("The rebel movement Velm said on Monday it had approved a plan to free captives, but the government of Sorland said the terms fell short of its demands.", "reject", {"Sorland"}),
    # Own offers and what one does in passing.
    ('The defence ministry dismissed as "gossip" reports that it had offered creditors a swap.', "offer", {"defence ministry"}),
    ("The group made creditors an offer on Sunday that swaps loans for shares.", "offer", {"group"}),
    ("Tarn Energy has won the licence with a bid of 38 euros a megawatt hour.", "offer", {"Tarn Energy"}),
    ("By withdrawing its amendment, the Peasant Party made room for a deal.", "withdraw", {"Peasant Party"}),
    # Several.
    ("The Bank of Velm and its partner Tarn Capital said they backed the plan.", "support", {"Bank of Velm", "Tarn Capital"}),
    # Headlines.
    ("Drivers, bus company split difference on pay", "agree", {"Drivers", "bus company"}),
    ("Sorland, Velm in talks over border", "meet", {"Sorland", "Velm"}),
    ("Ferry line to cut 300 jobs, union vows fight", "threaten", {"union"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "makers"), _ROWS)
def test_the_maker_is_the_one_named(text: str, act: str, makers: set[str]) -> None:
    found = [{a.name for a in m.by} for _, m in moves_of(text, act)]
    assert makers in found
