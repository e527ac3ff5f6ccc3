"""Figures: what was counted or measured, how much, of whom, where, by whom, in which time, as of when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.quantities import QuantityMention
from parley.extract.figures.accounting import Accounts, counted_on, find_accounts
from parley.extract.figures.again import is_changed_from, is_other_value, is_said_again, with_unit_of
from parley.extract.figures.certainty import certainty_of
from parley.extract.figures.circumstances import Circumstances, find_circumstances
from parley.extract.figures.counted import Counted, find_counted, group_of, noun_classes, with_carried
from parley.extract.figures.freed import of_those_freed
from parley.extract.figures.measure_index import Reading, clause_above
from parley.extract.figures.measures import read_measure
from parley.extract.figures.parts import is_of_place, of_both_sides, of_those, part_noun, whole_of
from parley.extract.figures.plain import PLAIN, counts_things, is_strong
from parley.extract.figures.plain_standing import (
    is_due,
    is_only_expected,
    is_only_weighed,
    standing_of_plain,
    under_a_deal,
)
from parley.extract.figures.single import find_singles
from parley.extract.figures.standing import Standing, standing_of
from parley.extract.figures.stores import STORED, store_named
from parley.model import Claim, Evidence, Factuality, Figure, Mention, Quantity, Span, new_claim

if TYPE_CHECKING:
    from parley.extract.attribution import Attributions
from parley.extract.attribution.taken_back import is_taken_back
from parley.lexicon.words import word_list

__all__ = ["extract_figures"]

_FAR = 5  # sentences in which a count may follow another of the same event
_MANY_TIMES = 30
_AMOUNT = "figure:amount"
_TITLE = 40  # characters before an age in which the person stands
_PERSON_OF = re.compile(
    r"\b(?:a|an) (?:\w+ )?(?:man|woman|boy|girl|child|youth|pensioner|lad|widow) of\s+$", re.IGNORECASE
)
# "five of whom are under 18", "children under five": an age, not a count.
_OF_AGE = re.compile(
    r"\b(?:whom|them|children|girls|boys|women|men|people|youths|is|are|was|were|those|all|infants|pupils|voters|residents),?"
    r" (?:under|over|below|above|younger than|older than) (?:the age of )?(?:\d\d?|[a-z]+)[ .,;)]\Z",
    re.IGNORECASE,
)
_PASSING = word_list("figures.claims.passing")
_COUNTABLE = frozenset({"count", "money", "percent", "duration", "measure", "ratio"})
_AFLOAT = ("ship", "vessel")
_UNITS = (
    ("jobs", "jobs"), ("vessels", "vessels"), ("trucks", "trucks"), ("shares", "shares"), ("votes", "votes"),
    ("households", "households"),
)  # fmt: skip


class _Found(msgspec.Struct, frozen=True):
    """A figure with what it was read from; `group` and `counted` serve those that follow it in the report."""

    counted: Counted
    reading: Reading
    claim: Claim
    figure: Figure


def extract_figures(doc: Doc, attributions: Attributions) -> list[Claim]:
    """All figures of the report in text order, each with its attribution and factuality."""
    found: list[_Found] = []
    last: Counted | None = None
    measured: Counted | None = None
    singles = {single.mention: single for single in find_singles(doc)}
    mentions = sorted((*doc.quantities, *singles), key=lambda m: m.span.start) if singles else doc.quantities
    for before, mention in zip((None, *mentions), mentions, strict=False):
        told = mention.kind in _COUNTABLE and not _second_age(doc, before, mention)
        index = doc.sentence_at(mention.span.start) if told else None
        counted = singles.get(mention) or (_counted(doc, mention, index, last) if index is not None else None)
        if counted is None:
            continue
        if measured is not None and counted.sentence - measured.sentence <= 1:
            counted = with_unit_of(counted, measured.mention)
        if counted.mention.kind in {"money", "measure"}:
            measured = counted
        figure = _figure(doc, attributions, counted, _beside(found, counted))
        if figure is not None:
            found.append(figure)
        if not counted.bare and "persons" in counted.classes and (figure is None or figure.figure.part_of is None):
            last = counted
    return [item.claim for item in found]


def _second_age(doc: Doc, before: QuantityMention | None, mention: QuantityMention) -> bool:
    """Whether a number follows an age as its second ("aged 16 and 20"), or one person as his ("a man of 34")."""
    if _OF_AGE.search(doc.text, max(0, mention.span.start - _TITLE), mention.span.end + 1):
        return True
    if mention.kind == "count" and _PERSON_OF.search(doc.text, max(0, mention.span.start - _TITLE), mention.span.start):
        return True
    if before is None or before.kind != "age":
        return False
    return Span(before.span.end, mention.span.start).of(doc.text).strip() in {"and", ",", "to", "or"}


def _beside(found: list[_Found], counted: Counted) -> list[_Found]:
    """The figures read so far in the sentence of `counted`, else the last one before it."""
    here = [item for item in found[-12:] if item.counted.sentence == counted.sentence]
    return here or [item for item in found[-12:] if item.counted.sentence == found[-1].counted.sentence]


def _counted(doc: Doc, mention: QuantityMention, sentence: int, last: Counted | None) -> Counted | None:
    counted = find_counted(doc, mention, sentence)
    if counted is None or last is None or last.sentence < sentence - 1:
        return counted
    return with_carried(counted, last)


def _figure(doc: Doc, attributions: Attributions, counted: Counted, before: list[_Found]) -> _Found | None:
    """The figure that a count makes; None where it makes none. `before` are the sentence's figures, else the last one."""
    if counted.parse.lower[max(0, counted.first - 2) : counted.first] == ("all", "but"):
        return None
    reading, part_of = of_those_freed(counted, read_measure(counted)), None
    if counted.mention.kind in {"count", "percent"}:
        here = [item for item in before if item.counted.sentence == counted.sentence]
        whole = whole_of(counted, [item.counted for item in here])
        if whole is not None and not _told_apart(counted, reading, here[whole]):
            if _wanted(counted, here[whole]) or _is_term(counted, reading):
                return None
            return _part(doc, attributions, counted, here[whole])
        part_of = _whole(counted, before, here, whole)
    again = _meant(counted, before, reading)
    if again is not None:
        return _again(doc, attributions, counted, again)
    if reading is None:
        return None
    standing = _standing(counted, reading)
    if standing == "term" or (reading.rule in PLAIN and not before and is_changed_from(counted)):
        return None
    around = find_circumstances(doc, counted, reading)
    attribution = attributions.of(counted.sentence, counted.trigger(doc), count=True)
    if is_taken_back(attribution):
        return None
    last = _last(before, counted, reading.words.name)
    accounts = find_accounts(doc, counted, reading=reading, around=around, attribution=attribution, last=last)
    figure = msgspec.structs.replace(_body(counted, reading, around, accounts), part_of=part_of)
    evidence = _evidence(doc, counted, around.places, around.actors, accounts.times)
    real = certainty_of(doc, counted, reading)
    if standing == "planned":
        real = msgspec.structs.replace(real, tense="planned")
    return _claim(attributions, counted, reading=reading, figure=figure, evidence=evidence, real=real)


