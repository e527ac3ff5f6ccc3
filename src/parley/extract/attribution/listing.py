"""Every attribution of a report, the words given as somebody's and the attitudes, as the field writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.attitudes import Attitude, find_attitudes
from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.attributions import find_attributions
from parley.extract.attribution.quoted import outermost
from parley.extract.attribution.stretches import Stretches
from parley.lexicon.attitudes import AttitudeKind
from parley.model import Source, Span

__all__ = ["AttributedWords", "list_attributions"]

_RELATIVES = frozenset({"WP", "WDT"})
_SUBJECTS = ("nsubj", "nsubjpass")
# Links over which a verb has the subject of the one above it.
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "ccomp"})


class AttributedWords(msgspec.Struct, frozen=True):
    """A source, a cue and a content, as PARC and PolNeAR mark them; stretches are code points of the text.

    `chain` holds the sources from the one nearest to the report to whoever has said, holds or wants it; it is empty where
    the text leaves that open ("is expected to"). `sources` are their words, with the relative pronoun that stands for one
    in the clause itself. `kind` is "statement" for what is given as said or held to be so, "silence" for words on an
    answer that was not given, or the kind of an attitude: "belief", "wish", "request", or "speech" about something.
    `within` tells that the cue stands in words which are somebody else's content: it is on his word. `rule` names what
    found it.
    """

    chain: tuple[Source, ...]
    sources: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    kind: Literal["statement", "silence"] | AttitudeKind
    within: bool
    rule: str


def list_attributions(doc: Doc) -> tuple[AttributedWords, ...]:
    """The attributions of a report in text order of their cues; quotations that go on are content of their cue's."""
    items = find_attributions(doc).items
    told = [*_joined(doc, items), *(_of_attitude(doc, a) for a in find_attitudes(doc, items))]
    told.sort(key=lambda words: (words.cue, words.content))
    held = Stretches(doc, ((piece, words) for words in told for piece in words.content))
    return tuple(msgspec.structs.replace(w, within=True) if _is_within(doc, w, held) else w for w in told)


def _is_within(doc: Doc, words: AttributedWords, held: Stretches[AttributedWords]) -> bool:
    if any(quotation.words.covers(words.cue) for quotation in outermost(doc)):
        return True
    around = (other for piece, other in held.around(words.cue.start) if other is not words and piece.covers(words.cue))
    # A clause of reporting set into what it reports lies between two pieces; of a pair neither holds the other.
    return any(not any(own.covers(other.cue) for own in words.content) for other in around)


def _joined(doc: Doc, items: Sequence[Attributed]) -> list[AttributedWords]:
    """The attributions by words, those of one cue as one."""
    found: dict[tuple[Span, bool], AttributedWords] = {}
    for item in items:
        key = (item.cue, item.attribution.silence)
        known = found.get(key)
        if known is not None:
            found[key] = msgspec.structs.replace(known, content=(*known.content, *item.content))
        else:
            found[key] = _of_item(doc, item)
    return list(found.values())


def _of_item(doc: Doc, item: Attributed) -> AttributedWords:
    sources = (*item.sources, *_pronoun(doc, item.sentence, item.verb))
    kind: Literal["statement", "silence"] = "silence" if item.attribution.silence else "statement"
    return AttributedWords(item.attribution.chain, sources, item.cue, item.content, kind, False, item.rule)


def _of_attitude(doc: Doc, attitude: Attitude) -> AttributedWords:
    holder = attitude.holder
    if holder is None:
        return AttributedWords((), (), attitude.cue, attitude.content, attitude.kind, False, attitude.rule)
    own = (holder.span,) if holder.span is not None else ()
    sources = (*own, *_pronoun(doc, attitude.sentence, attitude.verb))
    return AttributedWords((holder,), sources, attitude.cue, attitude.content, attitude.kind, False, attitude.rule)


def _pronoun(doc: Doc, sentence: int, verb: int | None) -> tuple[Span, ...]:
    """The relative pronoun that is the subject of a verb, its own or shared ("envoys who oppose the plan")."""
    subject = _subject(doc.sentences[sentence].parse, verb) if verb is not None else None
    parse = doc.sentences[sentence].parse
    if subject is None or parse.tags[subject] not in _RELATIVES:
        return ()
    return (doc.sentences[sentence].tokens(subject, subject),)


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, or of the first one above it whose subject it shares."""
    token = verb
    while parse.child(token, *_SUBJECTS) is None and parse.deps[token] in _SHARING:
        token = parse.heads[token]
    return parse.child(token, *_SUBJECTS)
