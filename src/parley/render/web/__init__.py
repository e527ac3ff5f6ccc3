"""Page records as pages of HTML that link to each other: for the local server, one published file, or a folder."""

from parley.render.web.board import board_html, cell_html
from parley.render.web.claim import claim_html
from parley.render.web.fault import fault_html
from parley.render.web.frame import NAVIGATION, STORY_TABS, Frame, Tab, page_html
from parley.render.web.home import changes_html, home_html
from parley.render.web.links import Address, Links, server_address
from parley.render.web.report import difference_html, report_page_html
from parley.render.web.search import search_html
from parley.render.web.stories import problems_html, stories_html, story_reports_html

__all__ = [
    "NAVIGATION",
    "STORY_TABS",
    "Address",
    "Frame",
    "Links",
    "Tab",
    "board_html",
    "cell_html",
    "changes_html",
    "claim_html",
    "difference_html",
    "fault_html",
    "home_html",
    "page_html",
    "problems_html",
    "report_page_html",
    "search_html",
    "server_address",
    "stories_html",
    "story_reports_html",
]
