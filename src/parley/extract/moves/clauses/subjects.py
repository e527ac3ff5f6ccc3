"""Who does what a clause says where its subjects are not plainly its own: behind asides, in front of commas, in headlines."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.annotate.lost_subjects import JUDGING
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = [
    "behind_fronted",
    "by_colon",
    "doers",
    "fronted_subject",
    "in_headline",
    "is_means",
    "spoken_to",
    "told_behind",
    "told_in_aside",
]

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMING = _NOUN | {"JJ", "POS", "CC"}
_STOPS = frozenset({".", "!", "?"})
_MEANS = word_list("moves.clauses.subjects.means")


def is_means(phrases: Phrases, token: int) -> bool:
    """Whether what stands behind "by" is how a thing is done ("by telephone", "by a show of hands")."""
    parse = phrases.sentence.parse
    if any(p.word == "of" and p.object != token and phrases.means_somebody(p.object) for p in phrases.preps(token)):
        return False
    return parse.lemmas[token] in _MEANS and parse.deps[token] == "pobj" and parse.tags[token] in {"NN", "NNS"}


def doers(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """The subjects of a clause as a reader takes them.

    Without what stands before a semicolon, without the means of a passive, without an appositive read as a second subject
    ("The Agrarians, kingmakers with 17 seats, want"), and without who only says so in between.
    """
    heads = _asserted(phrases, clause) or _judged_in_headline(phrases, clause) or clause.subjects
    if len(heads) > 1:
        heads = tuple(h for h in heads if phrases.sentence.parse.lower[h] not in _FLOATING) or heads
    if clause.passive:
        heads = tuple(h for h in heads if not is_means(phrases, h))
    heads = _without_asides(phrases, clause, heads)
    if len(heads) == 1 and phrases.sentence.parse.lower[heads[0]] in _OPENERS:
        return _before_verb(phrases, clause) or heads
    return _all_related(phrases, clause, heads[0]) if len(heads) == 1 else heads


def _judged_in_headline(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """ "Dorn thanks Norland, Qadira for prolonging truce": the parser takes a headline's verb of thanks for a noun."""
    parse, behind = phrases.sentence.parse, phrases.sentence.parse.heads[clause.verb]
    if clause.link != "pcomp" or parse.lower[behind] != "for" or parse.words[-1] in _STOPS:
        return ()
    said = next((t for t in range(1, behind) if parse.tags[t] == "NNS" and parse.lower[t][:-1] in JUDGING), behind)
    named = ((t, phrases.doc.entity(phrases.index, t)) for t in range(said + 1, behind) if parse.tags[t] in _NOUN)
    return tuple(t for t, entity in named if entity is not None and entity.head == t)


