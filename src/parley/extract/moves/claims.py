"""Moves: what parties do in talks, with terms, parties, factuality, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions
from parley.extract.factuality import clause_of, factuality_of
from parley.extract.moves.acts import ActHit, find_acts
from parley.extract.moves.commitments import find_commitments
from parley.extract.moves.constituents import Phrases
from parley.extract.moves.counterparts import find_principals, with_counterpart
from parley.extract.moves.issues import issue_active
from parley.extract.moves.parties import Parties, find_parties, same_side
from parley.extract.moves.terms import Sides, TermFinder
from parley.lexicon.acts import load_acts
from parley.model import Attribution, Claim, Date, Evidence, Factuality, Mention, Move, Span, Term, new_claim

__all__ = ["extract_moves"]

# Acts that put or answer terms; the others name none of their own.
_WITH_TERMS = frozenset(
    {
        "offer",
        "demand",
        "accept",
        "reject",
        "concede",
        "promise",
        "agree",
        "threaten",
        "carry_out",
        "withdraw",
        "extend",
    }
)
# Acts whose complement is a thing put forward earlier rather than terms put forward now.
_ABOUT = frozenset({"accept", "reject", "support", "withdraw", "extend", "concede", "breach", "break_off", "resume"})
# Acts done to the other party of the talks, also where it is not named beside them.
_ADDRESSED = frozenset({"offer", "demand", "accept", "reject", "concede", "promise", "threaten"})
# What these acts name is asked, refused or threatened, and no act of its own.
_OVER_OTHERS = frozenset({"reject", "demand", "threaten", "offer", "promise", "invite", "accuse"})
# Acts that always put something forward, whether or not its words name an issue.
_ALWAYS_TERMS = frozenset({"offer", "demand", "promise"})
_IF = frozenset({"if", "unless", "provided", "once"})


class _Draft(msgspec.Struct, frozen=True):
    """A move found in a sentence, before what the rest of the report says of it."""

    phrases: Phrases
    hit: ActHit
    act: str
    parties: Parties
    attribution: Attribution
    roots: tuple[int, ...]


def extract_moves(doc: Doc, attributions: Attributions) -> list[Claim]:
    """All moves of the report in text order; a text of crossheads and furniture makes none."""
    drafts = [draft for i in range(len(doc.sentences)) for draft in _drafts(doc, i, attributions)]
    drafts = _fill_counterparts(drafts)
    return [_to_claim(draft, attributions) for draft in drafts]


def _drafts(doc: Doc, index: int, attributions: Attributions) -> Iterator[_Draft]:
    phrases = Phrases(doc, index)
    if phrases.sentence.span.of(doc.text).rstrip("\"'”’»)").endswith("?"):
        return
    hits = _one_reading([h for h in find_acts(phrases) if not _only_supposed(phrases, h)])
    taken = frozenset(h.token for h in hits) | _complements(phrases, hits)
    hits += find_commitments(phrases, taken)
    yield from _with_mediators(list(_each(phrases, hits, attributions)))


def _only_supposed(phrases: Phrases, hit: ActHit) -> bool:
    """In an if-clause or an indirect question nobody does anything yet."""
    clause = hit.clause
    if clause is None:
        index = clause_of(phrases.sentence.parse, hit.token)
        clause = phrases.sentence.clauses[index] if index is not None else None
    return clause is not None and clause.mark in {"whether", "if", "unless"}


def _one_reading(hits: list[ActHit]) -> list[ActHit]:
    """One act a verb where two readings exclude each other: a court's ruling is no party's refusal."""
    ruled = {h.token for h in hits if h.act == "rule"}
    joint = {h.token for h in hits if h.act == "accept" and h.clause is not None and h.clause.lemma == "agree"}
    return [
        h
        for h in hits
        if not (h.token in ruled and h.act != "rule")
        and not (h.token in joint and h.act == "agree" and h.slot != "with")
    ]


def _each(phrases: Phrases, hits: list[ActHit], attributions: Attributions) -> Iterator[_Draft]:
    for hit in _without_echoes(phrases, hits):
        trigger = _trigger(phrases, hit)
        attribution = attributions.of(phrases.index, _told_words(phrases, hit) if hit.told else trigger)
        parties = find_parties(phrases, hit, attribution)
        act = _act(phrases, hit)
        if act is not None and _somebody(phrases, hit, act, parties):
            yield _Draft(phrases, hit, act, parties, attribution, _roots(hit))


def _with_mediators(drafts: list[_Draft]) -> list[_Draft]:
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


def _without_echoes(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """Drops nouns that only name what a verb found does ("rejected the offer of", "held talks in")."""
    verbs = [h for h in hits if h.clause is not None]
    inside = {f for h in verbs for f in h.fillers} | {phrases.head(f) for h in verbs for f in h.fillers}
    demanded = {
        f for h in verbs if h.act in _OVER_OTHERS and h.slot in {"to", "clause", "of", "for", "at"} for f in h.fillers
    }
    verbs = [h for h in verbs if h.token not in demanded and not _attempted(phrases, h)]
    subjects = {
        s
        for h in verbs
        if h.clause is not None
        for s in (*h.clause.subjects, *h.clause.objects)
        if h.slot in {"none", "passive", "complement"} or h.owner
    }
    answered = {f for h in verbs if h.act in {"accept", "reject"} for f in h.fillers}
    return [
        h
        for h in hits
        if h in verbs
        or (
            h.clause is None
            and h.token not in subjects
            and (h.token not in inside or (h.token in answered and _told_anew(phrases, h)))
        )
    ]


def _told_anew(phrases: Phrases, hit: ActHit) -> bool:
    """ "rejected the union's demand for": what is answered is somebody's own move, told with its terms."""
    return hit.act in {"offer", "demand"} and phrases.owner(hit.token) is not None


