"""The state of a database and of the program: what was added, whether all is right, what runs where."""

from __future__ import annotations

import msgspec

from parley.ledger import Ledger
from parley.model import Problem
from parley.pages.claim import Fact
from parley.store import Store

__all__ = ["CheckPage", "DoctorPage", "check_page"]


class CheckPage(msgspec.Struct, frozen=True):
    """What a check of the database found; the counts are 0 when there are `mismatches`, on which they would rest.

    `judgements` are those of people that no longer fit any claim.
    """

    database: str
    reports: int
    claims: int
    quotes: int
    mismatches: tuple[Problem, ...]
    judgements: tuple[Problem, ...] = ()


class DoctorPage(msgspec.Struct, frozen=True):
    """What runs where, to paste into a request for help; `trouble` says what is missing."""

    facts: tuple[Fact, ...]
    trouble: tuple[str, ...]


def check_page(store: Store) -> CheckPage:
    """Check a database: every id, every stretch and every quote of it. Raises StoreError for one that cannot be read."""
    database, mismatches = str(store.path), tuple(store.check())
    if mismatches:
        return CheckPage(database, 0, 0, 0, mismatches)
    lost = Ledger(store).judgement_problems()
    quotes = [sum(len(mention.evidence) for mention in claim.mentions) for claim in store.claims()]
    return CheckPage(database, sum(1 for _ in store.reports()), len(quotes), sum(quotes), (), lost)
