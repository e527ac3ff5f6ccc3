"""Offers, invitations, mediation, talks resumed and held, as newspapers tell them, and their look-alikes."""

from __future__ import annotations

__all__ = ["IDLE", "TOLD"]

# Text, act, who makes the move.
TOLD = [
    ("Quessar is ready to cut its steel quota by 10 percent.", "offer", ["Quessar"]),
    ("The airline said it was prepared to pay a bonus of 500 euros.", "offer", ["airline"]),
    ("Norvik said it could accept 2 percent in return for access to the port.", "offer", ["Norvik"]),
    ("The council hinted that it might lift the curfew.", "offer", ["council"]),
    ("The garrison is considering handing back the drone, negotiators said.", "offer", ["garrison"]),
    ("The growers would be content with a floor of 80 cents a pound.", "offer", ["growers"]),
    ('"We would reopen the border in return for our soldiers," the minister said.', "offer", ["minister"]),
    (
        "The premier told the province it could keep its own police if it handed back the refinery.",
        "offer",
        ["premier"],
    ),
    ("In exchange for the crude, negotiators said, Merou would forgo its claim to the tolls.", "offer", ["Merou"]),
    ("Quessar said it would cut duties on cars if Norvik relaxed its visa rules.", "offer", ["Quessar"]),
    ("A last-minute offer by the port authority averted the stoppage.", "offer", ["port authority"]),
    ("The board rejected the 22.25 dlr per share proposal of Tamworth Group.", "offer", ["Tamworth Group"]),
    ("Under the Swiss proposal, 20 detainees would be freed each week of the truce.", "offer", ["Switzerland"]),
    ("The draft foresees the withdrawal of 3,000 troops.", "offer", []),
    ("The takeover bid values the brewer at 3.4 billion euros.", "offer", []),
    ("Under the offer, workers would get a raise of 4 percent this year.", "offer", []),
    ("The lender had been offered 1.47 mln euros for its stake.", "offer", []),
    ("Investor Carl Moss has offered 14 dollars a share for the retailer.", "offer", ["Carl Moss"]),
    ("The delegates have suggested a truce of 90 days.", "offer", ["delegates"]),
    ("The mediators sent both sides a draft agreement on Monday.", "offer", ["mediators"]),
    ("Both governments have received a new draft from the mediators.", "offer", ["mediators"]),
    ("The firm has made an unsolicited approach to its smaller rival over a takeover.", "offer", ["firm"]),
    ("The treasury has sounded out its lenders on a moratorium.", "offer", ["treasury"]),
    ("The raider said it may bid for the chain.", "offer", ["raider"]),
    ("Miner ups offer to 850 pence a share", "offer", ["Miner"]),
    ("The truce will last for six months, as the envoy proposed.", "offer", ["envoy"]),
    ("Both sides have exchanged proposals on the return of prisoners.", "offer", ["Both sides"]),
    ("The president renewed his offer of direct talks with the guerrillas.", "offer", ["president"]),
    ("They have offered Pontavia a two-year grace period in the debt talks.", "offer", []),
    ("The UN envoy extended an invitation to the rebels.", "invite", ["UN envoy"]),
    ("The mediator suggested that they meet in Oslo before the month is out.", "invite", ["mediator"]),
    ("The prefect has called a crisis meeting for Wednesday.", "invite", ["prefect"]),
    ("Quessar and Tarvia have been mediating between Norvik and Ardmore.", "mediate", ["Quessar", "Tarvia"]),
    ("Kuwaiti mediation led to the release of 12 fishermen.", "mediate", ["Kuwait"]),
    ("Peace talks to restart in Tessin", "resume", []),
    ("The minister flew to Tessin for talks with the rebels.", "meet", ["minister", "rebels"]),
    ("The foreign minister met his Tarvian counterpart in Lomar.", "meet", ["foreign minister", "Tarvian counterpart"]),
    ("The leaders spoke by telephone for 40 minutes about the truce.", "meet", ["leaders"]),
    ("Trade ministers gathered in Lomar to discuss fishing subsidies.", "meet", ["Trade ministers"]),
]

# Text, act that it does not hold.
IDLE = [
    ("She received a job offer from a firm in Leeds.", "offer"),
    ("He made a bid for the leadership of the union in 2019.", "offer"),
    ("Proposals for the new library must be submitted by June.", "offer"),
    ("As dealers offered stock freely, the bid for the mill lapsed.", "offer"),
    ("The council indicated it might back the pause.", "offer"),
    ("The union countered with a demand for 8 percent.", "offer"),
    ("Management would neither confirm nor deny that it had sounded out a second union about a deal.", "offer"),
    ("A frigate fired warning shots as the two nations prepared to renew cod talks.", "offer"),
    ("The president renewed his offer of direct talks with the guerrillas.", "meet"),
    ("They have offered Pontavia a two-year grace period in the debt talks.", "extend"),
    ("Tarvia offered to host talks between the two neighbours.", "meet"),
    ("Quessar said it would cut duties on cars if Norvik relaxed its visa rules.", "threaten"),
    ("The minister apologised, arriving late for the morning session.", "meet"),
]