def _attempted(phrases: Phrases, hit: ActHit) -> bool:
    """ "the bid to extend the truce": what is only attempted by the way is no move."""
    parse = phrases.sentence.parse
    if hit.clause is None or hit.clause.link != "acl":
        return False
    return bool(phrases.words_of(parse.heads[hit.clause.verb]) & load_acts().nouns["effort"])


def _act(phrases: Phrases, hit: ActHit) -> str | None:
    """The act, where the sentence changes what the words alone say: terms asked for against terms given are an offer."""
    if hit.act == "demand" and (hit.clause is not None or hit.fillers):
        verb = hit.clause.verb if hit.clause is not None else hit.token
        finder, region = TermFinder(phrases), phrases.region(verb)
        if finder.exchange(region) is not None or finder.bargain(region) is not None:
            return "offer"
    if hit.act == "accept" and hit.clause is not None and hit.clause.lemma == "agree" and _jointly(phrases, hit.clause):
        return "agree"
    return hit.act


def _jointly(phrases: Phrases, clause: Clause) -> bool:
    """Several parties agree with each other: named as coordinated subjects, or "both sides"."""
    if len(clause.subjects) > 1:
        return True
    entities = [phrases.entity(s) for s in clause.subjects]
    return any(e is not None and e.number == "several" and e.kind == "collective" for e in entities)


def _somebody(phrases: Phrases, hit: ActHit, act: str, parties: Parties) -> bool:
    """Whether the act is anybody's; talks can break down by nobody's doing, and passives hide the doer."""
    if parties.by or hit.owner or act in {"break_off", "meet", "agree", "resume", "extend", "accept"}:
        return True
    if act == "offer" and hit.slot == "object" and hit.clause is not None and hit.clause.passive:
        # "29 dollars offered" with nobody offering is a market's quotation.
        return bool(parties.to) or any(phrases.is_of(f, frozenset({"bid"})) for f in hit.fillers)
    return hit.clause is None or hit.clause.passive


def _roots(hit: ActHit) -> tuple[int, ...]:
    """Where the terms stand: below the complements; of an agreement or proposal that provides, below its verb."""
    return hit.fillers if hit.fillers else ((hit.token,) if hit.clause is None else ())


def _trigger(phrases: Phrases, hit: ActHit) -> Span:
    if hit.clause is not None:
        span = phrases.trigger(hit.clause)
        if hit.token != hit.clause.verb:
            other = phrases.sentence.tokens(hit.token, hit.token)
            return Span(min(span.start, other.start), max(span.end, other.end))
        return span
    return phrases.sentence.tokens(hit.token, hit.token)


def _statement(phrases: Phrases, hit: ActHit) -> Span:
    if hit.clause is not None:
        span = phrases.statement(hit.clause)
        trigger = _trigger(phrases, hit)
        return Span(min(span.start, trigger.start), max(span.end, trigger.end))
    return phrases.sentence.subtree(hit.token)


def _is_takeover(draft: _Draft) -> bool:
    """A bid for a company addresses its holders, not a rival bidder."""
    return issue_active(draft.phrases.doc, "price")


def _fill_counterparts(drafts: list[_Draft]) -> list[_Draft]:
    principals = find_principals((d.act, d.parties) for d in drafts)
    return [
        msgspec.structs.replace(
            d, parties=with_counterpart(d.parties, principals, d.act in _ADDRESSED and not _is_takeover(d))
        )
        for d in drafts
    ]


