from __future__ import annotations

import pytest

from parley.model import (
    Actor,
    Attribution,
    Date,
    DateRange,
    Event,
    Factuality,
    Mention,
    Move,
    Phase,
    Quantity,
    Source,
    Span,
    Term,
    new_claim,
    new_report,
)
from parley.pages import words

ANY = Span(0, 1)
REPORT = new_report("The crews walked out. Nobody came back.", outlet="Harbour Gazette")


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(40, 40, verbatim="forty"), "forty"),
        (Quantity(1800, 1800), "1,800"),
        (Quantity(6.5, 6.5, unit="percent"), "6.5 percent"),
        (Quantity(40, 40, unit="persons"), "40"),
        (Quantity(50, None), "at least 50"),
        (Quantity(50, None, lower_open=True), "more than 50"),
        (Quantity(0, 24), "up to 24"),
        (Quantity(None, 24, upper_open=True), "fewer than 24"),
        (Quantity(10, 12, unit="day"), "10 to 12 day"),
        (Quantity(240, 240, approximate=True), "about 240"),
        (Quantity(None, None), "an amount not given"),
        (Quantity(9, 9, unit="percent", verbatim="nine"), "nine [per cent]"),
        (Quantity(62.5, 62.5, unit="USD", verbatim="62.50"), "62.50 [USD]"),
        (Quantity(9, 9, unit="percent", verbatim="9 per cent"), "9 per cent"),
        (Quantity(9, 9, unit="persons", verbatim="nine"), "nine"),
    ],
)  # fmt: skip
def test_an_amount_is_told_in_the_reports_words_else_by_its_bounds(quantity: Quantity, expected: str) -> None:
    assert words.quantity_words(quantity) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term("pay", "pay", ANY, quantity=Quantity(7, 7, verbatim="7 per cent")), "7 per cent pay"),
        (Term("release", "up to 9 crew", ANY, quantity=Quantity(0, 9, verbatim="up to 9")), "up to 9 crew"),
        (Term("ceasefire", "night flights", ANY), "stop to night flights"),
        (Term("ceasefire", "fighting", ANY, quantity=Quantity(6, 6, verbatim="a six-day")), "a six-day stop to fighting"),
        (Term("withdrawal", "attack boats", ANY), "attack boats"),
        (Term("ceasefire", "six-day pause", ANY, quantity=Quantity(6, 6, verbatim="a six-day")), "a six-day pause"),
        (Term("release", "sailors", ANY, quantity=Quantity(3, 3, verbatim="three"), per="officer"), "three sailors per officer"),
        (Term("aid", "trucks", ANY, quantity=Quantity(9, 9, verbatim="9"), recurrence="a day"), "9 trucks a day"),
        (Term("jobs", "cuts", ANY, negated=True), "no cuts"),
        (Term("price", "price", ANY, quantity=Quantity(9, 9, verbatim="9"), previous=Quantity(8, 8, verbatim="8")), "9 price (was 8)"),
        (Term("aid", "aid", ANY, condition="if the road opens"), "aid if the road opens"),
        (Term("aid", "aid", ANY, starts=Date("2031-03-04"), ends=Date("2031-04")), "aid from 4 Mar 2031 until Apr 2031"),
    ],
)  # fmt: skip
def test_a_term_is_told_without_saying_anything_twice(term: Term, expected: str) -> None:
    assert words.term_words(term) == expected


def test_terms_are_told_once_and_their_condition_behind_them() -> None:
    road = "if the road opens"
    aid, fuel = Term("aid", "aid", ANY, condition=road), Term("aid", "fuel", ANY, condition=road)
    free = Term("release", "sailors", ANY)
    assert words.terms_words((free, aid, fuel, free)) == "sailors; aid; fuel if the road opens"
    assert words.terms_words(()) == ""


def test_a_term_that_is_a_pronoun_says_less_than_the_words() -> None:
    move = Move("demand", terms=(Term("other", "it", ANY),))
    assert words.move_words(move, "would urge members to reject it") == "demand: “would urge members to reject it”"


def test_a_condition_that_is_a_term_itself_is_told_once() -> None:
    given = "if Norland freed three prisoners for every sailor"
    three = Quantity(3, 3, unit="persons", verbatim="three")
    prisoners = Term("release", "prisoners", ANY, quantity=three, per="sailor", condition=given)
    sailors = Term("release", "sailors", ANY, condition=given)
    assert words.terms_words((sailors, prisoners)) == "sailors; three prisoners per sailor"
    assert words.terms_words((sailors,)) == "sailors if Norland freed three prisoners for every sailor"


def test_an_amount_is_not_taken_for_told_by_letters_of_another_word() -> None:
    one = Quantity(1, 1, unit="persons", verbatim="one")
    assert words.term_words(Term("release", "prisoner", ANY, quantity=one, per="sailor")) == "one prisoner per sailor"
    three = Quantity(3, 3, verbatim="three")
    assert words.term_words(Term("ceasefire", "three-phase truce", ANY, quantity=three)) == "three-phase truce"


