"""Whom a move is addressed to and who carries it, and proposals told only by the noun that is answered."""

from __future__ import annotations

import pytest

from tests.extract.reading_moves import moves_of, read_all

# A sentence, the act, its makers, addressees and carriers.
PARTIES: list[tuple[str, str, list[str], list[str], list[str]]] = [
    ("The Front offered, in a note passed on by the Red Cross, to free 12 soldiers.", "offer", ["Front"], [], ["Red Cross"]),
    ("The envoy delivered the militia's counter-proposal to the cabinet.", "offer", ["militia"], ["cabinet"], ["envoy"]),
    ("Borvia rejected a truce plan that Danish diplomats had brought from the Front.", "offer", ["Front"], [], ["Danish diplomats"]),
    ("Borvia rejected a truce plan that Danish diplomats had brought from the Front.", "reject", ["Borvia"], ["Front"], []),
    ("Via Swedish diplomats, Pellan has promised the families to return the remains.", "promise", ["Pellan"], ["families"], ["Swedish diplomats"]),
    ("In a letter to the regulator, Orvale Telecom pledged to keep all 34 exchanges open.", "promise", ["Orvale Telecom"], ["regulator"], []),
    ("The miners wrote to the ministry asking for a rise of 5 percent.", "demand", ["miners"], ["ministry"], []),
    ("The owners promised the works council that wages would be raised.", "promise", ["owners"], ["works council"], []),
    ("The rebels' demand that Lusovia withdraw its gunboats was ignored.", "demand", ["rebels"], ["Lusovia"], []),
    ("Varga invited the miners to Dorn for talks.", "invite", ["Varga"], ["miners"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "by", "to", "via"), PARTIES, ids=[f"{p[1]}: {p[0][:50]}" for p in PARTIES])
def test_makers_addressees_and_carriers(text: str, act: str, by: list[str], to: list[str], via: list[str]) -> None:
    read_all(row[0] for row in PARTIES)
    (move,) = [m for _, m in moves_of(text, act)]
    assert [a.name for a in move.by] == by
    assert [a.name for a in move.via] == via
    assert not to or [a.name for a in move.to] == to


# A sentence and how many offers and demands it tells, beside what is done with them.
ANSWERED: list[tuple[str, int]] = [
    ("The pilots turned down the carrier's 4 percent pay offer.", 1),
    ("The nurses threw out the arbitrator's recommendation of 5.25 percent.", 1),
    ("Bondholders consented to the republic's plan to halve the coupon.", 1),
    ("The garrison rejected an offer of 30 seats in the next assembly.", 1),
    ("The owners' offer is 62 cents on the dollar, the negotiators said.", 1),
    ("The union rejected the offer.", 0),
    ("The army said it would accept the mediators' plan.", 0),
    ("The jury rejected his plea of insanity.", 0),
    ("Regulators were studying the plan that the banks had criticised.", 0),
]


@pytest.mark.parametrize(("text", "count"), ANSWERED, ids=[text[:60] for text, _ in ANSWERED])
def test_what_is_answered_is_a_move_where_it_is_told_with_its_terms(text: str, count: int) -> None:
    read_all(row[0] for row in ANSWERED)
    assert len(moves_of(text, "offer", "demand")) == count
