"""Verbs that give words or thoughts as somebody's, and who that is."""

from __future__ import annotations

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.phrases import objects_of
from parley.extract.attribution.speakers import can_speak, kind_of_noun
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import Frame, VerbClass, load_speech
from parley.lexicon.words import word_list
from parley.model import Span

__all__ = ["Cue", "cue_span", "find_cues", "hangs_loose", "hedge_of"]

_OPEN_MODALS = frozenset({"may", "might", "could", "should", "must", "ought"})
_GOING_ON = word_list("attribution.cues.going_on")


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A verb of speech or thought in a sentence: its clause, its classes, and the heads of who speaks.

    `offset` is where the sentence starts in the report; `pieces` are first and last tokens of what is said, where the
    punctuation around a clause of reporting tells them.
    """

    sentence: int
    verb: int
    clause: Clause
    classes: tuple[VerbClass, ...]
    speakers: tuple[int, ...]
    span: Span
    offset: int
    pieces: tuple[tuple[int, int], ...] = ()
    hole: tuple[int, int] | None = None
    name: Span | None = None

    def allows(self, frame: Frame) -> bool:
        """Whether one of its classes takes content in that frame."""
        return any(frame in entry.frames for entry in self.classes)

    @property
    def addressed(self) -> bool:
        """Whether its object is whom the words are told."""
        return any(entry.addressee for entry in self.classes)


def find_cues(doc: Doc, index: int) -> list[Cue]:
    """The cue verbs of a sentence in order, each with a speaker."""
    found = []
    for clause in doc.sentences[index].clauses:
        cue = _cue(doc, index, clause)
        if cue is not None:
            found.append(cue)
    return found


def _cue(doc: Doc, index: int, clause: Clause) -> Cue | None:
    classes = _classes(clause)
    if not classes or not _is_said(doc.sentences[index], clause):
        return None
    speakers = _speakers(doc, index, clause)
    kept = classes
    if not hangs_loose(doc.sentences[index].parse, clause):
        kept = tuple(entry for entry in classes if _suits(doc, index, entry, clause, speakers))
    if not kept or not speakers or not _nominal(doc, index, speakers[0]):
        return None
    return Cue(
        index,
        clause.verb,
        clause,
        kept,
        speakers,
        cue_span(doc.sentences[index], clause),
        doc.sentences[index].span.start,
    )


def _nominal(doc: Doc, index: int, head: int) -> bool:
    """Whether somebody or something is meant: a verb form taken for a subject is nobody ("Calling it fair, the envoy ...")."""
    parse = doc.sentences[index].parse
    return parse.tags[head][0] != "V" or parse.lower[head] in load_sources().words.persons


def _classes(clause: Clause) -> tuple[VerbClass, ...]:
    speech = load_speech()
    return speech.classes_of(clause.lemma) or speech.classes_of(clause.lemma.partition(" ")[0])


def _is_said(sentence: Sentence, clause: Clause) -> bool:
    """Whether the words are given as spoken: not denied, not only possible, not what somebody refuses or means to say."""
    if clause.negated or clause.modal in _OPEN_MODALS:
        return False
    if clause.link == "xcomp" and sentence.parse.lemmas[sentence.parse.heads[clause.verb]] in {"worth", "bear"}:
        # "It is worth recalling that ..." is the writer's own voice.
        return False
    if clause.link == "advcl" and sentence.parse.tags[clause.verb] == "VBN" and not clause.perfect:
        return False
    if clause.tense != "none" or sentence.parse.tags[clause.verb] != "VB":
        return True
    parse = sentence.parse
    governor = parse.heads[clause.verb]
    if governor == clause.verb or not any(parse.tags[c] == "TO" for c in parse.children[clause.verb]):
        return False
    if parse.deps[clause.verb] in {"acl", "relcl"} or _recommended(parse, clause):
        return False
    if any(parse.deps[c] == "neg" for c in parse.children[governor]):
        return False
    return parse.verb_lemma(governor) not in load_speech().words.unsaid and parse.lower[governor] not in {"yet", "able"}


def _recommended(parse: Parse, clause: Clause) -> bool:
    """Whether an infinitive is only what "it is important to ..." speaks of."""
    governor = parse.heads[clause.verb]
    above = {governor, parse.heads[governor]}
    subjects = [c for t in above for c in parse.children[t] if parse.deps[c] in {"nsubj", "expl"}]
    judged = parse.tags[governor][0] == "J" or parse.lemmas[governor] == "be"
    return judged and any(parse.lower[s] == "it" for s in subjects)


def _speakers(doc: Doc, index: int, clause: Clause) -> tuple[int, ...]:
    parse = doc.sentences[index].parse
    if clause.subjects:
        named = tuple(s for s in clause.subjects if parse.deps[s] != "expl")
        behind = tuple(s for s in named if s > clause.verb)
        # A heading's words before "says mediator" are no second speaker.
        return behind if behind and parse.words[clause.verb - 1] == "," else named
    preposition = parse.heads[clause.verb]
    if clause.link == "pcomp" and parse.lower[preposition] == "as":
        quoting = next((c for c in doc.sentences[index].clauses if c.verb == parse.heads[preposition]), None)
        return quoting.objects if quoting is not None and quoting.passive else ()
    if clause.passive:
        return tuple(objects_of(parse, clause.verb, "by"))
    return _inverted(parse, clause)


def _inverted(parse: Parse, clause: Clause) -> tuple[int, ...]:
    """The noun phrase behind a verb of speech without a subject, as after a quotation ("..., said the envoy")."""
    before = clause.verb - 1
    if before < 0 and any(parse.words[t] == ":" for t in range(clause.verb + 1, len(parse))):
        # "Said the envoy: ..." opens its sentence.
        return clause.objects[:1]
    if before >= 0 and parse.words[before] in {",", '"', "”", "’", "'", "''", "?", "!"}:
        return clause.objects[:1]
    return ()


def _suits(doc: Doc, index: int, entry: VerbClass, clause: Clause, speakers: tuple[int, ...]) -> bool:
    if not speakers:
        return False
    sentence = doc.sentences[index]
    head = speakers[0]
    if entry.speakers:
        return kind_of_noun(sentence, head) in entry.speakers
    if entry.belief and _own_view(doc, sentence, clause, head):
        return False
    if sentence.parse.lower[head] in {"this", "that", "which", "what", "there", "these", "nothing"}:
        return False
    verb = clause.lemma
    return verb in load_speech().words.any_speaker or can_speak(doc, index, head)


def _own_view(doc: Doc, sentence: Sentence, clause: Clause, head: int) -> bool:
    """Whether a verb of belief tells of nobody else: "I think" and the like, or belief in a question word's answer."""
    if sentence.parse.lower[head] in {"i", "we", "you", "one"}:
        return True
    content = sentence.parse.child(clause.verb, "ccomp")
    return content is not None and sentence.parse.tags[sentence.parse.lefts[content]] in {"WP", "WRB", "WDT"}


