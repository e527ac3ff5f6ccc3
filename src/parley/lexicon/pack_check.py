"""What is wrong with packs beside their form: words said twice, words said two ways, names nothing knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from parley.lexicon.acts import parse_need
from parley.lexicon.frames import Acts, Frame, Issues, NounFrame, Talks
from parley.lexicon.loader import load_base
from parley.lexicon.measures import Groups, Measures
from parley.lexicon.packs import Pack, PackFile, UnitWords
from parley.lexicon.party_nouns import Collectives, Offices
from parley.lexicon.units import Units

__all__ = ["PackFault", "base_file", "check_packs"]

_BY_CLASS = ("talks", "classes", "verbs", "groups")
_PLAIN = ("idle", "wings", "sides", "counted", "unnamed", "qualifiers", "strong", "plain")
_ISSUE_FIELDS = ("verbs", "nouns", "stop_verbs", "stakes", "implied")
_GIVES = ("by", "to", "both")
_FIXED_UNITS = ("shares", "durations")


class PackFault(msgspec.Struct, frozen=True):
    """Something wrong with a pack: its file, the place in it, and a sentence on what is wrong and what to do."""

    path: str
    place: str | None
    message: str


class _Word(NamedTuple):
    """A word where it stands: `heading` is its class in words, `key` all that makes it the same entry."""

    heading: str
    key: tuple[object, ...]
    table: str
    number: int | str | None


class _Reading(NamedTuple):
    """One way to meet a frame: a word with one need; `said` is the act, with its opposite told apart."""

    key: tuple[object, ...]
    said: tuple[str, bool]
    table: str
    number: int


@cache
def base_file() -> PackFile:
    """The base files of the lexicon, as if they were one pack."""
    acts, talks, units = load_base("acts", Acts), load_base("talks", Talks), load_base("units", Units)
    nouns, offices, measures = (
        load_base("collectives", Collectives),
        load_base("offices", Offices),
        load_base("measures", Measures),
    )
    groups, relevance = load_base("groups", Groups), load_base("relevance", dict)
    pack = Pack(
        name="base", title="", about="", issue=load_base("issues", Issues).issue,
        frame=acts.frame, noun=acts.noun, adjective=acts.adjective, classes=acts.nouns, verbs=acts.verbs,
        talks=talks.nouns, idle=talks.idle.nouns,
        units=UnitWords(*(getattr(units, field) for field in UnitWords.__struct_fields__)),
        role=nouns.groups, organ=nouns.organs, wings=nouns.wings, sides=nouns.sides, counted=nouns.counted,
        office=offices.offices, unnamed=offices.unnamed, qualifiers=offices.qualifiers,
        measure=measures.measure, phrase=measures.phrase,
        groups={name: getattr(groups, name) for name in Groups.__struct_fields__ if name != "person_endings"},
        strong=frozenset(relevance["strong"]), plain=frozenset(relevance["plain"]),
    )  # fmt: skip
    return PackFile("the base lexicon", "", pack, own=False)


def check_packs(files: Sequence[PackFile], others: Iterable[PackFile]) -> list[PackFault]:
    """The faults of `files` beside the base and the packs `others`, in the order of the files and of what is looked for.

    Words that stand under the same class already; a verb or noun whose need is met by another act's frame too; classes,
    conditions, units and slots that nothing else knows; entries without words.
    """
    given = {file.digest for file in files}
    known = [base_file(), *(other for other in others if other.digest not in given), *files]
    return [
        PackFault(file.path, file.place(table, number), message)
        for file in files
        for look in (_namesake, _doubled, _contradicted, _needless, _unknown, _empty)
        for table, number, message in dict.fromkeys(look(file, known))
    ]


_Found = Iterator[tuple[str, int | str | None, str]]
"""Table, its entry by number or key, and what is wrong."""


def _namesake(file: PackFile, known: Sequence[PackFile]) -> _Found:
    for other in known[: known.index(file)]:
        if other.pack.name == file.pack.name:
            yield "name", None, f"'{other.path}' is named '{other.pack.name}' too; give it another name"


def _doubled(file: PackFile, known: Sequence[PackFile]) -> _Found:
    """Words of the pack that an earlier file holds under the same class."""
    first: dict[tuple[object, ...], PackFile] = {}
    for other in known:
        if other is file:
            break
        for word in _words(other.pack):
            first.setdefault(word.key, other)
    for word in _words(file.pack):
        if word.key in first:
            held = _called(first[word.key])
            yield (
                word.table,
                word.number,
                f"'{word.key[-1]}' stands under {word.heading} in {held} already; leave it out",
            )


def _called(file: PackFile) -> str:
    return file.path if file is base_file() else f"pack '{file.pack.name}'"


def _words(pack: Pack) -> Iterator[_Word]:
    for number, issue in enumerate(pack.issue):
        for field in _ISSUE_FIELDS:
            heading = f"issue {issue.issue}, {field}"
            yield from (
                _Word(heading, ("issue", issue.issue, field, issue.with_, w), "issue", number)
                for w in sorted(getattr(issue, field))
            )
    for table in _BY_CLASS:
        for name, words in getattr(pack, table).items():
            yield from (_Word(f"[{table}] {name}", (table, name, w), table, name) for w in sorted(words))
    for table in _PLAIN:
        yield from (_Word(table, (table, w), table, None) for w in sorted(getattr(pack, table)))
    for table, field in (("role", "nouns"), ("organ", "nouns"), ("office", "words")):
        for number, entry in enumerate(getattr(pack, table)):
            yield from (_Word(f"[[{table}]]", (table, w), table, number) for w in getattr(entry, field))
    for table, words in _units(pack):
        yield from (_Word(f"[units.{table}]", ("units", table, w), "units", w) for w in words)


def _units(pack: Pack) -> Iterator[tuple[str, dict[str, str]]]:
    return ((field, getattr(pack.units, field)) for field in UnitWords.__struct_fields__)


def _contradicted(file: PackFile, known: Sequence[PackFile]) -> _Found:
    """Frames of the pack whose word and need stand for another act too."""
    held = _held(known)
    for reading in _readings(file.pack):
        _, word, *_, need = reading.key
        what = f"'{word}' with the need '{need}'" if need else f"'{word}'"
        for said, other, _ in held[reading.key]:
            if said != reading.said:
                words = f"{what} is the act {_act(said)} in {_called(other)}, here {_act(reading.said)}; keep one"
                yield reading.table, reading.number, words


def _needless(file: PackFile, known: Sequence[PackFile]) -> _Found:
    """Words of the pack's frames that other frames have for the same act with all the same needs."""
    held = _held(known)
    adding: dict[tuple[str, int, object, tuple[str, bool]], bool] = {}
    for reading in _readings(file.pack):
        entry = (reading.table, reading.number)
        told = any(said == reading.said and (other, at) != (file, entry) for said, other, at in held[reading.key])
        word = (*entry, reading.key[1], reading.said)
        adding[word] = adding.get(word, False) or not told
    for (table, number, what, act), adds in adding.items():
        if not adds:
            yield table, number, f"'{what}' is a frame of {_act(act)} for all these needs already; leave it out"


