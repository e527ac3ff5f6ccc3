"""Cues that the words around a verb of speech tell, whatever the parser made of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.cues import Cue
from parley.extract.attribution.idioms import idiom_end
from parley.extract.attribution.inquits import Inquit, find_inquits, inquit_pieces
from parley.lexicon.speech import load_speech

__all__ = ["with_surface_cues"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_surface_cues(doc: Doc, index: int, cues: list[Cue]) -> list[Cue]:
    """The cues of a sentence with the clauses of reporting that punctuation or an idiom tells, in order of the verbs."""
    sentence = doc.sentences[index]
    if load_speech().inquits.isdisjoint(sentence.parse.lemmas):
        return cues
    found = {cue.verb: cue for cue in cues}
    told: set[int] = set()
    for inquit in find_inquits(sentence.parse):
        pieces = inquit_pieces(sentence.parse, inquit)
        told.add(inquit.verb)
        if pieces:
            found[inquit.verb] = _cue(index, sentence, inquit, found.get(inquit.verb), tuple(pieces))
    for cue in _idiomatic(index, sentence, told):
        found[cue.verb] = cue
    return [found[verb] for verb in sorted(found)]


def _cue(index: int, sentence: Sentence, inquit: Inquit, known: Cue | None, pieces: tuple[tuple[int, int], ...]) -> Cue:
    """The cue of a clause of reporting; what the parser knows of it is kept where it fits."""
    hole, span = (inquit.first, inquit.last), sentence.tokens(inquit.verb, inquit.last_verb)
    name = sentence.tokens(*inquit.name) if inquit.name is not None else None
    if known is None:
        clause = _clause(sentence.parse, inquit)
        classes = load_speech().classes_of(sentence.parse.lemmas[inquit.verb]) or load_speech().classes_of("say")
        start = sentence.span.start
        return Cue(index, inquit.verb, clause, classes, (inquit.head,), span, start, pieces, hole, name)
    own = tuple(s for s in known.speakers if inquit.first <= s <= inquit.last)
    if own and min(own) > inquit.head:
        # The parser took somebody from a clause that hangs on the speaker.
        own = ()
    fits = own == known.speakers
    return msgspec.structs.replace(
        known, speakers=own or (inquit.head,), pieces=pieces, hole=hole, name=name if not fits else None
    )


def _clause(parse: Parse, inquit: Inquit) -> Clause:
    """The clause of a verb that the clause table lacks or gives to somebody else."""
    objects: tuple[int, ...] = ()
    for clause in parse.clauses:
        if clause.verb == inquit.verb:
            objects = tuple(o for o in clause.objects if inquit.verb < o <= inquit.last and o != inquit.head)
    return Clause(
        verb=inquit.verb,
        lemma=parse.lemmas[inquit.verb],
        subjects=(inquit.head,),
        own_subject=True,
        objects=objects,
        tense="past",
        link="parataxis",
        first=inquit.first,
        last=inquit.last,
    )


def _idiomatic(index: int, sentence: Sentence, told: set[int]) -> Iterator[Cue]:
    """ "The emir let it be known that ...", "served notice that ...": an idiom of speech with its clause behind it."""
    parse, idioms = sentence.parse, load_speech().idioms
    if idioms.keys().isdisjoint(parse.lemmas):
        return
    for clause in parse.clauses:
        end = idiom_end(parse, clause.verb) if clause.verb not in told else None
        if end is None or end == clause.verb or not clause.subjects or clause.negated or clause.passive:
            continue
        first = _that_behind(parse, end)
        if first is not None:
            last = next((t - 1 for t in range(first, len(parse)) if parse.words[t] == ";"), len(parse) - 1)
            classes, span = load_speech().classes_of("say"), sentence.tokens(clause.verb, end)
            start = sentence.span.start
            hole = (clause.verb, end)
            yield Cue(index, clause.verb, clause, classes, clause.subjects, span, start, ((first, last),), hole)


def _that_behind(parse: Parse, end: int) -> int | None:
    """The first token behind the "that" that begins the clause of an idiom; None where a finite verb comes first."""
    for token in range(end + 1, len(parse) - 1):
        if parse.lower[token] == "that" and parse.tags[token] in {"IN", "WDT", "DT"}:
            return token + 1
        if parse.tags[token] in _FINITE or parse.words[token] == ";":
            return None
    return None
