"""Firms that bid together through one venture, the one union of a report, and sides of trade under several names."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Actor, Move
from parley.resolve import resolve_actors
from tests.compare.across.telling import told

ORRIN, BRANDEL = Actor("Orrin Media Inc", "Orrin", kind="company"), Actor("Brandel Bank", "Brandel", kind="company")
LOWELL = Actor("Lowell Corp", "Lowell", kind="company", members=("Orrin Media Inc", "Brandel Bank"))
VARN = Actor("Varn Corp", "Varn", kind="company")


@pytest.mark.parametrize(
    ("act", "by", "wanted"),
    [
        ("offer", (ORRIN, BRANDEL), ["Lowell Corp"]),
        ("reject", (BRANDEL, ORRIN), ["Lowell Corp"]),
        ("offer", (ORRIN,), ["Orrin Media Inc"]),
        ("offer", (ORRIN, VARN), ["Orrin Media Inc", "Varn Corp"]),
        # What they talk about, agree or commit is their own.
        ("meet", (ORRIN, BRANDEL), ["Orrin Media Inc", "Brandel Bank"]),
        ("agree", (ORRIN, BRANDEL), ["Orrin Media Inc", "Brandel Bank"]),
        ("promise", (ORRIN, BRANDEL), ["Orrin Media Inc", "Brandel Bank"]),
    ],
)
def test_what_all_members_put_forward_is_their_ventures(act: Any, by: tuple[Actor, ...], wanted: list[str]) -> None:
    one = told("offer", LOWELL, "2031-03-01")
    other = told(act, by, "2031-03-02")
    parties = resolve_actors([one, other])
    assert isinstance(other.claim.body, Move)
    assert [parties.name(p) for p in parties.makers(other.claim.body, other.claim.report)] == wanted


def test_of_two_ventures_of_the_same_members_none_is_chosen() -> None:
    second = Actor("Lowmere Corp", "Lowmere", kind="company", members=("Orrin Media Inc", "Brandel Bank"))
    claims = [told("offer", LOWELL, "2031-03-01"), told("offer", second, "2031-03-02")]
    joint = told("offer", (ORRIN, BRANDEL), "2031-03-03")
    parties = resolve_actors([*claims, joint])
    assert isinstance(joint.claim.body, Move)
    assert len(parties.makers(joint.claim.body, joint.claim.report)) == 2


def _same(one: list[Actor], other: list[Actor]) -> bool:
    claims = [told("demand", tuple(one), "2031-03-01"), told("demand", tuple(other), "2031-03-02")]
    parties = resolve_actors(claims)
    return parties.of(one[0], claims[0].claim.report) == parties.of(other[-1], claims[1].claim.report)


def _union(name: str) -> Actor:
    return Actor(name, name, kind="union")


GUILD = _union("Amalgamated Dockers' Guild")


@pytest.mark.parametrize(
    ("others", "wanted"),
    [
        ([_union("union")], True),
        ([GUILD, _union("port union")], True),
        ([_union("port union")], False),
        ([_union("teachers' union")], False),
        ([_union("rival union")], False),
        ([_union("Ferry Crews' Federation"), GUILD, _union("union")], False),
        ([_union("unions")], False),
    ],
)
def test_the_union_is_the_one_that_is_named(others: list[Actor], wanted: bool) -> None:
    assert _same([GUILD], others) is wanted


def _side(name: str) -> Actor:
    return Actor(name, name, kind="collective")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("consumers", "consuming countries", True),
        ("consumers", "consumer countries", True),
        ("coffee producers", "producing nations", True),
        ("consumers", "consumers' group", True),
        ("exporters", "exporting countries", True),
        ("consumers", "producing countries", False),
        ("consumers", "some consuming countries", False),
        ("consumers", "producing and consuming countries", False),
    ],
)
def test_sides_of_trade_have_several_names(one: str, other: str, wanted: bool) -> None:
    assert _same([_side(one)], [_side(other)]) is wanted
