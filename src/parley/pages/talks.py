"""The thread of talks as a page: rounds, what was asked and offered on each scale, and what became of the deals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from parley.ledger import Entry, Ledger, Talks, talks_in
from parley.lexicon.packages import load_packages
from parley.model import (
    Quantity,
    TalksRound,
    ThreadPoint,
    ThreadScale,
)
from parley.pages.deals import DealRow, deal_row
from parley.pages.words import quantity_words

__all__ = [
    "RoundRow",
    "ScalePointRow",
    "ScaleRow",
    "StoryTalks",
    "TalksPage",
    "by_story",
    "party_words",
    "story_talks",
    "talks_page",
]

T = TypeVar("T")


class RoundRow(msgspec.Struct, frozen=True):
    """A round of talks: ISO days it is told to have opened and closed (None: not told), how it ended, by which claims.

    `on` is what the talks were on in the words of the report that tells it first; empty where none does.
    """

    number: int
    opened: str | None
    closed: str | None
    mode: str | None
    claims: tuple[str, ...]
    on: str = ""


class ScalePointRow(msgspec.Struct, frozen=True):
    """An amount on a scale as of an ISO day: whose, by which act, in words and by its bounds (None: open).

    It is told in so many `reports` of so many independent `origins`.
    """

    as_of: str
    party: str
    act: str
    words: str
    lower: float | None
    upper: float | None
    version: int
    reports: int
    origins: int
    claim: str
    proposal: str


class ScaleRow(msgspec.Struct, frozen=True):
    """What was asked, offered and agreed on one scale, in order; `title` says of what, `unit` in what."""

    title: str
    issue: str
    unit: str
    points: tuple[ScalePointRow, ...]


class StoryTalks(msgspec.Struct, frozen=True):
    """The thread of one story; `story` is None for the reports that are in none.

    `deals` are those of its talks, `beside` those of others.
    """

    story: str | None
    reports: int
    as_of: str | None
    rounds: tuple[RoundRow, ...]
    scales: tuple[ScaleRow, ...]
    deals: tuple[DealRow, ...]
    beside: tuple[DealRow, ...] = ()


class TalksPage(msgspec.Struct, frozen=True):
    """A thread for each story."""

    stories: tuple[StoryTalks, ...]


def talks_page(ledger: Ledger, *, story: str | None = None, published_by: str | None = None) -> TalksPage:
    """The thread of a story's talks, or of every story's. Raises what `Ledger.accounts` raises."""
    return TalksPage(by_story(ledger, story_talks, story=story, published_by=published_by))


def by_story(
    ledger: Ledger, made: Callable[[Talks], T], *, story: str | None = None, published_by: str | None = None
) -> tuple[T, ...]:
    """What is made of the talks of a story, or of each story with talks. Raises what `Ledger.accounts` raises."""
    accounts = ledger.accounts(story=story, published_by=published_by)
    return tuple(made(talks_in(found)) for found in accounts if story is not None or found.story.talks)


def story_talks(talks: Talks) -> StoryTalks:
    """The thread of one story's talks."""
    own = frozenset(talks.scope.claims)
    deals, beside = list[DealRow](), list[DealRow]()
    for each in talks.agreements:
        row = deal_row(each, talks.parties, talks.entries)
        (beside if own.isdisjoint(each.claims) else deals).append(row)
    return StoryTalks(
        talks.story,
        talks.reports,
        talks.as_of,
        tuple(_round(each, talks.entries) for each in talks.thread.rounds),
        tuple(_scale(each, talks.parties) for each in talks.thread.scales),
        tuple(deals),
        tuple(beside),
    )


def _round(found: TalksRound, entries: Mapping[str, Entry]) -> RoundRow:
    claims = (*found.opened_by, *found.closed_by)
    told = (_matter(entries[claim]) for claim in claims if claim in entries)
    on = next((words for words in told if words), "")
    return RoundRow(found.number, found.opened, found.closed, found.mode, claims, on)


def _matter(entry: Entry) -> str:
    """What talks are told to be on: "discussions on a new work agreement"."""
    about = getattr(entry.claim.body, "about", None)
    found = _ON.search(" ".join(about.split())) if about else None
    return found[1] if found else ""


_ON = re.compile(
    r"\b(?:talks?|negotiations?|discussions?|consultations?|meetings?|round)\b.*? (?:on|over|about) (.+)", re.IGNORECASE
)


def _scale(scale: ThreadScale, names: dict[str, str]) -> ScaleRow:
    of = scale.thing.replace("_", " ")
    title = " ".join(filter(None, (scale.issue, of, f"per {scale.per}" if scale.per else "")))
    unit = "days" if scale.unit == "day" else "" if scale.unit == "persons" else scale.unit
    return ScaleRow(title, scale.issue, unit, tuple(_point(point, scale.unit, names) for point in scale.points))


def _point(point: ThreadPoint, unit: str, names: dict[str, str]) -> ScalePointRow:
    lower, upper = _bounds(point.quantity, unit)
    return ScalePointRow(
        point.as_of,
        " and ".join(names.get(party, party) for party in point.party.split(" + ")),
        point.act,
        quantity_words(point.quantity),
        lower,
        upper,
        point.version,
        point.reports,
        point.origins,
        point.claim,
        point.proposal,
    )


def _bounds(quantity: Quantity, unit: str) -> tuple[float | None, float | None]:
    """The bounds in the unit of the scale: lengths of time in days."""
    days = load_packages().days.get(quantity.unit or "", 1.0) if unit == "day" else 1.0
    lower, upper = (None if bound is None else round(bound * days, 6) for bound in (quantity.lower, quantity.upper))
    return lower, upper


def party_words(parties: Iterable[str], names: dict[str, str]) -> str:
    """Parties by name; says so where none is named."""
    return " and ".join(names.get(party, party) for party in parties) or "maker not named"
