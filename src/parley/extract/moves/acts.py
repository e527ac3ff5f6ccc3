"""Which act the words of a clause or noun phrase do: frames of `acts.toml` matched against the clause table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.issues import find_issue_heads
from parley.lexicon.acts import Acts, Frame, Need, NounFrame, load_acts, load_talks, parse_need

__all__ = ["LIGHT_VERBS", "ActHit", "find_acts"]

# Verbs with whose noun object the subject itself acts ("stated its readiness", "made a call for").
LIGHT_VERBS = frozenset(
    [
        "make",
        "state",
        "express",
        "voice",
        "repeat",
        "signal",
        "announce",
        "reiterate",
        "issue",
        "confirm",
        "put",
        "raise",
        "launch",
        "have",
        "declare",
        "indicate",
        "renew",
        "table",
        "submit",
        "show",
        "give",
    ]
)

# A slot of a need, and the preposition it stands for.
_PREPOSITIONS = {"to_prep": "to", "out_of": "out of"}
_PRONOUNS = frozenset({"it", "that", "this", "them", "these", "those"})
# Acts whose words are used of things as well ("tensions threaten to", "tunnels offer").
_THINGS_DO_TOO = frozenset({"threaten", "promise", "offer"})
_NO_FILLER = frozenset({"none", "passive", "subjects", "amount", "bare_walkout"})


class ActHit(msgspec.Struct, frozen=True):
    """An act found: `token` is its verb, noun or adjective, `clause` the clause it heads (None for a noun).

    `fillers` are the heads of the complements that met the need of `slot`; `gives`, `mode` and `owner` come from the
    frame, `rule` names it.
    """

    act: str
    mode: str | None
    token: int
    clause: Clause | None
    slot: str
    fillers: tuple[int, ...]
    gives: str
    owner: bool
    speaker: bool
    rule: str
    negative: bool = False
    told: bool = False


@cache
def _verb_table() -> dict[str, list[Frame]]:
    table: dict[str, list[Frame]] = {}
    for frame in load_acts().frame:
        for verb in frame.verbs:
            table.setdefault(verb, []).append(frame)
    return table


@cache
def _noun_table() -> dict[str, list[NounFrame]]:
    table: dict[str, list[NounFrame]] = {}
    for frame in load_acts().noun:
        for noun in frame.nouns:
            table.setdefault(noun, []).append(frame)
    return table


@cache
def _adjective_table() -> dict[str, list[NounFrame]]:
    table: dict[str, list[NounFrame]] = {}
    for frame in load_acts().adjective:
        for adjective in frame.adjectives:
            table.setdefault(adjective, []).append(frame)
    return table


def find_acts(phrases: Phrases) -> Iterator[ActHit]:
    """The acts of one sentence: of its clauses, then of its nouns; one act a word and frame order decides."""
    for clause in phrases.sentence.clauses:
        yield from _of_clause(phrases, clause)
    parse = phrases.sentence.parse
    for token, tag in enumerate(parse.tags):
        if tag in {"NN", "NNS"} and (hit := _of_noun(phrases, token)) is not None:
            yield hit


def _of_clause(phrases: Phrases, clause: Clause) -> Iterator[ActHit]:
    frames = _frames(clause)
    seen: set[str] = set()
    for frame in frames:
        if frame.act in seen or not _subject_fits(phrases, clause, frame):
            continue
        met = _met(phrases, clause, frame)
        if met is not None:
            seen.add(frame.act)
            need, fillers = met
            yield ActHit(
                frame.act,
                frame.mode,
                clause.verb,
                clause,
                need.slot,
                fillers,
                frame.gives,
                frame.owner,
                frame.speaker,
                f"move:{frame.act}:{need.slot}",
                frame.negative,
                frame.told,
            )
    yield from _of_adjective(phrases, clause)


def _frames(clause: Clause) -> list[Frame]:
    """The frames of the verb, first with a particle that stands as a preposition ("walked out of")."""
    table = _verb_table()
    words = [f"{clause.lemma} {prep.word.split()[0]}" for prep in clause.preps]
    found = [frame for word in words for frame in table.get(word, ())]
    return found + (table.get(clause.lemma) or table.get(clause.lemma.split()[0], []))


def _of_adjective(phrases: Phrases, clause: Clause) -> Iterator[ActHit]:
    """ "is ready to release": the adjective is the act, its infinitive the terms."""
    parse = phrases.sentence.parse
    complement = clause.complement
    if complement is None and clause.lemma == "be":
        complement = next((c for c in parse.children[clause.verb] if parse.lower[c] in _adjective_table()), None)
    token = complement if complement is not None else clause.verb
    for frame in _adjective_table().get(parse.lower[token], []):
        for need in map(parse_need, frame.needs):
            fillers = _adjective_fillers(phrases, clause, token, need)
            good = tuple(f for f in fillers if _is_of(phrases, f, need))
            if good:
                yield ActHit(
                    frame.act,
                    frame.mode,
                    token,
                    clause,
                    need.slot,
                    good,
                    frame.gives,
                    False,
                    False,
                    f"move:{frame.act}:readiness",
                )
                return


def _adjective_fillers(phrases: Phrases, clause: Clause, token: int, need: Need) -> list[int]:
    parse = phrases.sentence.parse
    if need.slot == "to":
        return [
            c
            for t in (token, clause.verb)
            for c in parse.children[t]
            if parse.deps[c] in {"xcomp", "ccomp", "advcl"} and _infinitive(phrases, c)
        ]
    return [
        p.object
        for t in (token, clause.verb)
        for p in phrases.preps(t)
        if p.word == _PREPOSITIONS.get(need.slot, need.slot)
    ]


def _subject_fits(phrases: Phrases, clause: Clause, frame: Frame) -> bool:
    classes = frozenset(frame.subject.split("|"))
    if frame.subject == "party":
        return _party_acts(phrases, clause, strict=frame.act in _THINGS_DO_TOO)
    heads = clause.objects if clause.passive else clause.subjects
    if frame.subject == "there":
        return any(phrases.sentence.parse.deps[c] == "expl" for c in phrases.sentence.parse.children[clause.verb])
    if frame.subject == "court":
        return any(_is_court(phrases, s) for s in clause.subjects)
    return any(phrases.is_of(head, classes) for head in heads)


def _is_court(phrases: Phrases, token: int) -> bool:
    entity = phrases.entity(token)
    return (entity is not None and entity.kind == "court") or phrases.is_of(token, frozenset({"court"}))


def _party_acts(phrases: Phrases, clause: Clause, *, strict: bool) -> bool:
    """Somebody acts, or nobody is named as acting (a passive, a headline's bare infinitive)."""
    lower = phrases.sentence.parse.lower
    if any(lower[s] in {"we", "i"} or phrases.party(s, strict=strict) is not None for s in clause.subjects):
        return True
    return not clause.subjects and (clause.passive or clause.link != "ROOT" or not clause.own_subject)


def _met(phrases: Phrases, clause: Clause, frame: Frame) -> tuple[Need, tuple[int, ...]] | None:
    """The first need the clause meets, with its fillers; None when none is met or an `unless` is."""
    for need in map(parse_need, frame.unless):
        if (need.slot == "passive" and clause.passive) or any(
            _is_of(phrases, f, need) for f in _fillers(phrases, clause, need.slot)
        ):
            return None
    if not frame.needs:
        return Need("none", frozenset(), None), ()
    for need in map(parse_need, frame.needs):
        fillers = _fillers(phrases, clause, need.slot)
        good = tuple(f for f in fillers if _is_of(phrases, f, need))
        if (good or need.slot in _NO_FILLER) and _also(phrases, clause, need, good):
            return need, good
    return None


def _fillers(phrases: Phrases, clause: Clause, slot: str) -> list[int]:
    """The heads that fill a slot of the clause."""
    parse = phrases.sentence.parse
    if slot == "object":
        return list(clause.objects)
    if slot == "next":
        return [clause.verb + 1] if clause.verb + 1 < len(parse) else []
    if slot == "subject":
        return list(clause.objects if clause.passive else clause.subjects)
    if slot == "complement":
        return [c for c in (clause.complement,) if c is not None] + [
            p.object for p in clause.preps if p.word in {"in", "at"}
        ]
    if slot in {"clause", "to"}:
        below = [
            c
            for c in parse.children[clause.verb]
            if parse.deps[c] in {"ccomp", "xcomp"} or (parse.deps[c] == "advcl" and _bare_purpose(phrases, clause, c))
        ]
        below += [
            c
            for o in clause.objects
            for c in parse.children[o]
            if parse.deps[c] in {"acl", "relcl"} and _infinitive(phrases, c)
        ]
        return [c for c in below if slot == "clause" or _infinitive(phrases, c)]
    word = _PREPOSITIONS.get(slot, slot)
    # "accused the army of breaking": the parser hangs the phrase on the object.
    preps = [*clause.preps, *(p for o in clause.objects for p in phrases.preps(o))]
    words = {word, "out of"} if word == "of" else {word}
    return [p.object for p in preps if p.word in words and not _is_date(phrases, p.object)]


def _is_date(phrases: Phrases, token: int) -> bool:
    here = phrases.sentence.tokens(token, token)
    return any(d.span.covers(here) for d in phrases.doc.dates_in(phrases.sentence.span))


def _bare_purpose(phrases: Phrases, clause: Clause, token: int) -> bool:
    """An infinitive the parser hung on as a purpose ("called on X to accept")."""
    return _infinitive(phrases, token) and token > clause.verb


def _infinitive(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.tags[c] == "TO" for c in parse.children[token])


def _is_of(phrases: Phrases, token: int, need: Need) -> bool:
    """Whether a filler belongs to one of the classes of a need."""
    if not need.classes or "any" in need.classes:
        return True
    plain = need.classes - _CLASSES.keys()
    if plain and (phrases.is_of(token, plain) or _verb_in(phrases, token, plain, load_acts())):
        return True
    if plain & {"refused", "failed", "ongoing"} and _judged(phrases, token, plain):
        return True
    return any(_CLASSES[name](phrases, token) for name in sorted(need.classes & _CLASSES.keys()))


def _is_party(phrases: Phrases, token: int) -> bool:
    return phrases.entity(token) is not None


def _is_place(phrases: Phrases, token: int) -> bool:
    """A name that is no date: after "in", where talks are held."""
    return phrases.sentence.parse.tags[token] in {"NNP", "NNPS"} and not _is_date(phrases, token)


def _names_money(phrases: Phrases, token: int) -> bool:
    return any(is_money(q) for q in phrases.quantities(phrases.region(token)))


# Phrases behind a noun that only tell what it is about ("a case against redundancies").
_ASIDE = frozenset(
    {"against", "over", "about", "after", "from", "with", "despite", "amid", "because", "since", "before"}
)


def _names_issue(phrases: Phrases, token: int) -> bool:
    """Whether a phrase names something given, done or stopped: at its head, or in what belongs to the head."""
    parse = phrases.sentence.parse
    aside = frozenset(
        t
        for t in phrases.region(token)
        if t != token
        and (parse.deps[t] in {"relcl", "advcl"} or (parse.deps[t] == "prep" and parse.lower[t] in _ASIDE))
    )
    return bool(find_issue_heads(phrases, phrases.region(token, aside)))


def _is_number(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.tags[token] == "CD" and not phrases.sentence.parse.children[token]


def _is_pronoun(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.lower[token] in _PRONOUNS


def _is_word(word: str) -> Callable[[Phrases, int], bool]:
    return lambda phrases, token: phrases.sentence.parse.lower[token] == word


def _is_length(phrases: Phrases, token: int) -> bool:
    """A length of time alone ("offered six days")."""
    here = phrases.sentence.tokens(token, token)
    return any(q.kind == "duration" and q.span.covers(here) for q in phrases.quantities(phrases.region(token)))


def _owned(phrases: Phrases, token: int) -> bool:
    """Somebody's: "accepted the mediator's figures" answers the mediator, whatever the figures are called."""
    parse = phrases.sentence.parse
    poss = parse.child(token, "poss")
    return poss is not None and parse.tags[poss] != "PRP$" and phrases.entity(poss) is not None


def _is_future(phrases: Phrases, token: int) -> bool:
    """Whether a that-clause speaks of what is to be done; else parties only share a view of what is."""
    clause = next((c for c in phrases.sentence.clauses if c.verb == token), None)
    return clause is not None and (clause.tense in {"planned", "hypothetical", "none"} or clause.modal is not None)


def _is_opinion(phrases: Phrases, token: int) -> bool:
    clause = next((c for c in phrases.sentence.clauses if c.verb == token), None)
    return clause is not None and not _is_future(phrases, token)


# Classes that are no word lists.
_CLASSES: dict[str, Callable[[Phrases, int], bool]] = {
    "issue": _names_issue,
    "money": _names_money,
    "party": _is_party,
    "place": _is_place,
    "owned": _owned,
    "future": _is_future,
    "opinion": _is_opinion,
    "length": _is_length,
    "number": _is_number,
    "pronoun": _is_pronoun,
    "yes": _is_word("yes"),
    "no": _is_word("no"),
}


def _verb_in(phrases: Phrases, token: int, classes: frozenset[str], acts: Acts) -> bool:
    lemma = phrases.sentence.parse.verb_lemma(token)
    return phrases.sentence.parse.tags[token].startswith("V") and any(
        lemma in acts.verbs.get(name, ()) for name in classes
    )


def _judged(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    judged = load_talks().judged
    words = {phrases.sentence.parse.lower[t] for t in phrases.region(token)}
    return any(not words.isdisjoint(getattr(judged, name)) for name in classes & {"refused", "failed", "ongoing"})


def _also(phrases: Phrases, clause: Clause, need: Need, fillers: tuple[int, ...]) -> bool:
    """The further condition of a need."""
    if need.slot == "passive":
        return clause.passive
    if need.slot == "subjects":
        tags = phrases.sentence.parse.tags
        return len(clause.subjects) > 1 or any(tags[s] in {"NNS", "NNPS"} for s in clause.subjects)
    if need.slot == "bare_walkout":
        return clause.lemma in {"walk out", "storm out"} and _speaks_of_talks(phrases)
    if need.slot == "complement" and need.classes == {"ongoing"}:
        return not _leads_on(phrases, fillers)
    if need.also in {"refused", "failed"}:
        after = [t for t in phrases.region(clause.verb) if t > min(fillers)]
        return any(_judged(phrases, t, frozenset({need.also})) for t in after)
    return need.also is None or _CONDITIONS[need.also](phrases, clause)


# Conditions on the clause that a need names behind a plus sign.
_CONDITIONS: dict[str, Callable[[Phrases, Clause], bool]] = {
    "planned": lambda phrases, clause: clause.tense in {"planned", "hypothetical"} or clause.link in {"xcomp", "ccomp"},
    "event": lambda phrases, clause: clause.lemma not in {"be", "take", "remain"} or _takes_place(phrases, clause),
    "finite": lambda phrases, clause: clause.tense not in {"none", "hypothetical"},
    "own": lambda phrases, clause: _by_itself(phrases, clause),
    "bystander": lambda phrases, clause: (
        not clause.objects and any(phrases.party(s) is not None for s in clause.subjects)
    ),
    "negated": lambda phrases, clause: clause.negated,
    "intransitive": lambda phrases, clause: not clause.objects or clause.passive,
    "entities": lambda phrases, clause: (
        not clause.objects and any(phrases.entity(s) is not None for s in clause.subjects)
    ),
    "party": lambda phrases, clause: any(phrases.party(s) is not None for s in clause.subjects),
}


def _by_itself(phrases: Phrases, clause: Clause) -> bool:
    """Whether who warns is who would do it ("warned that it would strike")."""
    parse = phrases.sentence.parse
    below = [
        c for c in phrases.sentence.clauses if c.parent is not None and phrases.sentence.clauses[c.parent] is clause
    ]
    names = {e.name for s in clause.subjects if (e := phrases.entity(s)) is not None}
    for other in below:
        if other.link in {"ccomp", "xcomp"} and set(other.subjects) & set(clause.subjects):
            return True
        for subject in other.subjects:
            entity = phrases.entity(subject)
            if parse.lower[subject] in {"it", "they", "we", "he", "she"} or (
                entity is not None and entity.name in names
            ):
                return True
    return False


def _takes_place(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.sentence.parse.lower[o] == "place" for o in clause.objects)


def _leads_on(phrases: Phrases, fillers: tuple[int, ...]) -> bool:
    """ "are due to resume": the infinitive says what the talks do."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] in {"xcomp", "advcl"} for f in fillers for c in parse.children[f])


def _speaks_of_talks(phrases: Phrases) -> bool:
    """Whether the sentence speaks of talks, so that leaving means leaving them."""
    nouns = load_talks().nouns
    known = nouns["talks"] | nouns["bid"]
    return any(word in known for word in (*phrases.sentence.parse.lemmas, *phrases.sentence.parse.lower))


def _of_noun(phrases: Phrases, token: int) -> ActHit | None:
    parse = phrases.sentence.parse
    if parse.deps[token] == "compound":
        return None
    for word in sorted(phrases.words_of(token), key=lambda w: (-len(w), w)):
        for frame in _noun_table().get(word, []):
            for need in map(parse_need, frame.needs):
                fillers = _noun_fillers(phrases, token, need)
                good = tuple(f for f in fillers if _is_of(phrases, f, need))
                if need.slot == "announced" and _announced(phrases, token):
                    good = (token,)
                if good or (need.slot == "amount" and _has_amount(phrases, token)):
                    return ActHit(
                        frame.act,
                        frame.mode,
                        token,
                        None,
                        need.slot,
                        good or (token,),
                        frame.gives,
                        False,
                        False,
                        f"move:{frame.act}:noun",
                    )
    return None


def _has_amount(phrases: Phrases, token: int) -> bool:
    """An amount with the noun, which is somebody's or a certain one ("its 62 dlr offer"), no market quotation."""
    parse = phrases.sentence.parse
    certain = any(parse.deps[c] in {"det", "poss", "amod"} for c in parse.children[token])
    return certain and any(is_money(q) for q in phrases.quantities(phrases.region(token)))


def _announced(phrases: Phrases, token: int) -> bool:
    """ "announced its acceptance": the noun stands alone under a verb that only utters it."""
    parse = phrases.sentence.parse
    return (
        any(token in c.objects and c.lemma in LIGHT_VERBS for c in parse.clauses)
        and parse.child(token, "poss") is not None
    )


def _noun_fillers(phrases: Phrases, token: int, need: Need) -> list[int]:
    parse = phrases.sentence.parse
    if need.slot in {"to", "that"}:
        return [c for c in parse.children[token] if parse.deps[c] in {"acl", "ccomp", "relcl", "xcomp"}]
    if need.slot in {"amount", "announced"}:
        return []
    return [p.object for p in phrases.preps(token) if p.word == _PREPOSITIONS.get(need.slot, need.slot)]
