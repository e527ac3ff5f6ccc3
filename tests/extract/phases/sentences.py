"""Sentences that tell how an agreement stands, with what is to be read of them, and sentences that do not."""

from __future__ import annotations

from typing import Any

__all__ = ["NONE", "REPORTS", "TOLD"]

# Published on 2025-05-16, a Friday.
TOLD: list[tuple[str, dict[str, Any]]] = [
    ("The ceasefire took effect at dawn on Tuesday.", {"status": "in_force", "starts": "2025-05-13", "tense": "past"}),
    ("The ceasefire will take effect at 0700 local time on Sunday and last until June 2, the envoys said.",
     {"status": "agreed", "starts": "2025-05-18", "ends": "2025-06-02", "tense": "planned"}),
    ("The exchange of fishermen is not due to start until May 20.", {"status": "not_started", "starts": "2025-05-20", "ends": None}),
    ("There was no agreement on the second phase of the truce.", {"status": "unresolved", "number": 2}),
    ("Talks on a third phase of the accord have stalled.", {"status": "unresolved", "number": 3, "agreement": "accord"}),
    ("A fragile truce was holding along the river.", {"status": "in_force", "agreement": "fragile truce"}),
    ("The truce has largely held despite sporadic shooting.", {"status": "in_force"}),
    ("Talks opened on a new accord, to replace the current one which runs out on June 30.",
     {"status": "in_force", "agreement": "current accord", "ends": "2025-06-30"}),
    ("Growers who signed the International Sugar Agreement (ISA) said the ISA will expire on June 30.",
     {"status": "in_force", "agreement": "ISA", "ends": "2025-06-30"}),
    ("The week-long truce expired on Thursday morning.", {"status": "completed", "ends": "2025-05-15"}),
    ("The ceasefire entered its second week on Monday.", {"status": "in_force"}),
    ("Phase two of the withdrawal is due to start on June 3.",
     {"status": "not_started", "number": 2, "starts": "2025-06-03", "tense": "planned", "agreement": "withdrawal"}),
    ("The second phase of the ceasefire has yet to begin.",
     {"status": "not_started", "number": 2, "agreement": "ceasefire", "polarity": "positive"}),
    ("The second tranche of the bailout has been frozen since March.",
     {"status": "suspended", "number": 2, "agreement": "bailout", "starts": "2025-03"}),
    ("The pact, signed in 2019, expires at the end of the year.", {"status": "in_force", "tense": "planned"}),
    ("The agreement will come into force on 1 July.",
     {"status": "agreed", "starts": "2025-07-01", "tense": "planned"}),
    ("The steel accord lapsed last month and has not been renewed.", {"status": "completed"}),
    ("The peace deal fell apart within weeks.", {"status": "collapsed", "agreement": "peace deal"}),
    ("After the collapse of the truce in March, shelling resumed.", {"status": "collapsed", "ends": "2025-03"}),
    ("The first stage of the settlement has been carried out.", {"status": "completed", "number": 1}),
    ("The first of the three stages, covering coal, was completed in April.",
     {"status": "completed", "number": 1, "of": 3, "ends": "2025-04"}),
    ("Stage two, which foresees the return of 300 miners, was put on hold on Wednesday.",
     {"status": "suspended", "number": 2}),
    ("Truce in tatters as shelling resumes", {"status": "collapsed"}),
    ("Ceasefire takes hold in northern valley", {"status": "in_force"}),
    ("Grain deal expires as talks stall", {"status": "completed", "agreement": "Grain deal"}),
    ("The deal is dead, the minister said.", {"status": "collapsed"}),
    ("The accord is still in force, officials said.", {"status": "in_force"}),
    ("The lockout agreement remains in place until the end of June.", {"status": "in_force", "ends": "2025-06-30"}),
    ("The final phase of the deal is still under negotiation.", {"status": "unresolved", "agreement": "deal"}),
    ("The third phase has not been agreed.", {"status": "unresolved", "number": 3}),
    ("The ceasefire never took effect.", {"status": "not_started"}),
    ("The truce did not hold for more than an hour.", {"status": "collapsed"}),
    ("The agreement failed to take effect.", {"status": "not_started"}),
    ("The treaty, which entered into force in 1998, bans all mines.", {"status": "in_force", "starts": "1998"}),
    ("The pay deal, now in its second year, covers 4,000 nurses.", {"status": "in_force"}),
    ("The 42-day first phase of the agreement ended in March.",
     {"status": "completed", "number": 1, "ends": "2025-03"}),
    ("Three days into the lull, sniper fire was heard.", {"status": "in_force", "agreement": "lull"}),
    ("The coffee export quotas have been suspended since February.",
     {"status": "suspended", "agreement": "coffee export quotas"}),
    ("The standstill between the two banks broke down on Thursday.", {"status": "collapsed"}),
    ("The ceasefire appears to be holding.", {"status": "in_force"}),
    ("The armistice began to unravel on Sunday.", {"status": "collapsed", "tense": "past"}),
    ("The rescue package has been approved but is not yet in force.", {"status": "not_started"}),
    ("The border has been quiet since the ceasefire.", {"status": "in_force"}),
    ("The unresolved second stage worries the mediators.", {"status": "unresolved", "number": 2}),
    ("The last stage of the plan was postponed indefinitely.", {"status": "suspended", "agreement": "plan"}),
    ("Phase one is over, the envoy said.", {"status": "completed", "number": 1}),
]  # fmt: skip

