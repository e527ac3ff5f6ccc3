"""Which act the words of a clause or noun phrase do: frames of `acts.toml` matched against the clause table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.conditions import meets_condition
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.fillers import ADVERBS, adjective_fillers, all_preps, clause_fillers
from parley.extract.moves.headlines import headline_clauses, is_headline
from parley.extract.moves.idle import is_idle, is_purpose, is_state
from parley.extract.moves.needs import is_date, is_of
from parley.extract.moves.noun_fillers import (
    court_rules,
    has_amount,
    in_talks,
    is_announced,
    is_court,
    is_owned,
    noun_fillers,
)
from parley.extract.moves.reread import reread
from parley.extract.moves.shortfalls import is_put_before
from parley.lexicon.acts import Frame, Need, NounFrame, load_acts, load_talks, parse_need

__all__ = ["ActHit", "find_acts"]

_HEADLINE_TALKS = frozenset({"talks", "negotiations"})
# Acts whose words are used of things as well ("tensions threaten to", "tunnels offer").
_THINGS_DO_TOO = frozenset({"threaten", "promise", "offer", "accept", "demand", "concede", "accuse", "meet"})
_NO_FILLER = frozenset({"none", "bare", "passive", "subjects", "amount", "bare_walkout"})
_SHORT = 12  # tokens: a sentence with no verb and more is a list


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
    likely: bool = False


@cache
def _verb_table() -> dict[str, list[Frame]]:
    table: dict[str, list[Frame]] = {}
    for frame in load_acts().frame:
        for verb in frame.verbs:
            table.setdefault(verb, []).append(frame)
    return table


@cache
def _with_particles() -> frozenset[str]:
    """Verbs that make an act with a word behind them ("walk out", "take part")."""
    return frozenset(verb.rsplit(" ", 1)[0] for verb in _verb_table() if " " in verb)


@cache
def _noun_table() -> dict[str, list[NounFrame]]:
    table: dict[str, list[NounFrame]] = {}
    for frame in load_acts().noun:
        for noun in frame.nouns:
            table.setdefault(noun, []).append(frame)
    return table


@cache
def _noun_heads() -> frozenset[str]:
    """The last words of the nouns: nearly all tokens are none of them."""
    return frozenset(last for noun in _noun_table() for last in (noun.split()[-1], noun.split("-")[-1]))


@cache
def _adjective_table() -> dict[str, list[NounFrame]]:
    table: dict[str, list[NounFrame]] = {}
    for frame in load_acts().adjective:
        for adjective in frame.adjectives:
            table.setdefault(adjective, []).append(frame)
    return table


def find_acts(phrases: Phrases) -> Iterator[ActHit]:
    """The acts of one sentence: of its clauses, then of its nouns; one act a word and frame order decides."""
    found = False
    for clause in phrases.sentence.clauses:
        hits = list(_of_clause(phrases, clause))
        found = found or bool(hits)
        yield from hits
    parse = phrases.sentence.parse
    if not phrases.sentence.clauses and len(parse) < _SHORT:
        yield from _of_headline(phrases)  # "Negotiations resume next Tuesday": no verb to the parser
    if is_headline(phrases):
        yield from _of_headline(phrases) if phrases.sentence.clauses else ()
        if not found:
            yield from (hit for clause in headline_clauses(phrases) for hit in _of_clause(phrases, clause))
    if any(word in _adjective_table() for word in parse.lower[1:3]):
        yield from _of_postposed(phrases)
    heads = _noun_heads()
    for token, tag in enumerate(parse.tags):
        if tag in {"NN", "NNS"} and (parse.lemmas[token] in heads or parse.lower[token] in heads):
            hit = _of_noun(phrases, token)
            if hit is not None:
                yield hit


def _of_clause(phrases: Phrases, clause: Clause) -> Iterator[ActHit]:
    clause = reread(phrases, clause)
    frames = _frames(phrases, clause)
    # "the party's stand": no verb has an owner.
    if frames and any(phrases.sentence.parse.deps[c] == "poss" for c in phrases.sentence.parse.children[clause.verb]):
        return
    seen: set[str] = set()
    acting: dict[bool, bool] = {}  # whether a party acts, strictly asked or not: most frames of a verb ask the same
    for frame in frames:
        if frame.act in seen or not _idiom_fits(phrases, clause, frame):
            continue
        strict = frame.act in _THINGS_DO_TOO
        if frame.subject == "party" and strict not in acting:
            acting[strict] = _party_acts(phrases, clause, strict=strict)
        if not (acting[strict] if frame.subject == "party" else _subject_fits(phrases, clause, frame)):
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
                frame.negative or need.also == "negated",
                frame.told,
                frame.likely,
            )
    yield from _of_adjective(phrases, clause)


def _of_headline(phrases: Phrases) -> Iterator[ActHit]:
    """ "Border talks stall": in a headline a verb right behind the talks is theirs, whatever the parser made of it."""
    parse = phrases.sentence.parse
    verbs = {clause.verb for clause in phrases.sentence.clauses}
    for token in range(1, len(parse)):
        if (
            parse.lower[token - 1] not in _HEADLINE_TALKS
            or token in verbs
            or parse.tags[token] not in {"NN", "NNS", "VBZ", "VBP", "VB"}
        ):
            continue
        for frame in _verb_table().get(parse.verb_lemma(token), []):
            bare = not frame.needs or "none+intransitive" in frame.needs
            if "talks" in _subject_classes(frame.subject) and bare:
                yield ActHit(
                    frame.act,
                    frame.mode,
                    token,
                    None,
                    "subject",
                    (token - 1,),
                    frame.gives,
                    False,
                    False,
                    f"move:{frame.act}:headline",
                )
                break


def _frames(phrases: Phrases, clause: Clause) -> list[Frame]:
    """The frames of the verb, first with a particle that stands as a preposition or adverb ("walked out of")."""
    table, parse = _verb_table(), phrases.sentence.parse
    if clause.lemma not in _with_particles():
        return table.get(clause.lemma) or table.get(clause.lemma.split()[0], [])
    words = [f"{clause.lemma} {prep.word.split()[0]}" for prep in clause.preps if not is_date(phrases, prep.object)]
    below = parse.children[clause.verb]
    # "are called upon to act": the preposition of a passive stands without its noun.
    words += [
        f"{clause.lemma} {parse.lower[c]}"
        for c in below
        if parse.deps[c] in ADVERBS or parse.tags[c] == "RP" or (parse.deps[c] == "prep" and not parse.children[c])
    ]
    found = [frame for word in dict.fromkeys(words) for frame in table.get(word, ())]
    if found and any(parse.tags[c] == "RP" and f"{clause.lemma} {parse.lower[c]}" in table for c in below):
        # "backed off" does not back.
        return found
    return found + (table.get(clause.lemma) or table.get(clause.lemma.split()[0], []))


def _idiom_fits(phrases: Phrases, clause: Clause, frame: Frame) -> bool:
    """Whether the noun or phrase stands there that makes the act together with the verb ("lent its support")."""
    parse = phrases.sentence.parse
    if not frame.object and not frame.phrase:
        return True
    if frame.object and not any(not phrases.words_of(o).isdisjoint(frame.object) for o in clause.objects):
        return False
    return not frame.phrase or any(
        f"{prep.word} {parse.lemmas[prep.object]}" in frame.phrase for prep in all_preps(phrases, clause)
    )


def _of_adjective(phrases: Phrases, clause: Clause) -> Iterator[ActHit]:
    """ "is ready to release": the adjective is the act, its infinitive the terms."""
    parse = phrases.sentence.parse
    complement = clause.complement
    if complement is None and clause.lemma == "be":
        complement = next((c for c in parse.children[clause.verb] if parse.lower[c] in _adjective_table()), None)
    token = complement if complement is not None else clause.verb
    if parse.lower[token] not in _adjective_table() or not _party_acts(phrases, clause, strict=True):
        return
    if token == clause.verb and parse.tags[token] == "VB":
        return  # "would open two crossings to let food in" tells a deed
    if token == clause.verb and parse.tags[token] == "VBD" and not clause.passive and clause.lemma == "prepare":
        return  # "as the two prepared to renew talks" were getting ready
    for frame in _adjective_table().get(parse.lower[token], []):
        for need in map(parse_need, frame.needs):
            fillers = adjective_fillers(phrases, clause, token, need)
            good = tuple(f for f in fillers if is_of(phrases, f, need))
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
                    likely=frame.likely,
                )
                return


def _of_postposed(phrases: Phrases) -> Iterator[ActHit]:
    """ "Rebels ready to hand over guns, says mediator": a headline's adjective behind its first noun."""
    parse = phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        token = parse.heads[clause.verb]
        head = parse.heads[token]
        first = clause.link == "xcomp" and parse.deps[token] == "amod" and head < token and parse.lefts[head] == 0
        if not first or phrases.party(head) is None:
            continue
        for frame in _adjective_table().get(parse.lower[token], []):
            to = (need for need in map(parse_need, frame.needs) if need.slot == "to")
            if any(is_of(phrases, clause.verb, need) for need in to):
                ready = msgspec.structs.replace(clause, subjects=(head,))
                yield ActHit(
                    frame.act, None, token, ready, "to", (clause.verb,), frame.gives, False, False,
                    f"move:{frame.act}:readiness",
                )  # fmt: skip