def _to_claim(draft: _Draft, attributions: Attributions) -> Claim:
    phrases, hit = draft.phrases, draft.hit
    doc = phrases.doc
    trigger, statement = _trigger(phrases, hit), _statement(phrases, hit)
    conditions = _conditions(draft)
    terms = _terms(draft) if draft.act in _WITH_TERMS else ()
    parties = _with_givers(draft, terms)
    if not terms and draft.act in _ALWAYS_TERMS:
        terms = _plain_term(draft)
    if draft.act == "offer":
        # What an offer depends on is the other side of the exchange.
        terms += tuple(c for c in conditions if c.issue != "other")
    body = Move(
        act=draft.act,  # type: ignore[arg-type]
        mode=hit.mode,
        by=parties.by,
        to=parties.to,
        via=draft.parties.via,
        terms=terms,
        about=_about(draft),
        place=_place(draft),
        deadline=_deadline(draft, terms),
        conditions=conditions,
    )
    evidence = (*parties.evidence, *_term_evidence(doc, terms), *attributions.evidence(phrases.index, trigger))
    return new_claim(
        doc.report.id,
        body,
        attribution=draft.attribution,
        factuality=_factuality(draft),
        mentions=(Mention(trigger, statement, tuple(dict.fromkeys(evidence))),),
        rule=hit.rule,
    )


def _plain_term(draft: _Draft) -> tuple[Term, ...]:
    """What is offered or asked in words that name no issue: "a list of the captives still alive"."""
    phrases, parse = draft.phrases, draft.phrases.sentence.parse
    head = next((r for r in draft.roots if r != draft.hit.token), None)
    if head is None:
        clause = draft.hit.clause
        head = (
            clause.objects[0] if clause is not None and clause.objects and draft.roots == (draft.hit.token,) else None
        )
    if head is None or phrases.is_of(head, frozenset({"bid", "demand", "talks"})):
        return ()
    if parse.tags[head].startswith("V"):
        # Of an infinitive its object; of a clause all of it.
        head = parse.child(head, "dobj") or head
    span = phrases.phrase(head) if parse.tags[head].startswith("N") else phrases.sentence.subtree(head)
    sides = _sides(draft)
    return (Term(issue="other", item=span.of(phrases.doc.text), span=span, giver=sides.giver, receiver=sides.receiver),)


def _with_givers(draft: _Draft, terms: tuple[Term, ...]) -> Parties:
    """A third party's proposal is put to those who would give what it names."""
    if draft.act != "offer" or draft.parties.to or draft.hit.gives != "both":
        return draft.parties
    givers = [
        t.giver for t in terms if t.giver is not None and not any(same_side(t.giver, a) for a in draft.parties.by)
    ]
    distinct = {a.name: a for a in givers}
    return msgspec.structs.replace(draft.parties, to=tuple(distinct.values()))


def _factuality(draft: _Draft) -> Factuality:
    hit = draft.hit
    found = factuality_of(
        draft.phrases.doc, draft.phrases.index, hit.clause.verb if hit.clause is not None else hit.token
    )
    if not hit.negative:
        return found
    return msgspec.structs.replace(found, polarity="negative" if found.polarity == "positive" else "positive")


def _terms(draft: _Draft) -> tuple[Term, ...]:
    sides = _sides(draft)
    verb = draft.hit.clause.verb if draft.hit.clause is not None else None
    roots = [r for r in draft.roots if r != verb] or list(draft.roots)
    if verb is not None:
        roots += _loose_relatives(draft.phrases, verb) + _further(draft)
    amounts = [] if verb is not None and roots == [verb] else _amount_roots(draft)
    finder = TermFinder(draft.phrases)
    return finder.find(list(dict.fromkeys([*roots, *amounts])), sides, verb=verb, offered=draft.act == "offer")


def _further(draft: _Draft) -> list[int]:
    """ "agreed a truce in three phases under which": what a deal or offer holds beyond its object."""
    if draft.hit.clause is None or draft.act not in {"agree", "offer"}:
        return []
    return [p.object for p in draft.hit.clause.preps if p.word in {"in", "under", "including", "with"}]


def _loose_relatives(phrases: Phrases, verb: int) -> list[int]:
    """ "an extension, which would involve": a relative clause the parser hung on the verb."""
    parse = phrases.sentence.parse
    return [
        c
        for c in parse.children[verb]
        if parse.deps[c] in {"ccomp", "relcl", "advcl"} and any(parse.tags[k] == "WDT" for k in parse.children[c])
    ]


def _amount_roots(draft: _Draft) -> list[int]:
    """ "raised its bid to 92.50 from 80": the new terms stand in a phrase of the verb."""
    clause = draft.hit.clause
    if clause is None:
        return []
    return [
        p.object
        for p in clause.preps
        if p.word in {"to", "at", "of", "worth", "with"} and draft.phrases.quantities(draft.phrases.region(p.object))
    ]


