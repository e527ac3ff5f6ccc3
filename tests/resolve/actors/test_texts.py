"""Who is who over invented reports, read from their words."""

from __future__ import annotations

import pytest

from parley.model import Actor
from parley.resolve import Parties, Told, resolve_actors
from tests.extract.reading_moves import read, read_all

Story = tuple[Parties, dict[tuple[int, str], set[str]]]

REPORTS = (
    "US Middle East envoy Lena Marsh met Egyptian officials in Cairo on Monday. Marsh demanded that the Qassam Brigades "
    "release twelve captives. Hamas rejected the demand.",
    "Hamas' armed wing offered to free four captives in exchange for fuel. Washington rejected the offer. "
    "The group threatened to end the talks.",
    "Lena Marsh accepted the proposal on Friday. Mr Marsh, the chairman of the Fenland Council, said nothing. Israel rejected the truce.",
    "Carl Marsh, chairman of the Fenland Council, rejected the pay offer. The Israeli army rejected the terms.",
    "Marsh proposed a pause of ten days, the White House said. The IDF accepted the terms. Officials rejected the plan.",
)


@pytest.fixture(scope="module")
def story() -> Story:
    """The parties of the reports, and the ids of every name by the number of the report."""
    read_all(REPORTS)
    claims = [read(text) for text in REPORTS]
    parties = resolve_actors([Told(claim, "2025-05-16") for each in claims for claim in each])
    ids: dict[tuple[int, str], set[str]] = {}
    for number, each in enumerate(claims):
        for claim in each:
            for actor in (*claim.body.by, *claim.body.to):  # type: ignore[union-attr]
                _note(ids, number, actor, parties.of(actor, claim.report))
    return parties, ids


def _note(ids: dict[tuple[int, str], set[str]], number: int, actor: Actor, party: str) -> None:
    ids.setdefault((number, actor.name), set()).add(party)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, "Qassam Brigades"), (1, "Hamas' armed wing")),
        ((0, "Hamas"), (1, "Hamas")),
        ((0, "United States"), (1, "United States")),
        ((0, "Lena Marsh"), (2, "Lena Marsh")),
        ((2, "Fenland Council"), (3, "Fenland Council")),
        ((3, "Israeli army"), (4, "IDF")),
    ],
)
def test_one_actor_in_two_reports(story: Story, one: tuple[int, str], other: tuple[int, str]) -> None:
    assert story[1][one] == story[1][other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, "Lena Marsh"), (3, "Carl Marsh")),
        ((4, "Marsh"), (3, "Carl Marsh")),
        ((4, "Marsh"), (0, "Lena Marsh")),
        ((0, "Qassam Brigades"), (0, "Hamas")),
        ((3, "Israeli army"), (2, "Israel")),
        ((0, "Egyptian officials"), (4, "Officials")),
    ],
)
def test_two_actors(story: Story, one: tuple[int, str], other: tuple[int, str]) -> None:
    assert story[1][one].isdisjoint(story[1][other])


def test_the_surname_of_two_is_left_to_a_person(story: Story) -> None:
    parties, ids = story
    (alone,) = ids[4, "Marsh"]
    bearers = {*ids[0, "Lena Marsh"], *ids[3, "Carl Marsh"]}
    assert {each for s in parties.suggestions for each in (s.one, s.other)} == {alone, *bearers}


@pytest.mark.parametrize(
    ("number", "name", "side"),
    [
        (0, "Lena Marsh", "United States"),
        (1, "Hamas' armed wing", "Hamas"),
        (4, "IDF", "Israel"),
        (0, "Egyptian officials", "Egypt"),
    ],
)
def test_on_whose_side_they_are(story: Story, number: int, name: str, side: str) -> None:
    parties, ids = story
    (party,) = ids[number, name]
    found = parties.actor(party)
    assert found is not None
    assert found.acts_for is not None
    assert parties.name(found.acts_for.actor) == side
