from __future__ import annotations

import pytest

from tests.extract.figures.reading_figures import figures_of, read

# Sentence, then for each figure: measure, lower, upper, unit, group.
FIGURES = [
    # Conflict: verbs
    ("Militants killed more than 300 villagers on Sunday.", [("killed", 300, None, "persons", "villagers")]),
    ("Twelve people were killed near the bridge.", [("killed", 12, 12, "persons", "people")]),
    ("Eight sailors died when the patrol boat capsized.", [("killed", 8, 8, "persons", "sailors")]),
    ("The flood claimed 27 lives in Arvand.", [("killed", 27, 27, "persons", "people")]),
    ("The blast left six porters dead.", [("killed", 6, 6, "persons", "porters")]),
    ("Gunmen shot dead 14 fishermen off Lorne.", [("killed", 14, 14, "persons", "fishermen")]),
    ("People killed in the raid number 40, and 17 were injured.", [("injured", 17, 17, "persons", "people")]),
    ("Shells hit the market, killing nine traders.", [("killed", 9, 9, "persons", "traders")]),
    ("The mine that killed 31 colliers was shut.", [("killed", 31, 31, "persons", "colliers")]),
    ("The explosion wounded 22 dockers.", [("injured", 22, 22, "persons", "dockers")]),
    ("Gunmen abducted 14 aid workers near Kestrel.", [("captured", 14, 14, "persons", "aid workers")]),
    ("The militia took 30 villagers hostage.", [("captured", 30, 30, "persons", "villagers")]),
    ("Raiders took about 60 hostages.", [("captured", 60, 60, "persons", "hostages")]),
    ("The rebels are still holding 45 soldiers.", [("held", 45, 45, "persons", "soldiers")]),
    ("Some 120 hostages remain in captivity.", [("held", 120, 120, "persons", "hostages")]),
    ("The remaining 75 captives have not been seen.", [("held", 75, 75, "persons", "captives")]),
    ("The front freed 11 prisoners on Friday.", [("released", 11, 11, "persons", "prisoners")]),
    ("Eleven prisoners were handed over at the bridge.", [("released", 11, 11, "persons", "prisoners")]),
    ("The rebels have released only two nurses.", [("released", 2, 2, "persons", "nurses")]),
    ("Police arrested 56 students outside the gates.", [("detained", 56, 56, "persons", "students")]),
    ("Some 15,000 people fled the town.", [("displaced", 15000, 15000, "persons", "people")]),
    ("The fighting has displaced 80,000 villagers.", [("displaced", 80000, 80000, "persons", "villagers")]),
    ("More than 300 refugees returned home in May.", [("returned", 300, None, "persons", "refugees")]),
    ("Twenty-three miners are still missing.", [("missing", 23, 23, "persons", "miners")]),
    ("About 2 million people face hunger there.", [("affected", 2_000_000, 2_000_000, "persons", "people")]),
    ("The storm left 400 families homeless.", [("affected", 400, 400, "households", "families")]),
    ("Another 12 bodies were recovered from the river.", [("killed", 12, 12, "persons", "people")]),
    # Conflict: nouns
    ("The deaths of 14 miners prompted an inquiry.", [("killed", 14, 14, "persons", "miners")]),
    ("The attack caused at least 50 deaths.", [("killed", 50, None, "persons", "people")]),
    ("The region counted 30 civilian deaths in April.", [("killed", 30, 30, "persons", "civilians")]),
    ("The death toll rose to 214.", [("killed", 214, 214, "persons", "people")]),
    ("The number of dead stood at 45.", [("killed", 45, 45, "persons", "people")]),
    ("The kidnapping of 20 pupils shocked the town.", [("captured", 20, 20, "persons", "pupils")]),
    ("The release of 20 detainees last week eased tempers.", [("released", 20, 20, "persons", "detainees")]),
    ("Police made 43 arrests during the march.", [("detained", 43, 43, "persons", "people")]),
    ("Eleven children were among the dead.", [("killed", 11, 11, "persons", "children")]),
    ("The dead, including 14 children, were buried.", [("killed", 14, 14, "persons", "children")]),
    ("Of those killed, 40 were children.", [("killed", 40, 40, "persons", "children")]),
    ("Fourteen of the dead were students.", [("killed", 14, 14, "persons", "students")]),
    ("The loss of over 500 lives shook the town.", [("killed", 500, None, "persons", "people")]),
    ("More than 70 people have lost their lives.", [("killed", 70, None, "persons", "people")]),
    ("The shelling killed and wounded 30 people.", [("affected", 30, 30, "persons", "people")]),
    ("Two sisters aged 16 and 20 were killed.", [("killed", 2, 2, "persons", "sisters")]),
    ("The crash injured 20 people, including two collisions.", [("injured", 20, 20, "persons", "people")]),
    # Bounds
    ("Up to 24 living hostages are held there.", [("held", 0, 24, "persons", "living hostages")]),
    ("Nearly 1,800 convicts were freed.", [("released", 0, 1800, "persons", "convicts")]),
    ("Dozens of farmers were hurt.", [("injured", 24, 100, "persons", "farmers")]),
    # Aid
    ("A column of 60 trucks carrying food crossed the border.", [("aid", 60, 60, "trucks", "trucks")]),
    ("Agencies delivered 500 tonnes of flour.", [("aid", 500, 500, "tonne", None)]),
    # Labour
    ("Some 4,200 dockers walked out on Monday.", [("other", 4200, 4200, "persons", "dockers")]),
    ("About 3,000 nurses are on strike.", [("other", 3000, 3000, "persons", "nurses")]),
    ("The mill laid off 250 workers in March.", [("other", 250, 250, "persons", "workers")]),
    ("The port lost 600 jobs last year.", [("other", 600, 600, "jobs", "jobs")]),
    ("The yard announced 310 redundancies.", [("other", 310, 310, "jobs", "redundancies")]),
    ("The union, which represents 18,000 teachers, said no.", [("other", 18000, 18000, "persons", "teachers")]),
    ("More than 150 ships are waiting off the port.", [("other", 150, None, "vessels", "ships")]),
    ("Drivers earn 450 pounds a week.", [("pay", 450, 450, "GBP", None)]),
    ("The strike cost the airline 30 million dollars.", [("money", 30_000_000, 30_000_000, "USD", None)]),
    # Takeover
    ("Barlow Plc owns 23.4 per cent of the shares in Tennant.", [("share", 23.4, 23.4, "percent", "shares")]),
    ("Barlow raised its stake in Tennant to 41 per cent.", [("share", 41, 41, "percent", "stake")]),
    ("Members backed the deal by 71 per cent of the vote.", [("share", 71, 71, "percent", "vote")]),
    ("The firm was fined 5 million euros.", [("money", 5_000_000, 5_000_000, "EUR", None)]),
    ("The exporter paid a fine of 12 million dollars.", [("money", 12_000_000, 12_000_000, "USD", "fine")]),
    # Trade
    ("Output fell to 310,000 tonnes in June.", [("output", 310_000, 310_000, "tonne", "output")]),
    ("The mine produced 4,000 tonnes of tin last year.", [("output", 4000, 4000, "tonne", None)]),
    ("The buffer stock stood at 220,000 tonnes.", [("other", 220_000, 220_000, "tonne", "stock")]),
]

