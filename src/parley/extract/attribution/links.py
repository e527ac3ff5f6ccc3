"""The links a cue adds to a source chain: who speaks, who carries it, in which writing, whom the speaker cites."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.cues import Cue
from parley.extract.attribution.phrases import objects_of, trimmed
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import load_speech
from parley.lexicon.words import word_list
from parley.model import Source, Span

__all__ = ["carriers", "cue_links", "origins", "relayed", "told"]

_HEARING = word_list("attribution.links.hearing")


def cue_links(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """The cue's own links of the chain, nearest to the report first; none where the report's own outlet speaks."""
    quoted = _quoted_as_saying(doc, cue)
    if quoted:
        return quoted
    speakers = cue.speakers
    if doc.sentences[cue.sentence].parse.lower[speakers[0]] in {"we", "i"} and cue.clause.lemma in _HEARING:
        # "We hear from two people that ...": the report tells whom it has it from.
        speakers = tuple(objects_of(doc.sentences[cue.sentence].parse, cue.verb, "from")[:1])
    speaker = source_of(doc, cue.sentence, speakers)
    if speaker is None or _is_own(doc, speaker):
        return ()
    if cue.name is not None and speaker.span is not None and not speaker.span.covers(cue.name):
        speaker = msgspec.structs.replace(speaker, name=cue.name.of(doc.text), span=cue.name)
    speaker = _before_cue(doc, speaker, cue)
    head = cue.speakers[0]
    outlets = tuple(
        s for obj in told(cue) if (s := _outlet(doc, cue.sentence, obj)) is not None and not _is_nameless(s)
    )
    outer = (*carriers(doc, cue.sentence, head), *outlets, *_in_writing(doc, cue))
    inner = (*origins(doc, cue.sentence, head), *relayed(doc, cue.sentence, head))
    return (*outer, speaker, *inner, *_given_out(doc, cue), *_cited(doc, cue))


def _before_cue(doc: Doc, speaker: Source, cue: Cue) -> Source:
    """A speaker without the verb, where the parser took that for the head's last noun ("our man in the city reports")."""
    if speaker.span is None or not speaker.span.start < cue.span.start < speaker.span.end:
        return speaker
    span = trimmed(doc.text, Span(speaker.span.start, cue.span.start))
    tail = doc.text[span.end : speaker.span.end]
    actor = speaker.actor
    if actor is not None:
        actor = msgspec.structs.replace(
            actor, name=actor.name.removesuffix(tail), mention=actor.mention.removesuffix(tail)
        )
    return msgspec.structs.replace(speaker, name=speaker.name.removesuffix(tail), actor=actor, span=span)


def _is_nameless(outlet: Source) -> bool:
    """Whether "told the paper" names no outlet: the report's own, as far as a reader can tell."""
    kinds = load_sources().kinds
    return outlet.name in kinds["outlet"] or outlet.name in kinds["agency"]


def told(cue: Cue) -> tuple[int, ...]:
    """The heads of whom the words are told."""
    return (*cue.clause.objects, *cue.clause.datives) if cue.addressed and not cue.clause.passive else ()


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


