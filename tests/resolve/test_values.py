from __future__ import annotations

from typing import Any

import msgspec
import pytest

from parley.model import Actor, Date, DateRange, Figure, Move, Phase, Quantity, Quote, Source, Span, Term
from parley.resolve.values import BadValueError, body_type, claim_values, quantity_of, report_values

PAY = Term("pay", "a rise", Span(0, 6), quantity=Quantity(3, 3, unit="percent", verbatim="3 per cent"))


@pytest.mark.parametrize(
    ("body", "field", "words", "value"),
    [
        (Move, "act", "demand", "demand"),
        (Move, "by", "Tram Crews", (Actor("Tram Crews", "Tram Crews"),)),
        (Move, "by", " Tram Crews;  Ann   Reyes for Tram Union ", (Actor("Tram Crews", "Tram Crews"), Actor("Ann Reyes", "Ann Reyes", "Tram Union"))),
        (Move, "to", "", ()),
        (Move, "about", "", None),
        (Move, "about", "a bonus", "a bonus"),
        (Move, "deadline", "2031-03-04", Date("2031-03-04")),
        (Move, "expires", "2031-03~", Date("2031-03~")),
        (Move, "when", "2031-03-04", DateRange(Date("2031-03-04"), Date("2031-03-04"))),
        (Move, "when", "../2031-03-04", DateRange(None, Date("2031-03-04"))),
        (Move, "when", "2031-03-01/..", DateRange(Date("2031-03-01"), None)),
        (Move, "sources", "outlet: Tide; office: Port board", (Source("Tide", "outlet"), Source("Port board", "office"))),
        (Move, "silence", "yes", True),
        (Move, "terms", '[{"issue": "pay", "item": "a rise", "span": [0, 6]}]', (Term("pay", "a rise", Span(0, 6)),)),
        (Figure, "quantity", "at least 50", quantity_of("at least 50")),
        (Figure, "one_of", "no", False),
        (Figure, "accounting", "", None),
        (Phase, "number", "2", 2),
        (Quote, "speaker", "Ann Reyes", Actor("Ann Reyes", "Ann Reyes")),
        (Figure, "polarity", "negative", "negative"),
    ],
)  # fmt: skip
def test_words_become_the_value_of_a_field(body: Any, field: str, words: str, value: object) -> None:
    assert claim_values(body, {field: words})[field] == msgspec.to_builtins(value)


def test_records_are_taken_as_they_are() -> None:
    crews = Actor("Tram Crews", "the crews")
    assert claim_values(Move, {"by": (crews,)})["by"] == msgspec.to_builtins((crews,))


def test_the_quantity_of_a_move_with_one_term_is_that_terms() -> None:
    (term,) = msgspec.convert(claim_values(Move("demand", terms=(PAY,)), {"quantity": "at least 8 per cent"})["terms"], tuple[Term, ...])  # fmt: skip
    assert term.quantity is not None
    assert (term.quantity.lower, term.quantity.upper, term.quantity.unit) == (8, None, "percent")
    assert msgspec.structs.replace(term, quantity=None) == msgspec.structs.replace(PAY, quantity=None)


@pytest.mark.parametrize(("words", "unit"), [("2,700", "persons"), ("6 per cent", "percent")])
def test_an_amount_without_a_unit_keeps_the_one_it_had(words: str, unit: str) -> None:
    held = Figure("held", Quantity(2713, 2713, unit="persons", verbatim="2,713"))
    assert claim_values(held, {"quantity": words})["quantity"]["unit"] == unit
    (term,) = claim_values(Move("demand", terms=(PAY,)), {"quantity": "8"})["terms"]
    assert term["quantity"]["unit"] == "percent"


@pytest.mark.parametrize(
    ("body", "fields", "part"),
    [
        (Move, {"measure": "killed"}, "there is no field 'measure' to set; there are act, mode, by"),
        (Move, {"act": "capitulate"}, "one of offer, demand, accept"),
        (Move, {"act": ""}, "one of offer"),
        (Move, {"deadline": "soon"}, "write a date as year-month-day"),
        (Move, {"when": "yesterday"}, "write a date as year-month-day"),
        (Move, {"sources": "the board"}, "write 'kind: name'"),
        (Move, {"sources": "board: the board"}, "with a kind out of outlet, agency"),
        (Move, {"silence": "perhaps"}, "write yes or no"),
        (Move, {"by": "[3]"}, "write 'name', or 'name; name' for several"),
        (Move, {"terms": "[{"}, "does not suit 'terms'"),
        (Figure, {"quantity": "many"}, "is not one amount"),
        (Figure, {"quantity": "3 of 40"}, "is not one amount"),
        (Phase, {"number": "two"}, "does not suit 'number'"),
        (Move("demand", terms=(PAY, PAY)), {"quantity": "3"}, "the move has 2 terms"),
        (Move("demand"), {"quantity": "3"}, "the move has 0 terms"),
    ],
)
def test_what_suits_no_field_is_said_so(body: Any, fields: dict[str, object], part: str) -> None:
    with pytest.raises(BadValueError) as caught:
        claim_values(body, fields)
    assert part in str(caught.value)


def test_an_amount_keeps_its_words() -> None:
    assert quantity_of("dozens").verbatim == "dozens"
    assert (quantity_of("at least 50").lower, quantity_of("at least 50").upper) == (50, None)
    assert quantity_of("more than 1,200 dollars").lower_open


def test_a_kind_that_there_is_not_is_said_so() -> None:
    assert body_type("figure") is Figure
    with pytest.raises(BadValueError, match="there are move, figure, event, phase, quote"):
        body_type("rumour")


@pytest.mark.parametrize("published", ["2031-03-04", "2031-03-04T18:00+01:00"])
def test_a_report_takes_a_date_or_a_time(published: str) -> None:
    assert report_values({"published": published, "title": "  "}) == {"published": published, "title": None}


@pytest.mark.parametrize(("fields", "part"), [({"published": "4 March"}, "is no date"), ({"text": "x"}, "cannot be corrected")])  # fmt: skip
def test_a_report_does_not_take_everything(fields: dict[str, str | None], part: str) -> None:
    with pytest.raises(BadValueError, match=part):
        report_values(fields)
