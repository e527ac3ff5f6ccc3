"""How a claim stands to others, of its report and of its story: what it answers, refines, repeats, denies, corrects ..."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.compare import relations_within
from parley.ledger import ClaimInStory, Entry
from parley.model import Claim, Relation
from parley.pages.claim_rows import chain_of_entry
from parley.pages.relation_rules import relation_rule_words
from parley.pages.words import claim_words, counted, day_words

__all__ = ["RelatedRow", "cited", "related_across", "related_rows", "related_words", "relation_label", "told_by"]

_DIGITS = 8  # of an id, enough to ask for it by
# How a relation is called from its one end and from its other.
_LABELS = {
    "answers": ("answers", "answered by"),
    "refines": ("refines", "refined by"),
    "repeat": ("repeats", "repeated by"),
    "denies": ("denies", "denied by"),
    "part_of": ("part of", "has the part"),
    "update": ("newer than", "newer is"),
    "correction": ("corrects", "corrected by"),
    "contradiction": ("contradicts", "contradicted by"),
    "carries_out": ("carries out", "carried out by"),
    "breaches": ("breaches", "breached by"),
}


class RelatedRow(msgspec.Struct, frozen=True):
    """Another claim to which one stands in a relation: how (`label`), in which `field` they differ, by which `rule`, and
    what that states (`why`)."""

    label: str
    words: str
    chain: str
    published: str | None
    field: str
    rule: str
    report: str
    id: str
    why: str = ""


def related_rows(claim: str, related: Iterable[tuple[Relation, Entry]]) -> tuple[RelatedRow, ...]:
    """How a claim (id) stands to the other claims of its story, repeats aside, oldest first."""
    told = ((relation, other) for relation, other in related if relation.kind != "repeat")
    rows = [
        _related(relation_label(relation, of=claim), other, field=relation.field or "", rule=relation.rule)
        for relation, other in told
    ]
    return tuple(sorted(rows, key=lambda row: (row.published or "9999", row.label, row.id)))


def _related(label: str, other: Entry, *, field: str, rule: str) -> RelatedRow:
    claim, report = other.claim, other.report
    words, chain = claim_words(claim, report.text), chain_of_entry(other)
    why = relation_rule_words(rule)
    return RelatedRow(label, words, chain, report.published, field.replace("_", " "), rule, report.id, claim.id, why)


def related_across(entry: Entry, story: ClaimInStory) -> Iterator[tuple[str, str]]:
    """How many tell what a claim tells, and how it stands to claims of other reports of its story, with the rule."""
    tellings = story.tellings
    if len(tellings.told) > 1:
        first = tellings.told[0].entry
        words = f"{counted(tellings.reports, 'report')}, {counted(tellings.origins, 'independent source')}"
        yield "told in", f"{words}; first {cited(first)}"
    for relation, other in story.related:
        if other.report.id != entry.report.id:
            label = relation_label(relation, of=entry.claim.id)
            yield label, f"{cited(other)} [{relation.rule}{f', {relation.field}' if relation.field else ''}]"


def relation_label(relation: Relation, *, of: str) -> str:
    """How a relation is called from the claim `of` (id), one of its ends."""
    return _LABELS[relation.kind][0 if relation.one == of else 1]


def cited(entry: Entry) -> str:
    """A claim in a line: enough of its id to ask for it by, what it says, on whose word, and the day."""
    return f"{entry.claim.id.rpartition('-')[2][:_DIGITS]} {told_by(entry)}"


def told_by(entry: Entry) -> str:
    """A claim in a line: what it says, on whose word, and the day."""
    day, chain = day_words(entry.report.published), chain_of_entry(entry)
    return f"{claim_words(entry.claim, entry.report.text)} ({chain}, {day})"


def related_words(claim: Claim, claims: Iterable[Claim], text: str) -> Iterator[tuple[str, str]]:
    """Label and words of each relation between the claim and another of `claims`, those of its report; `text` is the
    report's. The words begin with enough of the other's id to ask for it by."""
    others = {other.id: other for other in claims} | {claim.id: claim}
    for relation in relations_within(others.values()):
        if relation.kind not in _LABELS or claim.id not in (relation.one, relation.other):
            continue
        forward = relation.one == claim.id
        other = others[relation.other if forward else relation.one]
        label = _LABELS[relation.kind][0 if forward else 1]
        yield label, f"{other.id.rpartition('-')[2][:_DIGITS]} {claim_words(other, text)}"
