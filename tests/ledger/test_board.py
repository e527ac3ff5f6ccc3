from __future__ import annotations

from itertools import permutations
from typing import Any

import msgspec
import pytest

from parley.ledger import NOT_NAMED, Board, Cell, Entry
from parley.ledger.board import board_of
from parley.ledger.board_told import BoardTold, board_told
from parley.model import (
    Actor,
    Agreement,
    AgreementTerm,
    Date,
    DateRange,
    DealOutcome,
    Factuality,
    Figure,
    Move,
    Proposal,
    ProposalAnswer,
    ProposalVersion,
    ProposedTerm,
    Quantity,
    Relation,
    Span,
    TalksScope,
    Term,
    TermEvidence,
    new_claim,
)
from parley.pages.board import board_cell
from parley.resolve import Parties
from tests.recorded import claim_at, observed, report_of

UNION = Actor("Dockers' Union", "the dockers")
PORT = Actor("Northport Authority", "the port")
ENVOY = Actor("Envoy Ruiz", "the envoy", acts_for="United Isles")
DENIED = Factuality(polarity="negative")
WOULD = Factuality(tense="hypothetical")


def term(issue: Any, number: int | None = None) -> Term:
    quantity = None if number is None else Quantity(number, number, unit="percent")
    return Term(issue, "terms", Span(0, 1), quantity=quantity)


def told(
    act: Any, by: Actor | None, published: str | None, *issues: Any, number: int | None = None, **more: Any
) -> Entry:
    """A move that a report of that day tells; `more` are fields of the move, or factuality, sources, when, said_on."""
    text = f"{act} {issues} {number} {sorted(more)}."
    report = report_of(text, published)
    beside = {name: more.pop(name) for name in ("factuality", "sources", "said_on", "silence") if name in more}
    when = more.pop("when", None)
    move = Move(act, by=(by,) if by else (), terms=tuple(term(issue, number) for issue in issues), **more)
    claim = claim_at(report, act, move, **beside)
    if when:
        claim = new_claim(
            report.id, move, attribution=claim.attribution, factuality=claim.factuality, mentions=claim.mentions, rule="by hand",
            when=when,
        )  # fmt: skip
    return Entry(claim, report, observed())


def shown(board: Board) -> dict[tuple[str, str], str]:
    return {
        (cell.issue, cell.party): f"{cell.position.act} {cell.position.as_of}" if cell.position else "none"
        for cell in board.cells
    }


OFFER = told("offer", PORT, "2031-03-01", "pay", number=4, to=(UNION,))
DEMAND = told("demand", UNION, "2031-03-01", "pay", number=6)
REFUSAL = told("reject", UNION, "2031-03-03", "pay", to=(PORT,))
RESUMPTION = told("resume", None, "2031-03-05")
SUPPORT = told("support", ENVOY, "2031-03-04", "pay", "jobs")


def test_a_cell_holds_the_latest_move_of_a_party_on_an_issue() -> None:
    board = board_of([OFFER, DEMAND, REFUSAL, RESUMPTION, SUPPORT])
    assert shown(board) == {
        ("pay", "Northport Authority"): "offer 2031-03-01",
        ("pay", "Dockers' Union"): "reject 2031-03-03",
        ("pay", "United Isles"): "support 2031-03-04",
        ("jobs", "United Isles"): "support 2031-03-04",
        ("meeting", NOT_NAMED): "resume 2031-03-05",
    }
    assert board.issues == ("pay", "jobs", "meeting")
    assert board.parties == ("Dockers' Union", "United Isles", "Northport Authority", NOT_NAMED)
    cell = board.cell("pay", "Dockers' Union")
    assert cell is not None
    assert cell.moves == 2
    assert board.cell("aid", "Dockers' Union") is None


def test_the_board_does_not_depend_on_the_order_of_entries() -> None:
    entries = [OFFER, DEMAND, REFUSAL, SUPPORT]
    assert len({repr(board_of(order)) for order in permutations(entries)}) == 1


