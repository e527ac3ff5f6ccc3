"""Claims of invented reports, told in a few words, and what Parley makes of the actors in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import (
    Actor,
    ActorReference,
    Attribution,
    Claim,
    Factuality,
    Mention,
    Move,
    PairJudgement,
    PairVerdict,
    Source,
    Span,
    hash_id,
    new_claim,
    new_pair_judgement,
)
from parley.model.claim import Act, ActorKind
from parley.resolve import Parties, Told, resolve_actors

__all__ = ["LENGTH", "actor", "judged", "one", "report", "resolved", "together", "undone"]

LENGTH = 10


def actor(words: str) -> Actor:
    """`name|kind|acts_for|mention`, the last three as far as they are told."""
    name, *rest = (part.strip() for part in words.split("|"))
    kind, acts_for, mention = (*rest, "", "", "")[:3]
    return Actor(name, mention or name, acts_for or None, _kind(kind))


def _kind(word: str) -> ActorKind | None:
    return word or None  # type: ignore[return-value]


def report(
    name: str, *actors: str, published: str | None = "2025-03-01", act: Act = "demand", to: Sequence[str] = ()
) -> list[Told]:
    """A report in which each actor makes a move of its own."""
    report_id = hash_id("report", name)
    return [
        Told(_claim(report_id, at, words, act=act, to=to), published, "Harbour Mail") for at, words in enumerate(actors)
    ]


def _claim(report_id: str, at: int, words: str, *, act: Act, to: Sequence[str]) -> Claim:
    span = Span(at * LENGTH, at * LENGTH + LENGTH)
    made = actor(words)
    source = Source(made.name, "person", actor=made) if made.kind == "person" else Source("Harbour Mail", "outlet")
    return new_claim(
        report_id,
        Move(act, by=(made,), to=tuple(actor(each) for each in to)),
        attribution=Attribution((source,)),
        factuality=Factuality(),
        mentions=(Mention(span, span),),
        rule="test",
    )


def resolved(reports: Iterable[Sequence[str]], judgements: Iterable[PairJudgement] = ()) -> Parties:
    """Who is who over reports, each given by its actors; report number n is named `n`."""
    return resolve_actors([told for n, actors in enumerate(reports) for told in report(str(n), *actors)], judgements)


def one(parties: Parties, words: str, number: int) -> str:
    """The id of an actor of report number `number`."""
    return parties.of(actor(words), hash_id("report", str(number)))


def together(parties: Parties, first: str, second: str) -> bool:
    """Whether the actors of the first and of the second report are one."""
    return one(parties, first, 0) == one(parties, second, 1)


def judged(
    verdict: PairVerdict, first: str, second: str, *, at: int = 1, reports: tuple[int | None, int | None] = (None, None)
) -> PairJudgement:
    """A judgement about two names, in the reports of these numbers or in all, at minute `at`."""
    pair = tuple(
        ActorReference(name, None if number is None else hash_id("report", str(number)))
        for name, number in zip((first, second), reports, strict=True)
    )
    return new_pair_judgement(verdict, (pair[0], pair[1]), person="ada", time=f"2025-04-01T10:{at:02d}:00Z")


def undone(made: PairJudgement, *, at: int = 30) -> PairJudgement:
    """The judgement that undoes another."""
    return new_pair_judgement("undo", person="ada", time=f"2025-04-01T10:{at:02d}:00Z", target=made.id)
