"""The table of all places: every address at which something of the record is shown."""

from __future__ import annotations

from parley.web.board import BOARD_PLACES
from parley.web.finding import FINDING_PLACES
from parley.web.reading import READING_PLACES
from parley.web.stories import STORY_PLACES

__all__ = ["PLACES"]

PLACES = (*READING_PLACES, *FINDING_PLACES, *BOARD_PLACES, *STORY_PLACES)
"""Every place, in the order in which addresses are tried."""
