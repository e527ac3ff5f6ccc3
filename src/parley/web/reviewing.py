"""The places where claims are reviewed and decisions read, and what their forms do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import quote, urlencode

from parley.errors import ParleyError
from parley.model import Span
from parley.pages import JudgementRow, ListPage, judgements_page
from parley.pages.desk import Desk, DeskPage, base_id, decided_claims, desk_of, desk_page, first_in_hand, next_undecided
from parley.pages.editable import editable_fields
from parley.pages.review import ReviewRow
from parley.project import Project
from parley.render.web import Frame
from parley.render.web.review import decisions_html, review_html
from parley.store.changes import Marks
from parley.web.asking import Asked, Deed, Place

__all__ = ["Reviewing"]

_FILTERS = ("story", "kind", "party", "report", "since", "until", "sample", "seed")
_FIELD = "field-"
_OF_FORM = "q-"
_APART = "apart-"
_OF_ACTORS: dict[str, Literal["same", "different", "unsure"]] = {
    "same": "same",
    "different": "different",
    "unsure": "unsure",
}
_SHOWN = 200


class Reviewing:
    """The desk of one person: its queue is made once, and again when reports come to the record."""

    def __init__(self, project: Project, person: str, *, decides: bool) -> None:
        """`decides` tells whether the project is open for writing."""
        self._project, self._person = project, person
        self._desks: dict[tuple[tuple[str, str], ...], Desk] = {}
        self._marks: Marks | None = None
        log = Place("/decisions", "decisions", _log, _log_html, lambda page: (page.rows, JudgementRow))
        desk = Place("/review", "review", self._desk, _desk_html, lambda page: (page.coming, ReviewRow), fresh=True)
        self.places = (desk, log) if decides else (log,)
        does = {
            "decide": self._decide,
            "edit": self._edit,
            "add": self._add,
            "note": self._note,
            "dispute": self._dispute,
            "undo": self._undo,
        }
        elsewhere = {
            "/decisions/undo": self._undo_named,
            "/claim/decide": self._judge,
            "/report/story": self._story,
            "/actors/decide": self._actors,
            "/actors/split": self._split,
        }
        deeds = (*((f"/review/{name}", do) for name, do in does.items()), *elsewhere.items())
        self.deeds = tuple(Deed(path, do) for path, do in deeds) if decides else ()

    def _at_desk(self, asked: Mapping[str, str]) -> Desk:
        """The desk as it was made first, so that deciding reorders nothing."""
        marks = self._project.store.changes_since(self._marks or Marks()).marks
        seen = (marks.extraction, marks.observation, marks.tombstone)
        if self._marks is None or seen != (self._marks.extraction, self._marks.observation, self._marks.tombstone):
            self._desks.clear()
        self._marks = marks
        key = tuple(sorted(asked.items()))
        if key not in self._desks:
            sample, seed = _number(asked, "sample"), _number(asked, "seed") or 0
            self._desks[key] = desk_of(self._project.ledger(), self._person, asked, sample=sample, seed=seed)
        return self._desks[key]

    def _desk(self, asked: Asked) -> DeskPage:
        desk = self._at_desk(_narrowed(asked))
        ledger = asked.project.ledger()
        at = asked.get("at") or first_in_hand(ledger, desk)
        return desk_page(ledger, desk, at=at, done=asked.get("done") or "")

    def _decide(self, asked: Asked) -> str:
        """Accept or reject the claim, or leave it, and go on."""
        claim, verdict = _must(asked, "claim"), asked.get("verdict")
        if verdict == "accept":
            asked.project.accept(claim, person=self._person)
        elif verdict == "reject":
            asked.project.reject(claim, person=self._person)
        return self._on(asked, behind=claim, done=verdict or "later")

    def _edit(self, asked: Asked) -> str:
        """Give the fields that were changed other values, and the claim other words where some were picked."""
        claim = _must(asked, "claim")
        shown = {each.name: each.value for each in editable_fields(asked.project.ledger().claim(claim).claim)}
        given = {name.removeprefix(_FIELD): value for name, value in asked.query.items() if name.startswith(_FIELD)}
        changed = {name: value for name, value in given.items() if shown.get(name, "") != value.strip()}
        words = _picked(asked) or asked.get("words")
        asked.project.correct(claim, words=words, nth=_number(asked.query, "nth"), person=self._person, **changed)
        return self._on(asked, behind=claim, done="correct")

    def _add(self, asked: Asked) -> str:
        """Add a claim that was missed, in words that were picked or are given."""
        fields = {name.removeprefix(_FIELD): value for name, value in asked.query.items() if name.startswith(_FIELD)}
        given = {name: value for name, value in fields.items() if value.strip()}
        words = _picked(asked) or asked.get("words") or ""
        asked.project.add_claim(
            _must(asked, "report"),
            _must(asked, "kind"),
            words=words,
            nth=_number(asked.query, "nth"),
            person=self._person,
            **given,
        )
        claim = asked.get("claim")
        return self._at(asked, claim, done="add") if claim else f"/report/{quote(_must(asked, 'report'), safe='')}"

    def _note(self, asked: Asked) -> str:
        """Say something of the claim, and stay at it."""
        asked.project.note(_must(asked, "claim"), asked.query.get("note", ""), person=self._person)
        return self._at(asked, _must(asked, "claim"), done="note")

    def _dispute(self, asked: Asked) -> str:
        """Mark what the claim tells as disputed, and stay at it: whether it was read rightly is still to be said."""
        asked.project.dispute(_must(asked, "claim"), note=asked.query.get("note", ""), person=self._person)
        return self._at(asked, _must(asked, "claim"), done="dispute")

    def _undo(self, asked: Asked) -> str:
        """Undo the person's last decision, and take its claim in hand again."""
        made = asked.project.undo_last(person=self._person)
        if made is None:
            raise ParleyError(f"there is nothing of {self._person} left to undo")
        return self._at(asked, made.target, done="undo")

    def _undo_named(self, asked: Asked) -> str:
        asked.project.undo_all([_must(asked, "judgement")], person=self._person)
        return "/decisions"

    def _judge(self, asked: Asked) -> str:
        """Accept or reject a claim, with a note or without, dispute it or note something of it, and stay on its page."""
        claim, verdict, note = _must(asked, "claim"), _must(asked, "verdict"), asked.get("note")
        if verdict == "accept":
            asked.project.accept(claim, person=self._person, note=note)
        elif verdict == "reject":
            asked.project.reject(claim, person=self._person, note=note)
        elif verdict == "dispute":
            asked.project.dispute(claim, note=note or "", person=self._person)
        else:
            asked.project.note(claim, note or "", person=self._person)
        return f"/claim/{quote(claim, safe='')}#decided"

    def _story(self, asked: Asked) -> str:
        """Put a report in a story, or in none with others."""
        report = _must(asked, "report")
        asked.project.put_in_story(report, asked.get("story"), person=self._person)
        return f"/report/{quote(report, safe='')}"

    def _actors(self, asked: Asked) -> str:
        """Say that two actors are the same or different."""
        verdict = _OF_ACTORS.get(_must(asked, "verdict"))
        if verdict is None:
            raise ParleyError("say whether the two are the same, different, or unsure")
        asked.project.decide_actors(verdict, _must(asked, "one"), _must(asked, "other"), person=self._person)
        return f"/story/{quote(story, safe='')}/actors" if (story := asked.get("story")) else "/decisions"

    def _split(self, asked: Asked) -> str:
        """Say that an actor is two; the fields `apart-0`, `apart-1` ... hold the names of the one that is taken out."""
        story = _must(asked, "story")
        names = [value for name, value in sorted(asked.query.items()) if name.startswith(_APART)]
        asked.project.split_actor(story, _must(asked, "actor"), names, person=self._person)
        return f"/story/{quote(story, safe='')}/actors"

    def _on(self, asked: Asked, *, behind: str, done: str) -> str:
        """The address of the next claim that is undecided; one that is left for later is passed over."""
        queue = self._at_desk(_narrowed(asked, _OF_FORM)).queue
        decided = decided_claims(asked.project.ledger(), self._person)
        claim = next_undecided(queue, decided, behind=behind)
        if claim is not None:
            asked.project.ledger().derived.keep_review_place(self._person, claim)
        return self._at(asked, claim, done=done)

    def _at(self, asked: Asked, claim: str | None, *, done: str) -> str:
        ids = {base_id(each) for each in self._at_desk(_narrowed(asked, _OF_FORM)).queue}
        at = {"at": claim} if claim in ids else {}
        return f"/review?{urlencode({**_narrowed(asked, _OF_FORM), **at, 'done': done})}"


