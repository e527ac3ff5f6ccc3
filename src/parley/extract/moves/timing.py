"""When a move was made or is to be made, by when its answer is due, and how long it stands."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention, resolve_date
from parley.extract.act_times import day_of_act, range_of, verbs_beside, words_of_act
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.draft import Draft
from parley.extract.moves.parties.parties import same_side
from parley.extract.moves.terms.limits import (
    conditional_limit,
    day_of_limit,
    given_length,
    limit_of_noun,
    standing_limit,
)
from parley.extract.time_direction import direction_of, head_of, relation_of
from parley.extract.times import settled_date
from parley.lexicon.calendar import load_calendar
from parley.model import Date, DateRange, Term

__all__ = ["deadline_of", "expires_of", "when_of"]

# Acts done by saying so: the day they are told by their maker is theirs.
_SPOKEN = frozenset(
    {"offer", "demand", "accept", "reject", "concede", "promise", "threaten", "support", "accuse", "invite", "withdraw"}
)
_DUE = frozenset({"offer", "demand", "threaten", "promise", "rule", "extend", "invite", "agree", "accept", "concede"})
_GIVEN_TIME = frozenset({"demand", "threaten", "rule", "extend", "offer"})
_STANDING = frozenset({"offer", "agree", "extend", "accept", "promise"})
_LIMITED = frozenset({"extend", "rule"})
_UNTIMED = frozenset({"time", "set", "period"})
_BY = frozenset({"by", "before", "within"})
# Behind these stands when something else is to be, not when the move is made.
_OTHER_TIMES = frozenset({"by", "before", "after", "within", "until", "through", "to"})


def when_of(draft: Draft) -> DateRange | None:
    """When the move was made or is to be made: by the time that hangs on its words, else when its maker said so."""
    phrases, hit = draft.phrases, draft.hit
    told = _day_said(draft)
    if not phrases.dates_here:
        return told
    doc, index, parse = phrases.doc, phrases.index, phrases.sentence.parse
    tops = words_of_act(parse, hit.token, hit.clause)
    found = day_of_act(doc, index, hit.token, tops, barred=_OTHER_TIMES)
    if found is not None and hit.clause is not None and _is_to_come(draft, hit.clause, found):
        found = None
    if found is None and told is None and hit.clause is not None:
        found = day_of_act(doc, index, hit.token, {*verbs_beside(parse, hit.clause)}, barred=_OTHER_TIMES)
    if found is None and (ended := _day_of_talks(draft)) is not None:
        return ended
    return range_of(doc, found) if found is not None else told


def _day_of_talks(draft: Draft) -> DateRange | None:
    """ "Last October's talks collapsed", "the October round broke down": talks that have ended did so in their time."""
    phrases, clause = draft.phrases, draft.hit.clause
    if draft.act != "break_off" or clause is None or clause.tense != "past" or not clause.subjects:
        return None
    noun = phrases.sentence.tokens(clause.subjects[0], clause.subjects[0])
    first = phrases.phrase(clause.subjects[0]).start
    for mention in phrases.dates_here:
        if first <= mention.span.start and mention.span.end <= noun.start and mention.kind not in _UNTIMED:
            day = resolve_date(mention, phrases.doc.report.published, tense="past")
            return DateRange(day, day)
    return None


def _is_to_come(draft: Draft, clause: Clause, mention: DateMention) -> bool:
    """ "agreed on their next meeting, 24 May": a day ahead of what has been done is not its day."""
    if clause.tense != "past" or draft.act in {"meet", "threaten"}:
        return False
    return direction_of(draft.phrases.doc, draft.phrases.index, mention) == "planned"


def _day_said(draft: Draft) -> DateRange | None:
    """The day of the words by which the move is made; hours of a running account's entry are no such day."""
    said, chain = draft.attribution.said_on, draft.attribution.chain
    if said is None or "T" in said.edtf or draft.act not in _SPOKEN or not chain or draft.hit.clause is None:
        return None
    speaker, clause = chain[-1].actor, draft.hit.clause
    earlier = clause.perfect or clause.tense == "past"
    if speaker is None or earlier or not any(same_side(speaker, maker) for maker in draft.parties.by):
        return None
    return DateRange(said, said)


