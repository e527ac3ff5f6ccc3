"""A claim as one row of words: the one place where a row about a claim of any kind is shaped."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from parley.ledger import Entry
from parley.pages.words import chain_words, claim_words, decided_words, factuality_words, quote_words

__all__ = ["AnyRow", "Cut", "any_row", "chain_of_entry", "quote_of", "whence", "whole"]

Cut = Callable[[str, int], slice]
"""Which rows of a list of a page are to be worked out, by the name of the list and how many there are."""


class AnyRow(msgspec.Struct, frozen=True):
    """A claim of any kind in one line of words."""

    published: str | None
    kind: str
    words: str
    factuality: str
    chain: str
    outlet: str | None
    report: str
    id: str
    decided: str = ""


def any_row(entry: Entry) -> AnyRow:
    """A claim of any kind in words."""
    claim, report = entry.claim, entry.report
    return AnyRow(
        report.published,
        claim.kind,
        claim_words(claim, report.text),
        factuality_words(claim.factuality),
        chain_of_entry(entry),
        report.outlet,
        report.id,
        claim.id,
        decided_words(entry.judgements),
    )


def whence(entry: Entry) -> tuple[str, str, str | None, str, str, str]:
    """On whose word an entry's claim rests, its words, outlet, report id and own id, and what people decided: the last
    fields of a row of claims of one kind."""
    report, decided = entry.report, decided_words(entry.judgements)
    return chain_of_entry(entry), quote_of(entry), report.outlet, report.id, entry.claim.id, decided


def chain_of_entry(entry: Entry) -> str:
    """On whose word an entry's claim rests, in words."""
    return chain_words(entry.report, entry.claim.attribution, opinion=entry.opinion)


def quote_of(entry: Entry) -> str:
    """The words that make an entry's claim."""
    return quote_words(entry.claim.mentions[0], entry.report.text)


def whole(name: str, total: int) -> slice:
    """A list with all its rows."""
    return slice(None)
