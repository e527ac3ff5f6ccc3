"""One claim as a page: its words in context, what it says, on whose word, and why it was read so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import Entry, StoryAccount
from parley.model import Claim, Figure, Mention, Move, Phase, Quote, Run, Span, Term
from parley.pages.apart import apart_facts
from parley.pages.in_series import series_facts
from parley.pages.judgements import Decided, decided
from parley.pages.relations import related_across, related_words
from parley.pages.rule_scores import score_words
from parley.pages.rules import rule_words
from parley.pages.segments import Mark, Segment, cut
from parley.pages.words import (
    actor_words,
    actors_words,
    chain_words,
    claim_words,
    date_words,
    factuality_words,
    phase_name,
    plain,
    quantity_words,
    range_words,
    term_words,
)

__all__ = [
    "ClaimPage",
    "EvidenceRow",
    "ExplainPage",
    "Fact",
    "InContext",
    "ReportHead",
    "claim_page",
    "explain_page",
    "marks_of",
]


class Fact(msgspec.Struct, frozen=True):
    """A label and what stands under it."""

    label: str
    words: str


class ReportHead(msgspec.Struct, frozen=True):
    """Which report: enough to find it again."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: str
    source: str


class InContext(msgspec.Struct, frozen=True):
    """A mention's sentence in segments, marked with `trigger` and roles of evidence; `start` and `end` are its own."""

    start: int
    end: int
    segments: tuple[Segment, ...]


class ClaimPage(msgspec.Struct, frozen=True):
    """A claim: `words` in one line, `facts` by label, every mention in its sentence, its report, and the claim itself.

    `decided` says what people decided about it; `read_as` is the extractor's id of a claim that a person corrected.
    """

    id: str
    kind: str
    words: str
    facts: tuple[Fact, ...]
    mentions: tuple[InContext, ...]
    report: ReportHead
    claim: Claim
    decided: tuple[Decided, ...] = ()
    read_as: str | None = None


class EvidenceRow(msgspec.Struct, frozen=True):
    """Words that a part of a claim rests on: `quote` is `report.text[start:end]`; `mention` counts mentions from 1."""

    mention: int
    role: str
    start: int
    end: int
    quote: str


class ExplainPage(msgspec.Struct, frozen=True):
    """Why a claim was read: the rule, what it states, how often it was right on labelled texts (`measured`), the
    evidence, and the run (None when it is not known)."""

    id: str
    words: str
    rule: str
    states: str
    measured: str
    origin: str
    evidence: tuple[EvidenceRow, ...]
    report: ReportHead
    run: Run | None


def claim_page(entry: Entry, claims: Iterable[Claim] = (), story: StoryAccount | None = None) -> ClaimPage:
    """The page of a claim; `claims` are those of its report, `story` the account of its story, for how it stands to them."""
    claim, text = entry.claim, entry.report.text
    mentions = tuple(_in_context(mention, text) for mention in claim.mentions)
    read_as = entry.judged.base.id if entry.judged and entry.judged.base.id != claim.id else None
    return ClaimPage(
        claim.id,
        claim.kind,
        claim_words(claim, text),
        (*_facts(entry, claims, story), *decided_facts(decided(entry.judgements), read_as)),
        mentions,
        report_head(entry),
        claim,
        decided(entry.judgements),
        read_as,
    )


def decided_facts(judgements: Iterable[Decided], read_as: str | None = None) -> Iterator[Fact]:
    """What people decided, as facts, with the notes they left."""
    yield from (Fact("decided", each.words + (f" ({plain(each.note)})" if each.note else "")) for each in judgements)
    if read_as:
        yield Fact("was read as", read_as)


def explain_page(entry: Entry, run: Run | None) -> ExplainPage:
    """Why a claim was read."""
    claim, text = entry.claim, entry.report.text
    evidence = tuple(
        row for number, mention in enumerate(claim.mentions, 1) for row in _rows(number, mention, text=text)
    )
    words, states = claim_words(claim, text), rule_words(claim.rule)
    measured = score_words(claim.rule)
    return ExplainPage(claim.id, words, claim.rule, states, measured, claim.origin, evidence, report_head(entry), run)


def report_head(entry: Entry) -> ReportHead:
    """Which report an entry's claim stands in."""
    report, seen = entry.report, entry.observation
    return ReportHead(report.id, report.title, report.outlet, report.published, seen.published_basis, seen.source)


def _rows(number: int, mention: Mention, *, text: str) -> Iterator[EvidenceRow]:
    trigger = mention.trigger
    yield EvidenceRow(number, "trigger", trigger.start, trigger.end, trigger.of(text))
    for piece in mention.evidence:
        yield EvidenceRow(number, piece.role, piece.start, piece.end, piece.quote)


def _in_context(mention: Mention, text: str) -> InContext:
    window = Span(min(mention.statement.start, mention.trigger.start), max(mention.statement.end, mention.trigger.end))
    return InContext(mention.trigger.start, mention.trigger.end, cut(text, window, marks=marks_of(mention)))


