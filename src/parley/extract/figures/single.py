"""One person to whom something happened, told with an article: "a policeman was killed"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Sentence
from parley.annotate.parse import Parse
from parley.annotate.quantities import QuantityMention
from parley.extract.figures.counted import Counted, noun_classes, of_noun
from parley.extract.figures.measure_index import measure_index
from parley.lexicon.words import word_list
from parley.model import Quantity

__all__ = ["find_singles"]

_HARM = frozenset({"killed", "injured"})
_LISTED = 16  # words behind "including" in which its list may go on
_WORDS = word_list("figures.single.words")
_TAKING = word_list("figures.single.taking")


def find_singles(doc: Doc) -> Iterator[Counted]:
    """Every person named by an article and a noun who was killed or hurt, as a count of one, in text order."""
    if doc.words.isdisjoint(_WORDS):
        return
    listed = "including" in doc.words
    for index, sentence in enumerate(doc.sentences):
        parse = sentence.parse
        found = {token for clause in parse.clauses for token in _harmed(parse, clause)}
        if listed and "including" in parse.lower:
            found |= set(_among_those(parse))
        for noun in sorted(found):
            single = _counted(doc, index, noun)
            if single is not None:
                yield single


def _among_those(parse: Parse) -> Iterator[int]:
    """Who is named behind "including", after a count ("nine guests, including two girls and a waiter")."""
    opened = parse.lower.index("including")
    if "CD" not in parse.tags[:opened]:
        return
    for token in range(opened + 1, min(len(parse), opened + _LISTED)):
        if parse.tags[token] in {"VBD", "VBZ", "VBP", "MD", "IN", "WP", "WDT", ":"}:
            return
        if parse.deps[token] in {"pobj", "conj"}:
            yield token


def _harmed(parse: Parse, clause: Clause) -> tuple[int, ...]:
    """Those whom a clause tells as harmed, where it tells a fact of the past."""
    marked = clause.mark not in {None, "that", "after", "when", "as", "because", "while", "since"}
    if clause.negated or clause.modal is not None or marked or not _is_past(parse, clause):
        return ()
    if clause.lemma in _TAKING and not clause.passive:
        # "claiming the life of a baker"
        lives = (t for t in clause.objects if parse.lemmas[t] == "life")
        return tuple(owner for t in lives if (owner := of_noun(parse, t)) is not None)
    entries = measure_index().objects.get(clause.lemma, ())
    if any(entry.name in _HARM for entry in entries):
        return clause.objects
    entries = measure_index().subjects.get(clause.lemma, ())
    return clause.subjects if not clause.passive and any(entry.name in _HARM for entry in entries) else ()


def _is_past(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells the past, be it as the participle of one that does ("hit the town, killing a baker")."""
    if clause.tense == "past":
        return True
    token = clause.verb
    while parse.tags[token] == "VBG" and parse.deps[token] in {"advcl", "conj"}:
        token = parse.heads[token]
    above = next((c for c in parse.clauses if c.verb == token), None)
    return above is not None and above is not clause and above.tense == "past" and above.modal is None


def _counted(doc: Doc, index: int, noun: int) -> Counted | None:
    sentence: Sentence = doc.sentences[index]
    parse = sentence.parse
    article = parse.child(noun, "det")
    if parse.tags[noun] != "NN" or article is None or parse.lower[article] not in {"a", "an", "another"}:
        return None
    classes = noun_classes(parse, noun)
    if "persons" not in classes:
        return None
    span = sentence.tokens(article, article)
    # An age between the two is none of the count ("a 30-year-old nurse").
    first = noun if "-" in parse.lower[article:noun] else article
    mention = QuantityMention(sentence.tokens(first, first), span, Quantity(1, 1, verbatim=span.of(doc.text)), "count")
    life = parse.heads[parse.heads[noun]] if parse.lower[parse.heads[noun]] == "of" else noun
    stations = (noun, life) if parse.lemmas[life] == "life" else (noun,)
    return Counted(mention, index, parse, first, first, noun, classes, (), stations, False)
