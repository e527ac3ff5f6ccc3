from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given

from parley.lexicon.stories import story_words
from parley.model import Actor, Move
from parley.resolve.stories import likeness, profile_of
from tests.recorded import claim_at, report_of
from tests.resolve.stories.profiles import profile, sets_of_profiles

CREWS, LINE = {"ferry crews": "organisation"}, {"strait lines": "organisation"}
NORLAND = {"norland": "state"}
SIDES = {"growers": "collective", "buyers": "collective"}
REED = ["stock", "quota", "levy", "buffer", "store", "yard"]

LINKED: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("both parties", {"parties": CREWS | LINE}, {"parties": CREWS | LINE}, True),
    ("one party and two words", {"parties": CREWS, "words": ["berth", "roster"]}, {"parties": CREWS, "words": ["berth", "roster"]}, True),
    ("one party alone", {"parties": CREWS}, {"parties": CREWS}, False),
    ("one party and a place", {"parties": CREWS, "places": ["port vale"]}, {"parties": CREWS, "places": ["port vale"]}, True),
    ("words of the party's name count once", {"parties": CREWS, "words": ["ferry", "crews"]}, {"parties": CREWS, "words": ["ferry", "crews"]}, False),
    ("a state and a word", {"parties": NORLAND, "words": ["copper"]}, {"parties": NORLAND, "words": ["copper"]}, False),
    ("a state and many words", {"parties": NORLAND, "words": ["copper", "smelter", "quota", "ore"]}, {"parties": NORLAND, "words": ["copper", "smelter", "quota", "ore"]}, True),
    ("sides without a name, under one title", {"parties": SIDES, "title": ["reed"], "words": REED}, {"parties": SIDES, "title": ["reed", "pact"], "words": REED}, True),
    ("sides without a name, under a title told at once", {"parties": SIDES, "title": ["reed"], "words": REED}, {"parties": SIDES, "title": ["levy"], "lead": ["reed"], "words": REED}, True),
    ("sides without a name, on another matter", {"parties": SIDES | NORLAND, "title": ["reed"], "words": REED}, {"parties": SIDES | NORLAND, "title": ["jute"], "lead": ["jute", "mill"], "words": [*REED, "reed"]}, False),
    ("two states under other titles", {"parties": NORLAND | {"kordia": "state"}, "title": ["reed"], "words": REED}, {"parties": NORLAND | {"kordia": "state"}, "title": ["jute"], "words": REED}, True),
    ("talks of others in one place", {"places": ["port vale"], "words": ["berth", "quay", "roster", "crane"]}, {"places": ["port vale"], "words": ["berth", "quay", "roster", "crane"]}, False),
    ("an incident in one place", {"moves": 0, "places": ["port vale"], "words": ["blast", "quay", "silo", "crane"]}, {"moves": 0, "places": ["port vale"], "words": ["blast", "quay", "silo", "crane"]}, True),
    ("an incident under one title", {"moves": 0, "title": ["blast", "silo"], "words": ["quay", "crane", "grain", "fire"]}, {"moves": 0, "title": ["blast", "silo"], "words": ["quay", "crane", "grain", "fire"]}, True),
    ("an incident under other titles", {"moves": 0, "title": ["blast", "silo"], "words": ["quay", "crane", "grain", "fire"]}, {"moves": 0, "title": ["harvest", "record"], "words": ["quay", "crane", "grain", "fire", "blast", "silo"]}, False),
    ("given one story", {"given": ["Strike"]}, {"given": ["STRIKE", "Bid"]}, True),
    ("given two stories", {"given": ["Strike"], "parties": CREWS | LINE}, {"given": ["Bid"], "parties": CREWS | LINE}, False),
    ("one put in a story of its own", {"given": ["report-1"], "parties": CREWS | LINE}, {"parties": CREWS | LINE}, False),
    ("one given a story", {"given": ["Strike"], "parties": CREWS | LINE}, {"parties": CREWS | LINE}, True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "linked"), [case[1:] for case in LINKED], ids=[case[0] for case in LINKED])
def test_what_makes_two_reports_one_negotiation(one: dict[str, Any], other: dict[str, Any], linked: bool) -> None:
    assert (likeness(profile("report-1", **one), profile("report-2", **other)) is not None) is linked


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        ("2031-03-04", "2031-04-18", True),
        ("2031-03-04", "2031-05-20", False),
        ("2031-03-04", None, True),
        (None, None, True),
    ],
)
def test_days_far_apart_part_what_shares_little(first: str | None, second: str | None, linked: bool) -> None:
    little: dict[str, Any] = {"parties": CREWS, "words": ["berth", "roster"]}
    assert (likeness(profile("report-1", first, **little), profile("report-2", second, **little)) is not None) is linked


def test_what_shares_more_may_lie_further_apart() -> None:
    much: dict[str, Any] = {"parties": CREWS | LINE, "words": ["berth", "roster", "crane", "quay"]}
    assert likeness(profile("report-1", "2031-03-04", **much), profile("report-2", "2031-05-20", **much))


def test_of_two_kinds_the_lesser_counts() -> None:
    one, other = (profile(f"report-{n}", parties={"crews": kind}, words=["berth", "roster"]) for n, kind in enumerate(["organisation", "state"]))  # fmt: skip
    assert likeness(one, other) is None
    unknown = profile("report-3", parties={"crews": None}, words=["berth", "roster"])
    assert likeness(one, unknown) is not None


def test_a_link_says_what_is_shared_and_what_it_weighs() -> None:
    both: dict[str, Any] = {"parties": CREWS | LINE, "words": ["berth"]}
    link = likeness(profile("report-2", **both), profile("report-1", **both, places=["port vale"]))
    assert link is not None
    assert (link.one, link.other, link.weight) == ("report-1", "report-2", 4.5)
    assert link.shared == ("ferry crews", "strait lines", "berth")


@given(sets_of_profiles(most=2))
def test_it_is_the_same_either_way_round(profiles: list[Any]) -> None:
    for one in profiles:
        for other in profiles:
            assert likeness(one, other) == likeness(other, one)


@given(sets_of_profiles())
def test_a_link_weighs_enough(profiles: list[Any]) -> None:
    found = [link for one in profiles for other in profiles if one != other and (link := likeness(one, other))]
    assert all(link.weight >= story_words().enough and link.shared and link.one < link.other for link in found)


def test_of_two_trades_a_union_bargains_in_each_is_a_negotiation_of_its_own() -> None:
    shared: dict[str, Any] = {"parties": {"crews": "union", "line": "company"}, "title": ["berth", "steel"]}
    one, other = (
        msgspec.structs.replace(profile(f"report-{trade}", **shared), branches=frozenset({trade}))
        for trade in ("steel", "textile")
    )
    assert likeness(one, other) is None
    plain = profile("report-c", **shared)
    assert (near := likeness(one, plain)) is not None
    assert (far := likeness(other, plain)) is not None
    assert near.weight > far.weight  # its title names the trade


def test_the_trade_of_a_report_is_told_by_title_and_beginning_where_a_union_acts() -> None:
    text = (
        "Crews strike\n\nThe union refused the roster of the port's grain sector on Monday, and the steel industry's."
    )
    of = msgspec.structs.replace(report_of(text, "2031-03-04"), title="Crews strike")
    makers = Actor("Ferry Crews", "the union", kind="union"), Actor("Ferry Crews", "the union", kind="company")
    made = [profile_of(of, [claim_at(of, "refused", Move("reject", by=(by,)))]) for by in makers]
    assert [each.branches for each in made] == [{"grain", "steel"}, frozenset()]
