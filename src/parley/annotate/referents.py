"""Who is who inside one report: names gathered, short forms tied to the fullest one."""

from __future__ import annotations

from collections.abc import Iterable

from parley.annotate.drafts import Draft, Referent
from parley.annotate.name_words import given_gender, heads, is_particle
from parley.annotate.names import Name
from parley.model.claim import ActorKind

__all__ = ["Referents"]

_TAILS = frozenset(
    [
        "Corp",
        "Corporation",
        "Inc",
        "Incorporated",
        "Ltd",
        "Limited",
        "PLC",
        "Plc",
        "plc",
        "Co",
        "Company",
        "Group",
        "Holdings",
        "Holding",
        "AG",
        "SA",
        "NV",
        "BV",
        "SpA",
        "GmbH",
        "AB",
        "ASA",
        "LLC",
        "LP",
        "L.P.",
        "Inc.",
        "Corp.",
        "Co.",
        "Ltd.",
        ".",
        ",",
    ]
)
_COMMON = frozenset(
    [
        "National",
        "International",
        "Royal",
        "General",
        "United",
        "American",
        "British",
        "European",
        "Federal",
        "Central",
        "New",
        "North",
        "South",
        "East",
        "West",
        "World",
    ]
)
_SMALL = frozenset(["of", "for", "the", "and", "de", "du", "des", "la", "in", "on", "&"])