def test_on_whose_word() -> None:
    board = board_of([told("reject", UNION, "2031-03-03", "pay", sources=("the agency", "a union leader"))])
    (cell,) = board.cells
    assert cell.position is not None
    assert cell.position.on_word == ("the agency", "a union leader")


@pytest.mark.parametrize(
    ("published", "more", "as_of", "basis"),
    [
        ("2031-03-03", {}, "2031-03-03", "published"),
        ("2031-03-03T22:15:00Z", {}, "2031-03-03", "published"),
        (None, {}, None, "unknown"),
        ("2031-03-03", {"when": DateRange(Date("2031-02-27"), Date("2031-02-28"))}, "2031-02-28", "when"),
        ("2031-03-03", {"when": DateRange(Date("2031-02-27"))}, "2031-02-27", "when"),
        ("2031-03-03", {"when": DateRange(latest=Date("2031-02~"))}, "2031-02", "when"),
        ("2031-03-03", {"when": DateRange(latest=Date("2031-21"))}, "2031", "when"),
        ("2031-03-03", {"when": DateRange(latest=Date("XXXX-02-28"))}, "2031-03-03", "published"),
        ("2031-03-03", {"when": DateRange(latest=Date("2031-03-09"))}, "2031-03-03", "published"),
        ("2031-03-03", {"said_on": Date("2031-03-01")}, "2031-03-01", "said_on"),
        (None, {"when": DateRange(latest=Date("2031-03-09"))}, "2031-03-09", "when"),
    ],
)
def test_as_of_is_the_moves_day_bounded_by_publication(
    published: str | None, more: dict[str, Any], as_of: str | None, basis: str
) -> None:
    (cell,) = board_of([told("reject", UNION, published, "pay", **more)]).cells
    assert cell.position is not None
    assert (cell.position.as_of, cell.position.as_of_basis) == (as_of, basis)


def test_an_older_move_told_later_is_no_newer_position() -> None:
    background = told("demand", UNION, "2031-03-09", "pay", when=DateRange(latest=Date("2031-02-01")))
    assert shown(board_of([REFUSAL, background])) == {("pay", "Dockers' Union"): "reject 2031-03-03"}


@pytest.mark.parametrize(("factuality", "standing"), [(DENIED, "denied"), (WOULD, "hypothetical")])
def test_what_is_denied_or_hypothetical_is_shown_as_such(factuality: Factuality, standing: str) -> None:
    doubtful = told("accept", UNION, "2031-03-08", "pay", factuality=factuality)
    (cell,) = board_of([DEMAND, doubtful]).cells
    assert cell.position is not None
    assert cell.position.entry == DEMAND
    assert [(position.entry, position.standing) for position in cell.not_held] == [(doubtful, standing)]
    (alone,) = board_of([doubtful]).cells
    assert alone.position is None


def test_silence_and_figures_are_no_moves() -> None:
    report = report_of("At least 40 waited.")
    figure = Entry(claim_at(report, "At least 40", Figure("other", Quantity(40, None))), report, observed())
    silent = told("reject", UNION, "2031-03-03", "pay", silence=True)
    assert board_of([figure, silent]) == Board((), (), (), ())


def test_a_party_is_grouped_by_whom_it_acts_for_and_written_as_most_do() -> None:
    names = ("The United Isles", "United Isles", "united isles", "United Isles")
    moves = [told("demand", Actor(name, name), f"2031-03-0{n + 1}", "pay", number=n) for n, name in enumerate(names)]
    assert board_of([*moves, SUPPORT]).parties == ("United Isles",)


