"""Where in a sentence to read what the source does to the target: up from the source, else up from the target."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.between.nouns import named_by, phrase_words
from parley.extract.between.reader import Reader
from parley.extract.between.scene import Scene
from parley.lexicon.plover import PloverType

__all__ = ["Told", "read_between"]


class Told(msgspec.Struct, frozen=True):
    """A deed of one party to another: its type and the token that tells it; `clause` where that is a verb."""

    type: PloverType
    token: int
    clause: Clause | None = None


def read_between(scene: Scene) -> Told | None:
    """What the source does to the target in the sentence; None when no word of a deed connects them."""
    reader = Reader(scene)
    return next(_tellings(scene, reader), None)


def _tellings(scene: Scene, reader: Reader) -> Iterator[Told]:
    source, target = scene.head(scene.source), scene.head(scene.target)
    for start in (source, target):
        if start is None:
            continue
        yield from _climb(scene, reader, start, target if start == source else None)


def _climb(scene: Scene, reader: Reader, start: int, toward: int | None) -> Iterator[Told]:
    """Deeds told by the words above a party, nearest first; of coordinated verbs the one that leads to the other."""
    parse = scene.parse
    tried: set[int] = set()
    for token in scene.above(start):
        clause = scene.clause_by_verb.get(token)
        if clause is not None:
            for candidate in _beside(scene, clause, start, toward):
                if candidate.verb in tried:
                    continue
                tried.add(candidate.verb)
                found = reader.clause(candidate)
                if found is not None:
                    yield Told(found, candidate.verb, candidate)
        elif token != start and token not in scene.source and token not in scene.target:
            found = reader.noun(token) if named_by(phrase_words(parse, token)) else None
            if found is not None and parse.deps[token] != "amod":
                yield Told(found, token)
    for clause in scene.sentence.clauses:
        if start in clause.subjects and clause.verb not in tried and (found := reader.clause(clause)) is not None:
            yield Told(found, clause.verb, clause)
    if (found := reader.noun(start)) is not None:
        yield Told(found, start)


def _beside(scene: Scene, clause: Clause, start: int, toward: int | None) -> list[Clause]:
    """The clause, behind those of its subject's further verbs that the other party stands under."""
    if toward is None:
        return [clause]
    over = [scene.clause_by_verb[t] for t in scene.above(toward) if t in scene.clause_by_verb]
    further = [c for c in over if c.link == "conj" and c.verb != clause.verb and start in c.subjects]
    return [*further[:1], clause]
