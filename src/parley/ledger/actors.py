"""Who acts, is addressed and is quoted in the claims: by the names that reports give them; a story's account tells who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from parley.ledger.entries import Entry
from parley.model import Actor, Claim, Event, Figure, Move, Quote

__all__ = ["ActorCount", "actors_in"]

_Part = Literal["maker", "addressee", "carrier", "source"]


class ActorCount(msgspec.Struct, frozen=True, gc=False):
    """One name, and the parts it has in claims.

    `kind` and `acts_for` are what most claims give, None where none gives any; `members` all whom any claim names among
    those who make it up. `maker` counts claims of what it did or
    said, `addressee` those put to it, `carrier` those it carries between others, `source` those that rest on its word,
    `reports` the reports it has any of these parts in. `acts` counts the moves it made by act, most first.
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
    acts: tuple[tuple[str, int], ...]


def actors_in(entries: Iterable[Entry]) -> tuple[ActorCount, ...]:
    """Every name that has a part in these claims; who makes most of them comes first."""
    found: dict[str, _Tally] = {}
    for entry in entries:
        for part, actor in _parts(entry.claim):
            found.setdefault(_name(actor), _Tally()).add(part, actor, entry=entry)
    counts = (tally.count(name) for name, tally in found.items())
    return tuple(sorted(counts, key=lambda c: (-c.maker, -(c.addressee + c.carrier + c.source), c.name)))


def _parts(claim: Claim) -> Iterator[tuple[_Part, Actor]]:
    """Who has which part in a claim."""
    match claim.body:
        case Move() as body:
            yield from (("maker", actor) for actor in body.by)
            yield from (("addressee", actor) for actor in body.to)
            yield from (("carrier", actor) for actor in body.via)
        case Event() as body:
            yield from (("maker", actor) for actor in body.by)
            yield from (("addressee", actor) for actor in body.to)
        case Figure() as body:
            yield from (("maker", actor) for actor in body.by)
        case Quote() as body:
            yield from (("maker", actor) for actor in (body.speaker,) if actor)
            yield from (("addressee", actor) for actor in (body.addressee,) if actor)
        case _:
            pass
    yield from (("source", source.actor) for source in claim.attribution.chain if source.actor)


def _name(actor: Actor) -> str:
    return " ".join(actor.name.split())


class _Tally:
    """The claims of one name, gathered."""

    def __init__(self) -> None:
        self.claims: dict[_Part, set[str]] = {}
        self.reports: set[str] = set()
        self.kinds: Counter[str] = Counter()
        self.sides: Counter[str] = Counter()
        self.acts: dict[str, str] = {}
        self.members: set[str] = set()

    def add(self, part: _Part, actor: Actor, *, entry: Entry) -> None:
        self.claims.setdefault(part, set()).add(entry.claim.id)
        self.reports.add(entry.report.id)
        self.kinds.update([actor.kind] if actor.kind else [])
        self.sides.update([actor.acts_for] if actor.acts_for else [])
        self.members.update(actor.members)
        if part == "maker" and isinstance(entry.claim.body, Move):
            self.acts[entry.claim.id] = entry.claim.body.act

    def count(self, name: str) -> ActorCount:
        acts = sorted(Counter(self.acts.values()).items(), key=lambda each: (-each[1], each[0]))
        return ActorCount(
            name,
            _most(self.kinds),
            _most(self.sides),
            tuple(sorted(self.members)),
            maker=self._as("maker"),
            addressee=self._as("addressee"),
            carrier=self._as("carrier"),
            source=self._as("source"),
            reports=len(self.reports),
            acts=tuple(acts),
        )

    def _as(self, part: _Part) -> int:
        return len(self.claims.get(part, ()))


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], value), default=None)
