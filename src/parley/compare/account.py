"""One account of a story from all its reports: who is who, what is proposed and agreed, which figures are given."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.relations import relations_between
from parley.compare.proposals import StoryMoves, agreements_in, proposals_in, thread_in
from parley.compare.series import figure_relations, series_of
from parley.model import (
    Agreement,
    PairJudgement,
    Problem,
    Proposal,
    Relation,
    ResolvedActor,
    Series,
    TalksScope,
    Thread,
)
from parley.model.actors import ActorSuggestion
from parley.resolve import Parties, Told
from parley.resolve.actors import Index
from parley.resolve.parties import resolve_actors

__all__ = ["Account", "account_of"]


class Account(msgspec.Struct, frozen=True, gc=False):
    """What the claims of a story come to, as of an ISO day (None: nothing in it has a day).

    `who` says which actor every name of a claim is. `relations` hold between claims of one report and of several, each
    with the rule that says so and the field that differs. `scope` says which moves are of the talks. `problems` are judgements on actors that fit nobody.
    `apart` gives, by claim id, the ids of the members under whom an answer stands that is not their party's.
    """

    as_of: str | None
    who: Index
    actors: tuple[ResolvedActor, ...]
    suggestions: tuple[ActorSuggestion, ...]
    series: tuple[Series, ...]
    proposals: tuple[Proposal, ...]
    agreements: tuple[Agreement, ...]
    thread: Thread
    relations: tuple[Relation, ...]
    scope: TalksScope
    problems: tuple[Problem, ...] = ()
    apart: dict[str, tuple[str, ...]] = {}

    @property
    def parties(self) -> Parties:
        """Who is who in it."""
        return Parties(self.who, self.actors, suggestions=self.suggestions, problems=self.problems)


def account_of(told: Iterable[Told], judgements: Iterable[PairJudgement] = (), *, as_of: str | None = None) -> Account:
    """The account that these claims give, in any order; `judgements` say who is who and go before every rule.

    Deadlines count as passed by `as_of`, an ISO day, else by the day of the last report.
    """
    given = sorted(told, key=lambda each: each.order)
    parties = resolve_actors(given, judgements)
    gathered = GatheredMoves(given, parties)
    between = relations_between(gathered)
    moves = StoryMoves(gathered, between)
    proposals, agreements = proposals_in(moves, as_of=as_of), agreements_in(moves)
    series = series_of(given, parties)
    return Account(
        as_of or moves.last_day or None,
        parties.who,
        parties.actors,
        parties.suggestions,
        series,
        proposals,
        agreements,
        thread_in(moves, proposals, agreements),
        _relations(between, figure_relations(series), gathered.within),
        moves.scope,
        parties.problems,
        gathered.apart,
    )


def _relations(*found: Iterable[Relation]) -> tuple[Relation, ...]:
    """All of them, each pair of claims and kind once: what the first source says of it."""
    once: dict[tuple[str, str, str], Relation] = {}
    for relations in found:
        for relation in relations:
            once.setdefault((relation.kind, relation.one, relation.other), relation)
    return tuple(sorted(once.values(), key=lambda each: (each.one, each.other, each.kind)))
