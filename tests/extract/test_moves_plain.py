"""Moves in the plainest language of talks: what one says one will do, what another must, who is said by "the two sides"."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import read, read_all

# Text, an act it holds, and a maker (None: not asked).
FOUND = [
    ("The dockers' union wants 8 percent. The Harlow Port Authority said it would rebuild the canteen and repaint the quays.", "promise", "Harlow Port Authority"),
    ("The rebels want a ceasefire deal. Kordia said it would repair two bridges in the valley.", "promise", "Kordia"),
    ("The strike goes on. The council said strikers would go back to their posts on Monday.", "promise", None),
    ("Truce talks go on. Kordia said it would dismantle its camp once the rebels disarmed.", "offer", "Kordia"),
    ("In the talks the governor held out the prospect of an amnesty for the mutineers.", "offer", None),
    ("The bishop offered his services as an intermediary in the talks.", "mediate", None),
    ("Norway has put itself forward as host for the conference.", "mediate", "Norway"),
    ("The abbot helped bring the two factions together for talks.", "mediate", None),
    ("Envoys of both factions resumed work on Tuesday on a draft treaty.", "resume", None),
    ("Negotiations resume next Tuesday.", "resume", None),
    ("Objections from Norway held up the communique on Friday.", "reject", "Norway"),
    ("Talks on a peace deal stalled. Norway blocked the reference to whaling.", "reject", "Norway"),
    ("The bank said the union's claim was not affordable.", "reject", None),
    ("The ministry said there was no more money for the nurses' pay deal.", "reject", None),
    ("The plan to end the strike got a frosty reception from shop stewards.", "reject", None),
    ('"There was not enough in the draft deal for us to sign," the minister said.', "reject", None),
    ("The airline told pilots that salaries would have to come down by a tenth in the pay talks.", "demand", "The airline"),
    ("The minister said it was up to the rebels to make the next move in the talks.", "demand", None),
    ("The guild had gone into the pay talks asking for 7 percent.", "demand", "The guild"),
    ("Porters stopped work for a second day in support of a 9 percent pay rise.", "demand", None),
    ("Fishermen asked the tribunal to void the new quota.", "demand", None),
    ("The rebels say the hostages will go free only when the army leaves the valley.", "demand", "The rebels"),
    ("The foundry scrapped 80 of the 300 redundancies it announced in May, ending a strike.", "concede", "The foundry"),
    ("The airline backed away from compulsory redundancies in talks with the pilots.", "concede", "The airline"),
    ("The army halted its raids at the request of the truce mediators.", "accept", "The army"),
    ("Teachers back 4% pay deal by three to one", "accept", "Teachers"),
    ("Farm talks on rice quota delayed, says Oslo", "break_off", None),
    ("The truce, agreed on 3 May, has largely held.", "agree", None),
    ("The labour minister has spoken in favour of the pay increase.", "support", None),
    ("The guild's president is recommending that members vote yes to the pay deal.", "support", None),
    ("Cabin crew plan to strike over the Easter weekend.", "threaten", None),
    ("The teachers' union said it would challenge the pay deal in court.", "threaten", None),
    ("The largest bakers' union announced a 24-hour strike for Friday.", "threaten", "The largest bakers' union"),
    ("The strike's leaders said members would keep up their walkout until the ministry scraps the levy.", "threaten", None),
    ("The bakers' union said it would step up its action next week.", "threaten", "The bakers' union"),
    ("The ferry firm has settled a suit by its stewards for 12 million crowns.", "agree", "The ferry firm"),
    ("The boards of both breweries have approved the transaction.", "accept", None),
    ("The bakers' union has lifted its overtime ban.", "withdraw", "The bakers' union"),
    ("Norway's foreign minister stressed the need for a humanitarian pause.", "demand", None),
    ("The bakers' union is supportive of the pact, its chair said.", "support", None),
    ("Norway said it remained committed to the truce.", "promise", "Norway"),
    ("Norway welcomed the announcement that the truce talks would resume.", "support", "Norway"),
]  # fmt: skip

# Text and an act that it does not hold.
ABSENT = [
    ("Talks opened on Monday. The company said it would report its results in June.", "promise"),
    ("Talks opened on Monday. The union said it would study the offer.", "promise"),
    ("Talks opened on Monday. The company declined to say whether it would build the plant.", "promise"),
    ("Talks opened on Monday. Analysts said the company would raise its prices.", "promise"),
    ("The union said it would no longer guarantee emergency cover during the talks.", "promise"),
    ("Talks opened on Monday. The foundry said it would lay off 300 workers in May.", "promise"),
    ("Talks opened on Monday. Foundry to cut 300 jobs", "promise"),
    ("Talks opened on Monday. The minister said the rise would fuel inflation.", "promise"),
    ("Talks opened on Monday. The foundry complained of weak demand from shipyards.", "demand"),
    ("The bakers' union has lifted its overtime ban.", "concede"),
    ("Officials who were not authorised to discuss the truce talks spoke on Monday.", "accept"),
    ("Talks opened on Monday. The company is committed to quality.", "promise"),
    ("Parents pleaded with both sides to keep talking.", "meet"),
    ("The rebels raised the prospect of a new offensive at the talks.", "offer"),
    ("The minister told the talks that protesters had blocked the road.", "reject"),
]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all([*(text for text, _, _ in FOUND), *(text for text, _ in ABSENT)])


@pytest.mark.parametrize(("text", "act", "maker"), FOUND)
def test_a_plain_move_is_found(text: str, act: str, maker: str | None) -> None:
    """The act is claimed, by the one who makes it."""
    moves = [c.body for c in read(text) if isinstance(c.body, Move)]
    assert act in {m.act for m in moves}
    if maker is not None:
        names = {a.name.lower().removeprefix("the ") for m in moves if m.act == act for a in m.by}
        assert maker.lower().removeprefix("the ") in names


@pytest.mark.parametrize(("text", "act"), ABSENT)
def test_what_looks_like_a_move_is_none(text: str, act: str) -> None:
    """Plans, opinions and things left open bind nobody."""
    assert act not in {c.body.act for c in read(text) if isinstance(c.body, Move)}


def test_the_two_sides_are_the_parties_spoken_of_most() -> None:
    """Bystanders named in between are not meant."""
    text = (
        "Kordia and Tarvia held talks on fishing. Kordia wants half of the cod. Tarvia offered a third, and Kordia refused. "
        "Norland and Ostrava oppose any increase. The sides agreed to exchange catch data."
    )
    agreed = [c.body for c in read(text) if isinstance(c.body, Move) and c.body.act == "agree"]
    assert [{a.name for a in move.by} for move in agreed] == [{"Kordia", "Tarvia"}]


def test_what_is_yet_to_be_given_is_not_given() -> None:
    """ "Has yet to" denies."""
    claims = [c for c in read("The premier has yet to give his consent to the accord.") if isinstance(c.body, Move)]
    assert [(c.body.act, c.factuality.polarity) for c in claims if isinstance(c.body, Move)] == [("accept", "negative")]
