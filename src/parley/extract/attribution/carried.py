"""Quotations without a cue of their own, which go on with the words of who spoke last."""

from __future__ import annotations

import msgspec

from parley.annotate.doc import Doc, Quotation
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.quoted import outermost, quotations_near
from parley.model import Span

__all__ = ["carry_speakers"]

_FEWEST = 3  # words; shorter ones between marks are terms and names, not speech


def carry_speakers(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the quotations that only follow another: in the same paragraph they continue its content, at the
    start of the next paragraph they are attributions of their own."""
    # What somebody says inside a quotation leaves open who is quoted.
    taken = [(draft.cue, piece) for draft in drafts for piece in draft.content]
    result = list(drafts)
    for quotation in outermost(doc):
        given = any(p.overlaps(quotation.span) and not quotation.words.covers(cue) for cue, p in taken)
        if given or not _is_speech(doc, quotation):
            continue
        place = _last_before(doc, result, quotation.span.start)
        if place is None:
            continue
        last = result[place]
        if _same_paragraph(doc, last, quotation.span):
            result[place] = msgspec.structs.replace(last, content=(*last.content, quotation.span))
        elif _next_paragraph(doc, last, quotation):
            result.append(_carried(doc, last, quotation.span))
    return result


def _is_speech(doc: Doc, quotation: Quotation) -> bool:
    words = quotation.words.of(doc.text)
    return len(words.split()) >= _FEWEST and _starts_sentence(doc, quotation.span.start)


def _starts_sentence(doc: Doc, start: int) -> bool:
    before = doc.text[:start].rstrip(" \t")[-1:]
    return before in {"", "\n", "\r", ".", "!", "?", '"', "”", "’", "'", ":", ";"}


def _last_before(doc: Doc, drafts: list[Draft], offset: int) -> int | None:
    """Place of the last quotation with a speaker that begins before an offset."""
    best, at = None, -1
    for place, draft in enumerate(drafts):
        start = draft.content[0].start if draft.content else -1
        if at < start < offset and _quotes(doc, draft):
            best, at = place, start
    return best


def _quotes(doc: Doc, draft: Draft) -> bool:
    return not draft.rule.startswith("heading") and bool(quotations_near(doc, draft.content))


def _end(draft: Draft) -> int:
    return max(draft.cue.end, *(p.end for p in draft.content), *(s.span.end for s in draft.sources if s.span))


def _same_paragraph(doc: Doc, last: Draft, span: Span) -> bool:
    """Whether only the rest of the cue's sentence stands between the last words and these."""
    end = _end(last)
    if end > span.start:
        return False
    gap = doc.text[end : span.start]
    if "\n" in gap.strip(" \t") and "\n\n" in gap.replace("\r", ""):
        return False
    index = doc.sentence_at(max(last.cue.start, *(p.start for p in last.content)))
    following = doc.sentence_at(span.start)
    same_block = (
        index is not None and following is not None and doc.sentences[index].block == doc.sentences[following].block
    )
    sentence_end = max(doc.sentences[last.sentence].span.end, last.content[-1].end)
    return same_block and not any(c.isalnum() for c in doc.text[sentence_end : span.start])


def _next_paragraph(doc: Doc, last: Draft, quotation: Quotation) -> bool:
    """Whether a quotation fills the start of the paragraph right behind the one in which the speaker spoke."""
    here = doc.sentence_at(quotation.span.start)
    if here is None:
        return False
    block = doc.sentences[here].block
    before = doc.sentences[doc.sentence_at(last.content[-1].start) or last.sentence].block
    starts = doc.text[doc.blocks[block].span.start : quotation.span.start].strip() == ""
    rest = doc.text[quotation.span.end : doc.blocks[block].span.end].strip(" \t\r\n.,")
    between = [b for b in doc.blocks[before + 1 : block] if b.kind == "text"]
    return starts and before < block and not between and not rest


def _carried(doc: Doc, last: Draft, span: Span) -> Draft:
    return msgspec.structs.replace(
        last, sentence=doc.sentence_at(span.start) or 0, verb=None, content=(span,), rule="speech.carried"
    )
