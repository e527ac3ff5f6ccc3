"""Whose an offer is behind its price, what ends or prolongs it, and what only looks like a move beside it."""

from __future__ import annotations

import pytest

from parley.extract.moves.parties.counterparts import is_both
from parley.model import Actor
from tests.extract.reading_moves import moves_of, read_all

_BID = "Lowell Corp has made a tender offer for Varn Corp, and Keelson Group PLC a rival bid. "

# Text, act, maker, and a sum of the move (None: none).
HELD = [
    # The parser parts the price from the offer.
    (_BID + "Varn fell on the termination of Lowell Corp's 92.50 dollar a share tender offer for Varn Corp.",
     "withdraw", "Lowell Corp", "92.50 dollar"),
    (_BID + "Lowell Corp said it extended its 80 dlr a share tender offer for Varn Corp to March 20.",
     "extend", "Lowell Corp", "80 dlr"),
    (_BID + "Lowell Corp dropped its 80 dlr a share hostile tender offer.", "withdraw", "Lowell Corp", "80 dlr"),
    # Nouns for the end of an offer: done by whose it is.
    (_BID + "The mill confirmed the termination of Lowell Corp's tender offer.", "withdraw", "Lowell Corp", None),
    (_BID + "Shares fell after Keelson Group PLC's ending of its competing bid.", "withdraw", "Keelson Group PLC", None),
    # A headline calls the bidder by what it is, the report by its name.
    ("INVESTORS TO RAISE VARN TENDER PRICE\n\nLowell Corp, an investor group bidding for Varn Corp, said it would raise its "
     "tender offer for Varn to 92.50 dollars a share.", "offer", "Lowell Corp", None),
    ("Miners reject pay offer\n\nThe Amalgamated Union, a miners' group, rejected the pay offer of 4 per cent.",
     "reject", "Amalgamated Union", None),
    # Talks told by a day that is over.
    ("The employers and the union are at odds. Little came of last night's three hours of talks.", "meet", None, None),
    ("The employers and the union are far apart after Monday's talks.", "meet", None, None),
]  # fmt: skip

# Text and an act that it does not hold.
ABSENT = [
    (_BID + "Lowell Corp said it will receive an undisclosed amount from Keelson Group PLC.", "promise"),
    (_BID + "Before extending its Varn offer for one week, Keelson Group PLC had 54 percent of the stock.", "offer"),
    ("The union will put its case at next week's talks.", "meet"),
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all([*(text for text, *_ in HELD), *(text for text, _ in ABSENT)])


@pytest.mark.parametrize(("text", "act", "maker", "amount"), HELD, ids=[row[0][-50:] for row in HELD])
def test_the_move_has_its_maker_and_sum(text: str, act: str, maker: str | None, amount: str | None) -> None:
    found = [m for _, m in moves_of(text, act) if maker is None or [a.name for a in m.by] == [maker]]
    assert found
    sums = {t.quantity.verbatim for m in found for t in m.terms if t.quantity is not None}
    assert amount is None or amount in sums


@pytest.mark.parametrize(("text", "act"), ABSENT, ids=[row[0][-50:] for row in ABSENT])
def test_no_such_move_is_found(text: str, act: str) -> None:
    behind = [m for c, m in moves_of(text, act) if c.mentions[0].trigger.start > len(_BID) or not text.startswith(_BID)]
    assert not [m for m in behind if any(t.quantity or t.item for t in m.terms) or act != "offer"]


def test_a_headline_that_names_nobody_the_report_calls_so_keeps_its_words() -> None:
    text = "INVESTORS TO RAISE VARN TENDER PRICE\n\nLowell Corp said it would raise its bid for Varn to 92 dollars a share."
    assert any(a.name == "Investors" for _, m in moves_of(text, "offer") for a in m.by)


def test_a_deal_between_two_is_not_of_whoever_acts_under_it() -> None:
    text = (
        "The three directors were replaced by Keelson appointees under an agreement reached between the two companies."
    )
    assert not any("appointees" in a.name for _, m in moves_of(text, "agree") for a in m.by)


def test_what_is_to_be_accepted_by_then_is_planned() -> None:
    text = "The pact will take effect when governments accounting for 80 pct of exports have ratified it."
    assert {c.factuality.tense for c, _ in moves_of(text, "accept")} == {"planned"}
    past = "The truce took hold when both armies had accepted it."
    assert "planned" not in {c.factuality.tense for c, _ in moves_of(past, "accept", "agree")}


def test_the_time_in_which_something_is_hoped_for_is_no_term() -> None:
    aimed = "Growers and roasters adopted a new coffee accord aimed at holding prices steady over the next five years."
    assert [m.terms for _, m in moves_of(aimed, "accept")] == [()]


@pytest.mark.parametrize(
    ("name", "mention", "wanted"),
    [
        ("two governments", "the two governments", True),
        ("governments", "The governments", True),
        ("Both sides", "Both sides", True),
        ("Governments", "Governments", False),
        ("coffee-growing parties", "coffee-growing parties", False),
    ],
)
def test_who_stands_for_both(name: str, mention: str, wanted: bool) -> None:
    assert is_both(Actor(name, mention)) is wanted
