"""Who did a deed, to whom, where and when, as its own sentence says."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.doc import EntityMention
from parley.extract.act_times import day_of_act, range_of, verbs_beside, words_of_act
from parley.extract.events.cues import Hit, Scene, noun_heads
from parley.extract.events.lasting import find_lasting
from parley.extract.events.places import find_place, name_of_place
from parley.lexicon.events import load_events
from parley.lexicon.words import word_list
from parley.model import Actor, DateRange, Evidence, Span

__all__ = ["Circumstances", "find_circumstances"]

_DOERS = ("people", "workers", "forces", "police", "officials", "number", "party")
_OWNING = frozenset({"poss", "compound", "amod", "nmod"})
_NOBODY = word_list("events.circumstances.nobody")
_BLAMED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# Deeds whose object is what is moved or used, not who undergoes it.
_MOVED = frozenset({"deployment", "alert", "withdrawal", "delivery", "shooting", "bombing", "crowd_control"})


class Circumstances(msgspec.Struct, frozen=True):
    """Doers, of whom `one_of` leaves open which, those done to, place and day, with the words that name them."""

    by: tuple[Actor, ...] = ()
    one_of: bool = False
    to: tuple[Actor, ...] = ()
    place: str | None = None
    when: DateRange | None = None
    evidence: tuple[Evidence, ...] = ()


def find_circumstances(scene: Scene, hit: Hit) -> Circumstances:
    """What the sentence says around a deed."""
    stage = _stage(scene, hit) if hit.clause is None else None
    by = [] if hit.deed.doerless and not _does_it_to_itself(scene, hit) else _doers(scene, hit, stage)
    to = [e for e in _targets(scene, hit, stage) if e not in by]
    place = find_place(scene, hit, stage, {*(e.head for e in to), *_blamed(scene, hit)})
    lasting = find_lasting(scene, hit)
    date = _date(scene, hit, stage) if lasting is None else None
    text = scene.phrases.doc.text
    spans = [("actor", e.span) for e in (*by, *to)]
    spans += [("place", place)] if place is not None else []
    time = lasting or date
    spans += [("time", time.span)] if time is not None else []
    return Circumstances(
        by=_actors(scene, by),
        one_of=len(by) > 1 and _alternative(scene, by),
        to=_actors(scene, to),
        place=name_of_place(scene, place) if place is not None else None,
        when=lasting.when if lasting is not None else range_of(scene.phrases.doc, date) if date is not None else None,
        evidence=tuple(Evidence(role, s.start, s.end, s.of(text)) for role, s in dict.fromkeys(spans)),  # type: ignore[arg-type]
    )


def _actors(scene: Scene, entities: Iterable[EntityMention]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for entity in entities:
        found.setdefault(entity.name, entity.actor(scene.phrases.doc.text))
    return tuple(found.values())


def _stage(scene: Scene, hit: Hit) -> Clause | None:
    """The clause whose verb stages the deed its object names ("launched an attack"), or whose subject the deed is."""
    stages = load_events().stages | load_events().schedules
    for clause in scene.phrases.sentence.clauses:
        if hit.token in clause.objects and (clause.lemma in stages or clause.lemma.split()[0] in stages):
            return clause
        replied = load_events().replies
        if clause.lemma in replied and _replied_with(scene, hit.token, clause):
            return clause
    return None


def _replied_with(scene: Scene, token: int, clause: Clause) -> bool:
    """Whether a deed stands behind the "with" of an answer, alone or joined to what does ("with strikes and an invasion")."""
    parse = scene.phrases.sentence.parse
    behind = [t for p in clause.preps if p.word == "with" for t in (p.object, *parse.conjuncts(p.object))]
    return token in behind or parse.heads[token] in behind


def _somebody(scene: Scene, token: int, *, named: bool = True) -> EntityMention | None:
    """Whom the noun phrase stands for, no weapon and no deed; `named`: a name not known as anybody's may be."""
    classes = scene.classes(token)
    entity = scene.phrases.doc.entity(scene.phrases.index, token)
    if entity is not None:
        return entity if entity.resolved or entity.form != "pronoun" else None
    if "weapon" in classes and not classes & {"forces", "people"}:
        return None
    if not named and classes & {"transport", "site"} and not classes & {"people", "police"}:
        return None
    if classes.isdisjoint(_DOERS) and not (named and "name" in classes):
        return None
    # "a suicide bomber" is a weapon and somebody.
    armed = "weapon" in classes and "forces" in classes and scene.phrases.sentence.parse.tags[token][0] == "N"
    found = scene.phrases.party(token) or _counted(scene, token, classes)
    return scene.phrases.described(token) if found is None and armed else found


