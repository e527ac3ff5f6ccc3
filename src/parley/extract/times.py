"""Times of the report settled against its day, or against other times it tells."""

from __future__ import annotations

from datetime import date

import msgspec

from parley.annotate.dates import DateMention, date_bounds, resolve_date
from parley.annotate.doc import Doc
from parley.extract.time_direction import direction_of, is_told_of_verb
from parley.model import Date

__all__ = ["published_day", "settled_date"]

_YEARLESS = frozenset({"date", "month", "season", "feast"})
_SIDED = _YEARLESS | {"weekday"}
_FAR_AHEAD = 260  # days: a time without a year that would be farther off is rather the nearest one
_NEAR = 62  # days: a full date farther off may be the past a report only recalls
_LONG_PAST, _NEAR_AHEAD = 230, 130  # days
_ANCHORS = frozenset({"date", "weekday", "month", "year", "relative"})


def published_day(doc: Doc) -> str | None:
    """The day a report's dates count from: that of its publication, else that of its dateline."""
    return doc.report.published or (doc.dateline.edtf if doc.dateline is not None else None)


def settled_date(doc: Doc, mention: DateMention) -> Date:
    """The date a mention of the report stands for; past or coming by what it hangs on.

    Days and months without a year are of the year that the report's only full dates give where it has no day of its own;
    what is counted from another time, from the day told in the same sentence or the one before.
    """
    if mention.anchor == "text" and not mention.open_because:
        return _counted_in_text(doc, mention)
    published = published_day(doc)
    if published is None and mention.kind in _YEARLESS and mention.year is None:
        return _beside_full_date(doc, mention)
    if mention.relation == "within":
        return _within(doc, mention, published)
    weekend = mention.unit == "weekend" and mention.offset == 0
    if mention.year is not None or not (mention.kind in _SIDED or weekend):
        return resolve_date(mention, published, tense=None)
    index = doc.sentence_at(mention.span.start)
    tense = direction_of(doc, index, mention) if index is not None else None
    found = resolve_date(mention, published, tense=tense)
    if tense == "past" and mention.kind in _YEARLESS and index is not None and not is_told_of_verb(doc, index, mention):
        return _nearly_ahead(mention, published, found)
    if tense == "planned" and mention.kind in _YEARLESS and _is_far(found, published):
        return resolve_date(msgspec.structs.replace(mention, relation=None), published, tense=None)
    return found


def _beside_full_date(doc: Doc, mention: DateMention) -> Date:
    """In a report without a day: of the year of its only full dates, where one lies close in the calendar; else open."""
    told = resolve_date(mention, _only_day(doc), tense=None)
    low = date_bounds(told)[0]
    days = [date.fromisoformat(d.value[:10]) for d in _full_dates(doc)]
    if low is not None and any(abs((low - day).days) <= _NEAR for day in days):
        return told
    return resolve_date(mention, None, tense=None)


def _nearly_ahead(mention: DateMention, published: str | None, found: Date) -> Date:
    """The coming day in place of one long past, of whose year nothing is said and whose noun may stand for what is planned."""
    coming = resolve_date(mention, published, tense="planned")
    (_, behind), (ahead, _) = date_bounds(found), date_bounds(coming)
    if behind is None or ahead is None or published is None:
        return found
    day = date.fromisoformat(published[:10])
    near = (day - behind).days > _LONG_PAST and (ahead - day).days < _NEAR_AHEAD
    return coming if near and mention.relation != "since" and mention.offset is None else found


def _is_far(found: Date, published: str | None) -> bool:
    low = date_bounds(found)[0]
    return low is not None and published is not None and (low - date.fromisoformat(published[:10])).days > _FAR_AHEAD


def _within(doc: Doc, mention: DateMention, published: str | None) -> Date:
    """ "answered within ten days" counts from another time, "must answer within ten days" from now."""
    index = doc.sentence_at(mention.span.start)
    if index is not None and direction_of(doc, index, mention) == "past":
        mention = msgspec.structs.replace(mention, anchor="text")
    return resolve_date(mention, published, tense=None)


def _only_day(doc: Doc) -> str | None:
    """A day of the one year that the report's full dates are of; None where it has none or several."""
    full = _full_dates(doc)
    return full[0].value[:10] if len({d.year for d in full}) == 1 else None


def _full_dates(doc: Doc) -> list[DateMention]:
    return [d for d in doc.dates if d.kind == "date" and d.year and d.month and d.day and not d.last]


def _counted_in_text(doc: Doc, mention: DateMention) -> Date:
    """ "The night before" another day of the sentence, "two years later" than the time told last before it."""
    open_ = resolve_date(mention, published_day(doc), tense=None)
    index = doc.sentence_at(mention.span.start)
    if index is None:
        return open_
    anchor = _anchor(doc, index, mention)
    if anchor is None:
        return open_
    low, high = date_bounds(anchor)
    if low is None or low != high:
        whole = low is not None and high is not None and (low.year, mention.unit) == (high.year, "year")
        year = (low.year + (mention.offset or 0)) if whole and low is not None else None
        return Date(f"{year:04d}", mention.verbatim) if year is not None and len(anchor.edtf) == 4 else open_
    return resolve_date(msgspec.structs.replace(mention, anchor="published"), low.isoformat(), tense=None)


def _anchor(doc: Doc, index: int, mention: DateMention) -> Date | None:
    """The time another one is counted from: the nearest in its sentence, else the last of the sentence before."""
    here = [d for d in doc.dates_in(doc.sentences[index].span) if d.kind in _ANCHORS and d.anchor != "text"]
    if here:
        nearest = min(here, key=lambda d: (d.span.start > mention.span.start, abs(d.span.start - mention.span.start)))
        return settled_date(doc, nearest)
    before = doc.dates_in(doc.sentences[index - 1].span) if index else []
    told = [d for d in before if d.kind in _ANCHORS and d.anchor != "text"]
    return settled_date(doc, told[-1]) if told else None
