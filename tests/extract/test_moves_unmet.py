"""Moves whose complement stands elsewhere, is of no class of words, or belongs to a turn of phrase; headlines' lost verbs."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import read, read_all

TALKS = "Peace talks between Kordia and the Hill Front went on in Lome. "

# Text, an act it holds, and its maker (None: not asked).
FOUND = [
    # One noun behind two verbs or prepositions.
    ("Norland and Tarvia insisted on, and got, a clause protecting their fishermen.", "demand", "Norland"),
    ("The pilots asked for, but did not get, a cut in flying hours.", "demand", None),
    ("The guild voted for, and later against, the pay deal.", "accept", None),
    # Prepositions whose noun stands before them.
    ("The truce gave the garrison the safe passage it had been calling for since the winter.", "demand", None),
    # Verbs that are never passive.
    ("The central bank, which holds the bonds, sided with the dockers; its governor left.", "support", None),
    ("Officials from Kareth and from its two partners conferred in Riga on the pay deal.", "meet", None),
    # What is judged.
    ('The guild\'s leader, Anna Berg, calls that "an insult".', "reject", "Anna Berg"),
    ("A delegate described the plan as a non-starter.", "reject", None),
    ('Dismissing as "a bad joke" the latest proposal, the union called a strike.', "reject", None),
    # Headlines.
    ("Airline sweetens pay offer", "offer", "Airline"),
    ("Kordia pledges aid to rebels", "promise", "Kordia"),
    ("Kordia okays truce", "accept", "Kordia"),
    ("Treasury blinks first in teachers row", "concede", "Treasury"),
    ("Rail strike ends as Northline improves offer", "offer", "Northline"),
    ("Kordia, Tarsk bury hatchet over river", "agree", None),
    ("Teachers, ministry meet halfway on class sizes", "agree", None),
    ("Sorland digs heels in over cod", "reject", "Sorland"),
    # Turns of phrase.
    ("The first bidder would go as high as 30 dollars a share.", "offer", None),
    ("A plea for 900 crowns a tonne came to nothing; the buyers countered with 620.", "offer", None),
    ("The millers applied to the bank for 40 million dollars.", "demand", None),
    ("The general laid down that no minister could stand.", "demand", None),
    ("Holders of most of the notes have signed up to the exchange.", "accept", None),
    ("The sisters had come round to selling the mill.", "accept", None),
    ("Parliament swallowed the pension freeze by 122 votes to 118.", "accept", None),
    ("One by one the unions came on board.", "accept", None),
    ("A demand from the vineyard hands for clean water was met by the estate.", "accept", None),
    ("Norland used its veto on Friday.", "reject", "Norland"),
    ("The king sent the paper back unsigned.", "reject", None),
    ("The council would have none of it.", "reject", None),
    ("The governor closed the door to more.", "reject", None),
    ("The bank saw no reason for one.", "reject", None),
    ("The union will not look at anything below 15 dollars.", "reject", None),
    ("The board rebuffed the suitor.", "reject", None),
    ("The kidnappers have lowered their price to 250,000 dollars.", "concede", None),
    ("The captors have come down from 3 million dollars to 2 million.", "concede", None),
    ("The state backs away from the two-tier plan.", "withdraw", None),
    ("The ministry has shelved the tariff it threatened.", "withdraw", None),
    ("Members threw their weight behind the bottlers.", "support", None),
    ("The ministry came out against a naval escort.", "support", None),
    ("The agency has come down on the side of the dissidents.", "support", None),
    ("The union is opposed to any sale of land.", "support", None),
    ("Norland hosts the two camps.", "mediate", "Norland"),
    ("Ada Solheim has carried papers between the governments for months.", "mediate", "Ada Solheim"),
    ("The two chairmen were closeted for nine hours at a hotel.", "meet", None),
    ("The Front threatened the delta with a cut in supplies.", "threaten", None),
    # Verbs whose own meaning is the act.
    ("The Front brushed off the remark.", "reject", "Hill Front"),
    ("The Front consented to a search of its trucks.", "accept", "Hill Front"),
    ("Kordia rescinded the order.", "withdraw", "Kordia"),
]  # fmt: skip

# Text, and an act it does not hold.
ABSENT = [
    ("The airline cut its price on long routes.", "concede"),
    ("The chairman has no problem with his knee.", "accept"),
    ("Passengers signed up to the newsletter.", "accept"),
    ("The minister closed the door to his office.", "reject"),
    ("The children swallowed the soup.", "accept"),
    ("The firm will not look at the old files.", "reject"),
    ("The lamps blinked first at six.", "concede"),
    ("The train pulled out at nine.", "withdraw"),
    ("The troops came on board the ferry.", "accept"),
    ("Farmers apply for permits every year.", "demand"),
    ("The airline's spokesman was on board.", "accept"),
    ("The prices, agreed in May, have held.", "concede"),
    ("Kordia says Tarsk broke truce", "accept"),
    ("Aid agencies called for the army to rescind its order.", "withdraw"),
    ("The Front has no qualms about killing civilians.", "accept"),
    ("The raid aimed to force the villagers to agree to its dictates.", "accept"),
    ("Its chief, who is thought to be hiding from the offensive, spoke on the radio.", "reject"),
    ("Newsletter Sign Up", "accept"),
    ("A clerk swore the tram had tilted.", "promise"),
    ("The clerk brushed off the dust.", "reject"),
    ("The mayor volunteers at a kitchen.", "offer"),
    ("The crowd came out in spite of the cold.", "support"),
    ("Sales came down from 3 million dollars to 2 million.", "concede"),
    ("The novel, told as a joke, sold well.", "reject"),
    ("The council saw no need for umbrellas last week.", "accept"),
]  # fmt: skip


def _text(words: str) -> str:
    """A headline stands alone; a sentence stands in a report on talks."""
    return TALKS + words if words.endswith(".") else words


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    read_all(_text(text) for text in (*(row[0] for row in FOUND), *(row[0] for row in ABSENT)))


def _moves(words: str) -> list[Move]:
    return [claim.body for claim in read(_text(words)) if isinstance(claim.body, Move)]


@pytest.mark.parametrize(("words", "act", "maker"), FOUND, ids=lambda value: str(value)[:40])
def test_the_act_is_found_with_its_maker(words: str, act: str, maker: str | None) -> None:
    moves = _moves(words)
    fitting = [move for move in moves if move.act == act]
    assert fitting, [(move.act, [actor.name for actor in move.by]) for move in moves]
    if maker is not None:
        assert any(maker in (actor.name, actor.acts_for) for move in fitting for actor in move.by)


@pytest.mark.parametrize(("words", "act"), ABSENT, ids=lambda value: str(value)[:40])
def test_look_alikes_are_none_of_these_acts(words: str, act: str) -> None:
    assert act not in {move.act for move in _moves(words)}
