"""What parties put forward, ask, promise and threaten in words that name no such act, or that need the talks around."""

from __future__ import annotations

import pytest

from tests.extract.reading_moves import moves_of, read_all

# Text, act, a word of its trigger.
FOUND = [
    ("The IMF is insisting that fuel subsidies be scrapped.", "demand", "insisting"),
    ("Ankara should open the border, the envoy said.", "demand", "open"),
    ("The mediators asked all four delegations for a list of names.", "demand", "asked"),
    ("Kordonia will not come back to the talks until Tarvania frees the crew.", "demand", "frees"),
    ("The bank would back the rescue provided the state guarantees the deposits.", "demand", "guarantees"),
    ("Her country would talk about gas only once all the sailors were home.", "demand", "were"),
    ("The lenders gave the shipyard 72 hours to hand over its accounts.", "demand", "gave"),
    ("Delegates from the north insisted on the removal of every foreign soldier.", "demand", "insisted"),
    ("The IMF told Kesh to cut its subsidies by a fifth or face a freeze on loans.", "threaten", "face"),
    ('"Pay us or we shut the taps," the pipeline operator\'s chief told reporters.', "threaten", "shut"),
    ("Without a pay rise, nurses will walk out on 3 June, their union said.", "threaten", "walk"),
    ("If the strike goes ahead, the airline said, it will lock out all cabin crew.", "threaten", "lock"),
    ("The league of ports would leave the conference unless Rhenia dropped its veto.", "threaten", "leave"),
    ("The general's ultimatum was read on the radio.", "threaten", "ultimatum"),
    ("The bank consortium proposes to stretch repayments over 15 years.", "offer", "proposes"),
    ("The mediator suggested that the second phase be prolonged by a month.", "offer", "suggested"),
    ("Kadria offered its neighbour 200 megawatts a day.", "offer", "offered"),
    ("Rebels ready to hand over heavy guns, says mediator", "offer", "ready"),
    ("The government may grant an amnesty if the rebels disarm.", "offer", "grant"),
    ("The treasury has put a new timetable to its bankers.", "offer", "put"),
    ("The minister promised them a decision by Easter.", "promise", "promised"),
    ("The mill promised to stop hiring strikebreakers.", "promise", "promised"),
    ("Ministers have been assured by the buyer that the yard will be kept.", "promise", "assured"),
    ("The union would drop its objection to night shifts.", "concede", "drop"),
    ("The government backed off its demand for a fixed timetable.", "concede", "backed"),
    ("Brunnia could live with a smaller zone.", "concede", "live"),
    ("The kidnappers lowered the ransom to 400,000 dollars.", "concede", "lowered"),
    ("A climbdown by the ministry ended the row.", "concede", "climbdown"),
    ("The bank unions have deferred their two-day strike.", "withdraw", "deferred"),
    ("The mayor appealed to both sides to come for talks.", "invite", "appealed"),
]
# No act of these kinds is in them.
QUIET = [
    "The river threatened to burst its banks.",
    "The recipe asks the cook to wait an hour.",
    "Researchers proposed that the comet be renamed.",
    "The team will play only if the pitch is dry.",
    "The mother told her son to tidy his room or lose his pocket money.",
    "Residents will stay until the water falls.",
    "An official, who asked not to be named, described the hall.",
    "Analysts said the bank should raise rates.",
    "He had been asked whether he would carry a letter.",
    "Shares went from 30 to 42 dollars.",
    "The chef suggested adding more salt.",
    "She wants her son to become a doctor.",
]
_PUT_FORWARD = {"offer", "demand", "promise", "threaten", "concede", "withdraw", "invite"}

read_all([text for text, _, _ in FOUND] + QUIET)


@pytest.mark.parametrize(("text", "act", "word"), FOUND, ids=[row[0][:50] for row in FOUND])
def test_the_act_is_found_at_its_word(text: str, act: str, word: str) -> None:
    at_word = [move.act for claim, move in moves_of(text) if word in claim.mentions[0].trigger.of(text)]
    assert act in at_word


@pytest.mark.parametrize("text", QUIET)
def test_everyday_words_put_nothing_forward(text: str) -> None:
    assert not {move.act for _, move in moves_of(text)} & _PUT_FORWARD
