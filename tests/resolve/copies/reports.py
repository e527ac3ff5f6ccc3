"""Invented reports on a ferry strike: one text, and what outlets may make of it."""

from __future__ import annotations

from parley.model import Report, new_report

__all__ = ["AGENCY", "BALLOT", "FOOT", "LETTER", "LONGER", "TOLL", "report"]

AGENCY = """Ferry crews on the Lorn route will walk out on Thursday after talks on rosters broke down, their union said.

The Seafarers' Guild said 420 of its members had turned down an offer of 3.5 per cent and two extra rest days a month. "We asked for safe crews and were handed a calendar," the guild's secretary Moira Strand told reporters in Oban.

Lorn Lines said the offer had been the best in a decade. A spokesman said freight for the islands would be carried by two chartered vessels, and that holders of tickets would get their money back within ten days.

The two sides last met on Monday under a mediator from the labour board. No further meeting has been set.

Shopkeepers on Tiree said shelves would be empty by Sunday unless the charter sailed as planned. The council has asked for a naval vessel to be kept ready."""

BALLOT = """Nurses at four clinics in the valley voted on Tuesday to accept a pay deal that ends a dispute of nine weeks.

The health board will raise pay by 6 per cent from April and take on 75 trainees, according to the text that both sides signed. The union's organiser Petra Holm called it a fair end to a long winter.

Patients whose operations were put off will be called from next week on. The board said it would take until June to clear the list."""

LONGER = (
    """Island life is about to slow down again, and not because of the weather.

"""
    + AGENCY
    + """

Older islanders remember the strike of the herring boats, when flour came by rowing boat and the school closed for a month. Many wonder whether the company learnt anything from it.

On the quay at Scarinish the talk is of little else. Calum Reid, who has carried mail for thirty years, doubts that the charter will sail at all, since its skipper has never seen the sound in a gale.

The tourist board fears for the season. Hoteliers have had calls from guests since dawn, and several bookings for the music week in June are gone already, among them a choir of sixty from the mainland."""
)


def report(text: str, **known: str) -> Report:
    """A report of that text."""
    return new_report(text, **known)


LETTER = """To the editor: For a third winter the pier at Arinagour is closed when the wind turns east, and for a third winter
nobody says who is to mend it. Children miss school, the sick miss their appointments, and the shop sells candles.

The council points at the ferry company, the company points at the ministry, and the ministry answers no letters. We ask
for one thing only, a date by which the pier will be safe, in writing, from somebody who can be held to it.

Yours faithfully,
"""

TOLL = """The health board of Lorn said {dead} people had died of the fever in the past week and {ill} were in hospital.

Of those who died {old} were older than seventy, the board said in its weekly count. {more} new cases were found on the
islands, and {clinics} clinics have been opened to visitors again."""

FOOT = """The quarrel over the ferries began when the state sold the line eight years ago to owners on the mainland, who
cut the winter service by a third and let the last of the old pursers go. An inquiry led by a retired judge found that the sale had
been rushed through without a word to the islanders, and that promises made in the prospectus were not kept."""
