"""A claim in its story: what is kept of it is what the account of the story says, and is read without the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.invented import INVENTED_RUN, invented_reports

from parley.ledger import Entry, Ledger, tellings_of
from parley.model import Claim, Relation
from parley.project import Decisions
from parley.store import Store, rows
from tests.invented_record import build
from tests.opened import asked
from tests.pay_record import build as build_pay
from tests.small_record import build as build_small
from tests.strike_record import build as build_strike


def related_in(ledger: Ledger, entry: Entry) -> list[tuple[Relation, str]]:
    """As the whole account has it."""
    (found,) = ledger.accounts(story=ledger.story_with(entry.report.id).id)
    claim = entry.claim.id
    ends = [(each, {each.one, each.other} - {claim}) for each in found.account.relations]
    return [(each, other) for each, others in ends for other in others if claim in (each.one, each.other)]


def require_same(ledger: Ledger) -> None:
    for entry in ledger.view().entries:
        found = ledger.in_story(entry)
        (account,) = ledger.accounts(story=found.story.id)
        assert found.tellings == tellings_of(account, entry.claim.id)
        assert [(each, other.claim.id) for each, other in found.related] == related_in(ledger, entry)
        assert all(other == account.entries[other.claim.id] for _, other in found.related)


@pytest.mark.parametrize("build", [build, build_small, build_pay, build_strike])
def test_what_is_kept_of_a_claim_is_what_the_account_says(build: Callable[[Path], Path], tmp_path: Path) -> None:
    path = build(tmp_path / "talks.parley")
    for _ in range(2):  # made, then as it was kept
        with asked(path) as ledger:
            require_same(ledger)


def test_it_is_made_anew_when_somebody_decides_or_a_report_comes(tmp_path: Path) -> None:
    path = build(tmp_path / "talks.parley")
    with asked(path) as ledger:
        told = next(each for each in ledger.view().entries if len(ledger.in_story(each).tellings.told) > 1)
        before = ledger.in_story(told).tellings
        other = next(each.entry for each in before.told if each.entry.claim.id != told.claim.id)
        Decisions(ledger.store).reject(other.claim.id, person="Anna")
        assert other.claim.id not in {each.entry.claim.id for each in ledger.in_story(told).tellings.told}
        require_same(ledger)
        for report, seen, extraction in invented_reports(30):
            ledger.store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        require_same(ledger)


def test_what_is_read_does_not_grow_with_the_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = [0]
    read = rows.claim_record

    def counted(text: str) -> Claim:
        decoded[0] += 1
        return read(text)

    costs = []
    for size in (50, 150):  # a figure has as many others near to it as are shown in both
        path = tmp_path / f"{size}.parley"
        with Store.open(path) as store:
            for report, seen, extraction in invented_reports(size, per_story=size, claims=6):
                store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        with asked(path) as ledger:
            (story,) = ledger.stories()
            entry = next(each for each in ledger.view(report=story.reports[4]).entries if each.claim.kind == "figure")
            ledger.in_story(entry)  # kept from now on
        with asked(path) as ledger, monkeypatch.context() as patched:
            patched.setattr(rows, "claim_record", counted)
            decoded[0] = 0
            ledger.in_story(entry)
            costs.append(decoded[0])
    assert 0 < costs[0] == costs[1]
