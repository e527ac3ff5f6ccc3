"""Moves by verbs whose own meaning is the act, whatever it is about: who promises, promises; who spurns, says no."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.fillers import clause_fillers
from parley.extract.relevance import tells_of_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.groups import means_people
from parley.lexicon.plain_verbs import PlainVerb, load_plain_verbs

__all__ = ["find_plain_acts"]

# Who only tells of talks, or of whom nothing is known.
_NO_SIDE = frozenset({"outlet", "court"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
_NOT_TOLD = frozenset({"xcomp", "csubj", "pcomp"})
_UNREAL = frozenset({"if", "whether", "unless", "lest"})


@cache
def _by_lemma() -> dict[str, list[PlainVerb]]:
    table: dict[str, list[PlainVerb]] = {}
    for entry in load_plain_verbs():
        for verb in entry.verbs:
            table.setdefault(verb, []).append(entry)
    return table


def find_plain_acts(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """The acts of plain verbs in a report of talks, at words that make no other act (`taken`)."""
    table = _by_lemma()
    for clause in phrases.sentence.clauses:
        entries = _entries(clause, table) if clause.verb not in taken else []
        if entries and _is_told(phrases, clause):
            hit = next(filter(None, (_read(phrases, clause, entry) for entry in entries)), None)
            if hit is not None:
                yield hit


def _entries(clause: Clause, table: dict[str, list[PlainVerb]]) -> list[PlainVerb]:
    """Those of the verb, or of the verb with its preposition ("call on")."""
    found = table.get(clause.lemma)
    return found or [e for prep in clause.preps for e in table.get(f"{clause.lemma} {prep.word}", [])]


def _is_told(phrases: Phrases, clause: Clause) -> bool:
    """Whether a side of a dispute does it, in a clause that stands for itself and not for what another asks or may do."""
    parse = phrases.sentence.parse
    bare = parse.tags[clause.verb] == "VB" and clause.modal is None and clause.tense == "none"
    if bare or clause.mark in _UNREAL or clause.link in _NOT_TOLD:
        return False
    return tells_of_talks(phrases.doc) and any(_is_side(phrases, subject) for subject in clause.subjects)


def _is_side(phrases: Phrases, token: int) -> bool:
    if phrases.sentence.parse.lower[token] in _PRONOUNS:
        return True
    if phrases.sentence.parse.lemmas[token] in load_acts().nouns["onlookers"]:
        return False
    entity = phrases.party(token, strict=True)
    return entity is not None and entity.kind not in _NO_SIDE and not _is_private(phrases, token, entity)


def _is_private(phrases: Phrases, token: int, entity: EntityMention) -> bool:
    """Whether the subject is one person who is given no name and speaks for nobody ("the widow"), and no go-between."""
    parse, nouns = phrases.sentence.parse, load_acts().nouns
    described = entity.form == "description" and entity.acts_for is None and parse.tags[token] == "NN"
    between = parse.lemmas[token] in nouns["mediator"] | nouns["carrier"]
    return described and means_people(parse.lemmas[token]) and not between


def _read(phrases: Phrases, clause: Clause, entry: PlainVerb) -> ActHit | None:
    """The act of the verb with the first complement it takes that is none of those left out."""
    for slot in entry.takes:
        fillers = _fillers(phrases, clause, slot)
        if not fillers and (slot != "none" or clause.objects):
            continue
        if any(_is_left_out(phrases, filler, entry) for filler in fillers):
            return None
        return ActHit(
            entry.act, None, clause.verb, clause, slot, fillers, entry.gives, False, False,
            f"move:{entry.act}:plain", entry.negative,
        )  # fmt: skip
    return None


def _fillers(phrases: Phrases, clause: Clause, slot: str) -> tuple[int, ...]:
    """What fills the slot; in "another" stands what somebody else is to do ("wants the fund to be cut")."""
    if slot == "none":
        return ()
    if slot != "another":
        return tuple(clause_fillers(phrases, clause, slot))
    below = (phrases.clause_by_verb.get(t) for t in clause_fillers(phrases, clause, "clause"))
    return tuple(c.verb for c in below if c is not None and c.own_subject)


def _is_left_out(phrases: Phrases, filler: int, entry: PlainVerb) -> bool:
    if phrases.is_of(filler, entry.never):
        return True
    return not entry.people and (phrases.means_somebody(filler) or phrases.entity(filler) is not None)
