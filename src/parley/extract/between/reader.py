"""What a clause or noun phrase tells as a deed of one party to another, by the words of `lexicon/plover.toml`.

A word has a type of its own, or an operation that makes one of what it governs: "began to lift the ban" is read from
"ban" outwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from parley.annotate.clauses import Clause
from parley.annotate.preps import Prep, preps_from
from parley.extract.between.nouns import OPERATIONS, named_by, nouns_before, phrase_words, turned
from parley.extract.between.scene import Scene
from parley.lexicon.plover import PloverFrame, PloverType, Turn, load_plover
from parley.lexicon.words import word_list

__all__ = ["FRIENDLY", "HOSTILE", "Reader"]

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_COPULAS = word_list("between.reader.copulas")
_FUTURE = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "can"})
_DUTY = frozenset({"must", "should", "ought"})
_DUTIES = frozenset({"need", "have", "be", "ought"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp"})
_YET = frozenset({"yet"})
_SPEAKING = frozenset({"tell"})
_LEADING = frozenset({"in", "on", "into", "with", "to", "of", "for", "at", "out of", "from"})
_ASKED = frozenset({"on", "upon", "to", "from", "of"})


@cache
def _by_verb() -> dict[str, tuple[str, ...]]:
    """Types and operations by verb; an operation comes before a type."""
    found: dict[str, list[str]] = {}
    for name, words in sorted(load_plover().verbs.items(), key=lambda item: item[0] not in OPERATIONS):
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def _frames() -> dict[str, tuple[tuple[int, PloverFrame], ...]]:
    """The frames of each verb with their places in the file."""
    found: dict[str, list[tuple[int, PloverFrame]]] = {}
    for place, frame in enumerate(load_plover().frame):
        for verb in frame.verbs:
            found.setdefault(verb, []).append((place, frame))
    return {verb: tuple(frames) for verb, frames in found.items()}


class Reader:
    """Reads the clauses and nouns of one sentence; a word that is being read already is not read again."""

    def __init__(self, scene: Scene) -> None:
        """`scene` is the sentence with its two parties."""
        self.scene = scene
        self._open: set[int] = set()
        self._known: dict[int, PloverType | None] = {}

    def clause(self, clause: Clause) -> PloverType | None:
        """The type of what the clause tells, with its polarity and time; None when its words tell no deed."""
        if clause.verb in self._known:
            return self._known[clause.verb]
        if clause.verb in self._open:
            return None
        self._open.add(clause.verb)
        try:
            found = self._known[clause.verb] = self._placed(clause, self._plain(clause))
        finally:
            self._open.discard(clause.verb)
        return found

    def noun(self, token: int) -> PloverType | None:
        """The type of the deed a noun phrase names; None when it names none."""
        parse = self.scene.parse
        if parse.tags[token][0] not in "NVJ" and parse.tags[token] != "CD":
            return None
        words = phrase_words(parse, token)
        name = named_by(words)
        if name is None or name in OPERATIONS:
            if token in self._open:
                return None
            self._open.add(token)
            inner = next(self._inside(token), None)
            self._open.discard(token)
            return inner if name is None else turned(cast(Turn, name), inner)
        return cast(PloverType, name)

    def _inside(self, token: int) -> Iterator[PloverType]:
        """What a noun governs: behind "of" and the like, a clause on it, or a noun before it."""
        parse = self.scene.parse
        for child in parse.children[token]:
            if parse.deps[child] == "prep" and parse.lower[child] in {"of", "to", "on", "in", "for"}:
                for prep in preps_from(parse, child):
                    if (found := self.noun(prep.object)) is not None:
                        yield found
            elif parse.deps[child] == "acl" and child in self.scene.clause_by_verb:
                clause = self.scene.clause_by_verb[child]
                active = parse.tags[child] == "VBG" or self._is_infinitive(clause)
                if active and (found := self.clause(clause)) is not None:
                    yield found
        if named_by(phrase_words(parse, token)) is not None:  # "package", "operation": what stands before says which
            for word in nouns_before(parse, token):
                if (name := named_by([word])) and name not in OPERATIONS:
                    yield cast(PloverType, name)

    def _plain(self, clause: Clause) -> PloverType | None:
        """The type from the verb and what stands with it, before polarity and time."""
        names = list(self._names(clause))
        frames = sorted({place: f for name in names for place, f in _frames().get(name, ())}.items())
        for _, frame in frames:
            if self._applies(frame, clause):
                return frame.type or self._turn(cast(Turn, frame.op), clause)
        listed = next((_by_verb()[name] for name in names if name in _by_verb()), ())
        bare = next((n for n in listed if n not in OPERATIONS), None)
        for operation in (n for n in listed if n in OPERATIONS):
            inner = self._governs(clause, operation)
            if inner is not None or bare is None:
                return self._turn(cast(Turn, operation), clause)
        if bare is not None:
            return cast(PloverType, bare)
        return None if listed else self._governs(clause, "begin")

    def _turn(self, operation: Turn, clause: Clause) -> PloverType | None:
        inner = self._governs(clause, operation)
        if operation == "ask" and not self._is_addressed(clause):
            return turned("incite", inner)
        return turned(operation, inner)

    def _is_addressed(self, clause: Clause) -> bool:
        """Whether it is the target of whom the clause asks something, or who is to do it."""
        asked = [*clause.objects, *clause.datives, *(p.object for p in clause.preps if p.word in _ASKED)]
        asked += [t for inner in self._complements(clause) for t in (*inner.subjects, *self._grammatical(inner))]
        return any(t in self.scene.target for t in asked)

    def _grammatical(self, clause: Clause) -> list[int]:
        """The words that stand as the clause's subject, in the passive too."""
        parse = self.scene.parse
        return [c for c in parse.children[clause.verb] if parse.deps[c] in {"nsubj", "nsubjpass", "csubj"}]

    def _names(self, clause: Clause) -> Iterator[str]:
        """What the verb may be listed as: a copula with its adjective, a verb with its particle or preposition, alone."""
        parse = self.scene.parse
        verb = clause.lemma.split(" ")[0]
        if verb in _COPULAS and clause.complement is not None:
            yield f"be {parse.lemmas[clause.complement]}"
        if parse.tags[clause.verb][0] in "JN" and not clause.lemma.count(" "):
            yield f"be {parse.lemmas[clause.verb]}"
        if clause.complement is not None:
            yield f"{verb} {parse.lemmas[clause.complement]}"
        if " " in clause.lemma:
            yield clause.lemma
            if clause.lemma in _by_verb() or clause.lemma in _frames():
                return
        for prep in self._preps(clause):
            yield f"{verb} {prep.word}"
        yield verb

    def _preps(self, clause: Clause) -> list[Prep]:
        """The clause's prepositional phrases, without those that say when."""
        return [p for p in clause.preps if p.object not in self.scene.times]

    # ---------------------------------------------------------------- what a clause governs

    def _governs(self, clause: Clause, operation: str) -> PloverType | None:
        """The type of what stands under the clause: first clauses for what is said or wished, else first nouns."""
        clauses = self._below(clause, operation)
        nouns = (found for token in self._noun_slots(clause) if (found := self.noun(token)) is not None)
        order = (nouns, clauses) if operation in {"begin", "end"} else (clauses, nouns)
        return next((found for group in order for found in group), None)

    def _below(self, clause: Clause, operation: str) -> Iterator[PloverType]:
        for inner in self.scene.governed.get(clause.verb, ()):
            if inner.link in _COMPLEMENTS or self._is_purpose(inner):
                found = self._said(clause, inner) if operation in _SPEAKING else self.clause(inner)
                if found is not None:
                    yield found

    def _said(self, clause: Clause, inner: Clause) -> PloverType | None:
        """What somebody says: of the other party, a duty or a charge; of itself, what it does."""
        if not self._is_target((*inner.subjects, *self._grammatical(inner))):
            return self.clause(inner)
        below = self.scene.governed.get(inner.verb, ())
        has_to = inner.lemma in _DUTIES and any(c.link == "xcomp" for c in below)
        wished = self.scene.parse.tags[inner.verb] == "VB" and inner.modal is None and not self._is_infinitive(inner)
        if inner.modal in _DUTY or has_to or wished:
            return turned("duty", None)
        if inner.complement is None:
            return turned("charge", self.clause(inner))
        return "ACCUSE" if self._is("harm_talk", inner.complement) and not inner.negated else self.clause(inner)

    def _is_target(self, tokens: tuple[int, ...]) -> bool:
        return any(t in self.scene.target for t in tokens)

    def _is_purpose(self, inner: Clause) -> bool:
        """An infinitive of purpose or on the object ("called him to apologise", "approved a plan to build")."""
        return inner.link in {"advcl", "acl"} and self._is_infinitive(inner)

    def _is_infinitive(self, clause: Clause) -> bool:
        parse = self.scene.parse
        return any(parse.tags[c] == "TO" for c in parse.children[clause.verb])

    def _noun_slots(self, clause: Clause) -> list[int]:
        """Nouns under a clause in the order in which they tell its deed."""
        found = list(clause.objects)
        if clause.complement is not None:
            found.append(clause.complement)
        found += [p.object for p in self._preps(clause) if p.word in _LEADING and p.token > clause.verb]
        return [t for t in found if t not in self.scene.source and t not in self.scene.target]

    # ---------------------------------------------------------------- polarity and time

    def _placed(self, clause: Clause, found: PloverType | None) -> PloverType | None:
        if self._is_negated(clause):
            return turned("not", found)
        if found is not None and ((clause.modal in _FUTURE and not clause.perfect) or self._is_going(clause)):
            return turned("future", found)
        return found

    def _is_negated(self, clause: Clause) -> bool:
        parse = self.scene.parse
        before = {parse.lower[c] for c in parse.children[clause.verb]}
        unmet = clause.link == "xcomp" and self._parent(clause).lemma == "have" and _YET & self._adverbs(clause)
        return clause.negated or bool(unmet) or ("longer" in before and "any" not in before)

    def _adverbs(self, clause: Clause) -> set[str]:
        """The words that hang on the clause above and on the clause itself."""
        parse = self.scene.parse
        return {parse.lower[c] for v in (clause.verb, self._parent(clause).verb) for c in parse.children[v]}

    def _is_going(self, clause: Clause) -> bool:
        """ "is going to", "is to"."""
        above = self._parent(clause) if clause.link == "xcomp" and clause.parent is not None else None
        return above is not None and (above.lemma == "go" or (above.lemma == "be" and above.complement is None))

    def _parent(self, clause: Clause) -> Clause:
        return self.scene.sentence.clauses[cast(int, clause.parent)]

    # ---------------------------------------------------------------- frames

    def _applies(self, frame: PloverFrame, clause: Clause) -> bool:
        if frame.needs and not any(self._met(need, clause) for need in frame.needs):
            return False
        return not any(self._met(need, clause) for need in frame.unless)

    def _met(self, need: str, clause: Clause) -> bool:
        if " & " in need:
            return all(self._met(part, clause) for part in need.split(" & "))
        slot, _, classes = need.partition("=")
        if slot == "none":
            return not self._slot(classes, clause)
        if slot == "near":
            return self._near(classes, clause)
        if slot == "clause":
            return any(self._clause_is(c, inner) for inner in self._complements(clause) for c in classes.split("|"))
        return any(self._is(c, token) for token in self._slot(slot, clause) for c in classes.split("|"))

    def _complements(self, clause: Clause) -> list[Clause]:
        below = self.scene.governed.get(clause.verb, ())
        return [c for c in below if c.link in _COMPLEMENTS or self._is_purpose(c)]

    def _clause_is(self, name: str, inner: Clause) -> bool:
        if name == "any":
            return True
        if name == "infinitive":
            return self._is_infinitive(inner)
        if name == "target":
            return self._is_target((*inner.subjects, *self._grammatical(inner)))
        words = load_plover().classes.get(name)
        if words is not None:
            parse = self.scene.parse
            return parse.lemmas[inner.verb] in words or (
                inner.complement is not None and parse.lemmas[inner.complement] in words
            )
        return _is_of(self.clause(inner), name)

    def _slot(self, slot: str, clause: Clause) -> list[int]:
        if slot == "object":
            return list(clause.objects)
        if slot == "subject":
            return list(clause.subjects)
        if slot == "complement":
            parse = self.scene.parse
            own = [] if clause.complement is None else [clause.complement]
            return own + [c for c in parse.children[clause.verb] if parse.deps[c] in {"oprd", "acomp", "attr"}]
        found = [p.object for p in self._preps(clause) if p.word == slot]
        return found or [p.object for p in self._hung_on(clause) if p.word == slot]

    def _hung_on(self, clause: Clause) -> Iterator[Prep]:
        """Phrases that the parser hung on the object ("took the league to court")."""
        parse = self.scene.parse
        for token in clause.objects:
            for child in parse.children[token]:
                if parse.deps[child] == "prep":
                    yield from preps_from(parse, child)

    def _near(self, classes: str, clause: Clause) -> bool:
        words: set[str] = set()
        for name in classes.split("|"):
            words |= {name[1:-1]} if name[0] == "'" else load_plover().classes[name]
        lemmas = self.scene.parse.lemmas
        return any(lemmas[t] in words for t in range(clause.first, clause.last + 1))

    def _is(self, name: str, token: int) -> bool:
        """Whether a noun phrase is of a class, or tells a deed of a type."""
        if name == "any":
            return True
        if name[0] == "'":
            return name[1:-1] in phrase_words(self.scene.parse, token)
        if name in {"target", "source"}:
            return token in (self.scene.target if name == "target" else self.scene.source)
        if name == "name":
            return self.scene.parse.tags[token] in {"NNP", "NNPS"}
        words = load_plover().classes.get(name)
        if words is not None:
            return any(word in words for word in self._classed(token))
        return _is_of(self.noun(token), name) if name.isupper() or name in _KINDS else self._operates(token, name)

    def _operates(self, token: int, operation: str) -> bool:
        return named_by(phrase_words(self.scene.parse, token)) == operation

    def _classed(self, token: int) -> list[str]:
        """The words a noun phrase may be known by: its own, those behind its "of", those it is listed with."""
        parse = self.scene.parse
        found = phrase_words(parse, token)
        if (named_by(found) or "begin") != "begin":
            return [*found, *nouns_before(parse, token)]
        found += nouns_before(parse, token)
        for child in parse.children[token]:
            if parse.deps[child] == "prep" and parse.lower[child] in {"of", "in"}:
                found += [w for p in preps_from(parse, child) for w in phrase_words(parse, p.object)]
        return found


_KINDS = frozenset({"hostile", "friendly"})


def _is_of(found: PloverType | None, name: str) -> bool:
    if name == "hostile":
        return found in HOSTILE
    if name == "friendly":
        return found in FRIENDLY
    return found == name
