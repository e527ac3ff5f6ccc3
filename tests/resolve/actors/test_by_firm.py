"""Who is called by a firm's name: its shareholders under several names, and the group of investors of that name."""

from __future__ import annotations

import pytest

from parley.resolve import Parties, resolve_actors
from tests.resolve.actors.made import actor, one, report, resolved

FIRMS = ("Selvane Corp|company||Selvane", "Brayton PLC|company||Brayton")
HOLDERS = "Selvane shareholders|collective"


def _ids(parties: Parties, *named: tuple[str, int]) -> set[str]:
    return {one(parties, name, at) for name, at in named}


@pytest.mark.parametrize(
    "name",
    ["Selvane stockholders", "SELVANE HOLDERS", "Selvane's shareholders", "remaining Selvane shareholders", "Selvane Corp shareholders"],
)  # fmt: skip
def test_the_holders_of_one_firm_are_one_under_all_their_names(name: str) -> None:
    parties = resolved([(*FIRMS, HOLDERS), (*FIRMS, f"{name}|collective")])
    assert len(_ids(parties, (HOLDERS, 0), (f"{name}|collective", 1))) == 1


@pytest.mark.parametrize("name", ["Brayton's shareholders|collective", "Selvane shareholder|unnamed", "some Selvane shareholders|collective"])  # fmt: skip
def test_holders_of_another_firm_a_single_one_and_some_of_them_stay_apart(name: str) -> None:
    parties = resolved([(*FIRMS, HOLDERS), (*FIRMS, name)])
    assert len(_ids(parties, (HOLDERS, 0), (name, 1))) == 2


def test_the_name_is_that_of_all_holders() -> None:
    parties = resolved([(*FIRMS, HOLDERS), (*FIRMS, "remaining Selvane shareholders|collective")])
    assert parties.name(one(parties, HOLDERS, 0)) == "Selvane shareholders"


def test_shareholders_of_nobody_are_those_that_the_report_names() -> None:
    parties = resolved([(*FIRMS, HOLDERS, "shareholders|collective")])
    assert len(_ids(parties, (HOLDERS, 0), ("shareholders|collective", 0))) == 1
    parties = resolved([(*FIRMS, HOLDERS, "Brayton shareholders|collective", "shareholders|collective")])
    assert len(_ids(parties, (HOLDERS, 0), ("shareholders|collective", 0))) == 2


def test_shareholders_of_nobody_are_those_of_the_firm_that_is_bid_for_there() -> None:
    named = report("one", *FIRMS, HOLDERS)
    for mention, count in (("the shareholders", 1), ("its shareholders", 2)):
        bid = report("two", f"shareholders|collective||{mention}", "Brayton PLC|company", act="offer", to=("Selvane Corp|company",))  # fmt: skip
        parties = resolved_told([*named, *bid])
        assert len({parties[HOLDERS], parties["shareholders|collective"]}) == count


def resolved_told(told: list) -> dict[str, str]:  # type: ignore[type-arg]
    """Who the holders of these claims are."""

    parties = resolve_actors(told)
    return {name: parties.of(actor(name), told[0 if name == HOLDERS else -1].claim.report) for name in (HOLDERS, "shareholders|collective")}  # fmt: skip


@pytest.mark.parametrize("name", ["Selvane investor group", "Selvane group", "Selvane consortium"])
def test_the_group_of_a_firms_name_is_the_firm(name: str) -> None:
    parties = resolved([(*FIRMS, f"{name}|collective"), (*FIRMS,)])
    assert len(_ids(parties, (f"{name}|collective", 0), ("Selvane Corp|company", 1))) == 1


def test_a_group_of_another_name_is_no_firm() -> None:
    parties = resolved([(*FIRMS, "Tormouth investor group|collective")])
    assert len(_ids(parties, ("Tormouth investor group|collective", 0), ("Selvane Corp|company", 0))) == 2
