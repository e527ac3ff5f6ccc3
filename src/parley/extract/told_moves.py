"""What a report tells of its moves, made ready to be compared: their words, sides, terms and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.lazy import Lazy
from parley.extract.answer_words import content_of, move_of, noun_acts, plain_words, side_words
from parley.lexicon.answers import load_answers
from parley.model import Claim, Move, Span

__all__ = ["Description", "Told", "stems", "tell_moves"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD_BEFORE = re.compile(r"([\w'’-]+)\W*$")
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")
_SENTENCE = 150  # characters of one sentence, where only claims are at hand


class Description(msgspec.Struct, frozen=True):
    """The words an answer has for what it is to ("the company's latest offer of 4 percent"): all of them, those with a
    content of their own, the nouns of a kind of move among them, and the numbers; `first` is the word they start with."""

    words: frozenset[str]
    content: frozenset[str]
    kinds: frozenset[str]
    amounts: frozenset[str]
    first: str


class Told(msgspec.Struct, frozen=True, dict=True):
    """A move as its claim tells it.

    `sentences` has the number of the sentence of each mention; `story` counts the stories of a round-up. `sides` are
    the words of its makers' names, `content` those of its terms, `clause` those of the clauses that tell it without the
    parties' names; `amounts` the numbers of its terms.
    """

    claim: Claim
    move: Move
    sentences: tuple[int, ...]
    story: int
    in_lead: bool
    sides: frozenset[str]
    spoken_to: frozenset[str]
    content: frozenset[str]
    clause: frozenset[str]
    all_words: frozenset[str]
    amounts: frozenset[str]
    about: Description | None
    is_past_perfect: bool

    @Lazy
    def is_numbered(self) -> bool:
        """Whether it is told with an amount."""
        return any(t.quantity is not None or t.duration is not None for t in (*self.move.terms, *self.move.conditions))

    @Lazy
    def triggers(self) -> list[Span]:
        """The words that make it, at each telling."""
        return [m.trigger for m in self.claim.mentions]

    @Lazy
    def places(self) -> list[tuple[Span, int]]:
        """The words that make it with the number of their sentence, at each telling."""
        return list(zip(self.triggers, self.sentences, strict=True))


def tell_moves(claims: Sequence[Claim], doc: Doc | None) -> dict[int, Told]:
    """The moves among the claims, by their place; `doc` is the report where it is at hand."""
    return {
        i: _told(claim, doc)
        for i, claim in enumerate(claims)
        if isinstance(claim.body, Move) and not claim.attribution.silence
    }


def _told(claim: Claim, doc: Doc | None) -> Told:
    move = move_of(claim)
    starts = [m.trigger.start for m in claim.mentions]
    clauses = [m.statement.of(doc.text) for m in claim.mentions] if doc is not None else []
    known = load_answers().words
    return Told(
        claim=claim,
        move=move,
        sentences=tuple(_sentence(doc, start) for start in starts),
        story=_story(doc, starts[-1]),
        in_lead=_in_lead(doc, starts[0]),
        sides=frozenset(side_words(move.by)),
        spoken_to=stems(side_words(move.to)),
        content=stems(content_of(move)),
        clause=stems({w for c in clauses for w in plain_words(c)} - known.small - known.pronouns),
        all_words=frozenset(w for c in clauses for w in plain_words(c)),
        amounts=frozenset(n for t in move.terms if t.quantity for n in _NUMBER.findall(t.quantity.verbatim or "")),
        about=_description(move.about, clauses) if move.about else None,
        is_past_perfect=doc is not None and plain_words(claim.mentions[0].trigger.of(doc.text))[:1] == ("had",),
    )


def stems(words: Iterable[str]) -> frozenset[str]:
    """The words without the endings of verbs and plurals: "halving" and "halve", "refugees" and "refugee"."""
    return frozenset(map(_stem, words))


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 3 else word


def _sentence(doc: Doc | None, start: int) -> int:
    found = doc.sentence_at(start) if doc is not None else None
    return found if found is not None else start // _SENTENCE


def _story(doc: Doc | None, start: int) -> int:
    blocks = doc.blocks if doc is not None else ()
    return next((b.story for b in blocks if b.span.start <= start < b.span.end), 0)


def _in_lead(doc: Doc | None, start: int) -> bool:
    """Whether it stands in the title or the first paragraph, which tell in short what is told below."""
    blocks = doc.blocks if doc is not None else ()
    lead = next((b for b in blocks if b.kind == "text"), None)
    return lead is not None and start < lead.span.end


def _description(about: str, clauses: Sequence[str]) -> Description:
    words, known = plain_words(about), load_answers().words
    said = frozenset(words) - known.small - known.pronouns
    return Description(
        words=frozenset(words),
        content=stems(said - known.qualifiers),
        kinds=frozenset(w for w in words if w in noun_acts()),
        amounts=frozenset(_NUMBER.findall(about)),
        first=_first(about, clauses) or (words[0] if words else ""),
    )


def _first(about: str, clauses: Sequence[str]) -> str:
    """The article or possessive right before the words in the clause."""
    for clause in clauses:
        place = clause.find(about)
        before = _WORD_BEFORE.search(clause[:place]) if place > 0 else None
        if before is not None:
            return before[1].lower()
    return ""
