"""Whom short names, descriptions and pronouns stand for inside a report."""

from __future__ import annotations

import pytest

from tests.annotate.entity_reading import mention, read, read_all

PORT = (
    "The Harbour Crews' Federation rejected the latest pay offer on Tuesday.\n\n"
    "Lars Hansen, the federation's general secretary, told reporters that he would not reopen the talks.\n\n"
    "The union said it had asked the mediators for a new meeting. Hansen said members wanted more."
)
BID = (
    "Orrin Steel Corp <ORS> said it raised its bid for Maple Rail Inc to 41 dollars a share.\n\n"
    "Orrin will finance the bid through banks. Maple has not yet answered."
)
WAR = (
    "Turkish Foreign Minister Selim Kaya accused the Kurdistan Workers' Party (PKK) of breaking the truce.\n\n"
    "The minister said Turkey had waited long enough. Kaya added that he would fly to Baghdad.\n\n"
    "The group denied the charge and said its fighters had withdrawn."
)
TWINS = (
    "Norwegian minister Ingrid Berg met Kenyan minister Daniel Berg.\n\n"
    "Berg left early. Mrs Berg stayed. Mr Berg signed the paper."
)
SIDES = "Norway told Kenya that it would wait. The latter's reply came on Friday, but the former had gone."
SPOKEN = "A spokesperson for Hezbollah said the road was open.\n\nThe spokesperson added that it had released two men."
WING = "Hezbollah lost two posts. A spokesperson of the group's military wing said the fight would go on."
ENVOY = "US envoy Carl Benson met both teams. The envoy said he was hopeful. She was not there."
RELATIVE = "Ingrid Solberg, who leads the council, thanked Kenya, which had sent aid."
OFFICE = "While Norway has yet to answer, Prime Minister Ingrid Solberg's office said she was studying the text."
LATER = "Defence Minister Yes To Pause: Israel Defence Minister\n\nIsraeli Defence Minister Dan Regev agreed to a pause for Israel."
ACRONYM = "The Federation of Harbour Crews (FHC) met employers. FHC delegates left. The FHC will vote."
STATE = "The Israeli side asked for a list. It wants an answer by noon."
EXPLETIVE = "Norway met Kenya. It was agreed that talks go on."
OPENER = "History teaches patience. Norway waited."
OBJECT = "Norway read the plan, but Kenya rejected it."
LEAD = "The company said it may close a yard."
MANY = "Orrin Steel Corp sued Maple Rail Inc. Birch Oil Corp sued Cedar Mills Inc. The company lost."
DUTCH = "Minister Jan de Wit set a deadline. De Wit said he was tired."
APPOSED = "The dockers' union, Havenbond, walked out. The union wants more pay, a union spokesman said."
CHAIR = "The chairman of the employers' body, Maasraad, Joost Mol, said he was unhappy."
BLOC = "The European Commission met ministers. The EU wants a quota."
COUNCIL = "The Tarland Rubber Council met on Monday. The Council will set a price."
BANKS = "The Bank of Tarland met the Bank of Norland. The Bank will decide on Friday."
PLURAL = "Port employers tabled an offer. They want an answer. The employers said time was short."
GENDERED = "Tarik Osei met Lena Brandt. Osei said he would wait, and she agreed. He praised her patience."
WROTE = "Judge Ilo Barat said that he was ready. Colonel Idi Tesfa said Barat had written to him."
OWNED = "Orrin Steel Corp closed the mill after its owner, Linde Holdings, cut the budget."
PORTFOLIO = "The health ministry hired nurses.\n\nThe ministry said it had paid them well."
TITLED = "Prince Harun of Kenya met the rebels. Colonel Idi Tesfa said the prince was calm."
CALLED = "The Free Hills Front freed two men. Norway said the front wanted peace."
BANK = "The Bank of Tarland raised rates.\n\nThe bank said it had waited long enough."
BOUGHT = "Orrin Steel Corp raised its bid for Cobb Smelting. Cobb said no."
AIRMEN = "The Airmen's Association met Boreal Airways. The airline said no. The association walked out."

AHEAD = "Union leaders and owners reached a deal. The Ferry Crews' Union had been on strike since May."
AHEAD_AFTER_A_DAY = "On Tuesday union leaders signed a deal. The Ferry Crews' Union had been on strike since May."
AHEAD_OF_TWO = "Union leaders signed a deal. The Ferry Crews' Union and the Rail Clerks' Union were on strike."
SEAT = "The health ministry in Torca, Orland's main city, said 40 people had died."
CAPITAL = "The interior ministry in Torca, the capital of Orland, said 40 people had died."