def _subject_fits(phrases: Phrases, clause: Clause, frame: Frame) -> bool:
    classes = _subject_classes(frame.subject)
    heads = clause.objects if clause.passive else clause.subjects
    if frame.subject == "pronoun":
        return any(phrases.sentence.parse.lower[s] == "it" for s in clause.subjects)
    if frame.subject == "there":
        return any(phrases.sentence.parse.deps[c] == "expl" for c in phrases.sentence.parse.children[clause.verb])
    if frame.subject == "court":
        return any(is_court(phrases, s) for s in clause.subjects)
    if "amount" in classes and any(is_money(q) for s in heads for q in phrases.quantities(phrases.region(s))):
        return True
    if "it_put" in classes and any(is_put_before(phrases, head) for head in heads):
        return True
    return any(phrases.is_of(head, classes) for head in heads)


@cache
def _subject_classes(subject: str) -> frozenset[str]:
    return frozenset(subject.split("|"))


def _party_acts(phrases: Phrases, clause: Clause, *, strict: bool) -> bool:
    """Somebody acts, or nobody is named as acting (a passive, a headline's bare infinitive)."""
    lower = phrases.sentence.parse.lower
    if any(lower[s] in {"we", "i"} or phrases.party(s, strict=strict) is not None for s in clause.subjects):
        return True
    if any(phrases.is_somebody(s, clause) for s in clause.subjects):
        return True
    # "when bargaining began, and raised its bid": the parser tied the verb to the clause before it.
    if clause.link == "conj" and not clause.own_subject and _above_acts(phrases, clause):
        return True
    # "extended by four days": the by-phrase of a passive may only measure.
    nobody = all(phrases.is_time(s) for s in clause.subjects)
    return nobody and (clause.passive or clause.link != "ROOT" or not clause.own_subject)