@pytest.mark.parametrize(
    ("answer", "settles"),
    [
        (told("accept", UNION, "2031-03-02", "pay", to=(PORT,)), True),
        (told("reject", UNION, "2031-03-02", "pay"), True),
        (told("reject", UNION, "2031-03-01", "pay"), True),
        (told("reject", UNION, "2031-03-02"), True),
        (told("agree", UNION, "2031-03-02", "pay"), True),
        (told("withdraw", PORT, "2031-03-02", "pay"), True),
        (told("concede", PORT, "2031-03-02", "pay"), True),
        (told("reject", ENVOY, "2031-03-02", "pay", to=(PORT,)), True),
        (told("accept", ENVOY, "2031-03-02", "jobs", answers=OFFER.claim.id), True),
        (told("reject", UNION, "2031-02-28", "pay"), False),
        (told("reject", UNION, "2031-03-02", "jobs"), False),
        (told("reject", ENVOY, "2031-03-02", "pay"), False),
        (told("reject", UNION, "2031-03-02", "pay", factuality=DENIED), False),
        (told("accept", UNION, "2031-03-02", "pay", factuality=WOULD), False),
        (told("withdraw", UNION, "2031-03-02", "pay"), False),
        (told("accept", PORT, "2031-03-02", "pay", to=(UNION,)), False),
        (told("threaten", UNION, "2031-03-02", "pay"), False),
        (told("reject", None, "2031-03-02", "pay"), False),
    ],
)
def test_what_settles_an_offer(answer: Entry, settles: bool) -> None:
    board = board_of([OFFER, answer])
    (ask,) = [ask for ask in board.asks if ask.position.entry == OFFER]
    assert ask.settled_by == (answer if settles else None)
    assert (ask in board.open_asks) is not settles


def test_a_deal_both_reach_settles_what_either_asked() -> None:
    report = report_of("The two sides agree on pay.", "2031-03-07")
    deal = Entry(claim_at(report, "agree", Move("agree", by=(UNION, PORT), terms=(term("pay"),))), report, observed())
    assert [ask.settled_by for ask in board_of([DEMAND, deal]).asks] == [deal]


def test_an_ask_told_in_many_reports_is_one_and_another_amount_another() -> None:
    again = told("demand", UNION, "2031-03-02", "pay", number=6)
    more = told("demand", UNION, "2031-03-03", "pay", number=7)
    asks = board_of([DEMAND, again, more]).open_asks
    assert [(ask.position.entry, ask.reports) for ask in asks] == [(more, 1), (again, 2)]


def test_an_unnamed_withdrawal_settles_nothing_of_the_unnamed() -> None:
    demand, withdrawal = told("demand", None, "2031-03-01", "pay"), told("withdraw", None, "2031-03-02", "pay")
    assert len(board_of([demand, withdrawal]).open_asks) == 1


@pytest.mark.parametrize(("story", "settled"), [("pay", True), (None, False)])
def test_a_deal_of_the_story_answers_what_nobody_named_asked(story: str | None, settled: bool) -> None:
    nobody = told("demand", Actor("two officials", "two officials", kind="unnamed"), "2031-03-01", "pay")
    deal = told("agree", PORT, "2031-03-07", "pay", to=(UNION,))
    assert (not board_of([nobody, deal], story=story).open_asks) is settled


def side(actor: Actor) -> str:
    return Parties().side(actor, "any report")


SCOPE = TalksScope((side(UNION), side(PORT)), (), ("pay",), (DEMAND.claim.id, OFFER.claim.id))
DEAL = told("agree", PORT, "2031-03-07", "pay", to=(UNION,))
FIRM = told("agree", PORT, "2031-03-07", "pay", number=5, to=(UNION,))


def test_moves_that_are_not_of_the_talks_stand_beside_the_board_those_on_its_issues_first() -> None:
    jobs = told("demand", ENVOY, "2031-03-09", "jobs")
    board = board_of([OFFER, DEMAND, SUPPORT, jobs], scope=SCOPE)
    assert board.parties == ("Dockers' Union", "Northport Authority")
    beside = [(cell.party, cell.issue, cell.position and cell.position.act) for cell in board.beside]
    assert beside == [("United Isles", "pay", "support"), ("United Isles", "jobs", "demand")]
    assert [ask.position.entry for ask in board.open_asks] == [OFFER, DEMAND]


def test_without_a_scope_nothing_is_beside_the_board() -> None:
    assert board_of([OFFER, SUPPORT], scope=TalksScope((), (), (), (OFFER.claim.id,))).beside == ()