def _counted(scene: Scene, token: int, classes: frozenset[str]) -> EntityMention | None:
    """People under a number for a head: "thousands of students", "two of the nurses"."""
    phrases = scene.phrases
    if "number" not in classes:
        return None
    inner = [p.object for p in phrases.preps(token) if p.word == "of"]
    span = phrases.sentence.tokens(token, token)
    if inner and not scene.is_of(inner[0], ("people", "workers", "forces", "police")):
        return None
    if inner:
        span = Span(span.start, phrases.core(inner[0]).end)
    words = " ".join(span.of(phrases.doc.text).split())
    return EntityMention(span, phrases.index, token, words, "collective", "description", resolved=False)


def _doers(scene: Scene, hit: Hit, stage: Clause | None) -> list[EntityMention]:
    if hit.clause is not None or hit.subjects:
        tokens: list[int] = _accused(scene, hit.clause) or list(hit.subjects)
        # "pounded by Karan air strikes", "the shelling by gunners hit": whose strikes they were.
        tokens += [
            o
            for t in tokens
            if _does_harm(scene, t)
            for o in (_bearers(scene, t) or _in_front(scene, t, hit) or _by(scene, t))
        ]
    else:
        tokens = _owners(scene, hit) or _blamed(scene, hit)
        if not tokens and stage is not None and not _ended_by_others(scene, stage):
            tokens = _accused(scene, stage) or list(stage.subjects)
        if not tokens:
            tokens = _authors(scene, hit.token)
    found = [e for t in dict.fromkeys(_band(scene, t) for t in tokens) if (e := _somebody(scene, t)) is not None]
    return [e for e in dict.fromkeys(found) if e.name.lower() not in _NOBODY]


def _band(scene: Scene, token: int) -> int:
    """The group whose members a word only says to be people ("gangs of men who")."""
    parse = scene.phrases.sentence.parse
    of = parse.heads[token]
    if parse.lower[token] not in _NOBODY or parse.deps[token] != "pobj" or parse.lower[of] != "of":
        return token
    return parse.heads[of] if scene.is_of(parse.heads[of], ("forces", "people")) else token


def _ended_by_others(scene: Scene, stage: Clause) -> bool:
    """Whether those who end a deed are not plainly those who did it ("mediators ended the siege")."""
    if stage.lemma not in load_events().endings:
        return False
    return len(stage.subjects) != 1 or not scene.is_of(stage.subjects[0], ("people", "workers"))


def _accused(scene: Scene, clause: Clause | None) -> list[int]:
    """Whom a verb of blaming over the clause says to have done it ("accused the army of shelling")."""
    clauses = scene.phrases.sentence.clauses
    # "of launching an attack and killing as many as 300"
    while clause is not None and clause.link == "conj" and clause.parent is not None:
        clause = clauses[clause.parent]
    if clause is None or clause.parent is None or clause.link != "pcomp":
        return []
    above = scene.phrases.sentence.clauses[clause.parent]
    return list(above.objects) if above.lemma in load_events().blames else []


def _owners(scene: Scene, hit: Hit) -> list[int]:
    """Whose deed the noun names: "the dockers' strike", "the rebel attack", "an attack by", "a strike of"."""
    phrases = scene.phrases
    words = {"by"} | ({"of"} if "of" not in hit.deed.target else set())
    found = _bearers(scene, hit.token) or [p.object for p in phrases.preps(hit.token) if p.word in words]
    found += [p.object for t in _below(scene, hit) for p in phrases.preps(t) if p.word == "by"]
    found += [p.object for p in phrases.preps(hit.token) if p.word == "from" and _is_group(scene, p.object)]
    # "clashes between the army and the rebels": both do it.
    found += [m for p in phrases.preps(hit.token) if p.word == "between" for m in _with_conjuncts(scene, p.object)]
    found = [t for t in found if not phrases.is_time(t)]
    if found:
        return found
    return _in_front(scene, hit.token, hit)


