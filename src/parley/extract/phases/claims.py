"""Claims of where agreements and their phases stand, each once with every place that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.dates import DateMention, resolve_date
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributions
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.terms.givers import Sides
from parley.extract.moves.terms.terms import TermFinder
from parley.extract.phases.agreements import Named, find_named, phases_in_all, speaks_of_agreements
from parley.extract.phases.join import join_phases
from parley.extract.phases.planned import find_planned
from parley.extract.phases.standing import Told, find_told
from parley.extract.relevance import is_elsewhere, is_question
from parley.extract.times import published_day, settled_date
from parley.lexicon.phases import load_phases
from parley.lexicon.words import word_list
from parley.model import Claim, Date, DateRange, Evidence, Mention, Phase, Span, Term, new_claim

__all__ = ["extract_phases"]

_UNTIL = frozenset({"until", "to", "through"})
_AT_FIRST = word_list("phases.claims.at_first")
_NOT_YET = frozenset({"suspended", "not_started"})
_TERM_CLAUSES = frozenset({"relcl", "acl"})
_TERM_PREPS = frozenset({"on", "for", "with", "under"})


def extract_phases(doc: Doc, attributions: Attributions) -> list[Claim]:
    """Where the agreements that the report names stand, in text order."""
    found = [claim for index in range(len(doc.sentences)) for claim in _of_sentence(doc, index, attributions)]
    return join_phases(found)


def _of_sentence(doc: Doc, index: int, attributions: Attributions) -> Iterator[Claim]:
    sentence = doc.sentences[index]
    parse = sentence.parse
    if not len(parse) or not speaks_of_agreements(doc, parse.lemmas, parse.lower):
        return
    words = sentence.span.of(doc.text)
    if is_question(words) or is_elsewhere(doc, words):
        return
    phrases = phrases_of(doc, index)
    for named in find_named(phrases):
        told = list(find_told(phrases, named, _wholes(phrases, named))) or find_planned(phrases, named)
        for each in (each for each in told if not _was_first_due(phrases, each)):
            yield _to_claim(phrases, each, attributions)


def _was_first_due(phrases: Phrases, told: Told) -> bool:
    """ "Originally due to expire in 1985": how it was to be, and has not been."""
    parse = phrases.sentence.parse
    if told.clause is None:
        return False
    tops = (told.clause.verb, parse.heads[told.clause.verb])
    return any(parse.lower[c] in _AT_FIRST for top in tops for c in parse.children[top])


def _wholes(phrases: Phrases, named: Named) -> tuple[int, ...]:
    """The agreement a phase is of: what a clause behind it tells is told of the phase ("the first phase of the truce
    that ended in May")."""
    if not named.phase:
        return ()
    parse = phrases.sentence.parse
    tops = {named.token, named.token - 1, named.token + 1} & set(range(len(parse)))
    near = [t for t in tops if t == named.token or parse.heads[t] == named.token or parse.heads[named.token] == t]
    found = {p.object for t in near for p in phrases.preps(t) if p.word == "of"}
    return tuple(
        sorted(o for o in found if not any(parse.deps[c] in {"nsubj", "nsubjpass"} for c in parse.children[o]))
    )


def _to_claim(phrases: Phrases, told: Told, attributions: Attributions) -> Claim:
    doc, sentence = phrases.doc, phrases.sentence
    trigger = _trigger(phrases, told)
    starts, ends, moment = _dates(phrases, told)
    terms = _terms(phrases, told)
    named = told.named
    body = Phase(
        agreement=named.agreement or _agreement_before(phrases, named) or phrases.core(named.token).of(doc.text),
        status=told.status,
        number=named.number,
        of=(named.of or phases_in_all(doc)) if named.phase else None,
        starts=starts,
        ends=ends,
        terms=terms,
    )
    statement = sentence.subtree(told.clause.verb) if told.clause is not None else sentence.span
    evidence = [Evidence("term", t.span.start, t.span.end, t.span.of(doc.text)) for t in terms]
    return new_claim(
        doc.report.id,
        body,
        attribution=attributions.of(phrases.index, trigger),
        factuality=told.facts,
        mentions=(
            Mention(
                trigger,
                Span(min(statement.start, trigger.start), max(statement.end, trigger.end)),
                tuple(dict.fromkeys((*evidence, *attributions.evidence(phrases.index, trigger)))),
            ),
        ),
        rule=f"phase:{told.status}:{told.how}",
        when=DateRange(moment, moment) if moment is not None else None,
    )


def _trigger(phrases: Phrases, told: Told) -> Span:
    """The words from the agreement's noun to those that tell how it stands, if they stand near; else the latter."""
    words = phrases.sentence.tokens(told.first, told.last)
    noun = phrases.core(told.named.token)
    if noun.end <= words.start and words.start - noun.end < 120:
        return Span(noun.start, words.end)
    return Span(words.start, max(words.end, noun.end)) if 0 <= noun.start - words.end < 60 else words


def _agreement_before(phrases: Phrases, named: Named) -> str | None:
    """How the report last called an agreement before a phase whose words name none."""
    doc = phrases.doc
    for index in range(phrases.index, -1, -1):
        parse = doc.sentences[index].parse
        if not len(parse) or not speaks_of_agreements(doc, parse.lemmas, parse.lower):
            continue
        here = phrases if index == phrases.index else phrases_of(doc, index)
        found = [n for n in find_named(here) if n.agreement and (index < phrases.index or n.token < named.token)]
        if found:
            # "The agreement set a timetable in three stages": stages of the agreement.
            firm = [n for n in found if not _is_soft(n.agreement)]
            return (firm or found)[-1].agreement
    return None


def _is_soft(name: str | None) -> bool:
    return name is not None and name.lower().split()[-1] in load_phases().soft


def _dates(phrases: Phrases, told: Told) -> tuple[Date | None, Date | None, Date | None]:
    """When it starts and ends as told here, and when what is told came about."""
    starts: Date | None = None
    ends: Date | None = None
    moment: Date | None = None
    for mention in _mentions(phrases, told):
        date = _day(phrases, told, mention)
        if mention.relation in _UNTIL and told.status in _NOT_YET:
            starts = _settled(starts, date)
        elif mention.relation in _UNTIL:
            ends = _settled(ends, date)
        elif mention.relation in {"since", "from"} or told.words.date == "starts":
            starts = _settled(starts, date)
        elif told.words.date == "ends":
            ends = _settled(ends, date)
        if mention.relation not in _UNTIL:
            moment = moment or date
    return starts, ends, moment if told.facts.tense == "past" else None


def _settled(known: Date | None, date: Date) -> Date:
    """The first date told; an hour without a day gives way to a day ("at 0600 local time on Monday")."""
    return date if known is None or (known.open_because and not date.open_because) else known


def _day(phrases: Phrases, told: Told, mention: DateMention) -> Date:
    # "began to unravel on Sunday": an infinitive has the tense of the verb above it.
    if told.clause is not None and told.clause.link == "xcomp" and told.facts.tense == "past":
        return resolve_date(mention, published_day(phrases.doc), tense="past")
    return settled_date(phrases.doc, mention)


def _mentions(phrases: Phrases, told: Told) -> list[DateMention]:
    """The dates that hang on the words that tell the status."""
    if not phrases.dates_here:
        return []
    parse = phrases.sentence.parse
    verbs = {c.verb for c in phrases.sentence.clauses}
    tops = {told.clause.verb} if told.clause is not None else {told.first, told.last, told.named.token}
    if told.clause is not None and told.clause.link == "xcomp":
        tops.add(parse.heads[told.clause.verb])
    found, shared = [], _shared(phrases, told)
    for mention in phrases.dates_here:
        token = phrases.sentence.token_at(mention.span.start)
        if token is None or mention.kind == "set":
            continue
        path = [token, *parse.ancestors(token)]
        above = next((t for t in path if t in verbs or t in tops), None)
        below = path[: path.index(above)] if above is not None else []
        until = above in shared and mention.relation in _UNTIL
        if until or (above in tops and not (told.clause is not None and told.named.token in below)):
            found.append(mention)
    return found


def _shared(phrases: Phrases, told: Told) -> set[int]:
    """Verbs coordinated with the one that tells it, of the same subject ("will take effect on Monday and run until")."""
    clauses = phrases.sentence.clauses
    return {
        c.verb
        for c in clauses
        if c.link == "conj" and not c.own_subject and c.parent is not None and clauses[c.parent] is told.clause
    }


def _terms(phrases: Phrases, told: Told) -> tuple[Term, ...]:
    """What the phase provides: clauses and phrases behind its noun ("which foresees", "covering", "on services")."""
    parse, token = phrases.sentence.parse, told.named.token
    told_by = told.clause.verb if told.clause is not None else -1
    roots = [c for c in parse.children[token] if c > token and parse.deps[c] in _TERM_CLAUSES and c != told_by]
    roots += [p.object for p in phrases.preps(token) if p.word in _TERM_PREPS and not phrases.is_time(p.object)]
    return TermFinder(phrases).find(roots, Sides()) if roots else ()
