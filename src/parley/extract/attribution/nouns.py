"""Attributions by a noun: "her claim that ...", "a warning from the union that ...", "reports that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.phrases import objects_of, trimmed
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.speech import load_speech

__all__ = ["noun_drafts"]

_TOLD = frozenset({"attr", "prep", "acomp", "dobj"})
_OWN = frozenset({"my", "our", "your"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl"})


def noun_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attributions that a sentence's nouns of speech make, in order of the nouns."""
    parse, words = doc.sentences[index].parse, load_speech().words
    if words.nouns.isdisjoint(parse.lemmas) and words.values.isdisjoint(parse.lemmas):
        return
    for token, lemma in enumerate(parse.lemmas):
        if lemma in words.nouns and parse.tags[token] in {"NN", "NNS"}:
            clause = _that_clause(parse, token) or _emerging(parse, token)
            if clause is not None:
                yield from _draft(doc, index, token, clause)
        if lemma in words.values and parse.tags[token] == "NN":
            yield from _value(doc, index, token)


def _value(doc: Doc, index: int, noun: int) -> Iterator[Draft]:
    """The number that somebody gives by a noun of his: "the union's figure is 12", "raised its estimate to 12"."""
    sentence = doc.sentences[index]
    parse = sentence.parse
    owner = next((c for c in parse.children[noun] if parse.deps[c] == "poss" and can_speak(doc, index, c)), None)
    told = [t for t in _value_tokens(parse, noun) if t > noun]
    source = source_of(doc, index, (owner,)) if owner is not None and told else None
    if source is not None and not (source.kind == "person" and parse.lower[owner or 0] in _OWN):
        content = trimmed(doc.text, sentence.tokens(noun + 1, max(told)))
        yield Draft(index, noun, sentence.tokens(noun, noun), (source,), (content,), "speech.value", quotable=False)


def _value_tokens(parse: Parse, noun: int) -> range:
    """The words behind a noun that tell its number: what hangs on it, and on the verb it is subject or object of."""
    last, verb = parse.rights[noun], parse.heads[noun]
    if parse.deps[noun] in {"nsubj", "nsubjpass", "dobj"} and parse.tags[verb][0] == "V":
        last = max(last, *(parse.rights[c] for c in parse.children[verb] if parse.deps[c] in _TOLD), last)
    stop = next((t for t in range(noun, last) if parse.words[t] == ";"), last + 1)
    numbers = any(parse.tags[t] == "CD" for t in range(noun, stop if stop <= last else last + 1))
    return range(noun, min(stop, last + 1)) if numbers else range(0)


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
    if owner is not None and parse.lower[owner] in _OWN:
        return  # "my hope": whoever is quoted there is the source already
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
