"""Events: deeds outside the talks, such as strikes, attacks, arrests, blockades and relief."""

from parley.extract.events.claims import extract_events

__all__ = ["extract_events"]
