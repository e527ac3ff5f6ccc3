"""Who makes a move and to whom, in plain reports: pronouns that take up who acted before, headlines, clefts, bids, aliases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading_moves import differences

MAKERS: list[tuple[str, str, list[str]]] = [
    # pronouns that take up somebody without a name
    ("The garrison has no fuel. It asks for a pause of two days.", "demand", ["garrison"]),
    ("The founding family has made it known that it will not sell its stake in Halberg.", "reject", ["founding family"]),
    ("When the members met on Sunday they voted to accept the price.", "accept", ["members"]),
    ("Cabin crew, who lost a vote in April, said they would ask for new talks.", "invite", ["Cabin crew"]),
    ("The pilots want more rest. A smaller group of stewards said it wanted a bonus of 75 dollars.", "demand",
     ["smaller group of stewards"]),
    ("A junta spokesman said General Dorn would stay. He proposed a truce of 30 days.", "offer", ["junta spokesman"]),
    # a finite verb is no pair of an infinitive
    ("Governor Ada Stroem said the bloc would pay a third and offered the union a hall.", "offer", ["Ada Stroem"]),
    ("Mayor Ada Stroem asked the union to put the offer to a vote and proposed two more rest days.", "offer",
     ["Ada Stroem"]),
    # who did it, and not who did not
    ("It was Marlow Steel, and not the unions, that walked out of the talks.", "break_off", ["Marlow Steel"]),
    ("It was the smaller party that broke off the coalition talks on Wednesday.", "break_off", ["smaller party"]),
    # aliases and names behind a noun
    ("The group's commander, known as Ka Runo, rejected the offer.", "reject", ["Ka Runo"]),
    ("Hartwell Foods rejected a raised bid from Pollard Group. Later the suitor offered 40 dollars a share.", "offer",
     ["Pollard Group"]),
    ("Pollard Group raised its takeover proposal for the brewer Hartwell. The target dismissed the new price.", "reject",
     ["Hartwell"]),
    # whose body it is that acts
    ("Orlan's growers, whose union had rejected the offer, want a vote.", "reject", ["union"]),
    # headlines and answers
    ("No deal without the bodies, mothers tell army", "demand", ["mothers"]),
    ('"The answer is no," said the head of the growers, Bruno Keel.', "reject", ["Bruno Keel"]),
    ("Orlan's president has written to his counterpart in Besk proposing a summit in July.", "invite", ["Orlan's president"]),
]  # fmt: skip

ADDRESSEES: list[tuple[str, str, list[str]]] = [
    ("No deal without the bodies, mothers tell army", "demand", ["army"]),
    ("Greens to Liberals: no pact without a fuel cap", "demand", ["Liberals"]),
    ("Premier offers rebels amnesty in bid to end war", "offer", ["rebels"]),
    ("The miners demanded 9 percent from the pit owners.", "demand", ["pit owners"]),
    ("The castaways' relatives demanded an inquiry from the navy.", "demand", ["navy"]),
    ("The lender has proposed a 30 percent write-down to bondholders.", "offer", ["bondholders"]),
]


@pytest.mark.parametrize(("text", "act", "makers"), MAKERS)
def test_maker_is_who_acts(text: str, act: str, makers: list[str]) -> None:
    wanted: dict[str, Any] = {"act": act, "by": makers}
    assert differences(text, wanted) == []


@pytest.mark.parametrize(("text", "act", "addressees"), ADDRESSEES)
def test_addressee_is_who_is_spoken_to(text: str, act: str, addressees: list[str]) -> None:
    wanted: dict[str, Any] = {"act": act, "to": addressees}
    assert differences(text, wanted) == []