def _asserted(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """ "It was Marlow, and not the unions, that walked out": who did it, in front of who did not."""
    parse = phrases.sentence.parse
    if clause.link not in {"relcl", "ccomp"} or "not" not in parse.lower[: clause.verb] or parse.lower[0] != "it":
        return ()
    cleft = parse.heads[0]
    said = [c for c in parse.children[cleft] if parse.deps[c] == "attr"] if parse.lemmas[cleft] == "be" else []
    relative = any(parse.lower[c] in {"that", "who", "which"} for c in parse.children[clause.verb])
    return tuple(said) if len(said) == 1 and relative and cleft < said[0] < clause.first else ()


def _all_related(phrases: Phrases, clause: Clause, head: int) -> tuple[int, ...]:
    """ "A and B, which agreed": a relative clause that the parser ties to the first tells of all of them."""
    parse = phrases.sentence.parse
    if clause.link == "relcl" and parse.heads[clause.verb] == head:
        joined = tuple(t for t in parse.conjuncts(head) if t < clause.verb)
        if len(joined) > 1 and joined[0] == head and all(t < clause.first for t in joined):
            return joined
    return (_behind_comma(phrases, head),)


# "The two have each put up".
_FLOATING = frozenset({"each", "both", "all"})
# Nouns that open a sentence without being its subject ("Thanks to the bishop, …").
_OPENERS = frozenset({"thanks"})


def _before_verb(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """The nouns between the last comma and the verb that hang on none of themselves, with those joined to them."""
    parse = phrases.sentence.parse
    start = clause.verb - 1
    while start > 0 and parse.words[start] != ",":
        start -= 1
    inside = range(start + 1, clause.verb)
    tops = [t for t in inside if parse.heads[t] not in inside and parse.tags[t][0] == "N"]
    return tuple(c for t in tops[:1] for c in parse.conjuncts(t))


def _without_asides(phrases: Phrases, clause: Clause, heads: tuple[int, ...]) -> tuple[int, ...]:
    parse = phrases.sentence.parse
    if len(heads) < 2 or clause.passive:
        return heads
    first, last = heads[0], heads[-1]
    between = parse.words[first + 1 : last]
    if ";" in between:
        return tuple(h for h in heads if ";" not in parse.words[h:last])
    if first + 1 < last and _has_verb(phrases, first) and parse.words[last - 1] != "and":
        return heads[-1:]
    joined = any(parse.deps[h] == "conj" for h in heads[1:]) or any(w in {"and", "or", "nor", "&"} for w in between)
    if joined or "," not in between or parse.words[-1] not in _STOPS:
        return heads
    # "A, they told us, had asked": the second belongs to the verb of saying.
    if clause.link == "ccomp" and not clause.own_subject:
        return heads[:1]
    apart = parse.tags[first] in {"NNP", "NNPS"} and parse.tags[last] in {"NN", "NNS"}
    return heads[:1] if apart and parse.lefts[last] == last else heads


def _has_verb(phrases: Phrases, token: int) -> bool:
    """ "A sigh that the microphones caught, the chairman commended": a subject with a verb of its own right behind it."""
    parse = phrases.sentence.parse
    behind = token + 1
    return parse.deps[behind] == "acl" and parse.heads[behind] == token and parse.words[behind + 1] == ","


def _behind_comma(phrases: Phrases, token: int) -> int:
    """ "Led by Ana Ruiz, the team walked out": the parser made the leader the subject, the team her appositive."""
    parse = phrases.sentence.parse
    left = parse.lefts[token]
    while left > 1 and parse.tags[left - 1] in {"DT", "NN", "NNP", "JJ"}:
        left -= 1
    if left < 2 or left > 4 or parse.lower[left - 1] != "by" or parse.tags[left - 2] != "VBN":
        return token
    behind = (c for c in parse.children[token] if parse.deps[c] == "appos" and c > token)
    return next((c for c in behind if parse.words[parse.lefts[c] - 1] == ","), token)


def told_in_aside(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "The tugmen, their secretary said, will settle for": whom a verb without subject is said of."""
    parse = phrases.sentence.parse
    if clause.own_subject:
        return []
    for aside in phrases.sentence.clauses:
        inside = aside.link == "parataxis" and parse.heads[aside.verb] == clause.verb and aside.verb < clause.verb
        if inside and len(aside.subjects) == 2 and aside.lemma in load_acts().verbs["told"] | _SAYING:
            first, last = aside.subjects
            if "," in parse.words[first + 1 : last]:
                found = phrases.party(first)
                return [found] if found is not None else []
    return []


_SAYING = word_list("moves.clauses.subjects.saying")


def fronted_subject(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "Rejecting as too low an offer, stewards at the yard recommended": whoever stands right behind a fronted participle."""
    parse = phrases.sentence.parse
    if parse.tags[clause.verb] not in {"VBG", "VBN"} or clause.subjects or clause.passive or clause.verb > 3:
        return []
    root = next((t for t in range(clause.verb, len(parse)) if parse.deps[t] == "ROOT"), None)
    if root is None or root == clause.verb:
        return []
    here = [e for e in phrases.doc.entities if e.sentence == phrases.index and clause.verb < e.head < root]
    commas = [t for t in range(clause.verb, root) if parse.words[t] == ","]
    for entity in here:
        first = parse.token_at(entity.span.start - phrases.sentence.span.start)
        if first is not None and first - 1 in commas and entity.form != "pronoun":
            return [entity]
    return []


def behind_fronted(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "In a bid to free them, Tarvia's minister, Benno Gantt, pushed": who stands, between commas, before a verb that the
    parser leaves without a subject."""
    parse, verb = phrases.sentence.parse, clause.verb
    if clause.subjects or clause.passive or clause.link != "ROOT" or parse.tags[verb] not in {"VBD", "VBZ"}:
        return []
    if parse.deps[0] != "prep" or parse.heads[0] != verb or parse.words[verb - 1] != ",":
        return []
    for entity in (e for e in phrases.doc.entities if e.sentence == phrases.index and e.head < verb):
        first = parse.token_at(entity.span.start - phrases.sentence.span.start)
        if first and parse.words[first - 1] == "," and entity.kind == "person" and entity.form != "pronoun":
            return [entity]
    return []


def in_headline(phrases: Phrases, verb: int) -> list[EntityMention]:
    """ "Pilots, airline split difference", "Alpha, Beta in merger talks": the two that a headline opens with before `verb`."""
    parse = phrases.sentence.parse
    if parse.words[-1] in _STOPS or verb > 9 or parse.lower[:verb].count(",") != 1:
        return []
    comma = parse.lower.index(",", 0, verb)
    last = verb - 1
    names = [*range(comma), *range(comma + 1, verb)]
    plain = all(parse.tags[t] in _NAMING or parse.words[t][:1].isupper() for t in names)
    told = any(parse.tags[t][0] == "V" and (parse.deps[t] == "ROOT" or t in phrases.clause_by_verb) for t in names)
    if not (0 < comma < last) or not plain or told:
        return []  # "Airline to cut jobs, union vows": a headline of two clauses
    if any(parse.tags[t] not in _NOUN and parse.words[t][:1].islower() for t in (comma - 1, last)):
        return []
    return [_one(phrases, comma - 1), _one(phrases, last)]


def _one(phrases: Phrases, token: int) -> EntityMention:
    found = phrases.party(token)
    if found is not None:
        return found
    return phrases.described(token)


def by_colon(phrases: Phrases, token: int) -> list[EntityMention]:
    """ "Greens to Liberals: no pact without": who speaks to whom in front of a headline's colon."""
    to = _towards(phrases, token)
    return [_one(phrases, to - 1)] if to is not None else []


def _towards(phrases: Phrases, token: int) -> int | None:
    """Where "to" stands between the two in front of a headline's colon."""
    parse = phrases.sentence.parse
    if ":" not in parse.words[:token] or parse.words[-1] in _STOPS:
        return None
    front = parse.words[: parse.words.index(":")]
    if "to" not in front[1:-1] or len(front) > 7:
        return None
    to = front.index("to")
    return to if all(parse.tags[t] in _NAMING | {"DT"} for t in range(len(front)) if t != to) else None


def told_behind(phrases: Phrases, token: int) -> list[EntityMention]:
    """ "No deal without the bodies, mothers tell army": who says it behind a comma, in a headline."""
    clause = _telling(phrases, token)
    return [_one(phrases, s) for s in clause.subjects] if clause is not None else []


def _telling(phrases: Phrases, token: int) -> Clause | None:
    parse = phrases.sentence.parse
    if parse.words[-1] in _STOPS or len(parse) > _HEADLINE:
        return None
    clause = next((c for c in phrases.sentence.clauses if c.verb > token and c.lemma in _TELLING and c.subjects), None)
    comma = clause is not None and "," in parse.words[token : clause.subjects[0]]
    return clause if comma else None


def spoken_to(phrases: Phrases, token: int) -> list[EntityMention]:
    """To whom a headline's demand or threat is put: "Greens to Liberals: no pact without", "pay up, mothers tell army"."""
    to = _towards(phrases, token)
    if to is not None:
        return [_one(phrases, phrases.sentence.parse.words.index(":") - 1)]
    clause = _telling(phrases, token)
    told = clause.objects if clause is not None and clause.lemma in {"tell", "warn"} else ()
    return [_one(phrases, t) for t in told]


_TELLING = word_list("moves.clauses.subjects.telling")
_HEADLINE = 16  # tokens