def hangs_loose(parse: Parse, clause: Clause) -> bool:
    """Whether the verb is a participle behind a comma, whose doer may be who speaks in a clause above it."""
    first = parse.lefts[clause.verb]
    loose = parse.tags[clause.verb] == "VBG" and clause.link in {"advcl", "conj", "dep"} and not clause.own_subject
    return loose and first > 0 and parse.words[first - 1] in {",", '"', "”", "’"}


def cue_span(sentence: Sentence, clause: Clause) -> Span:
    """The verb with its particle; the words between "went on to" and the verb they lead to are in it."""
    parse = sentence.parse
    first, last = clause.verb, clause.verb
    if clause.particle == clause.verb + 1:
        last = clause.particle
    governor = parse.heads[clause.verb]
    if clause.link in {"xcomp", "pcomp"} and parse.lemmas[governor] in _GOING_ON:
        first = governor
    if parse.lemmas[clause.verb] in {"go", "continue"}:
        last = _led_to(parse, last)
    return sentence.tokens(first, last)


def _led_to(parse: Parse, token: int) -> int:
    """The verb of speech that "went on to" leads to, also where the parser took it for a noun."""
    verb = token + 2
    if verb < len(parse) and parse.lower[token + 1] == "to" and load_speech().classes_of(parse.verb_lemma(verb)):
        return verb
    return token


def hedge_of(sentence: Sentence, token: int) -> str | None:
    """The adverb that leaves open whether what a verb says is so ("reportedly")."""
    parse, hedges = sentence.parse, load_speech().words.hedges
    for child in parse.children[token]:
        if parse.lower[child] in hedges:
            return parse.lower[child]
    return None
