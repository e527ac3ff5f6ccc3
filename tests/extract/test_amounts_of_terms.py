"""Which issue the amounts of a move belong to, in which unit, and which amounts are none of its terms."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract.attribution import find_attributions
from parley.extract.moves import extract_moves
from parley.extract.moves.terms.changes import find_changes
from parley.model import Move, new_report

Amount = tuple[str, float | None, float | None, str | None]


def moves_in(text: str) -> list[Move]:
    """The moves of a text."""
    (doc,) = annotate([new_report(text, title=None, outlet=None, published="2025-05-16")])
    return [c.body for c in extract_moves(doc, find_attributions(doc)) if isinstance(c.body, Move)]


def amounts(text: str, act: str) -> list[Amount]:
    """Issue, bounds and unit of the terms of the text's moves of an act."""
    moves = [move for move in moves_in(text) if move.act == act]
    terms = [t for move in moves for t in move.terms if t.quantity is not None]
    return [(t.issue, t.quantity.lower, t.quantity.upper, t.quantity.unit) for t in terms if t.quantity is not None]


@pytest.mark.parametrize(
    ("text", "act", "wanted"),
    [
        # A bare number stands for the amount told of before it, or right behind it.
        ("The union sought 9 per cent. The company offered 4.", "offer", ("pay", 4, 4, "percent")),
        ("The Front wants 30 inspectors in the harbour; the army has offered 12.", "offer",
         ("monitoring", 12, 12, "persons")),
        ("Growers asked for 90 dollars a tonne. The mills offered 70.", "offer", ("price", 70, 70, "USD")),
        # What is counted names the issue.
        ("The union demanded 52 new posts at the fire stations.", "demand", ("jobs", 52, 52, "posts")),
        ("Carvia offered to cap its arsenal at 180 warheads.", "offer", ("disarmament", 180, 180, "warheads")),
        ("The rebels offered to hand over 80 wounded Norlanders.", "offer", ("release", 80, 80, "persons")),
        # The kind of dispute the report tells of.
        ("The conciliator said the mill had offered 4.2 percent.", "offer", ("pay", 4.2, 4.2, "percent")),
        ("Bondholders demanded 71 cents on the dollar.", "demand", ("payment", 0.71, 0.71, "USD")),
        ("Cocoa exporters offered to keep 60,000 tonnes off the market to lift output prices.", "offer",
         ("quota", 60000, 60000, "tonne")),
        # What the amount itself is in or of.
        ("The bidder offered a break fee of 90 million dollars to shareholders.", "offer",
         ("payment", 90e6, 90e6, "USD")),
        ("The rebels agreed to extend the truce by another week.", "extend", ("ceasefire", 1, 1, "week")),
        # Behind a colon, in a headline.
        ("The mediator tabled a proposal: 6.8 percent and a lump sum of 600 euros for all staff.", "offer",
         ("payment", 600, 600, "EUR")),
        ("The offer, lodged on Friday, was worth 46 euros a share.", "offer", ("price", 46, 46, "EUR")),
        ("Grafton offered to pay 610 pence a share, valuing Cask at 1.9 billion pounds.", "offer",
         ("price", 1.9e9, 1.9e9, "GBP")),
        # Shares of interest and the like are what credit or use costs; money for it is paid.
        ("The island asked its banks to cut the interest on its loans to 4 per cent.", "demand",
         ("price", 4, 4, "percent")),
        ("The lenders agreed to cut the margin on the loan by 60 basis points.", "agree",
         ("price", 60, 60, "basis point")),
        ("The tenants demanded a cap on rents of 3 per cent.", "demand", ("price", 3, 3, "percent")),
        ("The rebels demanded 15 per cent of the oil revenue.", "demand", ("payment", 15, 15, "percent")),
        ("Teachers spurned a bonus of 3 per cent.", "reject", ("pay", 3, 3, "percent")),
        # Emissions, goods and water that are held back.
        ("The presidency's draft would trim emissions to 40 per cent below 2005 levels.", "offer",
         ("quota", 40, 40, "percent")),
        ("Growers signed a pact to keep 45,000 tonnes off the market.", "agree", ("quota", 45000, 45000, "tonne")),
        ("Upper Mella offered its neighbours 300 cubic metres of water a second.", "offer",
         ("quota", 300, 300, "cubic metre")),
        ("The skippers are asking for 180 days at sea.", "demand", ("quota", 180, 180, "day")),
        # Soldiers of an organisation; time to do a thing; months' pay.
        ("The president asked for 1,800 African Union troops.", "demand", ("monitoring", 1800, 1800, "persons")),
        ("The port asked for another 45 days to pay its suppliers.", "demand", ("payment", 45, 45, "day")),
        # What an offer is raised to, in titles however parsed; shares of taxes.
        ("The insurer has raised its offer to 54 pounds.", "offer", ("price", 54, 54, "GBP")),
        ("Labour insists on a wealth tax of 3 per cent.", "demand", ("other", 3, 3, "percent")),
        ("The reformers are prepared to go no further than four years.", "offer", ("other", 0, 4, "year")),
        ("Dorrin Gas raises bid for Hale to $3.2 billion", "offer", ("price", 3.2e9, 3.2e9, "USD")),
        ("The port has asked its lenders to cut the interest it pays to 3 per cent from 7.", "demand",
         ("price", 3, 3, "percent")),
        # Several amounts beside each other.
        ("The glaziers were offered a rise of 3 percent this year and 2 percent next, plus a bonus of 500 euros.",
         "offer", ("payment", 500, 500, "EUR")),
        ("The bakers are asking for 7 per cent, two extra days of leave and a night premium of 3 euros.", "demand",
         ("pay", 2, 2, "day")),
        # Who is counted.
        ("Kessia threatened to expel 14 diplomats.", "threaten", ("other", 14, 14, "persons")),
        ("The fund urged the toolmaker to replace three of its eight directors.", "demand", ("governance", 3, 3, "directors")),
        ("The junta refused to let more than 90 monitors into the hills.", "reject",
         ("monitoring", 90, None, "persons")),
        ("Brussels wants the pair to shed 70 petrol stations.", "demand", ("other", 70, 70, "stations")),
        ("The rebels will deliver nine captured soldiers in exchange for 40 detainees.", "offer", ("release", 9, 9, "persons")),
        # What is told of in hundredths.
        ("The roasters offered 210 cents a pound. The growers had asked for 260.", "demand",
         ("price", 2.6, 2.6, "USD")),
        ("The board rebuffed 720 pence in August. The suitor then offered 790.", "offer", ("price", 7.9, 7.9, "GBP")),
    ],
)  # fmt: skip
def test_an_amount_belongs_to_an_issue(text: str, act: str, wanted: Amount) -> None:
    assert wanted in amounts(text, act)


