"""How often something is done, points of a deal told one by one, demands somebody is ready to drop, and what is no offer."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import moves_of, read_all

_RECURRING = [
    # act, item, unit, how long, and before
    ("Growers want price reviews at 12-month intervals instead of the 18 at present.",
     ("demand", "price reviews", "month", 12, 18)),
    ("Previously growers were proposing 12-month intervals between price reviews instead of 18 in the current pact.",
     ("offer", "price reviews", "month", 12, 18)),
    ("It was agreed to conduct reviews of the reference price every 15 months -- instead of the current 18-month intervals.",
     ("agree", "reviews of the reference price", "month", 15, 18)),
    ("The ministry demanded inspections of the mine at six-month intervals.", ("demand", "mine", "month", 6, None)),
    ("Under the new pact, price reviews will be held every 15 months.", ("agree", "price reviews", "month", 15, None)),
]  # fmt: skip
_POINTS = [
    "Another change introduced in the new accord is that the levy on timber will be cut to 9 dollars a tonne.",
    "Berg said growers and millers had agreed on two points: 1) The levy on timber will be cut to 9 dollars a tonne.",
]
_NO_POINTS = [
    "A change in the weather is that the levy on timber will be cut to 9 dollars a tonne.",
    "Berg said growers had looked at the plan. 1) The levy on timber will be cut to 9 dollars a tonne.",
]
_DROPPED = [
    "The union is prepared to drop its demand for a 36-hour week.",
    "The union was prepared to put its key demand, for a 36-hour week, on hold.",
    "The union put its demand for a 36-hour week at the bottom of the agenda.",
]
_NO_OFFERS = [
    "The strikes began on January 19 in protest at employers' proposals for 350 redundancies this year.",
    "The dockers went on strike against the company's proposal to cut 200 jobs.",
]
_OFFERS = [
    "The rebels are ready to free 40 captives.",
    "Members rejected the employers' proposal for 350 redundancies.",
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    read_all([*(text for text, _ in _RECURRING), *_POINTS, *_NO_POINTS, *_DROPPED, *_NO_OFFERS, *_OFFERS])


@pytest.mark.parametrize(("text", "wanted"), _RECURRING, ids=[text for text, _ in _RECURRING])
def test_how_often_is_an_amount_of_what_is_done(text: str, wanted: tuple[str, str, str, int, int | None]) -> None:
    act, *term = wanted
    ((_, move),) = moves_of(text, act)
    told = [(t.item, t.quantity.unit, t.quantity.lower, t.previous.lower if t.previous else None)
            for t in move.terms if t.quantity is not None]  # fmt: skip
    assert told == [tuple(term)]


def _levies(text: str) -> list[float | None]:
    return [t.quantity.lower for _, m in moves_of(text, "agree") for t in m.terms if t.quantity and t.item == "levy"]


@pytest.mark.parametrize("text", _POINTS)
def test_a_point_of_a_deal_is_a_term_of_it(text: str) -> None:
    assert _levies(text) == [9]


@pytest.mark.parametrize("text", _NO_POINTS)
def test_what_no_deal_holds_is_no_term(text: str) -> None:
    assert _levies(text) == []


@pytest.mark.parametrize("text", _DROPPED)
def test_who_is_ready_to_drop_a_demand_gives_ground(text: str) -> None:
    found: list[Move] = [move for _, move in moves_of(text, "concede", "offer")]
    assert [(move.act, [actor.name for actor in move.by]) for move in found] == [("concede", ["union"])]


@pytest.mark.parametrize("text", _NO_OFFERS)
def test_what_a_strike_is_against_is_no_offer(text: str) -> None:
    assert moves_of(text, "offer") == []


@pytest.mark.parametrize("text", _OFFERS)
def test_what_is_put_to_the_other_side_is_an_offer(text: str) -> None:
    assert len(moves_of(text, "offer")) == 1


def test_of_a_thing_that_is_to_be_so_nothing_is_asked() -> None:
    ((_, move),) = moves_of("Growers are asking that the rise be automatic at five pct or more.", "demand")
    assert move.to == ()


def test_a_share_is_no_party_to_what_states_do() -> None:
    text = "Governments accounting for 80 pct of world exports and 80 pct of world imports have ratified the pact."
    ((_, move),) = moves_of(text, "accept")
    assert [actor.name for actor in move.by] == ["Governments"]
