"""What is told of a joined actor: name, id, aliases, side, members, role; and the parties of one report."""

from __future__ import annotations

import pytest

from parley.model import (
    Actor,
    Attribution,
    Backing,
    Event,
    Factuality,
    Mention,
    Move,
    Source,
    Span,
    TalksRole,
    Term,
    hash_id,
    new_claim,
)
from parley.resolve import Parties, Told, resolve_actors
from tests.resolve.actors.made import actor, one, report, resolved

DAHL = "Ole Dahl|person|Norway|Norwegian Prime Minister Ole Dahl"
SPAN = Span(0, 10)


def _told(body: Move | Event, *sources: Source) -> Told:
    made = new_claim(
        "report-1",
        body,
        attribution=Attribution(sources),
        factuality=Factuality(),
        mentions=(Mention(SPAN, SPAN),),
        rule="test",
    )
    return Told(made, "2025-03-01")


def _roles(told: Told, name: str) -> dict[str, int]:
    parties = resolve_actors([told])
    return next(dict(each.roles) for each in parties.actors if each.name == name)


def test_an_actor_has_its_fullest_usual_name_and_all_it_goes_by() -> None:
    parties = resolved(
        [["Ana Reyes|person"], ["Ana Maria Reyes|person"], ["Ana Reyes|person"], ["Reyes|person||Ms Reyes"]]
    )
    (found,) = parties.actors
    assert found.name == "Ana Reyes"
    assert [(alias.name, alias.reports) for alias in found.aliases] == [
        ("Ana Reyes", 2), ("Ana Maria Reyes", 1), ("Reyes", 1),
    ]  # fmt: skip
    assert found.aliases[2].rule == "surname"
    assert all(alias.claim.startswith("claim-") for alias in found.aliases)


def test_a_side_is_told_with_the_claim_that_says_so() -> None:
    told = report("a", DAHL)
    parties = resolve_actors(told)
    found = parties.actor(parties.of(actor(DAHL), told[0].claim.report))
    assert found is not None
    side = parties.side(actor(DAHL), told[0].claim.report)
    assert found.acts_for == Backing(side, told[0].claim.id)
    assert parties.name(side) == "Norway"


def test_the_side_of_a_wing_ends_with_its_movement_and_of_a_house_with_its_state() -> None:
    parties = resolved([["Qassam Brigades|armed_group", "White House|office"]])
    for words, side in (("Qassam Brigades|armed_group", "Hamas"), ("White House|office", "United States")):
        assert parties.name(parties.side(actor(words), one(parties, words, 0))) == side


BERG = "Ada Berg|person|Norland|Norland's premier, Ada Berg"
UNION = "Amalgamated Dockers' Union|union"
# The actors of two reports, one of them, and whose side it is on.
BACKED = [
    ([[BERG], ["Berg's cabinet|office"]], "Berg's cabinet|office", "Norland"),
    ([[BERG], ["Ms Berg's government|office"]], "Ms Berg's government|office", "Norland"),
    ([[UNION], ["Dockers at Skagen|collective"]], "Dockers at Skagen|collective", "Amalgamated Dockers' Union"),
    ([[UNION], ["dockers|collective"]], "dockers|collective", "Amalgamated Dockers' Union"),
    # No organ, another leader of the name, another trade, two unions of the trade.
    ([[BERG], ["Berg's party|organisation"]], "Berg's party|organisation", "Berg's party"),
    ([[BERG, "Ole Berg|person|Sorland"], ["Berg's cabinet|office"]], "Berg's cabinet|office", "Berg's cabinet"),
    ([[UNION], ["miners|collective"]], "miners|collective", "miners"),
    ([[UNION, "Free Dockers' League|union"], ["dockers|collective"]], "dockers|collective", "dockers"),
]


@pytest.mark.parametrize(("reports", "words", "side"), BACKED, ids=[f"{row[1]}: {row[0]}" for row in BACKED])
def test_organs_are_on_their_leaders_side_and_workers_on_that_of_their_one_union(
    reports: list[list[str]], words: str, side: str
) -> None:
    parties = resolved(reports)
    assert parties.name(parties.side(actor(words), hash_id("report", "1"))) == side


def test_whoever_acts_for_the_federation_acts_for_the_one_the_report_names_so() -> None:
    chair = "Gil Strand|person|federation"
    named = resolved([["Port Employers' Federation|organisation", chair]])
    assert named.name(named.side(actor(chair), hash_id("report", "0"))) == "Port Employers' Federation"
    two = resolved([["Port Employers' Federation|organisation", "Seamen's Federation|organisation", chair]])
    assert two.name(two.side(actor(chair), hash_id("report", "0"))) == "federation"


def test_who_acts_for_somebody_who_acts_for_another_is_on_the_side_of_the_last() -> None:
    parties = resolved([["Lena Holm|person|White House"]])
    assert parties.name(parties.side(actor("Lena Holm|person|White House"), "report")) == "United States"


