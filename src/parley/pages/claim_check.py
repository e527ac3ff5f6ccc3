"""A claim that somebody brings, held against the record: what it says, the counts and claims that bear on it, the first
report, the chain, and what is missing to verify it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from parley.errors import ParleyError
from parley.ledger import Entry, Filters, Ledger, SeriesEntries, StoryAccount, series_in, tellings_of
from parley.model import Claim, Event, Figure, Move, Quantity, Report, interval_of
from parley.pages.claim_in_full import ToldBy, folded
from parley.pages.claim_rows import AnyRow, any_row
from parley.pages.figures import PointRow, SeriesBlock, series_page
from parley.pages.gaps import claim_gaps, series_gaps
from parley.pages.words import claim_words, counted, number_words, quantity_words
from parley.project import extract_from

__all__ = [
    "CheckedClaim",
    "CheckedCount",
    "CheckedSeries",
    "CheckedTelling",
    "ClaimCheck",
    "claim_check_page",
    "claim_check_rows",
]

MOST_CHARACTERS = 4_000
"""The longest text that is checked, in code points: a few paragraphs."""

_SERIES = 4
_TELLINGS = 6
_EVERYBODY = "people"


class CheckedCount(msgspec.Struct, frozen=True):
    """A count of the record that bears on a claimed one: `fit` says whether it lies within it, above or below it, or
    overlaps it in part."""

    row: PointRow
    fit: str


class CheckedSeries(msgspec.Struct, frozen=True):
    """Counts of one thing in a story. `of_same` says whether those counted go by the same name as in the claim.

    `told` are the tellings of the newest count with copies folded, in `reports` reports of `independent` sources; `first`
    is the earliest telling of any count; `gaps` say what is missing to verify the counts that stand.
    """

    story: str
    story_id: str
    block: SeriesBlock
    of_same: bool
    summary: str
    counts: tuple[CheckedCount, ...]
    first: ToldBy
    told: tuple[ToldBy, ...]
    reports: int
    independent: int
    gaps: tuple[str, ...]


class CheckedTelling(msgspec.Struct, frozen=True):
    """A claim of the record like the one brought, in `reports` reports of `independent` sources; `first` tells it earliest."""

    row: AnyRow
    story: str
    first: ToldBy
    told: tuple[ToldBy, ...]
    reports: int
    independent: int
    gaps: tuple[str, ...]


S = TypeVar("S", CheckedSeries, CheckedTelling)


class CheckedClaim(msgspec.Struct, frozen=True):
    """A claim read in the text: its words in ours, and the `quote` that makes it; what the record holds on it, in a
    sentence (`found`), with the first of its series and tellings, `more` of them not given, and the `gaps` they share."""

    kind: str
    words: str
    quote: str
    found: str
    series: tuple[CheckedSeries, ...] = ()
    tellings: tuple[CheckedTelling, ...] = ()
    gaps: tuple[str, ...] = ()
    more: int = 0


class ClaimCheck(msgspec.Struct, frozen=True):
    """A text held against the record: each claim that is read in it; none where nothing is."""

    text: str
    claims: tuple[CheckedClaim, ...]


def claim_check_page(ledger: Ledger, text: str) -> ClaimCheck:
    """Read the claims of a text and find what the record holds on each; nothing is recorded.

    The text is read like a report of no outlet and day. Raises ParleyError when it is too long, ModelError without a
    language model, and StoreError.
    """
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        raise ParleyError(f"the text has {len(text):,} characters; check at most {MOST_CHARACTERS:,} at once")
    if not text:
        return ClaimCheck("", ())
    read = extract_from(text)
    accounts = list(ledger.accounts()) if read.claims else []
    bearing = [claim for claim in read.claims if claim.kind != "quote"] or list(read.claims)
    return ClaimCheck(text, tuple(_checked(ledger, accounts, claim=claim, report=read.of) for claim in bearing))


def claim_check_rows(page: ClaimCheck) -> tuple[PointRow, ...]:
    """All counts that bear on any claim of the text."""
    return tuple(count.row for claim in page.claims for series in claim.series for count in series.counts)


def _checked(ledger: Ledger, accounts: list[StoryAccount], *, claim: Claim, report: Report) -> CheckedClaim:
    words, quote = claim_words(claim, report.text), claim.mentions[0].statement.of(report.text)
    if isinstance(claim.body, Figure):
        return _figure(accounts, claim.body, CheckedClaim("figure", words, quote, ""))
    return _told(ledger, claim, CheckedClaim(claim.kind, words, quote, ""))


def _figure(accounts: Iterable[StoryAccount], figure: Figure, claim: CheckedClaim) -> CheckedClaim:
    counted_alike = [
        (account, series)
        for account in accounts
        for series in series_in(account)
        if series.series.measure == figure.measure
    ]
    of_same = [each for each in counted_alike if _is_of(each[1], figure.group)]
    found = of_same or counted_alike
    found.sort(key=lambda each: (each[1].series.group != figure.group, -len(each[1].series.claims), each[1].series.id))
    shown, gaps = _shared([_series(*each, figure=figure) for each in found[:_SERIES]])
    what = f"“{figure.measure.replace('_', ' ')}”"
    others = "" if of_same else f", of others than {figure.group or 'those named'}"
    sentence = (
        f"{counted(len(found), 'series', 'series')} of counts of {what}{others}."
        if found
        else f"The record holds no count of {what}."
    )
    return msgspec.structs.replace(claim, found=sentence, series=shown, gaps=gaps, more=len(found) - len(shown))


def _shared(found: list[S]) -> tuple[tuple[S, ...], tuple[str, ...]]:
    """What was found without the gaps that all of several have, and those."""
    shared = [words for words in found[0].gaps if all(words in each.gaps for each in found)] if len(found) > 1 else []
    own = (tuple(words for words in each.gaps if words not in shared) for each in found)
    return tuple(msgspec.structs.replace(each, gaps=gaps) for each, gaps in zip(found, own, strict=True)), tuple(shared)


def _is_of(found: SeriesEntries, group: str | None) -> bool:
    """Whether a series counts those named; who are not said, or just people, may be anybody."""
    if group in (None, _EVERYBODY, found.series.group):
        return True
    bodies = (entry.claim.body for entry in found.entries.values())
    return any(isinstance(body, Figure) and body.group == group for body in bodies)


def _series(account: StoryAccount, found: SeriesEntries, *, figure: Figure) -> CheckedSeries:
    (block,) = series_page([found], series=found.series.id).series
    counts = tuple(CheckedCount(row, _fit(row, figure.quantity)) for row in block.rows)
    newest = found.series.headline.points[0][1]
    tellings = tellings_of(account, newest)
    return CheckedSeries(
        account.story.name,
        account.story.id,
        block,
        _is_of(found, figure.group),
        _summary(counts, figure.quantity),
        counts,
        _first(account, min(block.rows, key=lambda row: (row.published or "9999", row.id)).id),
        folded(tellings.told),
        tellings.reports,
        tellings.origins,
        series_gaps(account, found),
    )


def _first(account: StoryAccount, claim: str) -> ToldBy:
    return folded(tellings_of(account, claim).told)[0]


def _fit(row: PointRow, claimed: Quantity) -> str:
    told = interval_of(Quantity(row.lower, row.upper, row.lower_open, row.upper_open, approximate=row.approximate))
    wanted = interval_of(claimed)
    if wanted.contains(told):
        return "fits"
    if told.below(wanted):
        return "lower"
    return "higher" if wanted.below(told) else "may fit"


def _summary(counts: Iterable[CheckedCount], claimed: Quantity) -> str:
    """How many of the counts that stand lie where the claimed one does."""
    standing = [count for count in counts if count.row.standing in ("current", "contradicted")]
    told = [(sum(each.fit == fit for each in standing), words) for fit, words in _FITS.items()]
    kept = ", ".join(f"{number} {words}" for number, words in told if number)
    return f"“{quantity_words(claimed)}” is {_range(claimed)}. {counted(len(standing), 'count stands', 'counts stand')}{': ' if kept else ''}{kept}."


_FITS = {"fits": "within that", "may fit": "overlapping it", "lower": "lower", "higher": "higher"}


def _range(claimed: Quantity) -> str:
    interval = interval_of(claimed)
    if interval.lower == interval.upper:
        return number_words(interval.lower)
    least = number_words(interval.lower) if interval.lower > 0 else ""
    most = number_words(interval.upper) if interval.upper != float("inf") else ""
    if not most:
        return f"{least or 'any number'} or more"
    return f"{least or '0'} to {'under ' if interval.upper_open else ''}{most}"


def _told(ledger: Ledger, claim: Claim, read: CheckedClaim) -> CheckedClaim:
    """Claims like it, the newest first, each told once: on the same issue, else of the same act, else nothing."""
    for filters, words in _alike(claim):
        mode = getattr(claim.body, "mode", None) if claim.kind == "event" else None
        entries = [
            entry
            for entry in ledger.view(**filters).entries
            if mode in (None, getattr(entry.claim.body, "mode", None)) and _does(entry.claim, filters.get("party"))
        ]
        if entries:
            entries.sort(key=lambda entry: (entry.report.published or "", entry.claim.id), reverse=True)
            things = list(_things(ledger, entries))
            shown, gaps = _shared(things[:_TELLINGS])
            sentence = f"{counted(len(things), 'claim')} of the record {words}."
            more = len(things) - len(shown)
            return msgspec.structs.replace(read, found=sentence, tellings=shown, gaps=gaps, more=more)
    return msgspec.structs.replace(read, found="The record holds no claim of the same act and party.")


def _does(claim: Claim, party: str | None) -> bool:
    """Whether a party, by its name or a part of it, is among those who do what is claimed."""
    by = getattr(claim.body, "by", None)
    told = (f"{actor.name} {actor.mention} {actor.acts_for or ''}".casefold() for actor in by or ())
    return party is None or by is None or any(party.casefold() in words for words in told)


def _alike(claim: Claim) -> Iterator[tuple[Filters, str]]:
    """By what claims are like one, the closest first, and how to say so."""
    body = claim.body
    by = getattr(body, "by", ())
    party = by[0].name if by else None
    whose = f" of {party}" if party else ""
    if isinstance(body, Move):
        same = Filters(kind="move", act=body.act, party=party)
        for issue in dict.fromkeys(term.issue for term in body.terms):
            yield same | Filters(issue=issue), f"with the same act{whose}, on the same issue ({issue})"
        yield same, f"with the same act{whose}"
    elif isinstance(body, Event):
        yield Filters(kind="event", type=body.type, party=party), f"of the same kind of event{whose}"
    else:
        yield Filters(kind=claim.kind, party=party), f"of the same kind{whose}"


def _things(ledger: Ledger, entries: Iterable[Entry]) -> Iterator[CheckedTelling]:
    seen: set[str] = set()
    for entry in entries:
        if entry.claim.id in seen:
            continue
        standing = ledger.in_story(entry)
        tellings = standing.tellings
        seen |= {each.entry.claim.id for each in tellings.told}
        told = folded(tellings.told)
        yield CheckedTelling(
            any_row(entry),
            standing.story.name,
            told[0],
            told,
            tellings.reports,
            tellings.origins,
            claim_gaps([each.entry for each in tellings.told], tellings.origins),
        )
