"""What a person says of a claim or a text, as the judgement that the record keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from parley.errors import ParleyError
from parley.model import (
    Attribution,
    Change,
    Claim,
    Evidence,
    Factuality,
    Mention,
    Report,
    Span,
    Term,
    new_claim,
)
from parley.model.claim import Issue
from parley.resolve.corrections import corrected, field_of
from parley.resolve.values import BadValueError, body_type, claim_values, quantity_of, report_values

__all__ = [
    "NoChangeError",
    "WordsNotFoundError",
    "added_claim",
    "changes_of_claim",
    "changes_of_report",
    "mention_of",
    "moved_mention",
    "with_terms",
]

RULE = "by hand"
"""The rule of a claim that a person added."""
_AROUND = 20  # characters shown on each side of words that stand more than once
_SHOWN = 5
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class WordsNotFoundError(ParleyError):
    """The words do not stand in the report, or in more places than one."""


class NoChangeError(ParleyError):
    """A correction that says what stands there already."""


def mention_of(report: Report, words: str | Span, *, nth: int | None = None) -> Mention:
    """The place of exact words in a report (of several the `nth`, from 1), or a stretch, with the sentence around it.

    Runs of white space count as one space. Raises WordsNotFoundError.
    """
    span = _in_text(report, words) if isinstance(words, Span) else _place(report, words, nth)
    quote = span.of(report.text)
    return Mention(span, _statement(report.text, span), (Evidence("content", span.start, span.end, quote),))


def moved_mention(claim: Claim, mention: Mention) -> Mention:
    """The new place of a claim's first mention, with the evidence that one had for everything but its content."""
    first = min(claim.mentions, key=lambda each: each.trigger)
    kept = (piece for piece in first.evidence if piece.role != "content")
    return msgspec.structs.replace(mention, evidence=(*mention.evidence, *kept))


def added_claim(report: Report, kind: str, *, mention: Mention, fields: Mapping[str, object]) -> Claim:
    """A claim of origin `person`; `fields` as for `claim_values`. Raises BadValueError."""
    body = body_type(kind)
    plain = claim_values(body, fields)
    own = {name: value for name, value in plain.items() if name in body.__struct_fields__}
    try:
        made = msgspec.convert({**_defaults(kind), **own, "kind": kind}, body)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadValueError(
            f"the {kind} is not complete or not right: {error}; give it with --set FIELD=VALUE"
        ) from error
    claim = new_claim(
        report.id,
        made,
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(mention,),
        rule=RULE,
        origin="person",
    )
    rest = [Change(name, None, value) for name, value in plain.items() if name not in own]
    return corrected(claim, rest)


def changes_of_claim(claim: Claim, fields: Mapping[str, object]) -> tuple[Change, ...]:
    """What `fields` change of a claim, as for `claim_values`. Raises BadValueError."""
    plain = claim_values(claim.body, fields)
    old = {name: msgspec.to_builtins(field_of(claim, name)) for name in plain}
    changes = tuple(Change(name, old[name], new) for name, new in plain.items() if new != old[name])
    try:
        corrected(claim, changes)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadValueError(f"the claim cannot be so: {error}") from error
    return changes


def changes_of_report(report: Report, fields: Mapping[str, str | None]) -> tuple[Change, ...]:
    """What `fields` (title, outlet, published) change of a report. Raises BadValueError."""
    return tuple(
        Change(name, getattr(report, name), new)
        for name, new in report_values(fields).items()
        if new != getattr(report, name)
    )


def with_terms(fields: Mapping[str, object], report: Report, *, near: Span) -> dict[str, object]:
    """The fields with `terms` in words ("pay: 7 per cent more; aid: 40 lorries") as terms that stand in the report.

    Each is an issue and exact words, found at or behind the start of `near` before anywhere else; an amount in them is
    the term's. Raises BadValueError and WordsNotFoundError.
    """
    words = fields.get("terms")
    if not isinstance(words, str) or not words.strip() or words.lstrip().startswith("["):
        return dict(fields)
    return {**fields, "terms": tuple(_term(each, report, near=near) for each in words.split(";"))}


def _term(words: str, report: Report, *, near: Span) -> Term:
    issue, colon, item = (part.strip() for part in words.partition(":"))
    if not colon or issue not in get_args(Issue):
        raise BadValueError(f"'{words}' is no term; write 'issue: exact words', with an issue out of {', '.join(get_args(Issue))}")  # fmt: skip
    found = _found(report, item)
    if not found:
        raise WordsNotFoundError(f"'{item}' does not stand in {report.id}; copy the words as `parley show` prints them")
    span = next((place for place in found if place.start >= near.start), found[0])
    try:
        quantity = quantity_of(item)
    except BadValueError:  # a term need not have an amount
        quantity = None
    return msgspec.convert({"issue": issue, "item": span.of(report.text), "span": span, "quantity": quantity}, Term)


def _defaults(kind: str) -> dict[str, Any]:
    """What a claim holds when nothing is said: words that a person picks are given as they stand."""
    return {"speaker": None, "directness": "direct"} if kind == "quote" else {}


def _in_text(report: Report, span: Span) -> Span:
    if not span or span.end > len(report.text):
        raise WordsNotFoundError(
            f"{span.start} to {span.end} is no stretch of the {len(report.text)} characters of {report.id}"
        )
    return span


def _place(report: Report, words: str, nth: int | None) -> Span:
    if not words.split():
        raise WordsNotFoundError("the words that make the claim are empty; copy them from the report")
    found = _found(report, words)
    if not found:
        raise WordsNotFoundError(
            f"'{words}' does not stand in {report.id}; copy the words as `parley show` prints them"
        )
    if nth is None and len(found) > 1:
        raise WordsNotFoundError(f"'{words}' stands {len(found)} times in {report.id} ({_places(report, found)}); say which with --nth")  # fmt: skip
    if not 1 <= (nth or 1) <= len(found):
        raise WordsNotFoundError(f"'{words}' stands {len(found)} times in {report.id}, not {nth}")
    return found[(nth or 1) - 1]


def _found(report: Report, words: str) -> list[Span]:
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    return [Span(*match.span()) for match in pattern.finditer(report.text)] if words.split() else []


def _places(report: Report, found: list[Span]) -> str:
    around = (report.text[max(0, span.start - _AROUND) : span.end + _AROUND] for span in found[:_SHOWN])
    return ", ".join(f"{number}: …{' '.join(words.split())}…" for number, words in enumerate(around, 1))


def _statement(text: str, span: Span) -> Span:
    """The sentences of its paragraph that hold the stretch."""
    from parley.annotate.sentences import find_sentences  # takes the language library with it

    start = max((match.end() for match in _BLANK_LINE.finditer(text, 0, span.start)), default=0)
    after = _BLANK_LINE.search(text, span.end)
    sentences = find_sentences(text, Span(start, after.start() if after else len(text)))
    inside = [sentence for sentence in sentences if sentence.overlaps(span)] or [span]
    return Span(min(span.start, inside[0].start), max(span.end, inside[-1].end))
