"""Whether a count is a fact, or a term of what is offered, asked, planned or agreed."""

from __future__ import annotations

from parley.annotate.parse import Parse
from parley.extract.counted import Counted
from parley.extract.measures import Reading, measure_words

__all__ = ["is_term"]

_VERBAL = frozenset("V")
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until"})


def is_term(counted: Counted, reading: Reading) -> bool:
    """Whether the words above a count of something negotiable make it a part of a move rather than of what happened.

    What is said of victims is never a term; of a stake of the talks ("300 jobs will go") also what is planned counts.
    """
    if not reading.words.negotiable:
        return False
    parse = counted.parse
    token = reading.trigger
    above = parse.heads[counted.stations[-1]]
    if parse.tags[token][0] == "N" and token == counted.noun and parse.tags[above][0] == "V":
        token = counted.noun
    for _ in range(12):
        if _unreal(parse, token, stake=reading.words.stake):
            return True
        step = _step(parse, token)
        if step is None:
            return False
        if step == token:
            return True
        token = step
    return False


def _unreal(parse: Parse, token: int, *, stake: bool) -> bool:
    """Whether the clause that `token` heads is conditional or yet to come."""
    clause = next((c for c in parse.clauses if c.verb == token), None)
    if clause is None:
        return False
    if clause.mark in _CONDITIONS:
        return True
    if clause.modal in {"will", "shall"} or clause.tense == "planned":
        return not stake
    return clause.modal is not None


def _step(parse: Parse, token: int) -> int | None:
    """The token above; `token` itself where what is above makes a term of it, None where a fact ends the way up."""
    head, dep = parse.heads[token], parse.deps[token]
    if head == token or dep in {"relcl", "parataxis", "conj"} and parse.tags[token][0] == "V" and not _infinitive(parse, token):
        return None
    words = measure_words().terms
    if _infinitive(parse, token) and dep != "conj":
        return head if parse.verb_lemma(head) in words.implicatives else token
    if dep == "acl" and parse.lemmas[head] not in words.nouns:
        return None
    if parse.tags[token] == "IN" and parse.lower[token] in words.after:
        return None
    if dep == "nsubj" and parse.tags[head][0] == "V":
        return None
    if parse.tags[head][0] == "V":
        return _above_verb(parse, token, head)
    if parse.lemmas[head] in words.nouns and dep in {"prep", "acl", "compound", "nummod", "amod", "relcl", "pobj"}:
        return token
    return head


def _above_verb(parse: Parse, token: int, verb: int) -> int | None:
    clause = next((c for c in parse.clauses if c.verb == verb), None)
    lemma = clause.lemma if clause is not None else parse.lemmas[verb]
    words = measure_words().terms.verbs
    if parse.deps[token] == "advcl":
        return None
    return token if lemma in words or parse.lemmas[verb] in words else verb


def _infinitive(parse: Parse, token: int) -> bool:
    """Whether a verb stands in the infinitive with its "to"."""
    return parse.tags[token] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[token])
