"""Pages shown: on a terminal, and as JSON, JSON Lines and CSV."""

from parley.render.board import board_text
from parley.render.changes import changes_text
from parley.render.cited import cited_text
from parley.render.claim_check import claim_check_text
from parley.render.detail import claim_text, explain_text, facts_table, report_text, search_text, unread_text
from parley.render.difference import difference_text
from parley.render.figures import series_text
from parley.render.listing import list_text
from parley.render.marked import marked_page_text
from parley.render.packs import pack_check_text, packs_text
from parley.render.proposals import proposals_text
from parley.render.records import csv_text, json_text, jsonl_lines
from parley.render.spreadsheet import safe_cell, write_csv
from parley.render.stories import diff_text, story_text
from parley.render.talks import talks_text
from parley.render.timeline import lane_columns, lanes_text, timeline_text
from parley.render.trace import trace_text
from parley.render.who import who_text

__all__ = [
    "board_text",
    "changes_text",
    "cited_text",
    "claim_check_text",
    "claim_text",
    "csv_text",
    "diff_text",
    "difference_text",
    "explain_text",
    "facts_table",
    "json_text",
    "jsonl_lines",
    "lane_columns",
    "lanes_text",
    "list_text",
    "marked_page_text",
    "pack_check_text",
    "packs_text",
    "proposals_text",
    "report_text",
    "safe_cell",
    "search_text",
    "series_text",
    "story_text",
    "talks_text",
    "timeline_text",
    "trace_text",
    "unread_text",
    "who_text",
    "write_csv",
]