def _is_term(counted: Counted, reading: Reading | None) -> bool:
    """Whether a part is what a move does with some of the whole ("who hold 200 men, offered to free 40 of them")."""
    return reading is not None and reading.rule not in PLAIN and _standing(counted, reading) == "term"


def _wanted(counted: Counted, whole: _Found) -> bool:
    """Whether a part is one that something is only offered or asked for ("would release 20 of them")."""
    clause = clause_above(counted.parse, counted.noun)
    if clause is None or clause == clause_above(whole.counted.parse, whole.counted.noun):
        return False
    return counted.parse.clauses[clause].modal is not None


def _is_carried(counted: Counted, reading: Reading) -> bool:
    """Whether a vote was taken: what was approved or turned down by so many is told in the past."""
    clause = counted.parse.clauses[reading.clause] if reading.clause is not None else None
    behind = counted.parse.lower[counted.first - 1] in {"by", "with"}
    return behind and clause is not None and clause.tense == "past" and clause.modal is None


def _meant(counted: Counted, before: list[_Found], reading: Reading | None) -> _Found | None:
    """The figure that a number without a measure, or an amount, tells another value of: the last that it may be one of."""
    if reading is not None and reading.rule != _AMOUNT:
        return None
    told_again = is_said_again if reading is None else is_other_value
    return next(
        (item for item in reversed(before[-3:]) if told_again(counted, item.counted) and _comparable(counted, item)),
        None,
    )


def _comparable(counted: Counted, item: _Found) -> bool:
    """Whether two values may be of one thing: neither is many times the other."""
    one, other = (q.upper or q.lower or 0 for q in (counted.mention.quantity, item.figure.quantity))
    return one <= other * _MANY_TIMES and other <= one * _MANY_TIMES


