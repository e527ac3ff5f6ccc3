"""The thread of talks as a page: rounds, what was asked and offered on each scale, and what became of the deals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from parley.ledger import Ledger, Talks, talks_in
from parley.lexicon.packages import load_packages
from parley.model import (
    Agreement,
    AgreementPhase,
    AgreementTerm,
    ProposedTerm,
    Quantity,
    Span,
    TalksRound,
    Term,
    ThreadPoint,
    ThreadScale,
)
from parley.pages.words import date_words, day_words, plain, quantity_words, term_words

__all__ = [
    "DealPhaseRow",
    "DealRow",
    "DealTermRow",
    "RoundRow",
    "ScalePointRow",
    "ScaleRow",
    "StoryTalks",
    "TalksPage",
    "by_story",
    "item_words",
    "party_words",
    "story_talks",
    "talks_page",
    "term_line",
]

T = TypeVar("T")


class RoundRow(msgspec.Struct, frozen=True):
    """A round of talks: ISO days it is told to have opened and closed (None: not told), how it ended, by which claims."""

    number: int
    opened: str | None
    closed: str | None
    mode: str | None
    claims: tuple[str, ...]


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


class DealPhaseRow(msgspec.Struct, frozen=True):
    """A phase of a deal (number None: the whole): planned start and end in words, and where it stood when."""

    number: int | None
    starts: str
    ends: str
    states: tuple[str, ...]


class DealTermRow(msgspec.Struct, frozen=True):
    """A term of a deal in words: carried out, breached, both or open, and the claims that say so."""

    words: str
    status: str
    claims: tuple[str, ...]


class DealRow(msgspec.Struct, frozen=True):
    """A deal: its name, parties and day, terms and phases, who answered it, and the claims of what became of it."""

    id: str
    name: str
    parties: tuple[str, ...]
    as_of: str
    reports: int
    origins: int
    claims: tuple[str, ...]
    terms: tuple[DealTermRow, ...]
    phases: tuple[DealPhaseRow, ...]
    answers: tuple[str, ...]
    extensions: tuple[str, ...]
    breaches: tuple[str, ...]
    collapse: tuple[str, ...]
    ends: str


class StoryTalks(msgspec.Struct, frozen=True):
    """The thread of one story; `story` is None for the reports that are in none."""

    story: str | None
    reports: int
    as_of: str | None
    rounds: tuple[RoundRow, ...]
    scales: tuple[ScaleRow, ...]
    deals: tuple[DealRow, ...]


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
    return StoryTalks(
        talks.story,
        talks.reports,
        talks.as_of,
        tuple(_round(each) for each in talks.thread.rounds),
        tuple(_scale(each, talks.parties) for each in talks.thread.scales),
        tuple(_deal(each, talks.parties) for each in talks.agreements),
    )


def _round(found: TalksRound) -> RoundRow:
    return RoundRow(found.number, found.opened, found.closed, found.mode, (*found.opened_by, *found.closed_by))


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


def item_words(item: str, quantity: Quantity | None, issue: str) -> str:
    """What a term is of, without its amount; its issue where the item's words only tell the amount."""
    amount = quantity_words(quantity).casefold().split() if quantity else []
    words = plain(item).split()
    if not quantity or (words and words[0][0].isdigit()):
        return issue if quantity else plain(item)
    return " ".join(word for word in words if word.casefold() not in amount) or issue


def term_line(term: ProposedTerm) -> str:
    """A term in words: amount, item, what it is per, for how long; in brackets where it is not told again."""
    amount, length = (None, term.quantity) if term.length else (term.quantity, None)
    item = item_words(term.item, term.quantity, term.issue)
    words = term_words(Term(term.issue, item, Span(0, 0), quantity=amount, per=term.per, duration=length))
    return f"({words})" if term.carried else words


def _deal(deal: Agreement, names: dict[str, str]) -> DealRow:
    return DealRow(
        deal.id,
        deal.name,
        tuple(names.get(party, party) for party in deal.parties),
        deal.as_of,
        deal.reports,
        deal.origins,
        deal.claims,
        tuple(_deal_term(each) for each in deal.terms),
        tuple(_phase(each) for each in deal.phases),
        tuple(f"{names.get(a.party, a.party)}: {a.act} ({day_words(a.as_of)})" for a in deal.answers),
        deal.extensions,
        deal.breached,
        deal.collapse,
        date_words(deal.ends) if deal.ends else "",
    )


def _deal_term(found: AgreementTerm) -> DealTermRow:
    said = [word for word, claims in (("carried out", found.carried_out), ("breached", found.breached)) if claims]
    return DealTermRow(term_line(found.term), " and ".join(said) or "open", (*found.carried_out, *found.breached))


def _phase(phase: AgreementPhase) -> DealPhaseRow:
    states = tuple(
        f"{state.status.replace('_', ' ')} as of {day_words(state.as_of) if state.as_of else 'an unknown day'}"
        for state in phase.states
    )
    starts, ends = (date_words(date) if date else "" for date in (phase.starts, phase.ends))
    return DealPhaseRow(phase.number, starts, ends, states)