def test_an_older_position_is_marked_with_the_deal_that_came_after_it() -> None:
    cell = board_of([DEMAND, DEAL]).cell("pay", "Dockers' Union")
    assert cell is not None
    assert (cell.position and cell.position.entry, cell.overtaken_by, cell.overtaken_on) == (DEMAND, DEAL, "2031-03-07")
    own = board_of([OFFER, DEAL]).cell("pay", "Northport Authority")
    assert own is not None
    assert (own.position and own.position.entry, own.overtaken_by) == (DEAL, None)


@pytest.mark.parametrize(
    "agreed",
    [
        told("agree", PORT, "2031-03-07", "jobs", to=(UNION,)),
        told("agree", PORT, "2031-03-07", "pay"),
        told("agree", PORT, "2031-03-07", "pay", to=(UNION,), factuality=Factuality("probable")),
        told("agree", PORT, "2031-03-07", "pay", to=(UNION,), factuality=Factuality(tense="planned")),
        told("agree", PORT, "2031-02-07", "pay", to=(UNION,)),
    ],
)
def test_what_is_no_deal_on_the_issue_that_is_newer_overtakes_nothing(agreed: Entry) -> None:
    cell = board_of([DEMAND, agreed]).cell("pay", "Dockers' Union")
    assert cell is not None
    assert cell.overtaken_by is None


def test_the_deal_is_the_last_thing_of_its_day_and_the_exactest_telling_of_it_shown() -> None:
    before = told("offer", PORT, "2031-03-07", "pay", number=3)
    for order in permutations([before, DEAL, FIRM]):
        cell = board_of(order).cell("pay", "Northport Authority")
        assert cell is not None
        assert cell.position is not None
        assert cell.position.entry == FIRM


def test_a_deal_answers_what_the_parties_to_the_talks_asked_before() -> None:
    mediator = told("demand", ENVOY, "2031-03-05", "pay")
    later = told("demand", ENVOY, "2031-03-09", "pay", number=7)
    entries = [mediator, later, FIRM]
    scope = TalksScope(SCOPE.chief, (side(ENVOY),), ("pay",), tuple(entry.claim.id for entry in entries))
    assert [ask.position.entry for ask in board_of(entries, scope=scope).open_asks] == [later]
    assert [ask.position.entry for ask in board_of(entries).open_asks] == [later, mediator]


def test_a_deal_told_again_is_as_of_its_first_telling() -> None:
    again = told("agree", PORT, "2031-03-12", "pay", number=5, to=(UNION,))
    offer = told("offer", PORT, "2031-03-10", "pay", number=6)
    deal = Agreement("a", "pay deal", (side(PORT), side(UNION)), "2031-03-07", (FIRM.claim.id, again.claim.id), 2, 2)
    cell = board_of([FIRM, again, offer], told=board_told([deal], [])).cell("pay", "Northport Authority")
    assert cell is not None
    assert (cell.position and cell.position.entry, cell.overtaken_by) == (offer, None)


def test_what_a_newer_state_has_replaced_is_as_of_its_first_telling_when_it_is_told_again() -> None:
    nine, seven = (
        told("demand", UNION, "2031-03-01", "pay", number=1),
        told("demand", UNION, "2031-03-10", "pay", number=2),
    )
    recalled = told("demand", UNION, "2031-03-19", "pay", number=3)
    states = [[nine.claim.id, recalled.claim.id], [seven.claim.id]]
    days = ["2031-03-01", "2031-03-10"]
    versions = tuple(
        ProposalVersion(i + 1, tuple(claims), (), days[i], (), reports=1, origins=1) for i, claims in enumerate(states)
    )
    claim = Proposal("p", (side(UNION),), ("pay",), versions)
    cell = board_of([nine, seven, recalled], told=board_told([], [claim])).cell("pay", "Dockers' Union")
    assert cell is not None
    assert cell.position is not None
    assert cell.position.entry == seven


