"""Whether a count is a fact, a plan, or a term of what is offered, asked or agreed."""

from __future__ import annotations

from typing import Literal

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.extract.figures.measure_index import Reading, measure_words

__all__ = ["Standing", "infinitive", "standing_of"]

Standing = Literal["fact", "planned", "term"]

_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until"})
_TIES = frozenset({"prep", "acl", "compound", "nummod", "amod", "relcl", "pobj", "poss"})
_HIGHEST = 12


def standing_of(parse: Parse, reading: Reading) -> Standing:
    """Whether the words above a count of something negotiable make it a part of a move rather than of what happened.

    What is said of victims is never a term; a stake of the talks ("plans for 300 redundancies") is a figure also while
    it is only planned.
    """
    if not reading.words.negotiable or parse.lemmas[reading.trigger] in measure_words().terms.rates:
        return "fact"
    token, standing = _start(parse, reading), "fact"
    for _ in range(_HIGHEST):
        found, above = _judge(parse, token, stake=reading.words.stake)
        if found == "term":
            return "term"
        standing = "planned" if "planned" in {found, standing} else "fact"
        if above is None:
            break
        token = above
    return "planned" if standing == "planned" else "fact"


def _start(parse: Parse, reading: Reading) -> int:
    """The token to judge first: a toll is told by its verb ("if the stock rises to 450,000 tonnes")."""
    if (
        reading.rule == "figure:toll"
        and reading.clause is not None
        and parse.heads[reading.trigger] == parse.clauses[reading.clause].verb
    ):
        return parse.clauses[reading.clause].verb
    return reading.trigger


def _judge(parse: Parse, token: int, *, stake: bool) -> tuple[Standing, int | None]:
    """What the token's own clause and the word above it make of the count, and that word (None where the way up ends)."""
    own = _own_clause(parse, token, stake=stake)
    head, dep = parse.heads[token], parse.deps[token]
    if _other_side(parse, token):
        return ("term" if _moves_before(parse, token) else own), None
    if own == "term" or head == token or _independent(parse, token):
        return own, None
    words = measure_words().terms
    if infinitive(parse, token) and dep != "conj":
        if parse.verb_lemma(head) in words.implicatives:
            return own, head
        if dep == "advcl" and parse.tags[head] == "VBD" and parse.verb_lemma(token) in words.outcomes:
            # "gave up gains to end at 94 dollars": what came of it.
            return own, head
        planning = parse.lemmas[head] in words.planning_verbs | words.planning_nouns | words.adjectives
        # "400 jobs to go": the plan is told of the jobs themselves.
        planning = planning or (dep in {"acl", "relcl"} and parse.lemmas[head] not in words.nouns)
        return ("planned" if stake and planning else "term"), None
    if (dep == "acl" and parse.lemmas[head] not in words.nouns) or parse.lower[token] in words.after:
        return own, None
    if parse.tags[head][0] == "V":
        above = _verb(parse, token, head, stake=stake)
        return (own if above == "fact" else above), None if dep in {
            "nsubj",
            "advcl",
            "agent",
        } or above == "term" else head
    if dep in _TIES and parse.lemmas[head] in words.nouns:
        planned = stake and parse.lemmas[head] in words.planning_nouns
        return ("planned" if planned else "term"), head if planned else None
    return own, head


def _other_side(parse: Parse, token: int) -> bool:
    """Whether `token` is what something is given for ("in exchange for the release of 70")."""
    head = parse.heads[token]
    words = parse.lower[max(0, head - 2) : head + 1]
    return parse.deps[token] == "pobj" and words in {("in", "exchange", "for"), ("in", "return", "for")}


def _moves_before(parse: Parse, token: int) -> bool:
    """Whether a verb of a move stands before: an exchange is then what it puts forward, wherever the parser hung it."""
    words = measure_words().terms
    return any(
        c.verb < token and ({c.lemma, parse.lemmas[c.verb], _with_for(parse, c)} & words.verbs or c.modal)
        for c in parse.clauses
    )


def _with_for(parse: Parse, clause: Clause) -> str:
    """The verb with the preposition behind it ("call for")."""
    return f"{clause.lemma} {parse.lower[clause.verb + 1]}" if clause.verb + 1 < len(parse) else clause.lemma


def _own_clause(parse: Parse, token: int, *, stake: bool) -> Standing:
    """What the auxiliaries and the conjunction of the clause that `token` heads make of the count."""
    clause = _clause(parse, token)
    if clause is None:
        return "fact"
    if clause.mark in _CONDITIONS:
        return "term"
    if clause.modal == "could" and clause.negated:
        return "fact"
    if clause.modal in {"will", "shall"} or clause.tense == "planned":
        return "planned" if stake else "term"
    if clause.modal in {"would", "could"} and stake:
        return "planned"
    return "term" if clause.modal is not None else "fact"


def _clause(parse: Parse, token: int) -> Clause | None:
    return next((c for c in parse.clauses if c.verb == token), None)


def _independent(parse: Parse, token: int) -> bool:
    """Whether a clause says something of its own, whatever the words above it: a relative, a coordinated clause."""
    free = parse.deps[token] in {"relcl", "parataxis", "conj"} and parse.tags[token][0] == "V"
    return free and not infinitive(parse, token) and (parse.deps[token], parse.tags[token]) != ("conj", "VB")


def _verb(parse: Parse, token: int, verb: int, *, stake: bool) -> Standing:
    """What the governing verb makes of what it governs: nothing of its subject or of a circumstance."""
    clause = _clause(parse, verb)
    if parse.deps[token] in {"nsubj", "nsubjpass"} and (own := _own_clause(parse, verb, stake=stake)) != "fact":
        return own
    if parse.deps[token] in {"advcl", "nsubj", "csubj", "agent"}:
        return "fact"
    words = measure_words().terms
    lemmas = {parse.lemmas[verb]} | ({clause.lemma, _with_for(parse, clause)} if clause is not None else set())
    if stake and lemmas & words.planning_verbs:
        return "planned"
    return "term" if lemmas & words.verbs else "fact"


def infinitive(parse: Parse, token: int) -> bool:
    """Whether a verb stands in the infinitive with its "to", also in the passive ("is to be paid")."""
    return parse.tags[token] in {"VB", "VBN"} and any(parse.tags[c] == "TO" for c in parse.children[token])
