"""The versions of a proposal: its tellings gathered by state, with what each has otherwise than the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.compare.across.courses import Course, Version
from parley.compare.across.stated import Stated
from parley.compare.proposals.terms import State, first_changes, merged, renewed, without
from parley.model import ProposalVersion

__all__ = ["versions_of"]


def versions_of(
    course: Course, taken_back: Mapping[str, Sequence[Stated]]
) -> tuple[tuple[ProposalVersion, ...], tuple[str, ...]]:
    """The versions of a course, and the ids of the claims that take all of it back.

    `taken_back` gives the withdrawals that are linked to a telling, by its id: one that names some amounts of several
    makes a version without them.
    """
    found: list[ProposalVersion] = []
    state: State | None = None
    for version in course.versions:
        told = merged(version.moves)
        if state is None:
            state, changes = told, first_changes(told)
        else:
            state, changes = renewed(state, told, whole=any(move.act == "offer" for move in version.moves))
        found.append(_version(len(found) + 1, version.moves, state, changes))
    gone: list[str] = []
    for withdrawal in _withdrawals(course.versions, taken_back):
        if state is not None and withdrawal.amounts and len(state.amounts) > 1 and not _is_bid(state):
            state, changes = without(state, withdrawal.amounts, withdrawal.claim.id)
            found.append(_version(len(found) + 1, [withdrawal], state, changes))
        else:
            gone.append(withdrawal.claim.id)
    return tuple(found), tuple(gone)


def _is_bid(state: State) -> bool:
    """Whether all its sums tell of one bid, which is taken back whole."""
    return all(scale.facet for scale in state.amounts)


def _withdrawals(versions: Sequence[Version], taken_back: Mapping[str, Sequence[Stated]]) -> list[Stated]:
    found = [w for version in versions for move in version.moves for w in taken_back.get(move.claim.id, ())]
    return sorted(found, key=lambda withdrawal: withdrawal.order)


def _version(number: int, moves: Sequence[Stated], state: State, changes: tuple) -> ProposalVersion:  # type: ignore[type-arg]
    ordered = sorted(moves, key=lambda move: move.order)
    sources = tuple(dict.fromkeys(move.source or move.told.outlet or "" for move in ordered))
    return ProposalVersion(
        number,
        tuple(move.claim.id for move in ordered),
        state.terms,
        ordered[0].day,
        sources,
        reports=len({move.report for move in ordered}),
        origins=len({move.told.origin or move.report for move in ordered}),
        changes=changes,
        conditional=all(move.standing == "conditional" for move in ordered),
    )
