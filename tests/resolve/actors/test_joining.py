"""Two names in two reports: which are one actor, by which rule, and which stay two."""

from __future__ import annotations

import pytest

from parley.resolve import resolve_actors
from tests.resolve.actors.made import actor, one, report, resolved, together

SAME = [
    # Lexicon: usual names, capitals, houses, spellings, parts of a state, armed wings
    ("United States|state", "Washington|state", "capital for its government"),
    ("Russia|state", "Russian government|state", "government"),
    ("Hezbollah|armed_group", "Hizbullah|armed_group", "name in the lexicon"),
    ("Qassam Brigades|armed_group", "Izz ad-Din al-Kassam Brigades|armed_group", "name in the lexicon"),
    ("Qassam Brigades|armed_group", "Hamas' armed wing|armed_group", "armed wing"),
    ("Qassam Brigades|armed_group", "military wing of Hamas|armed_group|Hamas", "armed wing"),
    ("Israel Defense Forces|organisation", "Israeli army|organisation|Israel", "description"),
    ("Israeli army|organisation|Israel", "Israel's military|organisation|Israel", "description"),
    ("Norwegian foreign ministry|office|Norway", "Foreign Ministry|office||Norway's Foreign Ministry", "description"),
    ("Kenyan Ministry of Health|office|Kenya", "Kenya's health ministry|office|Kenya", "description"),
    ("FIFA|organisation", "Fifa|organisation", "name in the lexicon"),
    # A state the lexicon does not know
    ("Tarvian army|organisation|Tarvia", "army|organisation|Tarvia", "description"),
    # Writing: case, articles, marks, legal forms, hyphens
    ("Marlow Tin Corp|company", "Marlow Tin|company", "same name"),
    ("MARLOW TIN PLC|company", "Marlow Tin Ltd|company", "same name"),
    ("The Ferry Guild|union", "Ferry Guild|union", "name"),
    ("Ferry-Guild|union", "Ferry Guild|union", "same name"),
    # Short names and acronyms
    ("Varnham|company", "Varnham Foundries|company", "short name"),
    ("Varnham|organisation", "Varnham Foundries Inc|company", "short name"),
    ("Federation of Harbour Crews|union", "FHC|union", "initials"),
    ("Northern Marsh Front|armed_group", "Front|organisation", "last word of the name"),
    # What a report does not show to be a state is taken for an organisation
    ("Calvaria|state", "Calvaria|organisation", "name"),
    # People
    ("Ana Reyes|person", "Reyes|person||Ms Reyes", "surname"),
    ("Joseph Hale|person", "Joe Hale|person", "same name"),
    ("K. Moreno|person", "Karl Moreno|person", "fuller name"),
    ("Karl Moreno|person", "Karl Otto Moreno|person", "fuller name"),
    ("Karim al-Sabri|person", "Karim Al Sabri|person", "same name"),
    ("Mahmoud Darzi|person", "Mahmud Darzi|person", "same name"),
    ("Hossein Amir-Tahani|person", "Hossein Amirtahani|person", "same name"),
    ("Tan Wei Ming|person", "Tan|person||Mr Tan", "surname"),
    ("Home Secretary Ruth Vane|organisation", "Ruth Vane|person", "same name"),
    ("Mohamed Haddad|person|Jordan", "Mohammad Haddad|person|Jordan", "spelling"),
    # Offices
    ("Ole Dahl|person|Norway|Norwegian Prime Minister Ole Dahl", "Norway's prime minister|office|Norway", "office"),
    ("Ole Dahl|person|Norway|Norwegian Prime Minister Ole Dahl", "Norwegian premier|office|Norway", "office"),
    # Sides of talks that are called by what they are
    ("employers|collective", "Employers|collective", "same name"),
    ("dockers|collective", "Skagen dockers|collective", "side of talks"),
    ("Dockers at Skagen|union", "SKAGEN DOCKERS|organisation", "side of talks"),
    ("creditors|collective", "private creditors|collective", "side of talks"),
    ("employers|collective", "Port Employers' Federation|organisation", "body named after its side"),
    ("port employers|collective", "Skagen Employers' Association|organisation", "body named after its side"),
    # Common words, and the one body that they name
    ("harbour company|company", "Skagen Harbour Company|company", "end of the name"),
    ("court in Skagen|court", "Skagen court|court", "end of the name"),
]  # fmt: skip

