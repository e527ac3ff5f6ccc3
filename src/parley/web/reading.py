"""The places where the record as a whole, a report and a claim are read."""

from __future__ import annotations

from parley.pages import (
    ChangeRow,
    ChangesPage,
    ClaimInFull,
    DiffPage,
    DiffWords,
    Fact,
    HomePage,
    ListPage,
    MarkedClaim,
    ProblemRow,
    ReportInFull,
    StoryRow,
    changed_page,
    claim_in_full,
    diff_page,
    home_page,
    problems_page,
    report_in_full,
    stories_page,
)
from parley.render.web import (
    Frame,
    changes_html,
    claim_html,
    difference_html,
    home_html,
    problems_html,
    report_page_html,
    stories_html,
)
from parley.web.asking import Asked, Place, Rows

__all__ = ["READING_PLACES"]

_ROWS, _CHANGES = 100, 60  # on one page


def _home(asked: Asked) -> HomePage:
    return home_page(asked.project.ledger())


def _home_rows(page: HomePage) -> Rows:
    return [row for group in page.changes for row in group.rows], ChangeRow


def _changes(asked: Asked) -> ChangesPage:
    wanted = {name: asked.get(name) for name in ("story", "kind", "since")}
    return changed_page(asked.project.ledger(), **wanted)


def _changes_html(page: ChangesPage, frame: Frame, asked: Asked) -> str:
    return changes_html(page, frame, kind=asked.get("kind"))


def _stories(asked: Asked) -> ListPage[StoryRow]:
    return stories_page(asked.project.ledger(), alone=asked.get("alone") is not None)


def _stories_html(page: ListPage[StoryRow], frame: Frame, asked: Asked) -> str:
    return stories_html(page, frame, alone=asked.get("alone") is not None)


def _report(asked: Asked) -> ReportInFull:
    return report_in_full(asked.project.ledger(), asked.path["report"])


def _claim(asked: Asked) -> ClaimInFull:
    return claim_in_full(asked.project.ledger(), asked.path["claim"])


def _copies(asked: Asked) -> DiffPage:
    return diff_page(asked.project.ledger().text_pair(asked.path["one"], asked.path["other"]))


def _problems(asked: Asked) -> ListPage[ProblemRow]:
    return problems_page(asked.project.ledger().problems())


READING_PLACES = (
    Place("/", "", _home, lambda page, frame, asked: home_html(page, frame), _home_rows),
    Place("/changes", "", _changes, _changes_html, lambda page: (page.rows, ChangeRow), most=_CHANGES),
    Place("/stories", "stories", _stories, _stories_html, lambda page: (page.rows, StoryRow), most=_ROWS),
    Place(
        "/report/{report}",
        None,
        _report,
        lambda page, frame, asked: report_page_html(page, frame),
        lambda page: (page.page.marked.claims, MarkedClaim),
    ),
    Place(
        "/claim/{claim}",
        None,
        _claim,
        lambda page, frame, asked: claim_html(page, frame),
        lambda page: (page.page.facts, Fact),
    ),
    Place(
        "/copies/{one}/{other}",
        None,
        _copies,
        lambda page, frame, asked: difference_html(page, frame),
        lambda page: (page.words, DiffWords),
    ),
    Place(
        "/problems",
        "problems",
        _problems,
        lambda page, frame, asked: problems_html(page, frame),
        lambda page: (page.rows, ProblemRow),
        most=_ROWS,
    ),
)
