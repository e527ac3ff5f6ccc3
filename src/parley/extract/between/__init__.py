"""What one party does to another, as PLOVER event type: by the record's claims, else by the words between the two."""

from parley.extract.between.acts import Between, act_between, acts_between
from parley.extract.between.record import plover_type

__all__ = ["Between", "act_between", "acts_between", "plover_type"]
