"""One claim with all that bears on it: its words in context, its sources, who else tells it, why it was read, what was
decided about it. A claim of an earlier reading shows what stands in its place now."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import Entry, Ledger, NotRecordedError, StoryAccount, Telling, tellings_of
from parley.ledger.former import former_claim
from parley.model import Claim, Mention, Source, Span
from parley.pages.apart import ApartRow, apart_rows
from parley.pages.cited import Cited, cited_claim
from parley.pages.claim import ClaimPage, ExplainPage, Fact, claim_page, explain_page
from parley.pages.claim_rows import AnyRow, any_row, chain_of_entry, quote_of
from parley.pages.in_series import series_facts
from parley.pages.judgements import JudgementRow, claim_history
from parley.pages.relations import RelatedRow, related_rows
from parley.pages.words import source_words

__all__ = ["Around", "ChainLink", "ClaimInFull", "ToldBy", "around_of", "chain_of", "claim_in_full", "folded"]

_AROUND = 280  # code points of context on either side


class ChainLink(msgspec.Struct, frozen=True):
    """One of those on whose word a claim rests: its name and kind, from the outlet to the one who said it."""

    name: str
    kind: str


class Around(msgspec.Struct, frozen=True):
    """What stands before and behind the sentence of a mention, in whole words."""

    before: str
    after: str


class ToldBy(msgspec.Struct, frozen=True):
    """A telling of the same thing, with those that copy its report folded in (`copies`)."""

    published: str | None
    outlet: str | None
    chain: str
    quote: str
    first: bool
    report: str
    id: str
    copies: tuple[ToldBy, ...] = ()


class ClaimInFull(msgspec.Struct, frozen=True):
    """A claim (`page`) with the text around each of its mentions, the chain of its sources, why it was read, who tells
    it (in `reports` reports on the word of `independent` sources), how it stands to others, with which figures it is not
    compared (`apart`), and what people decided.

    `story` and `story_name` are those of its report, `cited` is the claim with footnotes. A claim that only an earlier reading of the report holds is
    `former`; `instead` are the claims that stand on the same words now.
    """

    page: ClaimPage
    around: tuple[Around, ...]
    chain: tuple[ChainLink, ...]
    explained: ExplainPage
    told: tuple[ToldBy, ...]
    reports: int
    independent: int
    related: tuple[RelatedRow, ...]
    history: tuple[JudgementRow, ...]
    story: str
    story_name: str
    cited: Cited = Cited()
    former: bool = False
    instead: tuple[AnyRow, ...] = ()
    apart: tuple[ApartRow, ...] = ()


def claim_in_full(ledger: Ledger, claim: str) -> ClaimInFull:
    """The claim that answers to an id or the beginning of one, as in `Ledger.claim`; one that an earlier reading of a
    report holds by its whole id. Raises as `Ledger.claim` does."""
    try:
        entry = ledger.claim(claim)
    except NotRecordedError:
        former = former_claim(ledger.store, claim)
        if former is None:
            raise
        return _former(ledger, former)
    story = ledger.account_with(entry.report.id)
    tellings = tellings_of(story, entry.claim.id)
    found = _in_full(ledger, entry, story)
    return msgspec.structs.replace(
        found,
        page=_with_facts(found.page, series_facts(entry, story)),
        told=folded(tellings.told),
        reports=tellings.reports,
        independent=tellings.origins,
        related=related_rows(entry, story),
        apart=apart_rows(entry, story),
        cited=cited_claim(entry, tellings),
    )


def _with_facts(page: ClaimPage, facts: Iterable[tuple[str, str]]) -> ClaimPage:
    return msgspec.structs.replace(page, facts=(*page.facts, *(Fact(label, words) for label, words in facts)))


def _former(ledger: Ledger, entry: Entry) -> ClaimInFull:
    now = ledger.view(report=entry.report.id).entries
    places = [mention.trigger for mention in entry.claim.mentions]
    instead = [each for each in now if any(_touches(each.claim, place) for place in places)]
    found = _in_full(ledger, entry, ledger.account_with(entry.report.id))
    return msgspec.structs.replace(found, former=True, instead=tuple(map(any_row, instead)))


def _touches(claim: Claim, place: Span) -> bool:
    return any(mention.trigger.overlaps(place) for mention in claim.mentions)


def _in_full(ledger: Ledger, entry: Entry, story: StoryAccount) -> ClaimInFull:
    """The claim by itself, as if nobody else told of it."""
    runs = reversed(ledger.store.runs())
    run = next((run for run in runs if ledger.store.has(entry.report.id, run.id)), None)
    return ClaimInFull(
        claim_page(entry),
        tuple(around_of(mention, entry.report.text) for mention in entry.claim.mentions),
        chain_of(entry),
        explain_page(entry, run),
        (),
        1,
        1,
        (),
        claim_history(ledger, entry),
        story.story.id,
        story.story.name,
    )


def chain_of(entry: Entry) -> tuple[ChainLink, ...]:
    """The outlet, then each source back to the one who said it."""
    return (
        ChainLink(entry.report.outlet or "unknown outlet", "outlet"),
        *(ChainLink(source_words(source), _kind(source)) for source in entry.claim.attribution.chain),
    )


def _kind(source: Source) -> str:
    return source.kind.replace("_", " ")


def around_of(mention: Mention, text: str) -> Around:
    """The text around a mention, in whole words."""
    start = min(mention.statement.start, mention.trigger.start)
    end = max(mention.statement.end, mention.trigger.end)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Around(before, after)


def folded(told: Iterable[Telling]) -> tuple[ToldBy, ...]:
    """The tellings, those whose report copies an earlier one's under that one."""
    by_origin: dict[str, list[Telling]] = {}
    for each in told:
        by_origin.setdefault(each.origin, []).append(each)
    return tuple(_told(first, copies=tuple(map(_told, copies))) for first, *copies in by_origin.values())


def _told(each: Telling, copies: tuple[ToldBy, ...] = ()) -> ToldBy:
    entry, report = each.entry, each.entry.report
    told = report.published, report.outlet, chain_of_entry(entry), quote_of(entry)
    return ToldBy(*told, each.first, report.id, entry.claim.id, copies)
