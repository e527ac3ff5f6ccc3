"""Who is addressed where a sentence does not say: the other principal party of the talks a report tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from parley.extract.moves.parties.parties import Parties
from parley.lexicon.words import word_list
from parley.model import Actor

__all__ = ["Principals", "find_principals", "side_of", "with_counterpart"]

# Acts of the parties themselves; who only mediates, invites or supports is no principal.
_OF_PRINCIPALS = frozenset(
    {
        "offer",
        "demand",
        "accept",
        "reject",
        "concede",
        "withdraw",
        "threaten",
        "promise",
        "agree",
        "breach",
        "accuse",
        "carry_out",
    }
)
_PLACE = re.compile(r" (?:at|in|of|from) ")
_BOTH = word_list("moves.parties.counterparts.both")
# Other words tell which ("governments of coffee-growing countries").
_BEFORE = word_list("moves.parties.counterparts.before_both")
_UNKNOWN = frozenset({"unnamed", "outlet", "court"})


class Principals(msgspec.Struct, frozen=True):
    """The parties that face each other in a report: `pair` when there are just two, `facing` who addresses whom most."""

    pair: tuple[Actor, Actor] | None
    facing: dict[str, Actor]


def side_of(actor: Actor) -> str:
    """The party an actor stands for."""
    return actor.acts_for or actor.name


def find_principals(moves: Sequence[tuple[str, Parties]], named: Counter[str]) -> Principals:
    """The principal parties, from the acts of a report's moves and the parties its sentences name.

    `named` counts how often the report names each party: it decides between parties of few moves.
    """
    weight: Counter[str] = Counter()
    facing: dict[str, Counter[str]] = {}
    between: set[str] = set()
    for act, parties in moves:
        one, other = [side_of(a) for a in parties.by if _is_party(a)], [side_of(a) for a in parties.to if _is_party(a)]
        between |= {side_of(a) for a in parties.via} | ({side_of(a) for a in parties.by} if act == "mediate" else set())
        if act in _OF_PRINCIPALS:
            weight.update(one + other)
        for x in one:
            for y in other:
                facing.setdefault(x, Counter())[y] += 1
                facing.setdefault(y, Counter())[x] += 1
    for act, parties in moves:
        sides = [side_of(a) for a in (*parties.by, *parties.to) if _is_party(a)] if act == "meet" else []
        if between and any(_mediating(s, between) for s in sides):
            weight.update(s for s in sides if not _mediating(s, between))  # whom mediators meet are the parties
    weight.update({name: weight[name] * 2 + named[name] for name in list(weight)})
    ranked = [
        (name, n) for name, n in sorted(weight.items(), key=lambda p: (-p[1], p[0])) if not _mediating(name, between)
    ]
    ranked = [r for r in ranked if not any(_within(r[0], o[0]) for o in ranked)]
    clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] >= 2 * ranked[2][1])
    pair = (_plain(ranked[0][0]), _plain(ranked[1][0])) if clear else None
    return Principals(pair, {x: _plain(c.most_common(1)[0][0]) for x, c in facing.items() if _clear(c)})


def _mediating(name: str, between: set[str]) -> bool:
    """Whether somebody of that name mediates: "Norland", where "the Norland envoy" carries a paper."""
    return name in between or any(_within(name, other) for other in between)


def _within(name: str, other: str) -> bool:
    """Whether one name is a part of another, and so may be the same party."""
    return name != other and _words(name) < _words(other)


def _words(name: str) -> set[str]:
    """The words of a name up to a place behind it ("Employers at the port of Lorne"), whatever their case."""
    return {word.strip("'’") for word in _PLACE.split(name.lower(), maxsplit=1)[0].split()}


def _plain(name: str) -> Actor:
    return Actor(name, "")


def _clear(counts: Counter[str]) -> bool:
    """Whether one party is addressed more often than any other."""
    top = counts.most_common(2)
    return len(top) == 1 or top[0][1] > top[1][1]


def _is_party(actor: Actor) -> bool:
    """Whether the actor stands for itself or a known party, and not for both sides at once or for nobody known."""
    if actor.kind in _UNKNOWN or (actor.kind == "person" and actor.acts_for is None):
        return False
    return bool(actor.mention) and actor.name[:1].isupper() and not is_both(actor)


def is_both(actor: Actor) -> bool:
    """Whether the words stand for the parties together ("both sides")."""
    *before, last = actor.name.lower().split() or [""]
    # "Governments of the region": without "the" or a count these are not the two.
    bare = last == "governments" and not before and not actor.mention.lower().startswith("the ")
    return actor.acts_for is None and last in _BOTH and _BEFORE.issuperset(before) and not bare


def with_counterpart(parties: Parties, principals: Principals, addressed: bool) -> Parties:
    """The parties of a move with "both sides" as the two principals, and with the addressee where one is plain."""
    by, to = _apart(parties.by, principals), _apart(parties.to, principals)
    if addressed and not to and len(by) == 1 and (other := _other(by[0], principals)) is not None:
        to = (other,)
    return msgspec.structs.replace(parties, by=by, to=to)


def _apart(actors: tuple[Actor, ...], principals: Principals) -> tuple[Actor, ...]:
    """The actors with "both sides" as the two principals, also where they act together with somebody else."""
    if principals.pair is None or not any(is_both(a) for a in actors):
        return actors
    found: list[Actor] = []
    for actor in actors:
        pair = [msgspec.structs.replace(p, mention=actor.mention) for p in principals.pair]
        found += pair if is_both(actor) else [actor]
    return tuple({a.name: a for a in reversed(found)}.values())[::-1]


def _other(actor: Actor, principals: Principals) -> Actor | None:
    side = side_of(actor)
    if principals.pair is not None:
        # "Port employers" are the Port Employers' Federation, where no other party is called so.
        own = [p for p in principals.pair if p.name == side or _within(side, p.name)]
        if len(own) == 1:
            return next(p for p in principals.pair if p is not own[0])
    return principals.facing.get(side)