# report, words, which of them, name
RESOLVED = [
    (PORT, "The union", 0, "Harbour Crews' Federation"),
    (PORT, "the federation", 0, "Harbour Crews' Federation"),
    (PORT, "it", 0, "Harbour Crews' Federation"),
    (PORT, "he", 0, "Lars Hansen"),
    (PORT, "Hansen", 0, "Lars Hansen"),
    (BID, "it", 0, "Orrin Steel Corp"),
    (BID, "its", 0, "Orrin Steel Corp"),
    (BID, "Orrin", 0, "Orrin Steel Corp"),
    (BID, "Maple", 0, "Maple Rail Inc"),
    (WAR, "The minister", 0, "Selim Kaya"),
    (WAR, "Kaya", 0, "Selim Kaya"),
    (WAR, "he", 0, "Selim Kaya"),
    (WAR, "PKK", 0, "Kurdistan Workers' Party"),
    (WAR, "The group", 0, "Kurdistan Workers' Party"),
    (WAR, "its", 0, "Kurdistan Workers' Party"),
    (TWINS, "Mrs Berg", 0, "Ingrid Berg"),
    (TWINS, "Mr Berg", 0, "Daniel Berg"),
    (SIDES, "it", 0, "Norway"),
    (SIDES, "The latter", 0, "Kenya"),
    (SIDES, "the former", 0, "Norway"),
    (SPOKEN, "The spokesperson", 0, "spokesperson for Hezbollah"),
    (WING, "the group", 0, "Hezbollah"),
    (ENVOY, "The envoy", 0, "Carl Benson"),
    (ENVOY, "he", 0, "Carl Benson"),
    (RELATIVE, "who", 0, "Ingrid Solberg"),
    (RELATIVE, "which", 0, "Kenya"),
    (OFFICE, "she", 0, "Ingrid Solberg"),
    (LATER, "Israel Defence Minister", 0, "Dan Regev"),
    (ACRONYM, "FHC", 0, "Federation of Harbour Crews"),
    (ACRONYM, "The FHC", 0, "Federation of Harbour Crews"),
    (STATE, "It", 0, "Israel"),
    (DUTCH, "De Wit", 0, "Jan de Wit"),
    (DUTCH, "he", 0, "Jan de Wit"),
    (APPOSED, "The dockers' union", 0, "Havenbond"),
    (APPOSED, "The union", 0, "Havenbond"),
    (CHAIR, "he", 0, "Joost Mol"),
    (COUNCIL, "The Council", 0, "Tarland Rubber Council"),
    (PLURAL, "They", 0, "Port employers"),
    (PLURAL, "The employers", 0, "Port employers"),
    (GENDERED, "He", 0, "Tarik Osei"),
    (WROTE, "him", 0, "Idi Tesfa"),
    (PORTFOLIO, "The ministry", 0, "health ministry"),
    (TITLED, "the prince", 0, "Harun"),
    (CALLED, "the front", 0, "Free Hills Front"),
    (BANK, "The bank", 0, "Bank of Tarland"),
    (BOUGHT, "Cobb", 0, "Cobb Smelting"),
    (AIRMEN, "The airline", 0, "Boreal Airways"),
    (AIRMEN, "The association", 0, "Airmen's Association"),
]

# report, words: left open, because nobody or more than one would fit
OPEN = [(BANKS, "The Bank"), (TWINS, "Berg"), (ENVOY, "She"), (MANY, "The company")]


@pytest.fixture(scope="module", autouse=True)
def _batch() -> None:
    read_all([*(row[0] for row in RESOLVED), *(row[0] for row in OPEN)])


@pytest.mark.parametrize(("text", "words", "nth", "name"), RESOLVED)
def test_stands_for(text: str, words: str, nth: int, name: str) -> None:
    found = mention(text, words, nth)
    assert found is not None, [e.span.of(text) for e in read(text).entities]
    assert (found.name, found.resolved) == (name, True)


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_left_open(text: str, words: str) -> None:
    found = mention(text, words)
    assert found is not None
    assert not found.resolved


@pytest.mark.parametrize(
    ("text", "words", "acts_for"),
    [
        (PORT, "Hansen", "Harbour Crews' Federation"),
        (WAR, "Kaya", "Turkey"),
        (WAR, "he", "Turkey"),
        (SPOKEN, "The spokesperson", "Hezbollah"),
        (WING, "A spokesperson of the group's military wing", "Hezbollah"),
        (WING, "the group's military wing", "Hezbollah"),
        (ENVOY, "he", "United States"),
        (OFFICE, "Prime Minister Ingrid Solberg's office", "Norway"),
        (APPOSED, "a union spokesman", "Havenbond"),
        (CHAIR, "he", "Maasraad"),
        (BLOC, "The European Commission", "EU"),
        (AHEAD, "Union leaders", "Ferry Crews' Union"),
        (AHEAD_AFTER_A_DAY, "union leaders", "Ferry Crews' Union"),
        (AHEAD_OF_TWO, "Union leaders", "Union"),
        (SEAT, "The health ministry in Torca", "Orland"),
        (CAPITAL, "The interior ministry in Torca", "Orland"),
    ],
)
def test_acts_for(text: str, words: str, acts_for: str) -> None:
    found = mention(text, words)
    assert found is not None
    assert found.acts_for == acts_for


def test_what_a_noun_owned_is_named_as_does_not_own_it() -> None:
    found = mention(OWNED, "its")
    assert found is not None
    assert found.name == "Orrin Steel Corp"


def test_whoever_does_something_to_him_is_somebody_else() -> None:
    text = "Colonel Idi Tesfa wrote to him."
    found = mention(text, "him")
    assert found is not None
    assert not found.resolved


def test_empty_it_is_no_mention() -> None:
    assert mention(EXPLETIVE, "It") is None


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    assert mention(OPENER, "History") is None


def test_what_is_rejected_is_no_party() -> None:
    found = mention(OBJECT, "it")
    assert found is None or not found.resolved


def test_unnamed_company_keeps_its_words() -> None:
    found = mention(LEAD, "The company")
    assert found is not None
    assert found.name == "company"
