"""What the demo's two stories come to across their reports, against a reader's account written before the rules.

Every relation found must be one the reader sees, and every one the reader sees must be found.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from bench.quality.account import entry_spans, same_name
from bench.quality.demo import ACCOUNT, read_demo

from parley.compare import move_relations, relations_within
from parley.compare.across.gathered import GatheredMoves
from parley.compare.proposals import StoryMoves, agreements_in, proposals_in, thread_in
from parley.model import Actor, Claim, Move, Proposal, Relation, Report
from parley.resolve import Parties, Told
from parley.resolve.copies import CopySource, compare_pair, copy_groups, signature

ACROSS: dict[str, Any] = json.loads(Path(__file__).with_name("expected_across.json").read_text(encoding="utf-8"))
ENTRIES: dict[str, Any] = json.loads(ACCOUNT.read_text(encoding="utf-8"))["docs"]
RECORD = read_demo()

WHO = {
    "truce": {
        "Front": "Sarrand People's Front",
        "Danner's cabinet": "Tarvia",
        "cabinet": "Tarvia",
        "Ilka Danner": "Tarvia",
    },
    "port": {
        "port employers": "Port Employers' Federation",
        "their employers": "Port Employers' Federation",
        "employers": "Port Employers' Federation",
        "Employers at the strikebound port of Aldermouth": "Port Employers' Federation",
        "federation": "Port Employers' Federation",
        "Gavin Strathearn": "Port Employers' Federation",
        # Who votes in the union's ballots, and whom its leaders lead.
        "Dockers": "Amalgamated Dockers' and Waterside Union",
        "Dockers at Aldermouth": "Amalgamated Dockers' and Waterside Union",
        "Aldermouth Dockers": "Amalgamated Dockers' and Waterside Union",
        "union leaders": "Amalgamated Dockers' and Waterside Union",
        "Union": "Amalgamated Dockers' and Waterside Union",
        "Maureen Tully": "Amalgamated Dockers' and Waterside Union",
    },
}


class Known(Parties):
    """Who is who, as a reader of all the reports knows it."""

    def __init__(self, story: str) -> None:
        super().__init__()
        self.names = {self._key(name): self._key(party) for name, party in WHO[story].items()}

    @staticmethod
    def _key(name: str) -> str:
        return " ".join(name.split()).casefold().removeprefix("the ")

    def of(self, actor: Actor, report: str) -> str:
        """The party a name stands for."""
        return self.names.get(self._key(actor.name), self._key(actor.name))

    def side(self, actor: Actor, report: str) -> str:
        """The party it acts for, else itself."""
        return self.of(Actor(actor.acts_for or actor.name, actor.mention), report)


def told_in(story: str) -> tuple[Told, ...]:
    read = [pair for name, pair in RECORD.items() if name.startswith(f"{story}/")]
    sources = [CopySource(report, signature(report, record.passages)) for report, record in read]
    links = [link for one, other in combinations(sources, 2) if (link := compare_pair(one, other)) is not None]
    origins = {report: group.id for group in copy_groups(links) for report in group.reports}
    return tuple(
        Told(claim, report.published, report.outlet, origins.get(report.id, report.id))
        for report, record in read
        for claim in record.claims
    )


def groups_in(story: str) -> dict[str, set[str]]:
    """The moves of the account that each claim may tell, by claim id."""
    group = {entry: name for name, entries in ACROSS[story]["moves"].items() for entry in entries}
    found: dict[str, set[str]] = {}
    for name, (report, record) in RECORD.items():
        for entry in ENTRIES[name].get("moves", ()) if name.startswith(f"{story}/") else ():
            spans = entry_spans(entry, report.text)
            own = [claim for claim in record.claims if _is_of(claim, entry, story)]
            at = [c for c in own if any(m.trigger.overlaps(span) for m in c.mentions for span in spans)]
            around = [c for c in own if any(m.statement.overlaps(span) for m in c.mentions for span in spans)]
            for claim in at or around:
                found.setdefault(claim.id, set()).add(group.get(entry["id"], entry["id"]))
    for name, doc, quote in ACROSS[story].get("further_tellings", ()):
        report, record = RECORD[doc]
        begin = report.text.index(quote)
        for claim in record.claims:
            if any(begin <= m.trigger.start < begin + len(quote) for m in claim.mentions):
                found[claim.id] = {name}
    return found


def _is_of(claim: Claim, entry: dict[str, Any], story: str) -> bool:
    """Whether act and makers agree; what is put forward may be read as an offer, a demand or a concession."""
    body = claim.body
    if not isinstance(body, Move):
        return False
    party = Known(story)
    makers = {name for actor in body.by for name in (party.side(actor, ""), party.of(actor, ""))}
    named = {party.of(Actor(name, name), "") for name in entry["by"]}
    acts = {entry["act"], *entry.get("or", ())}
    agree = not makers or not named or any(same_name(one, other) for one in makers for other in named)
    return agree and (body.act in acts or (body.act in _PUT and not acts.isdisjoint(_PUT)))


_PUT = {"offer", "demand", "concede"}
TOLD = {story: told_in(story) for story in ACROSS if story != "about"}
RELATIONS = {story: move_relations(told, Known(story)) for story, told in TOLD.items()}
GROUPS = {story: groups_in(story) for story in TOLD}
STORIES = {story: StoryMoves(GatheredMoves(told, Known(story)), RELATIONS[story]) for story, told in TOLD.items()}


def across(story: str) -> list[Relation]:
    """The relations found that do not stand inside one report already."""
    by_report: dict[str, list[Claim]] = {}
    for each in TOLD[story]:
        by_report.setdefault(each.claim.report, []).append(each.claim)
    within = {relation for claims in by_report.values() for relation in relations_within(claims)}
    return [relation for relation in RELATIONS[story] if relation not in within]


def found_in(claim_id: str) -> tuple[Report, Claim]:
    """The report of a claim, and the claim."""
    return next((r, claim) for r, record in RECORD.values() for claim in record.claims if claim.id == claim_id)


def sentence(claim_id: str) -> str:
    report, claim = found_in(claim_id)
    return claim.mentions[0].statement.of(report.text)


def words(claim_id: str) -> str:
    report, claim = found_in(claim_id)
    trigger = claim.mentions[0].trigger
    return f"{getattr(claim.body, 'act', claim.kind)} {report.text[trigger.start : trigger.end + 60]!r}"


@pytest.mark.parametrize("story", TOLD)
def test_every_relation_is_one_that_a_reader_sees(story: str) -> None:
    seen = {tuple(each) for name in ("relations", "open_relations") for each in ACROSS[story][name]}
    wrong = []
    for relation in across(story):
        ones, others = (GROUPS[story].get(end, set()) for end in (relation.one, relation.other))
        same = bool(ones & others) and relation.kind in ("repeat", "refines", "part_of")
        same |= relation.kind == "repeat" and sentence(relation.one) == sentence(relation.other)
        if not same and not any((relation.kind, one, other) in seen for one in ones for other in others):
            wrong.append(f"{relation.kind} {relation.rule}: {words(relation.one)} ~ {words(relation.other)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("story", TOLD)
def test_every_relation_that_a_reader_sees_is_found(story: str) -> None:
    found = {
        (relation.kind, one, other)
        for relation in RELATIONS[story]
        for one in GROUPS[story].get(relation.one, ())
        for other in GROUPS[story].get(relation.other, ())
    }
    assert {tuple(each) for each in ACROSS[story]["relations"]} <= found


def proposal_for(story: str, expected: dict[str, Any]) -> Proposal:
    """The proposal that tells the first version of one of the account, by most claims."""
    wanted = set(expected["versions"][0]["tellings"])
    found = proposals_in(STORIES[story])
    scored = [(sum(bool(GROUPS[story].get(c, set()) & wanted) for v in p.versions for c in v.claims), p) for p in found]
    score, best = max(scored, key=lambda pair: pair[0])
    assert score, expected["name"]
    return best


def told_amounts(proposal: Proposal, number: int) -> list[tuple[str, float | None, float | None]]:
    terms = proposal.versions[number].terms
    return [(t.issue, t.quantity.lower, t.quantity.upper) for t in terms if t.quantity is not None and not t.length]


PROPOSALS = [(story, each) for story in TOLD for each in ACROSS[story]["proposals"]]


@pytest.mark.parametrize(("story", "expected"), PROPOSALS, ids=[f"{story}-{each['name']}" for story, each in PROPOSALS])
def test_proposals_have_the_terms_and_versions_a_reader_sees(story: str, expected: dict[str, Any]) -> None:
    found = proposal_for(story, expected)
    assert [story_name(party) for party in found.maker] == [story_name(expected["maker"])]
    first = told_amounts(found, 0)
    assert [term for term in expected["versions"][0]["terms"] if tuple(term) not in first] == []
    changes = [
        [c.issue, c.before.lower, c.after.lower]
        for version in found.versions[1:]
        for c in version.changes
        if c.kind == "changed" and c.before and c.after
    ]
    assert changes == [change for version in expected["versions"][1:] for change in version.get("changed", ())]


@pytest.mark.parametrize(("story", "expected"), PROPOSALS, ids=[f"{story}-{each['name']}" for story, each in PROPOSALS])
def test_proposals_are_answered_by_those_a_reader_sees(story: str, expected: dict[str, Any]) -> None:
    found = proposal_for(story, expected)
    status = {standing.party: standing.status for standing in found.standing}
    for party, wanted in expected["status"].items():
        assert status[story_name(party)] == wanted
    settled = {p for p, s in status.items() if s in ("accepted", "rejected")}
    assert settled == {story_name(party) for party, s in expected["status"].items()}
    countered = ACROSS[story]["proposals"]
    if "counters" in expected:
        other = next(each for each in countered if each["name"] == expected["counters"])
        assert found.counters == proposal_for(story, other).id


def story_name(party: str) -> str:
    return " ".join(party.split()).casefold()


@pytest.mark.parametrize("story", TOLD)
def test_agreements_are_those_a_reader_sees(story: str) -> None:
    groups = GROUPS[story]
    agreements = agreements_in(STORIES[story])
    assert len(agreements) == len(ACROSS[story]["agreements"]) == 1
    found, expected = agreements[0], ACROSS[story]["agreements"][0]
    assert sorted(found.parties) == sorted(map(story_name, expected["parties"]))
    for claims, wanted in (
        (found.carried_out, "carried_out"),
        (found.breached, "breached"),
        (found.extensions, "extended"),
    ):
        assert {name for claim in claims for name in groups.get(claim, ())} >= set(expected[wanted])
    refused = {claim for answer in found.answers if answer.act == "reject" for claim in groups.get(answer.claim, ())}
    assert refused == set(expected.get("rejected_by", ()))


def test_the_sides_are_seen_to_converge_on_pay() -> None:
    thread = thread_in(STORIES["port"], proposals_in(STORIES["port"]))
    pay = next(scale for scale in thread.scales if (scale.issue, scale.unit) == ("pay", "percent"))
    points = [(p.party.split()[0], p.quantity.lower) for p in pay.points]
    union, employers = (
        [v for party, v in points if party == "amalgamated"],
        [v for party, v in points if party == "port"],
    )
    assert (union, employers) == ([9, 8, 7], [4, 5.5])
    assert points[-1] == ("desmond", 6.8)
