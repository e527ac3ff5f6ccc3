"""Claims as JSON-LD of schema.org: a ClaimReview for what a person decided about, a Claim for everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from parley.export.told import ToldClaim
from parley.ledger import Entry
from parley.ledger.tellings import claimant_of
from parley.model import Judgement
from parley.pages.cited import UNKNOWN_OUTLET, UNTITLED, Footnote, statement_words
from parley.render.environment import can_be_linked

__all__ = ["claim_reviews"]

_DISPUTED = "Disputed"
_REPORTED = "Reported so; truth not judged"
_NOT_REPORTED = "Not reported so; truth not judged"
_RATED = {"accept": _REPORTED, "correct": _REPORTED, "add": _REPORTED, "reject": _NOT_REPORTED}
_CHECKED = "The words of the report were checked against this claim. Whether it is true was not judged."
_TYPES = {
    "person": "Person",
    "witness": "Person",
    "outlet": "Organization",
    "agency": "Organization",
    "office": "Organization",
    "organisation": "Organization",
}
"""Kinds of sources that can be named as the author of a claim; documents, posts and unnamed sources cannot."""


def claim_reviews(claims: Iterable[ToldClaim]) -> bytes:
    """One JSON-LD document: for each claim a ClaimReview by every person who decided about it, else the Claim alone.

    A rating is a person's own decision in words: that the claim is disputed, or that the report says so. None is a number,
    and none is made where nobody decided; a note alone decides nothing.
    """
    graph = [item for told in claims for item in _items(told)]
    document = {"@context": "https://schema.org", "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _items(told: ToldClaim) -> Iterator[dict[str, Any]]:
    claim, rated = _claim(told), False
    for person, made in _by_person(told.entry.judgements).items():
        rated = True
        yield {
            "@type": "ClaimReview",
            "@id": f"#review-{made[-1].id}",
            "claimReviewed": statement_words(told.entry),
            "author": {"@type": "Person", "name": person},
            "datePublished": made[-1].time[:10],
            "reviewRating": _rating(made),
            "itemReviewed": claim,
        }
    if not rated:
        yield claim


def _by_person(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """What each person decided, oldest first; notes, which decide nothing, left aside."""
    found: dict[str, list[Judgement]] = {}
    for made in judgements:
        if made.verdict == "dispute" or made.verdict in _RATED:
            found.setdefault(made.person, []).append(made)
    return found


def _rating(made: Sequence[Judgement]) -> dict[str, Any]:
    """A person's decision on a claim: whoever disputes it has said more than how it was read."""
    disputes = [each.note for each in made if each.verdict == "dispute" and each.note]
    if disputes:
        return {"@type": "Rating", "alternateName": _DISPUTED, "ratingExplanation": "; ".join(disputes)}
    note = f" {made[-1].note}" if made[-1].note else ""
    return {"@type": "Rating", "alternateName": _RATED[made[-1].verdict], "ratingExplanation": _CHECKED + note}


def _claim(told: ToldClaim) -> dict[str, Any]:
    notes = told.cited.notes
    first = min(notes, key=lambda note: (note.published or "9999", note.number))
    item = {
        "@type": "Claim",
        "@id": f"#{told.entry.claim.id}",
        "name": statement_words(told.entry),
        "text": notes[0].quote,
        "author": _author(told.entry),
        "datePublished": (first.published or "")[:10],
        "appearance": [_report(note) for note in notes],
        "firstAppearance": _report(first) if first.published else None,
    }
    return {name: value for name, value in item.items() if value}


def _author(entry: Entry) -> dict[str, str] | None:
    """On whose word the claim rests, where that is somebody with a name: "spokesman" is none."""
    name, kind = claimant_of(entry)
    return {"@type": _TYPES[kind], "name": name} if name and kind in _TYPES and not name[0].islower() else None


def _report(note: Footnote) -> dict[str, Any]:
    item = {
        "@type": "NewsArticle",
        "headline": note.title if note.title != UNTITLED else None,
        "datePublished": note.published,
        "publisher": {"@type": "Organization", "name": note.outlet} if note.outlet != UNKNOWN_OUTLET else None,
        "url": note.url if can_be_linked(note.url) else None,
        "archivedAt": note.archived if can_be_linked(note.archived) else None,
    }
    return {name: value for name, value in item.items() if value}
