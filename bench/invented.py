"""Reports that nobody wrote, on as many negotiations as one likes, with claims that need no parser."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from parley.model import (
    Actor,
    Attribution,
    Body,
    Claim,
    Event,
    Evidence,
    Extraction,
    Factuality,
    Figure,
    Mention,
    Move,
    Observation,
    Quantity,
    Quote,
    Report,
    Source,
    Span,
    Term,
    new_claim,
    new_report,
    new_run,
)

__all__ = ["INVENTED_RUN", "Invented", "invented_reports"]

Invented = tuple[Report, Observation, Extraction]
INVENTED_RUN = new_run(code="invented", lexicon="invented", model="invented", settings="invented")

_SYLLABLES = ["bar", "den", "fol", "gim", "hul", "kor", "lan", "mer", "nov", "pel", "rus", "sil", "tam", "vor", "wes"]
_PLACES = ["".join(three).title() for three in product(_SYLLABLES, repeat=3)]
_WORDS = ["".join(pair) + end for pair in product(_SYLLABLES, repeat=2) for end in ("", "ing", "ton")]
_MATTERS = ["berths", "smelters", "tariffs", "ferries", "quarries", "harvests", "railways", "fisheries"]
_OUTLETS = ["Harbour Gazette", "Coast Radio", "Hill Post"]
_A_WORD = re.compile(r"[a-z]+")
_START = date(2031, 1, 1)
_SENTENCES, _SENTENCE_WORDS = 8, 14
_DAYS_APART = 3  # from one report on a story to the next
_COPIED_EVERY = 7  # so many reports of a story are new, then one repeats the text of the one before


def invented_reports(number: int, *, per_story: int = 10, claims: int = 2, first: int = 0) -> Iterator[Invented]:
    """So many reports, `per_story` on each negotiation, by day of publication in each, from the story numbered `first`; the same at every call.

    Each has so many `claims`, at least two, of all kinds. Two parties of their own talk in each about one of a few matters; stories begin on days spread over two years.
    """
    for at in range(number):
        story, turn = divmod(at, per_story)
        yield _invented(first + story, turn, claims=claims)


def _invented(story: int, turn: int, *, claims: int) -> Invented:
    place = _PLACES[(story * 7) % len(_PLACES)]
    workers, company = f"{place} Workers", f"{place} {_MATTERS[story % len(_MATTERS)].title()} Company"
    told_anew = turn - 1 if turn % _COPIED_EVERY == _COPIED_EVERY - 1 else turn
    lead = f"{workers} rejected an offer of {company} over {_MATTERS[story % len(_MATTERS)]}"
    day = _START + timedelta(days=(story * 11) % 700 + turn * _DAYS_APART)
    report = new_report(
        f"{lead}\n\n{lead}. {_filling(random.Random(f'{story} {told_anew}'))}",
        title=lead,
        outlet=_OUTLETS[turn % len(_OUTLETS)],
        published=day.isoformat(),
    )
    told = [_move(report, act, workers, company) for act in ("rejected", "offer")]
    sides = [Actor(name, name, kind="organisation") for name in (workers, company)]
    told += [_further(report, at, sides, place=place, turn=turn) for at in range(claims - 2)]
    seen = Observation(f"{story}/{turn}.txt", "00ff", "text", published_basis="metadata")
    return report, seen, Extraction(report.id, tuple(told))


def _filling(chance: random.Random) -> str:
    sentences = (" ".join(chance.choices(_WORDS, k=_SENTENCE_WORDS)).capitalize() for _ in range(_SENTENCES))
    return " ".join(f"{sentence}." for sentence in sentences)


def _move(report: Report, word: str, workers: str, company: str) -> Claim:
    start = report.text.index(word)
    span = Span(start, start + len(word))
    sides = [Actor(name, name, kind="organisation") for name in (workers, company)]
    by, to = sides if word == "rejected" else sides[::-1]
    return new_claim(
        report.id,
        Move("reject" if word == "rejected" else "offer", by=(by,), to=(to,)),
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(Mention(span, span, (Evidence("cue", span.start, span.end, word),)),),
        rule="invented",
    )


def _further(report: Report, at: int, sides: list[Actor], *, place: str, turn: int) -> Claim:
    """One more claim, of a word behind the lead: a demand, a figure, an event or words of a side, by turns."""
    word = list(_A_WORD.finditer(report.text, report.text.index(".") + 1))[at]
    span, matter, amount = Span(*word.span()), _MATTERS[at % len(_MATTERS)], (turn // 2 + 1) * (at + 2)
    count = Quantity(amount, amount, unit="percent" if at % 4 == 0 else "persons", verbatim=str(amount))
    term = Term("pay", matter, span, giver=sides[1], receiver=sides[0], quantity=count)
    bodies: list[Body] = [
        Move("demand", by=(sides[0],), to=(sides[1],), terms=(term,)),
        Figure("affected", count, group=matter, place=place),
        Event("PROTEST", word[0], by=(sides[0],), place=f"{place} {matter}"),
        Quote(sides[at // 4 % 2], "indirect"),
    ]
    speaker = Source(sides[at % 2].name, "organisation", actor=sides[at % 2])
    return new_claim(
        report.id,
        bodies[at % len(bodies)],
        attribution=Attribution((speaker,), cue="said", content=span) if at % 3 else Attribution(content=span),
        factuality=Factuality(),
        mentions=(Mention(span, span, (Evidence("cue", span.start, span.end, word[0]),)),),
        rule="invented",
    )