def _is_group(scene: Scene, token: int) -> bool:
    """Whether a name is that of a body, not of a place ("rocket attacks from the Front")."""
    entity = scene.phrases.doc.entity(scene.phrases.index, token)
    return entity is not None and entity.kind == "organisation"


def _in_front(scene: Scene, token: int, hit: Hit) -> list[int]:
    """Who owns a deed or a weapon by the words before its noun ("government air strikes", "rebel rocket and sniper fire")."""
    parse = scene.phrases.sentence.parse
    near = [c for c in parse.children[token] if parse.deps[c] in _OWNING and c < token]
    near += [
        d for c in near for d in parse.children[c] if parse.deps[d] in _OWNING and d < c and parse.deps[c] != "poss"
    ]
    near = [c for c in near if not scene.phrases.is_time(c) and not _is_part_of_title(scene, c, token)]
    armed = hit.deed.type == "ASSAULT"
    return [m for c in near for m in _with_conjuncts(scene, c) if _owns(scene, m, armed=armed)]


def _is_part_of_title(scene: Scene, word: int, noun: int) -> bool:
    """Whether a word belongs to the name a deed itself bears ("the Arland Solidarity Rally")."""
    parse = scene.phrases.sentence.parse
    if parse.tags[noun] not in {"NNP", "NNPS"} or parse.deps[word] == "poss" or not parse.words[noun].istitle():
        return False
    first = noun
    while first > 0 and parse.words[first - 1].istitle() and parse.tags[first - 1] in {"NNP", "NNPS", "JJ"}:
        first -= 1
    return first <= word and noun - first > 1 and scene.phrases.doc.block_kind(scene.phrases.index) != "title"


def _does_harm(scene: Scene, token: int) -> bool:
    """Whether a noun is a weapon or a deed, which somebody's is."""
    if scene.is_of(token, ("forces",)):
        return False
    return scene.phrases.sentence.parse.lemmas[token] in noun_heads() or scene.is_of(token, ("weapon",))


_ITSELF = frozenset({"himself", "herself", "themselves", "itself"})


def _does_it_to_itself(scene: Scene, hit: Hit) -> bool:
    """ "A suicide bomber blew himself up": somebody does what else a bomb does by itself."""
    lower = scene.phrases.sentence.parse.lower
    return any(lower[o] in _ITSELF for o in hit.objects)


def _by(scene: Scene, token: int) -> list[int]:
    """Who is behind a deed or weapon that does the harm ("the shelling by gunners", "a shell fired by rebels")."""
    phrases = scene.phrases
    parse = phrases.sentence.parse
    heads = [token, *(c for c in parse.children[token] if parse.deps[c] == "acl")]
    found = [p.object for t in heads for p in phrases.preps(t) if p.word == "by"]
    # "a shell belonging to opposition forces".
    found += [p.object for t in heads[1:] if parse.lemmas[t] == "belong" for p in phrases.preps(t) if p.word == "to"]
    return [t for t in found if not phrases.is_time(t)]


def _bearers(scene: Scene, token: int) -> list[int]:
    """Whose weapon did it ("the sniper fire of the rebels"); the shelling of a town is another matter."""
    if not scene.is_of(token, ("weapon",)):
        return []
    behind = [p.object for p in scene.phrases.preps(token) if p.word == "of"]
    return [t for t in behind if scene.is_of(t, ("forces",))]


def _blamed(scene: Scene, hit: Hit) -> list[int]:
    """On whom a verb of blaming puts the deed ("blamed the raid on the army", "blamed the army for the raid")."""
    if hit.clause is not None or hit.deed.type not in _BLAMED:
        return []
    phrases = scene.phrases
    parse = phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        if clause.lemma.split()[0] not in load_events().blames:
            continue
        if hit.token in clause.objects and clause.lemma == "blame":
            return [p.object for t in (clause.verb, hit.token) for p in phrases.preps(t) if p.word == "on"]
        hung = (clause.verb, *(clause.objects if clause.lemma == "accuse" else ()))  # "accused the army of a raid"
        if any(p.word in {"for", "of"} and p.object == hit.token for t in hung for p in phrases.preps(t)):
            return [o for o in clause.objects if parse.lemmas[o] not in noun_heads()]
    return []


