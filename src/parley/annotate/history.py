"""What a report has spoken of so far: the resolved mentions, and the search for the one that fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from parley.annotate.drafts import Draft, Referent
from parley.annotate.parse import Parse

__all__ = ["Fits", "History", "only", "side"]

# How many sentences back an antecedent may stand.
_WINDOW = 3

Fits = Callable[[Referent, Draft], bool]


class History:
    """The drafts of a report up to here, by head and in order."""

    def __init__(self) -> None:
        """Nothing spoken of yet."""
        self._past: list[Draft] = []
        self._by_head: dict[tuple[int, int], Draft] = {}
        self._first = 0
        self._parses: dict[int, Parse] = {}

    def begin(self, sentence: int) -> None:
        """Another story begins: what was spoken of before `sentence` is not taken up by a pronoun or a description."""
        self._first = sentence

    def expect(self, drafts: Sequence[Draft]) -> None:
        """Make the drafts of a sentence known by their heads, resolved or not."""
        for draft in drafts:
            self._by_head[draft.sentence, draft.head] = draft

    def read(self, parse: Parse, drafts: Sequence[Draft]) -> None:
        """Keep the parse of a sentence that has drafts, for what the next takes up."""
        if drafts:
            self._parses[drafts[0].sentence] = parse

    def parse_of(self, sentence: int) -> Parse | None:
        """The parse of a sentence read before that has drafts."""
        return self._parses.get(sentence)

    def record(self, draft: Draft) -> None:
        """Remember a resolved draft as spoken of."""
        self._past.append(draft)

    def identify(self, held: Referent, named: Referent) -> None:
        """Take what was spoken of as `held` for `named` from now on: two of one name would be each other's rivals."""
        named.descriptions |= held.descriptions
        for past in self._past:
            if past.referent is held:
                past.referent = named

    def at(self, sentence: int, token: int | None) -> Draft | None:
        """The draft with that head."""
        return None if token is None else self._by_head.get((sentence, token))

    def party_of(self, draft: Draft) -> Referent | str | None:
        """The party a draft belongs to: a state's name, or a referent."""
        if draft.state is not None:
            return draft.state
        if draft.party_at == draft.head:
            return None
        owner = self.at(draft.sentence, draft.party_at)
        return owner.referent if owner is not None else None

    def since(self, sentence: int) -> Iterator[Draft]:
        """Drafts spoken of in `sentence` of this story and after, the last first."""
        sentence = max(sentence, self._first)
        for past in reversed(self._past):
            if past.sentence < sentence:
                return
            yield past

    def fitting(self, fits: Fits, since: int = 0) -> list[Draft]:
        """Drafts from sentence `since` on whose referent fits, the last first."""
        return [past for past in self.since(since) if past.referent is not None and fits(past.referent, past)]

    def rivals(self, fits: Fits) -> int:
        """How many different referents fit."""
        return len({id(past.referent) for past in self.fitting(fits)})

    def salient(self, draft: Draft, fits: Fits) -> Referent | None:
        """The one candidate of the last sentences; of several the only subject; else the report's only one."""
        near = self.fitting(fits, draft.sentence - _WINDOW)
        if not near:
            return only(self.fitting(fits))
        return only(near) or only([d for d in near if d.subject and draft.sentence - d.sentence <= 1])

    def called(self, draft: Draft, fits: Fits) -> Referent | None:
        """The one that went by the draft's own noun before ("the agency" for "the privatisation agency"), else as `salient`."""
        by_noun = self.salient(
            draft, lambda referent, past: draft.word in referent.descriptions and fits(referent, past)
        )
        return by_noun or self.salient(draft, fits)


def only(drafts: Sequence[Draft]) -> Referent | None:
    """The referent all drafts share, None when there are several or none."""
    found = {id(d.referent): d.referent for d in drafts}
    return next(iter(found.values())) if len(found) == 1 else None


def side(referent: Referent | None) -> str | None:
    """The party behind a referent: whom it acts for, else itself when it is a party."""
    if referent is None:
        return None
    if referent.acts is not None:
        return referent.acts
    return referent.name if referent.kind not in {"person", "unnamed"} else None
