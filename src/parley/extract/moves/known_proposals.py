"""Whose proposal it is, where a later sentence tells what it would do without naming anybody ("The plan would cut")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parley.extract.moves.draft import Draft
from parley.model import Actor

__all__ = ["with_known_owners", "without_references"]

_BACK = 4  # so many sentences before, what "the plan" is was told at the latest
_PUT = frozenset({"offer", "demand"})
# Nouns that any proposal may be called by thereafter; others only by the noun it was told by.
_GENERAL = frozenset({"proposal", "plan", "offer", "term", "package", "idea", "document", "text"})


def with_known_owners(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; those of what a known proposal provides are its maker's."""
    done: list[Draft] = []
    for draft in drafts:
        makers = _makers(draft, done) if _is_ownerless(draft) else ()
        if makers:
            to = tuple(a for a in draft.parties.to if a.name not in {m.name for m in makers})
            draft = msgspec.structs.replace(draft, parties=msgspec.structs.replace(draft.parties, by=makers, to=to))
        done.append(draft)
    return done


def without_references(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without nouns for what is answered ("accepted the army's idea") that its maker is told to put forward
    elsewhere: these only refer to it."""
    put = [d for d in drafts if d.act in _PUT and not _is_reference(d)]
    return [d for d in drafts if not (_is_reference(d) and any(_same_makers(d, other) for other in put))]


def _is_reference(draft: Draft) -> bool:
    return draft.hit.rule.endswith(":answered")


def _same_makers(one: Draft, other: Draft) -> bool:
    names = [{n for a in d.parties.by for n in (a.name, a.acts_for) if n} for d in (one, other)]
    return not names[0].isdisjoint(names[1])


def _is_ownerless(draft: Draft) -> bool:
    """Whether only the proposal is named, and nobody who makes it."""
    clause = draft.hit.clause
    passive = clause is not None and clause.passive and draft.hit.slot == "object"
    return draft.act in _PUT and not draft.parties.by and (draft.hit.owner or passive)


def _makers(draft: Draft, before: Sequence[Draft]) -> tuple[Actor, ...]:
    """The makers of the latest proposal told before that the subject may stand for."""
    noun = _subject(draft)
    parse = draft.phrases.sentence.parse
    # "Any offer would", "a plan that would": no proposal known.
    if noun is None or parse.lower[parse.lefts[noun]] not in {
        "the",
        "it",
        "this",
        "that",
        "its",
        "their",
        parse.lower[noun],
    }:
        return ()
    lemma, known = parse.lemmas[noun], [o for o in reversed(before) if _is_near(draft, o)]
    named = next((o for o in known if lemma in _nouns(o)), None)
    if named is not None:
        return named.parties.by if named.act == draft.act else ()
    last = next((o for o in known if o.act == draft.act and o.parties.by), None)
    return last.parties.by if last is not None and lemma in _GENERAL else ()


def _is_near(draft: Draft, other: Draft) -> bool:
    doc, index, before = draft.phrases.doc, draft.phrases.index, other.phrases.index
    return index - before <= _BACK and doc.story_of(index) == doc.story_of(before)


def _subject(draft: Draft) -> int | None:
    clause = draft.hit.clause
    if clause is not None and clause.link in {"acl", "relcl"} and clause.passive:
        # "The plan, handed to the ambassador on Sunday, foresaw".
        return draft.phrases.sentence.parse.heads[clause.verb]
    heads = (clause.objects if clause.passive else clause.subjects) if clause is not None else ()
    return heads[0] if heads else None


def _nouns(draft: Draft) -> set[str]:
    """The nouns a proposal is told by: its own, or what its verb puts forward."""
    parse, hit = draft.phrases.sentence.parse, draft.hit
    tokens = [hit.token, *hit.fillers, *(hit.clause.objects if hit.clause is not None else ())]
    if hit.clause is not None and hit.clause.link in {"acl", "relcl"}:
        tokens.append(parse.heads[hit.clause.verb])
    return {parse.lemmas[t] for t in tokens}
