"""Which reports and claims a question is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TypedDict

import msgspec

from parley.ledger.errors import BadDateError
from parley.lexicon.packages import named_kind
from parley.model import Actor, Body, Claim, Observation, Phase
from parley.model.claim import Move
from parley.store import Recorded

__all__ = ["Filters", "actors_of", "issues_of", "observation_for", "passes_claim", "passes_report", "valid_days"]

_TALKS = frozenset({"invite", "meet", "mediate", "break_off", "resume", "extend"})
"""Acts that are about holding talks when no term says otherwise."""
_PROLONGED = frozenset({"offer", "agreement", "deadline", "demand", "threat"})


class Filters(TypedDict, total=False):
    """What a view may be narrowed by; every one given must hold.

    `kind` move, figure, event, phase or quote; `act` of a move; `measure` of a figure; `type` of an event; `status` of a
    phase; `issue` of a move's or phase's terms; `place` of a move, figure or event, in whole words, case aside. `party` is found in an actor's name, mention or the party it acts for, `source` in any link of the source
    chain, `outlet` in the report's outlet: whole words, case aside. `story` is the whole name, case aside, or the id of a story. `since` and
    `until` are ISO days of publication, both inclusive; undated reports pass neither. `published_by` keeps what was
    published by that ISO day, undated reports by the day they were first recorded; `recorded_by` what was first recorded
    by that ISO time. `report` is an id, the beginning of
    one, or a source path. `rejected` asks for the claims that people rejected instead of those that stand. None is no
    filter.
    """

    kind: str | None
    act: str | None
    measure: str | None
    party: str | None
    issue: str | None
    type: str | None
    status: str | None
    place: str | None
    story: str | None
    outlet: str | None
    source: str | None
    since: str | None
    until: str | None
    published_by: str | None
    recorded_by: str | None
    report: str | None
    rejected: bool | None


def valid_days(filters: Filters) -> None:
    """Raise BadDateError when a day among the filters is none."""
    for name in ("since", "until", "published_by"):
        value = filters.get(name)
        if value is not None:
            _valid_day(name, str(value))


def _valid_day(name: str, value: str) -> None:
    try:
        if len(value) != len("2024-03-31"):
            raise ValueError
        date.fromisoformat(value)
    except ValueError as error:
        raise BadDateError(name, value) from error


def passes_report(recorded: Recorded, filters: Filters) -> bool:
    """Whether a report passes the filters on outlet and days; an undated one is told by the day of recording."""
    published = recorded.report.published
    day = published[:10] if published else None
    outlet = filters.get("outlet")
    since, until, by = filters.get("since"), filters.get("until"), filters.get("published_by")
    return (
        (outlet is None or _holds(recorded.report.outlet, outlet))
        and (since is None or (day is not None and day >= since))
        and (until is None or (day is not None and day <= until))
        and (by is None or (day or recorded.recorded_at[:10]) <= by)
        and ((at := filters.get("recorded_by")) is None or recorded.recorded_at <= at)
    )


def observation_for(recorded: Recorded, story: str | None) -> Observation:
    """The report's first observation that gave it the story named, else its first."""
    wanted = (story or "").casefold()
    given = (seen for seen in recorded.observations if (seen.story or "").casefold() == wanted)
    return next(given, recorded.observations[0])


def passes_claim(claim: Claim, filters: Filters) -> bool:
    """Whether a claim passes the filters on what it holds and on whose word (kind, act and measure are the store's)."""
    party, issue, source = filters.get("party"), filters.get("issue"), filters.get("source")
    place = filters.get("place")
    return (
        all(filters.get(name) in (None, getattr(claim.body, name, "")) for name in ("type", "status"))
        and (place is None or _holds(getattr(claim.body, "place", None), place))
        and (issue is None or issue in issues_of(claim.body))
        and (party is None or any(_is_named(actor, party) for actor in actors_of(claim.body)))
        and (source is None or any(_holds(name, source) for name in _source_names(claim)))
    )


def issues_of(body: Body) -> tuple[str, ...]:
    """The issues of a move's or phase's terms; a move without terms is about `meeting` if it is one of talks, else `other`:
    to prolong an offer or a deal is none.
    """
    if isinstance(body, Phase):
        return tuple(dict.fromkeys(term.issue for term in body.terms))
    if not isinstance(body, Move):
        return ()
    named = tuple(dict.fromkeys(term.issue for term in body.terms))
    of_talks = body.act in _TALKS and not (body.act == "extend" and named_kind(body.about or "") in _PROLONGED)
    return named or (("meeting",) if of_talks else ("other",))


def actors_of(value: object) -> Iterator[Actor]:
    """Every Actor inside a record, however deep."""
    if isinstance(value, Actor):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from actors_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from actors_of(item)


def _is_named(actor: Actor, wanted: str) -> bool:
    return any(_holds(name, wanted) for name in (actor.name, actor.mention, actor.acts_for))


def _source_names(claim: Claim) -> Iterator[str | None]:
    for source in claim.attribution.chain:
        yield source.name
        if source.actor is not None:
            yield from (source.actor.name, source.actor.mention, source.actor.acts_for)


def _holds(text: str | None, words: str) -> bool:
    """Whether `text` holds `words` as whole words, case and spacing aside."""
    return text is not None and _as_words(words).search(text.casefold()) is not None


@cache
def _as_words(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in words.casefold().split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)")
