"""Page records as pages of HTML that link to each other: for the local server, one published file, or a folder."""

from parley.render.web.board import board_html, cell_html
from parley.render.web.brief import brief_file_html, brief_home_html, brief_leaf_html
from parley.render.web.claim import claim_html
from parley.render.web.claim_check import claim_check_html
from parley.render.web.drawing import ChartPage, chart_html, scale_page, series_chart_page
from parley.render.web.fault import fault_html
from parley.render.web.figures import figures_html
from parley.render.web.frame import NAVIGATION, STORY_TABS, Frame, Tab, page_html
from parley.render.web.home import changes_html, home_html
from parley.render.web.links import Address, Links, server_address
from parley.render.web.lists import Lists, Order, Parts
from parley.render.web.parts import actor_html, source_html
from parley.render.web.report import difference_html, report_page_html
from parley.render.web.search import search_html
from parley.render.web.stories import problems_html, stories_html
from parley.render.web.story_lists import actors_html, disagreements_html, members_html, sources_html
from parley.render.web.talks import proposals_html, talks_html
from parley.render.web.timeline import timeline_html
from parley.render.web.waiting import waiting_html

__all__ = [
    "NAVIGATION",
    "STORY_TABS",
    "Address",
    "ChartPage",
    "Frame",
    "Links",
    "Lists",
    "Order",
    "Parts",
    "Tab",
    "actor_html",
    "actors_html",
    "board_html",
    "brief_file_html",
    "brief_home_html",
    "brief_leaf_html",
    "cell_html",
    "changes_html",
    "chart_html",
    "claim_check_html",
    "claim_html",
    "difference_html",
    "disagreements_html",
    "fault_html",
    "figures_html",
    "home_html",
    "members_html",
    "page_html",
    "problems_html",
    "proposals_html",
    "report_page_html",
    "scale_page",
    "search_html",
    "series_chart_page",
    "server_address",
    "source_html",
    "sources_html",
    "stories_html",
    "talks_html",
    "timeline_html",
    "waiting_html",
]
