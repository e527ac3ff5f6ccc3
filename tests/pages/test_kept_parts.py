"""The pages of an actor, a source and a cell: kept of each, they say what the whole account says, and only what is shown is
read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.invented import INVENTED_RUN, invented_reports

from parley.ledger import AmbiguousError, Ledger, NotRecordedError
from parley.ledger.board import positions_of
from parley.model import Claim
from parley.pages import actor_of_story, actor_page, cell_page, source_in_stories, source_page
from parley.pages.story_board import EmptyCellError
from parley.project import Decisions
from parley.store import Store, rows
from tests import pay_record, small_record, strike_record, toll_record
from tests.invented_record import build as build_invented
from tests.opened import asked

RECORDS = [pay_record.build, strike_record.build, small_record.build, toll_record.build, build_invented]


def require_same(ledger: Ledger) -> None:
    accounts = ledger.accounts()
    for account in accounts:
        for actor in account.account.actors:
            assert actor_of_story(ledger, account.story.id, actor.id) == actor_page(account, actor.id)
        positions = positions_of(account.entries.values(), parties=account.account.parties, told=account.told)
        for cell in account.board.cells:
            page = cell_page(ledger, account.story.id, issue=cell.issue, party=cell.party)
            behind = [each for each in reversed(positions) if (each.issue, each.party) == (cell.issue, cell.party)]
            assert [each.claim for each in page.moves] == [each.entry.claim.id for each in behind]
            assert page.total == len(behind)
            shown = cell.position or cell.not_held[0]
            assert [each.claim for each in page.moves if each.holds] == [shown.entry.claim.id]
    for each in ledger.standings():
        assert source_in_stories(ledger, each.name, each.kind) == source_page(accounts, each.name, each.kind)


@pytest.mark.parametrize("build", RECORDS)
def test_what_is_kept_is_what_the_account_says(build: Callable[[Path], Path], tmp_path: Path) -> None:
    path = build(tmp_path / "talks.parley")
    for _ in range(2):  # made, then as it was kept
        with asked(path) as ledger:
            require_same(ledger)


def test_it_is_made_anew_when_somebody_decides_or_a_report_comes(tmp_path: Path) -> None:
    with asked(pay_record.build(tmp_path / "talks.parley")) as ledger:
        require_same(ledger)
        (account,) = ledger.accounts()
        page = actor_page(account, "City Tramways")
        Decisions(ledger.store).reject(page.made[0].id, person="Anna")
        assert page.made[0].id not in {row.id for row in actor_of_story(ledger, account.story.id, page.id).made}
        require_same(ledger)
        for report, seen, extraction in invented_reports(20):
            ledger.store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        require_same(ledger)


def test_an_actor_answers_to_its_name_and_the_beginning_of_its_id(tmp_path: Path) -> None:
    with asked(pay_record.build(tmp_path / "talks.parley")) as ledger:
        (story,) = ledger.stories()
        page = actor_of_story(ledger, story.id, "city tramways")
        assert page == actor_of_story(ledger, story.id, page.id[:-2])
        with pytest.raises(NotRecordedError, match="Harbour Board"):
            actor_of_story(ledger, story.id, "Harbour Board")
        with pytest.raises(AmbiguousError, match="fits 3 actors"):
            actor_of_story(ledger, story.id, "actor-")
        with pytest.raises(NotRecordedError, match="Coast Radio"):
            source_in_stories(ledger, "Coast Radio", "agency")
        with pytest.raises(EmptyCellError, match="Harbour Board"):
            cell_page(ledger, story.id, issue="pay", party="Harbour Board")


def test_what_is_read_does_not_grow_with_the_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = [0]
    read = rows.claim_record

    def counted(text: str) -> Claim:
        decoded[0] += 1
        return read(text)

    def five(name: str, total: int) -> slice:
        return slice(5)

    costs = []
    for size in (60, 240):
        path = tmp_path / f"{size}.parley"
        with Store.open(path) as store:
            for report, seen, extraction in invented_reports(size, per_story=size, claims=6):
                store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        with asked(path) as ledger:
            (account,) = ledger.accounts()
            story, actor, cell = account.story.id, account.account.actors[0].id, account.board.cells[0]

        def pages(ledger: Ledger, story: str = story, actor: str = actor, issue: str = cell.issue, party: str = cell.party) -> None:  # fmt: skip
            actor_of_story(ledger, story, actor, five)
            source_in_stories(ledger, "Coast Radio", "outlet", cut=five)
            cell_page(ledger, story, issue=issue, party=party, cut=five)

        with asked(path) as ledger:
            pages(ledger)
        with monkeypatch.context() as patch, asked(path) as ledger:
            patch.setattr(rows, "claim_record", counted)
            decoded[0] = 0
            pages(ledger)
        costs.append(decoded[0])
    assert costs[0] == costs[1] > 0
