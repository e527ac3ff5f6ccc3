"""Page records as pages of HTML that link to each other: for the local server, one published file, or a folder."""

from parley.render.web.board import board_html
from parley.render.web.fault import fault_html
from parley.render.web.frame import STORY_TABS, Frame, Tab
from parley.render.web.links import Address, Links, server_address
from parley.render.web.report import report_page_html
from parley.render.web.stories import stories_html

__all__ = [
    "STORY_TABS",
    "Address",
    "Frame",
    "Links",
    "Tab",
    "board_html",
    "fault_html",
    "report_page_html",
    "server_address",
    "stories_html",
]
