"""Who is who across the reports of a story: names read, gathered report by report, and joined by rules that say why."""

from parley.resolve.actors.judged import pairs_in_force
from parley.resolve.actors.records import Index

__all__ = ["Index", "pairs_in_force"]
