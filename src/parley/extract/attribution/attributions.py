"""Who is given as saying what in a report, and on whose word any of its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.annotate.doc import Doc, Sentence
from parley.extract.attribution.asides import aside_drafts
from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.carried import carry_speakers
from parley.extract.attribution.chains import build_chains
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.headings import heading_drafts
from parley.extract.attribution.interviews import interview_drafts
from parley.extract.attribution.loose_quotes import loose_quote_drafts
from parley.extract.attribution.nouns import noun_drafts
from parley.extract.attribution.pronoun_speakers import name_pronouns
from parley.extract.attribution.silences import silence_drafts
from parley.extract.attribution.spoken import spoken_drafts
from parley.extract.attribution.stretches import Stretches
from parley.lexicon.speech import load_speech
from parley.model import Attribution, Evidence, Span
from parley.model.claim import Role

__all__ = ["Attributed", "Attributions", "find_attributions"]

_FINDERS = (spoken_drafts, aside_drafts, noun_drafts, silence_drafts)


class Attributions:
    """The attributions of one report in text order of their cues, and on whose word any of its words stand."""

    def __init__(self, doc: Doc, items: Iterable[Attributed]) -> None:
        """`items` are the attributions of `doc`."""
        self.doc = doc
        self.items = tuple(items)
        self._stretches = Stretches(doc, ((piece, item) for item in self.items for piece in item.content))

    def of(self, sentence: int, trigger: Span, *, count: bool = False) -> Attribution:
        """The attribution under which the words at `trigger` stand: an empty one for the report's own voice.

        `sentence` is the index of the sentence that holds `trigger`. An adverb such as "reportedly" over the words is
        the attribution's hedge, with or without a source. A `count` in a relative clause is not on the word of who only
        judges what the clause is about ("condemned the attack that killed 40"), nor of a rumour that holds it.
        """
        around = self._around(sentence, trigger, count=count)
        attribution = around[0][1].attribution if around else Attribution()
        hedge = _hedge_over(self.doc.sentences[sentence], trigger)
        return msgspec.structs.replace(attribution, hedge=hedge) if hedge is not None else attribution

    def evidence(self, sentence: int, trigger: Span, *, count: bool = False) -> tuple[Evidence, ...]:
        """The words that say on whose word those at `trigger` stand: sources, cues, content; empty in the own voice."""
        around = self._around(sentence, trigger, count=count)
        return tuple(_evidence(self.doc.text, [item for _, item in reversed(around)]))

    def _around(self, sentence: int, trigger: Span, *, count: bool) -> list[tuple[Span, Attributed]]:
        # By their first character: what is said may be cut by its cue.
        around = self._stretches.around(trigger.start)
        if not count or not any(_is_judgement(item) for _, item in around):
            return around
        beside = _is_beside(self.doc.sentences[sentence], trigger)
        return [(span, item) for span, item in around if not (beside and _is_judgement(item))]


def _is_judgement(item: Attributed) -> bool:
    """Whether the words are judged, or go round as a rumour, rather than said."""
    chain = item.attribution.chain
    rumour = bool(chain) and chain[-1].name.split()[-1].lower() in load_speech().words.rumours
    return item.rule == "speech.for" or rumour


def _is_beside(sentence: Sentence, trigger: Span) -> bool:
    """Whether words stand in a relative clause, which tells of a thing beside what is said of it."""
    token = sentence.token_at(trigger.start)
    parse = sentence.parse
    return (
        token is not None
        and token < len(parse)
        and any(parse.deps[t] in {"relcl", "acl"} for t in (token, *parse.ancestors(token)))
    )


def _evidence(text: str, items: list[Attributed]) -> Iterator[Evidence]:
    seen: set[tuple[Role, Span]] = set()
    for item in items:
        spans: list[tuple[Role, Span]] = [("source", span) for span in item.sources]
        spans += [("cue", item.cue), *(("content", piece) for piece in item.content)]
        for role, span in spans:
            if (role, span) not in seen:
                seen.add((role, span))
                yield Evidence(role, span.start, span.end, span.of(text))


def _hedge_over(sentence: Sentence, trigger: Span) -> str | None:
    """The hedging adverb whose clause holds the words."""
    parse, hedges = sentence.parse, load_speech().words.hedges
    if hedges.isdisjoint(parse.lower):
        return None
    for token, word in enumerate(parse.lower):
        if word in hedges:
            head = parse.heads[token]
            scope = sentence.tokens(min(token, head), max(token, parse.rights[head]))
            if scope.overlaps(trigger):
                return word
    return None


def find_attributions(doc: Doc) -> Attributions:
    """The attributions of a report: verbs, nouns, asides, headings, silences, and quotations that only follow."""
    drafts: list[Draft] = []
    for index in range(len(doc.sentences)):
        if len(doc.sentences[index].parse):
            for find in _FINDERS:
                drafts.extend(find(doc, index))
    known = frozenset(word for draft in drafts for source in draft.sources for word in source.name.lower().split()[-1:])
    for index in range(len(doc.sentences)):
        drafts.extend(heading_drafts(doc, index, known))
    drafts.extend(interview_drafts(doc))
    drafts.extend(list(loose_quote_drafts(doc, drafts)))
    return Attributions(doc, build_chains(doc, carry_speakers(doc, name_pronouns(doc, _one_per_cue(drafts)))))


def _one_per_cue(drafts: list[Draft]) -> list[Draft]:
    """The drafts without a second one on the same cue: the first finder knows best."""
    kept: dict[tuple[Span, bool], Draft] = {}
    for draft in drafts:
        kept.setdefault((draft.cue, draft.silence), draft)
    return list(kept.values())
