"""Who is who among the actors of several reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from parley.model import (
    Actor,
    ActorSuggestion,
    Move,
    PairJudgement,
    Problem,
    ResolvedActor,
    TalksRole,
)
from parley.resolve.actors.blocs import join_blocs
from parley.resolve.actors.bodies import join_bodies
from parley.resolve.actors.by_firm import join_by_firm
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.common_names import join_common_names
from parley.resolve.actors.judged import apply_judgements
from parley.resolve.actors.lone import join_lone_unions
from parley.resolve.actors.misprints import join_misprints
from parley.resolve.actors.nodes import Node, gather, local_of
from parley.resolve.actors.offices import join_offices
from parley.resolve.actors.owned import back_organs
from parley.resolve.actors.people import join_people
from parley.resolve.actors.reading import read_actor
from parley.resolve.actors.records import Index, name_sets, records, suggestions
from parley.resolve.actors.roles import roles_in
from parley.resolve.actors.same_names import join_same_names
from parley.resolve.actors.sides import Sides
from parley.resolve.told import Told

__all__ = ["Parties", "resolve_actors"]

# What firms put forward or answer together is put forward by the venture that they are the members of. What they agree
# with each other, talk about or commit to it is their own.
_JOINTLY = frozenset({"offer", "demand", "concede", "withdraw", "extend", "accept", "reject", "threaten"})
_VENTURES = frozenset({"company", "consortium"})


class Parties:
    """Gives every actor of a claim the id of the party it is, over the reports of one story.

    `actors` are all of them by name, `suggestions` pairs that a person should decide, `problems` judgements that name
    nobody or are contradicted by later ones.
    """

    def __init__(
        self,
        index: Index | None = None,
        actors: tuple[ResolvedActor, ...] = (),
        *,
        suggestions: tuple[ActorSuggestion, ...] = (),
        problems: tuple[Problem, ...] = (),
    ) -> None:
        """As `resolve_actors` finds them; without any, every name is a party of its own."""
        self.actors, self.suggestions, self.problems = actors, suggestions, problems
        self._index = index or Index({}, {}, {})
        self._by_id: Mapping[str, ResolvedActor] = {actor.id: actor for actor in actors}
        self._names: dict[str, str] = {}
        self._ventures = _ventures(actors)

    @property
    def who(self) -> Index:
        """Which actor every name of a claim is; with the actors all that it takes to make these parties again."""
        return self._index

    def of(self, actor: Actor, report: str) -> str:
        """The id of the party that an actor of a claim in a report is."""
        found = self._index.ids.get((report, local_of(actor)))
        if found is None:
            found = self._index.named(actor.name, report)
            self._names.setdefault(found, read_actor(actor).name)
        return found

    def side(self, actor: Actor, report: str) -> str:
        """The id of the party on whose side it speaks or acts: the last of those that act for one another, else itself."""
        own = self.of(actor, report)
        if actor.acts_for is None:
            return self._end(own)
        return self._end(self.of(Actor(actor.acts_for, actor.acts_for), report))

    def makers(self, move: Move, report: str) -> tuple[str, ...]:
        """The ids of the parties on whose side a move of a report is made, each once; of a bid that all the members of
        one venture make together, the venture's."""
        sides = tuple(dict.fromkeys(self.side(actor, report) for actor in move.by))
        whole = self._ventures.get(frozenset(sides)) if len(sides) > 1 and move.act in _JOINTLY else None
        return sides if whole is None else (whole,)

    def name(self, party: str) -> str:
        """How to write a party."""
        found = self._by_id.get(party)
        return found.name if found else self._names.get(party, party)

    def actor(self, party: str) -> ResolvedActor | None:
        """The record of a party, None for one that no claim tells of."""
        return self._by_id.get(party)

    def _end(self, party: str) -> str:
        """The end of the chain of those who act for one another; in a circle the one it is entered at."""
        seen = {party}
        while (held := self._by_id.get(party)) and held.acts_for and held.acts_for.actor not in seen:
            party = held.acts_for.actor
            seen.add(party)
        return party


def resolve_actors(told: Iterable[Told], judgements: Iterable[PairJudgement] = ()) -> Parties:
    """Who is who over the claims of one story, in any order; people's judgements go before every rule.

    Names are joined where one candidate remains; what is left open is a suggestion. Time grows with the number of
    claims: names are compared only within what they begin or end with.
    """
    told = list(told)
    by_report = gather(told)
    nodes = sorted({id(node): node for found in by_report.values() for node in found.values()}.values(), key=_place)
    clusters, sides = Clusters(nodes), Sides(nodes)
    problems = apply_judgements(clusters, judgements)
    join_same_names(clusters, sides)
    join_people(clusters, sides)
    join_bodies(clusters)
    join_misprints(clusters)
    join_by_firm(clusters, told)
    join_blocs(clusters)
    join_lone_unions(clusters)
    join_common_names(clusters)
    join_offices(clusters, sides)
    back_organs(clusters)
    sets = name_sets(clusters)
    parties = Parties(sets.index)
    roles = _roles(told, parties)
    found = records(clusters, sets, roles, {party: parties.name(party) for party in roles})
    return Parties(sets.index, found, suggestions=suggestions(clusters, sets.index), problems=problems)


def _ventures(actors: Iterable[ResolvedActor]) -> dict[frozenset[str], str]:
    """The firms that several others make up, by who these are; of those with the same members none."""
    found: dict[frozenset[str], list[str]] = {}
    for actor in actors:
        if actor.kind in _VENTURES and len(actor.members) > 1:
            found.setdefault(frozenset(actor.members), []).append(actor.id)
    return {members: ids[0] for members, ids in found.items() if len(ids) == 1}


def _place(node: Node) -> tuple[bool, str, str, tuple[str, str]]:
    return node.place


def _roles(told: Iterable[Told], parties: Parties) -> dict[str, Counter[TalksRole]]:
    """How many claims give each actor each role."""
    found: dict[str, Counter[TalksRole]] = {}
    for claim in {each.claim.id: each.claim for each in told}.values():
        given = {(role, parties.of(actor, claim.report)) for role, actor in roles_in(claim)}
        for role, party in sorted(given):
            found.setdefault(party, Counter())[role] += 1
    return found
