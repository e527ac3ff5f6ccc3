"""Quotations that no cue of speech takes: their speaker is told by the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, Quotation, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.governed_quotes import governed_drafts
from parley.extract.attribution.quoted import outermost
from parley.extract.attribution.speakers import can_speak, source_of, source_of_words
from parley.model import Span

__all__ = ["loose_quote_drafts"]

_SIGNED = re.compile(
    r"[ \t]*(?:\r?\n){0,2}[ \t]*(?P<dash>―|—|–|--)[ \t]*(?P<who>[A-Z][^\n,.;:\"“”]{2,50}?)[ \t]*[.,]?[ \t]*(?=\r?\n|$)"
)
_FEWEST = 3  # words; shorter ones between marks are terms and names, not speech
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def loose_quote_drafts(doc: Doc, drafts: list[Draft]) -> Iterator[Draft]:
    """An attribution for each quotation that none of the drafts gives and whose place in its sentence names a speaker."""
    given = [piece for draft in drafts for piece in draft.content]
    for quotation in outermost(doc):
        if any(piece.overlaps(quotation.span) for piece in given):
            continue
        if len(quotation.words.of(doc.text).split()) >= _FEWEST:
            found = _behind_colon(doc, quotation) or _before_inquit(doc, quotation) or _signed(doc, quotation)
            if found:
                yield from found
                continue
        yield from governed_drafts(doc, quotation)


def _signed(doc: Doc, quotation: Quotation) -> list[Draft]:
    """A name behind a dash at the end of a quotation: '"Never again." — Ada Lorn'."""
    found = _SIGNED.match(doc.text, quotation.span.end)
    index = doc.sentence_at(found.start("who")) if found is not None else None
    if found is None or index is None:
        return []
    source = source_of_words(doc, Span(*found.span("who")))
    return [Draft(index, None, Span(*found.span("dash")), (source,), (quotation.span,), "speech.signed")]


def _behind_colon(doc: Doc, quotation: Quotation) -> list[Draft]:
    """ "He turned the plan down: "We are not fools."": who acts before the colon speaks behind it."""
    before = doc.text[: quotation.span.start].rstrip()
    index = doc.sentence_at(len(before) - 1)
    if not before.endswith(":") or index is None or doc.block_kind(index) != "text":
        return []
    sentence = doc.sentences[index]
    colon = sentence.token_at(len(before) - 1)
    clauses = [c for c in sentence.clauses if colon is not None and c.verb < colon and c.own_subject and c.subjects]
    main = next((c for c in clauses if c.link in {"ROOT", "ccomp", "parataxis"} and not c.passive), None)
    return _draft(doc, index, main, quotation) if clauses else _by_name(doc, index, colon, quotation)


def _by_name(doc: Doc, index: int, colon: int | None, quotation: Quotation) -> list[Draft]:
    """ "The mayor on the radio: "We are ready."": a speaker without a verb before the colon."""
    sentence = doc.sentences[index]
    parse = sentence.parse
    if colon is None or any(parse.tags[t] in _FINITE for t in range(colon)):
        return []
    head = next(
        (t for t in range(colon) if parse.tags[t][0] == "N" and can_speak(doc, index, t) and _ends(parse, t)), None
    )
    source = source_of(doc, index, (head,)) if head is not None else None
    cue = sentence.tokens(colon, colon)
    return [Draft(index, None, cue, (source,), (quotation.span,), "speech.beside")] if source is not None else []


def _ends(parse: Parse, token: int) -> bool:
    """Whether a noun ends its name or noun group."""
    return not parse.tags[token + 1].startswith("N") and parse.words[token + 1] not in {"'s", "’s", "'"}


def _before_inquit(doc: Doc, quotation: Quotation) -> list[Draft]:
    """'"Never," the nurse sighed': a comma at the end of the quotation, then a subject and its verb."""
    if not quotation.words.of(doc.text).rstrip().endswith((",", "?", "!")):
        return []
    index = doc.sentence_at(quotation.span.end)
    if index is None:
        return []
    sentence = doc.sentences[index]
    first = sentence.token_at(quotation.span.end)
    return _draft(doc, index, _clause_begun_at(sentence, first), quotation)


def _clause_begun_at(sentence: Sentence, first: int | None) -> Clause | None:
    """The clause whose subject begins at a token and whose verb comes right behind it."""
    parse = sentence.parse
    for clause in sentence.clauses:
        if clause.subjects and clause.own_subject and parse.lefts[clause.subjects[0]] == first:
            follows = clause.verb == parse.rights[clause.subjects[0]] + 1
            return clause if follows and parse.tags[clause.verb] in _FINITE else None
    return None


def _draft(doc: Doc, index: int, clause: Clause | None, quotation: Quotation) -> list[Draft]:
    if clause is None or not can_speak(doc, index, clause.subjects[0]):
        return []
    source = source_of(doc, index, clause.subjects)
    if source is None:
        return []
    cue: Span = doc.sentences[index].tokens(clause.verb, clause.verb)
    return [Draft(index, clause.verb, cue, (source,), (quotation.span,), "speech.beside")]