def _narrowed(asked: Asked, before: str = "") -> dict[str, str]:
    """What the queue is narrowed by, from the address; a form of the desk has `before` before its names."""
    return {name: value for name in _FILTERS if (value := asked.get(before + name))}


def _must(asked: Asked, name: str) -> str:
    """What a form must hold. Raises ParleyError."""
    value = asked.get(name)
    if value is None:
        raise ParleyError(f"the form said nothing of the {name}; load the page again and repeat it")
    return value


def _number(asked: Mapping[str, str], name: str) -> int | None:
    given = asked.get(name) or ""
    if given and not given.isdecimal():
        raise ParleyError(f"'{given}' for {name} is no number; give one from 1 on")
    return int(given) if given else None


def _picked(asked: Asked) -> Span | None:
    """The stretch of the report that was selected, if any."""
    start, end = _number(asked.query, "start"), _number(asked.query, "end")
    return Span(start, end) if start is not None and end is not None and start < end else None


def _desk_html(page: DeskPage, frame: Frame, asked: Asked) -> str:
    return review_html(page, frame)


def _log(asked: Asked) -> ListPage[JudgementRow]:
    return judgements_page(asked.project.ledger(), _SHOWN)


def _log_html(page: ListPage[JudgementRow], frame: Frame, asked: Asked) -> str:
    return decisions_html(page, frame)
