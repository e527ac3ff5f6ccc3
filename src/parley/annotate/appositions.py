"""A name and a description side by side ("Ada Berg, the defence minister"): one and the same."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.description_fits import content_words, name_words
from parley.annotate.drafts import Draft, Referent
from parley.annotate.history import History, only, side
from parley.annotate.name_words import given
from parley.annotate.parse import Parse
from parley.lexicon.words import word_list

__all__ = ["tie_appositions"]


def tie_appositions(history: History, parse: Parse, drafts: Sequence[Draft]) -> None:
    """ "Yoav Gallant, the defence minister", "the union's leader, Ana Ruiz", "envoy Steve Witkoff": one and the same."""
    _alike(parse, drafts)
    for draft in drafts:
        held = draft.sort == "counted" and draft.word not in _HOLDING
        if draft.name is not None or draft.sort == "side" or held or draft.noun is None:
            continue
        if _adds_nothing(parse, draft):
            continue
        behind = _holder_behind(parse, drafts, draft)
        alias = _known_as(parse, draft.head)
        for token in (*_appositives(parse, draft), draft.last + 1, *_after_comma(parse, draft), *behind, *alias):
            other = history.at(draft.sentence, token) or _named_from(drafts, token, draft)
            if (
                other is not None
                and other.name is not None
                and other.referent is not None
                and (token in alias or _beside(parse, draft, other))
            ):
                draft.referent = other.referent
                _learn(history, draft, other.referent)
                _name_before(history, parse, draft, other.referent)
                break


def _name_before(history: History, parse: Parse, draft: Draft, named: Referent) -> None:
    """ "A group led by Orrin raised its bid. The group, Harnew Corp, ...": a description taken up with a name that is new
    gives that name to the one told of by a description alone; so does one that has all its words ("Dutch port union" in a
    headline, then "the Dutch port and transport union, FTV,")."""
    if draft.sort != "group" or draft.number != "one" or history.fitting(lambda referent, _: referent is named):
        return
    bare, words = draft.definite and " " not in draft.text, content_words(parse, draft)

    def fits(referent: Referent, _: Draft) -> bool:
        taken_up = bare or (len(own := name_words(referent.name)) > 1 and own <= words)
        return referent.described and not referent.plural and draft.word.split()[-1] in _nouns(referent) and taken_up

    held = only(history.fitting(fits, draft.sentence - 2))
    if held is not None and held is not named:
        held.name, held.kind, held.described = named.name, named.kind, False
        history.identify(held, named)


def _nouns(referent: Referent) -> set[str]:
    """The nouns at the head of what somebody goes by."""
    return {description.split()[-1] for description in referent.descriptions}


def _known_as(parse: Parse, head: int) -> list[int]:
    """ "The group's commander, known as Ka Runo"."""
    called = [c for c in parse.children[head] if parse.deps[c] == "acl" and parse.lower[c] == "known"]
    marks = [a for c in called for a in parse.children[c] if parse.lower[a] == "as"]
    return [o for a in marks for o in parse.children[a] if parse.deps[o] == "pobj"]


def _alike(parse: Parse, drafts: Sequence[Draft]) -> None:
    """ "Farrow Steel and Lunde Vale": a name that only its capitals make a person's is what the one beside it is."""
    by_head = {d.head: d for d in drafts if d.name is not None and d.referent is not None}
    for draft in by_head.values():
        above = by_head.get(parse.heads[draft.head]) if parse.deps[draft.head] == "conj" else None
        if above is None:
            continue
        for one, other in ((draft, above), (above, draft)):
            assert one.referent is not None
            assert other.referent is not None
            assert one.name is not None
            known = other.referent.kind in {"company", "union", "state"}
            if known and one.referent.kind == "person" and one.name.role == "person" and _only_guessed(parse, one):
                one.referent.kind = one.name.kind = one.kind = "organisation"
                one.name.role = "organisation"


def _adds_nothing(parse: Parse, draft: Draft) -> bool:
    """Whether a bare "the group" stands behind a name and a comma: it goes on with the sentence, and describes nothing."""
    return (
        draft.sort == "group"
        and parse.deps[draft.head] == "appos"
        and parse.heads[draft.head] < draft.head
        and draft.definite
        and " " not in draft.text
    )


def _holder_behind(parse: Parse, drafts: Sequence[Draft], draft: Draft) -> list[int]:
    """ "The chairman of the employers' body, SVZ, Jan Mol, said": the person at the end of a chain of commas."""
    if draft.sort != "office":
        return []
    starts = {d.name.first: d for d in drafts if d.name is not None}
    token = draft.last + 1
    while token + 1 < len(parse.words) and parse.words[token] == "," and token + 1 in starts:
        found = starts[token + 1]
        assert found.name is not None
        if found.kind == "person":
            return [found.head]
        token = found.name.last + 1
    return []


