"""Facts of a story that only their unit or their noun tells, and the same amounts as terms of a move."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract import extract
from parley.model import Figure, new_report
from tests.extract.figures.reading_figures import figures_of

# Text; measure, floor, ceiling and unit of each figure.
FACTS: list[tuple[str, list[tuple[str, float, float | None, str]]]] = [
    ("The cabinet inherits a budget gap of 3.1 billion euros.", [("money", 3.1e9, 3.1e9, "EUR")]),
    ("No settlement was found on the unpaid 90 million euros.", [("money", 9e7, 9e7, "EUR")]),
    ("Lawyers spoke to the holders of $2.5 billion of bonds.", [("money", 2.5e9, 2.5e9, "USD")]),
    ("Copper eased to $9,310 a tonne after the news.", [("price", 9310, 9310, "USD")]),
    ("Varne's shares fell 12 percent to $21.40.", [("price", 12, 12, "percent"), ("price", 21.4, 21.4, "USD")]),
    ("Exports of timber rose 8 percent to 3.4 million cubic metres last year.", [("output", 8, 8, "percent"), ("output", 3.4e6, 3.4e6, "cubic metre")]),
    ("The wheat crop is put at 6.2 mln tonnes, up from 5.7 mln.", [("output", 6.2e6, 6.2e6, "tonne"), ("output", 5.7e6, 5.7e6, "tonne")]),
    ("Trade between them shrank by a fifth last year.", [("other", 20, 20, "percent")]),
    ("The pact was backed by 77 percent of the voting members.", [("share", 77, 77, "percent")]),
    ("The lodge voted on Monday by 64 percent to carry on.", [("share", 64, 64, "percent")]),
    ("The city's 7,000 care aides are to be balloted in June.", [("other", 7000, 7000, "persons")]),
    ("Some 300 riggers met in the square.", [("other", 300, 300, "persons")]),
    ("Tens of thousands of people marched through Lorne.", [("other", 20_000, 100_000, "persons")]),
    ("So far 14 of the 27 governments have filed their plans.", [("other", 14, 14, "governments")]),
    ("The army left 35 vehicles behind.", [("other", 35, 35, "vehicles")]),
    ("The army destroyed 40 houses.", [("other", 40, 40, "houses")]),
    ("Five clerks were among 220 passengers of a plane that had left.", [("other", 220, 220, "persons")]),
    ("Customs officers impounded 18 lorries of onions.", [("other", 18, 18, "trucks")]),
    ("They let 26 lorries of flour pass into the town.", [("aid", 26, 26, "trucks")]),
    ("The mayor released a list of 61 arrested deputies.", [("detained", 61, 61, "persons")]),
    ("Police booked 340 persons, of whom 26 remain in custody.", [("detained", 340, 340, "persons"), ("held", 26, 26, "persons")]),
    ("The siege cost between 35 and 50 lives.", [("killed", 35, 50, "persons")]),
    ("The rate rose to 5 per cent.", [("share", 5, 5, "percent")]),
    ("The metal was quoted at 140 cents a pound.", [("price", 1.4, 1.4, "USD")]),
    ("A crowd of about 5,000 gathered at the gate.", [("other", 5000, 5000, "persons")]),
    ("Thousands rallied outside the parliament.", [("other", 2000, 10_000, "persons")]),
    ("Tin futures closed 3 percent lower at 18.4 cents a pound.", [("price", 3, 3, "percent"), ("price", 0.184, 0.184, "USD")]),
    ("Emissions have fallen 18 per cent.", [("other", 18, 18, "percent")]),
    ("Two of the 16 captives are said to be dead.", [("killed", 2, 2, "persons")]),
    ("A policeman was killed and six others were wounded.", [("killed", 1, 1, "persons"), ("injured", 6, 6, "persons")]),
    ("Shelling killed a young teacher in Lorne.", [("killed", 1, 1, "persons")]),
    ("The union has 27,000 members.", [("other", 27_000, 27_000, "persons")]),
    ("A 19-year-old nurse was killed.", [("killed", 1, 1, "persons")]),
    ("The raid brought the total number of members of the force killed in Harim to 18.", [("killed", 18, 18, "persons")]),
    ("The blast took the number of nurses killed this year to 40.", [("killed", 40, 40, "persons")]),
    ("She said all five people on board were assumed dead.", [("killed", 5, 5, "persons")]),
    ("The fate of at least eight members of staff is still unknown.", [("missing", 8, None, "persons")]),
    ("Scores of dead and wounded fighters lay in the street.", [("affected", 40, 200, "persons")]),
    ("Clerk killed two others injured in rocket attack", [("injured", 2, 2, "persons")]),
    ("When the ferry sank, 463 people were aboard.", [("other", 463, 463, "persons")]),
    ("Members stand to lose 40 per cent of their savings.", [("other", 40, 40, "percent")]),
]  # fmt: skip

NONE = [
    "The two sides met on Monday.",
    "Three diplomats said the talks had stalled.",
    "The chairman read out 40 pages.",
    "The hall seats 600 people.",
    "The trawler lay 40 kilometres off the coast.",
    "The side were all out for 61.",
    "The board snubbed the 22-dollar-a-share proposal.",
    "The company raised its offer to 9 dollars a share.",
    "There will be no increase over the 205 pence on the table.",
    "The accord, under which fitters get 62 pence an hour, took effect.",
    "Both governments are close to a deal on 600,000 tonnes of rice.",
    "The raider won with a 90.25 dollar or 384 million dollar tender offer.",
    "The column fell back to the 1967 borders.",
    "If a docker is killed, the port will close.",
    "A policeman arrested the driver.",
    "A miner could have been killed.",
    "Elmira wants a 900,000-tonne limit.",
    "Imagine if the boat had sunk with 240 sailors aboard.",
    "Their price: an amnesty, 30 million dollars and a villa.",
    "The rebels stuck to their terms: pay for the 4,100 militiamen and no purge.",
    "The ministry spoke of the sale of the unit for not less than 300m euros.",
    "The consortium went as high as 90 million pounds.",
    "Neither the apology nor the 12 million dollars which the bank put forward satisfied them.",
    "Three per cent is a pay cut, she said.",
    "The envoys seek an amnesty covering his 60 bodyguards as well.",
    "The pill takes effect when a holder acquires 20 pct.",
    "If the senate votes no, we go home and the 320 million stays in Lorne.",
    "Donors stump up $3.1 bln for dykes",
    "The motion was put to the 60-seat chamber.",
    "Ministers of the 27 member states met in Varne.",
    "The text passed with 120 nations voting in favour and 14 abstentions.",
    "The strip is home to 2 million people.",
    "The valley, where some 90,000 people live, was quiet.",
    "The militia would part with the bodies of all 13 crew.",
    "Junta dangles amnesty for 320 deserters",
    "Norland would now make do with a target of 35 per cent.",
    "Velland will take back all 240 clerks of its May list.",
    "About 68% believe the army went too far.",
]


@pytest.mark.parametrize(("text", "wanted"), FACTS, ids=[t for t, _ in FACTS])
def test_a_fact_is_told_by_its_unit_or_its_noun(text: str, wanted: list[tuple[str, float, float | None, str]]) -> None:
    found = [(f.measure, f.quantity.lower, f.quantity.upper, f.quantity.unit) for f in figures_of(text)]
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_what_names_or_is_put_forward_is_no_figure(text: str) -> None:
    assert figures_of(text) == []


def test_those_of_them_are_part_of_the_count_before() -> None:
    whole, part = figures_of("About 300 farmers blocked the bridge. Police fined 22 of them.")
    assert whole.part_of is None
    assert part.part_of is not None
    assert (part.quantity.lower, part.quantity.unit) == (22, "persons")


def test_an_amount_of_a_move_is_told_once() -> None:
    text = "The union rejected an offer of 40 million dollars. The strike has cost the port 30 million dollars."
    claims = extract(next(iter(annotate([new_report(text, published="2025-05-16")])))).claims
    amounts = [c.body.quantity.lower for c in claims if isinstance(c.body, Figure)]
    assert amounts == [30e6]
