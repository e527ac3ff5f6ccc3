"""Deeds that a verb tells: "dockers walked out", "has cut electricity to the enclave", "27 people were arrested"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.preps import Prep
from parley.extract.events.cues import Hit, Scene, verb_deeds
from parley.lexicon.deeds import Deed
from parley.lexicon.events import load_events

__all__ = ["headline_hits", "verb_hits", "without_upshots"]

_ADVERBS = frozenset({"advmod", "prt", "prep", "acomp", "oprd", "dobj"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_STOPS = frozenset({".", "!", "?", '"', "”", "'", "’", ")", ":"})
_HEADLINE_TAGS = frozenset({"NN", "NNS", "VBZ", "VBP", "VBD", "VBN", "NNP", "NNPS", "VB"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_FAR = 5  # words of a headline between its verb and the thing done to


def verb_hits(scene: Scene) -> Iterator[Hit]:
    """The deeds of the sentence's clauses, one a verb."""
    for clause in map(partial(_undergone, scene), scene.phrases.sentence.clauses):
        deeds = _deeds(scene, clause)
        if deeds and not _tells_no_deed(scene, clause):
            objects = _objects(scene, clause)
            hit = next((hit for deed in deeds if (hit := _fit(scene, clause, deed, objects)) is not None), None)
            if hit is not None:
                yield hit


