"""Whose proposal it is, where a later sentence tells what it would do without naming anybody ("The plan would cut")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.draft import Draft
from parley.extract.moves.parties.counterparts import side_of
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list
from parley.model import Actor

__all__ = ["with_known_owners", "with_told_again", "without_references"]

_BACK = 4  # so many sentences before, what "the plan" is was told at the latest
_PUT = frozenset({"offer", "demand"})
_TELLING = _PUT | {"invite", "agree"}  # acts by which it is told whose a proposal is
_PROPOSALS = frozenset({"proposal"})
_AGREEMENTS = frozenset({"agreement"})
_OFFERED = frozenset({"offer", "extend", "concede"})
_CONDITIONING = frozenset({"condition", "predicate"})
_GENERAL = word_list("moves.indirect.known_proposals.general")


def with_known_owners(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; those of what a known proposal provides are its maker's."""
    done: list[Draft] = []
    for draft in drafts:
        if (agreed := _agreed_terms(draft, done)) is not None:
            done.append(agreed)
            continue
        makers = _makers(draft, done) if _is_ownerless(draft) or _under(draft) is not None else ()
        if makers:
            draft = _handed_on(_made_by(draft, makers), done)
        done.append(draft)
    return done


def _made_by(draft: Draft, makers: tuple[Actor, ...]) -> Draft:
    to = tuple(a for a in draft.parties.to if a.name not in {m.name for m in makers})
    return msgspec.structs.replace(draft, parties=msgspec.structs.replace(draft.parties, by=makers, to=to))


def _handed_on(draft: Draft, before: Sequence[Draft]) -> Draft:
    """ "The counter-offer was handed to Norland's minister": a third party is given it for the other side."""
    clause, parties = draft.hit.clause, draft.parties
    if clause is None or clause.lemma not in load_acts().verbs["carrying"] or not parties.to:
        return draft
    own = {side_of(a) for a in parties.by}
    others = {side_of(a): a for d in before if d.act in _PUT for a in d.parties.by if side_of(a) not in own}
    if len(others) != 1 or any(side_of(a) in others for a in parties.to):
        return draft
    parties = msgspec.structs.replace(parties, to=tuple(others.values()), via=(*parties.via, *parties.to))
    return msgspec.structs.replace(draft, parties=parties)


