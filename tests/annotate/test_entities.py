"""Names and descriptions in single sentences: which words, whose name, which kind, for whom."""

from __future__ import annotations

import pytest

from tests.annotate.entity_reading import mention, read, read_all

# sentence, words of the mention, name, kind, acts for
NAMED: list[tuple[str, str, str, str, str | None]] = [
    ("Norway rejected the draft on Friday.", "Norway", "Norway", "state", None),
    ("The U.S. rejected the draft on Friday.", "The U.S.", "United States", "state", None),
    ("America will not sign the pact.", "America", "United States", "state", None),
    ("Britain told the court it would appeal.", "Britain", "United Kingdom", "state", None),
    ("Talks between Sweden and Finland resumed.", "Sweden", "Sweden", "state", None),
    ("Talks between Sweden and Finland resumed.", "Finland", "Finland", "state", None),
    ("Holland and the UAE signed a fisheries deal.", "Holland", "Netherlands", "state", None),
    ("Holland and the UAE signed a fisheries deal.", "the UAE", "United Arab Emirates", "state", None),
    ("Tehran rejected the inspection plan.", "Tehran", "Iran", "state", None),
    ("Kyiv said it would send a team.", "Kyiv", "Ukraine", "state", None),
    ("Negotiations between Washington and Hanoi stalled.", "Washington", "United States", "state", None),
    ("Negotiations between Washington and Hanoi stalled.", "Hanoi", "Vietnam", "state", None),
    ("The ministers studied Tehran's reply.", "Tehran", "Iran", "state", None),
    ("The Kremlin dismissed the offer.", "The Kremlin", "Kremlin", "office", "Russia"),
    ("Downing Street declined to comment.", "Downing Street", "Downing Street", "office", "United Kingdom"),
    ("The White House urged restraint.", "The White House", "White House", "office", "United States"),
    ("The Pentagon confirmed the strike.", "The Pentagon", "Pentagon", "office", "United States"),
    ("Hezbollah denied the claim.", "Hezbollah", "Hezbollah", "armed_group", None),
    ("The Taliban accepted a three-day truce.", "The Taliban", "Taliban", "armed_group", None),
    (
        "The al-Qassam Brigades released a video.",
        "The al-Qassam Brigades",
        "al-Qassam Brigades",
        "armed_group",
        "Hamas",
    ),
    ("The IDF said two soldiers died.", "The IDF", "IDF", "organisation", "Israel"),
    (
        "The European Commission proposed a quota.",
        "The European Commission",
        "European Commission",
        "organisation",
        "European Union",
    ),
    ("OPEC kept its output ceiling.", "OPEC", "OPEC", "organisation", None),
    (
        "The International Court of Justice ruled for Chad.",
        "The International Court of Justice",
        "International Court of Justice",
        "court",
        None,
    ),
    ("Reuters quoted two traders.", "Reuters", "Reuters", "outlet", None),
    ("The New York Times reported the plan first.", "The New York Times", "New York Times", "outlet", None),
    ("Al Jazeera aired the statement.", "Al Jazeera", "Al Jazeera", "outlet", None),
    ("Haaretz reported that talks had resumed.", "Haaretz", "Haaretz", "outlet", None),
    (
        "The Federation of Harbour Crews called a strike.",
        "The Federation of Harbour Crews",
        "Federation of Harbour Crews",
        "union",
        None,
    ),
    (
        "The Harbour Crews' Federation called off the strike.",
        "The Harbour Crews' Federation",
        "Harbour Crews' Federation",
        "union",
        None,
    ),
    (
        "The Northern Pilots Union rejected the award.",
        "The Northern Pilots Union",
        "Northern Pilots Union",
        "union",
        None,
    ),
    ("Veldkamp Holdings NV raised its bid.", "Veldkamp Holdings NV", "Veldkamp Holdings NV", "company", None),
    ("Shares of Orrin Steel Corp rose.", "Orrin Steel Corp", "Orrin Steel Corp", "company", None),
    ("Qatar Airways offered new terms.", "Qatar Airways", "Qatar Airways", "company", None),
    ("British Airways met the cabin crews.", "British Airways", "British Airways", "company", None),
    (
        "The Ministry of Trade and Industry set a deadline.",
        "The Ministry of Trade and Industry",
        "Ministry of Trade and Industry",
        "office",
        None,
    ),
    ("The Bank of Tarland bought the bonds.", "The Bank of Tarland", "Bank of Tarland", "organisation", None),
    (
        "The Tarland Liberation Front freed two engineers.",
        "The Tarland Liberation Front",
        "Tarland Liberation Front",
        "organisation",
        None,
    ),
    ("The Red Eagle Brigades claimed the attack.", "The Red Eagle Brigades", "Red Eagle Brigades", "armed_group", None),
    ("Maria Lindqvist welcomed the vote.", "Maria Lindqvist", "Maria Lindqvist", "person", None),
    ("Ruud van der Linde left the talks.", "Ruud van der Linde", "Ruud van der Linde", "person", None),
    ("Khalil al-Masri flew to Geneva.", "Khalil al-Masri", "Khalil al-Masri", "person", None),
    ("Mr Okafor refused to sign.", "Mr Okafor", "Okafor", "person", None),
    (
        "Norwegian Prime Minister Ingrid Solberg rejected the plan.",
        "Norwegian Prime Minister Ingrid Solberg",
        "Ingrid Solberg",
        "person",
        "Norway",
    ),
    (
        "French Foreign Minister Paul Renard called for a pause.",
        "French Foreign Minister Paul Renard",
        "Paul Renard",
        "person",
        "France",
    ),
    (
        "US President Dana Whitfield signed the order.",
        "US President Dana Whitfield",
        "Dana Whitfield",
        "person",
        "United States",
    ),
    (
        "US Middle East envoy Carl Benson met both teams.",
        "US Middle East envoy Carl Benson",
        "Carl Benson",
        "person",
        "United States",
    ),
    (
        "Kenya's chief negotiator Grace Otieno walked out.",
        "Kenya's chief negotiator Grace Otieno",
        "Grace Otieno",
        "person",
        "Kenya",
    ),
    (
        "Hezbollah spokesman Nabil Haddad denied it.",
        "Hezbollah spokesman Nabil Haddad",
        "Nabil Haddad",
        "person",
        "Hezbollah",
    ),
    (
        "Union representative Paul Rook called it a victory.",
        "Union representative Paul Rook",
        "Paul Rook",
        "person",
        "Union",
    ),
    ("Secretary of State Anne Hale arrived in Cairo.", "Secretary of State Anne Hale", "Anne Hale", "person", None),
    (
        "Minister of Social Affairs Jan de Wit set a deadline.",
        "Minister of Social Affairs Jan de Wit",
        "Jan de Wit",
        "person",
        None,
    ),
    (
        "Former Turkish president Kemal Aydin criticised the accord.",
        "Former Turkish president Kemal Aydin",
        "Kemal Aydin",
        "person",
        None,
    ),
    (
        "Maria Lopez, the dockers' union general secretary, refused.",
        "Maria Lopez",
        "Maria Lopez",
        "person",
        "dockers' union",
    ),
    ("Ana Ruiz, the Spanish labour minister, resigned.", "Ana Ruiz", "Ana Ruiz", "person", "Spain"),
    ("Israel Katzman met Jordan Reed on Sunday.", "Israel Katzman", "Israel Katzman", "person", None),
]

