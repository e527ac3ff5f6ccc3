"""What people decided about pairs of actors, put before every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import ActorReference, PairJudgement, Problem
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import plain

__all__ = ["apply_judgements", "pairs_in_force"]

_VERDICT = "a person's judgement"
_Pair = tuple[PairJudgement, tuple[int, ...], tuple[int, ...]]


def pairs_in_force(judgements: Iterable[PairJudgement]) -> tuple[PairJudgement, ...]:
    """Those that no judgement in force undoes, oldest first; of several about one pair only the last."""
    undone: set[str] = set()
    last: dict[frozenset[ActorReference | None], PairJudgement] = {}
    for made in sorted({each.id: each for each in judgements}.values(), key=_when, reverse=True):
        if made.id in undone:
            continue
        if made.verdict == "undo":
            undone |= {made.target} if made.target else set()
        else:
            last.setdefault(frozenset((made.one, made.other)), made)
    return tuple(sorted(last.values(), key=_when))


def apply_judgements(clusters: Clusters, judgements: Iterable[PairJudgement]) -> tuple[Problem, ...]:
    """Join and keep apart what people said; each that names nobody, or that later ones contradict, is a Problem.

    The later judgement wins: they are put in from the last to the first.
    """
    problems = []
    by_name = _by_name(clusters)
    for made in reversed(pairs_in_force(judgements)):
        one, other = (_meant(clusters, by_name, reference) for reference in (made.one, made.other))
        if not one or not other:
            problems.append(
                _problem("judgement_without_anchor", made, "names an actor that no report in view tells of")
            )
        elif not _put_in(clusters, (made, one, other)):
            problems.append(_problem("judgement_contradicted", made, "contradicts later judgements, which hold"))
    return tuple(problems)


def _when(made: PairJudgement) -> tuple[str, str]:
    return made.time, made.id


def _by_name(clusters: Clusters) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        for name in sorted({plain(name) for name in (*node.names, node.reading.name)}):
            found.setdefault(name, []).append(number)
    return found


def _meant(clusters: Clusters, by_name: dict[str, list[int]], reference: ActorReference | None) -> tuple[int, ...]:
    if reference is None:
        return ()
    named = by_name.get(plain(reference.name), [])
    return tuple(number for number in named if reference.report in (None, clusters.nodes[number].report))


def _put_in(clusters: Clusters, pair: _Pair) -> bool:
    made, one, other = pair
    if made.verdict == "same":
        return _all_one(clusters, (*one, *other))
    if any(clusters.first(a) == clusters.first(b) for a in one for b in other):
        return False
    for side in (one, other):
        _all_one(clusters, side)
    for a in _firsts(clusters, one):
        for b in _firsts(clusters, other):
            clusters.keep_apart(a, b)
    if made.verdict == "unsure":
        clusters.suggest(one[0], other[:1], _VERDICT, f"{made.person} is unsure whether they are one")
    return True


def _all_one(clusters: Clusters, numbers: Sequence[int]) -> bool:
    """Join nodes, unless a later judgement keeps any of them apart."""
    firsts = _firsts(clusters, numbers)
    if any(
        clusters.are_apart(a, b) for at, a in enumerate(firsts) for b in firsts[at + 1 :] if clusters.has_enemies(a)
    ):
        return False
    for other in firsts[1:]:
        clusters.join(firsts[0], other, _VERDICT)
    return True


def _firsts(clusters: Clusters, numbers: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(clusters.first(number) for number in numbers))


def _problem(code: str, made: PairJudgement, why: str) -> Problem:
    one, other = (f"'{each.name}'" if each else "nobody" for each in (made.one, made.other))
    words = f"the judgement {made.id} ({one} and {other}: {made.verdict}, by {made.person}, {made.time[:10]}) {why}"
    return Problem(code, f"{words}; undo it or decide anew", made.one.report if made.one else None)
