"""Whether a report is a piece of opinion: what it says in its own voice is then its writer's view, no news."""

from __future__ import annotations

import re

from parley.lexicon.genres import load_genres
from parley.model import Observation, Report

__all__ = ["is_opinion"]

_PARTS = re.compile(r"[;,/|]")
_LABEL = re.compile(r"([^:|–—-]{2,30}?)\s*(?:[:|]|\s[-–—])\s")
# A note on the writer stands at the foot or the head of a text.
_MARGIN = 600  # characters


def is_opinion(report: Report, observation: Observation) -> bool:
    """Whether the section it stood in, a label before its title, or a note beside its text says so."""
    words = load_genres()
    sections = [part.strip().lower() for part in _PARTS.split(observation.section or "")]
    if any(part in words.sections or part.split()[-1:] == ["opinion"] for part in sections):
        return True
    title = report.title or report.text.lstrip().partition("\n")[0]
    label = _LABEL.match(title)
    if label is not None and label[1].strip().lower() in words.labels:
        return True
    margins = (report.text[:_MARGIN] + "\n" + report.text[-_MARGIN:]).lower()
    return any(note in margins for note in words.notes)
