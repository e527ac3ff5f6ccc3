"""For which state the holders of its offices act, where a report does not say it beside the office."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parley.annotate.descriptions import speaks
from parley.annotate.drafts import Draft, Referent
from parley.annotate.parse import Parse
from parley.lexicon.words import word_list

__all__ = ["Home", "home_at", "home_state", "is_state", "learn_heads", "learn_home", "learn_states", "learn_titles"]

_HEADING = word_list("annotate.governments.heading")

_OWN = word_list("annotate.governments.own")


def is_state(referent: Referent) -> bool:
    """Whether somebody is a state, and no region or description of one."""
    return referent.kind == "state" and referent.country is not None and not referent.described


def _serves_state(draft: Draft) -> bool:
    """Whether a draft is an office of a state."""
    if draft.noun is None or draft.former:
        return False
    return draft.noun.state or (draft.name is not None and not _OWN.isdisjoint(draft.title_words))


class Home(msgspec.Struct, frozen=True):
    """The only state a report speaks of, and the number of the sentence that names it first."""

    name: str
    since: int


def home_state(per_sentence: Sequence[Sequence[Draft]]) -> Home | None:
    """The only state a report speaks of, None when there are several or none."""
    found: dict[str, int] = {}
    for draft in (d for drafts in per_sentence for d in drafts):
        if draft.state is not None:
            found.setdefault(draft.state, draft.sentence)
        elif draft.referent is not None and draft.emitted and is_state(draft.referent):
            found.setdefault(draft.referent.name, draft.sentence)
    return Home(*found.popitem()) if len(found) == 1 else None


def home_at(home: Home | None, draft: Draft) -> str | None:
    """The report's only state, where it has been named by the sentence of `draft`."""
    return home.name if home is not None and home.since <= draft.sentence else None


def learn_home(per_sentence: Sequence[Sequence[Draft]], home: Home | None) -> None:
    """Named holders of a state's offices act for `home`, the only state there is, once it is named; presidents head
    companies too."""
    for draft in (d for drafts in per_sentence for d in drafts) if home is not None else ():
        company = draft.word.endswith("president")
        if draft.referent is not None and draft.referent.acts is None and _serves_state(draft) and not company:
            draft.referent.acts = home_at(home, draft)


def learn_titles(drafts: list[Draft]) -> None:
    """The office in front of a name tells for whom its holder acts."""
    by_head = {draft.head: draft for draft in drafts}
    for draft in drafts:
        referent = draft.referent
        if draft.name is None or referent is None or not draft.word:
            continue
        referent.descriptions.add(draft.word)
        referent.gender = referent.gender or draft.gender
        if referent.acts is None and not draft.former and not (draft.noun is not None and draft.noun.person):
            owner = by_head.get(draft.party_at) if draft.party_at is not None else None
            held = owner.referent if owner is not None else None
            referent.acts = draft.state or (
                None if held is None else held.acts or (held.name if held.kind != "person" else None)
            )


def learn_states(parse: Parse, drafts: list[Draft]) -> None:
    """ "While Israel has yet to answer, Prime Minister X …", "Israel is studying the text, the premier said": a state's
    office without a state is that of the one state that is a subject, of a clause beside its own or of words said."""
    holders = [d for d in drafts if _serves_state(d) and d.referent is not None and d.referent.acts is None]
    if not holders:
        return
    subjects = [d for d in drafts if d.kind == "state" and d.subject and d.referent is not None]
    if len(subjects) != 1:
        return
    verb = parse.heads[subjects[0].head]
    for holder in holders:
        said = parse.deps[verb] == "ccomp" and verb < holder.head and speaks(parse, subjects[0].head)
        beside = parse.deps[verb] == "advcl" and holder.subject and parse.heads[holder.head] == parse.heads[verb]
        if not beside and not (said and parse.heads[verb] == parse.heads[holder.head]):
            continue
        if holder.referent is not None and subjects[0].referent is not None and not holder.former:
            holder.referent.acts = subjects[0].referent.name


def learn_heads(parse: Parse, drafts: list[Draft]) -> None:
    """ "Ada Berg, who chairs the pilots' council": a person acts for the party it is said to lead."""
    verbs = [t for t, dep in enumerate(parse.deps) if dep == "relcl" and parse.lemmas[t] in _HEADING]
    by_head = {draft.head: draft for draft in drafts} if verbs else {}
    for verb in verbs:
        who, led = parse.child(verb, "nsubj"), parse.child(verb, "dobj")
        holder = by_head.get(parse.heads[verb])
        party = by_head.get(led) if led is not None else None
        if who is None or parse.lower[who] != "who" or holder is None or party is None or holder.referent is None:
            continue
        name = party.referent.name if party.referent is not None else party.text if party.sort == "group" else None
        if holder.referent.kind == "person" and holder.referent.acts is None and name is not None:
            holder.referent.acts = name
