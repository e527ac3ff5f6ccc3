"""The copy to hand on: pages of the record in one file that needs nothing else, or in a folder."""

from parley.export.brief.briefing import BriefingData, briefing_data, briefing_json
from parley.export.brief.choice import Asked, Choice, choose
from parley.export.brief.folder import brief_folder
from parley.export.brief.one_file import brief_file
from parley.export.brief.provenance import Provenance

__all__ = [
    "Asked",
    "BriefingData",
    "Choice",
    "Provenance",
    "brief_file",
    "brief_folder",
    "briefing_data",
    "briefing_json",
    "choose",
]
