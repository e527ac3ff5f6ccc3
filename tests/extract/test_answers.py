"""Answers, deals, rulings, talks and what becomes of a deal: one act for each sentence, and sentences that have none."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import read, read_all

FOUND = {
    "accept": [
        "Creditors signed up to a 40 per cent haircut.",
        "Dockers at three ports have said yes to the new rota.",
        "Norland has given its consent to the deployment of observers.",
        "Two of the largest unions accepted.",
        "Board okays revised merger terms",
    ],
    "reject": [
        "Ardmore shot down the suggestion that it might cede the islet.",
        "The crew's representatives would not countenance any cut in overtime.",
        "Two of the largest unions have refused.",
        "Growers turned up their noses at the reference price.",
        "Tarvia will not lift the blockade, its president said.",
        '"We will never give up a single village," the commander said.',
        "The bank said it would not take part in the rescue.",
        "Pilots at Norwest Air voted down the company's latest pay proposal.",
        "Tessaro rejects sweetened bid",
        "Offer turned down by miners",
    ],
    "agree": [
        "Harwell has agreed to buy rival Tessaro for 1.2 billion pounds.",
        "Tessaro has agreed to be taken over by Harwell.",
        "The two airlines have signed a letter of intent to pool their routes.",
        "The company and its creditors are on the verge of a settlement.",
        "Both sides put their names to a memorandum of understanding.",
        "An accord is within reach, diplomats said.",
        "Pellonia, Toland initial fishing pact after all-night session",
        "Ostland agreed with its creditors to repay the loan by June.",
    ],
    "support": [
        "Backed by the farmers, the ministry put forward a lower quota.",
        "The farmers' lobby has lined up behind the tariff.",
        "Tessaro's board recommended that shareholders accept the offer.",
        "The Students' League sided with the federation.",
    ],
    "rule": [
        "The competition authority gave conditional clearance to Harwell's purchase of Tessaro.",
        "The regulator waved through the takeover.",
        "Ordered by the labour court to return to work, the pilots said they would appeal.",
        "The tribunal dismissed the airline's claim for damages.",
        "The arbitrator came down on the side of the firefighters.",
        "A federal judge is expected to rule next week.",
        "Harwell deal cleared by EU",
    ],
    "accuse": [
        "Norland accused Ardmore of shelling a border village.",
        "The union said the company had reneged on its promise to rehire 40 cleaners.",
    ],
    "meet": [
        "Tarvia, creditors in talks on debt swap",
        "The two envoys will see each other on Monday.",
    ],
    "mediate": [
        "The offer was conveyed by a Swiss envoy.",
        "Turkish mediators shuttled between the two delegations all night.",
        "Switzerland is acting as go-between.",
    ],
    "break_off": [
        "Harwell and Tessaro have scrapped their planned merger.",
        "Harwell walked away from its planned merger with Tessaro.",
        "Ministers parted without a result.",
        "Postal pay talks founder on night shifts",
        "Kessia recalled its negotiators.",
    ],
    "resume": ["Delegates reconvened on Tuesday after a two-week recess."],
    "extend": [
        "Truce extended by a week",
        "Lenders give Tarvia more time",
        "Harwell extended its tender offer for Tessaro to July 15.",
    ],
    "carry_out": [
        "The first tranche of the loan was disbursed in April.",
        "The airline complied with the tribunal's award.",
    ],
    "breach": [
        "Tarvia failed to make a payment due on Monday.",
        "Ostland misses 40 million dollar coupon",
        "The exporter overshot its quota.",
        "The haulier broke a clause of the contract.",
    ],
}
NONE = [
    "The bank declined to comment.",
    "An aide would neither confirm nor rule out that he had resigned.",
    "Police refused to name the victim.",
    "Judges sentenced the smuggler to nine years in prison.",
    "Prosecutors accused the mayor of taking bribes.",
    "The firm failed to pay attention to the warnings.",
    "The army will not release casualty figures.",
    "The two leaders shook hands for the cameras.",
    "Tenor Ewan Marr turned down two encores.",
    "The bishop accepted a bouquet from the children.",
    "Traders exchanged contracts worth 3 million dollars.",
    "The judge adjourned the hearing until Friday.",
    "The minister met reporters at the airport.",
]
ROWS = [(act, text) for act, texts in FOUND.items() for text in texts]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    read_all([text for _, text in ROWS] + NONE)


@pytest.mark.parametrize(("act", "text"), ROWS)
def test_the_act_is_found_once(act: str, text: str) -> None:
    acts: list[str] = [claim.body.act for claim in read(text) if isinstance(claim.body, Move)]
    assert acts.count(act) == 1, acts


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_claimed(text: str) -> None:
    assert [claim.rule for claim in read(text)] == []


def test_what_is_refused_is_refused_and_not_denied() -> None:
    refusals = ["Tarvia will not lift the blockade, its president said.", "Trenton is not for sale, its board said."]
    for text in refusals:
        assert [(c.body.act, c.factuality.polarity) for c in read(text) if isinstance(c.body, Move)] == [
            ("reject", "positive")
        ]


def test_what_is_near_is_only_probable() -> None:
    (claim,) = read("The company and its creditors are close to a settlement.")
    assert claim.factuality.certainty == "probable"


def test_a_consent_that_is_sought_is_not_given() -> None:
    assert all(
        not (isinstance(c.body, Move) and c.body.act == "accept")
        for c in read("Harwell sold six shops to win the regulator's approval of the merger.")
    )