@pytest.mark.parametrize(
    ("text", "act", "value", "why"),
    [
        ("The deputies accepted the levy by 61 votes to 54.", "accept", 61, "votes"),
        ("The deputies accepted the levy by 61 votes to 54.", "accept", 54, "votes"),
        ("Millers demanded 21 cents a pound, 4 cents more than they get now.", "demand", 0.04, "a gap"),
        ("Norland and the Front have agreed a truce in three phases under which 45 captives will be freed.", "agree", 3,
         "parts of the deal"),
        ("The minister rejected a three-for-one deal with the Front over the captives.", "reject", 3,
         "a rate that does not say of what"),
        ("The general gave the mutineers 48 hours to disarm.", "demand", 48, "time to comply"),
        ("Dockers backed the 4 percent pay deal by three to one.", "accept", 300, "votes"),
        ("The insurer said it would vote its 9 percent stake against the merger.", "reject", 9, "votes"),
        ("The cabinet offered the holders of 7.5 billion dollars of bonds a payment holiday of three years.", "offer",
         7.5e9, "what the holders have"),
    ],
)  # fmt: skip
def test_what_is_no_amount_of_a_move(text: str, act: str, value: float, why: str) -> None:
    assert value not in {bound for _, lower, upper, _ in amounts(text, act) for bound in (lower, upper)}, why


def test_a_new_level_has_the_unit_and_the_value_of_the_old_one() -> None:
    text = "Salvera offered to lower its tariff on bicycles from 18 per cent to 6."
    (move,) = moves_in(text)
    (term,) = [t for t in move.terms if t.quantity is not None]
    assert term.quantity is not None
    assert (term.quantity.upper, term.quantity.unit) == (6, "percent")
    assert term.previous is not None
    assert term.previous.upper == 18


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Having held out for 12 per cent, the union came down to 8.", 8, 12),
        ("The weavers first asked for 15 per cent but settled for 11.", 11, 15),
        ("The islanders' demand, 90 million dollars a year for the right to fish, was whittled down to 55 million dollars.",
         55e6, 90e6),
        ("The cleaners demanded 1,900 dollars a month where they now get 1,600 dollars.", 1900, 1600),
    ],
)  # fmt: skip
def test_what_one_side_first_held_out_for_is_the_amount_before(text: str, new: float, old: float) -> None:
    changed = [t for move in moves_in(text) for t in move.terms if t.previous is not None and t.quantity is not None]
    assert [(t.quantity.upper, t.previous.upper) for t in changed if t.quantity and t.previous] == [(new, old)]