def _named_from(drafts: Sequence[Draft], token: int, draft: Draft) -> Draft | None:
    """A name that begins right behind a description: titled ("spokesman John Smith"), or a group's ("the insurer Mutua")."""
    if token != draft.last + 1:
        return None
    found = next((d for d in drafts if d.name is not None and d.name.first == token), None)
    if found is None or found.name is None:
        return None
    group = draft.sort == "group" and draft.definite and draft.last == draft.head and draft.number == "one"
    return found if found.name.title or (group and found.head > draft.head) else None


def _learn(history: History, draft: Draft, referent: Referent) -> None:
    """What a description tells of the one it describes: an office, and for whom."""
    referent.descriptions.add(draft.word)
    referent.gender = referent.gender or draft.gender
    if (
        draft.sort == "group"
        and referent.kind == "organisation"
        and draft.noun is not None
        and len(draft.noun.kinds) < 3
        and draft.noun.kinds[0] != "collective"
        and not referent.nouns
    ):
        referent.kind = draft.noun.kinds[0]
    # Who holds shares in a firm does not speak for it.
    if draft.former or draft.word in _HOLDING or draft.noun is None or draft.noun.person or referent.kind == "state":
        return
    if referent.acts is None and draft.sort in {"office", "unnamed", "wing", "organ"}:
        party = history.party_of(draft)
        acts = party if isinstance(party, str) else side(party)
        if acts != referent.name:
            referent.acts = acts


def _appositives(parse: Parse, draft: Draft) -> list[int]:
    found = [c for c in parse.children[draft.head] if parse.deps[c] == "appos"]
    # "Its main supplier of coal, Hadley Mining": the parser hangs the name on the coal.
    last = draft.last if draft.last > draft.head and draft.last + 1 < len(parse.words) else None
    if last is not None and parse.words[last + 1] == ",":
        found += [c for c in parse.children[last] if parse.deps[c] == "appos" and c > last]
    found += [c for first in found for c in parse.children[first] if parse.deps[c] in {"appos", "conj"}]
    if parse.deps[draft.head] == "appos":
        found.append(parse.heads[draft.head])
    if parse.deps[draft.head] == "attr":
        found.extend(c for c in parse.children[parse.heads[draft.head]] if parse.deps[c] == "nsubj")
    return found


def _after_comma(parse: Parse, draft: Draft) -> list[int]:
    """What stands between commas right behind a group's description ("the dockers' union, FNV,")."""
    words, last = parse.words, draft.last
    for clitic in (last + 1, last + 2):
        if (
            draft.sort == "group"
            and clitic + 2 < len(words)
            and words[clitic] == ","
            and words[clitic + 2] in {",", ".", "("}
        ):
            return [clitic + 1]
    return []


def _beside(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Whether description and name tell of one; the kind of a name the lexicon does not know is what the description says."""
    name, referent = other.name, other.referent
    assert name is not None
    assert referent is not None
    assert draft.noun is not None
    if not referent.described and name.known is None and name.role in {"person", "unknown", "thing"}:
        apart = other.head not in range(draft.first, draft.head + 1) and draft.number == "one"
        holding = draft.word in _HOLDING
        if (
            apart
            and draft.sort == "office"
            and not holding
            and referent.kind == "organisation"
            and _like_full_name(parse, other)
        ):
            referent.kind = name.kind = other.kind = name.role = "person"
        elif apart and draft.sort == "group" and referent.kind == "person" and _only_guessed(parse, other):
            referent.kind = name.kind = other.kind = draft.noun.kinds[0]
            name.role = "organisation"
    return _apposable(draft, other)


def _like_full_name(parse: Parse, other: Draft) -> bool:
    """Whether a name has two to four words written as people's are ("Teodoro Vasques")."""
    name = other.name
    assert name is not None
    words = parse.words[name.first : name.last + 1]
    return 2 <= len(words) <= 4 and all(w[:1].isupper() and (w[1:].islower() or w.endswith(".")) for w in words)


def _only_guessed(parse: Parse, other: Draft) -> bool:
    """Whether nothing but its capitals made a name a person's: no known given name, title or office."""
    name, referent = other.name, other.referent
    assert name is not None
    assert referent is not None
    return (
        not name.title
        and referent.gender is None
        and not referent.descriptions
        and parse.words[name.first] not in given()
    )


_HOLDING = word_list("annotate.appositions.holding")


def _apposable(draft: Draft, other: Draft) -> bool:
    """Whether a description can be what a name is: offices are people's, groups are not."""
    assert other.referent is not None
    person = other.referent.kind == "person"
    if draft.sort in {"office", "unnamed", "counted"}:
        return (person or draft.word in _HOLDING) and draft.number == "one"
    if other.head in range(draft.first, draft.head):
        return False
    return not person and other.referent.kind != "state" and draft.number == "one"
