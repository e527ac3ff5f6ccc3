"""Attributions by a noun: "her claim that ...", "a warning from the union that ...", "reports that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.phrases import objects_of
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.speech import load_speech

__all__ = ["noun_drafts"]

_CLAUSES = frozenset({"acl", "ccomp", "relcl"})


def noun_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attributions that a sentence's nouns of speech make, in order of the nouns."""
    parse, words = doc.sentences[index].parse, load_speech().words
    for token, lemma in enumerate(parse.lemmas):
        if lemma in words.nouns and parse.tags[token] in {"NN", "NNS"}:
            clause = _that_clause(parse, token) or _emerging(parse, token)
            if clause is not None:
                yield from _draft(doc, index, token, clause)


def _that_clause(parse: Parse, noun: int) -> int | None:
    """The clause that says what the noun holds: it begins with "that", and "that" is nobody in it."""
    for child in parse.children[noun]:
        first = parse.lefts[child]
        if parse.deps[child] in _CLAUSES and parse.lower[first] == "that" and parse.deps[first] == "mark":
            return child
    return None


def _emerging(parse: Parse, noun: int) -> int | None:
    """The clause behind "reports emerged that ..."."""
    participle = parse.child(noun, "acl")
    verb = parse.heads[noun] if parse.deps[noun] == "nsubj" or participle is None else participle
    if parse.verb_lemma(verb) not in load_speech().words.emerging:
        return None
    clause = parse.child(verb, "ccomp", "advcl")
    return clause if clause is not None and clause > noun and parse.lower[parse.lefts[clause]] == "that" else None


def _draft(doc: Doc, index: int, noun: int, clause: int) -> Iterator[Draft]:
    sentence = doc.sentences[index]
    parse = sentence.parse
    owner = _owner(doc, index, noun)
    anonymous = owner is None
    if anonymous and (parse.lemmas[noun] not in load_speech().words.anonymous_nouns or _is_answered(parse, noun)):
        return
    source = source_of(doc, index, (noun if owner is None else owner,))
    if source is not None:
        yield Draft(
            index,
            noun,
            sentence.tokens(noun, noun),
            (source,),
            (sentence.subtree(clause),),
            "speech.noun",
            faint=anonymous,
        )


def _is_answered(parse: Parse, noun: int) -> bool:
    """Whether somebody denies or confirms what the noun holds, and so is himself the source for it."""
    classes = load_speech().classes_of(parse.lemmas[parse.heads[noun]])
    return parse.deps[noun] == "dobj" and any("object" in entry.frames for entry in classes)


def _owner(doc: Doc, index: int, noun: int) -> int | None:
    """Whose words they are: a possessive, whom they come from, or who issues them."""
    parse = doc.sentences[index].parse
    for child in (*parse.children[noun], *objects_of(parse, noun, "by", "from", "of", "among")):
        if (parse.deps[child] in {"poss", "pobj"}) and (can_speak(doc, index, child) or parse.deps[child] == "poss"):
            return child
    verb = parse.heads[noun]
    if parse.deps[noun] in {"dobj", "nsubjpass"} and parse.lemmas[verb] in load_speech().words.issuing:
        clause = next((c for c in doc.sentences[index].clauses if c.verb == verb), None)
        if clause is not None and clause.subjects:
            return clause.subjects[0]
    return None
