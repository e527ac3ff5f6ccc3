"""Which act the words of a clause or noun phrase do: frames of `acts.toml` matched against the clause table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.headlines import headline_clauses, is_headline
from parley.extract.moves.clauses.reread import reread
from parley.extract.moves.frames.asked import Asked, Question, may_fit, party_acts, question_of, subject_classes
from parley.extract.moves.frames.fillers import ADVERBS, adjective_fillers
from parley.extract.moves.frames.idle import is_own_meeting, is_protested, is_purpose
from parley.extract.moves.frames.needs import is_date, is_of
from parley.extract.moves.frames.noun_fillers import (
    court_rules,
    has_amount,
    in_talks,
    is_announced,
    is_owned,
    noun_fillers,
)
from parley.lexicon.acts import NounFrame, load_acts, load_talks, parse_need

__all__ = ["ActHit", "find_acts"]

_HEADLINE_TALKS = frozenset({"talks", "negotiations"})
_DEMAND = frozenset({"demand"})
_SHORT = 12  # tokens: a sentence with no verb and more is a list


class ActHit(msgspec.Struct, frozen=True, gc=False):
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
def _verb_table() -> dict[str, list[Question]]:
    table: dict[str, list[Question]] = {}
    for frame in load_acts().frame:
        question = question_of(frame)
        for verb in frame.verbs:
            table.setdefault(verb, []).append(question)
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
    if heads.isdisjoint(parse.lemmas) and heads.isdisjoint(parse.lower):
        return
    for token, tag in enumerate(parse.tags):
        if tag in {"NN", "NNS"} and (parse.lemmas[token] in heads or parse.lower[token] in heads):
            hit = _of_noun(phrases, token)
            if hit is not None:
                yield hit


def _of_clause(phrases: Phrases, clause: Clause) -> Iterator[ActHit]:
    questions, adjective = _questions(phrases, clause), _adjective_of(phrases, clause)
    likely = [question for question in questions if may_fit(question, phrases.classes_here)]
    if not likely and adjective is None:
        return
    clause = reread(phrases, clause)
    # "the party's stand": no verb has an owner.
    if questions and phrases.sentence.parse.child(clause.verb, "poss") is not None:
        return
    seen: set[str] = set()
    asked = Asked(phrases, clause)
    for question in likely:
        frame = question.frame
        met = asked.met(question) if frame.act not in seen else None
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
    if adjective is not None:
        yield from _of_adjective(phrases, clause, adjective)


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
        for frame in (question.frame for question in _verb_table().get(parse.verb_lemma(token), [])):
            bare = not frame.needs or "none+intransitive" in frame.needs
            if "talks" in subject_classes(frame.subject) and bare:
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


def _questions(phrases: Phrases, clause: Clause) -> list[Question]:
    """What the frames of the verb ask, first with a particle that stands as a preposition or adverb ("walked out of")."""
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
    found = [question for word in dict.fromkeys(words) for question in table.get(word, ())]
    if found and any(parse.tags[c] == "RP" and f"{clause.lemma} {parse.lower[c]}" in table for c in below):
        # "backed off" does not back.
        return found
    return found + (table.get(clause.lemma) or table.get(clause.lemma.split()[0], []))


def _adjective_of(phrases: Phrases, clause: Clause) -> int | None:
    """The predicate adjective or participle of the clause, where it makes an act."""
    parse = phrases.sentence.parse
    complement = clause.complement
    if complement is None and clause.lemma == "be":
        complement = next((c for c in parse.children[clause.verb] if parse.lower[c] in _adjective_table()), None)
    token = complement if complement is not None else clause.verb
    return token if parse.lower[token] in _adjective_table() else None


def _of_adjective(phrases: Phrases, clause: Clause, token: int) -> Iterator[ActHit]:
    """ "is ready to release": the adjective is the act, its infinitive the terms."""
    parse = phrases.sentence.parse
    if not party_acts(phrases, clause, strict=True):
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
                dropped = _dropped(phrases, good) if frame.act == "offer" and not clause.negated else ()
                act = "concede" if dropped else frame.act
                yield ActHit(
                    act,
                    frame.mode,
                    token,
                    clause,
                    "object" if dropped else need.slot,
                    dropped or good,
                    frame.gives,
                    False,
                    False,
                    f"move:{act}:readiness",
                    likely=frame.likely,
                )
                return


def _dropped(phrases: Phrases, verbs: tuple[int, ...]) -> tuple[int, ...]:
    """The demand that somebody is ready to drop, to lower, or to leave for the end: no offer, but ground given."""
    for clause in (c for c in phrases.sentence.clauses if c.verb in verbs):
        # The parser may hang what stands behind the infinitive on a verb above it ("prepared to put its claim, ..., on hold").
        above = set(phrases.sentence.parse.ancestors(clause.verb))
        others = (c for c in phrases.sentence.clauses if c.verb in above)
        behind = tuple(p for c in others for p in c.preps if p.token > clause.verb)
        clause = msgspec.structs.replace(clause, preps=(*clause.preps, *behind))
        asked = Asked(phrases, clause)
        for question in _questions(phrases, clause):
            met = asked.met(question) if question.frame.act == "concede" else None
            demands = tuple(f for f in met[1] if phrases.is_of(f, _DEMAND)) if met is not None else ()
            if met is not None and met[0].slot == "object" and demands:
                return demands
    return ()


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


def _of_noun(phrases: Phrases, token: int) -> ActHit | None:
    parse = phrases.sentence.parse
    if parse.deps[token] == "compound" or is_purpose(phrases, token) or is_own_meeting(phrases, token):
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
                if frame.act == "offer" and is_protested(phrases, token):
                    continue
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
