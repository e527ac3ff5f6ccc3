"""The record on a local page: addresses → page records → HTML, JSON or CSV; safe by default."""

from parley.web.app import make_app
from parley.web.deriving import Deriving, TakingIn
from parley.web.making import Making
from parley.web.safety import Access

__all__ = ["Access", "Deriving", "Making", "TakingIn", "make_app"]
