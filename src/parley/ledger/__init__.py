"""Questions asked of the record; nothing here writes."""

from parley.ledger.accounts import StoryAccount
from parley.ledger.actors import ActorCount
from parley.ledger.board import NOT_NAMED, Ask, Board, Cell, Position
from parley.ledger.changes import Change
from parley.ledger.days import Day, DayBasis, Happening, day_of, happenings
from parley.ledger.entries import Entry, SourceCount, View
from parley.ledger.errors import AmbiguousError, BadDateError, NotRecordedError
from parley.ledger.filters import Filters, actors_of, issues_of
from parley.ledger.in_story import ClaimInStory
from parley.ledger.judged import LogEntry
from parley.ledger.ledger import Ledger
from parley.ledger.pairs import TextPair
from parley.ledger.parts import ActorParts, SourceParts, StoryParts, actor_parts, source_parts
from parley.ledger.runs import NoOtherRunError, RunDifference
from parley.ledger.series import SeriesEntries, series_in
from parley.ledger.talks import Talks, talks_in
from parley.ledger.tellings import SourceStanding, Telling, Tellings, claimant_of, tellings_of

__all__ = [
    "NOT_NAMED",
    "ActorCount",
    "ActorParts",
    "AmbiguousError",
    "Ask",
    "BadDateError",
    "Board",
    "Cell",
    "Change",
    "ClaimInStory",
    "Day",
    "DayBasis",
    "Entry",
    "Filters",
    "Happening",
    "Ledger",
    "LogEntry",
    "NoOtherRunError",
    "NotRecordedError",
    "Position",
    "RunDifference",
    "SeriesEntries",
    "SourceCount",
    "SourceParts",
    "SourceStanding",
    "StoryAccount",
    "StoryParts",
    "Talks",
    "Telling",
    "Tellings",
    "TextPair",
    "View",
    "actor_parts",
    "actors_of",
    "claimant_of",
    "day_of",
    "happenings",
    "issues_of",
    "series_in",
    "source_parts",
    "talks_in",
    "tellings_of",
]