def deadline_of(draft: Draft, terms: tuple[Term, ...]) -> Date | None:
    """By when what is asked, offered, promised or ordered is to be done; None where the time is one of the terms'."""
    phrases = draft.phrases
    if draft.act not in _DUE:
        return None
    if not phrases.dates_here:
        return given_length(draft) or limit_of_noun(draft)
    given = _time_given(phrases) if draft.act in _GIVEN_TIME else None
    if given is not None:
        return day_of_limit(phrases, given)
    return _due(draft, terms) or conditional_limit(draft) or limit_of_noun(draft) or given_length(draft)


def _due(draft: Draft, terms: tuple[Term, ...]) -> Date | None:
    """The "by June" of the act's own words."""
    phrases = draft.phrases
    region = set(phrases.region(draft.hit.clause.verb if draft.hit.clause is not None else draft.hit.token))
    region |= {t for f in draft.hit.fillers for t in phrases.region(f)}
    if draft.act == "threaten" and draft.hit.clause is not None and draft.hit.clause.link == "conj":
        # "Pay by June or lose the port."
        region |= set(phrases.region(phrases.sentence.parse.heads[draft.hit.clause.verb]))
    if _moves_deadline(draft):
        moved = next((m for m, r in _ahead(phrases) if r in {"to", "until"}), None)
        return settled_date(phrases.doc, moved) if moved is not None else None
    until = draft.act in {"offer", "demand", "threaten", "promise"} and not any(t.ends for t in terms)
    for mention, relation in _ahead(phrases):
        head = head_of(phrases.doc, phrases.index, mention)
        if head not in region or (relation == "before" and _is_barred(phrases, head)):
            continue
        warned = draft.act == "threaten" and relation == "from" and _is_conditional(phrases)
        stands = (
            until and relation == "until" and draft.hit.clause is not None and not _ends_something(phrases, mention)
        )
        if warned or relation in _BY or stands:
            return settled_date(phrases.doc, mention)
    return None


def _is_barred(phrases: Phrases, token: int) -> bool:
    """ "no redundancies before March": until when something is not to be, and nothing due."""
    parse = phrases.sentence.parse
    clause = next((phrases.clause_by_verb[a] for a in parse.ancestors(token) if a in phrases.clause_by_verb), None)
    return clause is not None and clause.negated


def _moves_deadline(draft: Draft) -> bool:
    """Whether what is put off is itself a deadline."""
    clause, parse = draft.hit.clause, draft.phrases.sentence.parse
    things = (*clause.subjects, *clause.objects) if clause is not None else ()
    return draft.act == "extend" and any(parse.lemmas[t] in load_calendar().limits.nouns for t in things)


def _ends_something(phrases: Phrases, mention: DateMention) -> bool:
    """Whether a time is that of a lapse ("a bid that is open until May 30")."""
    return any(_is_lapse(phrases, c) and _hangs_on(phrases, mention, c) for c in phrases.sentence.clauses)


def _is_lapse(phrases: Phrases, clause: Clause) -> bool:
    limits = load_calendar().limits
    open_ = clause.complement is not None and phrases.sentence.parse.lower[clause.complement] in limits.open
    return open_ or clause.lemma in limits.lapsing


def _is_conditional(phrases: Phrases) -> bool:
    """ "will cut off deliveries from 1 June unless ...": what is threatened begins when the time is up."""
    return any(c.mark in {"unless", "if"} for c in phrases.sentence.clauses)


def _ahead(phrases: Phrases) -> Iterator[tuple[DateMention, str]]:
    """The times of the sentence that look ahead, with their prepositions."""
    for mention in phrases.dates_here:
        relation = relation_of(phrases.doc, phrases.index, mention) if mention.kind not in _UNTIMED else None
        if relation is not None and direction_of(phrases.doc, phrases.index, mention) != "past":
            yield mention, relation


