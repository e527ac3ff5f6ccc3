"""Lists of events, phases and actors: one flat row for each, fit for a table or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import ActorCount, Entry, View
from parley.model import Event, Phase
from parley.pages.claim_rows import whence
from parley.pages.listing import ListPage, entries_of, list_page
from parley.pages.words import (
    actors_words,
    date_words,
    factuality_words,
    plain,
    range_words,
    terms_words,
)

__all__ = ["ActorRow", "EventRow", "PhaseRow", "actors_page", "events_page", "phases_page"]


class EventRow(msgspec.Struct, frozen=True):
    """An event in words; `by` is "A or B" where the report leaves open which."""

    published: str | None
    when: str
    type: str
    mode: str | None
    by: str
    to: str
    place: str | None
    what: str
    factuality: str
    chain: str
    quote: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


class PhaseRow(msgspec.Struct, frozen=True):
    """Where a phase of an agreement stands; `number` counts from 1, `of` is how many phases there are."""

    published: str | None
    agreement: str
    number: int | None
    of: int | None
    status: str
    starts: str
    ends: str
    terms: str
    when: str
    factuality: str
    chain: str
    quote: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


class ActorRow(msgspec.Struct, frozen=True):
    """A name as the reports give it, and how many claims it has a part in; `acts` are its moves by act.

    `maker` counts what it did or said, `addressee` what was put to it, `carrier` what it carried between others,
    `source` what rests on its word.
    """

    name: str
    kind: str | None
    acts_for: str | None
    members: tuple[str, ...]
    maker: int
    addressee: int
    carrier: int
    source: int
    reports: int
    acts: str


def events_page(view: View, limit: int | None = None) -> ListPage[EventRow]:
    """The events of a view, at most `limit`."""
    return list_page("events", entries_of(view, Event), row=_event_row, limit=limit)


def phases_page(view: View, limit: int | None = None) -> ListPage[PhaseRow]:
    """The phases of a view, at most `limit`."""
    return list_page("phases", entries_of(view, Phase), row=_phase_row, limit=limit)


def actors_page(actors: Iterable[ActorCount], limit: int | None = None) -> ListPage[ActorRow]:
    """Who has which part in the claims, at most `limit`."""
    return list_page("actors", list(actors), row=_actor_row, limit=limit)


def _event_row(entry: Entry) -> EventRow:
    claim, report, event = entry.claim, entry.report, entry.claim.body
    assert isinstance(event, Event)
    return EventRow(
        report.published,
        range_words(claim.when),
        event.type,
        event.mode,
        actors_words(event.by, one_of=event.one_of),
        actors_words(event.to),
        event.place,
        plain(event.what),
        factuality_words(claim.factuality),
        *whence(entry),
    )


def _phase_row(entry: Entry) -> PhaseRow:
    claim, report, phase = entry.claim, entry.report, entry.claim.body
    assert isinstance(phase, Phase)
    return PhaseRow(
        report.published,
        plain(phase.agreement),
        phase.number,
        phase.of,
        phase.status,
        date_words(phase.starts) if phase.starts else "",
        date_words(phase.ends) if phase.ends else "",
        terms_words(phase.terms),
        range_words(claim.when),
        factuality_words(claim.factuality),
        *whence(entry),
    )


def _actor_row(actor: ActorCount) -> ActorRow:
    acts = ", ".join(f"{act.replace('_', ' ')} {number}" for act, number in actor.acts)
    return ActorRow(
        actor.name,
        actor.kind,
        actor.acts_for,
        actor.members,
        actor.maker,
        actor.addressee,
        actor.carrier,
        actor.source,
        actor.reports,
        acts,
    )