def _in_writing(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """The writing in which somebody says it: "said in a joint statement", "in a letter, the owner says"."""
    parse, writings = doc.sentences[cue.sentence].parse, load_speech().words.in_writing
    heads = [obj for obj in objects_of(parse, cue.verb, "in") if parse.lemmas[obj] in writings]
    return tuple(s for obj in heads if (s := source_of(doc, cue.sentence, (obj,))) is not None)


def origins(doc: Doc, index: int, head: int) -> tuple[Source, ...]:
    """Whose a writing is, by a participle clause on it or the verb it is issued by: "a statement posted by the spokesman"."""
    parse, made = doc.sentences[index].parse, load_speech().words.made
    makers = [
        obj
        for child in parse.children[head]
        if parse.deps[child] == "acl" and parse.tags[child] == "VBN" and parse.lemmas[child] in made
        for obj in objects_of(parse, child, "by")
    ]
    verb = parse.heads[head]
    if not makers and parse.deps[head] == "dobj" and _is_issued(parse, head, verb):
        makers = [s for clause in doc.sentences[index].clauses if clause.verb == verb for s in clause.subjects[:1]]
    found = (source_of(doc, index, (obj,)) for obj in makers)
    return tuple(s for s in found if s is not None and s.kind not in {"outlet", "agency"})


def _is_issued(parse: Parse, head: int, verb: int) -> bool:
    """Whether a verb gives out a writing ("issued a statement acknowledging that ...")."""
    words = load_speech().words
    return parse.lemmas[verb] in words.issuing and parse.lemmas[head] in words.in_writing


def _cited(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """Whom a speaker quotes in a participle clause, and whose that is: "said, quoting an official"."""
    parse = doc.sentences[cue.sentence].parse
    found: list[Source] = []
    for child in _citing(parse, cue):
        for obj in parse.children[child]:
            if parse.deps[obj] in {"dobj", "nsubj"} and can_speak(doc, cue.sentence, obj):
                source = source_of(doc, cue.sentence, (obj,))
                below = (*origins(doc, cue.sentence, obj), *relayed(doc, cue.sentence, obj))
                found.extend((source, *below) if source is not None else ())
    return tuple(found)


def _given_out(doc: Doc, cue: Cue) -> tuple[Source, ...]:
    """From whom an outlet has what it sends: "the agency transmitted from an informed source that ..."."""
    if cue.clause.lemma not in load_speech().words.sent_from:
        return ()
    parse = doc.sentences[cue.sentence].parse
    found = (source_of(doc, cue.sentence, (obj,)) for obj in objects_of(parse, cue.verb, "from"))
    return tuple(s for s in found if s is not None and s.kind in {"unnamed", "person", "witness", "office"})


def relayed(doc: Doc, index: int, head: int) -> tuple[Source, ...]:
    """Whom a source has its words from, by a relative clause on it: "the radio, which had it from a guard"."""
    parse = doc.sentences[index].parse
    for child in parse.children[head]:
        if parse.deps[child] == "relcl" and any(parse.tags[s][0] == "W" for s in parse.children[child]):
            for obj in _relayed_from(parse, child):
                source = source_of(doc, index, (obj,))
                if source is not None and can_speak(doc, index, obj):
                    return (source, *relayed(doc, index, obj))
    return ()


def _relayed_from(parse: Parse, verb: int) -> list[int]:
    """Who stands behind a relative clause's verb as the one who spoke."""
    words, lemma = load_speech().words, parse.verb_lemma(verb)
    objects = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubj"} and c > verb]
    if lemma in words.quoting:
        return objects
    if lemma in words.carried:
        return [inner for obj in objects for inner in objects_of(parse, obj, "by", "of", "from")]
    if lemma in words.hearing:
        return [inner for holder in (verb, *objects) for inner in objects_of(parse, holder, "from", "to", "with")]
    return []


def _citing(parse: Parse, cue: Cue) -> Iterator[int]:
    """The participles of quoting that belong to a cue: below it, or right behind it, before the clause it reports.

    The parser hangs the latter on that clause ("reported, citing a post, that the envoy had said").
    """
    quoting = load_speech().words.quoting
    for token, tag in enumerate(parse.tags):
        if tag != "VBG" or parse.lemmas[token] not in quoting:
            continue
        head = parse.heads[token]
        if head in {cue.verb, cue.speakers[0]}:
            if head != cue.verb or token > cue.verb or _speech_before(parse, token) is None:
                yield token
        elif cue.verb < token < head and cue.verb in parse.ancestors(head) and _speech_before(parse, token) == cue.verb:
            yield token


def _speech_before(parse: Parse, token: int) -> int | None:
    """The nearest finite verb of speech before a token."""
    speech = load_speech()
    for other in range(token - 1, -1, -1):
        if parse.tags[other] in {"VBD", "VBZ", "VBP", "VBN"} and speech.classes_of(parse.lemmas[other]):
            return other
    return None


def carriers(doc: Doc, index: int, head: int) -> tuple[Source, ...]:
    """Who carries a source's words, in a clause that hangs on it: "a letter published by the daily"."""
    parse, words = doc.sentences[index].parse, load_speech().words
    found: list[Source | None] = []
    for child in parse.children[head]:
        if parse.deps[child] == "acl" and parse.tags[child] == "VBN" and parse.lemmas[child] in words.carried:
            got = parse.lemmas[child] in words.got
            found.extend(_outlet(doc, index, obj, named=got) for obj in objects_of(parse, child, "by", "in", "on"))
        if parse.deps[child] == "relcl" and parse.verb_lemma(child) in words.carried | words.quoting:
            got = parse.verb_lemma(child) in words.got
            subjects = (
                s for s in parse.children[child] if parse.deps[s] in {"nsubj", "compound"} and parse.tags[s][0] != "W"
            )
            found.extend(_outlet(doc, index, s, named=got) for s in subjects)
    return tuple(source for source in found if source is not None)


def _outlet(doc: Doc, index: int, token: int, *, named: bool = False) -> Source | None:
    """The outlet or agency a noun phrase stands for, None when it stands for something else or for the report's own.

    `named`: any name will do, as of whoever has seen a writing.
    """
    source = source_of(doc, index, (token,))
    if source is None:
        return None
    proper = named and doc.sentences[index].parse.tags[token].startswith("NNP")
    if source.kind not in {"outlet", "agency", "broadcast", "social_media"} and not (
        proper and source.kind == "organisation"
    ):
        return None
    return None if _is_own(doc, source) else source


def _is_own(doc: Doc, source: Source) -> bool:
    """Whether a source is the report's own outlet, or the agency it is taken from: the report's own voice."""
    if source.kind not in {"outlet", "agency", "organisation"}:
        return False
    if source.kind != "organisation" and source.span is not None:
        determiner = source.span.of(doc.text).lower().partition(" ")[0]
        if determiner in {"this", "our"}:
            return True
    if source.actor is not None and source.actor.kind == "state":
        return False
    words = set(source.name.lower().split())
    own = (doc.report.outlet, doc.agency_credit)
    return any(words <= set(name.lower().split()) for name in own if name)
