"""Moves of bidders, regulators and lenders in the words of business news, headlines among them."""

from __future__ import annotations

import pytest

from parley.model import Move, Quantity
from tests.extract.reading_moves import read, read_all

BID = "Holders of the Harlow brewery met over the takeover bid. "

# Text, an act it holds, and a maker (None: not asked).
FOUND = [
    # Headlines whose verbs are no nouns.
    ("Brewer withdraws bid for rival", "withdraw", "Brewer"),
    ("Harlow withdraws offer for rival", "withdraw", "Harlow"),
    ("Miners restart merger talks", "resume", "Miners"),
    ("Millers relaunch merger talks", "resume", "Millers"),
    ("Kordia, Norland restart border trade talks", "resume", "Kordia"),
    ("Brussels waves through merger", "rule", "Brussels"),
    ("Banks prolong credit", "extend", "Banks"),
    ("Dunmore Partners told the regulator it may seek control of the company.", "threaten", "Dunmore Partners"),
    ("Norland, Kordia end milk dispute", "agree", "Norland"),
    ("Nortel's creditors settle fight", "agree", None),
    # Bids by other names.
    (BID + "Tarvik Air has expressed interest in buying its lorries.", "offer", "Tarvik Air"),
    (BID + "Tarvik Air confirmed its interest in the takeover of the airline.", "offer", "Tarvik Air"),
    (BID + "Orwell Foods improved its terms at the weekend.", "offer", "Orwell Foods"),
    (BID + "Orwell Foods sweetened the terms on Monday.", "offer", "Orwell Foods"),
    (BID + "Dunmore Partners said it may seek control of the brewery.", "threaten", "Dunmore Partners"),
    ("The board of Harlow said Orwell Foods had been kept from raising its offer for the brewery.", "offer", "Orwell Foods"),
    ("Harlow received a letter from Orwell Foods, proposing to end its bid.", "offer", "Orwell Foods"),
    ("HARLOW SAYS TARVIK TO WITHDRAW BID\n\nHarlow Inc said a letter came from Tarvik Foods Ltd, a bidder. Tarvik spoke of an end.", "withdraw", "Tarvik Foods Ltd"),
    # Quarrels ended by both.
    ("Norland and Kordia have ended a dispute over cod.", "agree", None),
    ("The airline and the union patched up a quarrel over rosters.", "agree", None),
    ("The creditors settled a fight over 7 billion dollars.", "agree", None),
    # Ground given, time given, rulings.
    ("The union gave ground in the pay dispute.", "concede", "The union"),
    (BID + "Orwell Foods dropped two conditions of its 40 dollars a share offer for Harlow.", "concede", "Orwell Foods"),
    ("Banks prolonged the shipyard's credit lines until March.", "extend", "Banks"),
    ("The lenders rolled over the loans for a year.", "extend", "The lenders"),
    ("The tribunal backed Norland in the whisky dispute.", "rule", "The tribunal"),
    ("The fund drops its motion to split the brewer.", "withdraw", None),
]  # fmt: skip