def _held(
    known: Sequence[PackFile],
) -> dict[tuple[object, ...], list[tuple[tuple[str, bool], PackFile, tuple[str, int]]]]:
    """For each word and need the acts they stand for, each with its file and entry."""
    held = defaultdict(list)
    for file in known:
        for reading in _readings(file.pack):
            held[reading.key].append((reading.said, file, (reading.table, reading.number)))
    return held


def _act(said: tuple[str, bool]) -> str:
    return f"'{said[0]}'" + (" (negative)" if said[1] else "")


def _readings(pack: Pack) -> Iterator[_Reading]:
    for number, frame in enumerate(pack.frame):
        ways = [(verb, frame.subject, noun) for verb in frame.verbs for noun in (*frame.object, *frame.phrase) or ("",)]
        for way in ways:
            yield from (
                _Reading(("frame", *way, need), (frame.act, frame.negative), "frame", number)
                for need in _single_needs(frame.needs)
            )
    for table, field in (("noun", "nouns"), ("adjective", "adjectives")):
        for number, entry in enumerate(getattr(pack, table)):
            for word in getattr(entry, field):
                yield from (
                    _Reading((table, word, need), (entry.act, False), table, number)
                    for need in _single_needs(entry.needs)
                )


def _single_needs(needs: Iterable[str]) -> list[str]:
    """The needs with one class each."""
    found = []
    for need in map(parse_need, needs):
        tail = f"+{need.also}" if need.also else ""
        found += [f"{need.slot}={name}{tail}" for name in sorted(need.classes)] or [f"{need.slot}{tail}"]
    return found or [""]


