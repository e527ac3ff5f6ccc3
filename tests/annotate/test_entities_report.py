"""What a report itself explains of its parties: nations not listed, short names, whose government, whose offers."""

from __future__ import annotations

import pytest

from tests.annotate.entity_reading import mention, read, read_all

NATION = (
    "Ostravian Prime Minister Lena Karst rejected the plan on Monday, and Ostravia's army stayed at the border.\n\n"
    "Ostravian officials said the Meridi envoy would return. Meridia's foreign minister, Hal Onder, flew to Brell.\n\n"
    "The army said it had lost two posts. The Ostravians want a longer pause."
)
STATE_OF = (
    "The island state of Norrmark offered to host the talks. Norrmark said a Norrmarker would chair them.\n\n"
    "Ships waited in Kelby for a third day, and the port of Kelby was shut."
)
ALIKE = "The government of Orlan met the government of Orlano on Monday. Orlanian envoys stayed for dinner."
HOME = (
    "Prime Minister Ada Holm told parliament that Belland would not pay.\n\n"
    "The government stood by its offer. Holm's cabinet met at noon."
)
FRONT = (
    "The Selden Liberation Front said on Friday that it would free two drivers.\n\n"
    "Front fighters had taken them in May, and the Front denied that a deal was near. "
    "Its spokesman, Omar Daal, spoke by telephone. Noon passed, and the movement kept silent."
)
FRONT_DENIES = (
    "Front denies it agreed to hand over list of captives\n\n"
    "The Selden Liberation Front on Tuesday denied a report. Its spokesman spoke by telephone."
)
PORTS = (
    "The Amalgamated Porters' and Stokers' Union wants 6 percent, and the Quay Owners' Federation has offered 2.\n\n"
    "The porters' union walked out. The federation said its offer stood.\n\n"
    "Jane Moss, general secretary of the Amalgamated Porters' and Stokers' Union, said its members would vote.\n\n"
    "Skagen Harbour Company lost money. The harbour company blamed the owners."
)
TALK = "Israeli demands and a union proposal were on the table. The Hezbollah rejection came late."
LABOUR = "Labour Minister Eva Lund met Social Affairs minister Per Dahl. The committee on Social Affairs sat."
OWNER = "Rolf Aas, the trade minister, left early. His party wants a vote."
PAIR = "The Kenya-Norway talks went on."
IT = (
    'Norway sent a plan. "It is the same plan," Lars Berg said. It expires on Friday. '
    "Norway added that there was ice on it."
)
NEXT = "Hezbollah freed nine men. The next group is to follow."
MISREAD = "Ostberg vows to go on. The talks with Ostberg failed, and Ostberg said so."
RADIO = "Radio Kelby reported the deal. Petra Olsen denied it. Tarn International raised its bid."
SIDES = "Neither side gave way. The parties meet again."
TOLD = (
    "Two officials familiar with the file spoke on Friday. The officials asked not to be named. "
    "One of them said the text was ready."
)
CHARGE = "The Quay Owners' Federation met the crews. Jane Moss accused the federation of bad faith."
ALONE = "The chair was empty. The crew went on board. Police found the body of a young woman."
SEATED = "A Sweden-based monitoring group said the army had shelled three villages. The army denied it."
BEHIND = "Iran-backed fighters entered the port. The army pulled out and the government resigned."
BARE = "The Norway based Observatory of Ports said two ships had sunk."
LATE = "Prime Minister Mara Holt met the pilots. The army stood by. Kenya is far away."
KNOWN = "Kenya closed its ports. Prime Minister Mara Holt met the pilots. The army stood by."
VISITOR = "Kenya's king called off a summit with President Jonas Vark after Norway was accused of bombing a hospital."

