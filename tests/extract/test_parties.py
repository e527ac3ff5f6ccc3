"""Who makes a move, to whom, and through whom."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading_moves import differences, read_all

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    # doers
    ("Norway's rejection of the offer ended the matter.", "reject", {"by": ["Norway"]}),
    ("The union rejected the offer.", "reject", {"by": ["union"]}),
    ("The union and the employers rejected the offer.", "reject", {"by": ["union", "employers"]}),
    ("The offer was rejected by the union.", "reject", {"by": ["union"]}),
    ("The offer was rejected.", "reject", {"by": []}),
    ("The union, which represents 400 dockers, rejected the offer.", "reject", {"by": ["union"]}),
    ("The union met the employers and rejected the offer.", "reject", {"by": ["union"]}),
    ("The union has voted to reject the offer.", "reject", {"by": ["union"]}),
    ("Rejecting the offer, the union called for talks.", "reject", {"by": ["union"]}),
    ("The plan, rejected by the rebels in May, is back.", "reject", {"by": ["rebels"]}),
    ("Anna Brandt, the union's leader, rejected the offer.", "reject", {"by": ["Anna Brandt"]}),
    ("Prime Minister Olaf Renn rejected the rebels' offer.", "reject", {"by": ["Olaf Renn"]}),
    ("The government of Norland demanded the withdrawal of the troops.", "demand", {"by": ["government of Norland"]}),
    # whose the proposal, the demand, the plan is
    ("The rebels' demand for an amnesty was met with silence.", "demand", {"by": ["rebels"]}),
    ("The Norwegian plan calls for the release of 30 prisoners.", "offer", {"by": ["Norway"]}),
    ("A plan tabled by Norland calls for the release of 30 prisoners.", "offer", {"by": ["Norland"]}),
    # those addressed
    ("The rebels rejected the government's offer.", "reject", {"by": ["rebels"], "to": ["government"]}),
    ("The rebels rejected an offer from the government.", "reject", {"by": ["rebels"], "to": ["government"]}),
    ("The rebels accepted the mediators' plan.", "accept", {"by": ["rebels"], "to": ["mediators"]}),
    ("The government offered the rebels a truce.", "offer", {"by": ["government"], "to": ["rebels"]}),
    ("The government offered a truce to the rebels.", "offer", {"by": ["government"], "to": ["rebels"]}),
    ("The mediators urged the government to accept the plan.", "demand", {"by": ["mediators"], "to": ["government"]}),
    ("The employers accused the union of wrecking the talks.", "accuse", {"by": ["employers"], "to": ["union"]}),
    ("The union reached a deal with the employers.", "agree", {"by": ["union", "employers"], "to": []}),
    ("The government met the rebels.", "meet", {"by": ["government", "rebels"], "to": []}),
    ("The government broke off talks with the rebels.", "break_off", {"by": ["government"], "to": ["rebels"]}),
    ("Norland invited the rebels to talks.", "invite", {"by": ["Norland"], "to": ["rebels"]}),
    # mediators told, and carriers
    (
        "The rebels told the mediators that they would release the hostages if the army left the town.",
        "offer",
        {"by": ["rebels"], "via": ["mediators"]},
    ),
    ("The government sent a truce proposal to the rebels through the Red Cross.", "offer", {"via": ["Red Cross"]}),
    ("The government rejected the rebels' offer via its envoy.", "reject", {"by": ["government"]}),
    # what is told to the press is put to nobody
    ("The rebels told Harbour Radio that they would reject the truce offer.", "reject", {"by": ["rebels"], "to": []}),
    ("The union's leader told reporters the union would reject the offer.", "reject", {"to": []}),
    # we are the ones who speak
    ('"We reject the offer," the union said.', "reject", {"by": ["union"]}),
    ('"We will never accept this truce plan," said Olaf Renn, the prime minister.', "reject", {"by": ["Olaf Renn"], "polarity": "positive"}),
    ('"I have accepted the truce plan," Anna Brandt told reporters.', "accept", {"by": ["Anna Brandt"]}),
    # pronouns
    ("Anna Brandt spoke on Monday. She rejected the truce offer.", "reject", {"by": ["Anna Brandt"]}),
    ("The rebels said they had accepted the plan.", "accept", {"by": ["rebels"]}),
]  # fmt: skip

read_all(text for text, _, _ in ROWS)


@pytest.mark.parametrize(("text", "act", "wanted"), ROWS)
def test_the_parties_of_a_move(text: str, act: str, wanted: dict[str, Any]) -> None:
    assert differences(text, {"act": act, **wanted}) == []