def _unknown(file: PackFile, known: Sequence[PackFile]) -> _Found:
    """Names in the pack that no other file uses."""
    names = _Names.of([other.pack for other in known if other is not file])
    own = {*file.pack.talks, *file.pack.classes, *file.pack.verbs}
    asked = {c for entry in _entries(file.pack) for need in _needs(entry) for c in need.classes}
    for table, number, entry in _numbered(file.pack):
        for need in _needs(entry):
            for name in sorted(need.classes - names.classes - own):
                yield (
                    table,
                    number,
                    f"'{name}' is no class; name one of talks.toml or acts.toml, or define it under [classes]",
                )
            if need.slot not in names.slots:
                yield table, number, f"'{need.slot}' is no slot; known are object, clause, to, and prepositions"
            if file.own and need.also and need.also not in names.conditions:
                yield (
                    table,
                    number,
                    f"'{need.also}' is no condition; those behind '+' at the top of acts.toml are known",
                )
        if entry.gives not in _GIVES:
            yield table, number, f"gives = '{entry.gives}' is unknown; write by, to or both"
        for subject in () if not isinstance(entry, Frame) else entry.subject.split("|"):
            if subject not in names.subjects | names.classes | own:
                yield table, number, f"'{subject}' is no class of subjects; write party, or a class of nouns"
    for table in ("talks", "classes", "verbs") if file.own else ():  # those of built-in ones serve rules in code, too
        for name in sorted(getattr(file.pack, table).keys() - names.classes - asked):
            yield table, name, f"no frame asks for the class '{name}'; mend the name, or add a frame that does"
    yield from _unknown_units(file.pack, names.units)


def _unknown_units(pack: Pack, known: dict[str, frozenset[str]]) -> _Found:
    for table, words in _units(pack):
        for unit in sorted(set(words.values()) - known[table]):
            money = table.startswith("currency") and not (len(unit) == 3 and unit.isupper())
            if money or table in _FIXED_UNITS:
                yield (
                    "units",
                    next(word for word, named in words.items() if named == unit),
                    f"'{unit}' is no unit of [units.{table}]; use one of units.toml"
                    + (", or a code of three capitals" if money else ""),
                )


class _Names(NamedTuple):
    """What the other files know: noun and verb classes, slots, conditions behind "+", subjects, and units by table."""

    classes: frozenset[str]
    slots: frozenset[str]
    conditions: frozenset[str]
    subjects: frozenset[str]
    units: dict[str, frozenset[str]]

    @classmethod
    def of(cls, packs: Sequence[Pack]) -> _Names:
        needs = [need for pack in packs for entry in _entries(pack) for need in _needs(entry)]
        words = load_base("collectives", Collectives)
        return cls(
            frozenset(name for pack in packs for table in _BY_CLASS[:3] for name in getattr(pack, table))
            | {name for need in needs for name in need.classes},
            frozenset(need.slot for need in needs) | {*words.dealing, *words.locating},
            frozenset(need.also for need in needs if need.also),
            frozenset(name for pack in packs for frame in pack.frame for name in frame.subject.split("|")),
            {
                table: frozenset(u for p in packs for u in getattr(p.units, table).values())
                for table in UnitWords.__struct_fields__
            },
        )


def _numbered(pack: Pack) -> Iterator[tuple[str, int, Any]]:
    return ((t, n, entry) for t in ("frame", "noun", "adjective") for n, entry in enumerate(getattr(pack, t)))


def _entries(pack: Pack) -> Iterator[Frame | NounFrame]:
    return (entry for _, _, entry in _numbered(pack))


def _needs(entry: Frame | NounFrame) -> list[Any]:
    return [parse_need(need) for need in (*entry.needs, *getattr(entry, "unless", ()))]


def _empty(file: PackFile, known: Sequence[PackFile]) -> _Found:
    """Entries that hold no words."""
    fields = (
        ("frame", "verbs"),
        ("noun", "nouns"),
        ("adjective", "adjectives"),
        ("role", "nouns"),
        ("organ", "nouns"),
        ("office", "words"),
    )
    for table, field in fields:
        for number, entry in enumerate(getattr(file.pack, table)):
            if not getattr(entry, field):
                yield table, number, f"it lists no {field}; add some or leave the entry out"
    for number, issue in enumerate(file.pack.issue):
        if not any(getattr(issue, field) for field in _ISSUE_FIELDS):
            yield "issue", number, "it lists no verbs and no nouns; add some or leave the entry out"
