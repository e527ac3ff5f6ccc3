"""How much two reports share of what makes a negotiation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from parley.lexicon.stories import story_words
from parley.model import StoryLink
from parley.resolve.stories.profile import StoryProfile

__all__ = ["likeness"]


def likeness(one: StoryProfile, other: StoryProfile) -> StoryLink | None:
    """That two reports are on one negotiation, None where what they share does not say so; the same either way round.

    They share a party that acts in both, else (of an incident) a place or most of their titles, and with it more parties,
    places or words of the matter; where only a state, or sides without a name, act in both, the title of one shares a word
    with the beginning of the other. The more they share, the further apart their days may lie. Reports given the same story
    belong together whatever they share; those given different ones never, and one that was
    put in a story of its own with none. Of two trades a union bargains in, each is a negotiation of its own.
    """
    if one.alone or other.alone:
        return None
    first, second = sorted((one.report, other.report))
    if one.given and other.given:
        same = sorted(one.given_keys & other.given_keys)
        return StoryLink(first, second, story_words().given, tuple(same)) if same else None
    if one.branches and other.branches and one.branches.isdisjoint(other.branches):
        return None
    weights, acting = _weights(one, other)
    total, lexicon = sum(weights.values()), story_words()
    most_apart = (lexicon.days_apart if acting else lexicon.incident_days_apart) * total / lexicon.enough
    if total < lexicon.enough or _days_apart(one, other) > most_apart:
        return None
    return StoryLink(first, second, total, tuple(weights))


def _weights(one: StoryProfile, other: StoryProfile) -> tuple[dict[str, float], bool]:
    """What both share, heaviest sort first, with its weight; and whether a party is among it."""
    lexicon = story_words()
    parties = sorted(one.parties.keys() & other.parties.keys())
    found = {party: _weight_of_party(one.parties[party], other.parties[party]) for party in parties}
    places = sorted((one.places & other.places) - found.keys())
    acting = any(found.values())
    if not (acting or _of_an_incident(one, other, places=places)):
        return {}, acting
    if (
        one.tells_of_talks
        and other.tells_of_talks
        and _of_any_talks(one, other, found)
        and not _on_one_matter(one, other)
    ):
        return {}, acting
    named = {word for name in (*found, *places) for word in name.split()}
    trades = (one.branches & (other.title | other.lead)) | (other.branches & (one.title | one.lead))
    found |= dict.fromkeys(sorted(trades - found.keys()), lexicon.trade)
    words = sorted((one.words & other.words) - named - trades)
    found |= dict.fromkeys(places[: int(lexicon.place.most / lexicon.place.each)], lexicon.place.each)
    return found | dict.fromkeys(words[: int(lexicon.word.most / lexicon.word.each)], lexicon.word.each), acting


def _of_any_talks(one: StoryProfile, other: StoryProfile, parties: Mapping[str, float]) -> bool:
    """Whether those who act in both may act in any talks: a state, and sides called by what they are ("producers")."""
    kinds = [{one.parties[party], other.parties[party]} for party, weight in parties.items() if weight]
    return sum("state" in each for each in kinds) < 2 and all(each <= {"state", "collective", None} for each in kinds)


def _on_one_matter(one: StoryProfile, other: StoryProfile) -> bool:
    """Whether a word of the title of one, where both have any, stands in the title, or the beginning, of the other."""
    if not one.title or not other.title:
        return True
    return not one.title.isdisjoint(other.title | other.lead) or not other.title.isdisjoint(one.lead)


def _weight_of_party(*kinds: str | None) -> float:
    """What a party weighs that two reports name; of two kinds the lesser counts."""
    weights = [story_words().weight_of_party(kind) for kind in kinds if kind is not None]
    return min(weights, default=story_words().weight_of_party(None))


def _of_an_incident(one: StoryProfile, other: StoryProfile, *, places: list[str]) -> bool:
    """Whether two reports that do not both tell of talks share where it happened, or words of their titles: most of
    them where one does.
    """
    shared, least = len(one.title & other.title), min(len(one.title), len(other.title))
    if one.tells_of_talks and other.tells_of_talks:
        return False
    if one.tells_of_talks or other.tells_of_talks:
        return bool(places) or (shared > 2 and shared * 3 > least * 2)
    return bool(places) or shared > 1


def _days_apart(one: StoryProfile, other: StoryProfile) -> int:
    """How far apart their days lie; what has no day may lie anywhere."""
    if one.day is None or other.day is None:
        return 0
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