class Referents:
    """The parties and people a report names. `bind` ties every name of the report to one of them."""

    def __init__(self, places: frozenset[str] = frozenset()) -> None:
        """No names yet; `places` are names of the report that are where something is, and shorten no other."""
        self._places = places
        self.all: list[Referent] = []
        self._people: dict[str, list[Referent]] = {}
        self._by_form: dict[str, Referent | None] = {}
        self._given: dict[int, str] = {}

    def bind(self, drafts: Iterable[Draft]) -> None:
        """Give every name draft its referent: full names first, then what shortens them."""
        named = [draft for draft in drafts if draft.name is not None]
        for draft in named:
            if draft.name is not None and draft.name.known is not None:
                draft.referent = self._lexical(draft.name)
        rest = [draft for draft in named if draft.referent is None]
        rest.sort(key=lambda draft: -_length(draft))
        singles = []
        for draft in rest:
            assert draft.name is not None
            if draft.name.role == "thing":
                draft.emitted = False
            elif draft.name.role == "person" and _length(draft) > 1 and not is_particle(draft.text.split()[0]):
                draft.referent = self._person(draft.name)
            elif (draft.name.role == "organisation" and _length(draft) > 1) or (
                draft.name.role == "unknown" and _length(draft) > 1
            ):
                draft.referent = self._organisation(draft.name)
            else:
                singles.append(draft)
        titled = {d.name.text for d in singles if d.name is not None and d.name.role == "person"}
        for draft in singles:
            self._single(draft, titled)
        self._tell_kinds(named)

    def alias(self, form: str, referent: Referent) -> None:
        """Let `form` ("FHC" in parentheses) stand for a referent."""
        self._by_form[form] = referent

    def by_name(self, name: str) -> Referent | None:
        """The referent of a name, None when the report has none of it or more than one."""
        return self._by_form.get(name)

    def add(self, referent: Referent) -> Referent:
        """A referent the report gives no name."""
        self.all.append(referent)
        return referent

    def _new(self, name: str, kind: ActorKind) -> Referent:
        referent = self.add(Referent(name, kind))
        self._by_form.setdefault(name, referent)
        return referent

    def _lexical(self, name: Name) -> Referent:
        known = name.known
        assert known is not None
        key = f"={known.name}"
        referent = self._by_form.get(key)
        text = name.text if known.name.startswith("The ") else name.text.removeprefix("The ")
        if referent is None:
            form = known.name if known.kind == "state" else text
            referent = self._new(form, known.kind)
            referent.acts = known.acts_for if known.kind != "state" else None
            referent.country, referent.nouns = known.country, known.nouns
            self._by_form[key] = self._by_form[known.name] = referent
        elif known.kind != "state" and len(text) > len(referent.name):
            referent.name = text
        self._by_form[name.text] = referent
        return referent

    def _person(self, name: Name) -> Referent:
        words = name.text.split()
        for other in self._people.get(words[-1].lower(), ()):
            if other.name.split()[0] == words[0]:
                other.gender = other.gender or name.gender
                return other
        referent = self._new(name.text, "person")
        referent.gender = name.gender
        for surname in {words[-1], words[-1].removeprefix("al-").removeprefix("Al-"), " ".join(words[1:])}:
            self._people.setdefault(surname.lower(), []).append(referent)
        return referent

    def _organisation(self, name: Name) -> Referent:
        held = self._by_form.get(name.text)
        if held is not None:
            return held
        short = _core(name.text)
        held = self._by_form.get(short)
        if held is not None and held.kind == name.kind:
            self._by_form[name.text] = held
            return held
        referent = self._new(name.text, name.kind)
        words = name.text.split()
        referent.nouns = frozenset(word.lower() for word in words if word in heads())
        initials = "".join(word[0] for word in words if word not in _SMALL)
        forms = {short, initials} if len(initials) > 2 else {short}
        core = short.split()
        if name.kind in {"company", "consortium"} or (
            name.kind in {"organisation", "armed_group"} and len(core) <= 2 and words[0] not in _COMMON
        ):
            forms.add(core[-1] if core[0].endswith(".") else core[0])
        for form in forms - {name.text} - heads().keys() - self._places:
            self._by_form[form] = _likelier(self._by_form.get(form, referent), referent)
        return referent

    def _single(self, draft: Draft, titled: set[str]) -> None:
        name = draft.name
        assert name is not None
        people = self._people.get(name.text.lower(), [])
        if name.gender is not None and len(people) > 1:
            people = [p for p in people if p.gender in {None, name.gender}]
        if len(people) == 1:
            draft.referent = people[0]
            people[0].gender = people[0].gender or name.gender
        elif len(people) > 1:
            draft.kind = name.kind = name.role = "person"
        elif name.role == "organisation" and name.known is None and name.text not in self._by_form:
            held = self._with_word(name.text)
            if len(held) < 2:
                draft.referent = held[0] if held else self._new(name.text, name.kind)
        elif name.text in titled:
            draft.referent = self._by_form.get(name.text) or self._person_single(name)
        else:
            draft.referent = self._by_form.get(name.text) or self._new(name.text, name.kind)

    def _with_word(self, word: str) -> list[Referent]:
        """The organisations whose name has the word: "the Council" is theirs, where there is one."""
        return [
            r for r in self.all
            if r.kind not in {"person", "state"} and not r.described and r.name != word and word in r.name.split()
        ]  # fmt: skip

    def _person_single(self, name: Name) -> Referent:
        referent = self._new(name.text, "person")
        referent.gender = name.gender
        return referent

    def _tell_kinds(self, named: list[Draft]) -> None:
        for draft in named:
            if draft.referent is not None:
                draft.kind = draft.referent.kind
                if draft.kind == "person" and draft.name is not None:
                    first = draft.referent.name.split()[0]
                    draft.referent.gender = draft.referent.gender or draft.name.gender or given_gender(first)


def _likelier(held: Referent | None, other: Referent) -> Referent | None:
    """Of two with one short form the one that is surely a firm, where the other is only guessed to be a body; else neither."""
    if held is other or held is None:
        return held
    firms = [each for each in (held, other) if each.kind in {"company", "consortium"}]
    guessed = [each for each in (held, other) if each.kind == "organisation" and not each.nouns]
    return firms[0] if len(firms) == 1 and len(guessed) == 1 else None


def _length(draft: Draft) -> int:
    return len(draft.name.text.split()) if draft.name is not None else 0


def _core(text: str) -> str:
    """A company's name without its legal form."""
    words = text.split()
    while len(words) > 1 and words[-1] in _TAILS:
        words.pop()
    return " ".join(words)
