"""One actor, and one source, as pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parley.ledger import NOT_NAMED, AmbiguousError, Ledger, NotRecordedError, StoryAccount
from parley.pages import actor_page, part_rows, source_page
from parley.store import Store
from tests import pay_record, small_record, strike_record, toll_record

RECORDS = [pay_record.build, strike_record.build, small_record.build, toll_record.build]
Opened = Callable[[Callable[[Path], Path]], Ledger]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    stores: list[Store] = []

    def opens(build: Callable[[Path], Path]) -> Ledger:
        stores.append(Store.open(build(tmp_path / "talks.parley")))
        return Ledger(stores[-1])

    yield opens
    for store in stores:
        store.close()


@pytest.fixture
def trams(opened: Opened) -> StoryAccount:
    (account,) = opened(pay_record.build).accounts()
    return account


def test_an_actor_has_its_column_of_the_board_and_what_it_did(trams: StoryAccount) -> None:
    page = actor_page(trams, "city tramways")
    assert (page.name, page.story, page.roles[0][0]) == ("City Tramways", "Trams", "party")
    assert [(row.issue, row.cell.act) for row in page.positions] == [
        ("meeting", "meet"),
        ("pay", "carry_out"),
        ("payment", "withdraw"),
    ]
    assert [row.words.partition(":")[2].split()[0] for row in page.made] == [
        "offer", "meet:", "offer", "withdraw:", "agree:", "carry"
    ]  # fmt: skip
    assert [row.words.partition(":")[0] for row in page.faced] == ["Tram Drivers' Guild"]


@pytest.mark.parametrize("build", RECORDS)
def test_the_columns_of_the_actors_are_the_board(opened: Opened, build: Callable[[Path], Path]) -> None:
    for account in opened(build).accounts():
        told = {
            (page.name, row.issue, row.cell.claim)
            for page in (actor_page(account, actor.id) for actor in account.account.actors)
            for row in page.positions
        }
        board = account.board
        shown = [(cell, cell.position or cell.not_held[0]) for cell in board.cells if cell.party != NOT_NAMED]
        assert told == {(cell.party, cell.issue, position.entry.claim.id) for cell, position in shown}


def test_who_speaks_for_a_party_leads_to_it_and_back(opened: Opened) -> None:
    (account,) = opened(strike_record.build).accounts()
    mate, crews = actor_page(account, "Jo Mate"), actor_page(account, "Tug Crews")
    assert mate.acts_for is not None
    assert (mate.acts_for.name, mate.acts_for_claim is not None) == ("Tug Crews", True)
    assert [agent.name for agent in crews.agents] == ["Jo Mate"]
    assert {row.id for row in mate.made} < {row.id for row in crews.made}
    assert {row.part for row in part_rows(mate)} == {"made", "word"}


def test_no_such_actor_and_more_than_one_are_said(trams: StoryAccount) -> None:
    with pytest.raises(NotRecordedError, match="Harbour Board"):
        actor_page(trams, "Harbour Board")
    with pytest.raises(AmbiguousError, match="fits 3 actors"):
        actor_page(trams, "actor-")


@pytest.mark.parametrize("build", RECORDS)
def test_the_page_of_each_source_counts_what_the_list_of_sources_counts(
    opened: Opened, build: Callable[[Path], Path]
) -> None:
    ledger = opened(build)
    accounts, standings = ledger.accounts(), ledger.standings()
    pages = [source_page(accounts, each.name, each.kind) for each in standings]
    assert [(len(page.things), page.alone, page.first, page.reports) for page in pages] == [
        (each.told, each.alone, each.first, each.reports) for each in standings
    ]
    assert all(sum(number for _, number in page.through) == page.reports for page in pages)


def test_a_source_says_what_it_hands_on(opened: Opened) -> None:
    accounts = opened(toll_record.build).accounts()
    rescue = source_page(accounts, "Coast Rescue", "office")
    outlets = {outlet for outlet, _ in rescue.through}
    handed_on = {row.id for outlet in outlets for row in source_page(accounts, outlet, "outlet").relayed}
    assert {thing.id for thing in rescue.things} <= handed_on
    assert all(thing.quote for thing in rescue.things)


def test_a_source_that_nothing_rests_on_is_none(trams: StoryAccount) -> None:
    with pytest.raises(NotRecordedError, match="Coast Radio"):
        source_page([trams], "Coast Radio", "agency")
