"""Reports that nobody wrote, on as many negotiations as one likes, with claims that need no parser."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from parley.model import (
    Actor,
    Attribution,
    Claim,
    Evidence,
    Extraction,
    Factuality,
    Mention,
    Move,
    Observation,
    Report,
    Span,
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
_START = date(2031, 1, 1)
_SENTENCES, _SENTENCE_WORDS = 8, 14
_DAYS_APART = 3  # from one report on a story to the next
_COPIED_EVERY = 7  # so many reports of a story are new, then one repeats the text of the one before


def invented_reports(number: int, *, per_story: int = 10) -> Iterator[Invented]:
    """So many reports, `per_story` on each negotiation, by day of publication in each; the same at every call.

    Two parties of their own talk in each about one of a few matters; stories begin on days spread over two years.
    """
    for at in range(number):
        yield _invented(*divmod(at, per_story))


def _invented(story: int, turn: int) -> Invented:
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
    claims = [_move(report, act, workers, company) for act in ("rejected", "offer")]
    seen = Observation(f"{story}/{turn}.txt", "00ff", "text", published_basis="metadata")
    return report, seen, Extraction(report.id, tuple(claims))


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
