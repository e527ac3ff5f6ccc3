"""The board of an earlier day is kept once it was asked for, and is what the reports published by that day give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.invented import INVENTED_RUN, invented_reports

from parley.ledger import BadDateError, Ledger
from parley.ledger.work import LongWorkError, Work, doing
from parley.model import Story
from parley.pages import board_page, proposals_of_story, story_board, story_proposals, talks_of_story
from parley.pages.board import BoardPage
from parley.pages.talks import story_talks
from parley.project import Decisions
from tests.invented_record import build_all
from tests.opened import asked
from tests.pay_record import build as build_pay
from tests.strike_record import build as build_strike


def days_of(ledger: Ledger, story: Story) -> list[str]:
    return sorted({day[:10] for day in ledger.published(story.reports).values() if day})


def fresh(ledger: Ledger, story: Story, day: str) -> BoardPage:
    """As `parley board --published-by` has it."""
    by = [each.report.published for each in ledger.reports(story=story.id, published_by=day)]
    return board_page(ledger.board(story=story.id, published_by=day), by)


def require_same(ledger: Ledger) -> None:
    for story in ledger.stories():
        for day in days_of(ledger, story):
            assert story_board(ledger, story.id, published_by=day).board == fresh(ledger, story, day)


@pytest.mark.parametrize("build", [build_all, build_pay, build_strike])
def test_the_board_of_every_day_is_that_worked_out_afresh(build: Callable[[Path], Path], tmp_path: Path) -> None:
    path = build(tmp_path / "talks.parley")
    for _ in range(2):  # made, then as it was kept
        with asked(path) as ledger:
            require_same(ledger)


def test_it_is_so_after_a_decision_and_after_reports_of_any_day(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    reports = list(invented_reports(10))
    with asked(path) as ledger:
        for some in (reports[3:8], reports[:3], reports[8:]):
            for report, seen, extraction in some:
                ledger.store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
            require_same(ledger)
        Decisions(ledger.store).reject(ledger.view(kind="move").entries[5].claim.id, person="Anna")
        require_same(ledger)


def test_other_pages_of_a_day_are_kept_alike(tmp_path: Path) -> None:
    path = build_pay(tmp_path / "talks.parley")
    with asked(path) as ledger:
        (story,) = ledger.stories()
        for day in days_of(ledger, story):
            talks = ledger.talks(story.id, published_by=day)
            for _ in range(2):
                assert talks_of_story(ledger, story.id, published_by=day).page == story_talks(talks)
                assert proposals_of_story(ledger, story.id, published_by=day).page == story_proposals(talks)


def test_what_is_kept_is_shown_without_making_anything(tmp_path: Path) -> None:
    path = build_all(tmp_path / "talks.parley")
    with asked(path) as ledger:
        story = ledger.stories()[0]
        first, *_, last = days_of(ledger, story)
        story_board(ledger, story.id, published_by=first)
    with asked(path) as ledger, doing(Work(most=0)):
        story_board(ledger, story.id, published_by=first)
        with pytest.raises(LongWorkError):
            story_board(ledger, story.id, published_by=last)


def test_days_without_a_report_are_made_each_time_and_no_day_is_none(tmp_path: Path) -> None:
    path = build_pay(tmp_path / "talks.parley")
    with asked(path) as ledger:
        (story,) = ledger.stories()
        for _ in range(2):
            assert story_board(ledger, story.id, published_by="2040-01-01").board == fresh(ledger, story, "2040-01-01")
        with pytest.raises(BadDateError):
            story_board(ledger, story.id, published_by="soon")
