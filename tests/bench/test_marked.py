"""Scoring of marked texts, on claims and marks whose score is known."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.quality.marked import compared, group_of, score, table
from bench.quality.marks import MarkedText, parse_marked

from parley.model import (
    Actor,
    Attribution,
    Claim,
    Event,
    Evidence,
    Factuality,
    Figure,
    Mention,
    Move,
    Quantity,
    Span,
    Term,
    new_claim,
)
from parley.model.claim import Act, Issue

BODY = (
    "<by 1>Borvia</by> <m 1 reject>turned down</m> the plan and <m 2 offer|promise>offered</m> <a 2 aid>40 trucks</a>"
    " after <e ASSAULT>shelling</e> killed <f killed>six people</f>; <m 3 demand maybe>calls</m> went on."
)


def _text(body: str = BODY, name: str = "own_01") -> MarkedText:
    (text,) = parse_marked(f"= report conflict\n{body}", name)
    return text


TEXT = _text()


def _span(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _claim(
    body: Move | Figure | Event, *places: str, statement: str = "", number: str = "", text: str = TEXT.text
) -> Claim:
    """A claim with a mention at each of the places; the statement is the place itself where none is given."""
    evidence = [_span(number, text)] if number else []
    mentions = tuple(
        Mention(
            _span(words, text),
            _span(statement or words, text),
            tuple(Evidence("number", span.start, span.end, number) for span in evidence),
        )
        for words in places
    )
    return new_claim(
        "r1", body, attribution=Attribution(), factuality=Factuality(), mentions=mentions, rule="test:rule"
    )


def _move(act: Act, *places: str, by: tuple[str, ...] = (), statement: str = "", text: str = TEXT.text) -> Claim:
    return _claim(Move(act, by=tuple(Actor(n, n) for n in by)), *places, statement=statement, text=text)


def _moves(*claims: Claim, text: MarkedText = TEXT) -> tuple[int, int, int, int]:
    """Moves marked, found, claimed and right."""
    counts = compared(text, claims, [])
    return tuple(counts[f"moves {what}"] for what in ("marked", "found", "claimed", "right"))  # type: ignore[return-value]


REJECT = _move("reject", "turned down", by=("Borvia",))
WHOLE = "turned down the plan and offered 40 trucks"


@pytest.mark.parametrize(
    ("claims", "counts"),
    [
        ([], (2, 0, 0, 0)),
        ([REJECT], (2, 1, 1, 1)),
        ([REJECT, _move("offer", "offered")], (2, 2, 2, 2)),
        # Either of two acts is right.
        ([REJECT, _move("promise", "offered")], (2, 2, 2, 2)),
        # All wrong: another act, other words.
        ([_move("accept", "turned down"), _move("offer", "after")], (2, 0, 2, 0)),
        ([REJECT, _move("demand", "offered")], (2, 1, 2, 1)),
        # A part of the words is enough, and so is more than them.
        ([_move("reject", "down the plan")], (2, 1, 1, 1)),
        ([_move("reject", "Borvia turned down the plan")], (2, 1, 1, 1)),
        # The head words stand in the statement, though the trigger is another word.
        ([_move("offer", "the plan", statement=WHOLE)], (2, 1, 1, 1)),
        ([_move("offer", "the plan", statement="turned down the plan and offer")], (2, 0, 1, 0)),
        # A mark is answered once; the claim at its very words answers it.
        ([REJECT, _move("reject", "the plan", statement=WHOLE)], (2, 1, 2, 1)),
        ([_move("reject", "the plan", statement=WHOLE), REJECT], (2, 1, 2, 1)),
        # A claim is counted once, however often it is told.
        ([_move("reject", "turned down", "killed")], (2, 1, 1, 1)),
        ([_move("reject", "Borvia", "killed")], (2, 0, 1, 0)),
        # What is debatable counts neither way, whatever its act.
        ([_move("demand", "calls")], (2, 0, 0, 0)),
        ([_move("accuse", "calls")], (2, 0, 0, 0)),
        ([_move("demand", "calls"), _move("demand", "shelling", by=("Orm",))], (2, 0, 1, 0)),
    ],
)  # fmt: skip
def test_moves_are_counted(claims: list[Claim], counts: tuple[int, int, int, int]) -> None:
    assert _moves(*claims) == counts


def test_a_move_told_twice_and_marked_twice_is_found_at_both_places() -> None:
    text = _text("<by 1>Zell</by> <m 1 meet>met</m> Orm. <by 2>Zell</by> <m 2 meet>sat down</m> with Orm.")
    assert _moves(_move("meet", "met", "sat down", text=text.text), text=text) == (2, 2, 1, 1)
    assert _moves(_move("meet", "met", text=text.text), text=text) == (2, 1, 1, 1)


@pytest.mark.parametrize(
    ("body", "by", "counts"),
    [
        ("<by 1>Borvia</by> <m 1 reject>balked</m>", ("Borvia",), (1, 1)),
        ("<by 1>the Borvian foreign ministry</by> <m 1 reject>balked</m>", ("foreign ministry",), (1, 1)),
        ("<by 1>Borvia</by> <m 1 reject>balked</m>", ("Tarvia",), (1, 0)),
        ("<by 1>Borvia</by> <m 1 reject>balked</m>", (), (1, 0)),
        ("<by 1>Borvia</by> <m 1 reject>balked</m>", ("Borvia", "Tarvia"), (1, 0)),
        ("<by 1>Borvia</by>, <by 1>Orm</by> <m 1 reject>balked</m>", ("Orm", "Borvia"), (1, 1)),
        ("<by 1>Borvia</by>, <by 1>Orm</by> <m 1 reject>balked</m>", ("Borvia",), (1, 0)),
        # One mark round several parties.
        ("<by 1>Borvia and Orm</by> <m 1 reject>balked</m>", ("Borvia", "Orm"), (1, 1)),
        # A pronoun names nobody: not counted by itself, and beside a name it leaves open who else.
        ("<by 1>They</by> <m 1 reject>balked</m>", ("Borvia",), (0, 0)),
        ("<by 1>Borvia</by>, as <by 1>they</by>, <m 1 reject>balked</m>", ("Borvia", "Orm"), (1, 1)),
        ("<by 1>Borvia</by>, as <by 1>they</by>, <m 1 reject>balked</m>", ("Orm",), (1, 0)),
        # No maker is marked, or the move is debatable.
        ("It was <m 1 reject>balked</m> at", ("Borvia",), (0, 0)),
        ("<by 1>Borvia</by> <m 1 reject maybe>balked</m>", ("Borvia",), (0, 0)),
    ],
)
def test_makers_of_moves_found(body: str, by: tuple[str, ...], counts: tuple[int, int]) -> None:
    text = _text(body)
    found = compared(text, [_move("reject", "balked", by=by, text=text.text)], [])
    assert (found["makers marked"], found["makers right"]) == counts


def test_makers_are_asked_only_of_moves_found() -> None:
    assert compared(TEXT, [_move("accept", "turned down", by=("Borvia",))], [])["makers marked"] == 0


SIX = Quantity(6, 6, unit="persons", verbatim="six")


@pytest.mark.parametrize(
    ("claims", "counts"),
    [
        ([], (1, 0, 0, 0)),
        ([_claim(Figure("killed", SIX), "six people", number="six")], (1, 1, 1, 1)),
        ([_claim(Figure("injured", SIX), "six people", number="six")], (1, 0, 1, 0)),
        # The number decides, not the words around it.
        ([_claim(Figure("killed", SIX), "killed", number="six")], (1, 1, 1, 1)),
        ([_claim(Figure("killed", SIX), "six people", number="40")], (1, 0, 1, 0)),
        ([_claim(Figure("killed", SIX), "six people", statement=TEXT.text)], (1, 0, 1, 0)),
    ],
)
def test_figures_are_counted(claims: list[Claim], counts: tuple[int, ...]) -> None:
    found = compared(TEXT, claims, [])
    assert tuple(found[f"figures {what}"] for what in ("marked", "found", "claimed", "right")) == counts


@pytest.mark.parametrize(
    ("type_", "words", "statement", "right"),
    [
        ("ASSAULT", "shelling", "", 1),
        ("PROTEST", "shelling", "", 0),
        ("ASSAULT", "killed", "", 0),
        ("ASSAULT", "killed", "after shelling killed six people", 0),
    ],
)
def test_events_are_counted(type_: str, words: str, statement: str, right: int) -> None:
    body = Event(type_, what=words)  # type: ignore[arg-type]
    found = compared(TEXT, [_claim(body, words, statement=statement)], [])
    assert (found["events marked"], found["events claimed"], found["events right"]) == (1, 1, right)


def _offer(*terms: tuple[Issue, str, Quantity | None]) -> Claim:
    made = tuple(Term(issue, words, _span(words, TEXT.text), quantity=amount) for issue, words, amount in terms)
    return _claim(Move("offer", terms=made), "offered")


FORTY = Quantity(40, 40, unit="truck", verbatim="40")


@pytest.mark.parametrize(
    ("claim", "counts"),
    [
        (_offer(("aid", "40 trucks", FORTY)), (1, 1, 1, 1)),
        (_offer(("payment", "40 trucks", FORTY)), (1, 1, 0, 1)),
        (_offer(("aid", "trucks after shelling killed six people", SIX)), (1, 1, 0, 0)),
        (_offer(("aid", "40 trucks", None)), (1, 0, 0, 0)),
        (_offer(), (1, 0, 0, 0)),
        # An amount told twice is one; of two at the same words one is too many.
        (_offer(("aid", "40 trucks", FORTY), ("aid", "offered 40 trucks", FORTY)), (1, 1, 1, 1)),
        (_offer(("aid", "40 trucks", FORTY), ("payment", "40 trucks", FORTY)), (1, 2, 1, 1)),
        # Of moves not found no amount is asked.
        (REJECT, (0, 0, 0, 0)),
        (_move("demand", "offered"), (0, 0, 0, 0)),
    ],
)
def test_amounts_of_moves_found(claim: Claim, counts: tuple[int, ...]) -> None:
    found = compared(TEXT, [claim], [])
    names = ("marked", "claimed", "found", "found under any issue")
    assert tuple(found[f"amounts {name}"] for name in names) == counts


def test_misses_name_text_and_words() -> None:
    misses: list[str] = []
    compared(TEXT, [_move("reject", "turned down", by=("Orm",)), _move("offer", "killed")], misses)
    assert misses == [
        "[own_01:1] move offer|promise 'offered': not found",
        "[own_01:1] FALSE move test:rule 'killed'",
        "[own_01:1] reject 'turned down': by ['Borvia'] is ['Orm']",
        "[own_01:1] figure killed 'six people': not found",
        "[own_01:1] event ASSAULT 'shelling': not found",
    ]


def test_a_party_that_is_only_silent_claims_nothing() -> None:
    claim = new_claim(
        "r1",
        REJECT.body,
        attribution=Attribution(silence=True),
        factuality=Factuality(),
        mentions=REJECT.mentions,
        rule="test:rule",
    )
    assert _moves(claim) == (2, 0, 0, 0)


READ = parse_marked(
    "= sentence trade\n<by 1>Borvia</by> <m 1 reject>rejected</m> the offer.\n\n"
    "= sentence trade\n<by 1>Borvia</by> <m 1 accept>rejected</m> the offer.",
    "plain_own_01",
)
NOTHING = parse_marked("= sentence trade\nIt <m 1 agree>rained</m> all day.", "own_02")


def test_what_is_read_is_scored_by_group() -> None:
    report = score([*READ, *NOTHING], "own")
    told = {name: round(report.metrics[name], 3) for name in report.metrics if "move" in name or "makers" in name}
    assert told == {
        "plain moves": 0.5,
        "plain move precision": 0.5,
        "plain move recall": 0.5,
        "plain makers": 1.0,
        "wide moves": 0.0,
        "wide move precision": 0.0,
        "wide move recall": 0.0,
        "wide makers": 0.0,
        "all moves": 0.4,
        "all move precision": 0.5,
        "all move recall": 0.333,
        "all makers": 1.0,
    }
    assert (report.counts["plain texts"], report.counts["wide texts"], report.counts["all words"]) == (2, 1, 12)
    assert len(report.misses) == 3


def test_nothing_of_the_closed_half_is_shown() -> None:
    assert score([*READ, *NOTHING], "closed").misses == []


def test_the_table_tells_shares_with_their_counts() -> None:
    lines = table(score([*READ, *NOTHING], "own")).splitlines()
    assert "plain, 2 texts" in lines[0]
    assert "all, 3 texts" in lines[0]
    rows = {line.split("  ")[0]: line for line in lines[1:]}
    assert rows["move recall"].split() == [
        "move",
        "recall",
        "0.500",
        "1",
        "of",
        "2",
        "0.000",
        "0",
        "of",
        "1",
        "0.333",
        "1",
        "of",
        "3",
    ]
    assert rows["moves"].split() == ["moves", "0.500", "0.000", "0.400"]
    assert "amounts under any issue" in rows


def test_no_texts_give_no_score() -> None:
    report = score([], "own")
    assert set(report.metrics.values()) == {0.0}
    assert Counter(report.counts) == Counter()


@pytest.mark.parametrize(
    ("name", "group"), [("plain_trade_03:1", "plain"), ("trade_03:1", "wide"), ("plainer:1", "wide")]
)
def test_groups_are_told_by_names(name: str, group: str) -> None:
    assert group_of(MarkedText(name, "sentence", "trade", "Rain.", ())) == group