NONE = [
    "Deals on the release of captives remain uncertain, and the shelling went on.",
    "Two earlier rounds of talks between cocoa growers and roasters for a new four-year accord ended without agreement.",
    "If the truce collapses, aid deliveries will stop.",
    "They demanded that the ceasefire begin on Monday.",
    "The union wants the agreement extended until December.",
    "Hopes of a truce faded.",
    "The army will leave the valley after the ceasefire is implemented.",
    "The envoys will discuss a more prolonged ceasefire with the rebels.",
    "The release of ten more captives would bring one additional day of truce.",
    "Talks on the second round of tariffs have stalled.",
    "No deal was reached.",
    "The mediators fear that the truce could collapse.",
    "The deal ended a six-week strike.",
    "The concert deal was a success.",
    "The second half ended without a goal.",
    "The second phase of the trial was widely reported.",
    "Will the ceasefire hold?",
    "The parties hope the truce will hold.",
]

# Whole little reports: the phases by number, with the status and how often it is told.
REPORTS: list[tuple[str, list[tuple[int | None, str, int]]]] = [
    (
        "Ceasefire in the delta\n\nThe ceasefire in the delta came into force on 3 March. It has two phases of 40 days each. The "
        "first ended on 12 April with the return of 60 fishermen. The second has yet to begin.\n\nThe army and the rebels met "
        "on Monday. The second phase has still not started, the army said.",
        [(None, "in_force", 1), (1, "completed", 1), (2, "not_started", 1)],
    ),
    (
        "Lenders pay again\n\nThe first tranche of the loan was paid out in January under a deal on the debt. The lenders "
        "rejected the government's proposal at talks on Monday. The loan's first tranche was disbursed on 14 January, a spokesman for the bank said.",
        [(1, "completed", 1)],
    ),
    (
        "Truce in three phases\n\nThe army and the rebels agreed a truce in three phases on Monday. In the first phase the rebels are "
        "to release women and children. In the second, the remaining captives will be exchanged for prisoners, and the army "
        "is to pull back from the valley. The third covers the rebuilding of the port.",
        [(1, "agreed", 1), (2, "agreed", 1), (3, "agreed", 1)],
    ),
    (
        "Truce drafted\n\nThe army and the rebels are discussing a truce in two phases. In the first phase the rebels would release "
        "women and children. In the second the army is to pull back from the valley, a draft says.",
        [],
    ),
]
