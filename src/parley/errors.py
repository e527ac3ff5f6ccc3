"""What can go wrong with the program's use. Trouble with the *data* is a `Problem` record, never an exception."""

from __future__ import annotations

__all__ = ["ParleyError"]


class ParleyError(Exception):
    """Base of every error Parley raises on purpose; its text is one sentence fit for a user."""
