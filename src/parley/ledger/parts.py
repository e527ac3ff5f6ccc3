"""The part one actor or one source has in a story: what it did, what was put to it, and what rests on its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.board import Cell
from parley.ledger.entries import Entry
from parley.ledger.errors import AmbiguousError, NotRecordedError
from parley.ledger.tellings import Tellings, claimant_of, things_in
from parley.model import Actor, Event, Figure, Move, Quote, ResolvedActor
from parley.resolve import Parties

__all__ = ["ActorParts", "SourceParts", "actor_parts", "source_parts"]


Role = Callable[[Entry], bool]


class ActorParts(msgspec.Struct, frozen=True):
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


class SourceParts(msgspec.Struct, frozen=True):
    """What a source stands behind in a story: `things` told on its word, from the first told to the last.

    `relayed` are the claims it hands on from another. `claimants` are, thing by thing, all on whose word it is told.
    """

    things: tuple[Tellings, ...]
    claimants: tuple[tuple[tuple[str, str], ...], ...]
    relayed: tuple[Entry, ...]


def actor_parts(found: StoryAccount, actor: str) -> ActorParts:
    """The part of an actor, by its id, the beginning of one, or its name (case aside). Raises NotRecordedError and AmbiguousError."""
    known = {each.id: each for each in found.account.actors}
    own, parties = known[_only(actor, known.values())], found.account.parties
    backing = own.acts_for.actor if own.acts_for else own.id
    roles = _Roles(own.id, parties)
    cells = found.board.cells if backing == own.id else ()
    return ActorParts(
        own,
        known.get(backing),
        tuple(each for each in known.values() if each.acts_for and each.acts_for.actor == own.id),
        tuple(known[member] for member in own.members if member in known),
        tuple(cell for cell in cells if cell.party == own.name),
        *(tuple(each for each in found.entries.values() if role(each)) for role in roles.all),
    )


def source_parts(found: StoryAccount, name: str, kind: str) -> SourceParts:
    """The part of a source of a kind (outlet, person ...) in a story; empty where it has none."""
    source = (name, kind)
    things = [each for each in things_in(found) if any(claimant_of(telling.entry) == source for telling in each.told)]
    things.sort(key=lambda each: _order(each.told[0].entry))
    return SourceParts(
        tuple(things),
        tuple(tuple(dict.fromkeys(claimant_of(telling.entry) for telling in each.told)) for each in things),
        tuple(entry for entry in found.entries.values() if source in _relays(entry)),
    )


def _only(given: str, known: Iterable[ResolvedActor]) -> str:
    actors = list(known)
    named = [each.id for each in actors if given.casefold() in (each.name.casefold(), each.id)]
    ids = named or [each.id for each in actors if given and each.id.startswith(given)]
    if not ids:
        raise NotRecordedError("actor", given)
    if len(ids) > 1:
        raise AmbiguousError("actor", given, ids=ids)
    return ids[0]


class _Roles:
    """Asks of an entry which part one actor has in its claim."""

    def __init__(self, actor: str, parties: Parties) -> None:
        self._actor, self._parties = actor, parties

    @property
    def all(self) -> tuple[Role, ...]:
        return self._made, self._faced, self._carried, self._word

    def _made(self, entry: Entry) -> bool:
        body = entry.claim.body
        by = body.by if isinstance(body, Move | Event | Figure) else ()
        return self._is_side(by, entry)

    def _faced(self, entry: Entry) -> bool:
        body = entry.claim.body
        return isinstance(body, Move | Event) and self._is_side(body.to, entry)

    def _carried(self, entry: Entry) -> bool:
        body = entry.claim.body
        return isinstance(body, Move) and self._is(body.via, entry)

    def _word(self, entry: Entry) -> bool:
        body = entry.claim.body
        speaker = (body.speaker,) if isinstance(body, Quote) and body.speaker else ()
        return self._is((*speaker, *(link.actor for link in entry.claim.attribution.chain if link.actor)), entry)

    def _is(self, actors: Sequence[Actor], entry: Entry) -> bool:
        return any(self._parties.of(each, entry.report.id) == self._actor for each in actors)

    def _is_side(self, actors: Sequence[Actor], entry: Entry) -> bool:
        sides = (self._parties.side(each, entry.report.id) for each in actors)
        return self._actor in sides or self._is(actors, entry)


def _relays(entry: Entry) -> Iterator[tuple[str, str]]:
    """Those who hand a claim on; an outlet that names a source is one, too."""
    chain = entry.claim.attribution.chain
    if chain:
        yield entry.report.outlet or "", "outlet"
    yield from ((link.name, link.kind) for link in chain[:-1])


def _order(entry: Entry) -> tuple[bool, str, str, int, str]:
    return entry.undated, entry.report.published or "", entry.report.id, entry.start, entry.claim.id
