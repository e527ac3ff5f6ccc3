"""The places where one searches, and jumps to what has a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import msgspec

from parley.ledger import Ledger
from parley.model.claim import Issue
from parley.pages import (
    FACETS,
    AnyRow,
    ClaimCheck,
    PointRow,
    SearchInFull,
    claim_check_page,
    claim_check_rows,
    search_in_full,
)
from parley.pages.deals import deal_names
from parley.pages.words import counted, day_words
from parley.render.web import NAVIGATION, STORY_TABS, Frame, Links, claim_check_html, search_html
from parley.store import EmptyQueryError
from parley.web.asking import Asked, Place, Rows

__all__ = ["FINDING_PLACES", "Jump", "jumps"]

_SHOWN = 12
_REPORTS = 5
_NUMBERS = ("one", "two", "three", "four", "five")  # phases, as they are said


class Jump(msgspec.Struct, frozen=True):
    """Somewhere to go: what it is (page, story, agreement, phase, party, issue, report), its name, more about it, and its address."""

    kind: str
    words: str
    detail: str
    address: str


def jumps(ledger: Ledger, links: Links, query: str) -> tuple[Jump, ...]:
    """Where one may mean to go by `query`: every word of it begins a word of the name; then reports that hold them."""
    wanted = query.casefold().split()
    named = [jump for jump in _named(ledger, links) if _answers(jump, wanted)][:_SHOWN]
    return (*named, *_reports(ledger, links, query)) if wanted else tuple(named)


def _answers(jump: Jump, wanted: list[str]) -> bool:
    words = f"{jump.words} {jump.detail}".casefold().replace("(", " ").replace(")", " ").split()
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _named(ledger: Ledger, links: Links) -> Iterator[Jump]:
    stories = ledger.derived.chief()
    for page in NAVIGATION:
        yield _jump("page", page.words, "", links.page(page.name) if page.name else links.home())
    for story in stories:
        yield _jump("story", story.name, counted(len(story.reports), "report"), links.story(story.id))
    yield from _deals(ledger, links)
    for story in stories:
        for tab in STORY_TABS[1:]:
            yield _jump("story", story.name, tab.words, links.story(story.id, tab.name))
    for story in stories:
        for party in story.parties:
            yield _jump("party", party, story.name, links.search(party=party, story=story.id))
    for issue in get_args(Issue):
        yield _jump("issue", issue, "", links.search(issue=issue))


def _deals(ledger: Ledger, links: Links) -> Iterator[Jump]:
    """Deals, and their phases by number, in figures and in words."""
    for deal in deal_names(ledger, ledger.derived.chief()):
        address = links.story(deal.story, "talks", at=deal.id, deal=deal.id)
        detail = f"{deal.story_name}, {day_words(deal.as_of)}"
        yield _jump("agreement", deal.name, detail, address)
        for number in deal.phases:
            word = _NUMBERS[number - 1 : number]
            named = f"Phase {number} ({word[0]})" if word else f"Phase {number}"
            yield _jump("phase", f"{named}: {deal.name}", detail, address)


def _reports(ledger: Ledger, links: Links, query: str) -> Iterator[Jump]:
    try:
        hits = ledger.search(f"{query}*" if query[-1:].isalnum() else query, limit=_REPORTS)
    except EmptyQueryError:
        return
    for hit in hits:
        detail = ", ".join((hit.report.outlet or "unknown outlet", day_words(hit.report.published)))
        yield _jump("report", hit.report.title or "Untitled report", detail, links.report(hit.report.id))


def _jump(kind: str, words: str, detail: str, address: str | None) -> Jump:
    return Jump(kind, words, detail, address or "")


def _search(asked: Asked) -> SearchInFull:
    return search_in_full(asked.project.ledger(), asked.get("q") or "", **_narrowed(asked))


def _narrowed(asked: Asked) -> dict[str, str]:
    return {name: value for name in FACETS if (value := asked.get(name))}


def _search_html(page: SearchInFull, frame: Frame, asked: Asked) -> str:
    return search_html(page, frame, asked=_narrowed(asked))


def _search_rows(page: SearchInFull) -> Rows:
    return [row for found in page.reports for row in found.claims] or page.claims, AnyRow


def _check(asked: Asked) -> ClaimCheck:
    return claim_check_page(asked.project.ledger(), asked.get("claim") or "")


FINDING_PLACES = (
    Place("/search", "search", _search, _search_html, _search_rows),
    Place(
        "/claim-check",
        "claim-check",
        _check,
        lambda page, frame, asked: claim_check_html(page, frame),
        lambda page: (claim_check_rows(page), PointRow),
    ),
)
