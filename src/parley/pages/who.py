"""Who is who in each story: actors with the names they go by, whom they act for, their role, and what is left open."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import StoryAccount
from parley.model import ActorSuggestion, ResolvedActor

__all__ = ["SuggestionRow", "WhoPage", "WhoRow", "WhoStory", "suggestion_rows", "who_page", "who_rows"]


class WhoRow(msgspec.Struct, frozen=True):
    """One actor: other names with why they were joined, whom it acts for, its role in most claims, and in how many reports."""

    name: str
    kind: str
    names: tuple[str, ...]
    rules: tuple[str, ...]
    acts_for: str
    role: str
    reports: int
    story: str
    id: str


class SuggestionRow(msgspec.Struct, frozen=True):
    """Two actors that may be one, and why that is left open."""

    one: str
    other: str
    reason: str
    rule: str


class WhoStory(msgspec.Struct, frozen=True):
    """The actors of one story, most told first, of how many in all; and what a person should decide."""

    story: str
    actors: tuple[WhoRow, ...]
    total: int
    suggestions: tuple[SuggestionRow, ...]


class WhoPage(msgspec.Struct, frozen=True):
    """Who is who, story by story."""

    stories: tuple[WhoStory, ...]


def who_page(accounts: Iterable[StoryAccount], limit: int | None = None) -> WhoPage:
    """The actors of stories, at most `limit` of each."""
    return WhoPage(tuple(_story(found, limit) for found in accounts))


def who_rows(page: WhoPage) -> tuple[WhoRow, ...]:
    """The actors of all stories, one after the other."""
    return tuple(row for story in page.stories for row in story.actors)


def _story(found: StoryAccount, limit: int | None) -> WhoStory:
    actors = {actor.id: actor for actor in found.account.actors}
    rows = sorted((_row(actor, actors, found.story.name) for actor in actors.values()), key=_order)
    suggestions = suggestion_rows(found.account.suggestions, actors)
    return WhoStory(found.story.name, tuple(rows[:limit]), len(rows), suggestions)


def _order(row: WhoRow) -> tuple[int, int, str, str]:
    return -row.reports, -len(row.names), row.name, row.id


def _row(actor: ResolvedActor, actors: dict[str, ResolvedActor], story: str) -> WhoRow:
    others = [alias for alias in actor.aliases if alias.name != actor.name]
    backing = actors.get(actor.acts_for.actor) if actor.acts_for else None
    return WhoRow(
        actor.name,
        (actor.kind or "").replace("_", " "),
        tuple(alias.name for alias in others),
        tuple(dict.fromkeys(alias.rule for alias in others)),
        backing.name if backing else "",
        actor.role or "",
        max((alias.reports for alias in actor.aliases), default=0),
        story,
        actor.id,
    )


def suggestion_rows(found: Iterable[ActorSuggestion], actors: dict[str, ResolvedActor]) -> tuple[SuggestionRow, ...]:
    """Suggestions in words, each pair of names once; `actors` are those of the story by id."""
    rows: dict[frozenset[str], SuggestionRow] = {}
    for each in found:
        if each.one in actors and each.other in actors:
            names = actors[each.one].name, actors[each.other].name
            rows.setdefault(frozenset(names), SuggestionRow(*names, each.reason, each.rule))
    return tuple(rows.values())
