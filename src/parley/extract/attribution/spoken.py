"""Attributions by a verb: "said that ...", "accused ... of", "was quoted as saying", "it was reported that"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.contents import clause_content, phrase_content, quoted_content
from parley.extract.attribution.cues import Cue, cue_span, find_cues, hangs_loose, hedge_of
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.links import cue_links, told
from parley.extract.attribution.phrases import trimmed
from parley.extract.attribution.quoted import quotations_near
from parley.extract.attribution.speakers import can_speak, source_of
from parley.extract.attribution.surface_cues import with_surface_cues
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import load_speech
from parley.model import Actor, Source, Span

__all__ = ["spoken_drafts"]


def spoken_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attributions that a sentence's verbs make, in order of the verbs."""
    cues, cuts = _reattached(doc, index, with_surface_cues(doc, index, find_cues(doc, index)))
    for cue in cues:
        draft = _draft(doc, cue)
        if draft is not None:
            yield _own_side(doc, _cut(doc, draft, cuts.get(cue.verb)), cues)
    for clause in doc.sentences[index].clauses:
        draft = _impersonal(doc, index, clause)
        if draft is not None:
            yield draft


def _reattached(doc: Doc, index: int, cues: list[Cue]) -> tuple[list[Cue], dict[int, int]]:
    """Verbs that belong to who speaks, not to who or what is spoken of ("said it had won, adding that ...").

    Returns the cues with their speakers put right, and for the verbs they belong to where their content ends.
    """
    sentence, verbs = doc.sentences[index], {cue.verb: cue for cue in cues}
    kept, cuts = [], {}
    for cue in cues:
        strayed = (
            cue.clause.link == "conj" and not cue.clause.own_subject and not can_speak(doc, index, cue.speakers[0])
        )
        loose = hangs_loose(sentence.parse, cue.clause) and sentence.parse.heads[cue.verb] not in verbs
        if not loose and not strayed:
            kept.append(cue)
            continue
        above = next((verbs[t] for t in sentence.parse.ancestors(cue.verb) if t in verbs), None)
        if above is not None:
            kept.append(msgspec.structs.replace(cue, speakers=above.speakers))
            cuts[above.verb] = sentence.subtree(cue.verb).start
        elif cue.clause.lemma not in load_speech().words.resultative and can_speak(doc, index, cue.speakers[0]):
            kept.append(cue)
    cuts.update(_set_beside(doc, index, verbs))
    return kept, cuts


def _set_beside(doc: Doc, index: int, verbs: dict[int, Cue]) -> dict[int, int]:
    """Where the content of a cue ends before a clause of time in which somebody else speaks (", after the radio said")."""
    sentence = doc.sentences[index]
    parse, marks = sentence.parse, load_speech().words.beside
    cuts: dict[int, int] = {}
    for verb, cue in verbs.items():
        first = parse.lefts[verb]
        if cue.clause.link != "advcl" or cue.clause.mark not in marks or not first or parse.words[first - 1] != ",":
            continue
        above = next((t for t in parse.ancestors(verb) if t in verbs and t != parse.heads[verb]), None)
        if above is not None and above < first:
            cuts[above] = sentence.tokens(first, first).start
    return cuts


def _cut(doc: Doc, draft: Draft, end: int | None) -> Draft:
    """The draft with its content ended before an offset."""
    if end is None:
        return draft
    pieces = tuple(trimmed(doc.text, Span(p.start, min(p.end, end))) for p in draft.content if p.start < end)
    return msgspec.structs.replace(draft, content=pieces) if pieces else draft


def _own_side(doc: Doc, draft: Draft, cues: list[Cue]) -> Draft:
    """The draft without what lies beyond a semicolon behind which somebody else speaks ("A says ...; B says ...")."""
    others = [c for c in cues if c.verb != draft.verb and c.clause.own_subject and c.clause.mark is None]
    pieces = list(draft.content)
    for mark in _semicolons(doc, draft):
        if any((c.span.start > mark) != (draft.cue.start > mark) for c in others):
            before = draft.cue.start < mark
            pieces = [
                Span(p.start, min(p.end, mark)) if before else Span(max(p.start, mark + 1), p.end)
                for p in pieces
                if (p.start < mark if before else p.end > mark + 1)
            ]
    if not pieces:
        # The parser hung on the cue only what follows the semicolon: what it reports stands before its speaker.
        start, speaker = doc.sentences[draft.sentence].span.start, draft.sources[-1].span
        pieces = (
            [Span(start, max(start, speaker.start))] if speaker is not None and speaker.start < draft.cue.start else []
        )
    kept = tuple(t for p in pieces if len(t := trimmed(doc.text, p)))
    return msgspec.structs.replace(draft, content=kept) if kept and kept != draft.content else draft


def _semicolons(doc: Doc, draft: Draft) -> list[int]:
    """Where semicolons stand in and between the pieces of the draft's content, outside quotation marks."""
    reach = Span(
        min(draft.cue.start, *(p.start for p in draft.content)), max(draft.cue.end, *(p.end for p in draft.content))
    )
    words = reach.of(doc.text)
    if ";" not in words:
        return []
    quoted = [q.span for q in quotations_near(doc, [reach])]
    marks = (reach.start + at for at, character in enumerate(words) if character == ";")
    return [at for at in marks if not any(span.start <= at < span.end for span in quoted)]


def _draft(doc: Doc, cue: Cue) -> Draft | None:
    content = clause_content(doc, cue) if cue.allows("clause") or cue.allows("infinitive") else ()
    rule = "speech.clause"
    if cue.allows("quote"):
        widened = quoted_content(doc, cue, content)
        rule = rule if widened == content else "speech.quotation"
        content = widened
    if not content:
        phrase = phrase_content(doc, cue)
        if phrase is None:
            return None
        content, rule = phrase[0], f"speech.{phrase[1]}"
    sources = cue_links(doc, cue)
    if not sources:
        return None
    return Draft(
        sentence=cue.sentence,
        verb=cue.verb,
        cue=cue.span,
        sources=sources,
        content=content,
        rule=rule,
        hedge=hedge_of(doc.sentences[cue.sentence], cue.verb),
        quotable=rule != "speech.object",
        addressee=_addressee(doc, cue),
    )


def _addressee(doc: Doc, cue: Cue) -> Actor | None:
    source = source_of(doc, cue.sentence, told(cue)[:1])
    return source.actor if source is not None else None


def _impersonal(doc: Doc, index: int, clause: Clause) -> Draft | None:
    """ "It was reported that ...": an earlier report, or one whose outlet is not named."""
    parse, words = doc.sentences[index].parse, load_speech().words
    if not clause.passive or clause.subjects or clause.lemma not in words.impersonal or clause.negated:
        return None
    subject = parse.child(clause.verb, "nsubjpass", "expl")
    said = parse.child(clause.verb, "ccomp")
    if subject is None or parse.lower[subject] != "it" or said is None or said < clause.verb:
        return None
    sentence = doc.sentences[index]
    cue = cue_span(sentence, clause)
    source = _nameless(parse, clause.verb, Span(sentence.tokens(subject, subject).start, cue.end))
    return Draft(
        index,
        clause.verb,
        cue,
        (source,),
        (sentence.subtree(said),),
        "speech.impersonal",
        hedge_of(sentence, clause.verb),
    )


def _nameless(parse: Parse, verb: int, span: Span) -> Source:
    names = load_sources().names
    before = any(parse.lower[c] in load_speech().words.earlier for c in parse.children[verb])
    return Source(names.earlier_report if before else names.report, "unnamed", "unknown", None, span)
