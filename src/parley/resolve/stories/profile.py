"""What one report tells of the negotiation it is on: parties, places and words of the matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product

import msgspec

from parley.lexicon.stories import common_words, story_words
from parley.model import Actor, Claim, Event, Figure, Move, Phase, Report
from parley.resolve.names import party_name, written

__all__ = ["StoryProfile", "keys_of", "profile_of", "topic_words"]

_HEADLINE = 60  # code points of a text without a title that stand for it
_LEAD = 300  # code points behind the title that say what a report is about
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NO_PARTIES = frozenset({"outlet", "unnamed"})


class StoryProfile(msgspec.Struct, frozen=True, gc=False):
    """What a report has by which others on its negotiation find it; it follows from this report alone.

    `day` is the ISO day of publication, `headline` its title, else its first words. `given` are the stories it was put in by whoever added it. `parties` are those
    that act, with their kinds; `names` how they are written. `title` are the words of the matter in its title, `lead` those
    with which its text begins, `words` all of them. `moves` counts its moves. `branches` are the trades that title and
    beginning say it is of, where a union acts.
    """

    report: str
    day: str | None
    headline: str
    given: tuple[str, ...]
    parties: dict[str, str | None]
    names: dict[str, str]
    places: frozenset[str]
    title: frozenset[str]
    lead: frozenset[str]
    words: frozenset[str]
    moves: int
    branches: frozenset[str] = frozenset()

    @property
    def given_keys(self) -> frozenset[str]:
        """The names of the stories it was given, case aside."""
        return frozenset(name.casefold() for name in self.given)

    @property
    def alone(self) -> bool:
        """Whether somebody put it in a story of its own."""
        return self.given == (self.report,)

    @property
    def tells_of_talks(self) -> bool:
        """Whether it tells of more than one move; one alone may be an aside."""
        return self.moves > 1

    @property
    def rank(self) -> str:
        """By day, undated last, then id: the same for any order of adding."""
        return f"{self.day or '9999-99-99'} {self.report}"


def profile_of(report: Report, claims: Iterable[Claim], *, given: Iterable[str] = ()) -> StoryProfile:
    """The profile of a report with these claims, given these stories."""
    told = sorted((claim for claim in claims if not claim.attribution.silence), key=lambda claim: claim.id)
    actors = [actor for claim in told for actor in _acting(claim.body) if actor.kind not in _NO_PARTIES]
    parties = {party_name(actor): actor.acts_for or actor.name for actor in actors}
    title = topic_words(report.title)
    begins = report.text.removeprefix(report.title or "")[:_LEAD]
    lead = topic_words(begins)
    of_union = any(party.kind == "union" for party in parties)
    texts = [text for claim in told for text in _matter(claim.body)]
    return StoryProfile(
        report.id,
        report.published[:10] if report.published else None,
        " ".join((report.title or report.text[:_HEADLINE]).split()),
        tuple(sorted(set(given))),
        {party.key: party.kind for party in sorted(parties, key=lambda party: (party.key, party.kind or ""))},
        {party.key: name for party, name in sorted(parties.items(), key=lambda item: (item[0].key, item[1]))},
        frozenset(written(place) for claim in told if (place := getattr(claim.body, "place", None))),
        title,
        lead,
        title | lead | frozenset(word for text in texts for word in topic_words(text)),
        sum(isinstance(claim.body, Move) for claim in told),
        _branches(f"{report.title or ''}\n{begins}") if of_union else frozenset(),
    )


def _branches(text: str) -> frozenset[str]:
    """Of which trades a text speaks, by the word before "sector" or its like."""
    words = [word.lower() for word in _WORD.findall(text)]
    nouns, common = story_words().branches, common_words()
    pairs = pairwise(words)
    return frozenset(_singular(word) for word, noun in pairs if noun in nouns and _singular(word) not in common)


def topic_words(text: str | None) -> frozenset[str]:
    """The words of a text, in the singular, that may tell one negotiation from another."""
    common = common_words()
    found = (word.lower().replace("’", "'").removesuffix("'s").rstrip("'-") for word in _WORD.findall(text or ""))
    return frozenset(
        single
        for word in found
        if len(word) > 2 and (single := _singular(word)) not in common and not common & _uninflected(word)
    )


def keys_of(profile: StoryProfile) -> frozenset[str]:
    """Under what a report is looked up: each of its parties and places with every other and with the words of its title.

    Where no party of weight acts, words of the title with each other too. Those given one story meet by its name.
    """
    weight_of, title = story_words().weight_of_party, sorted(profile.title)
    firsts = sorted(profile.parties.keys() | profile.places)
    weighty = any(weight_of(kind) >= 1 for kind in profile.parties.values())
    pairs = [*combinations(firsts, 2), *product(firsts, title), *(() if weighty else combinations(title, 2))]
    given = (f"given {name}" for name in profile.given_keys)
    return frozenset("|".join(sorted(pair)) for pair in pairs if pair[0] != pair[1]).union(given)


def _acting(body: object) -> Iterator[Actor]:
    match body:
        case Move():
            yield from (*body.by, *body.to, *body.via)
            for term in (*body.terms, *body.conditions):
                yield from (side for side in (term.giver, term.receiver) if side)
        case Event():
            yield from (*body.by, *body.to)
        case Figure():
            yield from body.by
        case _:
            pass


def _matter(body: object) -> Iterator[str | None]:
    match body:
        case Move():
            yield body.about
            yield from (text for term in (*body.terms, *body.conditions) for text in (term.item, term.group))
        case Figure():
            yield from (body.group, body.cause, body.event)
        case Phase():
            yield body.agreement
        case _:
            pass


def _uninflected(word: str) -> set[str]:
    """What a word may be the past, the participle or the plural of, itself included."""
    stems = {word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing")}
    return stems | {f"{stem}e" for stem in stems} | {stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