DESCRIBED: list[tuple[str, str, str, str, str | None]] = [
    ("The Norwegian side demanded a pause.", "The Norwegian side", "Norway", "state", None),
    ("The Dutch government raised its offer.", "The Dutch government", "Netherlands", "state", None),
    ("Kenya's government raised its offer.", "Kenya's government", "Kenya", "state", None),
    ("The Israelis asked for a list of names.", "The Israelis", "Israel", "state", None),
    ("The Dutch cabinet approved the subsidy.", "The Dutch cabinet", "Dutch cabinet", "office", "Netherlands"),
    ("The Kenyan army freed two drivers.", "The Kenyan army", "Kenyan army", "organisation", "Kenya"),
    (
        "The Turkish foreign ministry summoned the envoy.",
        "The Turkish foreign ministry",
        "Turkish foreign ministry",
        "office",
        "Turkey",
    ),
    ("Israeli officials confirmed the list.", "Israeli officials", "Israeli officials", "unnamed", "Israel"),
    (
        "Multiple US officials said talks were intense.",
        "Multiple US officials",
        "Multiple US officials",
        "unnamed",
        "United States",
    ),
    ("A senior diplomat said the text was ready.", "A senior diplomat", "senior diplomat", "unnamed", None),
    (
        "Two officials familiar with the talks spoke.",
        "Two officials familiar with the talks",
        "Two officials familiar with the talks",
        "unnamed",
        None,
    ),
    (
        "Sources close to the negotiations said so.",
        "Sources close to the negotiations",
        "Sources close to the negotiations",
        "unnamed",
        None,
    ),
    ("Witnesses said the gate was open.", "Witnesses", "Witnesses", "unnamed", None),
    (
        "A spokesman for the port employers declined to comment.",
        "A spokesman for the port employers",
        "spokesman for the port employers",
        "person",
        "port employers",
    ),
    (
        "A spokesperson from the White House confirmed it.",
        "A spokesperson from the White House",
        "spokesperson from the White House",
        "person",
        "United States",
    ),
    (
        "A Hezbollah official dismissed the report.",
        "A Hezbollah official",
        "Hezbollah official",
        "unnamed",
        "Hezbollah",
    ),
    (
        "Prime Minister Ingrid Solberg's office denied it.",
        "Prime Minister Ingrid Solberg's office",
        "Prime Minister Ingrid Solberg's office",
        "office",
        None,
    ),
    (
        "The Norwegian prime minister's office denied it.",
        "The Norwegian prime minister's office",
        "Norwegian prime minister's office",
        "office",
        "Norway",
    ),
    ("The Hezbollah movement denied it.", "The Hezbollah movement", "Hezbollah", "armed_group", None),
    ("Hezbollah fighters withdrew.", "Hezbollah fighters", "Hezbollah", "armed_group", None),
    (
        "Hezbollah's military wing withdrew.",
        "Hezbollah's military wing",
        "Hezbollah's military wing",
        "armed_group",
        "Hezbollah",
    ),
    ("The two sides met in Oslo.", "The two sides", "two sides", "collective", None),
    ("Both sides accepted the text.", "Both sides", "Both sides", "collective", None),
    ("Neither side gave ground.", "Neither side", "Neither side", "collective", None),
    ("Port employers offered three percent.", "Port employers", "Port employers", "collective", None),
    ("Striking dockers blocked the gate.", "Striking dockers", "Striking dockers", "union", None),
    ("Qatari mediators carried the message.", "Qatari mediators", "Qatari mediators", "collective", "Qatar"),
    ("An appeals court lifted the ban.", "An appeals court", "appeals court", "court", None),
    ("The board rejected the bid.", "The board", "board", "organisation", None),
    ("Separatist rebels freed a priest.", "Separatist rebels", "Separatist rebels", "armed_group", None),
    ("Residents said the road was closed.", "Residents", "Residents", "collective", None),
    ("In Kenya, the authorities freed two men.", "the authorities", "Kenya", "state", None),
    ("A working group met in Oslo.", "A working group", "working group", "collective", None),
    ("An armed group took two engineers.", "An armed group", "armed group", "armed_group", None),
    ("The protesters demanded a recount.", "The protesters", "protesters", "collective", None),
    (
        "The Hamas-run health ministry gave a new toll.",
        "The Hamas-run health ministry",
        "Hamas-run health ministry",
        "office",
        "Hamas",
    ),
]

