"""Groups of reports with one text behind them: each counts as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from parley.model import CopyGroup, CopyLink

__all__ = ["copy_groups"]

_ONE_TEXT = frozenset({"verbatim", "rewrite", "later_version", "form_letter"})
_CORE = 0.5  # of both reports: more than half of each is one text


def copy_groups(links: Iterable[CopyLink]) -> tuple[CopyGroup, ...]:
    """The groups that the links make, in the order of their reports' ids; the order of the links does not matter.

    Reports of which each is one text for its greater part make a group, and a group grows along such links. A text that
    stands inside a longer report joins it to a group only where that makes no untrue chain: the longer report has no
    other text in it, or was published before all that are in it, and the text stands in no other longer report. Links
    of shared passages and of quoted statements join nothing.
    """
    known = sorted(set(links), key=lambda link: (link.one, link.other, link.kind))
    core = [link for link in known if _is_core(link)]
    heads = _heads(core)
    within = _within([link for link in known if not _is_core(link) and link.kind in {"excerpt", *_ONE_TEXT}], heads)
    heads = _heads([*core, *within])
    groups: dict[str, list[CopyLink]] = defaultdict(list)
    for link in (*core, *within):
        groups[heads[link.one]].append(link)
    return tuple(sorted((_group(found) for found in groups.values()), key=lambda group: group.reports))


def _is_core(link: CopyLink) -> bool:
    return link.kind in {"excerpt", *_ONE_TEXT} and min(link.one_share, link.other_share) >= _CORE


def _heads(links: Iterable[CopyLink]) -> dict[str, str]:
    """For each report the least id among those it is joined with."""
    heads: dict[str, str] = {}
    for link in links:
        one, other = _head(heads, link.one), _head(heads, link.other)
        heads[max(one, other)] = min(one, other)
    return {report: _head(heads, report) for report in heads}


def _head(heads: dict[str, str], report: str) -> str:
    heads.setdefault(report, report)
    while heads[report] != report:
        report = heads[report]
    return report


def _within(links: Iterable[CopyLink], heads: dict[str, str]) -> list[CopyLink]:
    """The links of a text inside a longer report that join the two without an untrue chain."""
    texts: dict[str, list[CopyLink]] = defaultdict(list)
    longer: dict[str, set[str]] = defaultdict(set)
    for link in links:
        part, whole = _part_and_whole(link)
        texts[heads.get(whole, whole)].append(link)
        longer[heads.get(part, part)].add(heads.get(whole, whole))
    return [
        link
        for found in texts.values()
        for link in found
        if _is_origin(found, heads) and len(longer[heads.get(part := _part_and_whole(link)[0], part)]) == 1
    ]


def _is_origin(links: Iterable[CopyLink], heads: dict[str, str]) -> bool:
    """Whether the longer report of these links holds one text only, or came before all that stand in it."""
    parts = {_part_and_whole(link) for link in links}
    if len({heads.get(part, part) for part, _ in parts}) == 1:
        return True
    return all(link.earlier == _part_and_whole(link)[1] for link in links)


def _part_and_whole(link: CopyLink) -> tuple[str, str]:
    """The report of which more stands in the other, and the other."""
    return (link.one, link.other) if link.one_share >= link.other_share else (link.other, link.one)


def _group(links: list[CopyLink]) -> CopyGroup:
    found = tuple(sorted(links, key=lambda link: (link.one, link.other, link.kind)))
    reports = sorted({report for link in found for report in (link.one, link.other)})
    later = {link.other if link.earlier == link.one else link.one for link in found if link.earlier is not None}
    first = [report for report in reports if report not in later]
    return CopyGroup(tuple(reports), found, first[0] if len(first) == 1 else None)
