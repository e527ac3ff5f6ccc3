"""A move found in a sentence, before what the rest of the report says of it."""

from __future__ import annotations

import msgspec

from parley.extract.factuality import factuality_of
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.parties.parties import Parties
from parley.model import Attribution, Factuality, Span

__all__ = ["Draft", "draft_factuality", "statement_of", "trigger_of"]


_JUDGED = frozenset({"reject", "break_off"})


class Draft(msgspec.Struct, frozen=True):
    """A move found in a sentence, before what the rest of the report says of it."""

    phrases: Phrases
    hit: ActHit
    act: str
    parties: Parties
    attribution: Attribution
    roots: tuple[int, ...]


_IMPRESSIONS = frozenset({"appear", "seem", "look"})


def trigger_of(phrases: Phrases, hit: ActHit) -> Span:
    """The words that make the act."""
    if hit.clause is not None:
        span = phrases.trigger(hit.clause)
        if hit.slot == "complement" and hit.act in _JUDGED and hit.fillers:
            # "is unacceptable": the judgement makes the act.
            other = phrases.sentence.tokens(min(hit.fillers), max(hit.fillers))
            return Span(min(span.start, other.start), max(span.end, other.end))
        if hit.token != hit.clause.verb:
            other = phrases.sentence.tokens(hit.token, hit.token)
            return Span(min(span.start, other.start), max(span.end, other.end))
        return span
    return phrases.sentence.tokens(hit.token, hit.token)


def statement_of(phrases: Phrases, hit: ActHit) -> Span:
    """The clause or noun phrase around them."""
    if hit.clause is not None:
        span = phrases.statement(hit.clause)
        trigger = trigger_of(phrases, hit)
        return Span(min(span.start, trigger.start), max(span.end, trigger.end))
    return phrases.sentence.subtree(hit.token)


def draft_factuality(draft: Draft) -> Factuality:
    """How sure the move is; an act told by its opposite ("oppose") is turned round."""
    hit = draft.hit
    if hit.clause is not None and hit.clause.verb not in draft.phrases.clause_by_verb:
        return Factuality(tense="present")  # a headline's verb that the parser took for a noun
    found = factuality_of(
        draft.phrases.doc, draft.phrases.index, hit.clause.verb if hit.clause is not None else hit.token
    )
    if hit.likely and found.certainty == "certain":
        found = msgspec.structs.replace(found, certainty="probable")
    if hit.rule.endswith(":readiness") and hit.clause is not None and hit.clause.lemma in _IMPRESSIONS:
        found = msgspec.structs.replace(found, certainty="possible")  # "appears ready to": so it looks to another
    if hit.rule == "move:agree:readiness" and found.tense != "hypothetical":
        found = msgspec.structs.replace(found, tense="planned")  # "were close to a deal": none is made yet
    if hit.rule.endswith(":in-step"):
        found = msgspec.structs.replace(found, tense="planned")  # arranged, though told in the present
    if hit.rule.endswith(":no-without"):
        return msgspec.structs.replace(found, polarity="positive")  # the "no" is the price's, not the demand's
    if not hit.negative:
        return found
    if found.certainty == "possible" and hit.clause is not None and hit.clause.modal in {"can", "could"}:
        # "There can be no question of it" is said outright.
        found = msgspec.structs.replace(found, certainty="certain", tense="present")
    return msgspec.structs.replace(found, polarity="negative" if found.polarity == "positive" else "positive")
