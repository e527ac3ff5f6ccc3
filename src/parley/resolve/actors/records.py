"""The joined nodes as records: names, ids, sides, members and roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from parley.model import Actor, ActorSuggestion, Alias, Backing, ResolvedActor, TalksRole, hash_id
from parley.model.claim import ActorKind
from parley.resolve.actors.bodies import head_of_name
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import plain
from parley.resolve.actors.nodes import Local, Node
from parley.resolve.actors.reading import read_actor

__all__ = ["Index", "NamedSets", "id_of_name", "name_sets", "records", "suggestions"]

_CAPITALS = re.compile(r"\b[A-Z]\S* [A-Z]")  # two words written as a name
_SHARE = 10  # what fewer than one claim in ten says is taken for a slip of one report
_OF_THEIR_OWN = frozenset(
    {"union", "company", "consortium"}
)  # "the Dutch port union" is at home there, and serves nobody
_CLEAR = 2  # how many times as many claims must name one side as any other


class Index(msgspec.Struct, frozen=True, gc=False):
    """Which actor (id) every node is, and which one a plain name means over the whole story."""

    ids: Mapping[tuple[str, Local], str]
    by_report: Mapping[tuple[str, str], str]
    by_name: Mapping[str, str]

    def named(self, name: str, report: str) -> str:
        """The id of the actor a name means in a report: its own of that name, the story's, else one by the name alone."""
        form = plain(name)
        found = self.by_report.get((report, form)) or self.by_name.get(form)
        if found is not None:
            return found
        reading = read_actor(Actor(name, name))
        if reading.sort == "generic":
            return id_of_name(reading.name, report)
        return self.by_name.get(plain(reading.name)) or id_of_name(reading.name)


class NamedSets(msgspec.Struct, frozen=True, gc=False):
    """The sets of nodes (by number) and the name of each actor, by its id, and the index over them."""

    index: Index
    members: Mapping[str, list[int]]
    names: Mapping[str, str]


def id_of_name(name: str, scope: str | None = None) -> str:
    """The id of an actor by its name; `scope` tells bearers of one name apart."""
    return hash_id("actor", [plain(name), scope] if scope else [plain(name)])


def name_sets(clusters: Clusters) -> NamedSets:
    """Every set under the name and id it has from now on."""
    ids: dict[tuple[str, Local], str] = {}
    members: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for numbers in clusters.sets():
        nodes = [clusters.nodes[number] for number in numbers]
        name = _name(nodes)
        actor = id_of_name(name, nodes[0].report if nodes[0].sort == "generic" else None)
        if actor in members:
            actor = id_of_name(name, "/".join((nodes[0].report, *nodes[0].local)))
        members[actor], names[actor] = numbers, name
        ids.update({(node.report, node.local): actor for node in nodes})
    return NamedSets(
        Index(ids, _by_last_word(clusters, ids) | _by_report(ids), _by_name(clusters, members, names)), members, names
    )


def records(
    clusters: Clusters, sets: NamedSets, roles: Mapping[str, Counter[TalksRole]], hosts: Mapping[str, str]
) -> tuple[ResolvedActor, ...]:
    """The actors, by name; also those that are only told to be acted for, and `hosts`, by id, that have only a role."""
    found, index = {}, sets.index
    for actor, numbers in sets.members.items():
        nodes = [clusters.nodes[number] for number in numbers]
        found[actor] = ResolvedActor(
            actor, sets.names[actor], _aliases(clusters, numbers), _kind(nodes),
            tuple(sorted({index.named(name, node.report) for node in nodes for name in node.members} - {actor})),
            _backing(nodes, actor, index),
            _ranked(roles.get(actor, Counter())),
        )  # fmt: skip
    for name, report in sorted({(name, node.report) for node in clusters.nodes for name in _told_sides(node)}):
        _add_side(found, name, report, index)
    for actor in roles.keys() - sets.members.keys():  # a state that is told of only as the place of talks
        host = found.get(actor) or ResolvedActor(actor, hosts[actor], (), "state")
        found[actor] = msgspec.structs.replace(host, roles=_ranked(roles[actor]))
    return tuple(sorted(found.values(), key=lambda actor: (plain(actor.name), actor.id)))


