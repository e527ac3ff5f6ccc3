"""Another value of a count just told: "the union's figure is 12", "up from 110,000", "has counted 84,000"."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from parley.annotate.parse import Parse
from parley.annotate.quantities import QuantityMention
from parley.extract.figures.batches import is_next_batch
from parley.extract.figures.counted import Counted, classes_of
from parley.extract.figures.measure_index import measure_words
from parley.lexicon.words import word_list

__all__ = ["is_changed_from", "is_other_value", "is_said_again", "with_unit_of"]

_PRONOUNS = frozenset({"it", "this", "that", "which"})
_AUXILIARIES = frozenset({"have", "has", "had", "did", "do", "does", "are", "were", "is", "was"})
_CHANGE = frozenset({"up", "down"})
_NEARER = word_list("figures.again.nearer")
_MADE = word_list("figures.again.made")
_NEAR = 1  # sentences back to the count meant


def is_said_again(counted: Counted, before: Counted) -> bool:
    """Whether a number without a measure of its own is told of what the count before it measures."""
    if counted.sentence - before.sentence > _NEAR or not _alike(counted, before):
        return False
    parse = counted.parse
    return (
        _changed(parse, counted)
        or _risen_to(counted, before)
        or _cut_short(parse, counted)
        or _existing(parse, counted)
        or _increased(counted, before)
        or is_next_batch(counted, before)
        or _voted(parse, counted, before)
        or any(_means_count(parse, token) for token in _told_of(parse, counted))
    )


def is_other_value(counted: Counted, before: Counted) -> bool:
    """Whether an amount is told as that of a count just told ("the true figure was less than 15 million")."""
    near = counted.sentence - before.sentence <= _NEAR and _alike(counted, before)
    return near and any(_means_count(counted.parse, token) for token in _told_of(counted.parse, counted))


def _alike(counted: Counted, before: Counted) -> bool:
    """Whether both are counts of somebody or something, or amounts in one unit."""
    one, other = counted.mention, before.mention
    if one.kind == "count":
        if counted.bare and other.kind in {"measure", "percent"} and _told_again(counted, before):
            return True
        if counted.bare and other.kind == "money" and _risen_to(counted, before):
            return True
        return counted.bare and (other.kind in {"count", "duration"} or _in_millions(counted))
    if one.kind == "ratio":
        return other.quantity.unit == "percent"
    return one.kind == other.kind and one.quantity.unit == other.quantity.unit


def with_unit_of(counted: Counted, measured: QuantityMention) -> Counted:
    """A bare number in millions with the unit of the amount told just before ("exports at 2.9 mln", after tonnes)."""
    if not counted.bare or not _in_millions(counted):
        return counted
    quantity = msgspec.structs.replace(counted.mention.quantity, unit=measured.quantity.unit)
    mention = msgspec.structs.replace(counted.mention, quantity=quantity, kind=measured.kind)
    classes = classes_of(mention, counted.parse, counted.noun, counted.number)
    return msgspec.structs.replace(counted, mention=mention, classes=classes)


def is_changed_from(counted: Counted) -> bool:
    """Whether an amount is what another was before ("up from 9 million")."""
    words = counted.parse.lower[max(0, counted.first - 3) : counted.first]
    return any(pair[0] in _CHANGE and pair[1] == "from" for pair in pairwise(words))


def _in_millions(counted: Counted) -> bool:
    """Whether a bare number is as large as an amount of money whose unit need not be said again."""
    amount = counted.mention.quantity.upper or counted.mention.quantity.lower
    return amount is not None and amount >= 1_000_000


def _changed(parse: Parse, counted: Counted) -> bool:
    """ "up from nearly 110,000": the earlier value."""
    words = parse.lower[max(0, counted.first - 3) : counted.first]
    if any(pair[0] in _CHANGE and pair[1] == "from" for pair in pairwise(words)):
        return True
    if words[-1:] == ("from",) or words == ("from", "a", "peak") or words[1:] == ("peak", "of"):
        verb = next((t for t in parse.ancestors(counted.number)[:5] if parse.tags[t][0] == "V"), None)
        return verb is not None and parse.lemmas[verb] in measure_words().plain.changes
    return False


def _told_again(counted: Counted, before: Counted) -> bool:
    """Whether a number without its unit is one more value of an amount that has one."""
    parse = counted.parse
    changed = _changed(parse, counted) or _risen_to(counted, before) or _increased(counted, before)
    return changed or any(_means_count(parse, token) for token in _told_of(parse, counted))


def _risen_to(counted: Counted, before: Counted) -> bool:
    """ "rose by 4,200 tonnes to 77,000", "cut from 64 aircraft to 41", "214 votes to 167": the value reached, its unit not
    said again."""
    parse = counted.parse
    if parse.lower[counted.first - 1] != "to" or before.sentence != counted.sentence:
        return False
    if "votes" in before.classes and before.last + 2 == counted.first:
        return True
    if before.mention.kind not in {"measure", "percent", "count", "money"} or (
        before.mention.kind != "measure" and "from" not in parse.lower[max(0, before.first - 2) : before.first]
    ):
        return False
    verb = next((t for t in parse.ancestors(counted.number)[:4] if parse.tags[t][0] == "V"), None)
    return verb is not None and parse.lemmas[verb] in measure_words().plain.changes | _MADE


def _voted(parse: Parse, counted: Counted, before: Counted) -> bool:
    """ "112 states backing the text and 31 against": how others voted."""
    after = parse.lower[counted.number + 1 : counted.number + 3]
    other = after[:1] in {("against",), ("opposed",), ("abstaining",), ("abstained",)} or after == ("in", "favour")
    return (
        other and counted.sentence == before.sentence and parse.lower[counted.first - 1] in {"and", ",", "with", "to"}
    )


def _cut_short(parse: Parse, counted: Counted) -> bool:
    """ "about 2,600 have": a subject whose verb need not be said again."""
    after = parse.lower[counted.last + 1 : counted.last + 3]
    return len(after) == 2 and after[0] in _AUXILIARIES and not after[1].isalnum()


def _increased(counted: Counted, before: Counted) -> bool:
    """ "380 men walked free on Monday and a further 95 on Tuesday"."""
    words = counted.parse.lower[max(0, counted.first - 1) : counted.number]
    here = counted.sentence == before.sentence and counted.bare
    if before.mention.kind != counted.mention.kind and not (before.mention.kind == "measure" and _more(counted)):
        return False
    bound = counted.parse.lower[max(0, counted.number - 2) : counted.number] == ("more", "than")
    return here and (_more(counted) or (not bound and not measure_words().accounting.increment.isdisjoint(words)))


def _more(counted: Counted) -> bool:
    """Whether "more" closes a number ("dumped 4,000 more")."""
    after = counted.parse.lower[counted.number + 1 : counted.number + 3]
    return after[:1] == ("more",) and after != ("more", "than") and counted.noun == counted.number


def _existing(parse: Parse, counted: Counted) -> bool:
    """ "said there had been no more than 8,000"."""
    verb = parse.heads[counted.stations[-1]]
    there = any(parse.deps[c] == "expl" for c in parse.children[verb])
    return there and parse.lemmas[verb] == "be"


def _told_of(parse: Parse, counted: Counted) -> list[int]:
    """The words that the number is told of: a subject, an object before "at", "as" or "to", a verb of counting."""
    found: list[int] = []
    for station in counted.stations:
        head = parse.heads[station]
        verb = parse.heads[head] if parse.deps[station] == "pobj" else head
        if parse.deps[verb] == "acomp" and parse.lower[verb] in _NEARER:
            verb = parse.heads[verb]
        if parse.deps[station] == "pobj" and parse.lower[head] not in measure_words().around.after_toll | {"as"}:
            continue
        if parse.verb_lemma(verb) in measure_words().around.toll_verbs:
            found += [
                c for c in parse.children[verb] if parse.deps[c] in {"nsubj", "nsubjpass", "dobj"} and c < station
            ]
        if parse.deps[station] == "dobj" and parse.lemmas[head] in measure_words().accounting.counting:
            found.append(head)
    return found


def _means_count(parse: Parse, token: int) -> bool:
    """Whether a word stands for a count already told: "the figure", "it" given as a number, a verb of counting."""
    words = measure_words().accounting
    if parse.tags[token][0] == "V":
        return parse.lemmas[token] in words.counting
    if parse.lower[token] in _PRONOUNS:
        return parse.deps[token] == "dobj"
    known = any(parse.deps[c] in {"det", "poss"} and parse.lower[c] not in {"a", "an"} for c in parse.children[token])
    return (
        known and parse.lemmas[token] in words.counts and not any(parse.lower[c] == "of" for c in parse.children[token])
    )
