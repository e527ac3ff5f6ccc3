from __future__ import annotations

import pytest

from parley.model import Claim, Figure
from tests.extract.figures.reading_figures import claims_of, figure_of, figures_of


@pytest.mark.parametrize(
    ("sentence", "accounting"),
    [
        ("Raiders killed 40 people on Monday.", "flow"),
        ("The army has killed more than 900 people since 3 May.", "cumulative"),
        ("So far 12 captives were freed.", "cumulative"),
        ("More than 900 people have been killed.", "cumulative"),
        ("The death toll rose to 214.", "cumulative"),
        ("Another 12 people were killed.", "increment"),
        ("Raiders killed 12 more people.", "increment"),
        ("The rebels are holding 45 soldiers.", "stock"),
        ("Some 40 miners are missing.", "stock"),
        ("Barlow owns 12 per cent of the shares.", "stock"),
        ("Barlow bought 12 per cent of the shares.", "flow"),
        ("Some 5,000 residents face hunger.", "stock"),
        ("Tin was sold at 62 dollars a tonne.", None),
    ],
)
def test_the_accounting_follows_from_tense_dates_and_the_words_beside(sentence: str, accounting: str | None) -> None:
    assert figure_of(sentence).accounting == accounting


def test_another_forty_of_a_different_measure_are_no_increment() -> None:
    killed, injured = figures_of("At least 30 people were killed and another 50 were wounded.")
    assert (killed.accounting, injured.accounting) == ("flow", "flow")


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("The army has killed more than 900 people since 3 May.", "2024-05-03"),
        ("The front has freed four women since its May 3 raid.", "2024-05-03"),
        ("Around 90,000 residents have been displaced since the fighting began on 4 March.", "2024-03-04"),
        ("Raiders killed 30 men on 3 May. In retaliation, bombing has claimed more than 900 lives.", "2024-05-03"),
    ],
)
def test_a_cumulative_count_starts_at_a_date(sentence: str, since: str) -> None:
    figure = figures_of(sentence)[-1]
    assert figure.since is not None
    assert (figure.accounting, figure.since.edtf) == ("cumulative", since)


def test_a_count_inside_the_since_clause_is_not_since_then() -> None:
    figure = figure_of("The valley has been shelled since gunmen came on 3 May, killing 40 people.")
    assert (figure.accounting, figure.since) == ("flow", None)
    figure = figure_of("It was the first wreck since 1959, when two women died.")
    assert figure.since is None


@pytest.mark.parametrize(
    ("sentence", "event", "day"),
    [
        ("The raid of 3 May killed 30 men.", "attack of 2024-05-03", "2024-05-03"),
        ("The raid on Lorne on 3 May, which killed 30 men, was condemned.", "attack of 2024-05-03", "2024-05-03"),
        ("A bomb killed three policemen on Monday.", "blast of 2024-05-13", "2024-05-13"),
    ],
)
def test_a_dated_event_names_the_series_of_its_counts(sentence: str, event: str, day: str) -> None:
    figure = figure_of(sentence)
    assert figure.event == event
    assert figure.period is not None
    assert figure.period.earliest is not None
    assert figure.period.earliest.edtf == day


@pytest.mark.parametrize(
    ("sentence", "published", "as_of", "basis"),
    [
        ("As of 3 May, 412 captives had been freed.", "2024-05-17", "2024-05-03", "stated"),
        ("The death toll rose to 214 on Thursday.", "2024-05-17", "2024-05-16", "stated"),
        ("Raiders killed 40 people.", "2024-05-17", "2024-05-17", "published"),
        ("Raiders killed 40 people.", None, None, None),
        ("As of now, the front retains 40 captives.", None, None, None),
    ],
)
def test_a_count_is_as_of_what_the_report_states_else_its_own_day(
    sentence: str, published: str | None, as_of: str | None, basis: str | None
) -> None:
    figure = figure_of(sentence, published=published)
    assert (figure.as_of.edtf if figure.as_of else None, figure.as_of_basis) == (as_of, basis)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("An estimated 5,000 marchers were injured.", "estimated"),
        ("Officials confirmed that 18 people died.", "verified"),
        ("Some 40 people were reportedly killed.", "reported"),
        ("At least 70 dead or missing after ferry sinks", "includes_missing"),
        ("Raiders killed 40 people.", "unknown"),
    ],
)
def test_the_report_says_on_what_a_count_rests(sentence: str, basis: str) -> None:
    assert figure_of(sentence).counting_basis == basis


