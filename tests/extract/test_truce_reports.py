"""Deals on captives and truces as newspapers tell them: whose the deal is, what it holds, and what is no move at all."""

from __future__ import annotations

import pytest

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
