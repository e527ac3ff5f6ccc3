"""The kinds of copies, and what only looks like one."""

from __future__ import annotations

import pytest

from parley.model import CopyLink
from parley.resolve.copies import CopySource, compare_pair
from tests.resolve.copies.reports import AGENCY, BALLOT, FOOT, LETTER, LONGER, TOLL, report

_PARTS = AGENCY.split("\n\n")
_EDITED = (
    AGENCY.replace("after talks on rosters broke down", "as talks about rosters failed")
    .replace("had turned down an offer", "have rejected a proposal")
    .replace("told reporters in Oban", "said in Oban")
    .replace("the best in a decade", "the most generous for ten years")
    .replace("No further meeting has been set", "They have no plans to meet again")
)
_QUOTES = (
    'The first minister spoke for an hour in Perth. "We will not sell the islands short, we will not sell them '
    'twice, and whoever thinks that a ferry is a yacht has never carried a coffin on one," she said.'
)
_SAYS = (
    'A crowd in Perth heard it from the head of the government: "We will not sell the islands short, we will not '
    'sell them twice, and whoever thinks that a ferry is a yacht is wrong."'
)


def _compare(one: str, other: str, **known: str) -> CopyLink | None:
    """The first in the Herald of 5 March, the second, where nothing else is `known`, in another paper on the 6th."""
    first = CopySource(report(one, outlet="The Oban Herald", published="2031-03-05"))
    second = CopySource(report(other, **{"outlet": "Island News", "published": "2031-03-06", **known}))
    found = compare_pair(first, second)
    assert found == compare_pair(second, first)
    return found


def _kind(one: str, other: str, **known: str) -> str | None:
    found = _compare(one, other, **known)
    return None if found is None else found.kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (AGENCY, _EDITED, "rewrite"),
        (AGENCY, AGENCY.replace("Oban", "Oban today"), "verbatim"),
        (AGENCY, AGENCY.replace("Monday", "Tuesday"), "later_version"),
        (AGENCY, AGENCY.replace("420 of its members", "three hundred members of its branch there"), "later_version"),
        (AGENCY, AGENCY.replace("ten days", "10 days").replace("Lorn Lines", "LornLines"), "verbatim"),
        (f"{LONGER}\n\n{BALLOT}", _EDITED, "excerpt"),
        (AGENCY, AGENCY.replace("Oban", "Obaan").replace("Tiree", "Tirie"), "verbatim"),
        (AGENCY, AGENCY.replace(", their union said", ""), "rewrite"),
        (AGENCY, AGENCY.replace("Tiree", "Islay"), "later_version"),
        (AGENCY, AGENCY.replace("Oban", "Obanside"), "later_version"),
        (LONGER, f"{BALLOT}\n\n{_PARTS[2]}\n\n{_PARTS[3]}", "shared_agency"),
        (f"{BALLOT}\n\n{_QUOTES}", f"{_PARTS[0]}\n\n{_SAYS}", "quoted_statement"),
        (AGENCY, BALLOT, None),
        (AGENCY.upper(), AGENCY, "verbatim"),
    ],
)
def test_kind(one: str, other: str, kind: str | None) -> None:
    assert _kind(one, other) == kind


def test_a_form_filled_in_anew_is_no_copy() -> None:
    first = TOLL.format(dead=14, ill=230, old=9, more=61, clinics="five")
    second = TOLL.format(dead=19, ill=187, old=12, more=44, clinics="seven")
    assert _kind(first, second, published="2031-03-12") is None
    assert _kind(first, first.replace("14", "15")) == "later_version"


def test_one_number_and_the_day_are_a_form_too() -> None:
    first = "The grain store at Oban held {} sacks on {}, the harbour master said, after the boats had come in at noon."
    assert _kind(first.format(410, "Monday"), first.format(385, "Friday")) is None


@pytest.mark.parametrize("later", ["3 June, 661", "21 May, 435"])
def test_a_day_and_a_count_that_change_side_by_side_are_two_numbers(later: str) -> None:
    form = "Boats wait at the pier\n\nAs of {} passengers had been stranded in Oban since 7 May, the harbour office said on its board."
    assert _kind(form.format("20 May, 413"), form.format(later)) is None


def test_news_added_by_the_same_outlet_makes_a_later_version() -> None:
    old = f"{AGENCY}\n\nThe company's shares fell in Glasgow, and a broker there spoke of a lost season for the line. Its chairman is on holiday and could not be reached."
    new = (
        "The first minister has called both sides to Edinburgh, where they are to meet on Wednesday at noon. Her office "
        "gave no further word of it, and the guild would not say who will speak for the crews.\n\n"
        f"{AGENCY}"
    )
    assert _kind(old, new, outlet="The Oban Herald") == "later_version"
    assert _kind(old, new) == "rewrite"


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({"outlet": "The Oban Herald", "published": "2031-03-12"}, None),
        ({"outlet": "The Oban Herald", "published": "2031-03-05"}, "shared_agency"),
        ({"outlet": "Island News", "published": "2031-03-12"}, "shared_agency"),
    ],
)
def test_what_an_outlet_repeats_at_the_foot_on_other_days_is_no_copy(known: dict[str, str], kind: str | None) -> None:
    assert _kind(f"{AGENCY}\n\n{FOOT}", f"{BALLOT}\n\n{FOOT}", **known) == kind


def test_one_letter_in_two_papers_is_a_form_letter() -> None:
    assert _kind(f"{LETTER}Calum Reid, Scarinish", f"{LETTER}Ailsa Mor, Tobermory") == "form_letter"
    assert _kind(f"{LETTER}Calum Reid", f"{LETTER}Calum Reid", outlet="The Oban Herald") == "verbatim"


def test_a_link_says_how_much_and_where() -> None:
    found = _compare(AGENCY, LONGER, published="2031-03-04")
    assert found is not None
    texts = {each.id: each.text for each in (report(AGENCY, outlet="The Oban Herald", published="2031-03-05"), report(LONGER, outlet="Island News", published="2031-03-04"))}  # fmt: skip
    shares = {found.one: found.one_share, found.other: found.other_share}
    assert max(shares.values()) == 1.0
    assert 0.3 < min(shares.values()) < 0.6
    assert texts[found.earlier or ""] == LONGER
    assert all(p.one.of(texts[found.one]) == p.other.of(texts[found.other]) for p in found.passages)
    assert "words in common" in found.reasons[0]


def test_dates_that_do_not_tell_leave_the_direction_open() -> None:
    found = _compare(AGENCY, LONGER, published="2031-03-05T10:00")
    assert found is not None
    assert found.earlier is None


def test_a_report_is_no_copy_of_itself() -> None:
    source = CopySource(report(AGENCY))
    assert compare_pair(source, source) is None


def test_an_agency_that_both_name_is_told_and_lets_less_be_enough() -> None:
    taken = _PARTS[3] + " A ballot of the mates is to be counted before noon tomorrow."
    texts = f"{BALLOT}\n\n{taken}", f"{_PARTS[0]}\n\n{_PARTS[4]}\n\n{taken}"
    apart = [
        CopySource(report(text, outlet=str(day), published=f"2031-03-0{day}")) for day, text in enumerate(texts, 3)
    ]
    credited = [
        CopySource(report(text, outlet=str(day), published=f"2031-03-0{day}", byline="Reuters"))
        for day, text in enumerate(texts, 3)
    ]
    assert compare_pair(*apart) is None
    found = compare_pair(*credited)
    assert found is not None
    assert (found.kind, found.agency) == ("shared_agency", "Reuters")
    assert "both name Reuters as their origin" in found.reasons
