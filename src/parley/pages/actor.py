"""One actor of a story as a page: names, role, whom it acts for, where it stands, what it did, and what rests on its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import ActorParts, Entry, Ledger, StoryAccount, StoryParts
from parley.ledger.parts import only_actor
from parley.model import ResolvedActor
from parley.pages.board import BoardCell, board_cell
from parley.pages.claim_rows import AnyRow, Cut, any_row, whole
from parley.pages.kept_parts import PartsOf, Ref, part_of, refs_of, shown
from parley.pages.who import SuggestionRow, suggestion_rows

__all__ = [
    "PARTS",
    "ActorLink",
    "ActorPage",
    "NameRow",
    "PartRow",
    "PositionRow",
    "actor_of_story",
    "actor_page",
    "actor_page_of",
    "part_rows",
]

PARTS = ("made", "faced", "carried", "word")
"""The parts an actor may have in a claim."""


class NameRow(msgspec.Struct, frozen=True):
    """A name the actor goes by: in how many reports, by which rule it was joined, and a claim that has it."""

    name: str
    reports: int
    rule: str
    claim: str


class ActorLink(msgspec.Struct, frozen=True):
    """Another actor of the story, by name and id."""

    name: str
    id: str


class PositionRow(msgspec.Struct, frozen=True):
    """Its latest position on one issue, as on the board."""

    issue: str
    cell: BoardCell


class PartRow(AnyRow, frozen=True, kw_only=True):
    """A claim it has a part in (`part`: made, faced, carried or word); the other fields as in `AnyRow`."""

    part: str


class ActorPage(msgspec.Struct, frozen=True):
    """An actor of a story: `roles` in the talks with the number of claims that give each, most first.

    `acts_for` is the party on whose side it stands and `acts_for_claim` the claim that says so (None: the lexicon, or
    nobody). `may_be` says with whom it may be one. `counts` tells how many rows each part (made, faced, carried, word) has
    in all, of which the page may hold some.
    """

    id: str
    name: str
    kind: str
    story: str
    story_id: str
    roles: tuple[tuple[str, int], ...]
    acts_for: ActorLink | None
    acts_for_claim: str | None
    agents: tuple[ActorLink, ...]
    members: tuple[ActorLink, ...]
    names: tuple[NameRow, ...]
    may_be: tuple[SuggestionRow, ...]
    positions: tuple[PositionRow, ...]
    made: tuple[PartRow, ...]
    faced: tuple[PartRow, ...]
    carried: tuple[PartRow, ...]
    word: tuple[PartRow, ...]
    counts: dict[str, int]


class _Kept(msgspec.Struct, frozen=True):
    """The page of an actor without its rows, and the claims of these."""

    head: ActorPage
    claims: dict[str, tuple[Ref, ...]]


def actor_of_story(ledger: Ledger, story: str, actor: str, cut: Cut = whole) -> ActorPage:
    """The page of an actor of a story, by its id, the beginning of one, or its name, with the rows that are `cut` of each
    part. It is kept, and only the claims of these rows are read.

    Raises NotRecordedError and AmbiguousError.
    """
    of = ledger.story(story)
    kept = part_of(ledger, of, _PAGES, actor)
    if kept is None:
        names = part_of(ledger, of, _NAMES, "")
        kept = part_of(ledger, of, _PAGES, only_actor(actor, names or {}))
    assert kept is not None
    chosen = {part: refs[cut(part, len(refs))] for part, refs in kept.claims.items()}
    entries = shown(ledger, of, (ref for refs in chosen.values() for ref in refs))
    rows = {part: _rows(part, (entries[ref.claim] for ref in refs)) for part, refs in chosen.items()}
    return msgspec.structs.replace(kept.head, **rows)


def actor_page(found: StoryAccount, actor: str) -> ActorPage:
    """The same page of a story's account, whole; `actor` as in `actor_of_story`, and raises as it."""
    return actor_page_of(found, found.once(StoryParts).actor(actor))


def actor_page_of(found: StoryAccount, parts: ActorParts) -> ActorPage:
    """The whole page of an actor of a story by its part in it."""
    return msgspec.structs.replace(_head(found, parts), **{part: _rows(part, getattr(parts, part)) for part in PARTS})


def _head(found: StoryAccount, parts: ActorParts) -> ActorPage:
    own = parts.actor
    open_pairs = [each for each in found.account.suggestions if own.id in (each.one, each.other)]
    return ActorPage(
        own.id,
        own.name,
        (own.kind or "").replace("_", " "),
        found.story.name,
        found.story.id,
        own.roles,
        _link(parts.side) if parts.side and parts.side.id != own.id else None,
        own.acts_for.claim if own.acts_for else None,
        tuple(map(_link, parts.agents)),
        tuple(map(_link, parts.members)),
        tuple(NameRow(each.name, each.reports, each.rule, each.claim) for each in own.aliases),
        suggestion_rows(open_pairs, {each.id: each for each in found.account.actors}),
        tuple(PositionRow(cell.issue, board_cell(cell)) for cell in parts.cells),
        made=(),
        faced=(),
        carried=(),
        word=(),
        counts={part: len(getattr(parts, part)) for part in PARTS},
    )


def _kept_pages(found: StoryAccount) -> Iterator[tuple[str, _Kept]]:
    for actor in found.account.actors:
        parts = found.once(StoryParts).actor(actor.id)
        yield actor.id, _Kept(_head(found, parts), {part: refs_of(getattr(parts, part)) for part in PARTS})


def _kept_names(found: StoryAccount) -> Iterator[tuple[str, dict[str, str]]]:
    yield "", {actor.id: actor.name for actor in found.account.actors}


_PAGES = PartsOf("actors", _Kept, _kept_pages)
_NAMES = PartsOf("names of actors", dict[str, str], _kept_names)


def part_rows(page: ActorPage) -> tuple[PartRow, ...]:
    """All claims it has a part in, part after part."""
    return (*page.made, *page.faced, *page.carried, *page.word)


def _link(actor: ResolvedActor) -> ActorLink:
    return ActorLink(actor.name, actor.id)


def _rows(part: str, entries: Iterable[Entry]) -> tuple[PartRow, ...]:
    return tuple(PartRow(*msgspec.structs.astuple(any_row(entry)), part=part) for entry in entries)
