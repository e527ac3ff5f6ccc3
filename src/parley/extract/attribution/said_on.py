"""On which day something was said, where the report tells."""

from __future__ import annotations

from parley.annotate.dates import resolve_date
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.annotate.timex import DateMention
from parley.extract.attribution.draft import Draft
from parley.model import Date

__all__ = ["said_on"]

_DAYS = frozenset({"date", "weekday", "relative"})
_OTHER_TIMES = frozenset({"from", "since", "until", "by", "till"})
_APART = frozenset({"relcl", "acl", "ccomp", "csubj"})


def said_on(doc: Doc, draft: Draft) -> Date | None:
    """The day on which a cue's words were said, from a date that belongs to the cue's own clause; None without one."""
    if draft.verb is None:
        return None
    sentence = doc.sentences[draft.sentence]
    for mention in doc.dates_in(sentence.span):
        if mention.kind not in _DAYS or any(piece.overlaps(mention.span) for piece in draft.content):
            continue
        token = sentence.token_at(mention.span.start)
        if token is not None and _belongs(sentence.parse, token, draft.verb):
            return _resolved(doc, mention)
    return None


def _belongs(parse: Parse, token: int, verb: int) -> bool:
    """Whether a date hangs on the verb, not on a clause of its own below it."""
    while token != verb:
        above = parse.heads[token]
        if above == token or parse.deps[token] in _APART or parse.lower[token] in _OTHER_TIMES:
            return False
        token = above
    return True


def _resolved(doc: Doc, mention: DateMention) -> Date:
    published = doc.report.published or (doc.dateline.edtf if doc.dateline is not None else None)
    return resolve_date(mention, published, tense="past")
