"""Saying yes to an invitation: "The union said it would attend", after both sides were asked to talks."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.lexicon.acts import load_acts

__all__ = ["says_it_will_come"]

_BACK = 2  # so many sentences before, the invitation was told at the latest
_FUTURE = frozenset({"will", "would", "'ll", "shall"})
_WITH_OBJECT = frozenset({"send", "take"})  # a delegation, part
_TALKS = frozenset({"talks", "table"})


def says_it_will_come(phrases: Phrases, clause: Clause) -> bool:
    """Whether somebody tells that they will be at the talks to which somebody else was just told to invite."""
    if clause.negated or clause.modal not in _FUTURE or clause.passive or clause.mark in {"if", "unless", "whether"}:
        return False
    guests = {e.name for s in clause.subjects if (e := phrases.party(s, strict=True)) is not None}
    return bool(guests) and _to_talks(phrases, clause) and any(not hosts & guests for hosts in _hosts(phrases))


def _to_talks(phrases: Phrases, clause: Clause) -> bool:
    """Nowhere else: "would attend the funeral"."""
    objects = () if clause.lemma in _WITH_OBJECT else clause.objects
    places = (*objects, *(p.object for p in clause.preps if p.word in {"to", "in", "at"}))
    return all(phrases.is_of(t, _TALKS) or phrases.sentence.parse.tags[t] == "NNP" for t in places)


def _hosts(phrases: Phrases) -> Iterator[set[str]]:
    """Who invites, by each invitation told in the sentence or right before it."""
    doc, index = phrases.doc, phrases.index
    for i in range(max(0, index - _BACK), index + 1):
        there = phrases if i == index else phrases_of(doc, i)
        if doc.story_of(i) != doc.story_of(index):
            continue
        for told in there.sentence.clauses:
            if told.lemma in load_acts().verbs["inviting"] and any(p.word in {"to", "for"} for p in told.preps):
                yield {e.name for s in told.subjects if (e := there.party(s)) is not None}