# Text and an act that it does not hold.
ABSENT = [
    (BID + "Orwell Foods dropped two conditions of its 40 dollars a share offer for Harlow.", "withdraw"),
    (BID + "Tarvik Air expressed interest in solar power.", "offer"),
    ("The bank extended a loan to the shipyard.", "extend"),
    ("The army wants control of the valley road in the talks.", "offer"),
    ("The ministry ended a dispute over fares.", "agree"),
    ("The fans backed Norland at the stadium.", "rule"),
    ("The truce gave the garrison ground to rest.", "concede"),
    (
        BID + "Under the pact the firm signed, under which Orwell Foods would receive a break-up fee, it may not sell.",
        "offer",
    ),
    ("Harlow brewer's waves of growth go on", "rule"),
    ("The insurer settled the claim for 9,000 dollars.", "agree"),
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all([*(text for text, _, _ in FOUND), *(text for text, _ in ABSENT)])


@pytest.mark.parametrize(("text", "act", "maker"), FOUND, ids=[row[0][-50:] for row in FOUND])
def test_the_move_is_found(text: str, act: str, maker: str | None) -> None:
    """The move is found, and by whom."""
    moves = [c.body for c in read(text) if isinstance(c.body, Move) and c.body.act == act]
    assert moves
    assert maker is None or any(maker.removeprefix("The ") in a.name for m in moves for a in m.by)


@pytest.mark.parametrize(("text", "act"), ABSENT, ids=[row[0][-50:] for row in ABSENT])
def test_no_such_move_is_found(text: str, act: str) -> None:
    """Words that only look like the act are none."""
    assert act not in [c.body.act for c in read(text) if isinstance(c.body, Move)]


# Text, an act it holds, and words that none of its terms are made of.
NO_TERMS = [
    (BID + "Harlow had no comment on the sweetened bid from Orwell Foods.", "offer", "Orwell"),
    (BID + "Its pact with Orwell Foods is part of a tender offer that expires midnight May 17.", "offer", "midnight"),
    (BID + "Orwell Foods asked the court to order Harlow to hand over its books.", "demand", "court"),
]


@pytest.mark.parametrize(("text", "act", "words"), NO_TERMS, ids=[row[0] for row in NO_TERMS])
def test_a_body_or_an_hour_is_no_term(text: str, act: str, words: str) -> None:
    terms = [t.item for c in read(text) if isinstance(c.body, Move) and c.body.act == act for t in c.body.terms]
    assert all(words not in item for item in terms), terms


def test_what_is_discussed_is_no_party_to_the_talks() -> None:
    text = BID + "Orwell Foods said it is discussing the matter with the Takeover Panel."
    (meet,) = [c.body for c in read(text) if isinstance(c.body, Move) and c.body.act == "meet" and len(c.body.by) > 1]
    assert {a.name for a in meet.by} == {"Orwell Foods", "Takeover Panel"}


REED = "Consumers and growers of reed met for talks on a pact. "

# Text, an act it holds, and the amounts that its terms give: lower bound, what it was, issue.
LEVELS = [
    (REED + "Consumers are seeking a cut in the floor price (set at 90 Norland cents a kilo in the present pact).", "demand", set()),
    (REED + "Growers resisted a consumer proposal to lower the floor price of 90 cents if the stock rose.", "offer", set()),
    (REED + "Growers have offered to lower the floor price of 90 cents to 80 cents.", "offer", {(0.8, 0.9, "price")}),
    (REED + "Consumers want reviews at 10-month intervals instead of the present 14-month intervals.", "demand", {(10.0, 14.0, "other")}),
    ("Talks between the union and the mill are stalled, with the union refusing shifts for a 2.5 pct rise in pay.", "break_off", set()),
    ("Talks on rescheduling 640 million dollars were put off, with banks refusing to lend 20 million dollars.", "break_off", {(640e6, None, "payment")}),
    (BID + "Orwell Foods said it intended to raise to 95 dollars from 90.25 dollars the amount per share paid in the merger.", "offer", {(95.0, 90.25, "price")}),
    (BID + "Orwell Foods offered Harlow 40 dollars a share if it were satisfied that a fee of 5 mln dollars had not been paid.", "offer", {(40.0, None, "price")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "wanted"), LEVELS, ids=[row[0][-50:] for row in LEVELS])
def test_what_holds_today_or_is_told_beside_is_no_amount_of_a_term(
    text: str, act: str, wanted: set[tuple[float, float | None, str]]
) -> None:
    def lower(quantity: Quantity | None) -> float | None:
        return None if quantity is None else quantity.lower

    moves = [c.body for c in read(text) if isinstance(c.body, Move) and c.body.act == act]
    assert moves
    terms = [t for m in moves for t in m.terms if t.quantity is not None]
    assert {(t.quantity and t.quantity.lower, lower(t.previous), t.issue) for t in terms} == wanted


def test_an_event_that_augurs_well_is_held_out_by_nobody() -> None:
    text = REED + 'Minister Ada Berg said: "If a pact is adopted this week it will augur well for prices."'
    assert all(c.body.act != "offer" for c in read(text) if isinstance(c.body, Move))


def test_the_condition_a_bidder_changes_is_not_changed_by_whom_it_names() -> None:
    text = (
        BID
        + "The condition that was modified, which required Orwell Foods to be sure that duties to Varn Inc had lapsed, now says little."
    )
    (change,) = [c.body for c in read(text) if isinstance(c.body, Move) and c.body.act == "concede"]
    assert "Varn Inc" not in {actor.name for actor in change.by}


def test_the_verb_of_a_price_to_be_paid_is_no_term() -> None:
    text = (
        BID + "Orwell Foods said Harlow would have to increase the price it was to pay for each share to 93.25 dollars."
    )
    terms = [t for c in read(text) if isinstance(c.body, Move) and c.body.act == "demand" for t in c.body.terms]
    assert {t.issue for t in terms} == {"price"}
