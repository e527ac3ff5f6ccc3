"""Parties that were asked, or expected, and did not answer: "declined to comment", "has yet to respond"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.phrases import objects_of
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.speech import load_speech
from parley.lexicon.words import word_list

__all__ = ["silence_drafts"]


_NOBODY = frozenset({"neither", "no"})
_PLAIN = word_list("attribution.silences.plain")
_QUESTIONS = frozenset({"whether", "if", "what", "why", "when", "how", "who", "where", "which"})


def silence_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The silences a sentence tells of, in order of their verbs."""
    parse = doc.sentences[index].parse
    words = load_speech().silence
    for clause in doc.sentences[index].clauses:
        lemma = parse.verb_lemma(clause.verb)
        if lemma in words.answering:
            yield from _unanswered(doc, index, clause)
        elif lemma in words.reaching and clause.negated and clause.passive:
            yield from _silence(doc, index, clause.objects, (_aux(parse, clause.verb), clause.verb))
        elif lemma in words.refusing and not clause.negated:
            yield from _refused(doc, index, clause)
        elif lemma in words.confirming and clause.modal == "would" and clause.own_subject:
            yield from _unconfirmed(doc, index, clause)
        elif lemma in words.giving:
            yield from _no_answer(doc, index, clause)
        elif lemma == "be":
            yield from _unavailable(doc, index, clause)
        if lemma == "return" and clause.passive and clause.negated:
            yield from _unreturned(doc, index, clause)
        if clause.lemma in words.ending and not (clause.negated or clause.modal or clause.objects):
            yield from _silence(doc, index, clause.subjects, (clause.verb, clause.particle or clause.verb))


