"""On which day something was said, where the report tells."""

from __future__ import annotations

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.time_direction import verb_before
from parley.extract.times import published_day, settled_date
from parley.model import Date

__all__ = ["said_on"]

_DAYS = frozenset({"date", "weekday", "relative"})
_OTHER_TIMES = frozenset({"from", "since", "until", "by", "till"})
_APART = frozenset({"relcl", "acl", "ccomp", "csubj"})


def said_on(doc: Doc, draft: Draft) -> Date | None:
    """The day on which a cue's words were said, from a date that belongs to the cue's own clause; None without one.

    Words without a day of their own in the entry of a running account were said at the entry's time.
    """
    if draft.verb is None:
        return _of_entry(doc, draft.sentence)
    sentence = doc.sentences[draft.sentence]
    for mention in doc.dates_in(sentence.span):
        if mention.kind not in _DAYS:
            continue
        if verb_before(doc, draft.sentence, mention) == draft.verb:
            return settled_date(doc, mention)
        if any(piece.overlaps(mention.span) for piece in draft.content):
            continue
        token = sentence.token_at(mention.span.start)
        if token is not None and _belongs(sentence.parse, token, draft.verb):
            return settled_date(doc, mention)
    return _of_entry(doc, draft.sentence)


def _belongs(parse: Parse, token: int, verb: int) -> bool:
    """Whether a date hangs on the verb, not on a clause of its own below it."""
    while token != verb:
        above = parse.heads[token]
        if above == token or parse.deps[token] in _APART or parse.lower[token] in _OTHER_TIMES:
            return False
        token = above
    return True


def _of_entry(doc: Doc, sentence: int) -> Date | None:
    """The time of the entry of a running account that tells the words."""
    entry = doc.blocks[doc.sentences[sentence].block].entry
    day = published_day(doc)
    return Date(f"{day[:10]}T{entry}", entry) if entry is not None and day is not None else None