# sentence, words that are no mention
NO_PARTY = [
    ("The talks resume on Monday in March.", "Monday"),
    ("The talks resume on Monday in March.", "March"),
    ("The meeting took place in Geneva.", "Geneva"),
    ("Fighting went on in Norway.", "Norway"),
    ("The convoy drove from Tehran at dawn.", "Tehran"),
    ("Aid reached Gaza by sea.", "Gaza"),
    ("The note was written in Arabic.", "Arabic"),
    ("The feast fell during Ramadan.", "Ramadan"),
    ("They released four hostages at noon.", "four hostages"),
    ("The truce let civilians leave the city.", "civilians"),
    ("The Oslo Accords were signed long ago.", "The Oslo Accords"),
    ("The Christian festival ended.", "Christian"),
    ("It was clear that nobody would sign.", "It"),
    ("It is up to them to decide whether it rains.", "It"),
    ("Thousands of crates were lost.", "Thousands"),
    ("The plane landed at Harwell Airport.", "Harwell"),
    ("A Boeing took off.", "A Boeing"),
    ("The proposal that failed was long.", "that"),
    ("The former offer was better.", "The former"),
    ("The pro-Israel bloc left.", "Israel"),
    ("The blast killed 40 Kenyans.", "40 Kenyans"),
    ("Anti-Semitism rose.", "Semitism"),
    ("Prices rose 4 pct in the North Sea.", "North Sea"),
]


@pytest.fixture(scope="module", autouse=True)
def _batch() -> None:
    read_all([*(row[0] for row in NAMED), *(row[0] for row in DESCRIBED), *(row[0] for row in NO_PARTY)])


@pytest.mark.parametrize(("sentence", "words", "name", "kind", "acts_for"), [*NAMED, *DESCRIBED])
def test_mention(sentence: str, words: str, name: str, kind: str, acts_for: str | None) -> None:
    found = mention(sentence, words)
    assert found is not None, [e.span.of(sentence) for e in read(sentence).entities]
    assert (found.name, found.kind, found.acts_for) == (name, kind, acts_for)


@pytest.mark.parametrize(("sentence", "words"), NO_PARTY)
def test_no_party(sentence: str, words: str) -> None:
    assert mention(sentence, words) is None


@pytest.mark.parametrize(
    ("sentence", "words", "number"),
    [
        ("Two sources said the text was ready.", "Two sources", "several"),
        ("A source said the text was ready.", "A source", "one"),
        ("Several diplomats left early.", "Several diplomats", "several"),
        ("The Israelis asked for names.", "The Israelis", "several"),
        ("Norway signed.", "Norway", "one"),
    ],
)
def test_number(sentence: str, words: str, number: str) -> None:
    found = mention(sentence, words)
    assert found is not None
    assert found.number == number


def test_coordinated_names_stand_on_their_own() -> None:
    text = "Norway, Kenya and Hezbollah sent envoys."
    assert [e.name for e in read(text).entities if e.form == "name"] == ["Norway", "Kenya", "Hezbollah"]


def test_heads_find_their_mentions() -> None:
    doc = read("Norwegian Prime Minister Ingrid Solberg told the Kenyan side that she would wait.")
    words = doc.sentences[0].parse.words
    for head, name in (("Solberg", "Ingrid Solberg"), ("side", "Kenya"), ("she", "Ingrid Solberg")):
        found = doc.entity(0, words.index(head))
        assert found is not None
        assert found.name == name
