"""Plain words of talks in every form, and the same words where nobody negotiates."""

from __future__ import annotations

import pytest

from tests.extract import offers_cases
from tests.extract.reading_moves import moves_of, read_all

# Text, act, who makes the move.
TOLD = [
    ("The Lantern Council called upon the ceasefire task force not to ignore the raid.", "demand", ["Lantern Council"]),
    ("The bishops called on both armies to spare the harvest during the truce.", "demand", ["bishops"]),
    ("The farmers are being called upon to accept the truce.", "demand", []),
    ("Many in the capital are calling for a ceasefire.", "demand", ["Many"]),
    ("Several allies are advocating for a pause in the fighting.", "demand", ["Several allies"]),
    ("Marchers filled the square, calling for a ceasefire.", "demand", ["Marchers"]),
    ("Velmont Plc has filed suit against Castrow Foods. The suit seeks a halt to the sale.", "demand", ["Velmont Plc"]),
    ("The union requested the court to order the mill to reopen.", "demand", ["union"]),
    (
        "Consumer demands for tighter stock controls were rejected by producers at the cocoa talks.",
        "demand",
        ["Consumer"],
    ),
    (
        "The chairman said his consultations with growers of eight countries had been useful.",
        "meet",
        ["chairman", "growers of eight countries"],
    ),
    ("The mayor was in contact with the rebels about the truce.", "meet", ["mayor", "rebels"]),
    ("Velmont Plc said shareholders at a meeting on Friday approved the merger.", "accept", ["shareholders"]),
    ("The cocoa talks ended without agreement.", "break_off", []),
    ("The board killed the deal.", "reject", ["board"]),
    ("We will not stand for it, the rebels said of the truce.", "reject", ["rebels"]),
    ("Norland accused Ardmore of breaking the truce.", "accuse", ["Norland"]),
    ("Norland put the blame on Ardmore for the collapse of the talks.", "accuse", ["Norland"]),
    ("The union attacked the offer as an insult.", "reject", ["union"]),
    ("Norland called on the rebels to join the talks.", "invite", ["Norland"]),
    ("Norland opposed the truce plan.", "support", ["Norland"]),
    ("Norland backed the truce, and Ardmore opposed it.", "support", ["Norland"]),
]

# Text, the act that none of its words does.
IDLE = [
    ("Dockers rejected a pay deal recommended by their leaders.", "offer"),
    ("The conference was seen as the last chance to clinch a deal.", "agree"),
    ('"It is my hope that both delegations will ratify the accord," the chairman said.', "accept"),
    ("MAJOR DIFFERENCES REMAIN AT COCOA PACT TALKS", "meet"),
    ("The rally for the ceasefire was supported by the government.", "support"),
    ("Police warned the public against taking part in protests during the truce.", "support"),
    ("Norland has long opposed the occupation of the valley.", "support"),
    ("The party's stand with the truce in sight is plain.", "support"),
    ("The firm was advised that holders approved the merger.", "support"),
    ("Norland blames the government of Ardmore for the gas attack.", "accuse"),
    ("Norland intervened in the war in 2015, before the truce.", "mediate"),
    ("Norland and Ardmore have agreed to a truce to facilitate the release of 40 captives.", "mediate"),
    ("Norland sent troops in a bid to ease the siege.", "offer"),
    ("The envoy suggested that it was in nobody's interest to keep the ruler.", "offer"),
    ("At least 80 pct of the shares had been tendered by noon.", "offer"),
    ("The ministry said no soldiers died in the raid on the truce line.", "reject"),
    ("The rebels killed at least 1,200 villagers.", "reject"),
    ("The mayor said that there was no hope of finding the crew.", "reject"),
    ("The Front does not stand for the right of our people to dignity.", "reject"),
    ("The mayor was in contact with the emergency services.", "meet"),
    ("The villagers huddled at hospitals.", "meet"),
    ("Equal rights under the accord should be guaranteed to all.", "promise"),
    ("It is not clear whether opponents will allow the vote or insist on 60 votes.", "demand"),
    ("The request for arms is set to dominate the week.", "demand"),
    ("The army and the rebels fought for control of the town.", "demand"),
    ("Such crimes undermine all chances of reaching a political settlement.", "agree"),
    ("A vote on passing the resolution was put off.", "support"),
    ("The envoy saw no reason why the sides could not come up with a new accord.", "offer"),
    ("Any holder who now wishes to withdraw from the offer may do so.", "withdraw"),
    ("Agreeing, the analyst said that voters are forgetful.", "accept"),
    ("Refusing to talk to one's neighbours is not good.", "reject"),
    ("The union requested the court to order the mill to reopen.", "rule"),
    ("Ardmore accused Norland of carrying out the raid on the clinic.", "accuse"),
    ("The envoy accused Norland of clear violations of international law.", "accuse"),
    ("The speaker tried to put the blame on the villagers.", "accuse"),
    ("The pilots were attacking the column on the request of the ministry.", "reject"),
    ("Norland has voted against illegal settlements in the valley.", "reject"),
    ("The repatriation of the bodies cannot be undertaken, the ministry said.", "promise"),
    ("The chief called for other tribes to join the fight against the rebels.", "invite"),
    ("Such an effort is being undertaken on the coast.", "meet"),
    ("Efforts to send supplies to the valley are constructive.", "meet"),
    ("The farmers are being called upon to act with care and agree a truce.", "agree"),
    ("The union cited a paper of the company in the pay talks. The company would not discuss the paper.", "reject"),
]

ALL_TOLD = [*TOLD, *offers_cases.TOLD]
ALL_IDLE = [*IDLE, *offers_cases.IDLE]

read_all([*(row[0] for row in ALL_TOLD), *(row[0] for row in ALL_IDLE)])


@pytest.mark.parametrize(("text", "act", "by"), ALL_TOLD, ids=[row[0][:50] for row in ALL_TOLD])
def test_the_move_and_its_makers(text: str, act: str, by: list[str]) -> None:
    makers = [[a.name.removeprefix("the ").removeprefix("The ") for a in move.by] for _, move in moves_of(text, act)]
    assert by in makers


@pytest.mark.parametrize(("text", "act"), ALL_IDLE, ids=[row[0][:50] for row in ALL_IDLE])
def test_words_in_another_sense_make_no_move(text: str, act: str) -> None:
    assert not moves_of(text, act)
