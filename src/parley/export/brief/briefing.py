"""The briefing of a copy as a record: what the printed page shows, for other programs."""

from __future__ import annotations

import msgspec

from parley.export.brief.choice import Choice
from parley.export.brief.provenance import Provenance
from parley.ledger import Ledger, StoryAccount
from parley.pages import board_page, story_head
from parley.pages.briefing import Briefing, briefing_page
from parley.pages.home import latest_positions
from parley.render.web.brief import InBrief

__all__ = ["BriefingData", "briefing_data", "briefing_json", "in_brief"]

_LATEST = 6  # positions of a story told in brief
_BRIEFED = 3  # stories on about two pages each; of others the newest positions


class BriefingData(msgspec.Struct, frozen=True):
    """Where the copy comes from, the briefing on each of the chief stories, and of the `others` the newest positions."""

    provenance: Provenance
    stories: tuple[Briefing, ...]
    others: tuple[InBrief, ...]


def briefing_data(ledger: Ledger, choice: Choice) -> BriefingData:
    """The briefing: stories in the order of the copy, those with most reports as chief ones."""
    chief = sorted(choice.accounts, key=lambda each: -len(each.story.reports))[:_BRIEFED]
    stories = tuple(_story(ledger, choice, found) for found in choice.accounts if found in chief)
    others = tuple(in_brief(ledger, found) for found in choice.accounts if found not in chief)
    return BriefingData(choice.provenance, stories, others)


def briefing_json(ledger: Ledger, choice: Choice) -> bytes:
    """The briefing as JSON; the same record and choice give the same bytes."""
    return msgspec.json.format(msgspec.json.encode(briefing_data(ledger, choice)), indent=1) + b"\n"


def in_brief(ledger: Ledger, found: StoryAccount) -> InBrief:
    """A story with its newest positions."""
    return InBrief(story_head(ledger, found.story), latest_positions(board_page(found.board), _LATEST))


def _story(ledger: Ledger, choice: Choice, found: StoryAccount) -> Briefing:
    moved = [each for each in choice.changes if each.story == found.story.name]
    return briefing_page(ledger, found, moved, choice.asked.since)
