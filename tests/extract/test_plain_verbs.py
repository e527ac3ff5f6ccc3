"""Verbs whose own meaning is the act; nouns that tell a move of their own beside its answer; makers nobody names."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import moves_of, read, read_all

TALKS = "Peace talks between Kordia and the Hill Front went on in Lome. "

# Text after a sentence on talks, an act it holds, and its maker (None: not asked).
FOUND = [
    ("The Front's commanders spurned the gesture.", "reject", None),
    ("Kordia's water minister, Ilka Danner, refused the seat.", "reject", "Ilka Danner"),
    ("The Front refused to give up any of its hills.", "reject", "Hill Front"),
    ("The mediator, Ursula Graf, promised a new version by noon.", "promise", "Ursula Graf"),
    ("Kordia pledged safe conduct for the drivers.", "promise", "Kordia"),
    ("The Front had asked for an international ruling.", "demand", "Hill Front"),
    ("Ines Tal begged both armies for one quiet night.", "demand", "Ines Tal"),
    ("Perl accepted on the spot for sixty of them.", "accept", None),
    ("Kordia's plea to the Front for more time was turned down within the hour.", "demand", "Kordia"),
    ("Kordia has now given in to the Front's demand for a 40-day pause.", "demand", "Hill Front"),
    ("The governor reneged on his pledge to spare the exchange.", "promise", None),
    ("The Front will release 50 hostages in exchange for 150 prisoners.?", "promise", "Hill Front"),
    ("It asks for a pause of six hours instead.", "demand", None),
    ("Kordia wants a longer calendar and shorter queues.", "demand", "Kordia"),
    ("Kordia wants the archive to be opened within a year.", "demand", "Kordia"),
    ("The Front called on Kordia to spare the orchards.", "demand", "Hill Front"),
    ("Kordia welcomed the gesture.", "support", "Kordia"),
    ("Kordia's opposition criticised the gesture.", "support", None),
    ("The Front declined to open its archive.", "reject", "Hill Front"),
    ("Kordia assured the Front that the wells would stay open.", "promise", "Kordia"),
    ("The Front said it would not negotiate under fire.", "reject", "Hill Front"),
    ("Kordia would not attend the session in May.", "reject", "Kordia"),
    ("Kordia's foreign minister will not meet the Front.", "reject", None),
    ("Kordia said the claim was still too high.", "reject", "Kordia"),
    ("The Front cut its demand to 40 trucks a day, but Kordia said it was still too high.", "reject", "Kordia"),
    ("The Front proposed a two-day pause, which Kordia said was insufficient.", "reject", "Kordia"),
    ("Kordia's envoy called the Front's answer an insult.", "reject", None),
    ("The dockers' union announced two more days of strikes.", "threaten", "dockers' union"),
    ("The Front's leader said the offer was too vague.", "reject", None),
    ("Kordia raised its offer but would not go further.", "reject", "Kordia"),
    ("Kordia could not go beyond 40 trucks a day, its minister said.", "reject", "Kordia"),
    ("Kordia cannot afford a rise of 8 percent, its minister said.", "reject", "Kordia"),
    ("For a third night the envoy shuttled between the two camps.", "mediate", None),
]

# Text after a sentence on talks, and an act it does not hold.
ABSENT = [
    ("Economists urged caution.", "demand"),
    ("The lake was full after the storm, which fishermen said was insufficient warning.", "reject"),
    ("An official, who asked not to be named, spoke of progress.", "demand"),
    ("The firm took back the workers it had dismissed in May.", "reject"),
    ("If Kordia spurned the gesture, nobody would be surprised.", "reject"),
    ("Kordia condemned the shelling of the port.", "support"),
    ("Nobody knew whether the Front would promise anything.", "promise"),
    ("Envoys urged Kordia to accept.", "accept"),
    ("Kordia made a demand for a 40-day pause.", "offer"),
    ("The lift offers a view of the bay.", "offer"),
    ("The trust refused to comment.", "reject"),
    ("The union insisted the barriers were secure.", "demand"),
    ("The minister offered thoughts and prayers to the families.", "offer"),
    ("All sides agree though that the issue is one of land.", "agree"),
    ("The minister said the river was too high for boats.", "reject"),
    ("The fire did not go further than the river.", "reject"),
    ("Many families cannot afford bread.", "reject"),
    ("The offer was not too low, Kordia said.", "reject"),
    ("The widow wants a larger garden.", "demand"),
    ("The Front declined to comment.", "reject"),
    ("Kordia welcomed the guests.", "support"),
    ("The two sides will not meet again before May.", "reject"),
    ("The delegates did not attend the concert.", "reject"),
    ("Kordia wants to open a second road.", "demand"),
    ("Outrage may force the government to agree to a ceasefire.", "agree"),
    ("Outrage may force the government to accept a ceasefire.", "accept"),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    read_all(TALKS + text for text in (*(row[0] for row in FOUND), *(row[0] for row in ABSENT)))


@pytest.mark.parametrize(("text", "act", "maker"), FOUND, ids=lambda value: str(value)[:40])
def test_the_act_is_found_with_its_maker(text: str, act: str, maker: str | None) -> None:
    moves = [claim.body for claim in read(TALKS + text) if isinstance(claim.body, Move)]
    fitting = [move for move in moves if move.act == act]
    assert fitting, [(move.act, [actor.name for actor in move.by]) for move in moves]
    if maker is not None:
        assert any(maker in (actor.name, actor.acts_for) for move in fitting for actor in move.by)


@pytest.mark.parametrize(("text", "act"), ABSENT, ids=lambda value: str(value)[:40])
def test_the_act_is_not_claimed(text: str, act: str) -> None:
    assert act not in {claim.body.act for claim in read(TALKS + text) if isinstance(claim.body, Move)}


def test_verbs_without_a_dispute_make_no_act() -> None:
    assert not read("The widow accepted a folded flag, and the guide promised dolphins.")


def test_a_demand_made_by_a_verb_is_one_move() -> None:
    acts = [move.act for _, move in moves_of(TALKS + "Kordia made a demand for a 40-day pause.")]
    assert acts.count("demand") == 1
