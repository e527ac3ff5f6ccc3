"""Finding quotations: words between quotation marks, whatever the marks.

Marks pair within one paragraph. A mark that has no partner opens a quotation to the paragraph's end when it can only be
an opening one, and is passed over when it is an apostrophe, an inch mark or a closing mark without an opening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from parley.annotate.doc import Block, Quotation
from parley.model import Span

__all__ = ["find_quotations"]

_MARK = re.compile(r"``|''|[“”„«»\"‘’‚']")
_READ = frozenset({"text", "title", "crosshead"})
_OPENING = {"“": "”“", "„": "“”", "«": "»", "``": "''", "‘": "’", "‚": "‘’"}
_SINGLE = frozenset("'‘’‚")
# A word or number that begins with an apostrophe: 'em, 'til, '90s.
_ELISION = re.compile(r"(?:em|til|tis|twas|n|cause|bout|round|\d\ds?)\b", re.IGNORECASE)


class _Open(msgspec.Struct, frozen=True):
    """An opening mark: what it is and where it stands."""

    mark: str
    start: int
    end: int


class _Scan(msgspec.Struct):
    """One paragraph being read: marks still open, quotations found so far."""

    text: str
    block: Span
    marks: tuple[re.Match[str], ...]
    open: list[_Open]
    found: list[Quotation]

    def before(self, at: int) -> str:
        """The character before `at`, a space at the paragraph's start."""
        return self.text[at - 1] if at > self.block.start else " "

    def after(self, at: int) -> str:
        """The character at `at`, a space at the paragraph's end."""
        return self.text[at] if at < self.block.end else " "


def find_quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """The quotations of `text` in order of their start, nested ones after those that hold them.

    Only blocks that are read (text, titles, sub-headings) are searched, each by itself.
    """
    found: list[Quotation] = []
    for block in blocks:
        if block.kind in _READ:
            marks = tuple(_MARK.finditer(text, block.span.start, block.span.end))
            if marks:
                found.extend(_in_block(_Scan(text, block.span, marks, [], [])))
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _in_block(scan: _Scan) -> list[Quotation]:
    for index, match in enumerate(scan.marks):
        mark, start, end = match.group(), match.start(), match.end()
        opener = _closed_by(scan, mark, index)
        if opener is not None:
            _close(scan, opener, start, end)
        elif _opens(scan, mark, index):
            scan.open.append(_Open(mark, start, end))
    for left in scan.open:
        if left.mark != "'" and left.end < scan.block.end:
            span = Span(left.start, scan.block.end)
            scan.found.append(Quotation(span, Span(left.end, scan.block.end), closed=False))
    return scan.found


def _close(scan: _Scan, opener: int, start: int, end: int) -> None:
    """Close the open mark at that place of the stack; marks opened within it and left open end where it ends."""
    outer = scan.open[opener]
    for inner in scan.open[opener + 1 :]:
        if inner.mark not in _SINGLE and inner.end < start:
            scan.found.append(Quotation(Span(inner.start, start), Span(inner.end, start), closed=False))
    del scan.open[opener:]
    if start > outer.end:
        scan.found.append(Quotation(Span(outer.start, end), Span(outer.end, start)))


def _closed_by(scan: _Scan, mark: str, index: int) -> int | None:
    """Place in the stack of the open mark that this one closes."""
    start, end = scan.marks[index].span()
    for place in range(len(scan.open) - 1, -1, -1):
        other = scan.open[place].mark
        if mark == other == '"':
            return None if _reopens(scan, index) else place
        if mark == other == "''":
            return place
        if mark in {"'", "’"} and other in {"'", "‘", "‚"}:
            return place if _closes_single(scan, index) else None
        if mark in _OPENING.get(other, "") and mark != "’" and not _begins_word(scan, mark, start, end):
            return place
        if mark == "''" and other == '"' and scan.before(start).strip():
            return place  # typed for the mark that closes
        if mark == '"' and other == "“" and not _begins_word(scan, mark, start, end):
            return place
    return None


def _begins_word(scan: _Scan, mark: str, start: int, end: int) -> bool:
    """Whether a mark that could close stands where only an opening one does, before a word and behind a gap."""
    return mark in {"“", '"'} and not scan.before(start).strip() and bool(scan.after(end).strip())


def _reopens(scan: _Scan, index: int) -> bool:
    """Whether a straight mark opens a second quotation within an open one: by its place, and by the marks still left."""
    start, end = scan.marks[index].span()
    left = sum(1 for match in scan.marks[index + 1 :] if match.group() == '"')
    return _begins_word(scan, '"', start, end) and left % 2 == 1


def _closes_single(scan: _Scan, index: int) -> bool:
    """Whether a single mark closes, rather than being an apostrophe within a word or behind a plural."""
    start, end = scan.marks[index].span()
    if scan.after(end).isalnum() or not scan.before(start).strip():
        return False
    possessive = scan.before(start) == "s" and scan.after(end) == " " and scan.after(end + 1).islower()
    return not (possessive and _closer_follows(scan, index))


def _closer_follows(scan: _Scan, index: int) -> bool:
    """Whether another single closing mark comes before the next opening one."""
    for match in scan.marks[index + 1 :]:
        if match.group() in {"'", "’"}:
            if not scan.before(match.start()).strip():
                return False
            if not scan.after(match.end()).isalnum():
                return True
        elif match.group() == "‘":
            return False
    return False


def _opens(scan: _Scan, mark: str, index: int) -> bool:
    start, end = scan.marks[index].span()
    before, after = scan.before(start), scan.after(end)
    if not after.strip() or mark in {"”", "»", "’"}:
        return False
    if mark == '"':
        # Behind a full stop it opens only where a space was lost: a closing mark has no letter right behind it.
        return not (before.isalnum() or before in ",;%)]'’" or (before in ".:!?" and not after.isalpha()))
    if mark == "''":
        return not before.strip()
    if mark in {"'", "‘"}:
        gap = not before.isalnum() and before not in ".,;!?)"
        elided = _ELISION.match(scan.text, end) is not None
        return gap and not elided and (mark == "‘" or _closer_follows(scan, index))
    return True