def _standing(counted: Counted, reading: Reading) -> Standing:
    if reading.rule == "figure:count-noun" and "uprooted" in counted.classes:
        # Those who "could go home", or whom a state is to take back, are refugees of a plan.
        negotiable = msgspec.structs.replace(reading.words, negotiable=True)
        return standing_of_plain(counted, msgspec.structs.replace(reading, words=negotiable))
    if reading.words.name == "money" and is_due(counted):
        return "fact"
    if reading.rule == "figure:ballot" and _is_carried(counted, reading):
        return "fact"
    if is_only_expected(counted.parse, reading.trigger):
        return "planned"
    if reading.words.negotiable and (under_a_deal(counted) or is_only_weighed(counted, reading)):
        return "term"
    return standing_of_plain(counted, reading) if reading.rule in PLAIN else standing_of(counted.parse, reading)


def _whole(counted: Counted, before: list[_Found], here: list[_Found], whole: int | None) -> str | None:
    """Id of the figure that a count told with a measure of its own is a part of ("police fined 22 of them")."""
    if not of_those(counted):
        return None
    if whole is not None:
        return here[whole].claim.id
    last = before[-1] if before and not here else None
    near = last is not None and counted.sentence - last.counted.sentence == 1
    return last.claim.id if last is not None and near and "persons" in last.counted.classes else None


def _told_apart(counted: Counted, reading: Reading | None, whole: _Found) -> bool:
    """Whether words of its own say that something else happened to what might be a part ("and more than 60 injured")."""
    if reading is None or reading.rule in PLAIN or reading.words.name == whole.figure.measure:
        return False
    return reading.trigger != whole.reading.trigger and reading.trigger > counted.first


def _last(before: list[_Found], counted: Counted, measure: str) -> Figure | None:
    """The last figure of the same measure not far before a count, else the one just before it."""
    near = [item for item in before if counted.sentence - item.counted.sentence <= _FAR]
    same = next((item.figure for item in reversed(near) if item.figure.measure == measure), None)
    beside = [item.figure for item in near if counted.sentence - item.counted.sentence <= 1]
    return same or (beside[-1] if beside else None)


def _body(counted: Counted, reading: Reading, around: Circumstances, accounts: Accounts) -> Figure:
    return Figure(
        measure=reading.words.name,
        quantity=_quantity(counted, reading),
        group=_group(counted, reading),
        place=around.place,
        by=around.by,
        one_of=around.one_of,
        cause=around.cause,
        event=accounts.event,
        accounting=accounts.accounting,
        period=accounts.period,
        since=accounts.since,
        as_of=accounts.as_of,
        as_of_basis=accounts.as_of_basis,
        counting_basis=accounts.basis,
    )


def _group(counted: Counted, reading: Reading) -> str | None:
    """Who or what is counted; what is left of the dead is marked where the dead are held, missing or returned."""
    if reading.rule == STORED:
        return store_named(counted, reading.trigger)
    unnamed = (counted.bare and reading.rule == "figure:among") or counted.parse.lower[counted.noun] in {
        "dead",
        "injured",
        "wounded",
    }
    if is_of_place(counted):
        return reading.words.group
    noun = part_noun(counted) if unnamed else None
    if noun is not None:
        return counted.parse.words[noun]
    words = group_of(counted, _antecedent(counted) or reading.words.group)
    if words == reading.words.group == "people" and of_both_sides(counted):
        return "both sides"
    if words and counted.dead and reading.words.name != "killed":
        return f"{words}, dead"
    return words or _said_of(counted, reading)


def _antecedent(counted: Counted) -> str | None:
    """ "A third batch of captives, 17 of them": the captives named before, of whom the count is."""
    parse = counted.parse
    if parse.lower[counted.noun] not in {"them", "whom"}:
        return None
    before = (t for t in reversed(range(counted.first)) if parse.tags[t] == "NNS")
    return next((parse.lower[t] for t in before if "captives" in noun_classes(parse, t)), None)


