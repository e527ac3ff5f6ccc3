"""A deal as it stands on a page: the whole and each phase with the terms that belong to it, alike evidence in one line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.pages.deals import DealPhaseRow, DealRow, DealTermRow, EvidenceRow

__all__ = ["DealPart", "DealTerm", "Told", "deal_parts", "told_together"]


class Told(msgspec.Struct, frozen=True):
    """Evidence in words with all `claims` (ids) that say it alike."""

    row: EvidenceRow
    claims: tuple[str, ...]


class DealTerm(msgspec.Struct, frozen=True):
    """A term with what is told of its being carried out or broken."""

    row: DealTermRow
    told: tuple[Told, ...]


class DealPart(msgspec.Struct, frozen=True):
    """The whole of a deal (`number` None) or one of its phases: its days and states, and its terms."""

    number: int | None
    phase: DealPhaseRow | None
    terms: tuple[DealTerm, ...]


def deal_parts(deal: DealRow) -> tuple[DealPart, ...]:
    """What holds for the whole deal, then its phases by number; a part of which nothing is told is left out."""
    phases = {phase.number: phase for phase in deal.phases}
    numbers = {*phases, *(term.phase for term in deal.terms)}
    ordered = sorted(numbers, key=lambda number: -1 if number is None else number)
    return tuple(DealPart(number, phases.get(number), _terms(deal, number)) for number in ordered)


def told_together(rows: Iterable[EvidenceRow]) -> tuple[Told, ...]:
    """The rows in their order, those that read alike as one with the claims of all."""
    alike: dict[EvidenceRow, list[EvidenceRow]] = {}
    for row in rows:
        alike.setdefault(msgspec.structs.replace(row, claim="", rule=""), []).append(row)
    return tuple(Told(same[0], tuple(dict.fromkeys(row.claim for row in same))) for same in alike.values())


def _terms(deal: DealRow, number: int | None) -> tuple[DealTerm, ...]:
    return tuple(DealTerm(term, told_together(term.evidence)) for term in deal.terms if term.phase == number)
