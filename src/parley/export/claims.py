"""Claims as files: JSON Lines that hold everything, and a flat CSV for a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable

import msgspec

from parley.export.records import claim_line
from parley.ledger import Entry
from parley.model import Claim, Figure, Move, Phase, Quantity, Quote
from parley.pages.words import (
    actor_words,
    actors_words,
    chain_words,
    claim_words,
    date_words,
    decided_words,
    factuality_words,
    plain,
    quantity_words,
    range_words,
    term_words,
    terms_words,
)
from parley.project.decision_sheets import REVIEW_COLUMNS
from parley.render import write_csv

__all__ = ["CSV_COLUMNS", "claims_csv", "claims_jsonl"]

CSV_COLUMNS = {
    "kind": "move, figure, event, phase or quote",
    "act or measure": "what it is within its kind: a move's act, a figure's measure, how words are given, or silence",
    "by": "who does or says it, with the party acted for",
    "to": "who is addressed",
    "in words": "terms of a move, amount of a figure, words of a quote",
    "lower": "lower bound of the amount, of a figure or of a move with one amount; empty when unbounded",
    "upper": "upper bound; empty when unbounded",
    "unit": "persons, day, percent, a currency code and the like",
    "approximate": "yes for about, nearly, dozens",
    "of whom": "whom or what a figure counts",
    "quote": "the words that make the claim, where it first stands",
    "chain": "on whose word: the outlet, then each source, back to the one who said it",
    "factuality": "not so, possible, planned and the like; empty for what is certain and done",
    "when": "when it was or is to be",
    "as of": "when a count was made; of other claims, when they were said",
    "outlet": "who published the report",
    "published": "when, as an ISO date or date-time",
    "title": "of the report",
    "story": "the story the report belongs to",
    "file": "where the report was read",
    "start": "where the quote begins, in characters of the report's text",
    "end": "where it ends; that character is not part of it",
    "rule": "what read it; see `parley explain`",
    "decided": "what people decided about it, by whom and when",
    "report": "id of the report",
    "id": "id of the claim",
}
"""The columns of the CSV export and what stands in them."""
_BOM = "\ufeff"  # without it spreadsheets take UTF-8 for something else


def claims_jsonl(entries: Iterable[Entry]) -> bytes:
    """A `ClaimLine` for each claim, in order: by day of publication (undated last), report, place in the report, id."""
    return b"".join(msgspec.json.encode(claim_line(entry)) + b"\n" for entry in entries)


def claims_csv(entries: Iterable[Entry], *, review: bool = False) -> bytes:
    """One claim a row under `CSV_COLUMNS`, in the same order; UTF-8 with a byte order mark, as spreadsheets want it.

    With `review` the columns that a person fills in stand before them, empty; `Project.apply_decisions` reads them.
    """
    out = io.StringIO(newline="")
    out.write(_BOM)
    own = tuple(REVIEW_COLUMNS) if review else ()
    write_csv(out, (*own, *CSV_COLUMNS), rows=(("",) * len(own) + _row(entry) for entry in entries))
    return out.getvalue().encode()


def _row(entry: Entry) -> tuple[object, ...]:
    claim, report, seen = entry.claim, entry.report, entry.observation
    mention = claim.mentions[0]
    quantity = _quantity(claim)
    lower, upper, unit = (quantity.lower, quantity.upper, quantity.unit) if quantity else (None, None, None)
    return (
        claim.kind,
        _name(claim),
        _by(claim),
        _to(claim),
        _words(entry),
        lower,
        upper,
        unit,
        "yes" if quantity and quantity.approximate else "",
        getattr(claim.body, "group", None),
        mention.trigger.of(report.text),
        chain_words(report, claim.attribution, opinion=entry.opinion),
        factuality_words(claim.factuality),
        range_words(claim.when),
        _as_of(claim),
        report.outlet,
        report.published,
        report.title,
        seen.story,
        seen.source,
        mention.trigger.start,
        mention.trigger.end,
        claim.rule,
        decided_words(entry.judgements),
        report.id,
        claim.id,
    )


def _name(claim: Claim) -> str:
    """What kind of thing it is within its kind: the act, the measure, the type, the status, how words are given."""
    if claim.attribution.silence:
        return "silence"
    named = ("act", "measure", "type", "status", "directness")
    return next(str(getattr(claim.body, name)) for name in named if hasattr(claim.body, name))


def _by(claim: Claim) -> str:
    body = claim.body
    if isinstance(body, Quote):
        return actor_words(body.speaker) if body.speaker else ""
    return "" if isinstance(body, Phase) else actors_words(body.by, one_of=getattr(body, "one_of", False))


def _to(claim: Claim) -> str:
    body = claim.body
    if isinstance(body, Quote):
        return actor_words(body.addressee) if body.addressee else ""
    return actors_words(getattr(body, "to", ()))


def _words(entry: Entry) -> str:
    """Terms of a move, what a figure counts, the words of a quote."""
    body = entry.claim.body
    match body:
        case Move():
            return terms_words(body.terms) or plain(body.about or "")
        case Figure():
            return quantity_words(body.quantity)
        case Phase():
            return "; ".join(filter(None, (plain(body.agreement), *map(term_words, body.terms))))
        case Quote():
            return " … ".join(plain(mention.trigger.of(entry.report.text)) for mention in entry.claim.mentions)
    return claim_words(entry.claim, entry.report.text)


def _quantity(claim: Claim) -> Quantity | None:
    """The amount of a figure, or of the only term of a move that has one; several do not fit one cell."""
    if isinstance(claim.body, Figure):
        return claim.body.quantity
    if not isinstance(claim.body, Move):
        return None
    amounts = [term.quantity for term in claim.body.terms if term.quantity]
    return amounts[0] if len(amounts) == 1 else None


def _as_of(claim: Claim) -> str:
    """When a count was made; for other claims the day they were said."""
    told = claim.body.as_of if isinstance(claim.body, Figure) else claim.attribution.said_on
    return date_words(told) if told else ""