def _part(claims: tuple[Claim, ...]) -> list[tuple[str | None, bool]]:
    whole = claims[0].id
    bodies = [claim.body for claim in claims[1:]]
    return [(b.group, b.part_of == whole) for b in bodies if isinstance(b, Figure)]


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        (
            "Militants killed more than 300 villagers, including 90 children and 40 women, in May.",
            ["children", "women"],
        ),
        ("The raid left 17 dead, among them four nurses.", ["nurses"]),
        ("Fighting killed 210 people, 60 of them women.", ["women"]),
        ("Of the 45 dead, 12 were children.", ["children"]),
        ("The raiders took 50 captives, 12 of whom were nurses.", ["nurses"]),
    ],
)
def test_a_part_names_its_whole_and_counts_the_same(sentence: str, groups: list[str]) -> None:
    claims = claims_of(sentence)
    assert _part(claims) == [(group, True) for group in groups]
    wholes = {(c.body.measure, c.body.accounting, c.body.event) for c in claims if isinstance(c.body, Figure)}
    assert len(wholes) == 1


def test_a_bound_reaches_both_coordinated_parts() -> None:
    _, children, women = figures_of("Bombing killed 900 people, including over 300 children and 120 women.")
    assert (children.quantity.lower_open, women.quantity.lower_open) == (True, True)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The flood claimed 27 lives in the province of Arvand.", "Arvand"),
        ("A grenade in Tolmera killed three policemen.", "Tolmera"),
        ("Raiders killed 40 people in Tolmera on Monday.", "Tolmera"),
        ("Raiders killed 40 people in May.", None),
        ("More than 900 people have been killed in the Lorne Valley.", "Lorne Valley"),
    ],
)
def test_the_place_is_where_those_counted_were(sentence: str, place: str | None) -> None:
    assert figure_of(sentence).place == place


@pytest.mark.parametrize(
    ("sentence", "names", "one_of"),
    [
        ("The rebels freed 12 pilots.", ["rebels"], False),
        ("Twelve pilots were freed by the rebels.", ["rebels"], False),
        ("Shelling by either the army or the rebels killed nine traders.", ["army", "rebels"], True),
        ("Nine traders died.", [], False),
    ],
)
def test_doers_are_subjects_agents_or_those_the_deed_was_by(sentence: str, names: list[str], one_of: bool) -> None:
    figure = figure_of(sentence)
    assert [actor.mention.removeprefix("The ").removeprefix("the ") for actor in figure.by] == names
    assert figure.one_of is one_of


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("The front holds 24 living hostages, alongside the remains of 35 others.", "hostages, dead"),
        ("They handed over 12 captives and the bodies of six soldiers.", "soldiers, dead"),
        ("Two policemen died and five others were hurt.", "policemen"),
    ],
)
def test_others_are_those_counted_before_and_the_dead_are_marked(sentence: str, group: str) -> None:
    assert figures_of(sentence)[-1].group == group


@pytest.mark.parametrize(
    ("sentence", "polarity", "tense"),
    [
        ("The army has not killed 50 civilians.", "negative", "past"),
        ("If the rebels kill 20 captives, talks will end.", "positive", "hypothetical"),
        ("The yard plans to cut 1,200 jobs.", "positive", "planned"),
        ("Talks dealt with plans for 300 redundancies.", "positive", "planned"),
        ("Raiders killed 12 people.", "positive", "past"),
    ],
)
def test_what_is_denied_supposed_or_planned_is_kept_as_such(sentence: str, polarity: str, tense: str) -> None:
    (claim,) = claims_of(sentence)
    assert (claim.factuality.polarity, claim.factuality.tense) == (polarity, tense)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The minister is withdrawing the annual subsidy of 10 million guilders as from July 1.", "2024-07-01"),
        ("The firm cut 300 jobs from January 1.", "2024-01-01"),
    ],
)
def test_what_begins_on_a_day_may_lie_ahead(sentence: str, day: str) -> None:
    figure = figure_of(sentence)
    assert figure.period is not None
    assert figure.period.earliest is not None
    assert figure.period.earliest.edtf == day


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The toll passed that of the third war, in the summer of 2014, when 2,250 sailors were killed.", "2014"),
        ("In 2009, when 1,300 sailors were killed, the council did nothing.", "2009"),
    ],
)
def test_a_count_in_a_clause_of_when_is_of_the_date_before_it(sentence: str, year: str) -> None:
    figure = figure_of(sentence)
    assert figure.period is not None
    assert figure.period.latest is not None
    assert figure.period.latest.edtf.startswith(year)


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the deal the Front will free at least 50 hostages captured during the attack of 4 May.",
        "The mayor announced a deal on the exchange of 50 women seized by the Front in a raid on 4 May.",
        "They agreed to a truce to allow the release of hundreds of sailors who were abducted in April.",
    ],
)
def test_captives_who_are_to_be_freed_are_no_count_of_those_taken(sentence: str) -> None:
    assert [figure.measure for figure in figures_of(sentence)] == []


def test_captives_freed_are_counted_as_freed_and_not_on_the_day_they_were_taken() -> None:
    figure = figure_of("The Front released 24 sailors seized on 4 May.")
    assert (figure.measure, figure.period) == ("released", None)
    assert figure_of("The Front seized 240 sailors on 4 May.").measure == "captured"
