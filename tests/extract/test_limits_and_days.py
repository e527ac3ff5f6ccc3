"""Sentences on when a move was made, by when its answer is due and until when it stands."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading_moves import moves_of, read_all

# Text (of Friday 16 May 2025), act, field, and the day as EDTF; None where the field is to stay empty.
ROWS: list[tuple[str, str, str, str | None]] = [
    ("The envoy demanded the release of the sailors captured by pirates on May 3.", "demand", "deadline", None),
    ("The envoy demanded the release of the sailors captured on May 3.", "demand", "starts", None),
    ("The envoy demanded the release of the sailors who were seized on May 3.", "demand", "starts", None),
    ("The union demanded a pay rise of 4 percent from July 1.", "demand", "starts", "2025-07-01"),
    (
        "The strikers gave the port authority until noon to withdraw the lockout notices.",
        "demand",
        "deadline",
        "2025-05-16",
    ),
    ("The rebels gave the governor 48 hours to release the hostages.", "demand", "deadline", "2025-05-18"),
    ("The kidnappers gave the family three days to pay the ransom.", "demand", "deadline", "2025-05-19"),
    (
        "The growers said they would halt deliveries on 1 June unless the quota is raised.",
        "threaten",
        "deadline",
        "2025-06-01",
    ),
    (
        "The minister warned the guilds that he would withdraw the licences if they did not end the walkout by Sunday.",
        "threaten",
        "deadline",
        "2025-05-18",
    ),
    (
        "The union demanded a rise of 9 percent. It set a deadline of Tuesday evening.",
        "demand",
        "deadline",
        "2025-05-20",
    ),
    (
        "The guild's ultimatum to the shipyard, which expires at midnight on Saturday, was read out by its chairman.",
        "threaten",
        "deadline",
        "2025-05-17",
    ),
    (
        "The drivers threatened to strike unless the company reinstates two colleagues by next Tuesday.",
        "threaten",
        "deadline",
        "2025-05-20",
    ),
    ("The crews threatened to strike on Monday unless their demands are met.", "threaten", "deadline", "2025-05-19"),
    ("The court ordered the union to return to work within 72 hours.", "rule", "deadline", "2025-05-19"),
    (
        "The lenders demanded that the ministry publish its accounts by the end of June.",
        "demand",
        "deadline",
        "2025-06-30~",
    ),
    ("The mediator urged both delegations to answer the draft by 22 May.", "invite|demand", "deadline", "2025-05-22"),
    ("The cabinet promised to free the prisoners before 1 June.", "promise", "deadline", "2025-06-01"),
    ("The federation demanded that the ministry reply no later than Wednesday.", "demand", "deadline", "2025-05-21"),
    (
        "Unless the tariff is scrapped by 15 June, the exporters' league warned, it will close the border market.",
        "threaten",
        "deadline",
        "2025-06-15",
    ),
    (
        "The guerrillas demanded the release of 40 men and gave the government until 20 May.",
        "demand",
        "deadline",
        "2025-05-20",
    ),
    (
        "The employers offered a rise of 4 percent and asked for an answer by Monday.",
        "offer|demand",
        "deadline",
        "2025-05-19",
    ),
    (
        "The commission ordered the two firms to submit their remedies within ten days.",
        "rule",
        "deadline",
        "2025-05-26",
    ),
    (
        "The militia demanded a ransom of two million dollars. Its ultimatum runs out on Sunday.",
        "demand",
        "deadline",
        "2025-05-18",
    ),
    (
        "The union threatened a strike from 2 June unless the airline improves its offer.",
        "threaten",
        "deadline",
        "2025-06-02",
    ),
    ("The two sides agreed on a truce until June 15.", "agree", "expires", "2025-06-15"),
    ("The lenders agreed to a standstill with the shipyard until 30 September.", "agree", "expires", "2025-09-30"),
    ("The offer to the shareholders, made on Monday, expires on 31 May.", "offer", "expires", "2025-05-31"),
    ("The government and the rebels extended their ceasefire until 10 June.", "extend", "expires", "2025-06-10"),
    ("The rivals signed a truce, which runs out on Friday next week.", "agree", "expires", "2025-05-23"),
    (
        "Hopes of a settlement rose on Thursday when the company offered the union a 36-hour week.",
        "offer",
        "when",
        "2025-05-15",
    ),
    (
        "Two nations ended a long dispute with the grinders on Monday by signing a deal on a premium.",
        "agree",
        "when",
        "2025-05-12",
    ),
    ("The ministry rejected on Tuesday the union's demand for a rise of 9 percent.", "reject", "when", "2025-05-13"),
    ("The union on Tuesday rejected the employers' offer of 3 percent.", "reject", "when", "2025-05-13"),
    ("The two sides will meet in Lisbon on 2 June.", "meet", "when", "2025-06-02"),
    ("The presidents met for three hours on Sunday.", "meet", "when", "2025-05-11"),
    ("Talks between the two governments collapsed on Saturday night.", "break_off", "when", "2025-05-10"),
    ("The rebels accepted the plan a week ago.", "accept", "when", "2025-05-09"),
    ("The rebels accepted the plan three days ago.", "accept", "when", "2025-05-13"),
    ("Yesterday the union accepted the employers' offer.", "accept", "when", "2025-05-15"),
    ("The envoys will resume their talks next Monday.", "resume", "when", "2025-05-19"),
    ("The company withdrew its offer on 30 April.", "withdraw", "when", "2025-04-30"),
    ("The union broke off the talks on Tuesday and threatened a strike.", "threaten", "when", "2025-05-13"),
    ("In March the two companies agreed to merge their fleets.", "agree", "when", "2025-03"),
    ("The rebels had rejected the plan in December.", "reject", "when", "2024-12"),
    ("Negotiations between the union and the port stalled on Thursday.", "break_off", "when", "2025-05-15"),
    ("The council voted on Wednesday to reject the pay offer.", "reject", "when", "2025-05-14"),
    ("The governments are to sign the treaty on 12 June in Oslo.", "agree", "when", "2025-06-12"),
    ("The offer, tabled on Thursday, was rejected by the pilots within hours.", "offer", "when", "2025-05-15"),
    (
        "The bank got the blessing of its shareholders for the merger pact on Thursday.",
        "support|agree|accept",
        "when",
        "2025-05-15",
    ),
    ("On Sunday the president invited the rebels to talks.", "invite", "when", "2025-05-11"),
    ("The army accepted the truce late on Wednesday.", "accept", "when", "2025-05-14"),
    ("The guilds demanded the full list of names on or before 26 May.", "demand", "deadline", "2025-05-26"),
    ("The union demanded the plan's withdrawal within a week.", "demand", "deadline", "2025-05-23"),
    ("The rebels demanded a prisoner swap. They have set a 30 May deadline.", "demand", "deadline", "2025-05-30"),
    (
        "The miners threatened to flood the pit if the wages are not paid by Thursday.",
        "threaten",
        "deadline",
        "2025-05-22",
    ),
    ("The two governments agreed to a pause in the tariffs until 1 August.", "agree", "expires", "2025-08-01"),
    ("The pilots rejected the offer on Monday and demanded a rise of 6 percent.", "demand", "when", "2025-05-12"),
    (
        "As the talks opened on Tuesday the company offered a bonus of 400 euros to the union.",
        "offer",
        "when",
        "2025-05-13",
    ),
    (
        "The union rejected the deadline of 30 May that the company had set for the vote on Monday.",
        "reject",
        "deadline",
        None,
    ),
    ("The union demanded a rise of 9 percent. The company has traded since 1990.", "demand", "deadline", None),
    ("The rebels demanded a ransom. The last deadline passed on Sunday.", "demand", "deadline", None),
    ("The company offered 4 percent after talks on Monday ended.", "offer", "expires", None),
]


@pytest.fixture(scope="module", autouse=True)
def _all_read() -> None:
    read_all(text for text, *_ in ROWS)


@pytest.mark.parametrize(("text", "acts", "field", "day"), ROWS, ids=[row[0] for row in ROWS])
def test_a_move_has_its_day_or_limit(text: str, acts: str, field: str, day: str | None) -> None:
    found = []
    for claim, move in moves_of(text, *acts.split("|")):
        told = claim.when and (claim.when.earliest or claim.when.latest)
        term = move.terms[0] if move.terms and field == "starts" else None
        when: Any = told if field == "when" else getattr(term if field == "starts" else move, field, None)
        found.append(when.edtf if when is not None else None)
    assert day in found, found