def _quantity(counted: Counted, reading: Reading) -> Quantity:
    """The quantity with the unit that the counted noun gives."""
    quantity = counted.mention.quantity
    if counted.mention.kind == "ratio":
        return _in_percent(quantity)
    if quantity.unit is not None:
        return quantity
    if (
        reading.rule == "figure:toll"
        and counted.parse.lemmas[counted.first - 1] in _PASSING
        and not quantity.lower_open
    ):
        quantity = msgspec.structs.replace(quantity, upper=None, lower_open=True)
    somebody = "persons" in counted.classes
    unit = next(
        (u for name, u in _UNITS if name in counted.classes and (name in reading.words.of or not somebody)), "persons"
    )
    if unit == "vessels" and not counted.lemma.endswith(_AFLOAT):
        # Aircraft, trains and tankers are counted as what they are.
        unit = counted.parse.lower[counted.noun]
    if unit == "persons" and reading.rule in PLAIN and counts_things(counted) and not is_strong(counted):
        unit = counted.parse.lower[counted.noun]
    return msgspec.structs.replace(quantity, unit=unit)


def _in_percent(quantity: Quantity) -> Quantity:
    """A fraction as a percentage ("a fifth" is 20)."""
    lower, upper = (None if v is None else float(f"{v * 100:.12g}") for v in (quantity.lower, quantity.upper))
    return msgspec.structs.replace(quantity, lower=lower, upper=upper, unit="percent")


def _said_of(counted: Counted, reading: Reading) -> str | None:
    """Of an amount with a unit of its own: the noun that says what it is ("stake", "losses")."""
    if counted.mention.quantity.unit is None or counted.parse.tags[reading.trigger][0] != "N":
        return None
    return counted.parse.lower[reading.trigger] if reading.trigger != counted.number else None


def _part(doc: Doc, attributions: Attributions, counted: Counted, whole: _Found) -> _Found:
    """A part of a count: what the whole measures, of whom the part's own noun says."""
    noun = part_noun(counted) if counted.bare or "carried" in counted.classes else None
    named = (
        counted
        if noun is None
        else msgspec.structs.replace(counted, noun=noun, modifiers=(), classes=frozenset({"persons"}))
    )
    quantity = counted.mention.quantity
    if quantity.unit is None:
        quantity = msgspec.structs.replace(quantity, unit=whole.figure.quantity.unit)
    figure = msgspec.structs.replace(
        whole.figure,
        quantity=quantity,
        group=group_of(named, whole.figure.group),
        part_of=whole.figure.part_of or whole.claim.id,
    )
    evidence = _evidence(doc, counted, (), (), ())
    reading = msgspec.structs.replace(whole.reading, rule="figure:part")
    return _claim(attributions, counted, reading=reading, figure=figure, evidence=evidence, real=whole.claim.factuality)


def _again(doc: Doc, attributions: Attributions, counted: Counted, before: _Found) -> _Found:
    """Another value of what the figure before measures ("the union's figure is 12")."""
    quantity = counted.mention.quantity
    if counted.mention.kind == "ratio":
        quantity = _in_percent(quantity)
    elif quantity.unit is None:
        quantity = msgspec.structs.replace(quantity, unit=before.figure.quantity.unit)
    attribution = attributions.of(counted.sentence, counted.trigger(doc), count=True)
    as_of, basis, times = counted_on(doc, counted, attribution)
    figure = msgspec.structs.replace(
        before.figure, quantity=quantity, as_of=as_of, as_of_basis=basis, part_of=None, counting_basis="unknown"
    )
    reading = msgspec.structs.replace(before.reading, rule="figure:again")
    evidence = _evidence(doc, counted, (), (), times)
    return _claim(
        attributions, counted, reading=reading, figure=figure, evidence=evidence, real=before.claim.factuality
    )


def _evidence(
    doc: Doc, counted: Counted, places: tuple[Span, ...], actors: tuple[Span, ...], times: tuple[Span, ...]
) -> tuple[Evidence, ...]:
    text = doc.text
    spans = [("number", counted.mention.number)]
    spans += [("time", span) for span in times]
    spans += [("place", span) for span in places]
    spans += [("actor", span) for span in actors]
    return tuple(Evidence(role, span.start, span.end, span.of(text)) for role, span in spans)  # type: ignore[arg-type]


def _claim(
    attributions: Attributions,
    counted: Counted,
    *,
    reading: Reading,
    figure: Figure,
    evidence: tuple[Evidence, ...],
    real: Factuality,
) -> _Found:
    doc = attributions.doc
    trigger = counted.trigger(doc)
    statement = doc.sentences[counted.sentence].span
    evidence += attributions.evidence(counted.sentence, trigger, count=True)
    claim = new_claim(
        doc.report.id,
        figure,
        attribution=attributions.of(counted.sentence, trigger, count=True),
        factuality=real,
        mentions=(Mention(trigger, statement, evidence),),
        rule=reading.rule,
        when=figure.period,
    )
    return _Found(counted, reading, claim, figure)
