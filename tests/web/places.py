"""An address of every place of the page, over the small record."""

from __future__ import annotations

from urllib.parse import urlencode

from parley.project import Project
from parley.web.finding import PLACES as FINDING
from parley.web.reading import PLACES as READING
from parley.web.story import PLACES as STORY
from tests import small_record

__all__ = ["ALL", "addresses"]

ALL = [place.path for place in (*READING, *FINDING, *STORY)]
"""The paths of all places, with their parts unfilled."""


def addresses(project: Project) -> dict[str, str]:
    """An address for each of `ALL`, at which there is something to see."""
    ledger = project.ledger()
    story = ledger.story("Ferry dispute").id
    claim = ledger.view(kind="move", story=story).claims[0].id
    one, other = small_record.FERRY_1.id, small_record.FERRY_2.id
    cell = ledger.board(story=story).cells[0]
    return {
        "/": "/",
        "/changes": "/changes?kind=position",
        "/stories": "/stories?alone=yes",
        "/search": "/search?q=pay&kind=move",
        "/problems": "/problems",
        "/report/{report}": f"/report/{one}",
        "/claim/{claim}": f"/claim/{claim}",
        "/copies/{one}/{other}": f"/copies/{one}/{other}",
        "/story/{story}": f"/story/{story}",
        "/story/{story}/cell": f"/story/{story}/cell?{urlencode({'issue': cell.issue, 'party': cell.party})}",
        "/story/{story}/reports": f"/story/{story}/reports",
    }
