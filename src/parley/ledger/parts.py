"""The part one actor or one source has in a story: what it did, what was put to it, and what rests on its word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.board import Cell
from parley.ledger.entries import Entry
from parley.ledger.errors import AmbiguousError, NotRecordedError
from parley.ledger.tellings import Tellings, claimant_of, things_in
from parley.model import Actor, Event, Figure, Move, Quote, ResolvedActor

__all__ = ["ActorParts", "SourceParts", "StoryParts", "actor_parts", "only_actor", "source_parts"]


class ActorParts(msgspec.Struct, frozen=True, gc=False):
    """What an actor has a part in, by the ids of a story's account; entries in the order of a view.

    `side` is the id of the party it stands or acts for, its own where it is one; `agents` those who act for it, `members`
    those who make it up. `made` are moves, events and figures of its doing or that of those who act for it, `faced` what is put or
    done to it, `carried` what it carries between others, `word` what rests on its word. `cells` are its column of the board.
    """

    actor: ResolvedActor
    side: ResolvedActor | None
    agents: tuple[ResolvedActor, ...]
    members: tuple[ResolvedActor, ...]
    cells: tuple[Cell, ...]
    made: tuple[Entry, ...]
    faced: tuple[Entry, ...]
    carried: tuple[Entry, ...]
    word: tuple[Entry, ...]


class SourceParts(msgspec.Struct, frozen=True, gc=False):
    """What a source stands behind in a story: `things` told on its word, from the first told to the last.

    `relayed` are the claims it hands on from another. `claimants` are, thing by thing, all on whose word it is told.
    """

    things: tuple[Tellings, ...]
    claimants: tuple[tuple[tuple[str, str], ...], ...]
    relayed: tuple[Entry, ...]


def actor_parts(found: StoryAccount, actor: str) -> ActorParts:
    """The part of an actor, by its id, the beginning of one, or its name (case aside). Raises NotRecordedError and AmbiguousError."""
    return found.once(StoryParts).actor(actor)


def source_parts(found: StoryAccount, name: str, kind: str) -> SourceParts:
    """The part of a source of a kind (outlet, person ...) in a story; empty where it has none."""
    return found.once(StoryParts).source(name, kind)


class StoryParts:
    """The parts of all actors and sources of a story; the story is gone through once, however many are asked for."""

    def __init__(self, found: StoryAccount) -> None:
        """Of a story's account; `StoryAccount.once` keeps them."""
        self._found = found
        self._parties = found.account.parties
        self._ids: dict[tuple[Actor, str], tuple[str, str]] = {}

    def actor(self, actor: str) -> ActorParts:
        """As `actor_parts`, and raises as it."""
        found, known = self._found, self._known
        own = known[only_actor(actor, {each.id: each.name for each in known.values()})]
        backing = own.acts_for.actor if own.acts_for else own.id
        cells = found.board.cells if backing == own.id else ()
        return ActorParts(
            own,
            known.get(backing),
            tuple(each for each in known.values() if each.acts_for and each.acts_for.actor == own.id),
            tuple(known[member] for member in own.members if member in known),
            tuple(cell for cell in cells if cell.party == own.name),
            *(tuple(part.get(own.id, ())) for part in self._roles),
        )

    def source(self, name: str, kind: str) -> SourceParts:
        """As `source_parts`."""
        things = sorted(things_in(self._found, self._told.get((name, kind), ())), key=_first)
        claimants = tuple(map(_claimants, things))
        return SourceParts(tuple(things), claimants, tuple(self._relayed.get((name, kind), ())))

    def sources(self) -> list[tuple[str, str]]:
        """The name and kind of each source on whose word something is told, or that hands something on."""
        return sorted(self._told.keys() | self._relayed.keys())

    @cached_property
    def _known(self) -> dict[str, ResolvedActor]:
        return {each.id: each for each in self._found.account.actors}

    @cached_property
    def _roles(self) -> tuple[dict[str, list[Entry]], ...]:
        """Made, faced, carried and word: for each, the entries by actor."""
        parts = tuple(defaultdict[str, list[Entry]](list) for _ in range(4))
        for entry in self._found.entries.values():
            for part, actors in zip(parts, self._actors_of(entry), strict=True):
                for actor in actors:
                    part[actor].append(entry)
        return parts

    def _actors_of(self, entry: Entry) -> Iterator[set[str]]:
        """By id, those who made what a claim tells, to whom it was put or done, who carries it, and on whose word it is told."""
        body, report = entry.claim.body, entry.report.id
        by = body.by if isinstance(body, Move | Event | Figure) else ()
        to = body.to if isinstance(body, Move | Event) else ()
        via = body.via if isinstance(body, Move) else ()
        speaker = (body.speaker,) if isinstance(body, Quote) and body.speaker else ()
        word = (*speaker, *(link.actor for link in entry.claim.attribution.chain if link.actor))
        for actors in (by, to):
            yield {each for actor in actors for each in self._side(actor, report)}
        for actors in (via, word):
            yield {self._side(actor, report)[0] for actor in actors}

    def _side(self, actor: Actor, report: str) -> tuple[str, str]:
        """The ids of an actor of a claim in a report and of the party on whose side it is."""
        found = self._ids.get((actor, report))
        if found is None:
            found = self._ids[actor, report] = self._parties.of(actor, report), self._parties.side(actor, report)
        return found

    @cached_property
    def _told(self) -> dict[tuple[str, str], list[str]]:
        """The claims (ids) that are told on the word of each source."""
        told: dict[tuple[str, str], list[str]] = defaultdict(list)
        for claim, entry in self._found.entries.items():
            told[claimant_of(entry)].append(claim)
        return told

    @cached_property
    def _relayed(self) -> dict[tuple[str, str], list[Entry]]:
        relayed: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self._found.entries.values():
            for source in dict.fromkeys(_relays(entry)):
                relayed[source].append(entry)
        return relayed


def _claimants(thing: Tellings) -> tuple[tuple[str, str], ...]:
    """All on whose word a thing is told, the first to tell it first."""
    return tuple(dict.fromkeys(claimant_of(telling.entry) for telling in thing.told))


def only_actor(given: str, names: Mapping[str, str]) -> str:
    """The id of the actor of this id, beginning of one, or name (case aside); `names` gives them by id.

    Raises NotRecordedError and AmbiguousError.
    """
    named = [of for of, name in names.items() if given.casefold() in (name.casefold(), of)]
    ids = named or [of for of in names if given and of.startswith(given)]
    if not ids:
        raise NotRecordedError("actor", given)
    if len(ids) > 1:
        raise AmbiguousError("actor", given, ids=ids)
    return ids[0]


def _relays(entry: Entry) -> Iterator[tuple[str, str]]:
    """Those who hand a claim on; an outlet that names a source is one, too."""
    chain = entry.claim.attribution.chain
    if chain:
        yield entry.report.outlet or "", "outlet"
    yield from ((link.name, link.kind) for link in chain[:-1])


def _first(thing: Tellings) -> tuple[bool, str, str, int, str]:
    entry = thing.told[0].entry
    return entry.undated, entry.report.published or "", entry.report.id, entry.start, entry.claim.id