def _above_acts(phrases: Phrases, clause: Clause) -> bool:
    clauses = phrases.sentence.clauses
    while clause.parent is not None:
        clause = clauses[clause.parent]
        if any(phrases.party(s, strict=True) is not None for s in clause.subjects):
            return True
    return False


def _met(phrases: Phrases, clause: Clause, frame: Frame) -> tuple[Need, tuple[int, ...]] | None:
    """The first need the clause meets, with its fillers; None when none is met or an `unless` is."""
    met = _first_met(phrases, clause, frame) if frame.needs else (Need("none", frozenset(), None), ())
    if met is None or any(_hinders(phrases, clause, need) for need in map(parse_need, frame.unless)):
        return None
    return met


def _first_met(phrases: Phrases, clause: Clause, frame: Frame) -> tuple[Need, tuple[int, ...]] | None:
    for need in map(parse_need, frame.needs):
        fillers = clause_fillers(phrases, clause, need.slot)
        good = tuple([f for f in fillers if is_of(phrases, f, need)]) if fillers else ()
        if (good or need.slot in _NO_FILLER) and meets_condition(phrases, clause, need, good):
            return need, good
    return None


def _hinders(phrases: Phrases, clause: Clause, need: Need) -> bool:
    if is_state(clause, need.slot) or is_idle(phrases, clause, need.slot):
        return True
    return any(is_of(phrases, f, need) for f in clause_fillers(phrases, clause, need.slot))


def _of_noun(phrases: Phrases, token: int) -> ActHit | None:
    parse = phrases.sentence.parse
    if parse.deps[token] == "compound" or is_purpose(phrases, token):
        return None
    if not load_talks().idle.nouns.isdisjoint(words := phrases.words_of(token)):
        return None
    for word in sorted(words, key=lambda w: (-len(w), w)):
        for frame in _noun_table().get(word, []):
            for need in map(parse_need, frame.needs):
                fillers = noun_fillers(phrases, token, need)
                good = tuple(f for f in fillers if is_of(phrases, f, need))
                if need.also == "owned" and not is_owned(phrases, token):
                    continue
                if (need.slot == "announced" and is_announced(phrases, token)) or (
                    (need.slot == "of_court" and court_rules(phrases, token))
                    or (need.slot == "held" and in_talks(phrases, token))
                ):
                    good = (token,)
                if good or (need.slot == "amount" and has_amount(phrases, token)):
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
                        f"move:{frame.act}:{'answered' if need.also == 'answered' else 'noun'}",
                    )
    return None