def test_an_answer_without_terms_stands_on_the_issues_of_what_it_answers() -> None:
    offer = told("offer", PORT, "2031-03-01", "pay", "jobs")
    yes = told("accept", UNION, "2031-03-04", "other")
    version = ProposalVersion(1, (offer.claim.id,), (), "2031-03-01", (), reports=1, origins=1)
    answer = ProposalAnswer(side(UNION), "accept", yes.claim.id, 1, "2031-03-04")
    package = Proposal("p", (side(PORT),), ("pay", "jobs", "other"), (version,), (answer,))
    board = board_of([offer, yes], told=board_told([], [package]))
    answered = {issue: seen for (issue, party), seen in shown(board).items() if party == "Dockers' Union"}
    assert answered == {"pay": "accept 2031-03-04", "jobs": "accept 2031-03-04"}


def test_who_does_not_support_terms_holds_a_position_against_them() -> None:
    (cell,) = board_of([told("support", ENVOY, "2031-03-04", "pay", factuality=DENIED)]).cells
    assert cell.position is not None
    assert board_cell(cell).act == "oppose"


def test_what_is_let_go_counts_behind_the_words_that_name_it() -> None:
    """ "Agreed to end its offer of 4 per cent": the offer named there is no newer position."""
    report = report_of("The port agreed to end its offer of 4 per cent.", "2031-03-09")
    named = Move("offer", by=(PORT,), terms=(term("pay", 4),))
    ended = Move("withdraw", by=(PORT,), about="offer", terms=(term("pay", 4),))
    moves = [("end its offer of 4 per cent", ended), ("offer", named)]
    entries = [Entry(claim_at(report, words, move), report, observed()) for words, move in moves]
    assert shown(board_of(entries)) == {("pay", "Northport Authority"): "withdraw 2031-03-09"}


@pytest.mark.parametrize(
    ("about", "issue"), [("its offer", "other"), ("the truce", "other"), ("the talks", "meeting"), (None, "meeting")]
)
def test_to_prolong_an_offer_is_no_matter_of_meetings(about: str | None, issue: str) -> None:
    assert board_of([told("extend", PORT, "2031-03-05", about=about)]).issues == (issue,)


BOTH = (side(PORT), side(UNION))


def pay_deal(*claims: Entry, **more: Any) -> Agreement:
    term_ = AgreementTerm(ProposedTerm("pay", "terms"), (side(PORT),))
    ids = tuple(entry.claim.id for entry in claims)
    return Agreement("a", "pay deal", BOTH, "2031-03-07", ids, 1, 1, more.pop("terms", (term_,)), **more)


def cell_of(board: Board, issue: str, party: str) -> Cell:
    found = board.cell(issue, party)
    assert found is not None
    return found


def test_a_deal_is_all_its_parties_whoever_announces_it() -> None:
    announced = told("agree", PORT, "2031-03-07", "pay", number=5)
    board = board_of([DEMAND, announced], told=board_told([pay_deal(announced)], []))
    assert {party: cell_of(board, "pay", party).position.entry for party in board.parties} == {  # type: ignore[union-attr]
        "Dockers' Union": announced,
        "Northport Authority": announced,
    }


def test_what_prolongs_a_deal_comes_behind_it_told_in_its_length_as_of_the_first_day() -> None:
    vague, exact = told("extend", PORT, "2031-03-10", "pay"), told("extend", None, "2031-03-11", "pay", number=2)
    agreed = told("agree", PORT, "2031-03-10", "pay", number=2, to=(UNION,))
    outcomes = tuple(
        DealOutcome("extended", day, "deal:prolonged", entry.claim.id)
        for entry, day in ((vague, "2031-03-10"), (exact, "2031-03-11"))
    )
    deal = pay_deal(FIRM, extensions=(vague.claim.id, exact.claim.id), outcomes=outcomes)
    board = board_of([DEMAND, FIRM, vague, exact, agreed], told=board_told([deal], []))
    for party in ("Dockers' Union", "Northport Authority"):
        position = cell_of(board, "pay", party).position
        assert position is not None
        assert (position.entry, position.as_of) == (exact, "2031-03-10")