def _with_conjuncts(scene: Scene, token: int) -> list[int]:
    parse = scene.phrases.sentence.parse
    return parse.conjuncts(token) if parse.deps[token] == "poss" else [token]


def _owns(scene: Scene, token: int, *, armed: bool) -> bool:
    """Whether a word before the noun names its doer: somebody, not a place or a thing ("bus strike")."""
    phrases = scene.phrases
    if phrases.sentence.parse.lemmas[token] in load_events().epithets:
        return False
    if phrases.doc.entity(phrases.index, token) is not None:
        return True
    possessor = phrases.sentence.parse.deps[token] == "poss"
    classes = scene.classes(token)
    return bool(classes & {"people", "workers", "forces", "police"}) or (
        (possessor or armed) and "officials" in classes
    )


def _below(scene: Scene, hit: Hit) -> list[int]:
    """Nouns behind the deed's prepositions, on which the parser may hang what belongs to the deed."""
    return [p.object for p in scene.phrases.preps(hit.token) if p.word in hit.deed.target]


def _authors(scene: Scene, token: int) -> list[int]:
    """Who does what a clause hanging on the noun says ("the assault launched by the rebels", "the strike they began")."""
    parse, stages = scene.phrases.sentence.parse, load_events().stages
    return [
        s
        for c in scene.phrases.sentence.clauses
        if c.link in {"acl", "relcl"} and parse.heads[c.verb] == token and c.lemma in stages
        for s in c.subjects
        if s != token
    ]


def _targets(scene: Scene, hit: Hit, stage: Clause | None) -> list[EntityMention]:
    blamed = _blamed(scene, hit)
    tokens = [*hit.objects] if not hit.deed.doerless and hit.deed.mode not in _MOVED else []
    parts = [hit.token, *hit.objects, *([stage.verb] if stage is not None else [])]
    tokens += [p.object for t in parts for p in scene.phrases.preps(t) if p.word in hit.deed.target]
    found = [
        e
        for t in dict.fromkeys(tokens)
        if t not in blamed and not _is_no_target(scene, t) and (e := _somebody(scene, t)) is not None
    ]
    return [e for e in dict.fromkeys(found) if e.head not in hit.subjects and not _is_doer_again(scene, hit, e)]


def _is_no_target(scene: Scene, token: int) -> bool:
    """Whether a word is a time, or the doer again ("blew himself up")."""
    return scene.phrases.is_time(token) or scene.phrases.sentence.parse.lower[token] in _ITSELF


def _is_doer_again(scene: Scene, hit: Hit, entity: EntityMention) -> bool:
    """Whether a pronoun stands for a word of the doer's own phrase, which it cannot ("gangs of men who beat them")."""
    if entity.form != "pronoun":
        return False
    region = {t for s in hit.subjects for t in scene.phrases.region(_band(scene, s))}
    words = {scene.phrases.sentence.parse.lower[t] for t in region if t < hit.token}
    return entity.name.lower() in words or any(
        (e := scene.phrases.entity(t)) is not None and e.name == entity.name for t in region if t < hit.token
    )


def _date(scene: Scene, hit: Hit, stage: Clause | None) -> DateMention | None:
    """The day told of the deed: one that hangs on its words, or on the clause it is the matter of; nearest first."""
    phrases, parse = scene.phrases, scene.phrases.sentence.parse
    if not phrases.dates_here:
        return None
    if hit.clause is None:
        return day_of_act(phrases.doc, phrases.index, hit.token, {hit.token, *_over(scene, hit, stage)})
    tops = words_of_act(parse, hit.token, hit.clause)
    found = day_of_act(phrases.doc, phrases.index, hit.token, tops)
    return found or day_of_act(phrases.doc, phrases.index, hit.token, {*verbs_beside(parse, hit.clause)})


def _over(scene: Scene, hit: Hit, stage: Clause | None) -> list[int]:
    """The verb whose day is the noun's: that stages it, or that says what it did ("the raid killed 9 on Monday")."""
    if stage is not None:
        return [stage.verb]
    return [c.verb for c in scene.phrases.sentence.clauses if hit.token in c.subjects and c.tense == "past"]


def _alternative(scene: Scene, entities: list[EntityMention]) -> bool:
    """Whether the doers are joined by "or"."""
    heads = [e.head for e in entities]
    return "or" in scene.phrases.sentence.parse.lower[min(heads) : max(heads)]