def _tells_no_deed(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells of none, whatever its verb."""
    return (
        _is_wished(scene, clause) or _fell_silent(scene, clause) or _is_toll(scene, clause) or _is_filmed(scene, clause)
    )


def _undergone(scene: Scene, clause: Clause) -> Clause:
    """ "Four aid workers freed in Lorn": the bare participle of a title is a passive."""
    parse = scene.phrases.sentence.parse
    bare = parse.tags[clause.verb] == "VBN" and not any(parse.deps[c][:3] == "aux" for c in parse.children[clause.verb])
    if not bare or clause.passive or clause.link != "ROOT" or clause.objects or parse.lower[-1] in _STOPS:
        return clause
    return msgspec.structs.replace(clause, subjects=(), objects=clause.subjects, passive=True)


def without_upshots(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Drops what an attack did ("attacked two villages, killing 33"): one deed, whose dead are counted by a figure."""
    attacks, heads = {hit.token for hit in hits if hit.deed.type == "ASSAULT"}, scene.phrases.sentence.parse.heads
    return [hit for hit in hits if not (_is_upshot(hit) and heads[hit.token] in attacks)]


def _is_upshot(hit: Hit) -> bool:
    clause = hit.clause
    return hit.deed.mode == "killing" and clause is not None and clause.link == "advcl" and clause.tense == "none"


def _deeds(scene: Scene, clause: Clause) -> list[Deed]:
    """What the verb may be, first with a word behind it ("shot down", "set fire", "fired on")."""
    table, parse = verb_deeds(), scene.phrases.sentence.parse
    lemma = parse.verb_lemma(clause.verb)
    words = [clause.lemma]
    for child in parse.children[clause.verb]:
        if child > clause.verb and parse.deps[child] in _ADVERBS:
            words.append(f"{lemma} {parse.lower[child]}")
    found = [deed for word in dict.fromkeys(words) for deed in table.get(word, ())]
    # With a particle the verb is another ("broke up", "went out"), save where nothing is known of the two.
    return found or table.get(lemma, [])


def _fit(scene: Scene, clause: Clause, deed: Deed, objects: tuple[int, ...]) -> Hit | None:
    if not _is_at_issue(scene, deed) or _is_harmed(scene, clause, deed):
        return None
    if not _voice_fits(clause, deed, objects) or not _sides_fit(scene, clause, deed, objects):
        return None
    used: tuple[int, ...] = ()
    if deed.phrase:
        used = _phrase(scene, clause, deed)
        if not used:
            return None
    if deed.infinitive and not _infinitive(scene, clause, deed):
        return None
    span = _words(scene, clause, used)
    return Hit(
        deed, clause.verb, span[0], span[1], f"event:{deed.type.lower()}:verb", clause, clause.subjects, objects, used
    )


def _is_harmed(scene: Scene, clause: Clause, deed: Deed) -> bool:
    """Whether the subject of a headline's participle is who was killed ("Child killed ten people injured")."""
    if deed.mode != "killing" or not clause.objects:
        return False
    behind = scene.phrases.sentence.parse.lower[max(clause.objects) + 1 :][:1]
    return behind != () and behind[0] in {"injured", "wounded", "hurt"}


def _is_wished(scene: Scene, clause: Clause) -> bool:
    """ "want 300 of their men freed", "prisoners they want freed": a participle of what somebody would have done."""
    parse = scene.phrases.sentence.parse
    if parse.tags[clause.verb] not in _PARTICIPLES or clause.link == "ROOT":
        return False
    near = {parse.heads[clause.verb], *(c for c in parse.children[clause.verb] if c < clause.verb)}
    return any(parse.tags[t][0] == "V" and parse.verb_lemma(t) in load_events().wishing for t in near)


def _fell_silent(scene: Scene, clause: Clause) -> bool:
    return "silent" in scene.phrases.sentence.parse.lower[clause.verb + 1 : clause.verb + 3]


def _is_toll(scene: Scene, clause: Clause) -> bool:
    """ "left 40 wounded": what harm did, and nobody's withdrawal."""
    behind = scene.phrases.sentence.parse.lower[clause.verb + 1 : clause.verb + _FAR + 2]
    return clause.lemma == "leave" and not load_events().left_as.isdisjoint(behind)


def _is_filmed(scene: Scene, clause: Clause) -> bool:
    """ "was captured on video": nobody was seized."""
    lemmas = scene.phrases.sentence.parse.lemmas
    return any(
        p.word in {"in", "on", "by", "via"} and lemmas[p.object] in load_events().recordings for p in clause.preps
    )


def _is_at_issue(scene: Scene, deed: Deed) -> bool:
    """Whether the report speaks of what the deed asks for ("gathered in the square" of protests only)."""
    words = scene.phrases.doc.words
    return not deed.among or bool(deed.nouns) or not (deed.among.isdisjoint(words))


def _objects(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The objects, with the subject of a headline's bare participle and of an infinitive below ("let lorries pass")."""
    if clause.objects:
        return clause.objects
    parse = scene.phrases.sentence.parse
    below = [c for c in scene.phrases.sentence.clauses if parse.heads[c.verb] == clause.verb and c.link == "ccomp"]
    found = tuple(s for c in below for s in c.subjects if s > clause.verb)
    if found or clause.link != "relcl" or clause.passive:
        return found
    # "the pipeline it shut": what the clause hangs on, where that is not its doer.
    antecedent = parse.heads[clause.verb]
    return (antecedent,) if clause.own_subject and antecedent not in clause.subjects else ()


def _voice_fits(clause: Clause, deed: Deed, objects: tuple[int, ...]) -> bool:
    if deed.bare and (clause.passive or objects):
        return False
    return not (deed.active and clause.passive and not clause.subjects)


def _sides_fit(scene: Scene, clause: Clause, deed: Deed, objects: tuple[int, ...]) -> bool:
    if deed.object and not any(scene.is_of(o, deed.object) for o in objects):
        return False
    behind = (*objects, *(p.object for p in clause.preps)) if deed.bare or deed.phrase else objects
    if deed.without and any(scene.is_of(o, deed.without) for o in behind):
        return False
    if not deed.subject:
        return True
    if clause.passive and not clause.subjects:
        # Nobody is named: whoever did it may be of any class, where the thing done to says enough.
        return bool(deed.object) and not {"people", "workers"} >= set(deed.subject)
    return any(scene.is_of(s, deed.subject) for s in clause.subjects)


def _phrase(scene: Scene, clause: Clause, deed: Deed) -> tuple[int, ...]:
    """The objects of the prepositional phrases asked for."""
    preps = [*clause.preps, *_hung_on(scene, clause)]
    wanted = [tuple(need.split("=")) for need in deed.phrase]
    found = [p.object for p in preps for word, name in wanted if p.word == word and scene.is_of(p.object, (name,))]
    found += [o for o in clause.objects for word, name in wanted if word == "object" and scene.is_of(o, (name,))]
    return tuple(t for t in dict.fromkeys(found) if not scene.phrases.is_time(t))


def _hung_on(scene: Scene, clause: Clause) -> list[Prep]:
    """Phrases of the verb's adverbs and objects ("are back at work", "threw stones at police")."""
    parse, phrases = scene.phrases.sentence.parse, scene.phrases
    adverbs = [c for c in parse.children[clause.verb] if parse.deps[c] in {"advmod", "prt"}]
    return [p for t in (*adverbs, *clause.objects) for p in phrases.preps(t)]


def _infinitive(scene: Scene, clause: Clause, deed: Deed) -> bool:
    """Whether one of the verbs asked for stands below the clause, or the adverb that does for it ("let through")."""
    parse, clauses = scene.phrases.sentence.parse, scene.phrases.sentence.clauses
    below = [c.verb for c in clauses if c.parent is not None and clauses[c.parent].verb == clause.verb]
    below += [c for c in parse.children[clause.verb] if parse.deps[c] in {"prep", "advmod", "prt"}]
    return any(
        t > clause.verb and (parse.verb_lemma(t) in deed.infinitive or parse.lower[t] in deed.infinitive) for t in below
    )


def _words(scene: Scene, clause: Clause, used: tuple[int, ...]) -> tuple[int, int]:
    """First and last token of the words that tell the deed: the verb, its particle, and a phrase right behind it."""
    parse = scene.phrases.sentence.parse
    last = max(clause.verb, clause.particle if clause.particle is not None else 0)
    near = [t for t in used if clause.verb < t <= clause.verb + 3]
    return clause.verb, max([last, *near]) if parse.words[last] else last


def headline_hits(scene: Scene) -> Iterator[Hit]:
    """ "Jets pound camp": a verb the parser took for a noun, or for a participle before one ("a frigate fired shots"),
    between whoever does it and what it is done to."""
    phrases = scene.phrases
    parse = phrases.sentence.parse
    verbs = {clause.verb for clause in phrases.sentence.clauses}
    title = phrases.doc.block_kind(phrases.index) == "title" or parse.lower[-1] not in _STOPS
    if not title and "amod" not in parse.deps:
        return
    tags = _HEADLINE_TAGS if title else _PARTICIPLES
    for token in [t for t, tag in enumerate(parse.tags[:-1]) if tag in tags]:
        if not token or token in verbs or (not title and parse.deps[token] != "amod"):
            continue
        deeds = verb_deeds().get(parse.verb_lemma(token), ())
        hit = next((h for deed in deeds if (h := _headline_hit(scene, token, deed)) is not None), None)
        if hit is not None:
            yield hit


def _headline_hit(scene: Scene, token: int, deed: Deed) -> Hit | None:
    parse = scene.phrases.sentence.parse
    if deed.phrase or deed.infinitive or deed.bare or not deed.object or parse.tags[token - 1][0] not in "NJ":
        return None
    before = token - 1
    classes = tuple(c for c in deed.subject or ("party", "name", "forces", "police", "people", "workers", "weapon"))
    if not scene.is_of(before, classes):
        return None
    common = tuple(c for c in deed.object if c not in {"any"})
    for other in range(token + 1, min(len(parse), token + _FAR)):
        if parse.tags[other] in _NOMINAL and scene.is_of(other, common):
            rule = f"event:{deed.type.lower()}:headline"
            return Hit(deed, token, token, token, rule, None, (before,), (other,))
        if parse.tags[other][0] in "VIM,:" or parse.lower[other] in {"-", "–", "—", "|"}:
            return None
    return None
