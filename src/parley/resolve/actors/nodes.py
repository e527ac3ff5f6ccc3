"""Everything one report tells of one actor, gathered: what is joined across reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from parley.annotate.name_words import given_gender
from parley.lexicon.parties import Gender
from parley.model import Actor, Claim, Event, Figure, Move, Quote
from parley.model.claim import ActorKind
from parley.resolve.actors.names import acronym, courtesy_length, display, plain, words
from parley.resolve.actors.reading import Reading, Sort, read_actor
from parley.resolve.actors.titles import Title, split_title, title_in
from parley.resolve.told import Told

__all__ = ["Local", "Node", "Part", "gather", "local_of", "parts_of"]

Part = Literal["maker", "addressee", "carrier", "giver", "receiver", "doer", "target", "speaker", "source", "named"]
Local = tuple[str, str]
"""What tells actors apart inside a report: the plain name and, for a description, its owner's."""


class Node(msgspec.Struct, eq=False):
    """One actor of one report: its reading, the claims it has a part in, and what they tell of it.

    `sides` are the names of those it acts for, each with the first claim that says so; `offices` are (office, owner)
    held when the report was written, `owners` whom titles name; `acronyms` and `shorts` are plain shorter forms of its
    name that the report uses. `place` orders nodes: by day, report and name.
    """

    report: str
    local: Local
    published: str | None
    reading: Reading
    readings: Counter[Reading] = msgspec.field(default_factory=Counter)
    names: Counter[str] = msgspec.field(default_factory=Counter)
    kinds: Counter[ActorKind] = msgspec.field(default_factory=Counter)
    claims: dict[str, None] = msgspec.field(default_factory=dict)
    sides: dict[str, str] = msgspec.field(default_factory=dict)
    side_counts: Counter[str] = msgspec.field(default_factory=Counter)
    members: set[str] = msgspec.field(default_factory=set)
    genders: set[Gender] = msgspec.field(default_factory=set)
    offices: set[tuple[str, str]] = msgspec.field(default_factory=set)
    owners: set[str] = msgspec.field(default_factory=set)
    acronyms: set[str] = msgspec.field(default_factory=set)
    shorts: set[str] = msgspec.field(default_factory=set)
    courtesy: bool = False
    royal: bool = False

    @property
    def place(self) -> tuple[bool, str, str, Local]:
        """Where it stands in a fixed order of all nodes."""
        return self.published is None, self.published or "", self.report, self.local

    @property
    def sort(self) -> Sort:
        """The sort of its reading."""
        return self.reading.sort

    @property
    def kind(self) -> ActorKind | None:
        """The kind most claims give, else what its reading says."""
        if self.reading.sort in ("known", "person"):
            return self.reading.kind
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind), default=self.reading.kind)

    @property
    def first_claim(self) -> str:
        """The claim that has it first."""
        return next(iter(self.claims))


def gather(told: Iterable[Told]) -> dict[str, dict[Local, Node]]:
    """The nodes of claims by report and local name; the claims in their fixed order, whatever order they come in."""
    found: dict[str, dict[Local, Node]] = {}
    for each in sorted({one.claim.id: one for one in told}.values(), key=lambda one: one.order):
        nodes = found.setdefault(each.claim.report, {})
        for _, actor in parts_of(each.claim):
            _add(nodes, actor, each)
    for nodes in found.values():
        for node in nodes.values():
            _settle(node)
        _join_unowned(nodes)
    return found


def local_of(actor: Actor) -> Local:
    """Where to look for an actor's node in its report."""
    return _local(actor, read_actor(actor))


def _local(actor: Actor, reading: Reading) -> Local:
    owned = reading.sort in ("generic", "part", "office") and reading.owner
    return plain(actor.name), plain(owned) if owned else ""


def parts_of(claim: Claim) -> Iterator[tuple[Part, Actor]]:
    """Who has which part in a claim."""
    match claim.body:
        case Move() as body:
            yield from (("maker", actor) for actor in body.by)
            yield from (("addressee", actor) for actor in body.to)
            yield from (("carrier", actor) for actor in body.via)
            for term in (*body.terms, *body.conditions):
                yield from (("giver", actor) for actor in (term.giver,) if actor)
                yield from (("receiver", actor) for actor in (term.receiver,) if actor)
        case Event() as body:
            yield from (("doer", actor) for actor in body.by)
            yield from (("target", actor) for actor in body.to)
        case Figure() as body:
            yield from (("doer", actor) for actor in body.by)
        case Quote() as body:
            yield from (("speaker", actor) for actor in (body.speaker,) if actor)
            yield from (("named", actor) for actor in (body.addressee,) if actor)
        case _:
            pass
    yield from (("source", source.actor) for source in claim.attribution.chain if source.actor)


