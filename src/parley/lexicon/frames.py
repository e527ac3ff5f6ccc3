"""The record types of `acts.toml`, `talks.toml` and `issues.toml`, and of the like entries of packs."""

from __future__ import annotations

import msgspec

__all__ = ["Acts", "Frame", "Issue", "Issues", "Judged", "Need", "NounFrame", "NounList", "Talks"]


class Need(msgspec.Struct, frozen=True):
    """One way to satisfy a frame: the slot's filler is of one of the classes; `also` names a further condition."""

    slot: str
    classes: frozenset[str]
    also: str | None


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a verb does in talks, when its subject and complements are of the classes named.

    `gives` says who would give what the complement names; `owner` takes the doer from the owner of the subject ("the
    union's plan calls for"), `speaker` from whoever is quoted; `negative` turns the act into its opposite ("oppose" as support); `told`: the subject only tells
    of it ("labelled the talks a failure"); `likely`: it is near and not yet done ("close to a deal"). `object` and `phrase` are nouns and prepositional phrases, the noun without
    its modifiers, that make the act together with the verb ("throw" with "weight"; "take" with "off table").
    """

    act: str
    verbs: tuple[str, ...] = ()
    subject: str = "party"
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    mode: str | None = None
    gives: str = "by"
    object: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    owner: bool = False
    speaker: bool = False
    negative: bool = False
    told: bool = False
    likely: bool = False


class NounFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a noun or adjective does in talks ("its rejection of", "is ready to")."""

    act: str
    needs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    mode: str | None = None
    gives: str = "by"
    likely: bool = False


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`acts.toml`: frames of verbs, nouns and adjectives, and the verb and noun classes their needs name."""

    frame: tuple[Frame, ...]
    noun: tuple[NounFrame, ...]
    adjective: tuple[NounFrame, ...]
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]


class NounList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of nouns under a heading of its own."""

    nouns: frozenset[str]


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that judge a proposal or talks: refused ("unacceptable"), praised ("fair"), failed ("fruitless"), ongoing ("under way")."""

    refused: frozenset[str]
    praised: frozenset[str]
    failed: frozenset[str]
    ongoing: frozenset[str]


class Talks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`talks.toml`: noun classes, nouns that only count what follows "of", phrases that only look like
    talks (`idle`), and words of judgement."""

    nouns: dict[str, frozenset[str]]
    transparent: NounList
    idle: NounList
    judged: Judged


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that name one issue.

    A word in `needs_stake` counts only with one of `stakes`, one in `needs_amount` only with a percentage or amount;
    `with` limits the issue's words to texts that hold one of those; `stop_verbs` act on stakes ("halt the attacks");
    `implied` are things that name the issue by themselves where a number of them is given or asked ("40 prisoners").
    """

    issue: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    stakes: frozenset[str] = frozenset()
    needs_stake: frozenset[str] = frozenset()
    needs_amount: frozenset[str] = frozenset()
    stop_verbs: frozenset[str] = frozenset()
    implied: frozenset[str] = frozenset()
    with_: frozenset[str] = msgspec.field(default=frozenset(), name="with")


class Issues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`issues.toml`: words that name issues; a word of several names the first in `order` that it fits."""

    order: tuple[str, ...]
    issue: tuple[Issue, ...]
