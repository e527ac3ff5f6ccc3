"""Sentences and a term a careful reader finds in their move: what is given or asked, how much, how long, on what."""

from __future__ import annotations

from typing import Any

__all__ = ["ROWS"]

Row = tuple[str, str, dict[str, Any]]


def term(text: str, act: str, issue: str, **facts: Any) -> Row:
    """A sentence, the act whose move has the term, and what the term holds; what is not given is not compared."""
    return text, act, {"issue": issue, **facts}


def exactly(number: float, unit: str) -> dict[str, Any]:
    """A plain number."""
    return {"lower": number, "upper": number, "unit": unit, "lower_open": False, "upper_open": False}


ROWS: list[Row] = [
    # ---- provisos, levels of numbers, lengths told by possessives, hundredths
    term("The growers settled for 40 cents a kilo.", "accept", "price", **exactly(0.4, "USD"), per="kilo"),
    term("The mill was granted three weeks' grace by the ministry.", "extend", "other", **exactly(3, "week")),
    term("The suitor made an approach of 480 pence.", "offer", "price", **exactly(4.8, "GBP")),
    # ---- who is let go, and bounds on how many
    term("The rebels offered to free six nurses.", "offer", "release", item="nurses", **exactly(6, "persons")),
    term("The rebels offered to free up to 30 captives.", "offer", "release", upper=30, unit="persons"),
    term("The rebels offered to free at least 30 captives.", "offer", "release", lower=30, upper=None),
    term("The rebels offered to free more than 30 captives.", "offer", "release", lower=30, upper=None, lower_open=True),
    term("The rebels offered to free about 30 captives.", "offer", "release", lower=30, upper=30, approximate=True),
    term("The rebels offered to free between 20 and 30 captives.", "offer", "release", lower=20, upper=30),
    term("The rebels offered to free a captive.", "offer", "release", item="captive"),
    term("The rebels demanded the release of 300 prisoners.", "demand", "release", item="prisoners", **exactly(300, "persons")),
    term("The junta rejected the release of 300 prisoners.", "reject", "release", **exactly(300, "persons")),
    term("The rebels offered to free 12 women and children.", "offer", "release", group="women and children", lower=12),
    term("The rebels want 40 detainees freed.", "demand", "release", lower=40, upper=40),
    term("The rebels promised to hand over the bodies of five soldiers.", "promise", "release", lower=5, upper=5),
    term("The rebels offered to free 500 prisoners, 40 of them women.", "offer", "release", lower=500, upper=500),
    term("The rebels offered to release half of the captives.", "offer", "release", subset_of="captives"),
    term("The junta agreed to release 90 of the prisoners.", "accept", "release", lower=90, subset_of="prisoners"),
    # ---- ratios and exchanges
    term("The rebels offered three captives for every prisoner.", "offer", "release", lower=3, per="prisoner"),
    term("The rebels want four prisoners for each captive.", "demand", "release", lower=4, per="captive"),
    term("The junta offered to free two prisoners per captive.", "offer", "release", lower=2, per="captive"),
    term("The rebels offered to free ten captives in exchange for 80 prisoners.", "offer", "release", item="captives", lower=10),
    term("The rebels offered to free ten captives in exchange for 80 prisoners.", "offer", "release", item="prisoners", lower=80),
    term("The rebels offered to free ten captives in return for a truce of nine days.", "offer", "ceasefire", lower=9, unit="day"),
    term("The rebels offered to free ten captives in return for fuel.", "offer", "aid", item="fuel"),
    term("The junta proposed a swap of 20 prisoners for eight soldiers.", "offer", "release", item="prisoners", lower=20),
    # ---- truces and their length
    term("The rebels offered a five-day truce.", "offer", "ceasefire", **exactly(5, "day")),
    term("The rebels offered a truce of five days.", "offer", "ceasefire", **exactly(5, "day")),
    term("The rebels proposed a truce for six weeks.", "offer", "ceasefire", **exactly(6, "week")),
    term("The envoys proposed a ceasefire lasting 60 days.", "offer", "ceasefire", duration="60 day"),
    term("The envoys proposed a truce until June 20.", "offer", "ceasefire", ends="2025-06-20"),
    term("The envoys proposed a truce from May 24.", "offer", "ceasefire", starts="2025-05-24"),
    term("The clans agreed to a truce of up to ten days.", "agree", "ceasefire", upper=10, unit="day"),
    term("The junta demanded an end to the shelling.", "demand", "ceasefire"),
    term("Both armies agreed to stop the shelling of the port.", "agree", "ceasefire"),
    # ---- withdrawal, aid, arms, territory, monitors
    term("The rebels demanded the withdrawal of all tanks.", "demand", "withdrawal", item="tanks"),
    term("The army pledged to withdraw 4,000 troops from the valley.", "promise", "withdrawal", lower=4000, upper=4000),
    term("The junta offered to let 80 trucks of relief a day into the city.", "offer", "aid", lower=80, recurrence="a day"),
    term("The rebels demanded 60 truckloads of humanitarian aid daily.", "demand", "aid", lower=60),
    term("The rebels refused to hand over their weapons.", "reject", "disarmament"),
    term("The junta demanded that the rebels disarm.", "demand", "disarmament", giver="rebels"),
    term("Carland refused to cede the strait's territory.", "reject", "territory"),
    term("The clans accepted 40 monitors on the border.", "accept", "monitoring", lower=40),
    term("Westmere offered to lift the embargo.", "offer", "sanctions", item="embargo"),
    # ---- pay and jobs
    term("The union is demanding a rise of 9 per cent.", "demand", "pay", **exactly(9, "percent")),
    term("The firm offered a pay rise of 3 to 4 percent.", "offer", "pay", lower=3, upper=4, unit="percent"),
    term("The union demanded 9 percent, and the firm offered four.", "demand", "pay", **exactly(9, "percent")),
    term("The brewery offered its workers 14 pounds an hour.", "offer", "pay", lower=14, unit="GBP"),
    term("The union accepted a pay rise of 5 percent over two years.", "accept", "pay", lower=5, duration="2 year"),
    term("The union accepted a pay rise of 5 percent, up from 4 percent.", "accept", "pay", lower=5, previous=4),
    term("The brewery raised its pay offer to 5 percent from 4 percent.", "offer", "pay", lower=5, previous=4),
    term("The union cut its pay claim to 6 percent from 8 percent.", "concede", "pay", lower=6, previous=8),
    term("The union demanded a wage rise of 200 crowns a month.", "demand", "pay", lower=200, recurrence="a month"),
    term("The firm offered a lump sum of 900 pounds to the strikers.", "offer", "payment", **exactly(900, "GBP")),
    term("The firm threatened to lay off 500 workers.", "threaten", "jobs", lower=500, upper=500),
    term("The union demanded the reinstatement of 14 drivers.", "demand", "jobs", lower=14),
    term("The firm promised no redundancies before the strike vote.", "promise", "jobs", negated=True),
    term("The firm offered a pay rise of 4 percent and a bonus of 500 pounds.", "offer", "pay", lower=4),
    # ---- takeovers
    term("Brandel offered 52 dlrs a share for Tolmer.", "offer", "price", lower=52, unit="USD", per="share"),
    term("Brandel raised its bid to 55 dlrs a share from 52 dlrs.", "offer", "price", lower=55, previous=52, per="share"),
    term("Tolmer rejected a bid of 48 dlrs per share.", "reject", "price", lower=48, per="share"),
    term("Brandel offered 300 mln dlrs for Tolmer.", "offer", "price", lower=300_000_000, unit="USD"),
    term("Brandel bid 55 dlrs a share in cash for all of Tolmer's stock.", "offer", "price", lower=55, per="share"),
    # ---- trade, commodities, debt
    term("Producers agreed to cut output by 600,000 barrels a day.", "agree", "quota", lower=600_000),
    term("Westmere threatened to impose a tariff of 30 percent on wine.", "threaten", "sanctions", **exactly(30, "percent")),
    term("Westmere offered to cut its tariff to 5 percent from 9 percent.", "offer", "payment", lower=5, previous=9),
    term("Catch chiefs agreed to limit catches to 42,000 tonnes a year, down from 55,000 tonnes of cod.", "agree", "quota", lower=42_000, previous=55_000),
    term("The bidder raised its offer for the takeover to 315p a share from 290p.", "offer", "price", lower=3.15, previous=2.9),
    term("Kesh offered to release a quarter of the detainees.", "offer", "release", lower=25, unit="percent"),
    term("The guerrillas offered to free all but two of the 31 hostages within a week.", "offer", "release", lower=29, unit="persons"),
    term("Orlan Corp offered to buy a 35 percent stake in Vesper Mines for 410 million dollars.", "offer", "other", lower=35, unit="percent"),
    term("The party demanded four ministries in the new cabinet.", "demand", "governance", lower=4, unit="ministries"),
    term("The treasury offered to repay 2 billion dlrs of its debt.", "offer", "payment", lower=2_000_000_000, unit="USD"),
    term("Lenders agreed to write off 30 percent of the debt.", "agree", "payment", lower=30, unit="percent", base="debt"),
    term("The kidnappers demanded a ransom of 3 million dollars.", "demand", "payment", **exactly(3_000_000, "USD")),
    # ---- conditions, sides, dates
    term("The rebels offered to free the bishop if the army left the valley.", "offer", "withdrawal", condition="if the army left"),
    term("The army promised to leave the valley if the rebels disarm.", "promise", "withdrawal"),
    term("The rebels promised to free the bishop by Sunday.", "promise", "release", ends="2025-05-18"),
    term("The rebels demanded the release of 30 prisoners held by the junta.", "demand", "release", giver="junta"),
    term("The rebels offered the junta a truce of nine days.", "offer", "ceasefire", receiver="junta"),
]  # fmt: skip
