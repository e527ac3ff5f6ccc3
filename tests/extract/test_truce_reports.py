"""Deals on captives and truces as newspapers tell them: whose the deal is, what it holds, and what is no move at all."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract import extract
from parley.model import Claim, Figure, new_report
from tests.extract.reading_moves import PUBLISHED, moves_of, read_all

TALKS = "Tarvia and the Hill Front negotiate over hostages and a truce. "

# Who makes the deal, what stands in it.
DEALS = [
    (
        "Mediators were close to a deal between Tarvia and the Hill Front to free dozens of captives.",
        {"Tarvia", "Hill Front"},
        "captives",
    ),
    (
        "Tarvia and the Hill Front reached a deal to free 50 women and children held in Belisk.",
        {"Tarvia", "Hill Front"},
        "women and children",
    ),
    ("The truce deal also promises more fuel supplies to Belisk.", set(), "more fuel supplies"),
    ("The truce will ensure the flow of food aid into the valley.", set(), "food aid"),
]

NO_MOVES = [
    "The prime minister ordered the secret service to target leaders of the Front abroad.",
    "Observers hope for the early resumption of direct peace talks.",
    "Short lulls would facilitate the entry of humanitarian aid.",
    "The general directed his army to pursue the Front's leaders wherever they are.",
    "The men engaged with Tarvian forces at the camp, even as deals on hostages remain uncertain.",
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all([TALKS + text for text, *_ in DEALS] + [TALKS + text for text in NO_MOVES])


@pytest.mark.parametrize(("text", "makers", "item"), DEALS)
def test_a_deal_is_its_parties_and_holds_its_terms(text: str, makers: set[str], item: str) -> None:
    ((_, move),) = moves_of(TALKS + text, "agree")
    assert {actor.name for actor in move.by} == makers
    assert item in {term.item for term in move.terms}
    assert all(term.giver is None for term in move.terms)


@pytest.mark.parametrize("text", NO_MOVES)
def test_commands_to_ones_own_and_what_happens_meanwhile_are_no_moves(text: str) -> None:
    assert {move.act for _, move in moves_of(TALKS + text)} <= {"meet"}


def test_the_day_of_a_deed_done_is_no_start_of_its_terms() -> None:
    text = TALKS + "On May 12, nine Tarvians were freed in exchange for 30 prisoners under the truce."
    ((claim, move),) = moves_of(text, "carry_out")
    assert claim.when is not None
    assert claim.when.latest is not None
    assert claim.when.latest.edtf == f"{PUBLISHED[:8]}12"
    assert [term.starts for term in move.terms] == [None] * len(move.terms)


def test_nothing_is_asked_of_captives() -> None:
    text = (
        TALKS + '"We will not stop until all of the captives held by the Hill Front are released," the president said.'
    )
    moves = [move for _, move in moves_of(text, "demand")]
    assert moves
    assert all(actor.name == "Hill Front" for move in moves for actor in move.to)


def test_a_number_is_no_maker() -> None:
    told = (
        "The cabinet hesitated, partly because the number of hostages the Front initially offered to release was low."
    )
    text = TALKS + told
    ((_, move),) = moves_of(text, "offer")
    assert [actor.name for actor in move.by] == ["Hill Front"]


def test_the_sides_told_of_in_a_longer_sentence_before_are_no_amount() -> None:
    text = (
        "The bakery and, for the first time since the strike began in May, the union of its drivers met on Monday. "
        "The two sides agreed to meet again."
    )
    ((_, move),) = moves_of(text, "agree")
    assert {actor.name for actor in move.by} == {"bakery", "union of its drivers"}


def test_the_number_of_something_makes_no_move() -> None:
    moves = [move for _, move in moves_of(TALKS + "The number of captives it offered to free rose to 20.")]
    assert all("number" not in actor.name for move in moves for actor in move.by)


def test_what_a_refusal_asks_for_is_not_refused() -> None:
    told = (
        "The minister repeated his government's rejection of a ceasefire without the release of all people held there."
    )
    ((_, move),) = moves_of(TALKS + told, "reject")
    assert [term.issue for term in move.terms] == ["ceasefire"]


def test_who_says_that_there_will_be_no_truce_refuses_it() -> None:
    ((_, move),) = moves_of(TALKS + '"There will be no truce without our men," Prime Minister Ada Vane said.', "reject")
    assert [actor.name for actor in move.by] == ["Ada Vane"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kordia has extended its offer of doctors in the search to Tarvia.", "offer"),
        ("The airline extended its offer until Friday.", "extend"),
    ],
)
def test_an_offer_of_help_is_no_prolonged_one(text: str, act: str) -> None:
    assert [move.act for _, move in moves_of(TALKS + text, "offer", "extend")] == [act]


def test_a_land_is_not_released() -> None:
    text = TALKS + "In its charter, the Hill Front calls for the liberation of Kelvia."
    ((_, move),) = moves_of(text, "demand")
    assert [term.issue for term in move.terms] == ["other"]


@pytest.mark.parametrize(
    "told",
    [
        "But the government denied the tentative deal.",
        "The government denies reports of a tentative agreement on a pause in the fighting.",
    ],
)
def test_who_denies_a_deal_has_made_none(told: str) -> None:
    ((claim, _),) = moves_of(TALKS + told, "agree")
    assert claim.factuality.polarity == "negative"


def test_a_deal_that_is_close_is_not_made_yet() -> None:
    ((claim, _),) = moves_of(TALKS + "Mediators were close to a deal between Tarvia and the Hill Front.", "agree")
    assert (claim.factuality.certainty, claim.factuality.tense) == ("probable", "planned")


@pytest.mark.parametrize("joint", ["run", "controlled", "led"])
def test_a_ministry_run_by_a_movement_counts_itself(joint: str) -> None:
    told = f"At least 137 people were killed in Belisk, the Front-{joint} health ministry said on Friday."
    assert _claimants(told) == ["Front-" + joint + " health ministry"]


# A count that is only mentioned by the way is not on the word of who judges, or of a rumour.
@pytest.mark.parametrize(
    ("told", "claimants"),
    [
        ("Students condemned the attack that killed 1,450 people.", []),
        ("It sparked rumours that he may fly out after the attack that killed 1,400 people.", []),
        ("The envoy accused Tarvia of killing 500 people.", ["envoy"]),
        ("The minister said the attack, which killed 1,300 people, was a crime.", ["minister"]),
        (
            "According to Tarvian officials, 250 people were killed, while 900 others died, according to the Red Cross.",
            ["Tarvian officials"],
        ),
    ],
)
def test_who_stands_behind_a_count(told: str, claimants: list[str]) -> None:
    assert _claimants(told) == claimants


# What is counted, on what is done, planned or only weighed.
@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Under the terms of the swap, the Front has freed 24 captives.", [("released", 24, "past")]),
        ("The price, the release of 150 prisoners, is acceptable.", []),
        ("Some 30 captives are in the hands of the Brigade.", [("held", 30, "present")]),
        (
            "At least 50 captives are expected to be freed, leaving 190 in the hands of the Front.",
            [("held", 190, "planned")],
        ),
    ],
)
def test_captives_freed_and_held(told: str, counts: list[tuple[str, int, str]]) -> None:
    found = [(c, c.body) for c in _read_whole(told) if isinstance(c.body, Figure)]
    assert [(f.measure, f.quantity.lower, c.factuality.tense) for c, f in found] == counts


def _claimants(told: str) -> list[str]:
    first = next(claim for claim in _read_whole(told) if isinstance(claim.body, Figure))
    return [source.name for source in first.attribution.chain]


def _read_whole(told: str) -> tuple[Claim, ...]:
    (doc,) = annotate([new_report(TALKS + told, published=PUBLISHED)])
    return extract(doc).claims


def test_what_a_deal_told_before_provides_is_agreed_by_its_parties() -> None:
    before = "Tarvia and the Hill Front agreed to a truce. " + "It rained in the valley. " * 5
    (_, aid) = moves_of(TALKS + before + "The truce also ensures the entry of food aid.", "agree")[-1]
    assert {actor.name for actor in aid.by} == {"Tarvia", "Hill Front"}


DEAL = "Tarvia and the Hill Front reached a deal on a truce. "


def test_a_release_told_without_a_doer_is_provided_by_the_deal() -> None:
    (_, provided) = moves_of(DEAL + "Tarvia said 50 hostages will be released over four days.", "agree")[-1]
    assert {actor.name for actor in provided.by} == {"Tarvia", "Hill Front"}
    assert [(t.issue, t.quantity.lower) for t in provided.terms if t.quantity is not None] == [("release", 50)]


def test_weapons_make_no_deal() -> None:
    told = "As part of the ceasefire conditions, Tarvian jets and troops will halt their operations."
    (_, provided) = moves_of(DEAL + told, "agree")[-1]
    assert {actor.name for actor in provided.by} == {"Tarvia", "Hill Front"}


def test_who_hesitates_has_neither_accepted_nor_refused() -> None:
    assert not moves_of(DEAL + "The Tarvian cabinet hesitated to approve the deal.", "accept", "reject")


def test_what_a_crowd_wants_of_somebody_he_has_not_asked() -> None:
    assert not moves_of(TALKS + "Marchers shouted for President Berg to call for a ceasefire.", "demand")


def test_aid_of_two_kinds_is_two_terms() -> None:
    ((_, move),) = moves_of(
        TALKS + "The truce deal promises an increase in humanitarian aid and fuel supplies.", "agree"
    )
    assert [term.item for term in move.terms] == ["humanitarian aid", "fuel supplies"]


def test_a_day_for_ten_captives_is_not_a_day_for_each() -> None:
    told = "The ceasefire can be extended by one day for each additional 10 hostages it frees."
    ((_, move),) = moves_of(TALKS + told, "extend")
    assert [(term.issue, term.per) for term in move.terms] == [("ceasefire", "10 hostages")]


def test_those_freed_in_exchange_are_let_go_too() -> None:
    told = "On May 12, three Danes and nine Norwegians were freed in exchange for 39 Serbs under the truce."
    ((_, move),) = moves_of(TALKS + told, "carry_out")
    assert {term.issue for term in move.terms} == {"release"}


def test_what_is_promised_behind_a_comma_gives_nothing_as_said() -> None:
    told = "As the army made clear after the deal was announced, the arrangement promises merely a lull in the war."
    found = [claim.attribution.chain for claim, _ in moves_of(TALKS + told)]
    assert all(source.name != "arrangement" for chain in found for source in chain)


def test_what_goes_on_is_not_on_the_word_of_who_calls_for_its_end() -> None:
    told = (
        "Groups in Tarvia have called for an end to the war as the war continued to escalate, with 1,200 people killed."
    )
    assert _claimants(told) == []
