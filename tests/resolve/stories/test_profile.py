from __future__ import annotations

import msgspec
import pytest

from parley.model import Actor, Event, Figure, Move, Quantity, Quote, Report, Span, Term
from parley.resolve.stories import StoryProfile, keys_of, profile_of
from parley.resolve.stories.profile import topic_words
from tests.recorded import claim_at, report_of
from tests.resolve.stories.profiles import profile

TEXT = (
    "Ferry crews refuse the roster\n\nThe ferry crews refused the roster of Strait Lines in Port Vale on Monday. "
    "Nobody returned calls. Two sailings were cancelled."
)
CREWS, LINE = Actor("Ferry Crews", "the crews", kind="organisation"), Actor("Strait Lines", "the line")


def report(title: str | None = "Ferry crews refuse the roster", published: str | None = "2031-03-04T09:00") -> Report:
    return msgspec.structs.replace(report_of(TEXT, published), title=title)


def told() -> StoryProfile:
    of = report()
    return profile_of(
        of,
        [
            claim_at(of, "crews refused", Move("reject", by=(CREWS,), to=(LINE,), about="the roster")),
            claim_at(of, "in Port Vale", Event("COOPERATE", "talks", place="Port Vale")),
            claim_at(of, "Two sailings", Figure("affected", Quantity(2, 2), group="sailings")),
            claim_at(of, "Nobody returned", Quote(Actor("Ada Quill", "Nobody"), "indirect"), silence=True),
        ],
        given=("Strike", "Strike"),
    )


def test_a_profile_has_who_acts_where_and_on_what() -> None:
    made = told()
    assert made.parties == {"ferry crews": "organisation", "strait lines": None}
    assert made.names == {"ferry crews": "Ferry Crews", "strait lines": "Strait Lines"}
    assert made.places == {"port vale"}
    assert {"roster", "sailing"} <= made.words
    assert (made.day, made.given, made.moves, made.headline) == ("2031-03-04", ("Strike",), 1, "Ferry crews refuse the roster")  # fmt: skip


def test_it_survives_being_kept() -> None:
    made = told()
    kept = msgspec.json.encode(made)
    assert msgspec.json.decode(kept, type=StoryProfile) == made


def test_the_order_of_claims_does_not_matter() -> None:
    of = report()
    claims = [
        claim_at(of, "crews refused", Move("reject", by=(Actor("The Ferry Crews", "x"),))),
        claim_at(
            of, "refused the roster", Move("demand", by=(CREWS,), terms=(Term("other", "rosters", Span(0, 5), LINE),))
        ),
        claim_at(of, "in Port Vale", Event("COOPERATE", "talks", by=(LINE,), place="Port Vale")),
    ]
    assert msgspec.json.encode(profile_of(of, claims)) == msgspec.json.encode(profile_of(of, claims[::-1]))
    assert profile_of(of, claims).parties.keys() == {"ferry crews", "strait lines"}


def test_without_a_title_the_first_words_stand_for_it() -> None:
    made = profile_of(report(title=None, published=None), [])
    assert made.headline == "Ferry crews refuse the roster The ferry crews refused the r"
    assert (made.title, made.day, made.rank[:10]) == (frozenset(), None, "9999-99-99")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The copper companies' talks", {"copper"}),
        ("Norland’s quotas and Norland's quota", {"norland", "quota"}),
        ("Ferries, glass, gas", {"ferry", "glass", "gas"}),
        ("the of in 45 a1", set()),
        ("rejected, cutting, raises, urged: smelted", {"smelted"}),
        (None, set()),
    ],
)
def test_words_of_the_matter(text: str | None, words: set[str]) -> None:
    assert topic_words(text) == words


def test_keys_are_pairs_of_what_is_shared() -> None:
    keys = keys_of(profile("report-1", parties={"crews": "organisation"}, places=["port vale"], title=["roster"], given=["Strike"]))  # fmt: skip
    assert keys == {"crews|port vale", "crews|roster", "port vale|roster", "given strike"}


def test_without_a_weighty_party_words_of_the_title_are_keys_too() -> None:
    assert keys_of(profile("report-1", title=["blast", "silo"])) == {"blast|silo"}
    assert keys_of(profile("report-1", title=["blast"])) == frozenset()