def test_a_slip_of_one_report_is_no_side() -> None:
    reports = [["Ana Reyes|person"]] * 12 + [["Ana Reyes|person|Peru"]]
    parties = resolved(reports)
    found = parties.actor(one(parties, "Ana Reyes|person", 0))
    assert found is not None
    assert found.acts_for is None


def test_sides_that_reports_disagree_on_are_left_open_but_each_claim_keeps_its_own() -> None:
    reports = [["Ana Reyes|person|Harbour Union"], ["Ana Reyes|person|Dock Council"]]
    parties = resolved(reports)
    found = parties.actor(one(parties, "Ana Reyes|person", 0))
    assert found is not None
    assert found.acts_for is None
    assert parties.name(parties.side(actor("Ana Reyes|person|Dock Council"), "report")) == "Dock Council"


def test_a_circle_of_sides_ends() -> None:
    parties = resolved([["Harbour Union|union|Dock Council", "Dock Council|organisation|Harbour Union"]])
    assert parties.name(parties.side(actor("Harbour Union|union"), "report")) == "Dock Council"


def test_members_are_actors() -> None:
    consortium = Actor("Fenland Consortium", "the consortium", None, "consortium", ("Marlow Tin", "Varnham"))
    parties = resolve_actors([_told(Move("offer", by=(consortium,), to=(actor("Marlow Tin|company"),)))])
    found = next(each for each in parties.actors if each.name == "Fenland Consortium")
    assert parties.of(actor("Marlow Tin|company"), "report-1") in found.members
    assert len(found.members) == 2


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        (_told(Move("offer", by=(actor("Norway|state"),))), "Norway", "party"),
        (_told(Move("threaten", by=(actor("Peru|state"),), to=(actor("Norway|state"),))), "Norway", "party"),
        (_told(Move("mediate", by=(actor("Qatar|state"),))), "Qatar", "mediator"),
        (_told(Move("offer", by=(actor("Peru|state"),), via=(actor("Egypt|state"),))), "Egypt", "mediator"),
        (_told(Move("meet", by=(actor("Peru|state"),), place="Doha")), "Qatar", "host"),
        (_told(Move("support", by=(actor("Kenya|state"),))), "Kenya", "observer"),
        (_told(Move("agree", terms=(Term("guarantee", "assurances", SPAN, giver=actor("Kenya|state")),))), "Kenya", "guarantor"),
        (_told(Event("ASSAULT", "shelled", to=(actor("Peru|state"),))), "Peru", "affected"),
        (_told(Move("agree"), Source("Reuters", "agency", actor=actor("Reuters|outlet"))), "Reuters", "reporter"),
    ],
)  # fmt: skip
def test_roles_follow_from_the_part_in_a_claim(told: Told, name: str, role: TalksRole) -> None:
    roles = {each.name: dict(each.roles) for each in resolve_actors([told]).actors}
    assert roles[name][role] == 1


def test_a_threat_alone_makes_no_party_of_its_maker() -> None:
    assert _roles(_told(Move("threaten", by=(actor("Peru|state"),))), "Peru") == {}


def test_an_actor_with_several_roles_has_the_one_of_most_claims() -> None:
    told = [
        *report("a", "Qatar|state", act="mediate"),
        *report("b", "Qatar|state", act="mediate"),
        *report("c", "Qatar|state"),
    ]
    (found,) = resolve_actors(told).actors
    assert (found.role, found.roles) == ("mediator", (("mediator", 2), ("party", 1)))


def test_the_id_follows_from_the_name() -> None:
    alone, among = (
        resolved([["Ana Reyes|person"]]),
        resolved([["Peru|state"], ["Ana Reyes|person", "officials|unnamed"]]),
    )
    assert one(alone, "Ana Reyes|person", 0) == one(among, "Ana Reyes|person", 1)


def test_without_claims_every_name_is_a_party_of_its_own() -> None:
    parties = Parties()
    first = parties.of(actor("Ferry Guild|union"), "report-1")
    assert first == parties.of(actor("the Ferry Guild|union"), "report-2")
    assert parties.name(first) == "Ferry Guild"
    assert parties.actors == ()


def test_a_side_called_by_what_it_is_has_the_name_most_reports_give_it() -> None:
    long = "employers in Skagen port's strike-hit cargo sector|collective"
    parties = resolved([["employers|collective"], [long], ["employers|collective"]])
    (found,) = parties.actors
    assert found.name == "employers"


@pytest.mark.parametrize(("words", "serves"), [("Dutch port union|union", False), ("Dutch army|organisation", True)])
def test_a_union_serves_no_state_for_being_at_home_there(words: str, serves: bool) -> None:
    parties = resolved([[words]])
    acts_for = next(each.acts_for for each in parties.actors if each.name == words.split("|")[0])
    assert (acts_for is not None) == serves