# What has a number and is no figure of the story.
NONE = [
    # ages, dates, times, names, scores, ordinals
    "The general, aged 52, spoke at 4 pm on 3 May 2024.",
    "He was 45 when he joined the 7th division.",
    "The two sides met for the 12th time.",
    "The team won 3-1.",
    "Article 5 of the accord was read out.",
    "Call 555 1234 for details.",
    # numbers of what does not measure the story
    "Three ministers met for five days of talks in Lorne.",
    "The drought killed 300 sheep.",
    "The group released two videos.",
    "The hall holds 500 people.",
    "Ann Lee was one of those injured.",
    "Twenty of those injured were taken to Lorne.",
    "They were the fiercest air strikes in the 75-year history of the conflict.",
    "If the buffer stock rises to 450,000 tonnes, the price will fall.",
    # terms of offers, demands, plans and deals
    "The mediators proposed the release of 40 hostages in return for a 30-day truce.",
    "The rebels offered to release 30 soldiers in exchange for a ten-day truce.",
    "The rebels want 200 prisoners freed.",
    "The government agreed to free 150 prisoners.",
    "The group would release ten women under the plan.",
    "The front is ready to release 50 people.",
    "The front called for a truce in exchange for the release of 70 captives.",
    "A deal to free 50 hostages was signed.",
    "Talks on the release of 12 sailors resumed.",
    "Talks to free 12 sailors resumed.",
    "If the army frees 60 prisoners, the siege will end.",
    "The front will release five pilots on Sunday.",
    "The union demanded a 6 per cent pay rise.",
    "The company offered 4.5 per cent.",
    "The bidder offered 310 pence a share.",
    "Donors pledged to send 90 trucks of food.",
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES, ids=[s for s, _ in FIGURES])
def test_what_is_counted_is_read_with_its_measure_bounds_unit_and_group(
    sentence: str, expected: list[tuple[str, float, float | None, str, str | None]]
) -> None:
    found = [(f.measure, f.quantity.lower, f.quantity.upper, f.quantity.unit, f.group) for f in figures_of(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", NONE)
def test_a_number_that_measures_nothing_of_the_story_is_no_figure(sentence: str) -> None:
    assert [(f.measure, f.quantity.verbatim, f.group) for f in figures_of(sentence)] == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("At least 12 dead, 40 hurt in port blast", [("killed", 12), ("injured", 40)]),
        ("Twenty killed as ferry sinks", [("killed", 20)]),
        ("Blast claims 12", [("killed", 12)]),
        ("Kidnappers free two engineers", [("released", 2)]),
        ("400 jobs to go at Tennant mill", [("other", 400)]),
        ("Police arrest 90 at harbour protest", [("detained", 90)]),
        ("Front offers to free 30 captives", []),
    ],
)
def test_headlines_leave_out_words_and_still_count(headline: str, expected: list[tuple[str, int]]) -> None:
    _, claims = read(f"{headline}\n\nNothing else was known.", title=headline)
    assert [(c.body.measure, c.body.quantity.lower) for c in claims] == expected  # type: ignore[union-attr]


