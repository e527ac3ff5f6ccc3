"""A search with facets: the reports that hold words, the claims made by those words, and by what to narrow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from parley.ledger import Entry, Filters, Ledger
from parley.ledger.filters import passes_claim
from parley.ledger.judged import JudgedRecord
from parley.model import Claim
from parley.pages.claim_rows import AnyRow, any_row
from parley.pages.report import SearchHit, search_hit
from parley.resolve import Judged
from parley.store import Hit, Recorded

__all__ = ["FACETS", "Facet", "FacetValue", "FoundReport", "SearchInFull", "search_in_full"]

FACETS = ("kind", "party", "issue", "story", "outlet", "since", "until")
"""By what a search may be narrowed, as in `Filters`."""

_OF_CLAIMS = ("kind", "party", "issue")
_MOST = 200  # reports looked at
_SHOWN = 30  # reports, or claims without words to search
_VALUES = 12  # of a facet


class FacetValue(msgspec.Struct, frozen=True):
    """A value to narrow by, what to call it, and how many of what was found have it."""

    value: str
    words: str
    count: int


class Facet(msgspec.Struct, frozen=True):
    """Values of one facet, the most frequent first; `chosen` is the one the search is narrowed by already."""

    name: str
    chosen: str
    values: tuple[FacetValue, ...]


class FoundReport(msgspec.Struct, frozen=True):
    """A report that holds the words, and the claims whose statement holds some of them."""

    hit: SearchHit
    claims: tuple[AnyRow, ...]


class SearchInFull(msgspec.Struct, frozen=True):
    """What a search found: reports for words, best first; without words the claims that pass the facets, newest first.

    `total` counts what was found, of which the first are given; `capped` says that more reports may hold the words.
    """

    query: str
    reports: tuple[FoundReport, ...]
    claims: tuple[AnyRow, ...]
    total: int
    capped: bool
    facets: tuple[Facet, ...]


def search_in_full(ledger: Ledger, query: str = "", **asked: str | None) -> SearchInFull:
    """Search for words, narrowed by facets (`FACETS`). Raises what `Ledger.search` and `Ledger.view` raise."""
    chosen = {name: asked.get(name) for name in FACETS if asked.get(name)}
    if query.strip():
        return _words(ledger, query.strip(), chosen)
    return _claims(ledger, chosen)


def _words(ledger: Ledger, query: str, chosen: Mapping[str, str | None]) -> SearchInFull:
    hits = ledger.search(query, limit=_MOST, **_of_reports(chosen))
    pairs = _on_words(JudgedRecord(ledger.store), hits, chosen)
    if any(name in chosen for name in _OF_CLAIMS):
        pairs = [(hit, claims) for hit, claims in pairs if claims]
    recorded = ledger.among([hit.report.id for hit, _ in pairs[:_SHOWN]])
    found = tuple(_found(hit, recorded[hit.report.id], claims) for hit, claims in pairs[:_SHOWN])
    facets = (
        _facet("kind", chosen, (each.claim.kind for _, claims in pairs for each in claims)),
        _story_facet(ledger, chosen, [hit.report.id for hit, _ in pairs]),
        _facet("outlet", chosen, (hit.report.outlet for hit, _ in pairs)),
    )
    return SearchInFull(query, found, (), len(pairs), len(hits) == _MOST, facets)


def _on_words(
    record: JudgedRecord, hits: Sequence[Hit], chosen: Mapping[str, str | None]
) -> list[tuple[Hit, list[Judged]]]:
    """Each report with its claims whose statement holds one of the words found."""
    wanted, found = _of_claims(chosen), {hit.report.id: (hit, list[Judged]()) for hit in hits}
    for each in record.claims(Filters(kind=chosen.get("kind")), among=found.keys()):
        hit, claims = found[each.claim.report]
        if not each.rejected and _holds(each.claim, hit) and passes_claim(each.claim, wanted):
            claims.append(each)
    return list(found.values())


def _found(hit: Hit, recorded: Recorded, claims: Sequence[Judged]) -> FoundReport:
    seen = recorded.observations[0]
    entries = (Entry(each.claim, hit.report, seen, each if each.judgements else None) for each in claims)
    return FoundReport(search_hit(hit), tuple(map(any_row, entries)))


def _holds(claim: Claim, hit: Hit) -> bool:
    return any(mention.statement.overlaps(match) for mention in claim.mentions for match in hit.matches)


def _of_reports(chosen: Mapping[str, str | None]) -> Filters:
    get = chosen.get
    return Filters(story=get("story"), outlet=get("outlet"), since=get("since"), until=get("until"))


def _of_claims(chosen: Mapping[str, str | None]) -> Filters:
    return Filters(kind=chosen.get("kind"), party=chosen.get("party"), issue=chosen.get("issue"))


def _claims(ledger: Ledger, chosen: Mapping[str, str | None]) -> SearchInFull:
    """Claims by facets alone; nothing where none is chosen."""
    wanted = _of_reports(chosen) | _of_claims(chosen)
    entries = list(ledger.view(**wanted).entries) if chosen else []
    newest = sorted(entries, key=lambda entry: entry.report.published or "", reverse=True)
    facets = (
        _facet("kind", chosen, (entry.claim.kind for entry in entries)),
        _story_facet(ledger, chosen, [entry.report.id for entry in entries]),
        _facet("outlet", chosen, (entry.report.outlet for entry in entries)),
    )
    return SearchInFull("", (), tuple(map(any_row, newest[:_SHOWN])), len(entries), False, facets)


def _story_facet(ledger: Ledger, chosen: Mapping[str, str | None], reports: Sequence[str]) -> Facet:
    stories = ledger.derived.chief()
    names = {story.id: story.name for story in stories}
    inside: dict[str, list[str]] = {}
    for story in stories:
        for report in story.reports:
            inside.setdefault(report, []).append(story.id)
    found = (story for report in reports for story in inside.get(report, ()))
    return _facet("story", chosen, found, words=lambda story: names.get(story, story))


def _facet(
    name: str,
    chosen: Mapping[str, str | None],
    found: Iterable[str | None],
    *,
    words: Callable[[str], str] = str,
) -> Facet:
    counts = Counter(value for value in found if value)
    values = (FacetValue(value, words(value), count) for value, count in _most(counts))
    return Facet(name, chosen.get(name) or "", tuple(values))


def _most(counts: Counter[str]) -> Iterator[tuple[str, int]]:
    yield from sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_VALUES]
