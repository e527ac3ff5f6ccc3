"""Moves: what parties do in talks, with terms, parties, factuality, and on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions
from parley.extract.attribution.taken_back import is_taken_back
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.clauses.outsiders import is_outside
from parley.extract.moves.clauses.supposed import makes_do, only_supposed
from parley.extract.moves.clauses.tendered import takes_back_shares
from parley.extract.moves.content import (
    about_of,
    conditions_of,
    parties_of,
    place_of,
    term_evidence,
    terms_of,
)
from parley.extract.moves.draft import Draft, draft_factuality, statement_of, trigger_of
from parley.extract.moves.frames.acts import ActHit, find_acts
from parley.extract.moves.frames.echoes import without_echoes
from parley.extract.moves.frames.plain_verbs import find_plain_acts
from parley.extract.moves.frames.readings import one_reading
from parley.extract.moves.frames.sides import are_several
from parley.extract.moves.indirect.alternatives import find_alternatives
from parley.extract.moves.indirect.blame import as_accusations
from parley.extract.moves.indirect.commitments import find_commitments
from parley.extract.moves.indirect.fulfilment import as_kept_or_broken, is_agreed_before
from parley.extract.moves.indirect.known_proposals import with_known_owners, with_told_again, without_references
from parley.extract.moves.indirect.obligations import with_obligations
from parley.extract.moves.indirect.positions import find_positions
from parley.extract.moves.indirect.promises import find_promises
from parley.extract.moves.indirect.proposals import one_proposal
from parley.extract.moves.indirect.refusals import find_refusals, turned, without_reasons
from parley.extract.moves.indirect.threats import find_threats, one_threat
from parley.extract.moves.parties.counterparts import find_principals, with_counterpart
from parley.extract.moves.parties.parties import Parties, find_parties
from parley.extract.moves.terms.issues import is_takeover
from parley.extract.moves.terms.terms import TermFinder
from parley.extract.moves.timing import deadline_of, expires_of, when_of
from parley.extract.relevance import is_elsewhere, is_question
from parley.lexicon.acts import load_acts
from parley.model import Claim, Mention, Move, Span, Term, new_claim

__all__ = ["extract_moves"]

# Acts done to the other party of the talks, also where it is not named beside them.
_ADDRESSED = frozenset({"offer", "demand", "accept", "reject", "concede", "promise", "threaten"})


def extract_moves(doc: Doc, attributions: Attributions) -> list[Claim]:
    """All moves of the report in text order; a text of crossheads and furniture makes none."""
    drafts = [draft for i in range(len(doc.sentences)) for draft in _drafts(doc, i, attributions)]
    drafts = _fill_counterparts(without_references(with_told_again(with_known_owners(drafts))))
    return [_to_claim(draft, attributions) for draft in drafts]


def _drafts(doc: Doc, index: int, attributions: Attributions) -> Iterator[Draft]:
    phrases = phrases_of(doc, index)
    words = phrases.sentence.span.of(doc.text)
    unread = not phrases.sentence.parse.words  # a table run together is not parsed
    if unread or is_question(words) or is_elsewhere(doc, words):
        return
    found = (turned(phrases, h) for h in find_acts(phrases) if not only_supposed(phrases, h))
    hits = without_reasons(phrases, one_reading(phrases, [h for h in found if h is not None]))
    hits = one_proposal(phrases, hits) if any(h.owner for h in hits) else hits
    taken = frozenset(h.token for h in hits) | _complements(phrases, hits)
    hits += find_alternatives(phrases, frozenset(h.token for h in hits))
    hits = with_obligations(phrases, hits)
    hits += find_positions(phrases, frozenset(h.token for h in hits if not h.rule.endswith(":answered")))
    hits += find_threats(phrases, taken | {h.token for h in hits})
    hits += find_promises(phrases, taken | {h.token for h in hits})
    hits += find_commitments(phrases, taken | {h.token for h in hits})
    denied = list(find_refusals(phrases, frozenset(h.token for h in hits)))
    hits = [h for h in hits if h.clause is not None or all(h.token not in d.fillers for d in denied)] + denied
    hits += find_plain_acts(phrases, taken | {h.token for h in hits})
    hits = as_accusations(phrases, as_kept_or_broken(phrases, one_threat(phrases, hits)))
    yield from _with_mediators(list(_each(phrases, hits, attributions)))


def _each(phrases: Phrases, hits: list[ActHit], attributions: Attributions) -> Iterator[Draft]:
    for hit in without_echoes(phrases, hits):
        act = _act(phrases, hit)
        if _only_needed(hit) or _only_wanted(phrases, hit) or takes_back_shares(phrases, hit):
            continue
        words = _told_words(phrases, hit) if hit.told else trigger_of(phrases, hit)
        attribution = attributions.of(phrases.index, words)
        if is_taken_back(attribution):
            continue
        parties = find_parties(phrases, hit, attribution)
        outside = is_outside(phrases, hit, parties, attribution)
        if act is not None and not outside and _somebody(phrases, hit, act, parties):
            yield Draft(phrases, hit, act, parties, attribution, _roots(phrases, hit))


def _only_needed(hit: ActHit) -> bool:
    """ "The deal must be approved by members": what is needed has not been done."""
    return (
        hit.clause is not None
        and (hit.act in {"accept", "agree", "support"} or (hit.act == "offer" and hit.clause.passive))
        and hit.clause.modal in {"must", "need", "should"}
    )


def _only_wanted(phrases: Phrases, hit: ActHit) -> bool:
    """ "to win the regulator's approval", "subject to ratification": a consent that is sought or awaited is not given."""
    if hit.act == "demand" and hit.clause is not None and hit.clause.mark == "for" and hit.clause.tense == "none":
        return True  # "shouted for the president to call for a truce": he has not
    if hit.act != "accept" or hit.clause is not None or hit.slot == "announced":
        return False
    parse = phrases.sentence.parse
    above = parse.heads[hit.token]
    if parse.deps[hit.token] == "pobj":
        subject_to = parse.lower[above] == "to" and above > 0 and parse.lower[above - 1] == "subject"
        return subject_to or parse.lower[above] in {"for", "pending", "without"}
    if parse.tags[above][0] != "V":
        return False
    return parse.verb_lemma(above) in load_acts().verbs["wanting"] or any(
        parse.tags[c] == "TO" for c in parse.children[above]
    )


def _with_mediators(drafts: list[Draft]) -> list[Draft]:
    """Talks told of in the sentence that names their mediator are held through it."""
    mediators = tuple(a for d in drafts if d.act == "mediate" for a in d.parties.by)
    if not mediators:
        return drafts
    return [
        msgspec.structs.replace(d, parties=msgspec.structs.replace(d.parties, via=mediators))
        if d.act == "meet" and not d.parties.via and not d.parties.by
        else d
        for d in drafts
    ]


def _told_words(phrases: Phrases, hit: ActHit) -> Span:
    """The words that are told, where the verb of the act is that of telling."""
    return phrases.sentence.tokens(hit.fillers[0], hit.fillers[0])


def _complements(phrases: Phrases, hits: list[ActHit]) -> frozenset[int]:
    """Verbs that are terms of an act found: "refused to release" promises nothing."""
    return frozenset(t for h in hits for f in h.fillers for t in phrases.region(f))


def _act(phrases: Phrases, hit: ActHit) -> str | None:
    """The act, where the sentence changes what the words alone say: terms asked for against terms given are an offer."""
    if hit.act == "demand" and (hit.clause is not None or hit.fillers):
        verb = hit.clause.verb if hit.clause is not None else hit.token
        finder, region = TermFinder(phrases), phrases.region(verb)
        if finder.exchange(region) is not None or finder.bargain(region) is not None:
            return "offer"
    would = hit.clause is not None and hit.clause.modal in _WOULD
    # "could accept 2 percent in return for access".
    if (
        would
        and hit.act in {"accept", "agree", "concede"}
        and TermFinder(phrases).exchange(_below(phrases, hit)) is not None
    ):
        return "offer"
    if hit.act == "withdraw" and would and _hangs_on_answer(phrases, hit):
        return "offer"
    if hit.act in {"break_off", "withdraw"} and _is_threatened(phrases, hit):
        return "threaten"
    if hit.act == "withdraw" and hit.clause is not None and is_agreed_before(phrases, hit.clause):
        return "carry_out"
    if hit.act == "accept" and hit.clause is not None and makes_do(hit.clause):
        return "concede"
    if hit.act == "accept" and hit.clause is not None and hit.clause.lemma == "agree":
        # Whoever agrees to do something is bound by it; to a demand or request it says yes.
        bound = hit.slot in {"to", "object"} or are_several(phrases, hit.clause)
        return "agree" if bound else "accept"
    return hit.act


def _hangs_on_answer(phrases: Phrases, hit: ActHit) -> bool:
    """ "would call off the strike if the firm agreed to talks": what would be dropped for something is offered."""
    clause, heads = hit.clause, phrases.sentence.parse.heads
    return clause is not None and any(
        c.mark in {"if", "provided", "once"} and not c.negated and c.own_subject and heads[c.verb] == clause.verb
        for c in phrases.sentence.clauses
    )


def _below(phrases: Phrases, hit: ActHit) -> list[int]:
    return phrases.region(hit.clause.verb if hit.clause is not None else hit.token)


_WOULD = frozenset({"could", "would", "might", "may", "can"})


def _is_threatened(phrases: Phrases, hit: ActHit) -> bool:
    """ "would walk away unless regulators relented": what will be done if nothing else is."""
    if hit.clause is None or hit.clause.modal not in {"will", "would", "may", "might", "could", "'ll"}:
        return False
    heads = phrases.sentence.parse.heads
    if any(p.word in _LACKING for p in hit.clause.preps):
        return True
    somebody = any(phrases.party(s, strict=True) is not None for s in hit.clause.subjects)
    if (
        hit.act == "break_off"
        and somebody
        and any(_is_feared(phrases, c, hit.clause) for c in phrases.sentence.clauses)
    ):
        return True
    return any(c.mark == "unless" and heads[c.verb] == hit.clause.verb for c in phrases.sentence.clauses)


_LACKING = frozenset({"without", "failing", "absent", "in the absence of"})


def _is_feared(phrases: Phrases, condition: Clause, clause: Clause) -> bool:
    """ "if there is no progress": what the other side is to prevent, not what it is to grant."""
    if condition.mark != "if" or phrases.sentence.parse.heads[condition.verb] != clause.verb:
        return False
    verbs = load_acts().verbs
    return condition.negated or condition.lemma not in verbs["answer"] | verbs["yield"]


def _somebody(phrases: Phrases, hit: ActHit, act: str, parties: Parties) -> bool:
    """Whether the act is anybody's; talks can break down by nobody's doing, and passives hide the doer."""
    if parties.by or hit.owner or act in {"break_off", "meet", "agree", "resume", "extend", "accept"}:
        return True
    if act == "offer" and hit.slot == "object" and hit.clause is not None and hit.clause.passive:
        # "29 dollars offered" with nobody offering is a market's quotation.
        return (
            bool(parties.to)
            or any(phrases.is_of(f, frozenset({"bid"})) for f in hit.fillers)
            or (hit.clause.lemma == "offer" and any(phrases.party(o, strict=True) for o in hit.clause.objects))
        )
    # "The appeal went unheeded" leaves out who took no heed.
    clause = hit.clause
    if clause is not None and any(phrases.sentence.parse.lower[s] in _PERSONS for s in clause.subjects):
        return True
    if clause is not None and not clause.passive and _is_unnamed(phrases, clause):
        return True
    return (
        clause is None or clause.passive or (act == "reject" and all(phrases.is_of(s, _PUT) for s in clause.subjects))
    )


def _is_unnamed(phrases: Phrases, clause: Clause) -> bool:
    """ "It asks for a pause", and a finite verb whose subject the parser lost."""
    parse = phrases.sentence.parse
    if clause.subjects:
        return any(parse.lower[s] == "it" and parse.deps[s] == "nsubj" for s in clause.subjects)
    return parse.tags[clause.verb] in {"VBD", "VBZ"} or clause.modal is not None


_PERSONS = frozenset({"he", "she", "they", "we", "i"})
_PUT = frozenset({"proposal", "bid", "demand", "request"})


def _roots(phrases: Phrases, hit: ActHit) -> tuple[int, ...]:
    """Where the terms stand: below the complements; of an agreement or proposal that provides, below its verb."""
    if hit.rule == "move:agree:readiness" and hit.clause is not None:
        # "were close to a deal between A and B to free captives": the parser hangs the purpose on the verb.
        parse = phrases.sentence.parse
        above = {hit.clause.verb, hit.token}
        return (*hit.fillers, *(c.verb for c in parse.clauses if c.tense == "none" and parse.heads[c.verb] in above))
    return hit.fillers if hit.fillers else ((hit.token,) if hit.clause is None else ())


def _is_bid(draft: Draft) -> bool:
    """A bid for a company addresses its holders, not a rival bidder."""
    return is_takeover(draft.phrases.doc)


def _fill_counterparts(drafts: list[Draft]) -> list[Draft]:
    named = Counter(
        e.acts_for or e.name for d in drafts[:1] for e in d.phrases.doc.entities if e.kind != "person" or e.acts_for
    )
    principals = find_principals([(d.act, d.parties) for d in drafts], named)
    return [
        msgspec.structs.replace(
            d, parties=with_counterpart(d.parties, principals, d.act in _ADDRESSED and not _is_bid(d))
        )
        for d in drafts
    ]


def _as_done(draft: Draft, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """ "On 3 May two captives were freed under the truce": the day of a deed done is the claim's, no start of its terms.
    "rejects a truce without their release": that is asked, and not refused."""
    clause = draft.hit.clause
    if draft.act == "reject" and "without" in draft.phrases.sentence.parse.lower:
        return tuple(t for t in terms if not _is_lacking(draft.phrases, t))
    done = draft.act == "carry_out" and clause is not None and clause.tense == "past"
    return tuple(msgspec.structs.replace(t, starts=None) for t in terms) if done else terms


def _is_lacking(phrases: Phrases, term: Term) -> bool:
    """Whether the term stands behind a "without"."""
    parse, token = phrases.sentence.parse, phrases.sentence.token_at(term.span.start) if term.span else None
    return token is not None and token < len(parse) and any(parse.lower[t] == "without" for t in parse.ancestors(token))


def _to_claim(draft: Draft, attributions: Attributions) -> Claim:
    phrases, hit = draft.phrases, draft.hit
    doc = phrases.doc
    trigger, statement = trigger_of(phrases, hit), statement_of(phrases, hit)
    conditions = conditions_of(draft)
    terms = _as_done(draft, terms_of(draft, conditions))
    parties = parties_of(draft, terms)
    body = Move(
        act=draft.act,  # type: ignore[arg-type]
        mode=hit.mode if draft.act == hit.act else None,
        by=parties.by,
        to=parties.to,
        via=draft.parties.via,
        terms=terms,
        about=about_of(draft),
        place=place_of(draft),
        deadline=deadline_of(draft, terms),
        expires=expires_of(draft),
        conditions=conditions,
    )
    evidence = (*parties.evidence, *term_evidence(doc, terms), *attributions.evidence(phrases.index, trigger))
    return new_claim(
        doc.report.id,
        body,
        attribution=draft.attribution,
        factuality=draft_factuality(draft),
        mentions=(Mention(trigger, statement, tuple(dict.fromkeys(evidence))),),
        rule=hit.rule,
        when=when_of(draft),
    )
