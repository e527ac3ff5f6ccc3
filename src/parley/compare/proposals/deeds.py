"""Events and figures as they are held against deals: what was done or counted, of what, by whom, on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.lexicon.packages import thing_of
from parley.model import Actor, Attribution, Date, Event, Figure, Quantity
from parley.resolve import Parties, Told, settled_day

__all__ = ["Deed", "deeds_of", "word_of"]

_SURE = frozenset({"certain", "probable"})


class Deed(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A deed or a count, told as done: `kinds` are an event's type and "TYPE/mode", or a figure's measure.

    `by` and `to` are ids of sides, `things` what it is of, `places` the names of where and at what it was done. `day` is the ISO day it was
    done, of a count when it was made ("" unknown); `stated` where the report gives it and it is not that of publication.
    """

    told: Told
    kinds: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    things: frozenset[str]
    places: tuple[str, ...]
    day: str
    stated: bool
    count: Quantity | None = None
    running: bool = False
    since: str | None = None

    @property
    def claim(self) -> str:
        """The id of the claim that tells it."""
        return self.told.claim.id

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.told.claim.report


def deeds_of(told: Iterable[Told], parties: Parties) -> list[Deed]:
    """What the claims tell as done, in their order: not what is denied, only possible, planned or under way."""
    return [deed for each in told if _is_done(each) for deed in _deed(each, parties)]


def _is_done(told: Told) -> bool:
    facts = told.claim.factuality
    return facts.polarity == "positive" and facts.certainty in _SURE and facts.tense == "past"


def _deed(told: Told, parties: Parties) -> Iterator[Deed]:
    body, report = told.claim.body, told.claim.report
    if isinstance(body, Event) and not body.one_of:
        yield _event(told, body, parties)
    elif isinstance(body, Figure) and not body.one_of:
        day, stated = _counted_on(told, body)
        yield Deed(
            told=told,
            kinds=frozenset({body.measure}),
            by=_sides(body.by, report, parties),
            to=frozenset(),
            things=frozenset({thing_of(body.group)} if body.group else ()),
            places=tuple(filter(None, (body.place,))),
            day=day,
            stated=stated,
            count=body.quantity,
            running=body.accounting in ("cumulative", "stock"),
            since=settled_day(body.since),
        )


def _event(told: Told, body: Event, parties: Parties) -> Deed:
    report, day = told.claim.report, told.day
    return Deed(
        told=told,
        kinds=frozenset({body.type, f"{body.type}/{body.mode}"}),
        by=_sides(body.by, report, parties),
        to=_sides(body.to, report, parties),
        things=frozenset(thing for actor in body.to for thing in (thing_of(actor.name), thing_of(actor.mention)) if thing),
        places=tuple(filter(None, (body.place, *(actor.name for actor in body.to)))),
        day=(day.last or "") if day.first == day.last else "",
        stated=day.basis == "stated",
    )  # fmt: skip


def _counted_on(told: Told, body: Figure) -> tuple[str, bool]:
    """The day of the count, and whether the report gives it."""
    period = settled_day((body.period and (body.period.latest or body.period.earliest)) or None)
    if period:
        return period, True
    as_of: Date | None = body.as_of
    return settled_day(as_of) or (told.published or "")[:10], body.as_of_basis in ("stated", "said_on")


def _sides(actors: Iterable[Actor], report: str, parties: Parties) -> frozenset[str]:
    return frozenset(parties.side(actor, report) for actor in actors)


def word_of(attribution: Attribution, report: str, parties: Parties) -> tuple[str | None, str | None]:
    """Who says so in the end, by name (None: the report itself), and the id of the side that is on."""
    if not attribution.chain:
        return None, None
    last = attribution.chain[-1]
    return last.name, parties.side(last.actor or Actor(last.name, last.name), report)