@pytest.mark.parametrize(
    ("text", "act", "wanted"),
    [
        # The noun an amount stands with says what it is of, whatever the report tells of.
        ("The ministry offered a two percent cut in bread prices.", "offer", ("price", 2, 2, "percent")),
        ("The lender released its demand: a tranche of 90 million euros.", "demand", ("payment", 90e6, 90e6, "EUR")),
        ("The delta states demanded 40 percent of the gas.", "demand", ("quota", 40, 40, "percent")),
        ("The League demanded a third of the seats.", "demand", ("governance", 33.3, 33.4, "percent")),
        ("The union wants a cut in the working week to 36 hours.", "demand", ("other", 36, 36, "hour")),
        ("Ostmark offered two extra weeks of leave.", "offer", ("pay", 2, 2, "week")),
        ("The town wants rents held down to 2 percent.", "demand", ("price", 2, 2, "percent")),
        # What is held still.
        ("The landlords offered a freeze on rents lasting two years.", "offer", ("price", 2, 2, "year")),
        ("The islands called for a ten-year moratorium on drilling.", "demand", ("other", 10, 10, "year")),
        ("The mill offered a six-month freeze on wages.", "offer", ("pay", 6, 6, "month")),
        ("The rebels proposed a 20-day halt to the bombing.", "offer", ("ceasefire", 20, 20, "day")),
        # Money for a thing bought, and money put into one.
        ("Brandel offered 85 million euros for the terminal.", "offer", ("price", 85e6, 85e6, "EUR")),
        ("The bidder pledged to invest 40 million euros in the plant.", "promise", ("payment", 40e6, 40e6, "EUR")),
        # The least or the most that would do.
        ("The founder would not sell for less than 15 euros a share.", "reject", ("price", 15, None, "EUR")),
        ("Tolmer said it could not accept more than 50,000 tonnes.", "reject", ("other", 0, 50000, "tonne")),
        # Relief, and what it is let through.
        ("The army offered to open two roads to food convoys.", "offer", ("aid", 2, 2, "roads")),
        ("The garrison agreed to let in 300 tonnes of flour.", "agree", ("aid", 300, 300, "tonne")),
        # Time asked of lenders; a length over which something is spread.
        ("The airline asked its creditors for another 90 days.", "demand", ("payment", 90, 90, "day")),
        ("The banks offered to stretch the debt over nine years.", "offer", ("payment", 9, 9, "year")),
        ("The truce was extended by a fortnight.", "extend", ("ceasefire", 2, 2, "week")),
        # Parts of one share for another.
        ("Carvia offered half a Carvia share for each Tench share.", "offer", ("price", 0.5, 0.5, "shares")),
    ],
)
def test_an_amount_is_what_its_own_words_say(text: str, act: str, wanted: Amount) -> None:
    terms = [t for move in moves_in(text) if move.act == act for t in move.terms]
    told = [(t.issue, q.lower, q.upper, q.unit) for t in terms for q in (t.quantity, t.duration) if q is not None]
    assert wanted in told


@pytest.mark.parametrize(
    ("text", "act", "stray"),
    [
        ("The regulator asked the two grocers to sell 33 stores.", "demand", 2),
        ("Producers agreed to cut output by 700,000 barrels a day, much of it by the two largest.", "agree", 2),
        ("Carvia will honour its promise to ship 4,000 tonnes of rice to three buyers.", "promise", 3),
    ],
)
def test_those_asked_or_served_are_no_amount(text: str, act: str, stray: float) -> None:
    assert stray not in [lower for _, lower, _, _ in amounts(text, act)]


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("It answered with one of its own: six days of calm instead of ten.", 6, 10),
        ("The mill offers 4 per cent over two years, up from 3.", 4, 3),
    ],
)
def test_the_amount_before_is_that_of_the_amount_next_to_it(text: str, new: float, old: float) -> None:
    (doc,) = annotate([new_report(text, published="2025-05-16")])
    changes = find_changes(text, doc.quantities)
    assert [(changes.told[start].quantity.upper, was.quantity.upper) for start, was in changes.previous.items()] == [
        (new, old)
    ]


def test_a_vote_to_accept_is_one_acceptance_and_done() -> None:
    text = "Dockers at Skagen voted today to accept the arbitrator's award and end a strike that has lasted 36 days."
    (doc,) = annotate([new_report(text, title=None, outlet=None, published="2025-05-16")])
    accepted = [c for c in extract_moves(doc, find_attributions(doc)) if getattr(c.body, "act", "") == "accept"]
    assert [claim.factuality.tense for claim in accepted] == ["past"]


@pytest.mark.parametrize(
    ("text", "act", "kept"),
    [
        # How many steps there are is no amount, and what a guarantee holds is not counted by it.
        ("Tarvia and the Front have agreed to a ceasefire in three stages.", "agree", []),
        ("The Front offered a three-stage truce and the release of 20 captives.", "offer", ["release"]),
        ("The union called for a guarantee that the 350 job cuts the company plans would all be voluntary.", "demand",
         ["jobs"]),
    ],
)  # fmt: skip
def test_steps_and_what_a_guarantee_holds_are_no_amounts_of_it(text: str, act: str, kept: list[str]) -> None:
    assert [amount[0] for amount in amounts(text, act)] == kept
