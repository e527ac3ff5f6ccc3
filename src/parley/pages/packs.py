"""Packs as pages: what each holds, and what a check of them found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from parley.errors import ParleyError
from parley.lexicon.pack_check import PackFault, check_packs
from parley.lexicon.packs import PackError, PackFile, active_packs, built_in_packs, read_pack
from parley.pages.listing import ListPage

if TYPE_CHECKING:
    from parley.extract.examples import ExampleReading

__all__ = ["PackCheckPage", "PackRow", "pack_check_page", "packs_page"]


class PackRow(msgspec.Struct, frozen=True):
    """A pack: how many issue entries, frames (of verbs, nouns and adjectives), roles, offices, units and examples it
    holds (roles and offices are counted by their nouns), and its file, for one's own."""

    name: str
    about: str
    issues: int
    frames: int
    roles: int
    offices: int
    units: int
    examples: int
    file: str | None


class PackCheckPage(msgspec.Struct, frozen=True):
    """What a check of packs found: their names, how many example sentences were read, and the faults."""

    packs: tuple[str, ...]
    examples: int
    faults: tuple[PackFault, ...]


def packs_page() -> ListPage[PackRow]:
    """The active packs. Raises PackError when one of the user's own cannot be used."""
    rows = tuple(map(_row, active_packs()))
    return ListPage("packs", rows, len(rows))


def _row(file: PackFile) -> PackRow:
    pack = file.pack
    return PackRow(
        pack.name,
        pack.about,
        issues=len(pack.issue),
        frames=len(pack.frame) + len(pack.noun) + len(pack.adjective),
        roles=sum(len(role.nouns) for role in pack.role),
        offices=sum(len(office.words) for office in pack.office),
        units=sum(len(getattr(pack.units, table)) for table in pack.units.__struct_fields__),
        examples=len(pack.example),
        file=file.path if file.own else None,
    )


def pack_check_page(paths: Sequence[str] = ()) -> PackCheckPage:
    """Check the packs of these files beside the built-in ones; without any, the built-in ones beside each other."""
    files, faults = _readable(paths) if paths else (list(built_in_packs()), [])
    faults += check_packs(files, built_in_packs())
    examples = [(file, number) for file in files for number in range(len(file.pack.example))]
    try:
        faults += _misread(examples, [file.path for file in files if file.own])
    except ParleyError as error:  # packs that cannot be used together
        faults.append(PackFault("", None, str(error)))
    return PackCheckPage(tuple(file.pack.name for file in files), len(examples), tuple(faults))


def _readable(paths: Iterable[str]) -> tuple[list[PackFile], list[PackFault]]:
    """The packs that can be read, and what is wrong with the others."""
    files: list[PackFile] = []
    faults: list[PackFault] = []
    for path in dict.fromkeys(paths):
        try:
            files.append(read_pack(path))
        except PackError as error:
            faults.append(PackFault(path, error.place, error.reason))
    return files, faults


def _misread(examples: Sequence[tuple[PackFile, int]], own: Sequence[str]) -> list[PackFault]:
    """The examples in which the extractor finds something else than their author says."""
    if not examples:
        return []
    from parley.extract.examples import read_examples, read_examples_with  # heavy: it loads the language library

    sentences = [file.pack.example[number] for file, number in examples]
    readings = read_examples_with(own, sentences) if own else read_examples(sentences)
    return [
        PackFault(file.path, file.place("example", number), _told(reading))
        for (file, number), reading in zip(examples, readings, strict=True)
        if not reading.right
    ]


def _told(reading: ExampleReading) -> str:
    example = reading.example
    wanted = f"'{example.act}'" + (f" by {example.by}" if example.by else "") if example.act != "none" else "no act"
    found = ", ".join(f"'{act}' by {' and '.join(names) or 'nobody'}" for act, names in reading.found) or "no act"
    return f'the extractor finds {found}, not {wanted}, in "{example.text}"; mend the words or the example'
