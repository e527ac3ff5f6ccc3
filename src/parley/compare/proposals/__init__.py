"""What the moves of a story come to: proposals in versions, agreements, and the thread of the talks."""

from parley.compare.proposals.agreements import agreements_in, agreements_of
from parley.compare.proposals.proposals import proposals_in, proposals_of
from parley.compare.proposals.scope import scope_of
from parley.compare.proposals.story import StoryMoves
from parley.compare.proposals.thread import thread_in, thread_of

__all__ = [
    "StoryMoves",
    "agreements_in",
    "agreements_of",
    "proposals_in",
    "proposals_of",
    "scope_of",
    "thread_in",
    "thread_of",
]