def _sides(draft: _Draft) -> Sides:
    """Who gives what the complement names."""
    one = draft.parties.by[0] if len(draft.parties.by) == 1 else None
    other = draft.parties.to[0] if len(draft.parties.to) == 1 else None
    if draft.act in {"accept", "reject"} and any(draft.phrases.is_of(f, frozenset({"bid"})) for f in draft.hit.fillers):
        return Sides(other, one)
    if draft.hit.gives == "both" or (draft.act == "agree" and draft.hit.gives != "by"):
        return Sides()
    return Sides(other, one) if draft.hit.gives == "to" else Sides(one, other)


def _about(draft: _Draft) -> str | None:
    """The words for what is answered, taken back or broken."""
    if draft.act not in _ABOUT or draft.hit.slot not in {
        "object",
        "of",
        "to_prep",
        "subject",
        "for",
        "on",
        "with",
        "against",
        "complement",
        "none",
        "passive",
        "from",
        "in",
    }:
        return None
    heads = draft.hit.fillers
    if draft.hit.slot in {"none", "passive", "complement"} and draft.hit.clause is not None:
        heads = draft.hit.clause.objects if draft.hit.clause.passive else draft.hit.clause.subjects
    if not heads:
        return None
    return draft.phrases.phrase(heads[0]).of(draft.phrases.doc.text)


def _place(draft: _Draft) -> str | None:
    """Where talks are held."""
    if draft.act not in {"meet", "mediate", "agree", "resume", "break_off"}:
        return None
    tops = [draft.hit.token, *draft.hit.fillers]
    if draft.hit.clause is not None:
        tops += [draft.hit.clause.verb, *draft.hit.clause.subjects, *draft.hit.clause.objects]
    parse = draft.phrases.sentence.parse
    for prep in (p for t in tops for p in draft.phrases.preps(t)):
        if (
            prep.word in {"in", "at"}
            and parse.tags[prep.object] in {"NNP", "NNPS"}
            and not _is_date(draft, prep.object)
        ):
            return draft.phrases.phrase(prep.object).of(draft.phrases.doc.text)
    return None


def _is_date(draft: _Draft, token: int) -> bool:
    start = draft.phrases.sentence.tokens(token, token).start
    return any(d.span.start <= start < d.span.end for d in draft.phrases.doc.dates_in(draft.phrases.sentence.span))


def _deadline(draft: _Draft, terms: tuple[Term, ...]) -> Date | None:
    """By when it is asked or offered."""
    if (
        draft.act not in {"offer", "demand", "threaten", "promise"}
        or draft.hit.clause is None
        or any(t.ends for t in terms)
    ):
        return None
    phrases = draft.phrases
    region = set(phrases.region(draft.hit.clause.verb))
    for mention in phrases.doc.dates_in(phrases.sentence.span):
        if mention.relation in {"by", "before", "until"} and phrases.sentence.token_at(mention.span.start) in region:
            return TermFinder(phrases).date(mention, "planned")
    return None


def _conditions(draft: _Draft) -> tuple[Term, ...]:
    """What the move depends on: its if-clauses, as terms the other side would have to meet."""
    if draft.hit.clause is None or draft.act not in {"offer", "promise", "threaten", "accept", "agree"}:
        return ()
    phrases, clause = draft.phrases, draft.hit.clause
    below = {clause.verb, *draft.hit.fillers}
    if clause.parent is not None and draft.act in {"threaten", "offer", "promise"}:
        below.add(phrases.sentence.clauses[clause.parent].verb)
    found: list[Term] = []
    for other in phrases.sentence.clauses:
        # An if-clause behind the offer is its condition wherever the parser hung it.
        behind = draft.act != "agree" and other.first > clause.verb
        if (
            other.mark in _IF
            and other.link == "advcl"
            and (behind or phrases.sentence.parse.heads[other.verb] in below)
        ):
            found += _condition(draft, other)
    return tuple(found)


def _condition(draft: _Draft, clause: Clause) -> list[Term]:
    span = draft.phrases.sentence.subtree(clause.verb)
    words = span.of(draft.phrases.doc.text)
    terms = TermFinder(draft.phrases).find([clause.verb], _sides(draft).swapped())
    if terms:
        return [msgspec.structs.replace(term, condition=words) for term in terms]
    return [Term(issue="other", item=words, span=span, condition=words, negated=clause.negated)]


def _term_evidence(doc: Doc, terms: tuple[Term, ...]) -> Iterator[Evidence]:
    for term in terms:
        yield Evidence("term", term.span.start, term.span.end, term.span.of(doc.text))