def _ranked(counts: Counter[TalksRole]) -> tuple[tuple[TalksRole, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _told_sides(node: Node) -> set[str]:
    return {*node.sides, *([node.reading.owner] if node.reading.owner else ())}


def _add_side(found: dict[str, ResolvedActor], name: str, report: str, index: Index) -> None:
    """An actor that others act for and no claim has a part for."""
    actor = index.named(name, report)
    if actor in found:
        return
    reading = read_actor(Actor(name, name))
    side = index.named(reading.owner, report) if reading.sort == "known" and reading.owner else None
    found[actor] = ResolvedActor(actor, reading.name, (), reading.kind, acts_for=Backing(side) if side else None)
    if side and reading.owner:
        _add_side(found, reading.owner, report, index)


def suggestions(clusters: Clusters, index: Index) -> tuple[ActorSuggestion, ...]:
    """What is left open, each pair once, by the actors' ids."""
    found: dict[tuple[str, str], ActorSuggestion] = {}
    for each in clusters.open:
        one, other = clusters.nodes[each.one], clusters.nodes[each.other]
        first, second = (index.ids[node.report, node.local] for node in (one, other))
        if first != second and not (each.rule != "a person's judgement" and clusters.are_apart(each.one, each.other)):
            low, high = sorted((first, second))
            claims = (one.first_claim, other.first_claim)
            found.setdefault((low, high), ActorSuggestion(low, high, each.rule, each.reason, claims))
    return tuple(found[pair] for pair in sorted(found))


def _name(nodes: Sequence[Node]) -> str:
    """The lexicon's name, else the fullest usual one: of people one with a given name, of others one that is no acronym and
    no description; of a side called by what it is ("the employers") what most reports call it."""
    for node in nodes:
        if node.sort == "known":
            return node.reading.name
    counts: Counter[str] = Counter(node.reading.name for node in nodes if node.sort == "person")
    counts = counts or Counter(node.reading.name for node in nodes if node.sort != "generic")
    counts = counts or Counter(node.reading.name for node in nodes)
    if any(node.sort == "bloc" for node in nodes) and not any(_is_body(node) for node in nodes):
        return min(counts, key=lambda name: (-counts[name], len(name), name))
    return min(counts, key=lambda name: (" " not in name.strip(), -counts[name], -len(name), name))


def _is_body(node: Node) -> bool:
    """Whether a report names an organisation, and does not only say what the people are."""
    return (
        node.sort == "named"
        and node.kind not in (None, "collective", "unnamed")
        and bool(_CAPITALS.search(node.reading.name))
    )


def _by_report(ids: Mapping[tuple[str, Local], str]) -> dict[tuple[str, str], str]:
    """By report and plain name, where that means one actor there."""
    found: dict[tuple[str, str], set[str]] = {}
    for (report, local), actor in ids.items():
        found.setdefault((report, local[0]), set()).add(actor)
    return {key: next(iter(actors)) for key, actors in found.items() if len(actors) == 1}


def _by_last_word(clusters: Clusters, ids: Mapping[tuple[str, Local], str]) -> dict[tuple[str, str], str]:
    """ "The federation": by report and what the name of one body there ends with."""
    found: dict[tuple[str, str], set[str]] = {}
    for node in clusters.nodes:
        if node.sort == "named" and (head := head_of_name(node.reading.name)) is not None:
            found.setdefault((node.report, head), set()).add(ids[node.report, node.local])
    return {key: next(iter(actors)) for key, actors in found.items() if len(actors) == 1}


def _by_name(clusters: Clusters, members: Mapping[str, list[int]], names: Mapping[str, str]) -> dict[str, str]:
    """By plain name over the story, where that means one actor that is no description."""
    found: dict[str, set[str]] = {}
    for actor, numbers in members.items():
        told = (clusters.nodes[number] for number in numbers)
        forms = {plain(form) for node in told if node.sort != "generic" for form in (*node.names, names[actor])}
        for form in forms:
            found.setdefault(form, set()).add(actor)
    return {form: next(iter(actors)) for form, actors in found.items() if len(actors) == 1}


def _aliases(clusters: Clusters, numbers: Iterable[int]) -> tuple[Alias, ...]:
    """Each way of writing with how many reports have it, by what rule its first bearer was joined, and a claim."""
    told: dict[str, list[int]] = {}
    for number in numbers:
        for name in clusters.nodes[number].names:
            told.setdefault(name, []).append(number)
    aliases = (
        Alias(
            name,
            len({clusters.nodes[n].report for n in held}),
            _rule(clusters, held),
            clusters.nodes[held[0]].first_claim,
        )
        for name, held in told.items()
    )
    return tuple(sorted(aliases, key=lambda alias: (-alias.reports, alias.name)))


def _rule(clusters: Clusters, numbers: Sequence[int]) -> str:
    """Why a way of writing belongs here: what joined its nodes, first of all by anything but the name."""
    rules = [clusters.rules.get(number, clusters.nodes[number].reading.rule) for number in numbers]
    return min(rules, key=lambda rule: (rule in ("same name", "name", "mention"), rules.index(rule)))


def _kind(nodes: Iterable[Node]) -> ActorKind | None:
    nodes = list(nodes)
    for node in nodes:
        if node.sort in ("known", "person"):
            return node.reading.kind if node.reading.kind else node.kind
    counts: Counter[ActorKind] = Counter()
    for node in nodes:
        counts.update(node.kinds)
    return min(counts, key=lambda kind: (-counts[kind], kind), default=None)


def _backing(nodes: Sequence[Node], actor: str, index: Index) -> Backing | None:
    """For whom it acts: what clearly most claims say, else what the lexicon says."""
    counts: Counter[str] = Counter()
    claims: dict[str, str] = {}
    for node in nodes:
        for name, number in node.side_counts.items():
            side = index.named(name, node.report)
            if side != actor:
                counts[side] += number
                claims.setdefault(side, node.sides[name])
    told = sum(node.readings.total() for node in nodes)
    titles = {index.named(owner, node.report) for node in nodes for owner in node.owners}
    ranked = sorted(
        (side for side in counts if side in titles or counts[side] * _SHARE >= told),
        key=lambda side: (-counts[side], side),
    )
    if ranked and (len(ranked) == 1 or counts[ranked[0]] >= _CLEAR * counts[ranked[1]]):
        return Backing(ranked[0], claims[ranked[0]])
    if ranked:
        return None
    owned = next((node for node in nodes if node.reading.owner), None)
    if owned is None or owned.reading.owner is None or _kind(nodes) in _OF_THEIR_OWN:
        return None
    side = index.named(owned.reading.owner, owned.report)
    return Backing(side, None if owned.sort == "known" else owned.first_claim) if side != actor else None
