"""Where a deed was done, as its own sentence says."""

from __future__ import annotations

from collections.abc import Collection

from parley.annotate.clauses import Clause
from parley.extract.events.cues import Hit, Scene
from parley.lexicon.events import load_events
from parley.lexicon.words import word_list
from parley.model import Span

__all__ = ["find_place", "name_of_place"]

_PLACED = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "throughout",
        "off",
        "around",
        "within",
        "along",
        "through",
        "over",
    }
)
_PLACES = ("site", "office", "road", "border", "embassy")
_POINTS = word_list("events.places.points")


def find_place(scene: Scene, hit: Hit, stage: Clause | None, taken: Collection[int]) -> Span | None:
    """The words of the place a deed was done at; `taken` are tokens that name somebody it was done by or to."""
    phrases = scene.phrases
    tops = [hit.token, *hit.objects, *hit.subjects, *([stage.verb] if stage is not None else [])]
    preps = [p for t in tops for p in phrases.preps(t)]
    tokens = [p.object for p in preps if p.word in hit.deed.target] + list(hit.objects)
    tokens += [p.object for p in preps if p.word in _PLACED | {"on", "from", "of", "to", "into"}]
    above = phrases.sentence.parse.heads[hit.token]
    if hit.clause is None and hit.token in {s for c in phrases.sentence.clauses for s in c.subjects}:
        over = [c for c in phrases.sentence.clauses if c.verb == above]
        tokens += [o for c in over for o in c.objects] + [p.object for p in phrases.preps(above) if p.word in _PLACED]
    tokens = [t for t in tokens if t not in taken and not _is_bearing(scene, t)]
    for token in dict.fromkeys(tokens):
        span = _place_at(scene, token)
        if span is not None:
            return span
    return None


def _is_bearing(scene: Scene, token: int) -> bool:
    """Whether a noun is half of a preposition ("in front of the bank")."""
    parse = scene.phrases.sentence.parse
    if parse.lower[token] not in _POINTS or token == 0:
        return False
    return parse.lower[token - 1] in {"in", "by", "at"}


def _place_at(scene: Scene, token: int) -> Span | None:
    """The words of a place: a name that is nobody's, or a site."""
    phrases = scene.phrases
    if phrases.is_time(token):
        return None
    classes = scene.classes(token)
    entity = phrases.doc.entity(phrases.index, token)
    if entity is not None:
        return entity.span if entity.kind == "state" else None
    if "name" in classes or classes & set(_PLACES):
        return _with_name(scene, token)
    return None


def _with_name(scene: Scene, token: int) -> Span:
    """The noun phrase, with the name behind "of" ("the town of Kolm")."""
    phrases, parse = scene.phrases, scene.phrases.sentence.parse
    core = phrases.core(token)
    if parse.lemmas[token] in load_events().sites:
        inner = [p.object for p in phrases.preps(token) if p.word == "of" and parse.tags[p.object][:3] == "NNP"]
        if inner:
            return Span(core.start, phrases.core(inner[0]).end)
    return core


def name_of_place(scene: Scene, span: Span) -> str:
    """The name of a place by its words, without article, owner's ending and the day behind it."""
    start = min([d.span.start for d in scene.phrases.dates_here if d.span.start > span.start], default=span.end)
    words = " ".join(scene.phrases.doc.text[span.start : min(start, span.end)].split())
    return words.removeprefix("the ").removeprefix("The ").removesuffix("'s")
