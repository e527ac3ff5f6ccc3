"""Which words of a phrase name an issue: a thing given, done or stopped."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.extract.moves.terms.counted import is_of_a_nation
from parley.extract.moves.terms.kinds_of_talks import main_kind, tells_of
from parley.lexicon.acts import Issue, load_issues, load_talks
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["IssueHead", "find_issue_heads", "is_takeover", "issue_active", "issue_named", "outermost"]


class IssueHead(msgspec.Struct, frozen=True):
    """A word that names an issue: `token` is the word, `stakes` the heads of what is given, done or stopped."""

    token: int
    issue: str
    stakes: tuple[int, ...]


@cache
def _by_word() -> dict[str, list[Issue]]:
    table: dict[str, list[Issue]] = {}
    for issue in load_issues():
        for word in sorted(issue.verbs | issue.nouns | issue.stop_verbs):
            table.setdefault(word, []).append(issue)
    return table


def issue_active(doc: Doc, name: str) -> bool:
    """Whether the report speaks of the issue at all: it holds one of the words the issue asks for."""
    return any(issue.with_ and _active(doc, issue) for issue in load_issues() if issue.issue == name)


def is_takeover(doc: Doc) -> bool:
    """Whether the report tells of a contest for a company."""
    return not load_talks().nouns["takeover"].isdisjoint(doc.words) or any(q.per == "share" for q in doc.quantities)


@cache
def _last_words() -> frozenset[str]:
    """The last words of all issue words: nearly all nouns are none of them."""
    return frozenset(last for word in _by_word() for last in (word.split()[-1], word.split("-")[-1]))


def _may_name(parse: Parse, token: int) -> bool:
    return parse.lemmas[token] in _last_words() or parse.lower[token] in _last_words()


@cache
def _first_words() -> frozenset[str]:
    """The first words of all issue words; "let the crew go" begins with its second."""
    return frozenset({"go", *(word.split(" ")[0] for word in _by_word())})


def _may_do(parse: Parse, verb: int) -> bool:
    return parse.lemmas[verb] in _first_words() or parse.lower[verb] in _first_words()


def _active(doc: Doc, issue: Issue) -> bool:
    return not issue.with_ or not issue.with_.isdisjoint(doc.words)


def find_issue_heads(phrases: Phrases, tokens: list[int]) -> list[IssueHead]:
    """The issue words among `tokens`, each with its stakes; a word that is another's stake is none of its own."""
    found: list[IssueHead] = []
    taken: set[int] = set()
    known: dict[int, IssueHead | None] = phrases.kept.setdefault(find_issue_heads, {})
    for token in tokens:
        if token in taken:
            continue
        head = known[token] if token in known else _issue_at(phrases, token)
        known[token] = head
        if head is not None:
            found.append(head)
            taken.update(head.stakes)
    return found


def _is_misread_verb(parse: Parse, token: int) -> bool:
    """ "insists that the garrison disarm": a bare verb that the parser takes for a noun."""
    return parse.deps[token] == "ccomp" and parse.tags[token] == "NN" and parse.child(token, "mark") is not None


def _issue_at(phrases: Phrases, token: int) -> IssueHead | None:
    parse = phrases.sentence.parse
    kind = "V" if _is_misread_verb(parse, token) else parse.tags[token][0]
    if kind == "N":
        if not _may_name(parse, token):
            return None
    elif kind != "V" or not _may_do(parse, token):
        return None
    words = _candidates(phrases, token)
    is_verb = kind == "V" and parse.deps[token] not in {"amod", "compound"}
    for word in words:
        for issue in _by_word().get(word, ()):
            head = _fits(phrases, token, word, issue, is_verb)
            if head is not None:
                return head
    return None


def issue_named(phrases: Phrases, token: int, *, counted: bool = False) -> str | None:
    """The issue a word names by itself, whatever stands with it.

    A verb that names one only with a stake does so where something is `counted` ("absorb 1,150 of them").
    """
    parse = phrases.sentence.parse
    if parse.tags[token][0] not in "NV":
        return None
    is_verb = parse.tags[token][0] == "V"
    if not _may_name(parse, token):
        return _implied(phrases, token) if counted and not is_verb else None
    for word in _candidates(phrases, token):
        for issue in _by_word().get(word, ()):
            known = issue.verbs if is_verb else issue.nouns
            if word not in known or not _active(phrases.doc, issue):
                continue
            if word not in issue.needs_stake or (
                counted if is_verb else not counted and _at_home(phrases, token, issue)
            ):
                return issue.issue
    return _implied(phrases, token) if counted and not is_verb else None


# In which kinds of dispute a noun that asks for a stake names its issue without one ("a pause of five days").
_HOMES = {
    "release": {"conflict"}, "ceasefire": {"conflict"}, "withdrawal": {"conflict"}, "disarmament": {"conflict", "climate"},
    "aid": {"conflict"}, "territory": {"conflict"}, "governance": {"conflict", "climate"}, "jobs": {"pay"},
    "price": {"takeover", "trade"}, "quota": {"trade", "climate"},
}  # fmt: skip


