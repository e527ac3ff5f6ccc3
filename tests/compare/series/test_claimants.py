"""On whose word a figure rests: one office under several names, and offices of two places that stay two."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from parley.compare.series.claimants import Claimant, claimant_of
from parley.model import Actor, Evidence, Source, Span
from parley.resolve.parties import resolve_actors
from parley.resolve.told import Told
from tests.compare.series.told_figures import only, told

_PLACE = "Alderport"


def ministry(name: str, words: str = "", acts_for: str | None = None) -> Source:
    return Source(name, "office", actor=Actor(name, words or name, acts_for=acts_for), span=Span(0, len(words or name)))


def counted(source: Source, words: str = "", day: str = "2031-03-10") -> Told:
    """A count on the word of a source for which the report writes `words`."""
    given = told("151", day, source)
    mention = given.claim.mentions[0]
    evidence = Evidence("source", 0, len(words or source.name), words or source.name)
    return replace(given, claim=replace(given.claim, mentions=(replace(mention, evidence=(evidence,)),)))


def who(given: Told, *others: Told) -> Claimant:
    return claimant_of(given, _PLACE, resolve_actors([given, *others]))


def test_a_pronoun_for_a_ministry_is_the_ministry() -> None:
    named = counted(ministry("Alderport health ministry"))
    taken_up = counted(ministry("Alderport health ministry", "it"), "it", "2031-03-12")
    assert who(taken_up, named) == who(named, taken_up)


def test_an_office_named_by_its_matter_is_that_of_the_place_counted() -> None:
    assert who(counted(ministry("health authorities"))) == who(counted(ministry("Alderport health ministry")))


def test_the_ministries_of_two_states_stay_two() -> None:
    own = counted(ministry("Alderport health ministry"))
    state = told("40", "2031-03-09", by=(Actor("Borland", "Borland", kind="state"),))
    other = counted(ministry("Borland health ministry", acts_for="Borland"), day="2031-03-11")
    assert who(own, other, state) != who(other, own, state)


def test_an_office_of_another_matter_stays_itself() -> None:
    assert who(counted(ministry("interior ministry"))) != who(counted(ministry("health ministry")))


def test_without_a_place_an_office_counts_for_whom_it_serves() -> None:
    served = [counted(ministry("Alderport health ministry", acts_for="Alderport"), day=f"2031-03-1{i}") for i in (0, 1)]
    parties = resolve_actors(served)
    assert claimant_of(served[0], None, parties).name == "health authorities, Alderport"
    other = counted(ministry("Borland health ministry", acts_for="Borland"), day="2031-03-12")
    assert claimant_of(other, None, parties) != claimant_of(served[0], None, parties)


def test_a_copied_text_has_its_own_words_from_the_report_that_had_them_first() -> None:
    first = told("48", "2031-03-10", outlet="Bay Agency", origin="one text")
    copied = told("48", "2031-03-11", outlet="The Alder Courier", origin="one text")
    (line,) = only(copied, first).lines
    assert (line.name, len(line.points)) == ("Bay Agency", 1)
    other = told("48", "2031-03-11", outlet="The Alder Courier")
    assert len(only(first, other).lines) == 2


def test_an_undated_count_that_stands_is_in_the_headline() -> None:
    dated, undated = told("110", "2031-03-10"), told("480", None, outlet="The Bay Post")
    assert {claim for _, claim in only(dated, undated).headline.points} == {dated.claim.id, undated.claim.id}


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("1959-01-01/1959-12-31", "in 1959"),
        ("2031-02-01/2031-02-28", "in February 2031"),
        ("2031-02-03", "on 3 February 2031"),
        ("2030-02-03/2030-02-09", "from 3 February 2030 to 9 February 2030"),
    ],
)
def test_a_period_is_called_by_its_year_or_month_where_it_fills_one(period: str, words: str) -> None:
    found = only(told("3", "2031-03-10", period=period, accounting="flow"))
    assert found.title == f"people killed in Alderport {words}"
