"""The layout of a report: its paragraphs and lines, and what each of them is.

A line is cut where a page ran its parts together: date, call to the reader, caption and text each become a block.
"""

from __future__ import annotations

import re
from collections import deque

import msgspec

from parley.annotate.datelines import Dateline, match_dateline, match_stamp
from parley.annotate.doc import Block, BlockKind
from parley.annotate.furniture import (
    find_credit,
    find_inline,
    find_picture_credit,
    is_byline,
    is_furniture,
    match_caption,
    opens_ending,
)
from parley.annotate.line_marks import LineMark, find_line_marks
from parley.annotate.lines import find_paragraphs
from parley.model import Date, Passage, Report, Span

__all__ = ["Layout", "find_layout"]

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*$", re.DOTALL)
_MARK = re.compile(r"(?:#{1,6}|[•·▪●■►>*])[ \t]+(?=\S)")
_STOPPED = re.compile(r"(?:[.;,…:]|\s[-–—]|\w[-–—])[\"”’')\]]*$")
_INNER_STOP = re.compile(r"[a-z\d)]{2}[.!][\"”’')]*\s+[A-Z\"“]")
_IN_TEXT = frozenset({"speaker", "heading"})
_BETWEEN = " \t\r\n|,.:;-–—*\u00a0"
_OPENING = re.compile(r"[^\W\d_a-zà-öø-ÿ]|[\d\"“'‘«(\[]")
_AGENCY_SIGN = re.compile(r"([A-Z]{2,9}|Reuters)(?=\s+[A-Z\"“])")
_WRITER = re.compile(r"[Bb]y\s+(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w.’'-]*\s+")
_HEADLINE_WORDS, _HEADLINE_LENGTH = 25, 250
_CROSSHEAD_WORDS, _CROSSHEAD_LENGTH = 12, 90
# A short title may well be the first words of a sentence.
_TITLE_LENGTH = 20


class Layout(msgspec.Struct, frozen=True):
    """Blocks in text order, the passages among them that are no running text, the report's dateline and agency.

    Blocks never overlap and leave out only white space, mark-up and separators.
    """

    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    dateline: Date | None = None
    agency_credit: str | None = None


def find_layout(report: Report) -> Layout:
    """The layout of `report`: what each paragraph, line or piece of a line is."""
    return _Reader(report).read()


