"""Claims of earlier runs, by which an address that was kept still shows what it showed."""

from __future__ import annotations

from parley.ledger.entries import Entry
from parley.ledger.judged import JudgedRecord
from parley.store import Store

__all__ = ["former_claim"]


def former_claim(store: Store, claim_id: str) -> Entry | None:
    """The claim with this whole id as some run read it, current or not; None when none did, or its report was erased."""
    claim = store.claim_under_any(claim_id)
    recorded = next(JudgedRecord(store).reports(claim.report), None) if claim else None
    return Entry(claim, recorded.report, recorded.observations[0]) if claim and recorded else None