def marks_of(mention: Mention) -> list[Mark]:
    """What a mention marks in the text: the words that make the claim, and its evidence by role."""
    return [("trigger", mention.trigger), *((e.role, Span(e.start, e.end)) for e in mention.evidence)]


def _facts(entry: Entry, claims: Iterable[Claim], story: StoryAccount | None) -> Iterator[Fact]:
    claim = entry.claim
    across = _across(entry, story) if story is not None else ()
    told = [*_body_facts(claim), *related_words(claim, claims, entry.report.text), *across, *_common_facts(entry)]
    yield from (Fact(label, words) for label, words in told if words)


def _across(entry: Entry, story: StoryAccount) -> Iterator[tuple[str, str]]:
    yield from series_facts(entry, story)
    yield from related_across(entry, story)
    yield from apart_facts(entry, story)


def _body_facts(claim: Claim) -> list[tuple[str, str]]:
    match claim.body:
        case Move() as body:
            return _move_facts(body)
        case Figure() as body:
            return _figure_facts(body)
        case Quote() as body:
            return [
                ("speaker", actor_words(body.speaker) if body.speaker else "not named"),
                ("to", actor_words(body.addressee) if body.addressee else ""),
            ]
        case Phase() as body:
            return _phase_facts(body)
        case body:
            return [
                ("type", f"{body.type}{f' ({body.mode})' if body.mode else ''}"),
                ("by", actors_words(body.by, one_of=body.one_of) or "not named"),
                ("to", actors_words(body.to)),
                ("what", plain(body.what)),
                ("place", body.place or ""),
            ]


def _phase_facts(phase: Phase) -> list[tuple[str, str]]:
    return [
        ("phase", phase_name(phase)),
        ("status", phase.status.replace("_", " ")),
        ("starts", date_words(phase.starts) if phase.starts else ""),
        ("ends", date_words(phase.ends) if phase.ends else ""),
        *(("term", _given(term)) for term in phase.terms),
    ]


def _move_facts(move: Move) -> list[tuple[str, str]]:
    return [
        ("act", " ".join(filter(None, (move.act.replace("_", " "), f"({move.mode})" if move.mode else "")))),
        ("by", actors_words(move.by) or "not named"),
        ("to", actors_words(move.to)),
        ("through", actors_words(move.via)),
        *(("term", _given(term)) for term in move.terms),
        *(("if", term_words(term)) for term in move.conditions),
        ("about", plain(move.about or "")),
        ("place", move.place or ""),
        ("deadline", date_words(move.deadline) if move.deadline else ""),
        ("expires", date_words(move.expires) if move.expires else ""),
    ]  # fmt: skip


def _given(term: Term) -> str:
    """A term with who gives it to whom."""
    if term.giver is None and term.receiver is None:
        return term_words(term)
    giver, receiver = (side.name if side else "not named" for side in (term.giver, term.receiver))
    return f"{term_words(term)} ({giver} → {receiver})"


def _figure_facts(figure: Figure) -> list[tuple[str, str]]:
    quantity = figure.quantity
    period = range_words(figure.period)
    return [
        ("measure", figure.measure),
        ("amount", quantity_words(quantity)),
        ("bounds", _bounds(figure)),
        ("of whom", figure.group or ""),
        ("place", figure.place or ""),
        ("by", actors_words(figure.by, one_of=figure.one_of)),
        ("cause", figure.cause or ""),
        ("event", figure.event or ""),
        ("accounting", " ".join(filter(None, (figure.accounting, period)))),
        ("since", date_words(figure.since) if figure.since else ""),
        ("as of", _as_of(figure)),
        ("basis", "" if figure.counting_basis == "unknown" else figure.counting_basis.replace("_", " ")),
    ]


def _bounds(figure: Figure) -> str:
    """The bounds in words, with the unit ("24 to 99 days"); nothing where the amount's own words are those."""
    bounds = quantity_words(msgspec.structs.replace(figure.quantity, verbatim=""))
    return "" if bounds.casefold() == quantity_words(figure.quantity).casefold() else bounds


def _as_of(figure: Figure) -> str:
    if figure.as_of is None:
        return ""
    basis = f" ({figure.as_of_basis.replace('_', ' ')})" if figure.as_of_basis else ""
    return date_words(figure.as_of) + basis


def _common_facts(entry: Entry) -> list[tuple[str, str]]:
    claim, attribution = entry.claim, entry.claim.attribution
    return [
        ("on the word of", chain_words(entry.report, attribution, opinion=entry.opinion)),
        (
            "given as",
            "silence"
            if attribution.silence
            else attribution.directness or ("" if attribution.chain else "the report's own words"),
        ),
        ("hedge", attribution.hedge or ""),
        ("said on", date_words(attribution.said_on) if attribution.said_on else ""),
        ("factuality", factuality_words(claim.factuality) or "as a fact"),
        ("when", range_words(claim.when)),
        ("rule", claim.rule),
    ]
