"""Copies as pages: groups of reports with one text behind them, a report's copies, and two texts word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

import msgspec

from parley.ledger import Ledger, TextPair
from parley.model import CopyGroup, CopyLink, DiffPiece, Report, Span
from parley.pages.listing import ListPage, list_page

__all__ = [
    "CopyGroupRow",
    "CopyRow",
    "DiffPage",
    "DiffWords",
    "copies_page",
    "copy_groups_page",
    "copy_rows",
    "diff_page",
]

_SHOWN = 3  # changed facts in one row


class CopyGroupRow(msgspec.Struct, frozen=True):
    """Reports that count as one source: how they are copies, which was first (by id; empty where days do not tell).

    `reports` lists their ids. `changes` is the number of facts that differ among them, `changed` gives the first few.
    """

    kinds: str
    copies: int
    first: str
    first_title: str
    outlets: str
    agency: str
    changes: int
    changed: str
    reports: str
    id: str


class CopyRow(msgspec.Struct, frozen=True):
    """A report that shares text with the one asked about: how, and what share of each stands in the other (0 to 1).

    `kind` is that of the copy link in words, "shared text" for a shared agency text of which no agency is named.
    `share` is that of the report asked about, `other_share` that of the other; `first` is the id of the earlier one.
    """

    kind: str
    published: str | None
    outlet: str | None
    title: str | None
    share: float
    other_share: float
    first: str
    agency: str
    changes: int
    changed: str
    reasons: str
    report: str


class DiffWords(msgspec.Struct, frozen=True):
    """Words that are the `same` in both texts, `changed`, `removed` (only in the first) or `added` (only in the second)."""

    kind: str
    one: str
    other: str


class DiffPage(msgspec.Struct, frozen=True):
    """Two reports word by word, the earlier first; `link` is how they are copies, None when they are not.

    The words of one side in order are the whole text of that side.
    """

    one: Report
    other: Report
    link: CopyRow | None
    words: tuple[DiffWords, ...]


def copy_groups_page(ledger: Ledger, limit: int | None = None) -> ListPage[CopyGroupRow]:
    """All groups of copies, the largest first."""
    groups = sorted(ledger.copies(), key=lambda group: (-len(group.reports), group.id))
    reports = _reports(ledger, {report for group in groups for report in group.reports})
    return list_page("groups of copies", groups, row=partial(_group_row, reports), limit=limit)


def copies_page(ledger: Ledger, report: str, limit: int | None = None) -> ListPage[CopyRow]:
    """The reports that share text with one, the most shared first; `report` as in `Ledger.report`, and raises as it."""
    asked = ledger.report(report).report.id
    links = sorted(ledger.copy_links(asked), key=_most_shared)
    reports = _reports(ledger, {asked, *(each for link in links for each in (link.one, link.other))})
    return list_page("copies", links, row=partial(_copy_row, reports, asked), limit=limit)


def copy_rows(reports: dict[str, Report], asked: str, links: Iterable[CopyLink]) -> tuple[CopyRow, ...]:
    """How one report (id) shares text with others of the `reports`, by the links it has; the most shared first."""
    return tuple(_copy_row(reports, asked, link) for link in sorted(links, key=_most_shared))


def diff_page(pair: TextPair) -> DiffPage:
    """Two reports word by word."""
    reports = {each.id: each for each in (pair.one, pair.other)}
    link = _copy_row(reports, pair.one.id, pair.link) if pair.link else None
    return DiffPage(pair.one, pair.other, link, tuple(_words(pair, piece) for piece in pair.pieces))


def _most_shared(link: CopyLink) -> tuple[float, str, str]:
    return -min(link.one_share, link.other_share), link.one, link.other


def _reports(ledger: Ledger, among: Collection[str]) -> dict[str, Report]:
    return {report: recorded.report for report, recorded in ledger.among(among).items()}


def _group_row(reports: dict[str, Report], group: CopyGroup) -> CopyGroupRow:
    members = [reports[each] for each in group.reports]
    changed = [words for link in group.links for words in _changed(reports, link)]
    return CopyGroupRow(
        _listed(map(_kind, group.links)),
        len(members),
        group.first or "",
        (reports[group.first].title or "") if group.first else "",
        _listed(each.outlet for each in members),
        _listed(link.agency for link in group.links),
        len(changed),
        "; ".join(changed[:_SHOWN]),
        " ".join(group.reports),
        group.id,
    )


def _copy_row(reports: dict[str, Report], asked: str, link: CopyLink) -> CopyRow:
    at_front = link.one == asked
    other = reports[link.other if at_front else link.one]
    shares = (link.one_share, link.other_share) if at_front else (link.other_share, link.one_share)
    changed = _changed(reports, link, swapped=not at_front)
    return CopyRow(
        _kind(link),
        other.published,
        other.outlet,
        other.title,
        round(shares[0], 3),
        round(shares[1], 3),
        link.earlier or "",
        link.agency or "",
        len(changed),
        "; ".join(changed[:_SHOWN]),
        "; ".join(link.reasons),
        other.id,
    )


def _kind(link: CopyLink) -> str:
    """The kind in words; a part in common is an agency's only where both reports name one."""
    if link.kind == "shared_agency" and link.agency is None:
        return "shared text"
    return link.kind.replace("_", " ")


def _changed(reports: dict[str, Report], link: CopyLink, *, swapped: bool = False) -> list[str]:
    """The facts that differ, the earlier report's before the arrow; the order of the link where days do not tell."""
    turned = link.earlier == link.other if link.earlier else swapped
    found = []
    for change in link.changes:
        pair = _cut(reports[link.one], change.one), _cut(reports[link.other], change.other)
        found.append(" → ".join(words or "nothing" for words in (pair[::-1] if turned else pair)))
    return found


def _cut(report: Report, span: Span) -> str:
    return " ".join(report.text[span.start : span.end].split())


def _listed(words: Iterable[str | None]) -> str:
    return ", ".join(sorted({each for each in words if each}))


def _words(pair: TextPair, piece: DiffPiece) -> DiffWords:
    one, other = (
        report.text[span.start : span.end] for report, span in ((pair.one, piece.one), (pair.other, piece.other))
    )
    same = one.split() == other.split()  # a title, which stands outside the sentences that are laid side by side
    return DiffWords("same" if same else piece.kind, one, other)
