"""How a count adds up: flow, increment, cumulative or stock; in which time, since when, as of when, on what basis."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from parley.annotate.date_resolution import resolve_date
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc
from parley.extract.figures.batches import is_of_batch
from parley.extract.figures.circumstances import Circumstances, date_token, event_name
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, clause_above, measure_words
from parley.extract.times import settled_date
from parley.model import Attribution, Date, DateRange, Figure, Span

__all__ = ["Accounts", "counted_on", "find_accounts"]

Accounting = Literal["flow", "increment", "cumulative", "stock"]
Basis = Literal["identified", "reported", "verified", "estimated", "includes_missing", "unknown"]

_STOCKS = frozenset({"held", "missing", "share"})
_TIMELESS = frozenset({"price", "pay"})
_NOW = frozenset({"now", "right now", "currently", "at present", "today"})
_LAST_HOURS = re.compile(
    r"\b(?:past|last|previous|preceding) (?:(?:24|48|twenty-four|forty-eight) hours|day)\b", re.IGNORECASE
)
_REACH = 12


class Accounts(msgspec.Struct, frozen=True):
    """How a count adds up, and the stretches of the report (`times`) that say so."""

    accounting: Accounting | None
    period: DateRange | None = None
    since: Date | None = None
    event: str | None = None
    as_of: Date | None = None
    as_of_basis: Literal["stated", "said_on", "published"] | None = None
    basis: Basis = "unknown"
    times: tuple[Span, ...] = ()


class _Times(msgspec.Struct):
    """The dates around a count, sorted by what they date."""

    event: DateMention | None = None
    since: DateMention | None = None
    period: DateMention | None = None
    as_of: DateMention | None = None


def find_accounts(
    doc: Doc,
    counted: Counted,
    *,
    reading: Reading,
    around: Circumstances,
    attribution: Attribution,
    last: Figure | None = None,
) -> Accounts:
    """The accounting of a count, from its tense, the dates of its clause and the words beside it.

    `last` is the figure just before: where it measured something else, "another 40" adds to that and is no increment;
    where it measured the same of one event, a toll told after it is that event's.
    """
    times = _sort_dates(doc, counted, reading, around)
    # "1,200 in Orland and a further 300 in Torca": what is counted apart adds to nothing of its own place.
    apart = last is not None and around.place is not None and last.place != around.place
    beside = last is not None and (last.measure != reading.words.name or apart)
    since = _resolve(doc, times.since)
    event = _event(doc, counted, around, times)
    period = _resolve(doc, times.period, begins=_is_to_come(counted, reading)) or (
        _resolve(doc, times.event) if event else None
    )
    kind = _accounting(doc, counted, reading, around, times=times, has_since=since is not None)
    if kind == "increment" and beside and not is_of_batch(counted):
        kind = "cumulative" if since is not None else "flow"
    if kind == "cumulative" and since is None and _of_same_event(counted, reading, last):
        kind = "flow"
    if kind != "flow" and kind != "increment":
        period = None
    as_of, as_of_basis = _as_of(doc, times.as_of, attribution)
    if times.as_of is not None and as_of_basis != "stated" and kind == "flow":
        # A day still to come is when what is counted is to be done by.
        period = period or _resolve(doc, times.as_of)
    return Accounts(
        accounting=kind,
        period=DateRange(period, period) if period is not None else None,
        since=since if kind in {"cumulative", "stock"} else None,
        event=event if kind != "cumulative" or times.since is None else None,
        as_of=as_of,
        as_of_basis=as_of_basis,
        basis=_basis(doc, counted, reading, attribution),
        times=tuple(d.span for d in (times.event, times.since, times.period, times.as_of) if d is not None),
    )


def _is_to_come(counted: Counted, reading: Reading) -> bool:
    """Whether what is counted is told as going on or to come."""
    clause = counted.parse.clauses[reading.clause] if reading.clause is not None else None
    return clause is not None and clause.tense != "past"


def _resolve(doc: Doc, mention: DateMention | None, *, begins: bool = False) -> Date | None:
    if mention is None:
        return None
    if begins and mention.relation == "from":
        return settled_date(doc, mention)  # "as from July 1": it lies ahead
    return resolve_date(mention, doc.report.published, tense="past")


def _sort_dates(doc: Doc, counted: Counted, reading: Reading, around: Circumstances) -> _Times:
    sentence = doc.sentences[counted.sentence]
    found = _Times()
    toll = reading.rule == "figure:toll" and "persons" in reading.words.of
    for mention in doc.dates_in(sentence.span):
        token = date_token(doc, counted.sentence, mention)
        if _says(counted, token, "as", "of") or _says(counted, token, "as", "at") or mention.relation == "by":
            found.as_of = found.as_of or mention
        elif _behind_since(counted, token):
            if _in_reach(counted, reading, token):
                found.since = found.since or mention
        elif mention.kind in {"set", "time"} or mention.relation in {"until", "before"}:
            continue
        elif around.event is not None and _dates_event(counted, around.event, token):
            found.event = found.event or mention
        elif _dates_clause(counted, reading, token):
            # A toll rises on the day it is told, not when those counted died.
            if toll:
                found.as_of = found.as_of or mention
            else:
                found.period = found.period or mention
    if found.since is None and _answers(counted, reading):
        found.since = _earlier_date(doc, counted)
    return found


def _says(counted: Counted, token: int, *words: str) -> bool:
    return counted.parse.lower[max(0, token - len(words)) : token] == words


def _behind_since(counted: Counted, token: int) -> bool:
    """Whether a "since" stands shortly before a date, nothing but its own phrase between ("since its October 7 attack",
    "since the war began on October 7"), and does not have the count itself in its clause."""
    parse = counted.parse
    return any(parse.lower[t] == "since" and not _holds(counted, t) for t in range(max(0, token - 9), token))


def _holds(counted: Counted, since: int) -> bool:
    """Whether the clause that "since" opens is the one that the count stands in ("since gunmen came, killing 12")."""
    parse = counted.parse
    opened = parse.heads[since] if parse.deps[since] == "mark" else since
    return opened == counted.noun or (opened in parse.ancestors(counted.noun) and parse.deps[since] in {"mark", "prep"})


def _in_reach(counted: Counted, reading: Reading, token: int) -> bool:
    """Whether a date belongs to the clause of the count, or to one that hangs on it."""
    parse = counted.parse
    above = {token, *parse.ancestors(min(token, len(parse) - 1))}
    own = reading.clause
    if own is None or parse.clauses[own].verb in above or reading.trigger in above or counted.noun in above:
        return True
    parent = parse.clauses[own].parent
    return parent is not None and parse.clauses[parent].verb in above and abs(token - counted.last) <= _REACH


def _dates_event(counted: Counted, event: int, token: int) -> bool:
    """Whether a date belongs to an event: inside its phrase, just before it, or behind it with no other event between."""
    parse = counted.parse
    if token < event:
        return event - token <= 4
    if token - event > _REACH or any(event_name(parse, t) for t in range(event + 1, token)):
        return False
    return event in parse.ancestors(min(token, len(parse) - 1)) or not any(
        parse.tags[t] in {"VBD", "VBZ", "VBP"} for t in range(event + 1, token)
    )


def _dates_clause(counted: Counted, reading: Reading, token: int) -> bool:
    """Whether a date says when the count came about: it hangs on the clause that says so."""
    parse = counted.parse
    token = min(token, len(parse) - 1)
    nearest = clause_above(parse, token)
    if reading.words.stake and reading.rule in {"figure:count-noun", "figure:nominal"} and "jobs" in counted.classes:
        # Jobs are counted for their own time ("300 redundancies this year"), not that of the verb they stand under.
        return 0 < token - counted.last <= 3
    if reading.clause is None:
        return nearest is None
    if nearest == reading.clause or _is_when(counted, reading.clause, token):
        return True
    above = parse.ancestors(token)
    if nearest is not None and _tells_of_counted(counted, nearest) and reading.trigger < counted.noun:
        return False  # "freed 24 sailors seized in May"
    return reading.trigger in above or counted.noun in above


def _tells_of_counted(counted: Counted, clause: int) -> bool:
    """Whether a clause says of those counted what befell them before."""
    parse, told = counted.parse, counted.parse.clauses[clause]
    return told.link in {"acl", "relcl"} and told.tense == "past" and parse.heads[told.verb] in counted.stations


def _is_when(counted: Counted, clause: int, token: int) -> bool:
    """ "In the summer of 2014, when 2,250 were killed": the clause hangs on the date right before its "when"."""
    lower, first = counted.parse.lower, counted.parse.clauses[clause].first
    return lower[first] == "when" and 0 < first - token <= 1 + (lower[first - 1] == ",")


def _answers(counted: Counted, reading: Reading) -> bool:
    """Whether the count comes of what answers an earlier event ("In retaliation, bombing has claimed …")."""
    parse = counted.parse
    words = measure_words().accounting.answering
    if reading.clause is None:
        return False
    clause = parse.clauses[reading.clause]
    first = min(clause.first, counted.first)
    if any(parse.lower[t] in words for t in range(first, counted.first)):
        return True
    return clause.link == "relcl" and parse.lower[parse.heads[clause.verb]] in words


def _earlier_date(doc: Doc, counted: Counted) -> DateMention | None:
    """The last date before the count, in its sentence or the one before, that dates a deed and no saying."""
    here = doc.sentences[counted.sentence].span
    start = doc.sentences[counted.sentence - 1].span.start if counted.sentence else here.start
    before = doc.dates_in(Span(start, counted.mention.span.start))
    return next(
        (d for d in reversed(before) if d.kind in {"date", "month", "year"} and d.relation not in {"until", "by"}), None
    )


def _event(doc: Doc, counted: Counted, around: Circumstances, times: _Times) -> str | None:
    if around.event is None:
        return None
    name = event_name(counted.parse, around.event)
    when = _resolve(doc, times.event or times.period)
    return f"{name} of {when.edtf}" if name and when is not None and when.edtf else None


def _in_last_hours(doc: Doc, counted: Counted) -> bool:
    """Whether the count is of the day before ("in the past 24 hours"), as daily tallies give what was added."""
    here = doc.sentences[counted.sentence].span
    behind = [d for d in doc.dates_in(here) if d.kind == "period" and d.span.start >= counted.mention.span.end]
    return bool(behind) and _LAST_HOURS.search(behind[0].span.of(doc.text)) is not None


def _accounting(
    doc: Doc, counted: Counted, reading: Reading, around: Circumstances, *, times: _Times, has_since: bool
) -> Accounting | None:
    parse, words = counted.parse, measure_words().accounting
    near = parse.lower[max(0, counted.first - 2) : counted.last + 2]
    told = f" {' '.join(parse.lower)} "
    stock = _is_stock(counted, reading)
    if reading.words.name in _TIMELESS:
        return None
    if any(w in words.increment for w in near if w != "more") or _plus_more(counted) or _in_last_hours(doc, counted):
        return "increment"
    if stock:
        return "stock"
    if is_of_batch(counted):
        return "increment"
    if _is_total(counted, reading):
        return "cumulative"
    if has_since or any(f" {phrase} " in told for phrase in words.cumulative):
        return "cumulative"
    if reading.rule == "figure:toll" and "persons" in reading.words.of:
        return "cumulative"
    clause = parse.clauses[reading.clause] if reading.clause is not None else None
    if clause is not None and clause.perfect and times.period is None and around.event is None:
        return "cumulative"
    return "flow"


def _is_total(counted: Counted, reading: Reading) -> bool:
    """Whether an amount is told as the whole so far: a total loss, or what a dispute has cost."""
    parse = counted.parse
    phrase = range(parse.lefts[reading.trigger], parse.rights[reading.trigger] + 1)
    if any(parse.lower[t] in {"total", "overall"} for t in phrase):
        return reading.words.name == "money"
    clause = parse.clauses[reading.clause] if reading.clause is not None else None
    lasting = reading.words.name == "money" or "duration" in counted.classes
    return lasting and clause is not None and clause.perfect


def _is_stock(counted: Counted, reading: Reading) -> bool:
    """Whether the amount holds at a moment."""
    flow = counted.parse.lemmas[reading.trigger] in measure_words().flows.verbs
    return (reading.words.stock and reading.words.name in {*_STOCKS, "other"} and not flow) or _still(counted, reading)


def _plus_more(counted: Counted) -> bool:
    """Whether "more" follows the number ("12 more"), other than in "12 more than"."""
    lower, after = counted.parse.lower, counted.number + 1
    return lower[after : after + 1] == ("more",) and lower[after + 1 : after + 2] != ("than",)


def _still(counted: Counted, reading: Reading) -> bool:
    """Whether those affected or displaced are so now, as the present tense says."""
    if reading.words.name not in {"affected", "displaced"} or reading.clause is None:
        return False
    clause = counted.parse.clauses[reading.clause]
    return clause.tense == "present" and not clause.perfect


def _of_same_event(counted: Counted, reading: Reading, last: Figure | None) -> bool:
    """Whether a toll follows a count of one event: what an army says of a strike after a ministry did."""
    if last is None or last.measure != reading.words.name or last.accounting != "flow":
        return False
    told = f" {' '.join(counted.parse.lower)} "
    return not any(f" {phrase} " in told for phrase in measure_words().accounting.cumulative)


def counted_on(
    doc: Doc, counted: Counted, attribution: Attribution
) -> tuple[Date | None, Literal["stated", "said_on", "published"] | None, tuple[Span, ...]]:
    """As of when a value told beside another holds, on which basis, and the words of the report that say so."""
    here = doc.sentences[counted.sentence].span
    after = [d for d in doc.dates_in(here) if 0 <= d.span.start - counted.mention.span.end <= 1]
    as_of, basis = _as_of(doc, after[0] if after else None, attribution)
    return as_of, basis, tuple(d.span for d in after[:1] if basis == "stated")


def _as_of(
    doc: Doc, stated: DateMention | None, attribution: Attribution
) -> tuple[Date | None, Literal["stated", "said_on", "published"] | None]:
    """When a count was made: never after the report that tells it was published."""
    published = doc.report.published
    if stated is not None and stated.verbatim.lower() not in _NOW:
        found = _resolve(doc, stated)
        if found is not None and not _is_after(found, published):
            return found, "stated"
    if attribution.said_on is not None and not _is_after(attribution.said_on, published):
        return attribution.said_on, "said_on"
    if published is None:
        return None, None
    return Date(published[:10]), "published"


def _is_after(date: Date, published: str | None) -> bool:
    """Whether a date lies wholly behind the day of publication."""
    earliest = date.edtf.split("/")[0].rstrip("~?%") if date.edtf else ""
    comparable = published is not None and earliest[:4].isdigit()
    return comparable and published is not None and earliest[:10] > published[: len(earliest[:10])]


_OR_MISSING = re.compile(
    r"\b(?:or|and|including) (?:the )?(?:still )?missing\b|\bmissing or (?:dead|killed)\b", re.IGNORECASE
)


def _basis(doc: Doc, counted: Counted, reading: Reading, attribution: Attribution) -> Basis:
    parse, words = counted.parse, measure_words().basis
    sentence = doc.sentences[counted.sentence]
    if reading.words.name == "killed" and _OR_MISSING.search(
        sentence.tokens(counted.first, min(counted.last + 6, len(parse) - 1)).of(doc.text)
    ):
        return "includes_missing"
    near = set(parse.lower[max(0, counted.first - 2) : min(len(parse), counted.last + 4)])
    near |= set(counted.mention.quantity.verbatim.lower().split())
    near |= {parse.lower[c] for c in parse.children[reading.trigger]}
    near |= {parse.lower[t] for t in parse.ancestors(reading.trigger)[:2] if parse.tags[t][0] == "N"}
    cue = set((attribution.cue or "").lower().split())
    for name, found in (("estimated", words.estimated), ("verified", words.verified), ("identified", words.identified)):
        if near & found or any(c.rstrip("sd") in found for c in cue):
            return name  # type: ignore[return-value]
    if near & words.reported or attribution.hedge in words.reported:
        return "reported"
    return "unknown"
