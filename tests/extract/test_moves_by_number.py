"""Moves told by bare numbers, beside an offer, in answer to an invitation, and what is denied or only told beside a denial."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import move_of, moves_of, read_all

RATIO = "Talks on a swap went on. The Front demanded five prisoners for each hostage. "
PAY = "The guild asked for a rise of 9 per cent and the yard offered 3. "
ASKED = "The mediator invited both sides to talks in Lome. "

# Text, maker, new number, the one before, and what it is per.
MOVED = [
    (f"{RATIO}The Front has come down from five to four.", "Front", 4, 5, "hostage"),
    (f"{RATIO}Kessia has moved from one to two.", "Kessia", 2, 1, "hostage"),
    (f"{PAY}The yard has moved from 3 to 4.", "yard", 4, 3, None),
]
NO_CONCESSIONS = [
    "The company offered to keep 300 jobs. The union's team has gone from five to three.",
    "The club rejected the offer. The club has moved from fourth to second.",
    f"{RATIO}The queue has moved from five to four.",
]
# An offer or demand, and the issues and lower bounds of its terms.
ADDED = [
    ("The union demanded a rise of 6 percent and threw in a lump sum of 300 pounds.", {("pay", 6), ("payment", 300)}),
    ("The bank raised its offer to 30 dollars a share and threw in a dividend of 2 dollars.", {("price", 30), ("price", 2)}),
]  # fmt: skip
COMING = [
    (f"{ASKED}The guild said it would attend.", "accept"),
    (f"{ASKED}The rebels will take part.", "accept"),
    (f"{ASKED}Kordia said it would send a delegation.", "accept"),
    (f"{ASKED}Kordia said it would not attend.", "reject"),
]
NOT_COMING = [
    f"{ASKED}The guild said it would attend a funeral.",
    f"{ASKED}The mediator said she would attend.",
    f"{ASKED}The guild would join the strike.",
    "The rebels spoke on Monday. The guild said it would attend.",
]
# Text, the trigger's first word or words, and whether it is so.
DENIED = [
    ("The Front denied that it had signed a pact, after the radio said a deal had been struck.", "struck", True),
    ("The Front denied that it had signed a pact, after the radio said a deal had been struck.", "signed", False),
    ("The firm denied reports it had accepted the offer.", "accepted", False),
    ("The firm denied that it had accepted the offer because the talks had collapsed.", "collapsed", True),
    ("The firm denied it would accept the offer made in May.", "accept", False),
]
# Text, what is taken back.
TAKEN_BACK = [
    ("Kordia has withdrawn its demand to see a list of the living before the guns fall silent.", "list of the living"),
    ("The firm withdrew its offer to build a second plant.", "second plant"),
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    tables = (MOVED, ADDED, COMING, DENIED, TAKEN_BACK)
    read_all([*(row[0] for table in tables for row in table), *NO_CONCESSIONS, *NOT_COMING])


@pytest.mark.parametrize(("text", "by", "now", "before", "per"), MOVED, ids=[row[0] for row in MOVED])
def test_a_side_gives_ground_by_numbers_alone(text: str, by: str, now: float, before: float, per: str | None) -> None:
    (_, move) = moves_of(text, "concede")[-1]
    term = move.terms[0]
    assert ([actor.name for actor in move.by], term.per) == ([by], per)
    assert term.quantity is not None
    assert term.previous is not None
    assert (term.quantity.lower, term.previous.lower) == (now, before)


@pytest.mark.parametrize("text", NO_CONCESSIONS)
def test_other_steps_are_no_concessions(text: str) -> None:
    assert moves_of(text, "concede") == []


@pytest.mark.parametrize(("text", "terms"), ADDED, ids=[row[0] for row in ADDED])
def test_what_is_added_to_an_offer_is_of_it(text: str, terms: set[tuple[str, float]]) -> None:
    (_, move) = moves_of(text, "offer", "demand")[0]
    assert {(t.issue, t.quantity.lower) for t in move.terms if t.quantity is not None} == terms


@pytest.mark.parametrize(("text", "act"), COMING, ids=[row[0] for row in COMING])
def test_who_says_it_will_come_answers_the_invitation(text: str, act: str) -> None:
    assert [m.act for _, m in moves_of(text)] == ["invite", act]


@pytest.mark.parametrize("text", NOT_COMING)
def test_coming_to_something_else_accepts_nothing(text: str) -> None:
    assert moves_of(text, "accept") == []


@pytest.mark.parametrize(("text", "word", "so"), DENIED, ids=[f"{row[1]}: {row[0]}" for row in DENIED])
def test_a_denial_is_of_what_is_said_to_be_untrue_alone(text: str, word: str, so: bool) -> None:
    found = [c for c, _ in moves_of(text) if c.mentions[0].trigger.of(text).endswith(word)]
    assert [c.factuality.polarity for c in found] == ["positive" if so else "negative"]


@pytest.mark.parametrize(("text", "item"), TAKEN_BACK, ids=[row[0] for row in TAKEN_BACK])
def test_what_was_asked_or_offered_before_is_taken_back(text: str, item: str) -> None:
    _, move = move_of(text, "withdraw")
    assert [term.item for term in move.terms] == [item]


def test_a_ruling_tells_what_is_not_to_be_and_sets_no_day_by_it() -> None:
    text = (
        "The arbitrator ruled that pay should rise by 3 per cent and that there should be no redundancies before March."
    )
    _, move = move_of(text, "rule")
    assert [(t.issue, t.negated) for t in move.terms] == [("pay", False), ("jobs", True)]
    assert move.deadline is None


def test_a_truce_beside_a_ratio_is_not_per_captive() -> None:
    text = "The envoy proposes an eight-day truce and the release of two prisoners for every captive."
    _, move = move_of(text, "offer")
    assert {t.issue: t.per for t in move.terms} == {"ceasefire": None, "release": "captive"}


def test_a_bare_verb_that_the_parser_takes_for_a_noun_is_asked() -> None:
    text = "Peace talks went on in Lome. Kordia insists that the garrison disarm before May."
    (_, move) = moves_of(text, "demand")[0]
    assert [t.issue for t in move.terms] == ["disarmament"]


def test_a_text_that_somebody_brings_to_the_table_is_theirs_unless_told_otherwise() -> None:
    own = "The envoy, Ada Berg, brought a revised text that proposes a truce of eight days."
    theirs = "The envoy brought a proposal from the rebels that calls for a three-day truce."
    assert [a.name for _, m in moves_of(own, "offer") for a in m.by] == ["Ada Berg"]
    assert [a.name for _, m in moves_of(theirs, "offer", "demand") for a in m.by] == ["rebels"]


def test_whoever_is_told_something_by_a_party_takes_no_part() -> None:
    (_, move) = moves_of('"There is no agreement," the Front\'s spokesman, Abel Noor, told reporters.', "agree")[0]
    assert isinstance(move, Move)
    assert move.by == ()


# A limit on something: the issue of the term, and its bounds.
LIMITS = [
    ("The union demanded a ceiling of 25 on compulsory redundancies.", "jobs", 0, 25),
    ("The ministry accepted a cap of 5 per cent on pay rises.", "pay", 0, 5),
    ("The union demanded a rise of 7 pct and a limit of 25 on redundancies.", "jobs", 0, 25),
    ("Exporters proposed a quota ceiling of 400,000 bags.", "quota", 400_000, 400_000),
]


@pytest.mark.parametrize(("text", "issue", "lower", "upper"), LIMITS, ids=[row[0] for row in LIMITS])
def test_a_ceiling_on_a_thing_is_one_term_on_it(text: str, issue: str, lower: float, upper: float) -> None:
    terms = [t for _, m in moves_of(text) for t in m.terms if t.issue == issue]
    assert [(t.quantity.lower, t.quantity.upper) for t in terms if t.quantity] == [(lower, upper)]
    assert {t.issue for _, m in moves_of(text) for t in m.terms} <= {issue, "pay"}


def test_who_is_offered_less_than_was_asked_for_has_asked() -> None:
    text = "The drivers walked out after the depot offered them less than half the pay rise they asked for."
    assert [a.name for _, m in moves_of(text, "demand") for a in m.by] == ["drivers"]


NOTHING_DONE = [
    ("They want ten days to dig in, the minister said at the truce talks.", "reject"),
    ("Talks went on. The minister's deadline for a list of captives passed without one.", "mediate"),
    # What members of one side do among themselves is no meeting of the talks.
    ("At a meeting in the guildhall the members of the union voted for the award.", "meet"),
    ("After a meeting on Friday dockers rejected the offer.", "meet"),
]


@pytest.mark.parametrize(("text", "act"), NOTHING_DONE)
def test_turns_of_phrase_that_do_nothing(text: str, act: str) -> None:
    assert moves_of(text, act) == []


def test_what_another_says_in_the_same_breath_is_no_term() -> None:
    text = "Talks on 200 aid trucks go on. Eleven captives have been freed under the deal, and the army says 75 are still held."
    terms = [t for _, m in moves_of(text, "carry_out") for t in m.terms]
    assert [t.quantity.lower for t in terms if t.quantity] == [11]


def test_members_of_both_sides_meet_in_talks() -> None:
    text = "After a meeting with the ministry on Friday the members of the council rejected the offer."
    assert len(moves_of(text, "meet")) == 1
