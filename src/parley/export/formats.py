"""Claims in every format there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from parley.export.bibliography import bibliography
from parley.export.claim_review import claim_reviews
from parley.export.claims import claims_csv, claims_jsonl
from parley.export.footnoted import claims_markdown
from parley.export.told import told_claims
from parley.ledger import Entry, Ledger

__all__ = ["ClaimFormat", "export_claims"]

ClaimFormat = Literal["jsonl", "csv", "claimreview", "csl", "md"]


def export_claims(ledger: Ledger, entries: Iterable[Entry], form: ClaimFormat, *, review: bool = False) -> bytes:
    """Entries of a ledger in a format, as the bytes of a file; with `review` a CSV has columns to fill in.

    The same record gives the same bytes. Raises what `Ledger.accounts` raises.
    """
    match form:
        case "jsonl":
            return claims_jsonl(entries)
        case "csv":
            return claims_csv(entries, review=review)
        case "csl":
            return bibliography(entries)
        case "claimreview":
            return claim_reviews(told_claims(ledger, entries))
        case "md":
            return claims_markdown(told_claims(ledger, entries))
