"""Names that a report writes with a slip of one letter: the body that other reports, or the report itself, write otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from parley.model.claim import ActorKind
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import legal_core, words
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.same_names import kinds_fit

__all__ = ["join_misprints"]

_LEAST_LETTERS = 5  # shorter words are too often other words with one letter changed
_LEAST_REPORTS = 3  # that write a name otherwise, before one report's spelling is taken for a slip
_BODIES = (None, "organisation", "company", "consortium")
_Core = tuple[str, ...]
_Form = tuple[int, tuple[str, ...]]


def join_misprints(clusters: Clusters) -> None:
    """Join a name with the one it is a slip of: a final "s" left out or put in beside the right name, as in "Keelson's bid"
    for the bid of Keelsons, or one wrong letter in a single report where several reports have the right name."""
    cores = _cores(clusters)
    near: dict[_Form, list[int]] = {}
    for first, found in cores.items():
        for form in _forms(found):
            near.setdefault(form, []).append(first)
    for first in sorted(cores, key=lambda each: (len(_reports(clusters, each)), each)):
        others = dict.fromkeys(other for form in _forms(cores[first]) for other in near[form])
        _decide(clusters, first, others, cores)


def _forms(cores: Iterable[_Core]) -> list[_Form]:
    """The names with one word whole or without one of its letters: two that are a letter apart share a form.

    These keep the search for neighbours from comparing all names with all (W. Garbe's symmetric deletes, 2012).
    """
    found: dict[_Form, None] = {}
    for core in sorted(cores):
        for at, word in enumerate(core):
            if len(word) >= _LEAST_LETTERS:
                cut = (word[:i] + word[i + 1 :] for i in range(len(word)))
                found |= dict.fromkeys((at, (*core[:at], form, *core[at + 1 :])) for form in (word, *cut))
    return list(found)


def _cores(clusters: Clusters) -> dict[int, set[_Core]]:
    """What the sets of organisations are called, by the first node of each."""
    found: dict[int, set[_Core]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "named" and node.kind in _BODIES:
            names = (legal_core(name) for name in (node.reading.name, *node.names, *node.shorts))
            found.setdefault(clusters.first(number), set()).update(filter(None, names))
    return found


def _reports(clusters: Clusters, number: int) -> set[str]:
    return {node.report for node in clusters.of(number)}


def _decide(clusters: Clusters, first: int, others: Iterable[int], cores: dict[int, set[_Core]]) -> None:
    found = list(_right_names(clusters, first, others, cores))
    roots = list(dict.fromkeys(clusters.first(other) for other, _ in found))
    if len(roots) == 1:
        clusters.join(roots[0], first, found[0][1])
    elif roots:
        clusters.suggest(first, roots, "misprint", f"{len(roots)} actors of the story have a name with one letter more, less or other")  # fmt: skip


def _right_names(
    clusters: Clusters, first: int, others: Iterable[int], cores: dict[int, set[_Core]]
) -> Iterator[tuple[int, str]]:
    """The sets whose name this one may be a slip of, and the rule."""
    own = _reports(clusters, first)
    for other in others:
        if clusters.first(other) == clusters.first(first) or not _fit(clusters, first, other):
            continue
        theirs = _reports(clusters, other)
        pairs = [(a, b) for a in sorted(cores[first]) for b in sorted(cores[other])]
        if own <= theirs and len(own) < len(theirs) and any(_differ_in_s(*pair) for pair in pairs):
            yield other, "final s"
        elif _is_slip_of(clusters, first, other) and any(_slips(*pair) for pair in pairs):
            yield other, "misprint"


def _is_slip_of(clusters: Clusters, first: int, other: int) -> bool:
    """Whether one report alone writes the one, several the other, and nothing tells them apart."""
    own, theirs = _reports(clusters, first), _reports(clusters, other)
    rare = len(own) == 1 and len(theirs - own) >= _LEAST_REPORTS
    return rare and (own.isdisjoint(theirs) or _is_short_beside(clusters, first, other))


def _is_short_beside(clusters: Clusters, first: int, other: int) -> bool:
    """Whether a report that has both has the one without a legal form, and never both in one claim: two firms with names so
    near would be told apart in full."""
    short, full = list(clusters.of(first)), list(clusters.of(other))
    bare = all(legal_core(name) == words(name) for node in short for name in node.names)
    apart = {claim for node in short for claim in node.claims}.isdisjoint(c for node in full for c in node.claims)
    reports = {node.report for node in short}
    formal = any(legal_core(name) != words(name) for n in full if n.report in reports for name in n.names)
    return bare and apart and formal


def _fit(clusters: Clusters, one: int, other: int) -> bool:
    kinds = [_kind(clusters.of(each)) for each in (one, other)]
    return not clusters.are_apart(one, other) and kinds_fit(*kinds)


def _kind(nodes: Iterable[Node]) -> ActorKind | None:
    return next((node.kind for node in nodes if node.kind is not None), None)


def _one_word(one: _Core, other: _Core) -> tuple[str, str] | None:
    """The only words in which two names of one length differ."""
    if len(one) != len(other):
        return None
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    long = len(differing) == 1 and min(map(len, differing[0])) >= _LEAST_LETTERS
    return differing[0] if long and all(map(str.isalpha, differing[0])) else None


def _differ_in_s(one: _Core, other: _Core) -> bool:
    words = _one_word(one, other)
    return words is not None and words[0].removesuffix("s") == words[1].removesuffix("s")


def _slips(one: _Core, other: _Core) -> bool:
    """Whether one letter is left out, put in, changed, or in another's place; the first stands in both."""
    words = _one_word(one, other)
    return words is not None and words[0][0] == words[1][0] and OSA.distance(*words) == 1
