"""Parties named together: whom "both", "the two sides", "each" and "delegations of A and B" stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.annotate.nouns import noun_at
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.lexicon.words import word_list
from parley.model.claim import ActorKind

__all__ = ["BETWEEN", "each_of", "stands_for_several"]

_COUNTS = {"both": 2, "two": 2, "neither": 2, "either": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
# Alone they stand for the parties just named.
_ALONE = frozenset({"both", "neither", "either", "each", "two", "three", "four", "pair", "duo", "trio"})
_STATES = word_list("moves.parties.together.states")
_FIRMS = word_list("moves.parties.together.firms")
_UNIONS = frozenset({"union"})
_ANY = word_list("moves.parties.together.any")
_PAIRED = word_list("moves.parties.together.paired")
_PARTIES: frozenset[ActorKind] = frozenset(
    {"state", "organisation", "armed_group", "company", "consortium", "union", "office"}
)
_OWNING = frozenset({"of", "from", "for"})
# How many sentences a collective reaches back for parties that are not coordinated.
_WINDOW = 2


def stands_for_several(phrases: Phrases, token: int) -> tuple[int | None, frozenset[ActorKind]] | None:
    """How many parties a word stands for together (None: as many as were named together), and of which kinds; None when
    the word is no such collective."""
    parse = phrases.sentence.parse
    lower, lemma = parse.lower[token], parse.lemmas[token]
    if lower in _ALONE and parse.tags[token] not in {"NNP", "NNPS"}:
        if any(p.word == "of" for p in phrases.preps(token)) or (
            parse.tags[token] == "CD" and not _pointed(phrases, token)
        ):
            return None
        return _COUNTS.get(lower), _PARTIES
    kinds = _kinds(lemma) or _kinds(lower)
    if kinds is None:
        return None
    before = [c for c in parse.children[token] if c < token]
    count = next((_COUNTS[parse.lower[c]] for c in before if parse.lower[c] in _COUNTS), None)
    if count is not None:
        return (
            (count, kinds)
            if (count == 2 and parse.lower[before[0]] in _ALONE - {"two"}) or _pointed(phrases, token)
            else None
        )
    if lower in _PAIRED and _pointed(phrases, token) and len(before) == 1:
        return 2, kinds
    return None


def _pointed(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.lower[c] in {"the", "these", "those", "all"} for c in parse.children[token] if c < token)


def _kinds(word: str) -> frozenset[ActorKind] | None:
    if word in _STATES:
        return frozenset({"state", "organisation"})
    if word in _FIRMS:
        return frozenset({"company", "consortium", "organisation"})
    if word in _UNIONS:
        return frozenset({"union", "organisation"})
    return _PARTIES if word in _ANY else None


def each_of(phrases: Phrases, token: int) -> list[EntityMention]:
    """The parties a collective at `token` stands for, each by itself, where the text has named just as many; else nothing."""
    if (owners := _listed_behind(phrases, token) or _sent_by(phrases, token)) is not None:
        return owners
    wanted = stands_for_several(phrases, token)
    if wanted is not None:
        return _named_before(phrases, token, *wanted)
    if phrases.sentence.parse.lower[token] == "they":
        if (both := _collective_before(phrases, token)) is not None:
            return each_of(phrases, both)
        if told := _speakers(phrases, token):
            return told
        entity = phrases.entity(token)
        if entity is None or not entity.resolved:
            return _subjects_before(phrases, token)
        if senders := _expanded(phrases, entity):
            return senders
    return []


def _speakers(phrases: Phrases, token: int) -> list[EntityMention]:
    """ "The bloc and Japan said they could not": several who say it speak of themselves."""
    clauses = phrases.sentence.clauses
    clause = next((c for c in clauses if token in c.subjects and c.link == "ccomp" and c.parent is not None), None)
    if clause is None or clause.parent is None or len(clauses[clause.parent].subjects) < 2:
        return []
    found = [phrases.party(s, strict=True) for s in clauses[clause.parent].subjects]
    named = [e for e in found if e is not None and e.kind not in {"person", "unnamed"}]
    return named if len(named) == len(found) else []


def _expanded(phrases: Phrases, taken: EntityMention) -> list[EntityMention]:
    """ "Negotiators from A and B broke off. They will meet again": who sent those whom "they" takes up."""
    for index in (phrases.index, phrases.index - 1):
        for entity in phrases.doc.entities:
            if entity.sentence == index and entity.form == "description" and entity.name == taken.name:
                return _sent_by(phrases_of(phrases.doc, index), entity.head) or []
    return []


def _collective_before(phrases: Phrases, token: int) -> int | None:
    """ "The two governments have not met since they": the collective for two right before a "they" of a clause below."""
    parse = phrases.sentence.parse
    own = next((c for c in parse.clauses if token in c.subjects), None)
    if own is None or own.link != "advcl":
        return None
    for before in range(token - 1, -1, -1):
        if parse.tags[before] in {"NNS", "NNPS"} and parse.deps[before] in {"nsubj", "pobj"}:
            return before if stands_for_several(phrases, before) is not None else None
    return None


def _listed_behind(phrases: Phrases, token: int) -> list[EntityMention] | None:
    """ "Two republics, Sarnia and Old Temmark, offered": the names that stand between commas behind a plural."""
    parse = phrases.sentence.parse
    if parse.tags[token] not in {"NNS", "NNPS"} or token + 3 >= len(parse) or parse.words[token + 1] not in _OPENING:
        return None
    end = next((t for t in range(token + 2, len(parse)) if parse.words[t] in _CLOSING and _ends_list(phrases, t)), None)
    if end is None or end - token > 12 or not {"and", "&"} & set(parse.words[token + 2 : end]):
        return None
    if any(not (parse.words[t][:1].isupper() or parse.words[t] in _LISTING) for t in range(token + 2, end)):
        return None
    lasts = [t for t in range(token + 2, end) if t + 1 == end or parse.words[t + 1] in {",", "and"}]
    named = [phrases.doc.entity(phrases.index, t) for t in lasts if parse.words[t][:1].isupper()]
    found = [e for e in named if e is not None and e.form == "name"]
    return found if len(found) == len(named) > 1 else None


_OPENING = frozenset({",", "-", "--", "\u2013", "\u2014", "(", ":"})
_CLOSING = frozenset({",", "-", "--", "\u2013", "\u2014", ")", "."})
_LISTING = frozenset({",", "and", "&", "the", "of", "The"})


def _ends_list(phrases: Phrases, token: int) -> bool:
    """Whether a comma or dash closes a list: the last member, behind "and", stands before it."""
    words = phrases.sentence.parse.words
    return "and" in words[max(0, token - 5) : token]


def _sent_by(phrases: Phrases, token: int) -> list[EntityMention] | None:
    """ "Envoys of A and B", "delegations of both countries": those who sent them."""
    parse = phrases.sentence.parse
    if parse.tags[token] not in {"NNS", "NNPS"}:
        return None
    hit = noun_at(parse.lower, parse.lemmas[token], token)
    if hit is None or not hit[1].roles & {"office", "unnamed", "organ", "wing"} or parse.lemmas[token] in BETWEEN:
        return None
    objects = [o for p in _with_coordinated(phrases, token) for o in p]
    if len(objects) == 1 and (named := _listed_behind(phrases, objects[0])) is not None:
        return named
    found = list(_parties_at(phrases, objects))
    return found if len(found) > 1 else None


def _with_coordinated(phrases: Phrases, token: int) -> Iterator[list[int]]:
    """The objects of the owning prepositions of a noun, and of those coordinated with them ("from A and from B")."""
    parse = phrases.sentence.parse
    for child in parse.children[token]:
        if parse.deps[child] == "prep" and parse.lower[child] in _OWNING:
            for prep in parse.conjuncts(child):
                for top in (c for c in parse.children[prep] if parse.deps[c] == "pobj"):
                    yield parse.conjuncts(top)


def _parties_at(phrases: Phrases, tokens: Iterable[int]) -> Iterator[EntityMention]:
    for token in tokens:
        if stands_for_several(phrases, token) is not None:
            yield from each_of(phrases, token)
        elif (entity := phrases.party(token)) is not None and (entity.kind in _PARTIES or entity.form == "description"):
            yield entity


def _named_before(phrases: Phrases, token: int, count: int | None, kinds: frozenset[ActorKind]) -> list[EntityMention]:
    """The nearest coordination of as many parties, else all parties of the last sentences, or of the report, if so many."""
    parse = phrases.sentence.parse
    lemma = parse.lemmas[token]
    bare = parse.lower[token] in _PAIRED and not any(parse.lower[c] in _COUNTS for c in parse.children[token])
    for index in range(phrases.index, max(-1, phrases.index - (2 if bare else 6)), -1):
        here = phrases if index == phrases.index else phrases_of(phrases.doc, index)
        groups = _groups(here, token if index == phrases.index else None)
        for group in reversed(groups):
            fitting = [e for e in group if e.kind in kinds]
            if len(fitting) == len(group) and (len(group) == count or (count is None and len(group) > 1)):
                return _more_spoken_of(phrases, token, group, kinds) if count == 2 and lemma in _SIDES else group
        if index != phrases.index and (again := _same_again(here, count)):
            return again
    found = _only_ones(phrases, token, count, kinds) if count is not None else []
    return _more_spoken_of(phrases, token, found, kinds) if count == 2 else found


_SIDES = word_list("moves.parties.together.sides")


def _more_spoken_of(
    phrases: Phrases, token: int, group: list[EntityMention], kinds: frozenset[ActorKind]
) -> list[EntityMention]:
    """The two parties a report has named most often so far, where both of a pair just named are named less: "the two sides"
    of talks are no bystanders mentioned in between."""
    sides: dict[str, EntityMention] = {}
    counts: Counter[str] = Counter()
    for entity in phrases.doc.entities:
        if entity.sentence > phrases.index or (entity.sentence == phrases.index and entity.head >= token):
            break
        side = _side(phrases, entity)
        # Those who only carry messages, and people who are counted, are no sides.
        apart = _carries(phrases, entity) or any(c.isdigit() for c in side.name)
        if not apart and side.kind in kinds & _PARTIES and (entity.resolved or entity.form == "name"):
            sides.setdefault(side.name, side)
            counts[side.name] += 1
    top = counts.most_common(3)
    if len(top) < 2 or top[1][1] < 2 or (len(top) > 2 and top[2][1] == top[1][1]):
        return group
    least = min((counts[e.name] for e in group), default=0)
    principal = {name for name, _ in top[:2]}
    if group and (least >= top[1][1] or {e.name for e in group} == principal):
        return group
    return [sides[name] for name in sides if name in principal]


def _same_again(phrases: Phrases, count: int | None) -> list[EntityMention]:
    """Whom a collective for as many, the subject of an earlier sentence, stands for."""
    for clause in phrases.sentence.clauses:
        for subject in clause.subjects:
            wanted = stands_for_several(phrases, subject)
            if wanted is not None and wanted[0] == count:
                return each_of(phrases, subject)
    return []


def _groups(phrases: Phrases, before: int | None) -> list[list[EntityMention]]:
    """The coordinations of parties in a sentence, of those before a token where one is given, in text order."""
    parse = phrases.sentence.parse
    found = []
    between = {s for c in phrases.sentence.clauses if _comes_between(phrases, c) for s in c.subjects}
    for first in range(len(parse) if before is None else before):
        if (
            first in between
            or parse.deps[first] == "conj"
            or not any(parse.deps[c] in {"conj", "appos"} for c in parse.children[first])
        ):
            continue
        members = [phrases.doc.entity(phrases.index, t) for t in parse.conjuncts(first)]
        parties = [_side(phrases, e) for e in members if e is not None and (e.kind in _PARTIES or e.acts_for)]
        if len(parties) > 1 and len(parties) == len(members):
            found.append(parties)
    for clause in phrases.sentence.clauses:
        if not between.isdisjoint(clause.subjects):
            continue
        subjects = [phrases.doc.entity(phrases.index, t) or _said_with_article(phrases, t) for t in clause.subjects]
        parties = [
            _side(phrases, e)
            for e in subjects
            if e is not None and (e.kind in _PARTIES or e.acts_for or not e.resolved)
        ]
        if len(parties) > 1 and len(parties) == len(subjects) and (before is None or clause.verb < before):
            found.append(parties)
    return found


def _comes_between(phrases: Phrases, clause: Clause) -> bool:
    """ "Norland and Sweden are mediating", "have narrowed the quarrel": who does so is no side, save of "their" quarrel."""
    parse = phrases.sentence.parse
    if clause.passive or clause.lemma not in _MEDIATING:
        return False
    own = any(parse.deps[c] == "poss" and parse.lower[c] == "their" for o in clause.objects for c in parse.children[o])
    return not own and (bool(clause.objects) or clause.lemma == "mediate")


_MEDIATING = word_list("moves.parties.together.mediating")


def _said_with_article(phrases: Phrases, token: int) -> EntityMention | None:
    """ "The museum and the family quarrelled": whoever a definite noun names beside another."""
    parse = phrases.sentence.parse
    definite = any(parse.lower[c] == "the" for c in parse.children[token] if c < token)
    found = phrases.party(token) if definite and parse.tags[token] == "NN" else None
    return msgspec.structs.replace(found, kind="organisation") if found is not None else None


def _side(phrases: Phrases, entity: EntityMention) -> EntityMention:
    """Whoever a mention acts for, as a party."""
    if entity.kind in _PARTIES - {"office"} or entity.acts_for is None:
        return entity
    return msgspec.structs.replace(entity, name=entity.acts_for, acts_for=None, kind="organisation")


def _only_ones(phrases: Phrases, token: int, count: int, kinds: frozenset[ActorKind]) -> list[EntityMention]:
    """The parties of the last sentences, or else of all of the report so far, where there are just so many."""
    here = [
        e
        for e in phrases.doc.entities
        if e.sentence < phrases.index or (e.sentence == phrases.index and e.head < token)
    ]
    between = {n for e in here if _carries(phrases, e) for n in (e.name, e.acts_for)}
    here = [e for e in here if e.name not in between and (e.acts_for is None or e.acts_for not in between)]
    parse = phrases.sentence.parse
    reaches = (phrases.index - _WINDOW, 0) if any(parse.lower[c] in _COUNTS for c in parse.children[token]) else (0,)
    for since in reaches:
        near = [e for e in here if e.sentence >= since and e.form == "name"]
        sides: dict[str, EntityMention] = {}
        for entity in near:
            if (entity.kind in kinds and entity.kind in _PARTIES) or (
                entity.kind in {"person", "office"} and entity.acts_for
            ):
                side = _side(phrases, entity)
                sides.setdefault(side.name, side)
        if len(sides) == count:
            return list(sides.values())
    return []


def _carries(phrases: Phrases, entity: EntityMention) -> bool:
    """Whether a mention is a mediator's by its noun."""
    parse = phrases.doc.sentences[entity.sentence].parse
    return entity.form == "description" and parse.lemmas[entity.head] in BETWEEN | {"envoy", "emissary"}