def test_what_is_done_under_a_deal_by_nobody_named_is_done_by_whom_its_term_binds() -> None:
    paid = told("carry_out", None, "2031-03-09", "pay", number=5)
    found = TermEvidence(paid.claim.id, "done", "deal:move-under-it", "2031-03-09")
    bound = AgreementTerm(ProposedTerm("pay", "terms"), (side(PORT),), evidence=(found,))
    board = board_of([OFFER, paid], told=board_told([pay_deal(FIRM, terms=(bound,))], []))
    assert cell_of(board, "pay", "Northport Authority").moves == 2


def test_an_answer_apart_from_its_party_stands_under_the_member() -> None:
    vote = told("reject", ENVOY, "2031-03-07", "pay")
    board = board_of([vote], told=BoardTold(apart={vote.claim.id: ("the envoy's id",)}))
    assert board.parties == ("the envoy's id",)


def test_a_bound_leaves_less_open_than_a_vague_number() -> None:
    dozens, bound = Quantity(24, 100, upper_open=True, unit="persons"), Quantity(50, None, unit="persons")
    terms = [Term("release", "captives", Span(0, 1), quantity=quantity) for quantity in (dozens, bound)]
    vague, least = (told("agree", PORT, "2031-03-07", to=(UNION,), place=name) for name in ("Vesk", "Arle"))
    entries = [
        msgspec.structs.replace(
            entry,
            claim=msgspec.structs.replace(entry.claim, body=msgspec.structs.replace(entry.claim.body, terms=(term_,))),
        )
        for entry, term_ in zip((vague, least), terms, strict=True)
    ]
    for order in permutations(entries):
        position = cell_of(board_of(order), "release", "Northport Authority").position
        assert position is not None
        assert position.entry == entries[1]


def test_what_is_less_than_certain_is_marked_with_the_word_that_denies_it() -> None:
    near = told("agree", PORT, "2031-03-05", "pay", factuality=Factuality("probable", tense="planned"))
    denial = told("agree", PORT, "2031-03-05", "other", factuality=DENIED)
    relation = Relation("denies", denial.claim.id, near.claim.id, "moves:negated")
    bodies = {entry.claim.id: entry.claim.body for entry in (near, denial)}
    known = board_told([], [], relations=[relation], moves=bodies)  # type: ignore[arg-type]
    assert cell_of(board_of([near, denial], told=known), "pay", "Northport Authority").denied_by == denial
    assert cell_of(board_of([FIRM, denial], told=known), "pay", "Northport Authority").denied_by is None


def test_in_talks_a_denial_before_the_deal_and_what_nobody_holds_give_way() -> None:
    denial = told("agree", ENVOY, "2031-03-05", "pay", factuality=DENIED)
    nobody = told("demand", None, "2031-03-06", "pay")
    entries = [denial, nobody, FIRM]
    scope = TalksScope(SCOPE.chief, (side(ENVOY),), ("pay",), tuple(entry.claim.id for entry in entries))
    assert board_of(entries, scope=scope).parties == ("Northport Authority",)
    assert set(board_of(entries).parties) == {"Northport Authority", "United Isles", NOT_NAMED}
    later = told("demand", None, "2031-03-09", "pay")
    scope = TalksScope(SCOPE.chief, (), ("pay",), (later.claim.id, FIRM.claim.id))
    assert board_of([later, FIRM], scope=scope).parties == ("Northport Authority", NOT_NAMED)


@pytest.mark.parametrize(("words", "act"), [("not backed", "not_support"), ("opposes", "oppose")])
def test_who_does_not_back_terms_opposes_nothing(words: str, act: str) -> None:
    report = report_of(f"The Isles {words} it.", "2031-03-04")
    move = Move("support", by=(ENVOY,), terms=(term("pay"),))
    entry = Entry(claim_at(report, words, move, factuality=DENIED), report, observed())
    assert board_cell(board_of([entry]).cells[0]).act == act
