"""Attributions by a verb: "said that ...", "accused ... of", "was quoted as saying", "it was reported that"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.contents import clause_content, phrase_content, quoted_content
from parley.extract.cues import Cue, cue_span, find_cues, hangs_loose, hedge_of
from parley.extract.draft import Draft
from parley.extract.phrases import objects_of, trimmed
from parley.extract.speakers import can_speak, source_of
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import load_speech
from parley.model import Actor, Source, Span

__all__ = ["carriers", "spoken_drafts"]


def spoken_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attributions that a sentence's verbs make, in order of the verbs."""
    cues, cuts = _reattached(doc, index, find_cues(doc, index))
    for cue in cues:
        draft = _draft(doc, cue)
        if draft is not None:
            yield _cut(doc, draft, cuts.get(cue.verb))
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
    return kept, cuts


def _cut(doc: Doc, draft: Draft, end: int | None) -> Draft:
    """The draft with its content ended before an offset."""
    if end is None:
        return draft
    pieces = tuple(trimmed(doc.text, Span(p.start, min(p.end, end))) for p in draft.content if p.start < end)
    return msgspec.structs.replace(draft, content=pieces) if pieces else draft


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
    sources = _sources(doc, cue)
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


def _sources(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """The cue's own links of the chain, nearest to the report first."""
    quoted = _quoted_as_saying(doc, cue)
    if quoted:
        return quoted
    speaker = source_of(doc, cue.sentence, cue.speakers)
    if speaker is None:
        return ()
    outer = carriers(doc, cue.sentence, cue.speakers[0])
    outer += tuple(s for obj in _told(cue) if (s := _outlet(doc, cue.sentence, obj)) is not None)
    return (*outer, speaker, *_cited(doc, cue))


def _quoted_as_saying(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """ "The daily quoted the envoy as saying", "the envoy was quoted by the daily as saying": daily, envoy."""
    parse = doc.sentences[cue.sentence].parse
    preposition = parse.heads[cue.verb]
    quoting = parse.heads[preposition]
    if cue.clause.link != "pcomp" or parse.lower[preposition] != "as":
        return ()
    if parse.lemmas[quoting] not in load_speech().words.quoting:
        return ()
    above = next((c for c in doc.sentences[cue.sentence].clauses if c.verb == quoting), None)
    if above is None:
        return ()
    links = (source_of(doc, cue.sentence, above.subjects), source_of(doc, cue.sentence, above.objects))
    return tuple(link for link in links if link is not None)


def _cited(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """Whom a speaker quotes in a participle clause: "said, quoting an official"."""
    parse, quoting = doc.sentences[cue.sentence].parse, load_speech().words.quoting
    return tuple(
        source
        for child in (*parse.children[cue.verb], *parse.children[cue.speakers[0]])
        if parse.lemmas[child] in quoting and parse.tags[child] == "VBG"
        for obj in parse.children[child]
        if parse.deps[obj] in {"dobj", "nsubj"} and can_speak(doc, cue.sentence, obj)
        and (source := source_of(doc, cue.sentence, (obj,))) is not None
    )  # fmt: skip


def carriers(doc: Doc, index: int, head: int) -> tuple[Source, ...]:
    """Who carries a source's words, in a clause that hangs on it: "a letter published by the daily"."""
    parse, words = doc.sentences[index].parse, load_speech().words
    found: list[Source | None] = []
    for child in parse.children[head]:
        if parse.deps[child] == "acl" and parse.tags[child] == "VBN" and parse.lemmas[child] in words.carried:
            found.extend(_outlet(doc, index, obj) for obj in objects_of(parse, child, "by", "in", "on"))
        if parse.deps[child] == "relcl" and parse.verb_lemma(child) in words.carried | words.quoting:
            found.extend(
                _outlet(doc, index, s) for s in parse.children[child] if parse.deps[s] in {"nsubj", "compound"}
            )
    return tuple(source for source in found if source is not None)


def _outlet(doc: Doc, index: int, token: int) -> Source | None:
    """The outlet or agency a noun phrase stands for, None when it stands for something else or for the report's own."""
    source = source_of(doc, index, (token,))
    if source is None or source.kind not in {"outlet", "agency", "broadcast", "social_media"}:
        return None
    own = {(doc.report.outlet or "").lower(), (doc.agency_credit or "").lower()}
    return None if source.name.lower() in own else source


def _told(cue: Cue) -> tuple[int, ...]:
    return (*cue.clause.objects, *cue.clause.datives) if cue.addressed and not cue.clause.passive else ()


def _addressee(doc: Doc, cue: Cue) -> Actor | None:
    told = _told(cue)
    source = source_of(doc, cue.sentence, told[:1])
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