def test_every_figure_quotes_the_report_where_it_says_so() -> None:
    doc, claims = read("The army freed 12 pilots in Lorne on Friday. Shells killed nine traders on Saturday.")
    assert [claim.mentions[0].trigger.of(doc.text) for claim in claims] == ["12 pilots", "nine traders"]
    for claim in claims:
        for evidence in claim.mentions[0].evidence:
            assert doc.text[evidence.start : evidence.end] == evidence.quote
        assert {"number", "time"} <= {evidence.role for evidence in claim.mentions[0].evidence}


def test_the_trigger_leaves_out_the_verb() -> None:
    doc, claims = read("Bombing has claimed more than 900 lives.")
    assert claims[0].mentions[0].trigger.of(doc.text) == "more than 900 lives"
    assert claims[0].mentions[0].statement.of(doc.text) == "Bombing has claimed more than 900 lives."


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Twelve people were killed.", "figure:state"),
        ("Raiders killed 12 people.", "figure:adjacent-verb"),
        ("Eight sailors died.", "figure:verb-subject"),
        ("The death toll rose to 214.", "figure:toll"),
        ("The deaths of 14 miners prompted an inquiry.", "figure:nominal"),
        ("The attack caused 50 deaths.", "figure:count-noun"),
        ("The flood claimed 27 lives.", "figure:phrase"),
    ],
)
def test_a_figure_names_the_rule_that_read_it(sentence: str, rule: str) -> None:
    assert read(sentence)[1][0].rule == rule


def test_reading_twice_gives_the_same_ids() -> None:
    text = "Raiders killed 12 people, including three nurses."
    first = [claim.id for claim in read(text)[1]]
    read.cache_clear()
    assert [claim.id for claim in read(text)[1]] == first
