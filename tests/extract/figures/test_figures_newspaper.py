"""Figures in plain newspaper language: who was hurt, by whatever noun or verb, shares, prices, votes, and what a deal's
own amounts are not."""

from __future__ import annotations

import pytest

from tests.extract.figures.reading_figures import figures_of

TOLD: list[tuple[str, list[tuple[str, float | None, float | None, str | None]]]] = [
    ("The shell killed seven and injured scores.", [("killed", 7, 7, "persons"), ("injured", 40, 200, "persons")]),
    ("Another baker was killed near the mill.", [("killed", 1, 1, "persons")]),
    ("A doctor said that a nurse was killed and two porters were wounded.", [("killed", 1, 1, "persons"), ("injured", 2, 2, "persons")]),
    ("Some 800 islanders were killed; this number includes at least 90 children.", [("killed", 800, 800, "persons"), ("killed", 90, None, "persons")]),
    ("About 40,000 people, half of the valley, have been pushed northwards.", [("displaced", 40000, 40000, "persons")]),
    ("The guards kept 30 nurses from seeking refuge inside the station.", [("other", 30, 30, "persons")]),
    ("The strike costs the port 2 million euros ($2.2 million).", [("money", 2000000, 2000000, "EUR")]),
    ("The blaze destroyed the depot, leaving 61 dead and roughly 800 wounded.", [("killed", 61, 61, "persons"), ("injured", 800, 800, "persons")]),
    ("The number of victims is 59, the mayor said.", [("affected", 59, 59, "persons")]),
    ("The seven divers were on a visit to the mine and were hurt when a wall fell.", [("injured", 7, 7, "persons")]),
    ("The killers of the six monks are still at large.", [("killed", 6, 6, "persons")]),
    ("A colonel was held over the massacre of six monks.", [("killed", 6, 6, "persons")]),
    ("Six monks (five Belgians and one Swiss) and two women were killed near Sela.", [("killed", 6, 6, "persons"), ("killed", 5, 5, "persons"), ("killed", 1, 1, "persons"), ("killed", 2, 2, "persons")]),
    ("Gunmen came to Torca and shot 16 farmers.", [("affected", 16, 16, "persons")]),
    ("Judges looked into the death of two reporters who were shot by soldiers.", [("killed", 2, 2, "persons")]),
    ("Six other students remain kidnapped.", [("held", 6, 6, "persons")]),
    ("Crews had the task of recovering 107 charred bodies of the victims.", [("killed", 107, 107, "persons")]),
    ("The rebels have freed all but three of the 112 people they held.", [("held", 112, 112, "persons")]),
    ("Tin traded at 31,000 dollars a tonne.", [("price", 31000, 31000, "USD")]),
    ("Cocoa makes up 70 percent of the island's exports.", [("share", 70, 70, "percent")]),
    ("One in four nurses did not report for work.", [("share", 25, 25, "percent")]),
    ("Three quarters of the workforce joined the stoppage.", [("share", 75, 75, "percent")]),
    ("Grazing land has shrunk from 60 percent of the island to 34.", [("share", 60, 60, "percent"), ("share", 34, 34, "percent")]),
    ("The bill was carried by 214 votes to 167.", [("other", 214, 214, "votes"), ("other", 167, 167, "votes")]),
    ("Troops found 112 rifles and 9,000 rounds of ammunition.", [("other", 112, 112, "rifles"), ("other", 9000, 9000, "rounds")]),
    ("Of those who died, 14 were under five.", [("killed", 14, 14, "persons")]),
    ("The line has cut its fleet from 64 aircraft to 41.", [("other", 64, 64, "aircraft"), ("other", 41, 41, "aircraft")]),
    ("Monitors recorded 46 breaches of the truce.", [("other", 46, 46, "breaches")]),
    ("The union is demanding a rise of 9 percent for its 11,000 members.", [("other", 11000, 11000, "persons")]),
    ("The rebels, who hold about 200 soldiers, offered to free 40 of them.", [("held", 200, 200, "persons")]),
    ("Anyone who owns 15 percent of a company must make an offer for the rest.", []),
    ("The congress closed with 112 countries backing the text and 31 against.", [("other", 112, 112, "countries"), ("other", 31, 31, "countries")]),
    ("Unions accepted 480 job losses after the yard scaled back its plan.", []),
    ("The army proposed that both sides pull back and let 25 trucks of medicine cross each day.", []),
    ("TWO MEXICANS WERE KIDNAPPED NEAR THE BORDER.", [("captured", 2, 2, "persons")]),
    ("At least 12 guests, including four children and a pregnant woman, were killed.", [("killed", 12, None, "persons"), ("killed", 4, 4, "persons"), ("killed", 1, 1, "persons")]),
    ("Rockets hit the suburb, killing a baker and injuring three.", [("killed", 1, 1, "persons"), ("injured", 3, 3, "persons")]),
    ("The storm took the life of a fisherman.", [("killed", 1, 1, "persons")]),
    ("The delegation of 20, including a judge, met the governor.", [("other", 20, 20, "persons")]),
    ("The mill's deficit has ballooned to 1.9 billion pounds, from 600 million when the sale was agreed.", [("money", 1900000000, 1900000000, "GBP"), ("money", 600000000, 600000000, "GBP")]),
    ("In return for the 19 engineers it has held since winter, the militia wants its accounts unfrozen.", [("held", 19, 19, "persons")]),
    ("The raid cost the rebels 14 men.", [("killed", 14, 14, "persons")]),
    ("Under the pact, which 61 states have signed, rich countries would cut emissions by 45 percent.", [("other", 61, 61, "states")]),
    ("The federation, 6,200 strong, rejected an offer of 5 percent.", [("other", 6200, 6200, "persons")]),
    ("Insurance has risen from 30,000 dollars to 75,000.", [("money", 30000, 30000, "USD"), ("money", 75000, 75000, "USD")]),
    ("The islanders landed 61,000 tonnes of cod and dumped 4,000 more.", [("output", 61000, 61000, "tonne"), ("output", 4000, 4000, "tonne")]),
    ("Two in three of the plant's 880 welders are on short time.", [("share", 66.6666666667, 66.6666666667, "percent"), ("other", 880, 880, "persons")]),
    ("The cell holds 38 prisoners, five of whom are under 18.", [("held", 38, 38, "persons"), ("held", 5, 5, "persons")]),
    ("Of 900 million dollars promised in Geneva, only 210 million has turned up.", [("money", 210000000, 210000000, "USD")]),
    ("Membership has slumped from 90,000 to 61,000.", [("other", 90000, 90000, "persons"), ("other", 61000, 61000, "persons")]),
    ("In a ballot, 84 percent voted to strike on a turnout of 71 percent.", [("share", 84, 84, "percent"), ("share", 71, 71, "percent")]),
    ("Nine in ten shops stayed shut.", [("share", 90, 90, "percent")]),
    ("The blockade has left 2.2 million people short of food.", [("affected", 2200000, 2200000, "persons")]),
    ("Kellerman, which has built up a 19 percent holding, wants three seats on the board.", [("share", 19, 19, "percent")]),
    ("With 340 million dollars falling due in June, the republic asked creditors for a delay.", [("money", 340000000, 340000000, "USD")]),
    ("The banks are rolling over 2.1 billion euros falling due this month.", []),
    ("The council has 48 million pounds in reserves and is offering staff 1.5 percent.", [("money", 48000000, 48000000, "GBP")]),
    ("Unable to service its 22 billion dollar debt, Orland wants creditors to take 40 cents on the dollar.", [("money", 22000000000, 22000000000, "USD")]),
    ("The duty has cut sales by two thirds.", [("output", 66.6666666667, 66.6666666667, "percent")]),
    ("The minister rejected calls to cut the duty on steel, now 25 percent, to 10.", [("share", 25, 25, "percent")]),
    ("Brussels says the subsidy, worth 80 euros a tonne, must go.", [("price", 80, 80, "EUR")]),
    ("The bidder said it had acceptances for 52.3 percent of the shares and extended the offer.", [("share", 52.3, 52.3, "percent")]),
    ("Creditors holding 64 percent of the bonds have accepted a haircut of 35 percent.", [("share", 64, 64, "percent")]),
    ("The miners turned down a bonus of 900 dollars.", []),
    ("Norland will take 3,000 of the 11,000 refugees stranded on the border.", [("affected", 11000, 11000, "persons")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t for t, _ in TOLD])
def test_newspaper_figures(text: str, wanted: list[tuple[str, float | None, float | None, str | None]]) -> None:
    assert [(f.measure, f.quantity.lower, f.quantity.upper, f.quantity.unit) for f in figures_of(text)] == wanted


def test_brackets_behind_a_count_hold_its_parts() -> None:
    found = figures_of("Six monks (five Belgians and one Swiss) were killed near Sela.")
    assert [f.part_of is not None for f in found] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("More than 60 islanders are being killed every day.", "islanders per day"),
        ("Some 40 people are killed by the fever each week.", "people per week"),
        ("The blockade costs the port 2 million euros (2.2 million dollars) per day.", "per day"),
        ("Nine islanders died in a day of fighting.", "islanders"),
        ("Nine islanders were killed a day after the truce.", "islanders"),
    ],
)
def test_a_rate_tells_its_time(text: str, group: str) -> None:
    assert [f.group for f in figures_of(text)] == [group]


PLACED = [
    ("The shelling of Kharkiv has killed more than 40 people.", "Kharkiv"),
    ("The death toll from air raids on the Golan Heights rose to 26.", "Golan Heights"),
    ("An explosion in Aden killed seven people.", "Aden"),
    ("Since Monday 31 people have been killed in Norway and Sweden.", "Norway and Sweden"),
    ("Norway's war on Hezbollah has killed 900 people.", None),
    ("The raid by the army killed 12 people.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACED, ids=[t for t, _ in PLACED])
def test_a_count_is_placed_where_what_made_it_was(text: str, place: str | None) -> None:
    assert [figure.place for figure in figures_of(text)] == [place]
