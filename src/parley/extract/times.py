"""When something happens: dates of the report settled against its day, with the tense of the clause they stand in."""

from __future__ import annotations

from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.doc import Doc
from parley.extract.factuality import factuality_of
from parley.model import Date

__all__ = ["published_day", "settled_date"]


def published_day(doc: Doc) -> str | None:
    """The day a report's dates count from: that of its publication, else that of its dateline."""
    return doc.report.published or (doc.dateline.edtf if doc.dateline is not None else None)


def settled_date(doc: Doc, mention: DateMention) -> Date:
    """The date a mention of the report stands for; past or coming by the tense of its clause."""
    index = doc.sentence_at(mention.span.start)
    token = doc.sentences[index].token_at(mention.span.start) if index is not None else None
    if index is None or token is None:
        return resolve_date(mention, published_day(doc), tense=None)
    tense = factuality_of(doc, index, token).tense
    return resolve_date(mention, published_day(doc), tense="planned" if tense == "hypothetical" else tense)