def test_a_threat_is_told_with_its_words_where_its_terms_name_no_amount() -> None:
    move = Move("threaten", terms=(Term("ceasefire", "truce", ANY),))
    assert words.move_words(move, "threatened to end the truce") == "threaten: “threatened to end the truce”"
    fine = Quantity(600, 600, unit="GBP", verbatim="600 pounds")
    assert words.move_words(Move("threaten", terms=(Term("payment", "fine", ANY, quantity=fine),)), "") == (
        "threaten: 600 pounds fine"
    )


@pytest.mark.parametrize(
    ("iso", "expected"),
    [("2031-03-04", "4 Mar 2031"), ("2031-03-04T18:00+01:00", "4 Mar 2031"), ("2031-03", "Mar 2031"), ("2031", "2031"), (None, "undated")],
)  # fmt: skip
def test_days_are_written_so_that_month_and_day_cannot_be_mistaken(iso: str | None, expected: str) -> None:
    assert words.day_words(iso) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date("2031-04~", "mid-April"), "about Apr 2031"),
        (Date("XXXX-10-07", "October 7", "no year in the report"), "October 7 (open)"),
        (Date("2031-03-04"), "4 Mar 2031"),
    ],
)
def test_a_date_that_stays_open_is_given_in_the_reports_words(date: Date, expected: str) -> None:
    assert words.date_words(date) == expected


def test_a_range_names_what_bounds_it() -> None:
    first, last = Date("2031-03-04"), Date("2031-03-09")
    assert words.range_words(DateRange(first, last)) == "4 Mar 2031 to 9 Mar 2031"
    assert words.range_words(DateRange(first, first)) == "4 Mar 2031"
    assert words.range_words(DateRange(None, last)) == "by 9 Mar 2031"
    assert words.range_words(DateRange(first, None)) == "from 4 Mar 2031"
    assert words.range_words(None) == words.range_words(DateRange()) == ""


def test_a_chain_runs_from_the_outlet_back_to_the_one_who_said_it() -> None:
    told = Attribution((Source("a post", "social_media"), Source("officials", "unnamed", number="several")))
    assert words.chain_words(REPORT, told) == "Harbour Gazette ← a post ← officials (several)"
    assert words.chain_words(new_report("Nothing."), Attribution()) == "unknown outlet"


def test_only_what_is_less_than_a_fact_is_said_of_factuality() -> None:
    assert words.factuality_words(Factuality()) == ""
    assert words.factuality_words(Factuality("possible", "negative", "planned")) == "not so, possible, planned"


def test_a_trigger_of_few_words_is_quoted_with_its_sentence() -> None:
    sentence = Span(0, 21)
    assert words.quote_words(Mention(Span(10, 20), sentence), REPORT.text) == "The crews walked out."
    long = new_report("Long before " + "anything " * 20 + "the crews agreed " + "slowly " * 20)
    start = long.text.index("agreed")
    quoted = words.quote_words(Mention(Span(start, start + 6), Span(0, len(long.text))), long.text)
    assert quoted.startswith("… agreed slowly")
    assert quoted.endswith("slowly …")
    assert len(quoted) <= 115


def test_a_claim_without_terms_is_told_with_its_words() -> None:
    mention = Mention(Span(10, 20), Span(0, 21))
    body = Move("break_off", mode="walked_out", by=(Actor("Crews", "the crews"),))
    claim = new_claim(
        REPORT.id, body, attribution=Attribution(), factuality=Factuality(), mentions=(mention,), rule="by hand"
    )
    assert words.claim_words(claim, REPORT.text) == "Crews: break off (walked out): “The crews walked out.”"


def test_a_party_that_acts_for_another_names_it() -> None:
    assert words.actor_words(Actor("Ada Quill", "she", acts_for="Strait Lines")) == "Ada Quill (for Strait Lines)"
    assert words.actors_words((Actor("A", "a"), Actor("B", "b")), one_of=True) == "A or B"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (Event("ASSAULT", "shelled the quay"), "somebody: assault: shelled the quay"),
        (
            Event("COERCE", "shut the lock", mode="blockade", by=(Actor("A", "a"), Actor("B", "b")), one_of=True,
                  to=(Actor("C", "c"),), place="Bertha Bay"),
            "A or B: coerce (blockade) → C: shut the lock, Bertha Bay",
        ),
        (Event("AID", "sent boats to the Bay", by=(Actor("A", "a"),), place="the Bay"), "A: aid: sent boats to the Bay"),
        (Phase("the accord", "in_force"), "the accord: in force"),
        (Phase("the accord", "agreed", 2, 3, Date("2031-05-20"), Date("2031-06")),
         "the accord, phase 2 of 3: agreed from 20 May 2031 until Jun 2031"),
        (Phase("the accord", "announced", of=3, terms=(Term("aid", "fuel", ANY),)), "the accord, 3 phases: announced: fuel"),
    ],
)  # fmt: skip
def test_events_and_phases_in_words(body: Event | Phase, expected: str) -> None:
    claim = new_claim(
        REPORT.id, body, attribution=Attribution(), factuality=Factuality(), mentions=(Mention(ANY, ANY),), rule="by hand"
    )  # fmt: skip
    assert words.claim_words(claim, REPORT.text) == expected
