"""Makers that a sentence names by what they are together, behind a description, or before or after their pronoun."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading_moves import differences

ROWS: list[tuple[str, str, list[str]]] = [
    # together
    ("Orlan and Besk met in Vienna. The two sides agreed to a truce of 60 days.", "agree", ["Orlan", "Besk"]),
    ("Orlan and Besk met in Vienna. Both then accepted the plan.", "accept", ["Orlan", "Besk"]),
    ("Orlan and Besk met in Vienna. Each pledged to release 30 prisoners.", "promise", ["Orlan", "Besk"]),
    ("Orlan rejected a plan put forward by Besk. Both countries will meet again on Friday.", "meet", ["Orlan", "Besk"]),
    ("Farrow Steel and Lunde Marine held talks. The two companies then agreed on a price.", "agree",
     ["Farrow Steel", "Lunde Marine"]),
    ("The ministers of Orlan and Besk signed the treaty on Tuesday.", "agree", ["Orlan", "Besk"]),
    ("The envoys of both sides met on Friday.", "meet", ["envoys of both sides"]),
    ("Orlan, Besk and Timor held talks. The two countries will meet again on Friday.", "meet", ["two countries"]),
    # lists and headlines
    ("The Bakers' Union, the Guild of Millers and the Farmers' League signed the deal.", "agree",
     ["Bakers' Union", "Guild of Millers", "Farmers' League"]),
    ("Orlan, Besk agree truce", "agree", ["Orlan", "Besk"]),
    ("The Harbour Alliance (the Dockers' Union and the Crane Guild) rejected the offer.", "reject", ["Harbour Alliance"]),
    # both sides of what is mutual
    ("Orlan signed a deal with Besk on Monday.", "agree", ["Orlan", "Besk"]),
    # behind a description
    ("The Liberal whip, Hanna Stroem, rejected the offer.", "reject", ["Hanna Stroem"]),
    ("The main opposition party, Civic Left, rejected the plan.", "reject", ["Civic Left"]),
    ("Its largest lender, Crest Bank, rejected the plan.", "reject", ["Crest Bank"]),
    ("Gulf carrier Zephra offered 2 billion euros for the airline.", "offer", ["Zephra"]),
    ("The chair, Otto Grunn, rejected the request.", "reject", ["Otto Grunn"]),
    ("The union, Crest Bank and the mayor rejected the plan.", "reject", ["union"]),
    # pronouns before and after
    ("Abandoning its demand for a vote, Orlan agreed to talks.", "concede", ["Orlan"]),
    ("The rebels, whose leaders walked out of the talks on Friday, want an amnesty.", "break_off", ["rebels"]),
    ("Its refusal to open the books cost the board its friends.", "reject", ["board"]),
    # owners and clauses of nouns
    ("Orlan said its last offer, made on Sunday, was fair.", "offer", ["Orlan"]),
    ("The bid by Farrow has been increased to 30 dollars.", "offer", ["Farrow"]),
    ("Crest Bank came back with an offer of 40 dollars a share.", "offer", ["Crest Bank"]),
    ("The rebels are said by two sources to want an amnesty.", "demand", ["rebels"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "makers"), ROWS)
def test_who_makes_the_move(text: str, act: str, makers: list[str]) -> None:
    wanted: dict[str, Any] = {"act": act, "by": makers}
    assert differences(text, wanted) == []
