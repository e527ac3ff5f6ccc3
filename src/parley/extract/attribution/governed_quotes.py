"""Quotations inside a sentence whose speaker is the doer of what stands around them: "threatened to sell them 'like goats'"."""

from __future__ import annotations

from parley.annotate.doc import Doc, Quotation, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.phrases import objects_of
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.speech import load_speech

__all__ = ["governed_drafts"]

_CLEFT = frozenset({"how", "what", "all", "as"})


def governed_drafts(doc: Doc, quotation: Quotation) -> list[Draft]:
    """The attribution of a quotation that stands within a sentence; empty where nobody there can be speaking."""
    index = doc.sentence_at(quotation.span.start)
    if index is None or doc.sentences[index].span.end < quotation.span.end:
        return []
    sentence = doc.sentences[index]
    inside = [t for t in range(len(sentence.parse)) if quotation.words.covers(sentence.tokens(t, t))]
    if not inside:
        return []
    return (
        _before_colon(doc, index, quotation, inside[-1])
        or _said_to_be(doc, index, quotation, inside[-1])
        or _above(doc, index, quotation, inside)
    )


def _before_colon(doc: Doc, index: int, quotation: Quotation, last: int) -> list[Draft]:
    """'"Not enough": founder snubs proposal': who acts behind the colon is who speaks before it."""
    if doc.text[quotation.span.end : quotation.span.end + 1] != ":":
        return []
    clauses = (c for c in doc.sentences[index].clauses if c.own_subject and c.subjects and c.subjects[0] > last)
    clause = next(clauses, None)
    if clause is None or not can_speak(doc, index, clause.subjects[0]):
        return []
    return _draft(doc, index, clause.verb, clause.subjects, quotation)


def _said_to_be(doc: Doc, index: int, quotation: Quotation, last: int) -> list[Draft]:
    """'"Never" was the retort of the mayor', '"Never," is how the mayor put it', '"Never" was all she would say'."""
    parse = doc.sentences[index].parse
    verb = next((t for t in range(last + 1, min(last + 4, len(parse))) if parse.tags[t][0] == "V"), None)
    if verb is None or parse.lemmas[verb] != "be" or verb + 1 >= len(parse):
        return []
    if parse.lower[verb + 1] in _CLEFT:
        clause = next((c for c in doc.sentences[index].clauses if c.verb > verb and c.own_subject and c.subjects), None)
        return _draft(doc, index, clause.verb, clause.subjects, quotation) if clause is not None else []
    noun = next((t for t in range(verb + 1, len(parse)) if parse.lower[t] in load_speech().words.retorts), None)
    if noun is None or parse.heads[noun] != verb:
        return []
    owner = _owner(doc, index, noun)
    return _draft(doc, index, noun, (owner,), quotation) if owner is not None else []


def _owner(doc: Doc, index: int, noun: int) -> int | None:
    parse = doc.sentences[index].parse
    owners = [c for c in parse.children[noun] if parse.deps[c] == "poss"] + objects_of(parse, noun, "of", "from", "by")
    return next((o for o in owners if can_speak(doc, index, o) or parse.tags[o] == "PRP$"), None)


def _above(doc: Doc, index: int, quotation: Quotation, inside: list[int]) -> list[Draft]:
    """The nearest doer above the quotation: of a verb that can hold words, or whose a noun of speech is."""
    sentence = doc.sentences[index]
    parse, words = sentence.parse, load_speech().words
    if len(inside) < 2 and parse.words[inside[0]][:1].isupper():
        return []
    top = next((t for t in inside if parse.heads[t] not in inside or parse.heads[t] == t), inside[0])
    for token in parse.ancestors(top):
        if token in inside:
            continue
        if parse.lower[token] in words.retorts and parse.tags[token][0] == "N":
            owner = _owner(doc, index, token)
            if owner is not None:
                return _draft(doc, index, token, (owner,), quotation)
        doers = _doers(doc, index, sentence, token, inside)
        if doers:
            return _draft(doc, index, token, doers, quotation)
    return []


def _doers(doc: Doc, index: int, sentence: Sentence, token: int, inside: list[int]) -> tuple[int, ...]:
    """Who speaks by a verb that can hold words of somebody's; empty where it cannot or its doer does not speak."""
    clause = next((c for c in sentence.clauses if c.verb == token), None)
    if clause is None or not clause.subjects or not _holds_words(sentence.parse, token):
        return ()
    if any(s in inside for s in clause.subjects) or not can_speak(doc, index, clause.subjects[0]):
        return ()
    return clause.subjects


def _holds_words(parse: Parse, token: int) -> bool:
    speech, lemma = load_speech(), parse.verb_lemma(token)
    return lemma not in speech.words.unquoted and (bool(speech.classes_of(lemma)) or lemma in speech.words.own_acts)


def _draft(doc: Doc, index: int, cue: int, heads: tuple[int, ...], quotation: Quotation) -> list[Draft]:
    source = source_of(doc, index, heads)
    if source is None:
        return []
    span = doc.sentences[index].tokens(cue, cue)
    return [Draft(index, cue, span, (source,), (quotation.span,), "speech.beside")]