def _time_given(phrases: Phrases) -> DateMention | None:
    """ "gave the board until Tuesday", "now has until Friday next week"."""
    givers = {c.verb for c in phrases.sentence.clauses if c.lemma in load_calendar().limits.giving}
    if not givers:
        return None
    parse = phrases.sentence.parse
    for mention in phrases.dates_here:
        if mention.kind in _UNTIMED - {"time"} or relation_of(phrases.doc, phrases.index, mention) != "until":
            continue
        if mention.kind == "time" and any(d.kind != "time" and d.relation in (None, "on") for d in phrases.dates_here):
            continue  # "until noon on Friday": the day tells more
        top = head_of(phrases.doc, phrases.index, mention)
        if top is not None and next((t for t in parse.ancestors(top) if parse.tags[t][0] == "V"), -1) in givers:
            return mention
    return None


def expires_of(draft: Draft) -> Date | None:
    """Until when an offer or agreement stands, or what is extended or ordered lasts."""
    phrases, clause = draft.phrases, draft.hit.clause
    standing = standing_limit(draft) if draft.act in _STANDING and phrases.dates_here else None
    if standing is not None and not _moves_deadline(draft):
        return standing
    if draft.act in _LIMITED and clause is not None and clause.lemma not in load_calendar().limits.giving:
        for mention, relation in _ahead(phrases):
            if relation in {"until", "to", "through"} and _hangs_on(phrases, mention, clause):
                return settled_date(phrases.doc, mention)
    if draft.act not in _STANDING or phrases.doc.words.isdisjoint(load_calendar().limits.signs):
        return None
    found = _lapse(phrases, draft)
    following = phrases.index + 1
    if found is None and draft.act == "offer" and following < len(phrases.doc.sentences):
        return _lapse(phrases_of(phrases.doc, following), draft)
    return found


def _hangs_on(phrases: Phrases, mention: DateMention, clause: Clause) -> bool:
    top = head_of(phrases.doc, phrases.index, mention)
    above = phrases.sentence.parse.ancestors(top) if top is not None else ()
    verbs = {c.verb for c in phrases.sentence.clauses}
    return next((t for t in above if t in verbs), -1) == clause.verb


def _lapse(phrases: Phrases, draft: Draft) -> Date | None:
    """The time of a clause that says when the move's matter ends ("the offer lapses on", "and runs out tomorrow").

    In a sentence behind that of the move it is the main clause, and of no other party's offer.
    """
    limits, parse = load_calendar().limits, phrases.sentence.parse
    here = phrases.index == draft.phrases.index
    for clause in phrases.sentence.clauses:
        if not _is_lapse(phrases, clause) or not (here or _is_of_maker(phrases, clause, draft)):
            continue
        named = any(parse.lemmas[s] in limits.lapsed for s in clause.subjects)
        act = draft.hit.clause if here else None
        shared = act is not None and (_shares(act, clause) or _goes_on(phrases, act, clause))
        mention = day_of_act(phrases.doc, phrases.index, clause.verb, {clause.verb}) if named or shared else None
        if mention is not None:
            return settled_date(phrases.doc, mention)
    return None


def _is_of_maker(phrases: Phrases, clause: Clause, draft: Draft) -> bool:
    """Whether the clause tells of "the offer" or "its offer", not of one that only describes ("an offer that expired") or
    that another makes."""
    if clause.link == "relcl":
        return False
    owners = [owner for s in clause.subjects if (owner := phrases.owner(s)) is not None]
    makers = {name for actor in draft.parties.by for name in (actor.name, actor.acts_for)}
    return all(owner.name in makers or not makers or owner.form == "pronoun" for owner in owners)


def _shares(act: Clause, other: Clause) -> bool:
    """Whether what lapses is what the act is done to ("was agreed on Saturday and runs out tomorrow")."""
    return bool({*other.subjects, *other.objects} & {*act.objects})


def _goes_on(phrases: Phrases, act: Clause, other: Clause) -> bool:
    return act.passive and other.link == "conj" and phrases.sentence.parse.heads[other.verb] == act.verb
