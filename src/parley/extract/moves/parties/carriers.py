"""Through whom a move reaches the other side: mediators named by a preposition, and whoever carries the words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.lexicon.acts import load_acts
from parley.model import Span

__all__ = ["find_carriers", "is_sent_through", "sender_of"]

_THROUGH = frozenset({"through", "via"})
_HELPED = frozenset({"with", "under"})
_CARRYING = _THROUGH | _HELPED
# What is carried: the words of a move, or the thing that holds them.
_CARRIED = frozenset({"message", "proposal", "bid", "demand", "writing"})
# Acts of the talks themselves, which nobody carries.
_CARRIED_ACTS = frozenset(
    {"offer", "demand", "accept", "reject", "threaten", "promise", "invite", "concede", "withdraw"}
)


_ANSWERS = frozenset({"accept", "reject"})


def find_carriers(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "through Egyptian mediators", "in a message passed on by the Red Cross", "with assistance from"."""
    tops = phrases.region(hit.clause.verb if hit.clause is not None else hit.token)
    # "has received a new offer through mediators".
    above = [c for c in phrases.sentence.clauses if hit.clause is None and hit.token in c.objects]
    # "let it be known through the ambassador that it accepted".
    if hit.clause is not None and hit.clause.link == "ccomp" and hit.clause.parent is not None:
        above.append(phrases.sentence.clauses[hit.clause.parent])
    preps = [*(p for _, p in phrases.preps_among(tops, _CARRYING)), *(p for c in above for p in c.preps)]
    found = [e for p in preps if (e := _through(phrases, p.word, p.object)) is not None]
    found += _opening(phrases)
    if hit.act in _CARRIED_ACTS:
        # Who brought what is answered does not bring the answer.
        answered = {t for f in hit.fillers for t in phrases.region(f)} if hit.act in _ANSWERS else set()
        found += _bearers(phrases, hit, frozenset(tops) - answered)
    return found


def _through(phrases: Phrases, word: str, token: int) -> EntityMention | None:
    if word in _THROUGH:
        return phrases.party(token, strict=True)
    helping = word in _HELPED and phrases.sentence.parse.lemmas[token] in load_acts().nouns["helping"]
    return phrases.owner(token) if helping else None


def _opening(phrases: Phrases) -> list[EntityMention]:
    """ "Via Swedish diplomats, Pellan has": the parser takes the first word of a sentence for a part of the name behind it."""
    parse = phrases.sentence.parse
    if parse.lower[0] != "via" or parse.deps[0] == "prep" or "," not in parse.words:
        return []
    found = phrases.party(parse.words.index(",") - 1, strict=True)
    if found is None or found.span.start > phrases.sentence.tokens(0, 0).start:
        return [found] if found is not None else []
    span = Span(phrases.sentence.tokens(1, 1).start, found.span.end)
    return [msgspec.structs.replace(found, span=span, name=span.of(phrases.doc.text))]


def _bearers(phrases: Phrases, hit: ActHit, below: frozenset[int]) -> Iterator[EntityMention]:
    """Whoever does the carrying: of the noun that is the move, or of a letter or message that the move is made in."""
    heads = phrases.sentence.parse.heads
    for clause in _carrying(phrases):
        hangs = clause.link in {"acl", "relcl"} and heads[clause.verb] in below
        if (hangs and (heads[clause.verb] == hit.token or phrases.is_of(heads[clause.verb], _CARRIED))) or (
            hit.clause is None and hit.token in clause.objects and not is_sent_through(phrases, clause)
        ):
            yield from _doers(phrases, clause)


def _carrying(phrases: Phrases) -> list[Clause]:
    verbs = load_acts().verbs["carrying"]
    return [c for c in phrases.sentence.clauses if c.lemma in verbs]


def _doers(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    return [e for s in clause.subjects if (e := phrases.party(s, strict=True)) is not None]


def is_sent_through(phrases: Phrases, clause: Clause) -> bool:
    """ "conveyed a proposal through the Omani ambassador": who conveys through another is the sender, and carries nothing."""
    preps = (p for t in phrases.region(clause.verb) for p in phrases.preps(t))
    return clause.lemma in load_acts().verbs["carrying"] and any(
        p.word in _THROUGH and phrases.party(p.object, strict=True) is not None for p in preps
    )


def sender_of(phrases: Phrases, token: int) -> EntityMention | None:
    """ "a plan that Norwegian diplomats had brought from the Front": from whom what is carried comes."""
    heads = phrases.sentence.parse.heads
    for clause in _carrying(phrases):
        if clause.link in {"acl", "relcl"} and heads[clause.verb] == token:
            for prep in clause.preps:
                if prep.word == "from" and (found := phrases.party(prep.object, strict=True)) is not None:
                    return found
    return None
