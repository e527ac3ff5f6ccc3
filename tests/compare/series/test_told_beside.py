"""Figures that leave open what another says: of the same report beside it, of the story's only event, of an office's total."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from parley.annotate import annotate
from parley.compare.series import figure_relations, series_of
from parley.extract import extract
from parley.model import Actor, Figure, Series, Source, new_report
from parley.resolve.parties import resolve_actors
from parley.resolve.told import Told
from tests.compare.series.told_figures import MINISTRY, only, point, series, standings, told


def read(*texts: str, day: int = 10) -> tuple[Series, ...]:
    """The series of reports of days that follow one another."""
    reports = [
        new_report(text, published=f"2031-03-{day + n:02}", outlet="The Alder Courier") for n, text in enumerate(texts)
    ]
    claims = [(r, c) for r, doc in zip(reports, annotate(reports), strict=True) for c in extract(doc).claims]
    given = [Told(c, r.published, r.outlet, r.id) for r, c in claims if isinstance(c.body, Figure)]
    return series_of(given, resolve_actors(given))


# Two counts that one report tells beside one another, and whether they exclude each other.
BESIDE = [
    ("The ministry said the strike killed 31 people. The army said fewer than ten had died.", True),
    ("At least 23 people were killed, the ministry said. The army put the number of dead at 12.", True),
    ("The army says 36 captives have come home; the Front puts the number at 38.", True),
    ("The port had lost 31 million pounds since May 15, its owners said. The union said the true figure was less than 15 million.", True),
    ("The union says 350 of its 400 members have stopped work; the company says about 260 have.", True),
    ("The ministry said at least 23 people had been killed in the raid. The army put the number of dead at 25.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "apart"), BESIDE)
def test_numbers_of_two_claimants_told_side_by_side_are_of_one_series(text: str, apart: bool) -> None:
    (found,) = (each for each in read(text) if len(each.lines) == 2)
    assert {p.standing == "contradicted" for p in found.points} == {apart}
    relations = [r for r in figure_relations([found]) if r.kind == "contradiction"]
    assert [(r.rule, r.field) for r in relations] == [("figures:apart-at-one-time", "quantity")] * apart


@pytest.mark.parametrize(
    "text",
    [
        # A second number has its noun from the first of its own sentence.
        "The ministry said 256 people were killed and 1,800 wounded. On the other side 300 people died and 1,500 were wounded, the army said.",
        "The ministry said the strike killed 31 people. The army said two soldiers had died.",
        "The ministry said 31 people had died in Torca. The army said 12 people had died in Marl.",
        "The ministry said the strike killed 400 people. The army said nine had died.",
    ],
)
def test_a_number_with_words_of_its_own_or_of_another_size_stays_apart(text: str) -> None:
    assert all(len(each.lines) == 1 for each in read(text))


ATTACK: dict[str, Any] = {"event": "attack of 2031-03-01", "accounting": "flow", "place": None}
UNDATED = {"accounting": "flow", "cause": "raid", "place": "Marl"}


def test_a_count_of_the_only_raid_is_of_that_raid_and_names_its_place() -> None:
    given = told("214", "2031-03-03", MINISTRY, **ATTACK), told("211", "2031-03-15", MINISTRY, **UNDATED)
    for order in permutations(given):
        found = only(*order)
        assert (found.place, found.event) == ("Marl", "attack of 2031-03-01")
    assert standings(*given) == ["corrected", "current"]


@pytest.mark.parametrize(
    "other",
    [
        {"event": "attack of 2031-03-09", "accounting": "flow", "place": None},
        {"accounting": "flow", "cause": "raid", "place": "Torca"},
    ],
)
def test_of_two_raids_or_in_two_places_it_stays_apart(other: dict[str, str]) -> None:
    one, undated = told("214", "2031-03-03", MINISTRY, **ATTACK), told("211", "2031-03-15", MINISTRY, **UNDATED)
    assert len(series(one, undated, told("213", "2031-03-12", MINISTRY, **other))) == 3


OFFICE = Source(
    "Alderport health ministry", "office", actor=Actor("Alderport health ministry", "it", acts_for="Alderport")
)


def test_a_running_total_of_the_same_office_is_of_the_total_since_its_start() -> None:
    raid = told("214", "2031-03-04", OFFICE, event="attack of 2031-03-01", place="Marl")
    before, after = (told(words, f"2031-03-{day}", OFFICE) for words, day in (("2,402", 10), ("2,590", 16)))
    between = told("2,516", "2031-03-13", OFFICE, place=None, accounting="cumulative")
    (total,) = (each for each in series(raid, before, after, between) if each.since)
    assert point(total, between).standing == "superseded"
    stranger = told("2,516", "2031-03-13", Source("a visitor", "person"), place=None, accounting="cumulative")
    assert len(series(raid, before, after, stranger)) == 3


def test_a_number_that_one_report_alone_tells_puts_no_other_out_of_date() -> None:
    given = [told(words, f"2031-03-{day}") for words, day in (("1,400", 10), ("1,600", 12), ("1,400", 14))]
    found = only(*given)
    odd = point(found, given[1])
    assert (odd.standing, odd.why) == ("corrected", "1,400 was told before it and after it")
    assert not any(p.stale for p in found.points)


def test_a_number_without_a_noun_in_a_place_is_of_those_there() -> None:
    groups = [
        s.group for s in read("Raids killed over 1,200 Israelis, including 25 Americans, and more than 1,400 in Gaza.")
    ]
    assert "Israelis" in groups
    assert "people" in groups
