"""Names written with a slip of one letter: joined where reports write the right one beside it or often, left alone else."""

from __future__ import annotations

import pytest

from parley.resolve import Parties
from tests.resolve.actors.made import one, resolved

_RIGHT = ("Keelsons Group PLC|company", "Harlan Corp|company")


def _rules(parties: Parties, name: str) -> set[str]:
    return {alias.rule for actor in parties.actors for alias in actor.aliases if alias.name == name}


def test_a_final_s_left_out_beside_the_right_name_is_a_slip() -> None:
    parties = resolved([("Keelsons Group PLC|company||Keelsons", "Keelson|organisation"), _RIGHT])
    assert one(parties, "Keelson|organisation", 0) == one(parties, "Keelsons Group PLC|company", 1)
    assert _rules(parties, "Keelson") == {"final s"}


def test_without_the_right_name_beside_it_a_final_s_tells_two_apart() -> None:
    parties = resolved([("Keelson|organisation",), _RIGHT, _RIGHT])
    assert one(parties, "Keelson|organisation", 0) != one(parties, "Keelsons Group PLC|company", 1)


def test_one_letter_in_one_report_alone_is_a_slip_where_several_have_the_right_name() -> None:
    parties = resolved([("Hrnew Corp|company",), *[("Harnew Corp|company",)] * 3])
    assert one(parties, "Hrnew Corp|company", 0) == one(parties, "Harnew Corp|company", 1)
    assert _rules(parties, "Hrnew Corp") == {"misprint"}


@pytest.mark.parametrize(
    "reports",
    [
        [("Harnaw Corp|company",), *[("Harnew Corp|company",)] * 2],  # too few write it otherwise
        [("Harnaw Corp|company", "Harnew Corp|company"), *[("Harnew Corp|company",)] * 3],  # told apart
        [*[("Harnaw Corp|company",)] * 2, *[("Harnew Corp|company",)] * 4],  # no slip of one report
        [("Vale Corp|company",), *[("Dale Corp|company",)] * 3],  # short words, and another first letter
        [("Harnaw union|union",), *[("Harnew Corp|company",)] * 3],  # of another kind
    ],
)
def test_what_may_be_another_name_stays_apart(reports: list[tuple[str, ...]]) -> None:
    parties = resolved(reports)
    assert one(parties, reports[0][0], 0) != one(parties, reports[-1][0], len(reports) - 1)


def test_a_slip_of_either_of_two_names_is_left_to_a_person() -> None:
    parties = resolved([("Hartew Corp|company",), *[("Harlew Corp|company", "Harkew Corp|company")] * 3])
    wrong = one(parties, "Hartew Corp|company", 0)
    assert {wrong} < {each for s in parties.suggestions if s.rule == "misprint" for each in (s.one, s.other)}
    assert len({wrong, one(parties, "Harlew Corp|company", 1), one(parties, "Harkew Corp|company", 1)}) == 3


def test_a_slip_without_legal_form_beside_the_right_name_is_joined() -> None:
    beside = ("Cyverq|organisation", "Cyvrq Corp|company||Cyvrq")
    parties = resolved([beside, *[("Cyvrq Corp|company",)] * 3])
    assert one(parties, "Cyverq|organisation", 0) == one(parties, "Cyvrq Corp|company", 1)
