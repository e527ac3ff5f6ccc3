"""Quotations as claims: words given as somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from parley.annotate.doc import Doc
from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.attributions import Attributions
from parley.extract.attribution.quoted import quotations_near
from parley.model import Actor, Claim, Factuality, Mention, Quote, Source, Span, new_claim

__all__ = ["extract_quotes"]

_WORD = re.compile(r"\w+")
_TITLE = 40  # characters before a name in which its title stands


def extract_quotes(doc: Doc, attributions: Attributions) -> list[Claim]:
    """One claim for every attribution that gives somebody's words, or somebody's silence, in text order.

    The same words of the same speaker told twice are one claim with more mentions; a heading that repeats words which
    the running text gives to the same speaker is none.
    """
    claims: dict[tuple[object, ...], Claim] = {}
    for item in attributions.items:
        if not item.quotable or _repeats_body(doc, item, attributions.items):
            continue
        mentions = tuple(_mentions(doc, item, attributions))
        if not mentions:
            continue
        key = _key(doc, item, mentions)
        known = claims.get(key)
        if known is not None:
            claims[key] = msgspec.structs.replace(known, mentions=(*known.mentions, *mentions))
        else:
            claims[key] = _claim(doc, item, mentions)
    return list(claims.values())


def _claim(doc: Doc, item: Attributed, mentions: tuple[Mention, ...]) -> Claim:
    directness = item.attribution.directness or "indirect"
    body = Quote(_speaker(item.attribution.chain), directness, item.addressee)
    return new_claim(
        doc.report.id,
        body,
        attribution=item.attribution,
        factuality=Factuality(),
        mentions=mentions,
        rule=item.rule,
    )


def _speaker(chain: tuple[Source, ...]) -> Actor | None:
    """The party of the last source; of a document that nobody is named for, the party of the one before it."""
    return next((source.actor for source in reversed(chain) if source.actor is not None), None)


def _mentions(doc: Doc, item: Attributed, attributions: Attributions) -> Iterator[Mention]:
    evidence = attributions.evidence(item.sentence, item.content[0]) if item.content else ()
    for trigger in _triggers(doc, item):
        yield Mention(trigger, item.statement, evidence)


def _triggers(doc: Doc, item: Attributed) -> list[Span]:
    """The words that are given: the quoted ones where any are, else the content; of a silence its own words."""
    if item.attribution.silence:
        return [item.cue]
    if item.rule == "heading.interview":
        return list(item.content)
    quoted = [q.words for q in quotations_near(doc, item.content)]
    return quoted or list(item.content)


def _key(doc: Doc, item: Attributed, mentions: tuple[Mention, ...]) -> tuple[object, ...]:
    chain = tuple(source.name for source in item.attribution.chain)
    words = tuple(" ".join(m.trigger.of(doc.text).split()).lower() for m in mentions)
    return (chain, item.attribution.silence, item.attribution.directness, words)


def _repeats_body(doc: Doc, item: Attributed, items: tuple[Attributed, ...]) -> bool:
    """Whether a heading only repeats what the running text gives to the same speaker."""
    if doc.block_kind(item.sentence) == "text" or not item.content:
        return False
    own = _words(doc, item)
    return any(
        doc.block_kind(other.sentence) == "text"
        and _same_last(doc, item, other)
        and len(own & _words(doc, other)) * 2 >= len(own)
        for other in items
        if other.content
    )


def _words(doc: Doc, item: Attributed) -> set[str]:
    return {w for piece in item.content for w in _WORD.findall(piece.of(doc.text).lower()) if len(w) > 3}


def _same_last(doc: Doc, heading: Attributed, other: Attributed) -> bool:
    """Whether two attributions end at one speaker: the heading's words for him are found with the other's name."""
    first, second = heading.attribution.chain[-1:], other.attribution.chain[-1:]
    if not first or not second:
        return False
    own = set(_WORD.findall(first[0].name.lower()))
    return bool(own & set(_WORD.findall(second[0].name.lower()))) or own <= _words_with(doc, second[0].name)


def _words_with(doc: Doc, name: str) -> set[str]:
    """The words, lower case, that stand with a name anywhere in the report, its titles before it included."""
    near = [Span(max(0, e.span.start - _TITLE), e.span.end) for e in doc.entities if e.name == name]
    return {word for span in near for word in _WORD.findall(span.of(doc.text).lower())}