def _add(nodes: dict[Local, Node], actor: Actor, told: Told) -> None:
    reading = read_actor(actor)
    local = _local(actor, reading)
    node = nodes.get(local)
    if node is None:
        node = nodes[local] = Node(told.claim.report, local, (told.published or "")[:10] or None, reading)
    node.readings[reading] += 1
    node.names[display(actor.name)] += 1
    node.kinds.update([actor.kind] if actor.kind else [])
    node.claims[told.claim.id] = None
    node.members.update(actor.members)
    if actor.acts_for and plain(actor.acts_for) != plain(actor.name):
        node.sides.setdefault(actor.acts_for, told.claim.id)
        node.side_counts[actor.acts_for] += 1
    if short := _acronym_in(actor):
        node.acronyms.add(short)
    if reading.sort == "named" and _is_short(actor):
        node.shorts.add(plain(actor.mention))
    if reading.sort == "person":
        node.courtesy |= courtesy_length(words(actor.name)) > 0
        _add_titles(node, actor, reading)


def _acronym_in(actor: Actor) -> str:
    """The acronym a report uses for the name: the words of a mention that are its initials."""
    short = acronym(actor.mention)
    return short if short and short != display(actor.name) and short[0] == display(actor.name)[:1].upper() else ""


def _is_short(actor: Actor) -> bool:
    """Whether a mention is the beginning of the name, written as a name."""
    told, name = words(actor.mention), words(actor.name)
    return 0 < len(told) < len(name) and name[: len(told)] == told and display(actor.mention)[:1].isupper()


def _add_titles(node: Node, actor: Actor, reading: Reading) -> None:
    glued, _ = split_title(actor.name)
    titles = [title_in(actor.mention, reading.name)]
    titles += [title_in(glued, reading.name)] if glued else []
    for title in titles:
        _add_title(node, title, owner=title.owner or _named_owner(actor))


def _named_owner(actor: Actor) -> str | None:
    """Whom a person acts for, where the mention itself names that party."""
    told = f" {plain(actor.mention)} "
    return actor.acts_for if actor.acts_for and f" {plain(actor.acts_for).split()[0]}" in told else None


def _add_title(node: Node, title: Title, *, owner: str | None) -> None:
    node.royal |= title.royal
    node.courtesy |= title.honorific or title.office is not None
    node.genders.update([title.gender] if title.gender else [])
    if owner and not title.former:
        node.owners.add(owner)
    if title.office and title.sole and not title.former:
        node.offices.add((title.office, owner or ""))


def _settle(node: Node) -> None:
    """The reading most claims give; one that a mention told more of goes before all."""
    node.reading = min(
        node.readings, key=lambda each: (each.rule != "mention", -node.readings[each], each.sort, each.key, each.name)
    )
    if node.sort == "person" and not node.genders and " " in node.reading.name:
        gender = given_gender(node.reading.name.split()[0])
        node.genders.update([gender] if gender else [])


def _join_unowned(nodes: dict[Local, Node]) -> None:
    """Without an owner a description means the one with an owner, where the report has one of that name."""
    by_name: dict[str, list[Local]] = {}
    for local in nodes:
        by_name.setdefault(local[0], []).append(local)
    for name, locals_ in by_name.items():
        owned = [local for local in locals_ if local[1]]
        bare = nodes.get((name, ""))
        if (
            bare is not None
            and len(owned) == 1
            and bare.sort == "generic"
            and nodes[owned[0]].sort in ("part", "office")
        ):
            _pour(bare, nodes[owned[0]])
            nodes[(name, "")] = nodes[owned[0]]


def _pour(one: Node, other: Node) -> None:
    other.names.update(one.names)
    other.kinds.update(one.kinds)
    other.claims.update(one.claims)
    other.members |= one.members