BETWEEN = word_list("moves.parties.together.between")


def _subjects_before(phrases: Phrases, token: int) -> list[EntityMention]:
    """Whom an open "they" takes up: the coordinated subjects of an earlier clause, or of the sentence before."""
    objects: list[EntityMention] = []
    for index in (phrases.index, phrases.index - 1):
        if index < 0:
            break
        here = phrases if index == phrases.index else phrases_of(phrases.doc, index)
        for clause in here.sentence.clauses:
            if index == phrases.index and clause.verb >= token:
                break
            told = _given_to(here, clause) if index == phrases.index and not objects else []
            objects = objects or told
            if len(clause.subjects) > 1:
                found = [here.party(s) for s in clause.subjects]
                parties = [e for e in found if e is not None and e.kind not in {"person", "unnamed"}]
                return parties if len(parties) == len(found) else []
            first = clause.subjects[0] if clause.subjects else None
            # Another "they" tells no more, and might be this one.
            if first is not None and here.sentence.parse.lower[first] != "they" and (named := each_of(here, first)):
                return named
        if objects:
            return objects
    return []


def _given_to(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "gave the firms and the union until noon": several parties something is done to, who can be "they" thereafter."""
    for heads in (clause.datives, clause.objects):
        found = [
            e for t in heads if (e := phrases.party(t, strict=True)) is not None and e.kind in _PARTIES | {"collective"}
        ]
        if len(heads) > 1 and len(found) == len(heads):
            return found
    return []
