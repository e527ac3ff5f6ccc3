"""The copy to hand on: pages of the record in one file that needs nothing else, or in a folder."""

from parley.export.brief.choice import Asked, Choice, choose
from parley.export.brief.folder import brief_folder
from parley.export.brief.one_file import brief_file
from parley.export.brief.provenance import Provenance

__all__ = ["Asked", "Choice", "Provenance", "brief_file", "brief_folder", "choose"]