DIFFERENT = [
    # Common words of which a name has only one, or in which another place is told
    ("company|company", "Skagen Harbour Company|company"),
    ("rival harbour company|company", "Skagen Harbour Company|company"),
    ("court in Frederikshavn|court", "Skagen court|court"),
    ("court in Skagen|court", "Skagen appeal court|court"),
    ("foreign ministry|office", "Asia director in Norway's Foreign Ministry|organisation"),
    ("harbour company|company", "Ferry crews of Skagen Harbour Company|organisation"),
    # Descriptions that somebody else may be meant by each time
    ("officials|unnamed", "officials|unnamed"),
    ("group|armed_group||the group", "group|armed_group||the group"),
    ("both sides|collective", "both sides|collective"),
    ("sources|unnamed", "sources|unnamed"),
    ("Israeli officials|unnamed|Israel", "Israeli officials|unnamed|Israel"),
    ("spokesman|person|Hamas", "spokesman|person|Hamas"),
    ("people|collective", "people|collective"),
    # Some of a side, those for whom a union speaks, and a side that others speak for too
    ("dockers|collective", "striking dockers|collective"),
    ("dockers|collective", "Some 300 dockers|collective"),
    ("most dockers|collective", "dockers|collective"),
    ("dockers|collective", "Dockers' Union|union"),
    ("creditors|collective", "Creditors' Committee|organisation"),
    ("employers|collective", "their employers|collective"),
    # A ministry of labour is no part of a party of that name
    ("Labour Party|organisation", "Labour Ministry|office"),
    ("company|company||the company", "company|company||the company"),
    ("some|unnamed", "Some|unnamed"),
    # The same part of different parties, and what no report says whose it is
    ("Foreign Ministry|office||Kenya's Foreign Ministry", "Foreign Ministry|office||Norway's Foreign Ministry"),
    ("Foreign Ministry|office", "Foreign Ministry|office"),
    ("army|organisation", "army|organisation"),
    ("Congress|office", "Congress|office"),
    ("Israeli army|organisation|Israel", "Egyptian army|organisation|Egypt"),
    ("Red Cross|organisation||Norwegian Red Cross", "Red Cross|organisation||Kenyan Red Cross"),
    ("Red Cross|organisation||Norwegian Red Cross", "International Committee of the Red Cross|organisation"),
    # A part and the whole, a person and whom it acts for
    ("Israeli army|organisation|Israel", "Israel|state"),
    ("Qassam Brigades|armed_group", "Hamas|armed_group"),
    ("White House|office", "United States|state"),
    ("Palestinians|collective", "Palestine|state"),
    # People
    ("Ana Reyes|person", "Luis Reyes|person"),
    ("Ana Reyes|person", "Reyes|person||Mr Reyes"),
    ("Karl A. Moreno|person", "Karl B. Moreno|person"),
    ("Ali Saleh|person", "Ali Salah|person"),
    ("Ole Dahl|person|Norway|Norwegian minister Ole Dahl", "Ole Dahl|person|Denmark|Danish minister Ole Dahl"),
    ("Kim Wood|person|Marlow Tin|Marlow Tin chief executive Kim Wood", "Wood|person|Egypt|Egyptian president Wood"),
    ("Abdullah|person||Jordan's King Abdullah", "Faisal Abdullah|person"),
    # Kinds that exclude one another
    ("Marlow|state", "Marlow|company"),
    ("Jordan|state", "Jordan|person||Mr Jordan"),
    ("Harbour Workers|union", "Harbour Workers|company"),
    # Words too common to stand for one firm; branches
    ("National|company", "National Tin|company"),
    ("Varnham Foundries|company", "Varnham Shipping|company"),
    ("Varnham|company", "Varnham Norway|company"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "rule"), SAME)
def test_names_of_one_actor(first: str, second: str, rule: str) -> None:
    parties = resolved([[first], [second]])
    assert together(parties, first, second), [(a.name, a.aliases) for a in parties.actors]
    found = parties.actor(one(parties, first, 0))
    assert found is not None
    assert rule in {alias.rule for alias in found.aliases}


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_names_of_two_actors(first: str, second: str) -> None:
    parties = resolved([[first], [second]])
    assert not together(parties, first, second)


def test_sides_that_reports_tell_apart_stay_apart() -> None:
    creditors = ["creditors|collective", "private creditors|collective", "official creditors|collective"]
    parties = resolved([[each] for each in (*creditors, creditors[1])])
    ids = [one(parties, each, number) for number, each in enumerate((*creditors, creditors[1]))]
    assert len(set(ids)) == 3
    assert ids[1] == ids[3]
    assert {frozenset((s.one, s.other)) for s in parties.suggestions} == {frozenset((ids[0], i)) for i in ids[1:3]}


def test_two_bodies_named_after_a_side_are_a_suggestion() -> None:
    bodies = ["Port Employers' Federation|organisation", "Rail Employers' Association|organisation"]
    parties = resolved([[bodies[0]], [bodies[1]], ["employers|collective"]])
    plain = one(parties, "employers|collective", 2)
    assert {s.rule for s in parties.suggestions} == {"body named after its side"}
    assert plain not in {one(parties, body, number) for number, body in enumerate(bodies)}


