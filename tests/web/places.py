"""An address of every place of the page, over the small record."""

from __future__ import annotations

from urllib.parse import urlencode

from parley.project import Project
from parley.web.places import PLACES
from tests import small_record

__all__ = ["ALL", "addresses"]

ALL = [place.path for place in PLACES]
"""The paths of all places, with their parts unfilled."""


def addresses(project: Project) -> dict[str, str]:
    """An address for each of `ALL`, at which there is something to see."""
    ledger = project.ledger()
    story = ledger.story("Ferry dispute").id
    claim = ledger.view(kind="move", story=story).claims[0].id
    one, other = small_record.FERRY_1.id, small_record.FERRY_2.id
    (account,) = ledger.accounts(story=story)
    cell, actor, series = account.board.cells[0], account.account.actors[0].id, account.account.series[0].id
    tabs = ("talks", "proposals", "timeline", "figures?alone=yes", "disagreements", "actors", "sources", "reports")
    return {
        **{f"/story/{{story}}/{tab.partition('?')[0]}": f"/story/{story}/{tab}" for tab in tabs},
        "/": "/",
        "/changes": "/changes?kind=position",
        "/stories": "/stories?alone=yes",
        "/search": "/search?q=pay&kind=move",
        "/problems": "/problems",
        "/claim-check": "/claim-check?claim=At+least+30+sailings+were+cancelled.+The+crews+rejected+the+offer.",
        "/report/{report}": f"/report/{one}",
        "/claim/{claim}": f"/claim/{claim}",
        "/copies/{one}/{other}": f"/copies/{one}/{other}",
        "/story/{story}": f"/story/{story}",
        "/story/{story}/cell": f"/story/{story}/cell?{urlencode({'issue': cell.issue, 'party': cell.party})}",
        "/story/{story}/chart/{chart}": f"/story/{story}/chart/{series}",
        "/actor/{story}/{actor}": f"/actor/{story}/{actor}",
        "/source": "/source?name=Harbour+Gazette&kind=outlet",
    }