class _Reader:
    """Goes through the paragraphs of one report once, knowing what came before."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        self._published = report.published
        self._byline = (report.byline or "").strip().casefold()
        self._title = _title_pattern(report.title)
        self._lines = find_paragraphs(report.text)
        self._inline = deque(find_inline(report.text))
        self._marks = find_line_marks(report.text, self._lines)
        self._entry: str | None = None
        self._label: Span | None = None
        self._story = 0
        self._headings = [self._is_heading(line) for line in self._lines]
        self._blocks: list[Block] = []
        self._passages: list[Passage] = []
        self._titles: set[str] = set()
        self._read_text = False
        self._ending = False
        self._date: Date | None = None
        self._agency: str | None = None

    def read(self) -> Layout:
        """All blocks and passages."""
        for index, line in enumerate(self._lines):
            self._read_line(index, line)
        return Layout(tuple(self._blocks), tuple(self._passages), self._date, self._agency)

    def _add(self, kind: BlockKind, start: int, end: int, value: str | None = None) -> None:
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        span = Span(start, end)
        label = self._label if kind == "text" else None
        self._blocks.append(Block(span, kind, self._entry, label, self._story))
        if kind == "text":
            self._read_text = True
        else:
            self._passages.append(Passage(kind, span, value=value))
        if kind == "title":
            self._titles.add(_key(span.of(text)))

    def _read_line(self, index: int, line: Span) -> None:
        self._label = None
        start, end, bold = self._unmarked(line)
        mark = self._marks.get(start)
        if mark is not None and mark.kind not in _IN_TEXT:
            self._read_marked(mark, end)
            return
        words = self._text[start:end]
        if opens_ending(words) and self._read_text:
            self._ending = True
        credit = find_credit(words, whole=True) if self._ending else None
        if self._ending and (credit is None or credit.start > 0):
            self._add("furniture", start, end)
        elif not self._read_whole(start, end):
            kind = self._heading_kind(index, start, end, bold=bold)
            if kind is None:
                self._read_pieces(start, end)
            else:
                self._add(kind, start, end)

    def _read_marked(self, mark: LineMark, end: int) -> None:
        """A line that begins with the time of an entry, or with the sign of a question or an answer."""
        if mark.kind == "entry":
            self._entry = mark.value
            self._add("entry", mark.span.start, mark.span.end, mark.value)
        else:
            self._take_label(mark)
        self._read_pieces(mark.end, end)

    def _take_label(self, mark: LineMark) -> int:
        self._label = mark.span
        self._add("label", mark.span.start, mark.span.end, mark.value or mark.kind)
        return mark.end

    def _begin_story(self, mark: LineMark) -> int:
        self._story += self._read_text
        self._add("label", mark.span.start, mark.span.end, mark.value)
        return mark.end

    def _unmarked(self, line: Span) -> tuple[int, int, bool]:
        """The line without Markdown's marks around it, and whether it is set as a heading."""
        start, end = line.start, line.end
        mark = _MARK.match(self._text, start, end)
        heading = mark is not None and mark[0][0] == "#"
        start = mark.end() if mark else start
        if (bold := _BOLD.match(self._text[start:end])) and "**" not in bold[2]:
            return start + bold.start(2), start + bold.end(2), True
        return start, end, heading

    def _read_whole(self, start: int, end: int) -> bool:
        """Take a line that is nothing but a title, a credit, a byline or furniture."""
        words = self._text[start:end]
        if self._title and self._title.fullmatch(words):
            self._add("title", start, end)
        elif credit := find_credit(words, whole=True):
            if credit.start > 0:
                return False
            self._credit(start, end, credit.agency)
        elif is_furniture(words) and not (match_stamp(self._text, start, end, self._published)):
            self._furniture(start, end)
        elif is_byline(words) or (self._byline and words.casefold() == self._byline):
            self._add("byline", start, end)
        else:
            return False
        return True

    def _furniture(self, start: int, end: int) -> None:
        """A line of furniture; a copyright line that names an agency is its credit."""
        words = self._text[start:end]
        owner = _COPYRIGHT.match(words)
        credit = find_credit(owner[1], whole=True) if owner else None
        if credit is None:
            self._add("furniture", start, end)
        else:
            self._credit(start, end, credit.agency)

    def _credit(self, start: int, end: int, agency: str | None) -> None:
        self._agency = self._agency or agency
        self._add("credit", start, end, agency)

    def _heading_kind(self, index: int, start: int, end: int, *, bold: bool) -> BlockKind | None:
        """Title or crosshead, None for anything else."""
        words = self._text[start:end]
        if len(words) <= _HEADLINE_LENGTH and _key(words) in self._titles:
            return "title"
        if not (bold or self._headings[index]):
            return None
        if match_stamp(self._text, start, end, self._published) or match_caption(self._text, start, end):
            return None
        if not self._read_text:
            titled = self._title is None or bool(self._titles)
            # One line alone without a full stop is a headline without its report.
            alone = len(self._lines) == 1
            heading = bold or (titled and self._headings[index] and (alone or index + 1 < len(self._lines)))
            return "title" if heading and not self._is_dateline(start, end) else None
        if (
            not (bold or self._headings[index])
            or len(words) > _CROSSHEAD_LENGTH
            or len(words.split()) > _CROSSHEAD_WORDS
        ):
            return None
        if words[-1] in ".;,…" or not _OPENING.match(words):
            return None
        return "crosshead" if bold or self._stands_between(index) else None

    def _stands_between(self, index: int) -> bool:
        """Whether running text comes before and after a line: it heads what follows, and is no item of a list."""
        headings = self._headings
        return 0 < index < len(headings) - 1 and not headings[index - 1] and not headings[index + 1]

    def _is_heading(self, line: Span) -> bool:
        if len(line) > _HEADLINE_LENGTH:
            return False
        words = line.of(self._text).strip("*_# ")
        count = len(words.split())
        if not 0 < count <= _HEADLINE_WORDS or _STOPPED.search(words) or not any(c.isalpha() for c in words):
            return False
        return not (_INNER_STOP.search(words) or find_credit(words, whole=True) or is_furniture(words))

    def _is_dateline(self, start: int, end: int) -> bool:
        found = match_dateline(self._text, start, end, published=self._published, lead=True)
        return found is not None and (found.date is not None or found.agency is not None)

    def _read_pieces(self, start: int, end: int) -> None:
        """Cut a line into what stands before its text, the text, and what the page put between and after."""
        at = start
        while self._inline and self._inline[0].start < end:
            piece = self._inline.popleft()
            if piece.start >= at and piece.end <= end:
                self._read_stretch(at, piece.start)
                self._add("furniture", piece.start, piece.end)
                at = piece.end
        self._read_stretch(at, end)

    def _read_stretch(self, start: int, end: int) -> None:
        at = self._skip(start, end, fresh=True)
        while at < end:
            stop = self._read_opening(at, end)
            if stop is None:
                break
            at = self._skip(stop, end, fresh=False)
        if at < end:
            self._read_rest(at, end)

    def _skip(self, at: int, end: int, *, fresh: bool) -> int:
        """Past white space, and past the separators behind a piece."""
        between = " \t\r\n\u00a0" if fresh else _BETWEEN
        while at < end and self._text[at] in between:
            at += 1
        return at

    def _read_opening(self, at: int, end: int) -> int | None:
        """Take one piece that stands before the text, and say where it ends."""
        text = self._text
        if not self._read_text and (stop := self._match_title(at, end)):
            self._add("title", at, stop)
            return stop
        if (writer := self._match_writer(at, end)) is not None:
            self._add("byline", at, writer)
            return writer
        caption = match_caption(text, at, end)
        if caption is not None:
            self._add("furniture", at, caption)
            return caption
        stamp = None if self._read_text else match_stamp(text, at, end, self._published)
        dateline = stamp or match_dateline(text, at, end, published=self._published, lead=not self._read_text)
        if dateline is not None:
            return self._take_dateline(at, dateline)
        if (mark := self._marks.get(at)) is not None and mark.kind in _IN_TEXT:
            return self._take_label(mark) if mark.kind == "speaker" else self._begin_story(mark)
        return None if self._read_text else self._take_sign(at, end)

    def _take_sign(self, at: int, end: int) -> int | None:
        """An agency's name between a title or date and the text ("… Harbour reopens AFP Dockers returned…")."""
        sign = _AGENCY_SIGN.match(self._text, at, end)
        credit = find_credit(sign[1], whole=True) if sign and self._blocks else None
        if sign is None or credit is None:
            return None
        self._credit(at, sign.end(), credit.agency)
        return sign.end()

    def _match_writer(self, at: int, end: int) -> int | None:
        """ "Posted on 3 May by Ada Berg" with the title again behind it: the writer's name."""
        match = _WRITER.match(self._text, at, end) if self._blocks and not self._read_text else None
        for name in _NAME.finditer(self._text, match.end(), min(end, match.end() + 60)) if match else ():
            if self._match_title(name.end(), end) is not None:
                return name.end()
        return None

    def _match_title(self, at: int, end: int) -> int | None:
        match = self._title.match(self._text, at, end) if self._title else None
        if match is None or match.end() - at < _TITLE_LENGTH:
            return None
        rest = self._text[match.end() : end].lstrip(_BETWEEN)
        return match.end() if not rest or _OPENING.match(rest) else None

    def _take_dateline(self, at: int, dateline: Dateline) -> int:
        self._story += self._read_text
        self._date = self._date or dateline.date
        self._agency = self._agency or dateline.agency
        self._add("dateline", at, dateline.end, dateline.date.edtf if dateline.date else None)
        return dateline.resume

    def _read_rest(self, at: int, end: int) -> None:
        """The running text of a stretch, and the agency that signs it."""
        words = self._text[at:end]
        if (picture := find_picture_credit(words)) is not None:
            self._add("text", at, at + picture)
            self._add("furniture", at + picture, end)
            return
        credit = find_credit(words, whole=False)
        if credit is None:
            self._add("text", at, end)
            return
        self._add("text", at, at + credit.start)
        self._credit(at + credit.start, end, credit.agency)


_COPYRIGHT = re.compile(
    r"\W*(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,:]*(?:by\s+)?([^.,|]+)",
    re.IGNORECASE,
)


def _title_pattern(title: str | None) -> re.Pattern[str] | None:
    words = (title or "").split()
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE) if words else None


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