_OF_ANYTHING = word_list("moves.terms.issues.of_anything")


def _at_home(phrases: Phrases, token: int, issue: Issue) -> bool:
    """Whether what the noun is of is a stake of the issue; where nothing is said of that, whether the report is of its kind."""
    if _modified_by_stake(phrases, token, issue):
        return True
    of = [p.object for p in phrases.preps(token) if p.word in {"of", "in", "to", "on", "at", "from"}]
    of = [o for o in of if not phrases.is_time(o)]
    if of:
        return any(_is_stake(phrases, o, issue) for o in of)
    kind = main_kind(phrases.doc)
    homes = _HOMES.get(issue.issue, {kind})
    if kind is None and phrases.sentence.parse.lemmas[token] in _OF_ANYTHING:
        return any(tells_of(phrases.doc, home) for home in homes if home)
    return kind is None or kind in homes


def _implied(phrases: Phrases, token: int) -> str | None:
    """The issue that a number of such things is about, whatever the report tells of ("60 trucks", "52 new posts")."""
    table = _by_implied()
    return next((table[word] for word in _candidates(phrases, token) if word in table), None)


@cache
def _by_implied() -> dict[str, str]:
    return {word: issue.issue for issue in reversed(load_issues()) for word in issue.implied}


def _candidates(phrases: Phrases, token: int) -> list[str]:
    """The forms to look up, longest first."""
    parse = phrases.sentence.parse
    if parse.tags[token].startswith("V") or _is_misread_verb(parse, token):
        lemma = parse.verb_lemma(token)
        # "pulled its tanks out of the valley": the particle stands as a preposition behind the object.
        # "let the officers go".
        if lemma == "go" and parse.verb_lemma(parse.heads[token]) == "let":
            return ["let go"]
        near = [parse.lower[c] for c in parse.children[token] if parse.deps[c] in {"prt", "prep", "advmod"}]
        # "hand over 14 airmen": before a number the parser takes the particle for "more than".
        near += [parse.lower[token + 1]] if parse.deps[token + 1 : token + 2] == ("quantmod",) else []
        return [*(f"{lemma} {word}" for word in near), lemma, parse.lower[token]]
    if parse.tags[token].startswith("N"):
        return sorted(phrases.words_of(token), key=lambda w: (-len(w), w))
    return []


def _fits(phrases: Phrases, token: int, word: str, issue: Issue, is_verb: bool) -> IssueHead | None:
    parse = phrases.sentence.parse
    known = issue.verbs | issue.stop_verbs if is_verb else issue.nouns
    if word not in known or not _active(phrases.doc, issue):
        return None
    if not is_verb and _in_compound_preposition(phrases, token):
        return None
    # "the truce offer", "pay talks": a modifier names what the talks are about, and gives nothing.
    if not is_verb and parse.deps[token] == "compound" and parse.heads[token] > token:
        return None
    stakes = _stakes(phrases, token, issue, is_verb)
    good = tuple(s for s in stakes if not issue.stakes or _is_stake(phrases, s, issue))
    # "a floor of 118 cents and a quota": what is coordinated with the amount is a thing of its own.
    beside = {s for s in good if not issue.stakes and parse.deps[s] == "conj" and _other_issue(phrases, s, issue)}
    good = tuple(s for s in good if s not in beside)
    # "guarantees all 2,150 jobs": the jobs are what is talked about.
    counted = (s for s in stakes if any(parse.deps[c] == "nummod" for c in parse.children[s]))
    if is_verb and issue.issue == "guarantee" and any(_other_issue(phrases, s, issue) for s in counted):
        return None
    good += _misplaced(phrases, token, issue, good)
    stakes = tuple(s for s in stakes if s in good or not _other_issue(phrases, s, issue))
    staked = bool(good) or (is_verb and _persons(phrases, stakes, issue)) or _modified_by_stake(phrases, token, issue)
    if word in (issue.needs_stake | issue.stop_verbs) and not staked:
        return None
    if word in issue.needs_amount and not any(
        is_money(q) or q.kind == "duration" for q in phrases.quantities(phrases.region(token))
    ):
        return None
    return IssueHead(token, issue.issue, good or stakes)


def _in_compound_preposition(phrases: Phrases, token: int) -> bool:
    """ "in exchange for", "in return for": the noun is half of a preposition."""
    parse = phrases.sentence.parse
    return (
        parse.lower[token] in {"exchange", "return"}
        and parse.deps[token] == "pobj"
        and parse.lower[parse.heads[token]] == "in"
    )


_BESIDE = frozenset({"alongside", "along with", "together with", "as well as", "plus"})


