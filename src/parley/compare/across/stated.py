"""A move as comparison across reports sees it: on which side, on what, how sure, as of which day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from parley.compare.across.amounts import Amount, amounts_of
from parley.lexicon.packages import load_packages, named_kind, thing_of
from parley.model import Actor, Claim, Move, Span
from parley.resolve import Parties, Told, settled_day

__all__ = ["Standing", "Stated", "as_of", "days_apart", "stated_moves"]

Standing = Literal["held", "conditional", "denied", "open"]

_WORD = re.compile(r"[^\W\d_]{3,}")


class Stated(msgspec.Struct, frozen=True, gc=False, eq=False, kw_only=True):
    """A move told in one report.

    `sides` are the ids of those on whose side it is made, `to` of those it is put to. `issues` are those of its terms
    with a matter of their own, `words` those of its terms and of what it is about, `things` what its terms are
    of, `named` what it is about names. `standing`
    is "held" for what a party does as its source has it, "conditional" for what it would do, "denied" and "open" for
    what is not so, or only may be. `day` is the ISO day it is told as of, at the latest.
    """

    told: Told
    claim: Claim
    move: Move
    sides: frozenset[str]
    to: frozenset[str]
    amounts: tuple[Amount, ...]
    issues: frozenset[str]
    words: frozenset[str]
    things: frozenset[str]
    named: str | None
    standing: Standing
    day: str
    start: int
    source: str | None

    @property
    def act(self) -> str:
        """What is done."""
        return self.move.act

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.claim.report

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """By day, publication, report and place in the report; what has no day comes last."""
        return self.day or "9999", self.told.published or "9999", self.report, self.start, self.claim.id


def stated_moves(told: Iterable[Told], parties: Parties) -> list[Stated]:
    """The moves among the claims, from the oldest to the newest; a silence is none."""
    found = [
        _stated(each, each.claim.body, parties)
        for each in told
        if isinstance(each.claim.body, Move) and not each.claim.attribution.silence
    ]
    return sorted({each.claim.id: each for each in found}.values(), key=lambda each: each.order)


def _stated(told: Told, move: Move, parties: Parties) -> Stated:
    claim, terms = told.claim, (*move.terms, *move.conditions)
    chain = claim.attribution.chain
    return Stated(
        told=told,
        claim=claim,
        move=move,
        sides=frozenset(parties.makers(move, claim.report)),
        to=_ids(move.to, claim.report, parties),
        amounts=amounts_of(move),
        issues=frozenset(term.issue for term in terms) - {"other"},
        words=_words(text for t in terms for text in (t.item, t.group)) | _words([move.about]),
        things=frozenset(thing_of(term.item) for term in terms) - {""},
        named=named_kind(move.about) if move.about else None,
        standing=_standing(claim),
        day=as_of(told),
        start=min(_triggers(claim)).start,
        source=chain[-1].name if chain else None,
    )


def _ids(actors: Iterable[Actor], report: str, parties: Parties) -> frozenset[str]:
    return frozenset(parties.side(actor, report) for actor in actors)


def _words(texts: Iterable[str | None]) -> frozenset[str]:
    small = load_packages().small
    found = (word for text in texts if text for word in _WORD.findall(text.casefold()))
    return frozenset(word.removesuffix("s") for word in found if word not in small)


def _triggers(claim: Claim) -> list[Span]:
    return [mention.trigger for mention in claim.mentions]


def _standing(claim: Claim) -> Standing:
    factuality = claim.factuality
    if factuality.polarity == "negative":
        return "denied"
    if factuality.certainty in ("possible", "unknown"):
        return "open"
    if factuality.tense == "hypothetical":
        return "conditional" if factuality.certainty == "certain" else "open"
    return "held"


def as_of(told: Told) -> str:
    """The ISO day (or month, or year) as of which a claim tells a move: when it was made, else said, never later than published; "" unknown."""
    published = (told.published or "")[:10]
    when = told.claim.when
    for found in (when and (when.latest or when.earliest), told.claim.attribution.said_on):
        day = settled_day(found or None)
        if day and day <= (published or day)[: len(day)]:
            return day
    return published


def days_apart(one: Stated, other: Stated) -> int | None:
    """Days between the two; None where either has none."""
    try:
        return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
    except ValueError:
        return None
