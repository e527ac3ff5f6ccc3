"""Prices that stand beside a bid: steps on top of it, what a plan would allow, conditions that another has to meet."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import read

_BEHIND = " Bexley Group PLC has made a tender offer for Harlan, and Norvia Bank has made a rival takeover bid."


def _moves(text: str) -> list[Move]:
    return [c.body for c in read(text + _BEHIND) if isinstance(c.body, Move)]


def _amounts(text: str) -> set[tuple[str, str, float | None, str]]:
    return {
        (m.act, "+".join(a.name for a in m.by), t.quantity.lower, t.quantity.verbatim)
        for m in _moves(text)
        for t in m.terms
        if t.quantity is not None
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The sum in front of "price".
        ("The raised bid would exceed the 57.50 dlrs a share price offered by Bexley Group PLC in a tender offer for Harlan that is part of a pact to buy the Tarn-based maker of tools.",
         ("offer", "Bexley Group PLC", 57.5, "57.50 dlrs")),
        # Steps keep the word that says so.
        ("Bexley Group PLC said it would now pay an additional 4.25 dlrs per share to each holder.",
         ("offer", "Bexley Group PLC", 4.25, "additional 4.25 dlrs")),
        ("Norvia Bank said its higher offer came to about three dlrs more for each Harlan share outstanding.",
         ("offer", "Norvia Bank", 3, "about three dlrs more")),
        # What another would have to pay is asked of it.
        ("As a condition of its offer, Norvia Bank said Bexley Group PLC would have to increase the price it was to pay for each Harlan share to 61 dlrs in cash.",
         ("demand", "Norvia Bank", 61, "61 dlrs")),
        # A deal told as what one has.
        ("Harlan Corp cited its agreement to be acquired by Britain's Bexley Group PLC for 57.50 dlrs a share.",
         ("agree", "Harlan Corp", 57.5, "57.50 dlrs")),
        ("Bexley Group PLC has advised Harlan it intends to increase the per-share amount to be paid in the merger to 61 dlrs, from 57.50 dlrs, for each share.",
         ("offer", "Bexley Group PLC", 61, "61 dlrs")),
    ],
)  # fmt: skip
def test_a_price_is_read_with_whose_it_is(text: str, wanted: tuple[str, str, float, str]) -> None:
    assert wanted in _amounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norvia Bank said its plan would allow Bexley Group PLC to raise its tender price to 61 dlrs a share.",
        "Norvia Bank said its plan could enable Bexley Group PLC to raise its tender price to 61 dlrs a share.",
    ],
)
def test_what_a_plan_would_allow_another_is_no_offer_of_that_one(text: str) -> None:
    assert not any("Bexley Group PLC" in who for _, who, _, _ in _amounts(text))


def test_more_than_bounds_an_amount_and_is_no_step() -> None:
    assert ("offer", "Bexley Group PLC", 40, "more than 40 dlrs") in _amounts(
        "Bexley Group PLC offered more than 40 dlrs a share."
    )


def test_a_merger_approved_answers_no_bid_of_another() -> None:
    moves = _moves(
        "Norvia Bank said its offer remains at 50 dlrs a share. Harlan also said Bexley's shareholders approved the merger."
    )
    assert all(m.answers is None for m in moves if m.act == "accept")


@pytest.mark.parametrize(
    ("behind", "expires"),
    [
        ("The offer expires on May 28.", "2025-05-28"),
        ("Its offer expires on May 28.", "2025-05-28"),
        ("Bexley's offer expires on May 28.", None),
        ("Last week Bexley said it won with a 57.50 dlr tender offer that expired May 12.", None),
    ],
)
def test_an_offer_ends_when_its_own_maker_lets_it_end(behind: str, expires: str | None) -> None:
    moves = [c.body for c in read(f"Harnew Corp raised its offer for Harlan to 58.50 dlrs a share. {behind}")]
    (raised,) = [
        m for m in moves if isinstance(m, Move) and m.act == "offer" and m.by[0].name == "Harnew Corp" and m.terms
    ]
    assert (raised.expires.edtf if raised.expires else None) == expires


def test_an_offer_that_ended_with_what_it_brought_is_not_taken_back() -> None:
    text = "Bexley ended its 57.50 dlr a share tender offer on May 7 after receiving 54 pct of Harlan shares."
    assert "withdraw" not in {m.act for m in _moves(text)}
    text = "Bexley ended its 57.50 dlr a share tender offer on May 7 after the court ruling."
    assert "withdraw" in {m.act for m in _moves(text)}


def test_what_an_offer_has_brought_is_none_of_its_terms() -> None:
    text = (
        "Norvia Bank filed suit over Bexley's recently completed tender offer in which it raised its holding to 56 pct."
    )
    assert not any(value == 56 for _, _, value, _ in _amounts(text))


@pytest.mark.parametrize(
    "text",
    [
        "The union, FTW, agreed to an employers' request to reopen talks to try to end strikes that have hit the docks for the past five weeks.",
        "The transport union, FTW, has called off the strikes against 90 planned redundancies.",
    ],
)
def test_causes_and_lengths_of_what_is_past_are_no_terms(text: str) -> None:
    moves = [c.body for c in read(text) if isinstance(c.body, Move)]
    assert moves
    assert not [t for m in moves for t in m.terms if t.quantity is not None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The last November negotiations collapsed in disagreement over quotas.", "2024-11"),
        ("The April round of talks broke down over quotas.", "2025-04"),
        ("The talks collapsed in March.", "2025-03"),
    ],
)
def test_talks_that_have_ended_did_so_in_their_time(text: str, day: str) -> None:
    (claim,) = [c for c in read(text) if isinstance(c.body, Move) and c.body.act == "break_off"]
    assert claim.when is not None
    assert claim.when.earliest is not None
    assert claim.when.earliest.edtf == day


def test_what_is_set_behind_a_demand_as_a_proposal_rejected_answers_it() -> None:
    text = "Growers want yearly price reviews instead of two-yearly ones as now, a proposal currently rejected by the mills."
    moves = {c.body.act: c for c in read(text) if isinstance(c.body, Move)}
    rejected = moves["reject"].body
    assert isinstance(rejected, Move)
    assert rejected.answers == moves["demand"].id


def test_conditions_dropped_are_no_offer_taken_back() -> None:
    text = "Yesterday, Harnew Corp dropped certain conditions of its 58.50 dlrs a share offer for Harlan."
    assert [m.act for m in _moves(text) if m.by[0].name == "Harnew Corp" and m.terms] == ["concede", "offer"]
