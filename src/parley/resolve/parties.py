"""Who is who among the actors of several reports."""

from __future__ import annotations

from parley.model import Actor

__all__ = ["Parties"]


class Parties:
    """Gives every actor of a claim the id of the party it is, over the reports of one story."""

    def of(self, actor: Actor, report: str) -> str:
        """The id of the party that an actor of a claim in a report is."""
        return " ".join(actor.name.split()).casefold().removeprefix("the ")

    def side(self, actor: Actor, report: str) -> str:
        """The id of the party on whose side it speaks or acts: the one it acts for, else itself."""
        if actor.acts_for is None:
            return self.of(actor, report)
        return self.of(Actor(actor.acts_for, actor.acts_for), report)

    def name(self, party: str) -> str:
        """How to write a party."""
        return party
