"""One person to whom something happened, told with an article: "a policeman was killed"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Sentence
from parley.annotate.quantities import QuantityMention
from parley.extract.figures.counted import Counted, noun_classes
from parley.extract.figures.measure_index import measure_index
from parley.model import Quantity

__all__ = ["find_singles"]

_HARM = frozenset({"killed", "injured"})
_WORDS = frozenset(
    {"killed", "kills", "killing", "wounded", "injured", "died", "shot", "dead", "stabbed", "wounding", "injuring"}
)


def find_singles(doc: Doc) -> Iterator[Counted]:
    """Every person named by an article and a noun who was killed or hurt, as a count of one, in text order."""
    if doc.words.isdisjoint(_WORDS):
        return
    for index, sentence in enumerate(doc.sentences):
        found = {token for clause in sentence.parse.clauses for token in _harmed(clause)}
        for noun in sorted(found):
            single = _counted(doc, index, noun)
            if single is not None:
                yield single


def _harmed(clause: Clause) -> tuple[int, ...]:
    """Those whom a clause tells as harmed, where it tells a fact of the past."""
    if clause.negated or clause.modal is not None or clause.mark is not None or clause.tense != "past":
        return ()
    entries = measure_index().objects.get(clause.lemma, ())
    if any(entry.name in _HARM for entry in entries):
        return clause.objects
    entries = measure_index().subjects.get(clause.lemma, ())
    return clause.subjects if not clause.passive and any(entry.name in _HARM for entry in entries) else ()


def _counted(doc: Doc, index: int, noun: int) -> Counted | None:
    sentence: Sentence = doc.sentences[index]
    parse = sentence.parse
    article = parse.child(noun, "det")
    if parse.tags[noun] != "NN" or article is None or parse.lower[article] not in {"a", "an"}:
        return None
    classes = noun_classes(parse, noun)
    if "persons" not in classes:
        return None
    span = sentence.tokens(article, article)
    # An age between the two is none of the count ("a 30-year-old nurse").
    first = noun if "-" in parse.lower[article:noun] else article
    mention = QuantityMention(sentence.tokens(first, first), span, Quantity(1, 1, verbatim=span.of(doc.text)), "count")
    return Counted(mention, index, parse, first, first, noun, classes, (), (noun,), False)
