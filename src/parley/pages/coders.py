"""Two coders over the same claims: how far they agree, field by field, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Unpack

import msgspec

from parley.compare.agreement import interval, krippendorff_alpha, nominal
from parley.ledger import Entry, Ledger
from parley.ledger.filters import Filters
from parley.model import Claim, Figure, Judgement, Move, Quantity
from parley.pages.editable import editable_fields
from parley.pages.listing import ListPage
from parley.pages.review_order import Queued, sampled
from parley.pages.words import claim_words, number_words, quote_words
from parley.resolve import corrected, in_force

__all__ = ["AgreementRow", "CodersPage", "CodingRow", "coders_page", "coders_queue", "disagreements_of"]

Value = str | int | float
_AMOUNTS = ("amount from", "amount to")


class AgreementRow(msgspec.Struct, frozen=True):
    """One field: the claims for which both gave a value, in how many they agree, and Krippendorff's alpha.

    `alpha` is None where no value differs from any other, so that agreement by chance and in fact cannot be told apart.
    """

    field: str
    metric: Literal["nominal", "interval"]
    units: int
    agree: int
    share: float
    alpha: float | None


class CodingRow(msgspec.Struct, frozen=True):
    """A claim on which two coders differ: in which field, and what each of them gave."""

    field: str
    one: str
    other: str
    kind: str
    words: str
    report: str
    id: str


class CodersPage(msgspec.Struct, frozen=True):
    """Two coders: how many claims each of them decided about, and both; agreement by field; and every disagreement.

    Fields are compared where both hold the claim to be there. `added` counts claims that they added: one, the other, and
    both in words that overlap.
    """

    one: str
    other: str
    claims: int
    by_one: int
    by_other: int
    by_both: int
    added: tuple[int, int, int]
    fields: tuple[AgreementRow, ...]
    disagreements: tuple[CodingRow, ...]


class _Coding(msgspec.Struct, frozen=True):
    """A claim as it was read, and what each of two coders made of it by field."""

    entry: Entry
    values: tuple[Mapping[str, Value], Mapping[str, Value]]


def coders_page(
    ledger: Ledger, one: str, other: str, *, sample: int | None = None, seed: int = 0, **filters: Unpack[Filters]
) -> CodersPage:
    """How far two people agree over the claims that pass the filters, or over a sample of them drawn as for a review.

    Raises what `Ledger.view` raises.
    """
    codings = _codings(ledger, (one, other), sample=sample, seed=seed, filters=filters)
    decided = [tuple("verdict" in values for values in coding.values) for coding in codings]
    return CodersPage(
        one,
        other,
        len(codings),
        sum(first for first, _ in decided),
        sum(second for _, second in decided),
        sum(map(all, decided)),
        _added(ledger, (one, other), {recorded.report.id for recorded in ledger.reports(**filters)}),
        tuple(_row(field, codings) for field in _fields(codings)),
        tuple(row for coding in codings for row in _differing(coding)),
    )


def coders_queue(
    ledger: Ledger, people: tuple[str, str], *, sample: int | None = None, seed: int = 0, **filters: Unpack[Filters]
) -> tuple[Queued, ...]:
    """The claims on which two people differ, for a third to decide; as for `coders_page`."""
    codings = _codings(ledger, people, sample=sample, seed=seed, filters=filters)
    found = (ledger.claim(coding.entry.claim.id) for coding in codings if any(_differing(coding)))
    return tuple(Queued(entry, "coders_differ") for entry in found)


def disagreements_of(page: CodersPage, limit: int | None = None) -> ListPage[CodingRow]:
    """The disagreements of two coders as a list, at most `limit`."""
    return ListPage("disagreements of coders", page.disagreements[:limit], len(page.disagreements))


def _codings(
    ledger: Ledger, people: tuple[str, str], *, sample: int | None, seed: int, filters: Filters
) -> tuple[_Coding, ...]:
    first, second = (ledger.as_read(person=person, **filters).entries for person in people)
    others = {entry.claim.id: entry for entry in second}
    entries = first if sample is None else [each.entry for each in sampled(first, sample, seed=seed)]
    return tuple(_Coding(entry, (_values(entry), _values(others[entry.claim.id]))) for entry in entries)


def _values(entry: Entry) -> dict[str, Value]:
    """What a coder made of a claim: the verdict, and unless that is reject the fields; nothing where undecided."""
    verdict = _verdict(entry.judgements)
    if verdict is None or verdict == "reject":
        return {"verdict": verdict} if verdict else {}
    claim = entry.claim
    for made in entry.judgements:
        if made.verdict == "correct":
            claim = corrected(claim, made.changes, mention=made.mention)
    fields = {each.name: each.value for each in editable_fields(claim)}
    words = quote_words(min(claim.mentions, key=lambda mention: mention.trigger), entry.report.text)
    return {"verdict": verdict, **fields, "words": words, **_amounts(claim)}


def _verdict(judgements: Sequence[Judgement]) -> str | None:
    """The last word of a coder: reject, correct (also when accepted as corrected), or accept."""
    said = [made.verdict for made in judgements if made.verdict in ("accept", "reject")]
    if said[-1:] == ["reject"]:
        return "reject"
    if any(made.verdict == "correct" for made in judgements):
        return "correct"
    return "accept" if said else None


def _amounts(claim: Claim) -> dict[str, float]:
    """The bounds of a figure's amount, or of that of a move's only term, as far as there are any."""
    quantity: Quantity | None = None
    if isinstance(claim.body, Figure):
        quantity = claim.body.quantity
    elif isinstance(claim.body, Move) and len(claim.body.terms) == 1:
        quantity = claim.body.terms[0].quantity
    bounds = (quantity.lower, quantity.upper) if quantity else (None, None)
    return {name: bound for name, bound in zip(_AMOUNTS, bounds, strict=True) if bound is not None}


def _fields(codings: Sequence[_Coding]) -> tuple[str, ...]:
    """The fields in which some claim has a value by both coders, in the order the record has them."""
    both = (coding.values for coding in codings)
    named = (name for one, other in both for name in one if name in other and (one[name] != "" or other[name] != ""))
    return tuple(dict.fromkeys(named))


def _row(field: str, codings: Sequence[_Coding]) -> AgreementRow:
    pairs = [(one[field], other[field]) for one, other in (each.values for each in codings) if field in one and field in other]  # fmt: skip
    agree = sum(one == other for one, other in pairs)
    difference: Any = interval if field in _AMOUNTS else nominal
    metric: Literal["nominal", "interval"] = "interval" if field in _AMOUNTS else "nominal"
    return AgreementRow(field, metric, len(pairs), agree, agree / len(pairs), krippendorff_alpha(pairs, difference))


def _differing(coding: _Coding) -> Iterator[CodingRow]:
    """A row for each field in which both gave a value, and another."""
    (one, other), entry = coding.values, coding.entry
    for field in one:
        # Bounds are the amount once more, and a verdict of correct beside accept is told by the fields.
        if field in other and one[field] != other[field] and field not in _AMOUNTS:
            yield CodingRow(
                field,
                _told(one[field]),
                _told(other[field]),
                entry.claim.kind,
                claim_words(entry.claim, entry.report.text),
                entry.report.id,
                entry.claim.id,
            )


def _told(value: Value) -> str:
    return value if isinstance(value, str) else number_words(value)


def _added(ledger: Ledger, people: tuple[str, str], reports: set[str]) -> tuple[int, int, int]:
    """How many claims each of two people added to these reports, and how many of the first's overlap one of the other's."""
    made = [each for each in in_force(ledger.store.judgements()) if each.verdict == "add" and each.report in reports]
    one, other = ([each.claim for each in made if each.claim and each.person == person] for person in people)
    both = sum(any(_same_words(claim, beside) for beside in other) for claim in one)
    return len(one), len(other), both


def _same_words(one: Claim, other: Claim) -> bool:
    spans = [(mine.trigger, theirs.trigger) for mine in one.mentions for theirs in other.mentions]
    same = one.report == other.report and one.kind == other.kind
    return same and any(mine.overlaps(theirs) for mine, theirs in spans)