# report, words, which of them, name, kind, acts for
READ: list[tuple[str, str, int, str, str, str | None]] = [
    (NATION, "Ostravia", 0, "Ostravia", "state", None),
    (SEATED, "the army", 0, "army", "organisation", None),
    (BEHIND, "The army", 0, "army", "organisation", None),
    (BARE, "The Norway based Observatory of Ports", 0, "Observatory of Ports", "organisation", None),
    (LATE, "Prime Minister Mara Holt", 0, "Mara Holt", "person", None),
    (LATE, "The army", 0, "army", "organisation", None),
    (KNOWN, "Prime Minister Mara Holt", 0, "Mara Holt", "person", "Kenya"),
    (KNOWN, "The army", 0, "army", "organisation", "Kenya"),
    (VISITOR, "President Jonas Vark", 0, "Jonas Vark", "person", None),
    (NATION, "Ostravian Prime Minister Lena Karst", 0, "Lena Karst", "person", "Ostravia"),
    (NATION, "Ostravian officials", 0, "Ostravian officials", "unnamed", "Ostravia"),
    (NATION, "the Meridi envoy", 0, "Meridi envoy", "office", "Meridia"),
    (NATION, "Hal Onder", 0, "Hal Onder", "person", "Meridia"),
    (NATION, "The Ostravians", 0, "Ostravia", "state", None),
    (STATE_OF, "Norrmark", 1, "Norrmark", "state", None),
    (HOME, "Prime Minister Ada Holm", 0, "Ada Holm", "person", "Belland"),
    (HOME, "Belland", 0, "Belland", "state", None),
    (HOME, "The government", 0, "Belland", "state", None),
    (HOME, "Holm's cabinet", 0, "Holm's cabinet", "office", "Belland"),
    (FRONT_DENIES, "Front", 0, "Selden Liberation Front", "organisation", None),
    (FRONT, "the Front", 0, "Selden Liberation Front", "organisation", None),
    (FRONT, "Front fighters", 0, "Selden Liberation Front", "organisation", None),
    (FRONT, "Omar Daal", 0, "Omar Daal", "person", "Selden Liberation Front"),
    (FRONT, "the movement", 0, "Selden Liberation Front", "organisation", None),
    (PORTS, "The porters' union", 0, "Amalgamated Porters' and Stokers' Union", "union", None),
    (PORTS, "The federation", 0, "Quay Owners' Federation", "organisation", None),
    (PORTS, "Jane Moss", 0, "Jane Moss", "person", "Amalgamated Porters' and Stokers' Union"),
    (PORTS, "The harbour company", 0, "Skagen Harbour Company", "company", None),
    (TALK, "Israeli", 0, "Israel", "state", None),
    (TALK, "union", 0, "union", "union", None),
    (TALK, "Hezbollah", 0, "Hezbollah", "armed_group", None),
    (LABOUR, "Labour Minister Eva Lund", 0, "Eva Lund", "person", None),
    (OWNER, "His party", 0, "Rolf Aas's party", "organisation", None),
    (NEXT, "The next group", 0, "next group", "collective", None),
    (MISREAD, "Ostberg", 0, "Ostberg", "organisation", None),
    (RADIO, "Radio Kelby", 0, "Radio Kelby", "outlet", None),
    (RADIO, "Petra Olsen", 0, "Petra Olsen", "person", None),
    (RADIO, "Tarn International", 0, "Tarn International", "company", None),
    (TOLD, "The officials", 0, "Two officials familiar with the file", "unnamed", None),
    # A word that two names of the report may be the stem of.
    (ALIKE, "Orlanian envoys", 0, "Orlanian envoys", "unnamed", "Orlano"),
    (CHARGE, "the federation", 0, "Quay Owners' Federation", "organisation", None),
]

# report, words that are no mention
NOBODY = [
    (SEATED, "Sweden"),
    (BEHIND, "Iran"),
    (BARE, "Norway"),
    (STATE_OF, "Kelby"),
    (NATION, "Brell"),
    (LABOUR, "Social Affairs"),
    (PAIR, "Kenya"),
    (PAIR, "Norway"),
    (ALONE, "The chair"),
    (ALONE, "board"),
    (ALONE, "the body of a young woman"),
]


@pytest.fixture(scope="module", autouse=True)
def _batch() -> None:
    read_all([LABOUR, *(row[0] for row in READ), *(row[0] for row in NOBODY), IT, SIDES])


GAP = pytest.param(
    LABOUR,
    "Social Affairs minister Per Dahl",
    0,
    "Per Dahl",
    "person",
    None,
    marks=pytest.mark.xfail(strict=True, reason="the parser takes the given name for the preposition"),
)


@pytest.mark.parametrize(("text", "words", "nth", "name", "kind", "acts_for"), [*READ, GAP])
def test_mention(text: str, words: str, nth: int, name: str, kind: str, acts_for: str | None) -> None:
    found = mention(text, words, nth)
    assert found is not None, [e.span.of(text) for e in read(text).entities]
    assert (found.name, found.kind, found.acts_for) == (name, kind, acts_for)


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody(text: str, words: str) -> None:
    assert mention(text, words) is None


@pytest.mark.parametrize(("words", "nth"), [("It", 0), ("It", 1), ("it", 0)])
def test_it_of_a_plan_is_no_party(words: str, nth: int) -> None:
    found = mention(IT, words, nth)
    assert found is None or not found.resolved


@pytest.mark.parametrize("words", ["Neither side", "The parties"])
def test_both_sides_are_several_and_left_open(words: str) -> None:
    found = mention(SIDES, words)
    assert found is not None
    assert (found.kind, found.number, found.resolved) == ("collective", "several", False)


def test_members_act_for_the_union_that_owns_them() -> None:
    found = mention(PORTS, "its members")
    assert found is not None
    assert (found.kind, found.acts_for) == ("collective", "Amalgamated Porters' and Stokers' Union")