def _agreed_terms(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """ "Under the terms, pay would rise by 6.5 per cent", told after a deal: what was agreed, by those who agreed it."""
    noun = _subject(draft) if draft.hit.rule == "move:offer:foreseen" else None
    parse = draft.phrases.sentence.parse
    if noun is None or parse.lemmas[noun] != "term" or any(parse.lower[c] == "of" for c in parse.children[noun]):
        return None
    put = [o for o in reversed(before) if _is_near(draft, o) and o.act in {"offer", "agree"} and o.parties.by]
    if not put or put[0].act != "agree":
        return None
    parties = msgspec.structs.replace(draft.parties, by=put[0].parties.by, to=())
    return msgspec.structs.replace(draft, act="agree", parties=parties)


def with_told_again(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a headline's passive ("Truce extended by a week") is done by those its report names for it, and what a
    headline calls by what it is ("Investors to raise bid") is the one of whom the report says so."""
    return [_told_again(d, drafts) if is_headline(d.phrases) else d for d in drafts]


def _told_again(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    # Behind a headline the sentences run on as its own.
    near = (d for d in drafts if draft.phrases.index < d.phrases.index <= draft.phrases.index + _BACK)
    later = [d for d in near if d.act == draft.act and d.parties.by]
    clause = draft.hit.clause
    if clause is None or not later:
        return draft
    if not draft.parties.by:
        same = later[0] if clause.passive and draft.act in _TOLD_AGAIN else None
    else:
        same = next((d for d in later if _is_called_so(draft, d)), None)
    if same is None:
        return draft
    return msgspec.structs.replace(draft, parties=msgspec.structs.replace(draft.parties, by=same.parties.by))


_CALLED = frozenset({"collective", "union"})


def _is_called_so(headline: Draft, told: Draft) -> bool:
    """ "Investors to raise bid": the report says of whoever does it what it is ("Keelson Corp, an investor group, said")."""
    assert headline.hit.clause is not None
    by, subjects = headline.parties.by, headline.hit.clause.subjects
    if len(by) != 1 or by[0].kind not in _CALLED or len(subjects) != 1 or len(told.parties.by) != 1:
        return False
    noun = headline.phrases.sentence.parse.lemmas[subjects[0]]
    parse = told.phrases.sentence.parse
    if by[0].name == told.parties.by[0].name or " " in by[0].name:
        return False
    named = told.parties.by[0].kind not in {None, "collective", "unnamed"}
    told_of = {t for c in parse.clauses for s in c.subjects for t in told.phrases.region(s)}
    return named and any(parse.lemmas[t] == noun for t in told_of)


_TOLD_AGAIN = frozenset({"extend", "reject", "accept", "withdraw", "agree"})


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
    if draft.parties.by:
        return False
    if draft.act == "agree":
        of_deal = clause is not None and any(draft.phrases.is_of(s, _AGREEMENTS) for s in clause.subjects)
        return of_deal or draft.hit.rule == "move:agree:foreseen"
    passive = clause is not None and clause.passive and draft.hit.slot == "object"
    return draft.act in _PUT and (draft.hit.owner or passive or clause is None)


def _under(draft: Draft) -> int | None:
    """ "Under the proposal, holders would swap their bonds": the noun for what tells who would do what."""
    clause = draft.hit.clause
    if clause is None or clause.modal != "would" or draft.act not in _PUT or draft.hit.owner:
        return None
    return next(
        (p.object for p in clause.preps if p.word == "under" and draft.phrases.is_of(p.object, _PROPOSALS)), None
    )


def _makers(draft: Draft, before: Sequence[Draft]) -> tuple[Actor, ...]:
    """The makers of the latest proposal told before that the subject may stand for."""
    if draft.act == "agree":
        deals = [o for o in reversed(before) if o.act == "agree" and o.parties.by]
        near = [o.parties.by for o in deals if _is_near(draft, o)]
        # Further back the report may have told of one deal only.
        one = deals[0].parties.by if deals and all(_same_makers(deals[0], o) for o in deals) else ()
        return near[0] if near else one
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
    if _is_counter(draft, noun):
        # "The counter-offer was handed over": of whoever answered with terms of his own.
        return next((o.parties.by for o in known if o.act == "offer" and _answers(o)), ())
    named = next((o for o in known if lemma in _nouns(o) and o.act in _TELLING), None)
    if _conditions(draft):
        # "The offer is conditioned upon": whose it is, told by an offer or by its being prolonged.
        return next((o.parties.by for o in known if lemma in _nouns(o) and o.act in _OFFERED and o.parties.by), ())
    if named is not None:
        return named.parties.by if named.act == draft.act else ()
    last = next((o for o in known if o.act == draft.act and o.parties.by), None)
    return last.parties.by if last is not None and lemma in _GENERAL else ()


def _conditions(draft: Draft) -> bool:
    return draft.act == "demand" and draft.hit.clause is not None and draft.hit.clause.lemma in _CONDITIONING


def _is_counter(draft: Draft, noun: int) -> bool:
    return any(word.startswith("counter") for word in draft.phrases.words_of(noun))


def _answers(draft: Draft) -> bool:
    """Whether terms are put in answer to others ("answered with six days", "its counter-proposal")."""
    clause = draft.hit.clause
    if clause is not None and clause.lemma.split()[0] in _ANSWERING:
        return True
    return any(_is_counter(draft, t) for t in (draft.hit.token, *draft.hit.fillers))


_ANSWERING = word_list("moves.indirect.known_proposals.answering")


def _is_near(draft: Draft, other: Draft) -> bool:
    doc, index, before = draft.phrases.doc, draft.phrases.index, other.phrases.index
    return index - before <= _BACK and doc.story_of(index) == doc.story_of(before)


def _subject(draft: Draft) -> int | None:
    clause = draft.hit.clause
    if clause is None:
        # "The new bid of 410 pence".
        return draft.hit.token
    if (noun := _under(draft)) is not None:
        return noun
    if clause.link in {"acl", "relcl"} and clause.passive:
        # "The plan, handed to the ambassador on Sunday, foresaw".
        return draft.phrases.sentence.parse.heads[clause.verb]
    heads = clause.objects if clause.passive else clause.subjects
    return heads[0] if heads else None


def _nouns(draft: Draft) -> set[str]:
    """The nouns a proposal is told by: its own, or what its verb puts forward."""
    parse, hit = draft.phrases.sentence.parse, draft.hit
    tokens = [hit.token, *hit.fillers, *(hit.clause.objects if hit.clause is not None else ())]
    if hit.clause is not None and hit.clause.link in {"acl", "relcl"}:
        tokens.append(parse.heads[hit.clause.verb])
    return {parse.lemmas[t] for t in tokens}
