"""Bodies of people that a report describes first: whom "it" stands for behind them, and the name they are given later."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.model import new_report

_GROUP = (
    "An investment group led by Orrin Stores Inc said it raised its tender offer for Harlan Corp to 58.50 dlrs a share."
)


def _names(text: str, words: str) -> list[str]:
    (doc,) = annotate([new_report(text, published="1987-05-20")])
    return [e.name for e in doc.entities if text[e.span.start : e.span.end] == words]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (_GROUP, "it", ["investment group"]),
        (_GROUP, "its", ["investment group"]),
        (f"{_GROUP} The group, Harnew Acquisition Corp, set no date.", "it", ["Harnew Acquisition Corp"]),
        (f"{_GROUP} The group, Harnew Acquisition Corp, set no date.", "An investment group", ["Harnew Acquisition Corp"]),
        # A name told before is not that of a group described since.
        (f"Sloane Corp made a bid. {_GROUP} The company, Sloane Corp, set no date.", "it", ["investment group"]),
        # "Its" of a firm whose name alone is the subject.
        ("Orrin Stores Inc, with a group of friends, said it raised its bid for Harlan Corp.", "it", ["Orrin Stores Inc"]),
        # A description with all the words of one told before names it.
        ("DUTCH PORT UNION CALLS OFF STRIKES\n\nDutch port and transport union, FTV, has called off the strikes.",
         "DUTCH PORT UNION", ["FTV"]),
        # From then on it is no rival of the one that has the name.
        ("DUTCH PORT UNION TO MEET DEPUTIES\n\nDutch port and transport union, FTV, is at odds with owners, a union spokesman said.",
         "union", ["FTV"]),
        # A slip of the pen in a longer name makes no common word of a name.
        ("Harlan merged with a unit of keelsons Group PLC. Keelsons held 83 pct of the shares.", "Keelsons", ["Keelsons"]),
        # A firm goes before what is only taken for a body with the same first word.
        ("Bexley Group PLC met Bexley Harbour Friends. Bexley said it would pay.", "Bexley", ["Bexley Group PLC"]),
    ],
)  # fmt: skip
def test_a_body_of_people_is_one_and_keeps_its_name(text: str, words: str, names: list[str]) -> None:
    assert _names(text, words) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Fisheries and Harbour Board", "Fisheries and Harbour Board"),
        ("The Ports and Harbors Commission", "Ports and Harbors Commission"),
        # One letter three times running is a slip for two.
        ("The Securities and Exchange Commisssion", "Securities and Exchange Commisssion"),
    ],
)
def test_a_body_named_after_two_things_is_one(words: str, name: str) -> None:
    assert _names(f"{words} ordered Keelson to extend its tender offer.", words) == [name]


def test_a_title_after_the_crown_speaks_for_no_monarch() -> None:
    text = "Han Berger, Queen's Commissioner for the province of Overmark, will not act as a mediator."
    (doc,) = annotate([new_report(text, published="1987-05-20")])
    assert not any(e.acts_for for e in doc.entities)