def _stakes(phrases: Phrases, token: int, issue: Issue, is_verb: bool) -> tuple[int, ...]:
    """What is given: the verb's objects, or what follows the noun's "of"; with what is given "alongside" it."""
    parse = phrases.sentence.parse
    if is_verb:
        clause = phrases.clause_by_verb.get(token)
        objects = list(clause.objects) if clause is not None else []
        # "stop shelling the town": what is stopped is a verb.
        objects += [c for c in parse.children[token] if parse.deps[c] == "xcomp" and parse.tags[c] == "VBG"]
        if parse.lemmas[token] == "go" and clause is not None:
            objects += clause.subjects
        preps = list(clause.preps) if clause is not None else []
        if issue.issue == "withdrawal":
            # "pull out of three towns".
            objects += [p.object for p in preps if p.word in {"out of", "from"} and _is_stake(phrases, p.object, issue)]
    else:
        preps = phrases.preps(token)
        objects = [
            p.object
            for p in preps
            if p.word == "of" or (p.word in _behind(issue) and _is_stake(phrases, p.object, issue))
        ]
    # What is given "alongside" may hang on the noun above the infinitive ("its readiness to free X, alongside Y").
    above = [parse.heads[token]] if parse.deps[token] in {"acl", "xcomp"} else []
    beside = phrases.preps_among([*above, *phrases.region(token)], _BESIDE)
    objects += [p.object for _, p in beside if _is_stake(phrases, p.object, issue)]
    amounts = [q.span for q in phrases.quantities_here if q.kind in {"money", "percent", "duration"}]
    return tuple(o for o in dict.fromkeys(objects) if not any(a.covers(phrases.sentence.tokens(o, o)) for a in amounts))


def _behind(issue: Issue) -> frozenset[str]:
    """Prepositions behind a noun that may name what is given: a return "to the palace" names where to."""
    return _PLACED - {"to"} if issue.issue == "release" else _PLACED


_PLACED = frozenset({"in", "to", "on", "at"})


def _is_stake(phrases: Phrases, token: int, issue: Issue) -> bool:
    head = phrases.head(token)
    if not phrases.words_of(head).isdisjoint(issue.stakes) or not phrases.words_of(token).isdisjoint(issue.stakes):
        return True
    if issue.issue == "jobs" and means_people(phrases.sentence.parse.lemmas[head]):
        return True
    if issue.issue == "release" and is_of_a_nation(phrases, head):
        return True
    entity = phrases.entity(head)
    return issue.issue == "release" and entity is not None and entity.kind in {"person", "office"}


def _misplaced(phrases: Phrases, token: int, issue: Issue, known: tuple[int, ...]) -> tuple[int, ...]:
    """Stakes the parser coordinated with somebody: "the exchange of captives held by X and prisoners in Y"."""
    if issue.issue != "release":
        return ()
    parse = phrases.sentence.parse
    return tuple(
        t
        for t in phrases.region(token)
        if t not in known
        and parse.deps[t] == "conj"
        and parse.lemmas[t] in issue.stakes
        and phrases.doc.entity(phrases.index, parse.heads[t]) is not None
    )


def _other_issue(phrases: Phrases, token: int, issue: Issue) -> bool:
    """Whether a thing given names an issue of its own ("the release of 600 prisoners and 400 trucks of aid")."""
    return any(
        other.issue != issue.issue
        for word in _candidates(phrases, token)
        for other in _by_word().get(word, ())
        if word in other.nouns
    )


def _persons(phrases: Phrases, stakes: tuple[int, ...], issue: Issue) -> bool:
    """ "free the other 12": a bare number stands for the people talked about."""
    parse = phrases.sentence.parse
    return issue.issue == "release" and any(parse.tags[s] == "CD" for s in stakes)


def _modified_by_stake(phrases: Phrases, token: int, issue: Issue) -> bool:
    """ "a prisoner exchange", "troop withdrawal", "the hostages' return"."""
    parse = phrases.sentence.parse
    return any(
        parse.lemmas[c] in issue.stakes or parse.lower[c] in issue.stakes
        for c in parse.children[token]
        if parse.deps[c] in {"compound", "poss", "amod", "nmod"}
    )


def outermost(phrases: Phrases, heads: list[IssueHead]) -> list[IssueHead]:
    """Heads that are not inside another head's stake: "release of prisoners from the blockade" names one thing."""
    parse = phrases.sentence.parse
    kept: list[IssueHead] = []
    for head in heads:
        above = set(parse.ancestors(head.token))
        inside = any(k.token in above and (set(k.stakes) & (above | {head.token})) for k in kept)
        counted = any(parse.deps[c] == "nummod" for c in parse.children[head.token])
        beside = parse.deps[head.token] == "conj" and (counted or parse.tags[head.token][0] == "V")
        inside = inside and not beside
        modifier = parse.deps[head.token] in {"amod", "compound"}
        if not inside and not modifier:
            kept.append(head)
    return kept
