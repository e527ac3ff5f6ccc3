"""Events of a report: the deeds its sentences tell as facts, each once, with every place that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions
from parley.extract.events.again import Told, join_told
from parley.extract.events.circumstances import Circumstances, find_circumstances
from parley.extract.events.cues import Hit, Scene
from parley.extract.events.nouns import is_definite, is_further, noun_hits
from parley.extract.events.reality import reality_of
from parley.extract.events.verbs import headline_hits, verb_hits, without_upshots
from parley.extract.moves.clauses.constituents import phrases_of
from parley.extract.moves.clauses.outsiders import is_private
from parley.extract.relevance import is_elsewhere, is_question
from parley.lexicon.events import load_events
from parley.model import Claim, Event, Mention, Span, new_claim

__all__ = ["extract_events"]


def extract_events(doc: Doc, attributions: Attributions) -> list[Claim]:
    """All events of the report in text order, the tellings of one deed joined."""
    told = [item for index in range(len(doc.sentences)) for item in _told(doc, index, attributions)]
    return join_told(told)


def _told(doc: Doc, index: int, attributions: Attributions) -> Iterator[Told]:
    scene = Scene(phrases_of(doc, index))
    hits = _hits(scene)
    if not hits:
        return
    words = doc.sentences[index].span.of(doc.text)
    if is_question(words) or is_elsewhere(doc, words):
        return
    for hit in hits:
        real = reality_of(scene, hit)
        if real is None:
            continue
        around = find_circumstances(scene, hit)
        if around.by and all(is_private(actor) for actor in around.by):
            continue
        if hit.rule.endswith(":loose") and not (around.by or around.to or around.place or around.when):
            continue
        trigger = _trigger(scene, hit)
        attribution = attributions.of(index, trigger)
        if any("earlier version" in source.name for source in attribution.chain):
            continue
        evidence = (*around.evidence, *attributions.evidence(index, trigger))
        claim = new_claim(
            doc.report.id,
            _body(scene, hit, around),
            attribution=attribution,
            factuality=real,
            mentions=(Mention(trigger, _statement(scene, hit), tuple(dict.fromkeys(evidence))),),
            rule=hit.rule,
            when=around.when,
        )
        word = scene.phrases.sentence.parse.lemmas[hit.token]
        again = hit.clause is None and word in load_events().generic and is_definite(scene, hit.token)
        further = hit.clause is None and is_further(scene, hit.token)
        yield Told(claim, hit.clause is None, word, again and not further, further)


def _hits(scene: Scene) -> list[Hit]:
    """The deeds of the sentence; a noun that belongs to a deed found is none of its own."""
    if not len(scene.phrases.sentence.parse):
        return []
    hits = [*without_upshots(scene, list(verb_hits(scene))), *headline_hits(scene)]
    taken = frozenset(t for h in hits for t in (h.token, *h.objects, *h.subjects, *h.used))
    return sorted([*hits, *noun_hits(scene, taken)], key=lambda hit: hit.token)


def _trigger(scene: Scene, hit: Hit) -> Span:
    if hit.clause is None:
        return scene.phrases.sentence.tokens(hit.first, hit.last)
    span, words = scene.phrases.trigger(hit.clause), scene.phrases.sentence.tokens(hit.first, hit.last)
    return Span(min(span.start, words.start), max(span.end, words.end))


def _statement(scene: Scene, hit: Hit) -> Span:
    trigger = _trigger(scene, hit)
    span = scene.phrases.statement(hit.clause) if hit.clause is not None else scene.phrases.sentence.subtree(hit.token)
    return Span(min(span.start, trigger.start), max(span.end, trigger.end))


def _body(scene: Scene, hit: Hit, around: Circumstances) -> Event:
    return Event(
        type=hit.deed.type,
        what=_what(scene, hit),
        mode=hit.deed.mode,
        by=around.by,
        one_of=around.one_of,
        to=around.to,
        place=around.place,
    )


def _what(scene: Scene, hit: Hit) -> str:
    """The words for the deed: the verb with its object, or the noun with what stands before it."""
    sentence = scene.phrases.sentence
    first, last = hit.first, hit.last
    if hit.clause is None and not hit.objects:
        core = scene.phrases.core(hit.token)
        span = Span(min(core.start, sentence.tokens(first, first).start), sentence.tokens(last, last).end)
    else:
        behind = [o for o in hit.objects if last < o <= last + 7][:1]
        before = (
            [o for o in hit.objects if first - 7 <= o < first][:1]
            if hit.clause is not None and hit.clause.passive
            else []
        )
        span = sentence.tokens(first, max([last, *behind]))
        if before:
            span = Span(scene.phrases.core(before[0]).start, span.end)
    return " ".join(span.of(scene.phrases.doc.text).split())
