"""Relations between the moves of one story's reports: what is told again, newer, answered, denied, carried out."""

from __future__ import annotations

from collections.abc import Iterable

from parley.compare.across.answering import link_answers
from parley.compare.across.bids import link_bids
from parley.compare.across.deeds import link_deals, link_repeats, link_withdrawals
from parley.compare.across.denials import link_denials
from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.links import Links
from parley.compare.across.positions import link_odd_ones, link_positions
from parley.model import Relation
from parley.resolve import Parties, Told

__all__ = ["move_relations", "relations_between"]


def move_relations(told: Iterable[Told], parties: Parties) -> tuple[Relation, ...]:
    """The relations between the moves of one story, ordered by the ids of their ends; `parties` say who is who.

    Those that `relations_within` finds inside a report come first and are among them. A move is linked to the nearest
    telling of what it repeats, renews or answers, never to all: there are at most a few relations for each move.
    """
    return relations_between(GatheredMoves(told, parties))


def relations_between(gathered: GatheredMoves) -> tuple[Relation, ...]:
    """The same of moves that were gathered."""
    ids = {each.claim.id for each in gathered.told if each.claim.kind == "move"}
    within = [relation for relation in gathered.within if {relation.one, relation.other} <= ids]
    moves = gathered.moves
    links = Links(within)
    link_odd_ones(gathered.odd, links)
    link_positions(gathered.courses, links)
    answered = frozenset(relation.one for relation in within if relation.kind == "answers")
    denied = {relation.other for relation in within if relation.kind == "denies"}
    link_answers([move for move in moves if move.claim.id not in denied], answered, links)
    link_bids(gathered.courses, links)
    link_repeats(moves, [r for r in (*within, *links.all()) if r.kind == "answers"], links)
    link_withdrawals(moves, links)
    link_deals(moves, links)
    link_denials(moves, links)
    return tuple(sorted((*within, *links.all()), key=lambda r: (r.one, r.other, r.kind)))