def test_a_surname_with_two_bearers_is_a_suggestion() -> None:
    parties = resolved([["Ana Reyes|person"], ["Luis Reyes|person"], ["Reyes|person"]])
    alone = one(parties, "Reyes|person", 2)
    bearers = {one(parties, "Ana Reyes|person", 0), one(parties, "Luis Reyes|person", 1)}
    assert alone not in bearers
    assert {frozenset((s.one, s.other)) for s in parties.suggestions} == {frozenset((alone, each)) for each in bearers}
    assert all(s.rule == "surname" and len(s.claims) == 2 and s.reason for s in parties.suggestions)


def test_a_courtesy_tells_two_bearers_apart() -> None:
    parties = resolved([["Ana Reyes|person"], ["Luis Reyes|person"], ["Reyes|person||Ms Reyes"]])
    assert one(parties, "Reyes|person||Ms Reyes", 2) == one(parties, "Ana Reyes|person", 0)
    assert parties.suggestions == ()


def test_an_office_tells_two_bearers_apart() -> None:
    reports = [["Kim Wood|person||Prime Minister Kim Wood"], ["Lin Wood|person"], ["Wood|person||Prime Minister Wood"]]
    parties = resolved(reports)
    assert one(parties, "Wood|person", 2) == one(parties, "Kim Wood|person", 0)


def test_surnames_that_no_full_name_fits_are_one() -> None:
    parties = resolved([["Hale|person||Mr Hale"], ["Hale|person"]])
    assert one(parties, "Hale|person", 0) == one(parties, "Hale|person", 1)


def test_surnames_of_different_courtesy_stay_apart_and_the_bare_one_is_left_open() -> None:
    parties = resolved([["Hale|person||Mr Hale"], ["Hale|person||Ms Hale"], ["Hale|person"]])
    assert len({one(parties, "Hale|person", number) for number in range(3)}) == 3
    assert parties.suggestions


def test_a_surname_alone_differs_from_report_to_report() -> None:
    reports = [["Ana Reyes|person"], ["Luis Reyes|person"], ["Reyes|person||Ms Reyes"], ["Reyes|person||Mr Reyes"]]
    parties = resolved(reports)
    assert one(parties, "Reyes|person", 2) == one(parties, "Ana Reyes|person", 0)
    assert one(parties, "Reyes|person", 3) == one(parties, "Luis Reyes|person", 1)


def test_an_office_is_who_holds_it_at_that_time() -> None:
    old, new = "Ole Dahl|person|Norway|Norwegian Prime Minister Ole Dahl", "Eva Lund|person|Norway|Norway's Prime Minister Eva Lund"  # fmt: skip
    office = "Norwegian prime minister|office|Norway"
    told = [
        *report("a", old, published="2023-01-10"),
        *report("b", new, published="2025-03-01"),
        *report("c", office, published="2025-03-20"),
        *report("d", office, published="2023-01-20"),
        *report("e", office, published="2024-06-01"),
    ]
    parties = resolve_actors(told)
    ids = {each.claim.report: parties.of(actor(office), each.claim.report) for each in told}
    a, b, c, d, e = (ids[report(name, office)[0].claim.report] for name in "abcde")
    del a, b
    assert parties.name(c) == "Eva Lund"
    assert parties.name(d) == "Ole Dahl"
    assert parties.name(e) == "Norwegian prime minister"
    assert {s.rule for s in parties.suggestions} == {"office"}


def test_a_firm_and_its_unit_that_a_report_tells_apart_stay_two() -> None:
    parties = resolved([["Varnham|company", "Varnham Foundries|company"], ["Varnham|company"]])
    assert one(parties, "Varnham|company", 1) != one(parties, "Varnham Foundries|company", 0)
    assert [s.reason for s in parties.suggestions] == ["a report names both, and tells them apart"]


def test_two_names_that_a_short_one_may_stand_for_are_left_open() -> None:
    parties = resolved([["Varnham Foundries|company"], ["Varnham Shipping|company"], ["Varnham|company"]])
    assert len({actor.id for actor in parties.actors}) == 3
    assert len(parties.suggestions) == 2


def test_an_acronym_told_in_a_report_goes_before_initials() -> None:
    reports = [
        ["Guild of Ferry Crews|union||GFC"],
        ["Great Fenland Canals|company"],
        ["GFC|union"],
    ]
    parties = resolved(reports)
    assert one(parties, "GFC|union", 2) == one(parties, "Guild of Ferry Crews|union", 0)


def test_a_description_without_owner_is_that_of_its_report() -> None:
    owned = "Foreign Ministry|office||Norway's Foreign Ministry"
    parties = resolved([[owned, "Foreign Ministry|office||the ministry"], ["Norwegian foreign ministry|office|Norway"]])
    assert one(parties, "Foreign Ministry|office||the ministry", 0) == one(parties, "Norwegian foreign ministry|office|Norway", 1)  # fmt: skip


def test_a_body_is_named_by_its_name_and_not_by_common_words() -> None:
    parties = resolved([["Skagen Harbour Company|company"], ["harbour company|company"], ["harbour company|company"]])
    assert [each.name for each in parties.actors] == ["Skagen Harbour Company"]