def _unanswered(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "declined to comment", "did not respond", "has yet to reply", "would not say"."""
    parse, words = doc.sentences[index].parse, load_speech().silence
    verb, above = clause.verb, parse.heads[clause.verb]
    refused = clause.link == "xcomp" and parse.lemmas[above] in words.refusing
    if refused and clause.passive:
        # "refused to be drawn": who is not drawn is who was asked.
        yield from _silence(doc, index, clause.objects or _subjects(doc, index, above), (_aux(parse, above), verb))
        return
    if parse.lemmas[verb] in _PLAIN and not refused:
        denied = clause.negated or any(parse.lower[c] in _NOBODY for s in clause.subjects for c in parse.children[s])
        if denied and clause.passive and parse.lemmas[verb] == "draw":
            yield from _silence(doc, index, clause.objects, (_aux(parse, verb), verb))
            return
        if denied and (_leaves_open(parse, verb) or clause.lemma == "discuss" or _says_so(parse, verb)):
            yield from _silence(doc, index, clause.subjects, (_aux(parse, verb), verb))
        return
    if not _to_the_asker(parse, verb):
        return
    if clause.link == "xcomp" and (parse.lemmas[above] in words.refusing or _has_yet(parse, above, verb)):
        yield from _silence(doc, index, clause.subjects, (_aux(parse, above), verb))
    elif clause.negated and clause.own_subject and parse.child(verb, "ccomp") is None:
        yield from _silence(doc, index, clause.subjects, (_aux(parse, verb), verb))


def _refused(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "declined comment"."""
    parse = doc.sentences[index].parse
    said = parse.child(clause.verb, "dobj")
    if said is not None and parse.lower[said] in load_speech().silence.answers:
        yield from _silence(doc, index, clause.subjects, (clause.verb, said))


def _unconfirmed(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "would neither confirm nor deny", "neither would confirm it"."""
    parse, verb = doc.sentences[index].parse, clause.verb
    near = [*parse.children[verb], *(c for s in clause.subjects for c in (s, *parse.children[s]))]
    if clause.negated or any(parse.lower[t] in _NOBODY for t in near):
        yield from _silence(doc, index, clause.subjects, (_aux(parse, verb), verb))


def _unreturned(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "a call to its lawyers was not returned"."""
    parse = doc.sentences[index].parse
    calls = [o for o in clause.objects if parse.lemmas[o] in load_speech().silence.calls]
    for call in calls:
        asked = objects_of(parse, call, "to", "for", "with")
        yield from _silence(doc, index, tuple(asked), (_aux(parse, clause.verb), clause.verb))


def _subjects(doc: Doc, index: int, verb: int) -> tuple[int, ...]:
    return next((c.subjects for c in doc.sentences[index].clauses if c.verb == verb), ())


def _says_so(parse: Parse, verb: int) -> bool:
    """Whether only "so" stands for what is not said ("neither side would say so")."""
    return parse.lower[verb + 1 : verb + 2] == ("so",) and parse.child(verb, "ccomp", "dobj") is None


def _leaves_open(parse: Parse, verb: int) -> bool:
    """Whether the verb has a question for its object ("has not said whether")."""
    asked = parse.child(verb, "ccomp")
    return asked is not None and asked > verb and parse.lower[parse.lefts[asked]] in _QUESTIONS


def _has_yet(parse: Parse, above: int, verb: int) -> bool:
    return parse.lemmas[above] in {"have", "be"} and any(parse.lower[t] == "yet" for t in range(above, verb))


def _to_the_asker(parse: Parse, verb: int) -> bool:
    """Whether nothing but a question or an offer is named as unanswered ("did not respond with force" is no silence)."""
    asked = load_speech().silence.asked
    named = objects_of(parse, verb, "to")
    return (
        parse.child(verb, "dobj") is None
        and parse.lower[verb] != "with"
        and all(
            parse.lemmas[obj] in asked or (parse.lemmas[obj] == parse.lower[obj] and parse.tags[obj].startswith("NNP"))
            for obj in named
        )
    ) or any(parse.lemmas[c] in asked | {"question"} for c in parse.children[verb] if parse.deps[c] == "dobj")


def _no_answer(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "made no comment", "did not return calls", "had no immediate reaction"."""
    parse, words = doc.sentences[index].parse, load_speech().silence
    for child in parse.children[clause.verb]:
        denied = clause.negated or any(parse.lower[c] == "no" for c in parse.children[child])
        if parse.deps[child] == "dobj" and denied:
            lemma = parse.lemmas[child]
            if lemma in words.answers or (parse.lemmas[clause.verb] == "return" and lemma in words.calls):
                givers = tuple(_asked(parse, child, clause.verb))
                yield from _silence(doc, index, givers or clause.subjects, (_aux(parse, clause.verb), child))


def _asked(parse: Parse, answer: int, verb: int) -> list[int]:
    """Whom an answer was to come from, wherever behind it the parser hung the phrase ("no answer yet from the board")."""
    holders = (answer, verb, *(c for c in parse.children[verb] if c > answer and parse.deps[c] == "advmod"))
    return [
        inner
        for holder in holders
        for prep in parse.children[holder]
        if parse.lower[prep] == "from" and prep > answer
        for inner in parse.children[prep]
        if parse.deps[inner] in {"pobj", "pcomp"}
    ]


def _unavailable(doc: Doc, index: int, clause: Clause) -> Iterator[Draft]:
    """ "was not available for comment", "no comment was available from the ministry", "there was no word from ..."."""
    parse, words = doc.sentences[index].parse, load_speech().silence
    verb = clause.verb
    available = parse.child(verb, "acomp")
    if available is not None and parse.lower[available] in {"available", "unavailable"}:
        if objects_of(parse, available, "for") and (clause.negated or parse.lower[available] == "unavailable"):
            yield from _silence(doc, index, clause.subjects, (verb, parse.rights[available]))
            return
        if clause.subjects and clause.negated and parse.lemmas[clause.subjects[0]] in words.answers:
            heads = objects_of(parse, clause.subjects[0], "from") or objects_of(parse, verb, "from")
            yield from _silence(doc, index, tuple(heads), (parse.lefts[clause.subjects[0]], available))
    answer = parse.child(verb, "attr")
    if (
        answer is not None
        and parse.lemmas[answer] in words.answers
        and any(parse.lower[c] == "no" for c in parse.children[answer])
    ):
        heads = objects_of(parse, answer, "from", "by") or objects_of(parse, verb, "from")
        yield from _silence(doc, index, tuple(heads), (verb, answer))


def _aux(parse: Parse, verb: int) -> int:
    return min([verb, *(c for c in parse.children[verb] if parse.deps[c] in {"aux", "auxpass", "neg"})])


def _silence(doc: Doc, index: int, speakers: tuple[int, ...], tokens: tuple[int, int]) -> Iterator[Draft]:
    if not speakers or not can_speak(doc, index, speakers[0]):
        return
    source = source_of(doc, index, speakers)
    if source is not None:
        span = doc.sentences[index].tokens(*tokens)
        yield Draft(index, tokens[1], span, (source,), (), "speech.silence", silence=True)
