"""Where agreements and their numbered phases stand: announced, in force, completed, suspended, collapsed."""

from __future__ import annotations

from parley.extract.phases.claims import extract_phases

__all__ = ["extract_phases"]
