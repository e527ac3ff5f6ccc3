"""Source chains: who says that who says what, from the source nearest to the report to the one who is said to have said it."""

from __future__ import annotations

from typing import Literal

from parley.annotate.doc import Doc
from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.quoted import quotations_near
from parley.extract.attribution.said_on import said_on
from parley.extract.attribution.speakers import same_speaker
from parley.extract.attribution.stretches import Stretches
from parley.lexicon.sources import load_sources
from parley.model import Attribution, Date, Source, Span

__all__ = ["build_chains"]

_TITLE = 20  # characters before a name in which its role stands
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])


def build_chains(doc: Doc, drafts: list[Draft]) -> tuple[Attributed, ...]:
    """The attributions with their whole chains, in text order of their cues."""
    ordered = sorted(drafts, key=lambda d: (d.cue.start, d.content[:1]))
    holders = Stretches(doc, ((piece, draft) for draft in ordered for piece in draft.content))
    return tuple(_attributed(doc, draft, holders) for draft in ordered)


def _attributed(doc: Doc, draft: Draft, holders: Stretches[Draft]) -> Attributed:
    chain, hedge, day = _chain(doc, draft, holders, (draft,))
    sentence = doc.sentences[draft.sentence].span
    pieces = draft.content
    statement = Span(
        min([sentence.start, *(p.start for p in pieces)]),
        max([sentence.end, *(p.end for p in pieces)]),
    )
    content = Span(pieces[0].start, max(p.end for p in pieces)) if pieces else None
    return Attributed(
        attribution=Attribution(
            chain=chain,
            cue=draft.cue.of(doc.text),
            content=content,
            directness=None if draft.silence else _directness(doc, draft),
            hedge=hedge,
            said_on=day,
            silence=draft.silence,
        ),
        sentence=draft.sentence,
        verb=draft.verb,
        cue=draft.cue,
        sources=tuple(s.span for s in chain if s.span is not None),
        content=pieces,
        statement=statement,
        rule=draft.rule,
        addressee=draft.addressee,
        quotable=draft.quotable,
    )


def _chain(
    doc: Doc, draft: Draft, holders: Stretches[Draft], inside: tuple[Draft, ...]
) -> tuple[tuple[Source, ...], str | None, Date | None]:
    """The chain down to a draft's own sources, the hedge under which it stands, and the day it was said."""
    outer = _container(draft, holders, inside)
    if outer is None:
        return draft.sources, draft.hedge, said_on(doc, draft)
    chain, hedge, day = _chain(doc, outer, holders, (*inside, outer))
    if outer.faint and not draft.faint:
        chain, hedge = chain[:-1], hedge or outer.sources[-1].name.lower()
    own = draft.sources
    if chain and own and (_again(own[0], chain[-1]) or _speaks_for(doc, chain[-1], own[0])):
        own = own[1:]
    named = {source.name for source in chain}
    own = tuple(source for source in own if source.name not in named)
    return (*chain, *own), draft.hedge or hedge, said_on(doc, draft) or day


def _again(inner: Source, outer: Source) -> bool:
    return same_speaker(inner, outer) or inner.name.lower() in _PRONOUNS


def _speaks_for(doc: Doc, outer: Source, inner: Source) -> bool:
    """Whether a spokesman of nobody named tells what the party he speaks for says ("the spokesman said the union had told")."""
    if outer.span is None or inner.span is None or inner.kind not in {"organisation", "office"}:
        return False
    if outer.actor is not None and outer.actor.acts_for is not None:
        return False
    near = Span(max(0, outer.span.start - _TITLE), outer.span.end).of(doc.text).lower()
    definite = inner.span.of(doc.text).lower().startswith("the ")
    return definite and any(voice in near for voice in load_sources().words.voices)


def _container(draft: Draft, holders: Stretches[Draft], inside: tuple[Draft, ...]) -> Draft | None:
    """The draft with the smallest content that holds another's cue, none of those already passed on the way out."""
    for piece, other in holders.around(draft.cue.start):
        mutual = any(own.covers(other.cue) for own in draft.content)
        if piece.covers(draft.cue) and not mutual and other not in inside:
            return other
    return None


def _directness(doc: Doc, draft: Draft) -> Literal["direct", "indirect", "mixed"]:
    quoted = [q.span for q in quotations_near(doc, draft.content)]
    if not quoted:
        return "indirect"
    return "direct" if all(_only_quoted(doc.text, p, quoted) for p in draft.content) else "mixed"


def _only_quoted(text: str, piece: Span, quoted: list[Span]) -> bool:
    at = piece.start
    for span in [*(q for q in quoted if q.overlaps(piece)), Span(piece.end, piece.end)]:
        if any(c.isalnum() for c in text[at : max(at, span.start)]):
            return False
        at = max(at, span.end)
    return True
