"""Times of a report: on which side of its day they lie, what they count from, and of which act they are the day."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import find_attributions
from parley.extract.events import extract_events
from parley.extract.moves import extract_moves
from parley.extract.times import settled_date
from parley.model import Claim, Date, Event, Move, Span, new_report

PUBLISHED = "2025-05-16"  # a Friday

# The dates of a sentence in a report of 16 May 2025; the sentence.
ROWS = [
    ("2025-05-12", "The harbour union on Monday asked the terminal owners for a 9 percent rise."),
    ("2025-05-13", "The rebels offered on Tuesday to free the pilots."),
    ("2025-06-20", "The lenders' offer was extended to June 20."),
    ("2025-06-03", "The hearing was adjourned to June 3 at the request of both sides."),
    ("2025-05-20", "The governor has given the mutineers until Tuesday to hand in their weapons."),
    ("2025-05-18", "The army wants the bridge cleared by Sunday evening."),
    ("2025-04-30", "The firm failed to win consent by the April 30 deadline."),
    ("2025-05-19", "The delegations meet in Tarvos on Monday."),
    ("2025-05-21", "The chairman said the board would meet on Wednesday to weigh the bid."),
    ("2025-05-22", "Ferry crews will stop work starting Thursday."),
    ("2025-05-12", "The council had been expected to vote on Monday but put off the decision."),
    ("2025-05-16", "The strike lasted until Friday."),
    ("2025-05-26", "The union announced a strike on May 26."),
    ("2025-05-12", "The minister announced on Monday that talks would go on."),
    ("2025-05-19", "Pending Monday's verdict, the pilots stayed at work."),
    ("2025-05-12", "The guild rejected Monday's offer."),
    ("2025-05-14", "Delegates had gone home by Wednesday."),
    ("2025-03", "By March the gap had narrowed to 40 dollars."),
    ("2025-05-20", "The talks, scheduled for Tuesday, will be held in Kolm."),
    ("2025-09", "The second stage, due in September, has no budget yet."),
    ("2025-05-21", "A fresh round was put off to Wednesday."),
    ("2025-05-14", "A fresh round was put off on Wednesday."),
    ("2025-04", "The truce agreed in April still holds."),
    ("2025-05-15", "They let nine sailors go on Thursday."),
    ("2025-05-16", "The rebels agreed on Friday to withdraw."),
    ("2025-05-19", "They agreed to meet again on Monday."),
    ("2025-05-10 2025-05-11", "On Saturday the army shelled the town, and on Sunday it denied it."),
    ("2025-12-31", "The pact expires on December 31."),
    ("2025-01-01", "The pact has been in force since January 1."),
    ("2025-07-01", "The tariff will rise from July 1."),
    ("2025-05-17", "The union has called a rally for Saturday."),
    ("2025-05-20", "The court ordered the company to reply by Tuesday."),
    ("2025-05-13", "The company did not reply by Tuesday."),
    ("2025-05-19", "The envoy is due in the capital on Monday."),
    ("2025-05-19", "The envoy is to arrive on Monday."),
    ("2025-05-12", "Who was to blame for Monday's raid is unclear."),
    ("2025-05-26", "The miners must return within ten days."),
    ("2025-05-23", "The cabinet has until Friday next week to decide."),
    ("2025-05-29", "The second round was postponed to Thursday week."),
    ("2025-05-21", "The arbitrator will hear both sides on the 21st."),
    ("2025-05-19", "The premier wants to resume talks on Monday."),
    ("2025-05-19", "The premier urged both sides to resume talks on Monday."),
    ("2025-05-12", "The premier told the envoys on Monday to resume talks."),
    ("2025-05-18", "Guards at the depot plan to walk out from Sunday."),
    ("2025-05-12", "The ministers, who met on Monday, will report to the cabinet."),
    ("2025-05-19", "The ministers, who are to meet on Monday, did not comment."),
    ("2025-05-13", '"We will never sign," he said on Tuesday.'),
    ("2025-05-13", '"We will never sign," he told reporters Tuesday.'),
    ("2025-06", "The bishops hope to reopen the road in June."),
    ("2025-02", "The bishops reopened the road in February."),
    ("2025-11", "Elections are expected in November."),
    ("2024-11", "Elections were held in November."),
    ("2025-05-18", "If the convoy arrives on Sunday, the siege will end."),
    ("2025-05-11", "If the convoy had arrived on Sunday, the siege would have ended."),
    ("2025-05-21", "Rail workers threatened to strike on Wednesday."),
    ("2025-05-14", "Rail workers threatened on Wednesday to strike."),
    ("2025-05-17", "Mediators have invited both sides to talks on Saturday."),
    ("2025-05-19", "Ahead of Monday's vote, the parties traded blame."),
    ("2025-05-19", "The firm said it had until Monday to respond."),
    ("2025-05-13", "In a letter dated 13 May, the bank withdrew the loan."),
    ("2025-05-14", "Wednesday's shelling killed four people, doctors say."),
    ("2025-06-16", "The vacancies will be filled within a month."),
    ("2025-05-10/2025-05-11", "The two ministers conferred in Riga over the weekend."),
    ("2025-05-21", "Signallers will be joined on Wednesday by cleaners."),
    ("2025-05-20", "The fund gave the board until close of business on Tuesday."),
    ("2025-05-27/2025-05-28", "The two-day walkout, slated for May 27 and 28, was called off."),
    ("2025-06-01", "A duty of 12 percent takes effect on June 1."),
    ("2025-05-01", "A duty of 12 percent took effect on May 1."),
    ("2025-05-13", "The offer was turned down by the crews on Tuesday."),
    ("2025-05-13", "The demand for back pay was dropped on Tuesday by the clerks."),
    ("2025-05-19", "The army proposes a second convoy on Monday."),
    ("2025-05-12", "Talks broke down on Monday over the size of the zone."),
    ("2025-05-15", "The rebels rejected the plan on Thursday, calling it a trap."),
    ("2025-05-20", "The rebels will release the captives by Tuesday."),
    ("2025-05-11", "The ship has been held in the port since Sunday."),
    ("2025-05-20", "Port talks could reopen on Tuesday, mayor hints"),
    ("2025-05-13 2025-05-14", "With the garrison disarmed the night before, crowds filled the square on Wednesday."),
    ("2025-05-15", "Customs men let two of the trucks through on Thursday."),
    ("2025-05-12", '"We\'ve refused that twice, most recently on Monday," she said.'),
    ("2025-05-18", "The governor, who had set a deadline of Sunday, gave the rebels more time."),
    ("2025-01", "The pay rise is backdated to January."),
    ("2025-05-17/2025-05-18", "The abbot appealed to both armies to hold their fire through the weekend."),
    ("2026-12~", "Creditors want the mines sold by the end of 2026."),
    ("2014 2016", "The pact was signed in 2014. Two years later the first road was opened."),
    ("XXXX-XX-XXT12:00 2025-05-22", "The board has until noon on Thursday to answer."),
]

# Reports without a day of their own.
UNDATED = [
    ("2019-07-09 2019-07-06", "The sit-in was cleared on July 9, 2019. The city had written on July 6."),
    ("2019-01-02 2018-12-30", "The pass was cleared on January 2, 2019. It had been shut on December 30."),
    ("2019-07-09 XXXX-WXX-1", "The sit-in was cleared on July 9, 2019. The city had written on Monday."),
    ("2018-01-02 2019-07-09 XXXX-07-06", "Begun on January 2, 2018, it ended on July 9, 2019. A note came on July 6."),
    ("day-1", "The bridge had fallen the day before."),
]

# Text; the act or type; when it was or is to be done, as EDTF dates with "/" between the ends of a range.
WHEN = [
    ("The miners rejected the offer on Tuesday.", "reject", "2025-05-13"),
    ("On Tuesday the miners rejected the offer.", "reject", "2025-05-13"),
    ("The miners rejected Tuesday's offer.", "reject", None),
    ("The ministers will meet in Varna on Monday.", "meet", "2025-05-19"),
    ("The ministers met in Varna on Sunday and agreed to free the sailors.", "agree", "2025-05-11"),
    ("The rebels said on Wednesday they would accept the plan.", "accept", "2025-05-14"),
    ("The rebels said on Wednesday they had accepted the plan.", "accept", None),
    ("The board agreed to pay the arrears by June 3.", "agree", None),
    ("The owners promised in March to keep the mill open.", "promise", "2025-03"),
    ("The union asked the owners on Thursday for a rise of 4 percent.", "demand", "2025-05-15"),
    ("Under a truce reached in April, the two armies pulled back.", "agree", "2025-04"),
    ("In a letter dated 7 May, the bank demanded 40 million dollars.", "demand", "2025-05-07"),
    ("The ministers of Tarvia and Kolm met in Riga over the weekend.", "meet", "2025-05-10/2025-05-11"),
    ("The army shelled the town on Saturday.", "ASSAULT", "2025-05-10"),
    ("Dockers have been on strike since Monday.", "PROTEST", "2025-05-12/"),
    ("Thousands marched through Kolm on Wednesday; police arrested 40 people.", "COERCE", "2025-05-14"),
]

# Text; the act; its deadline; its expiry.
LIMITS = [
    ("The union demanded a 6 percent rise by June 3.", "demand", "2025-06-03", None),
    ("The fund gave the board until Tuesday to open its books.", "demand", "2025-05-20", None),
    ("The union threatened to strike unless the owners pay the arrears within ten days.", "threaten", "2025-05-26", None),
    ("The utility is threatening to cut off the town from 1 June unless it pays 3 million dollars.", "threaten", "2025-06-01", None),
    ("The company promised to repay 30 million dollars by September.", "promise", "2025-09", None),
    ("Both sides extended the truce until June 20.", "extend", None, "2025-06-20"),
    ("Harrow offered 40 dollars a share. The offer expires on May 30.", "offer", None, "2025-05-30"),
    ("Harrow offered 40 dollars a share in a bid that is open until May 30.", "offer", None, "2025-05-30"),
    ("The union demanded a 6 percent rise on Monday.", "demand", None, None),
]  # fmt: skip


def doc_of(text: str, published: str | None = PUBLISHED) -> Doc:
    """A report of a sentence or two, annotated."""
    return next(iter(annotate([new_report(text, published=published)])))


def dates_of(text: str, published: str | None = PUBLISHED) -> str:
    """The settled dates of a text."""
    doc = doc_of(text, published)
    return " ".join(settled_date(doc, mention).edtf for mention in doc.dates)


def claims_of(text: str) -> list[Claim]:
    """The moves and events of a text."""
    doc = doc_of(text)
    attributions = find_attributions(doc)
    return [*extract_moves(doc, attributions), *extract_events(doc, attributions)]


@pytest.mark.parametrize(("wanted", "text"), ROWS)
def test_a_time_is_settled_by_what_it_hangs_on(wanted: str, text: str) -> None:
    assert dates_of(text) == wanted


@pytest.mark.parametrize(("wanted", "text"), UNDATED)
def test_a_report_without_a_day_gives_its_only_year(wanted: str, text: str) -> None:
    assert dates_of(text, None) == wanted


def _edtf(date: Date | None) -> str:
    return date.edtf if date is not None else ""


@pytest.mark.parametrize(("text", "act", "wanted"), WHEN)
def test_the_time_of_an_act_hangs_on_its_words(text: str, act: str, wanted: str | None) -> None:
    found = []
    for claim in claims_of(text):
        sort = (
            claim.body.act if isinstance(claim.body, Move) else claim.body.type if isinstance(claim.body, Event) else ""
        )
        if sort == act:
            when = claim.when
            ends = dict.fromkeys((_edtf(when.earliest), _edtf(when.latest))) if when is not None else None
            found.append("/".join(ends) if ends is not None else None)
    assert found == [wanted]


@pytest.mark.parametrize(("text", "act", "deadline", "expires"), LIMITS)
def test_a_move_has_its_deadline_and_its_expiry(text: str, act: str, deadline: str | None, expires: str | None) -> None:
    moves = [c.body for c in claims_of(text) if isinstance(c.body, Move) and c.body.act == act]
    found = [(_edtf(m.deadline) or None, _edtf(m.expires) or None) for m in moves]
    assert found == [(deadline, expires)]


def test_the_time_of_an_entry_belongs_to_what_it_says() -> None:
    text = (
        "09.05\nThe mayor says the dockers will accept the plan.\n\n"
        "10.20\nThe dockers' leader said on Monday they would reject it.\n\n11.45\nTrucks are queueing.\n"
    )
    doc = doc_of(text)
    attributions = find_attributions(doc)
    ends = [sentence.span.end for sentence in doc.sentences]
    told = [attributions.of(i, Span(end - 10, end - 2)).said_on for i, end in enumerate(ends)]
    assert [_edtf(date) for date in told][:2] == ["2025-05-16T09:05", "2025-05-12"]


@pytest.mark.parametrize(
    ("text", "words", "settled"),
    [
        ("The strike began on May 2, 2019. Owners made an offer on May 9.", "May 9", "2019-05-09"),
        ("War broke out on May 2, 2019. The truce ran out on February 9.", "February 9", "XXXX-02-09"),
        ("War broke out on May 2, 2019, and again on June 3, 2021. Talks began on May 9.", "May 9", "XXXX-05-09"),
    ],
)
def test_a_report_without_a_day_gives_a_year_only_close_to_a_full_date(text: str, words: str, settled: str) -> None:
    doc = next(annotate([new_report(text)]))
    found = [settled_date(doc, mention) for mention in doc.dates if mention.verbatim == words]
    assert [date.edtf for date in found] == [settled]
    assert [bool(date.open_because) for date in found] == [settled.startswith("X")]
