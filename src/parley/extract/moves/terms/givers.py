"""Who gives a thing, and who gets it, as its own words say, else by the sides of the move."""

from __future__ import annotations

import msgspec

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.parties.parties import same_side
from parley.extract.moves.parties.together import BETWEEN
from parley.extract.moves.terms.issues import IssueHead
from parley.model import Actor

__all__ = ["Givers", "Sides", "aided"]


class Sides(msgspec.Struct, frozen=True):
    """Who gives what the complement names (`giver`) and who gets it; either may be unknown."""

    giver: Actor | None = None
    receiver: Actor | None = None

    def swapped(self) -> Sides:
        """The other side of an exchange."""
        return Sides(self.receiver, self.giver)


def aided(sides: Sides) -> Actor | None:
    """Who gets aid that is let in: those it reaches, not the other side of the talks, unless the sentence names it."""
    return sides.receiver if sides.receiver is not None and sides.receiver.mention else None


class Givers(msgspec.Struct, frozen=True):
    """Finds who gives in a sentence's phrases."""

    phrases: Phrases

    def sides(self, head: IssueHead, thing: int, sides: Sides) -> tuple[Actor | None, Actor | None]:
        """Who gives and who gets: the term's own words first, then the sides of the move."""
        giver = self.named_giver(head, thing)
        if head.issue == "aid":
            return giver or sides.giver, self.destination(head) or aided(sides)
        if giver is None:
            return sides.giver, sides.receiver
        others = [a for a in (sides.giver, sides.receiver) if a is not None and not same_side(a, giver)]
        return giver, others[0] if others else None

    def destination(self, head: IssueHead) -> Actor | None:
        """Where aid goes."""
        for prep in self.phrases.preps(head.token):
            if prep.word in {"in", "to", "into", "for"}:
                words = self.phrases.core(prep.object).of(self.phrases.doc.text)
                entity = self.phrases.entity(prep.object)
                if entity is not None:
                    return entity.actor(self.phrases.doc.text)
                if self.phrases.sentence.parse.tags[prep.object] == "NNP":
                    return Actor(words, words)
        return None

    def named_giver(self, head: IssueHead, thing: int) -> Actor | None:
        """Who gives, where the term's own words say: the verb's subject, "by X", "X's", or who holds the captives."""
        phrases, parse = self.phrases, self.phrases.sentence.parse
        text = phrases.doc.text
        clause = next((c for c in parse.clauses if c.verb == head.token), None)
        if clause is not None:
            carried = any(parse.lemmas[s] in BETWEEN for s in clause.subjects)
            if not clause.own_subject and (carried or len(clause.subjects) > 1):
                return None  # "the two, or mediators, reached a deal to free captives": who does is not said
            found = [phrases.entity(s) for s in clause.subjects]
            named = next((e for e in found if e is not None and e.resolved), None)
            return named.actor(text) if named is not None else None
        candidates = [c for c in parse.children[head.token] if parse.deps[c] == "poss"]
        candidates += [p.object for p in phrases.preps(head.token) if p.word == "by"]
        if head.issue == "release":
            candidates += self.holders(thing)
        for token in candidates:
            entity = phrases.entity(token)
            if entity is not None and entity.resolved:
                return entity.actor(text)
            if parse.deps[token] == "pobj" and parse.tags[token] == "NNP":
                words = phrases.core(token).of(text)
                return Actor(words, words)
        return None

    def holders(self, thing: int) -> list[int]:
        """Who holds the captives, and so would let them go: "hostages held by X", "prisoners in Y's jails"."""
        parse = self.phrases.sentence.parse
        found = [
            s
            for c in parse.clauses
            if c.link in {"acl", "relcl"} and parse.heads[c.verb] == thing
            for s in c.subjects
            if s != thing
        ]
        places = [p.object for p in self.phrases.preps(thing) if p.word == "in"]
        if thing + 1 < len(parse) and parse.lower[thing + 1] == "in":
            places += [c for c in parse.children[thing + 1] if parse.deps[c] == "pobj"]
        return (
            found
            + places
            + [c for p in places for c in parse.children[p] if parse.deps[c] in {"poss", "amod", "compound"}]
        )
