"""Reading texts with marks: what is told of each mark, what cannot be read, and that no character is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from bench.quality.marks import HALVES, TEXTS, Mark, MarkedText, MarkError, load_marked, parse_marked
from hypothesis import given
from hypothesis import strategies as st


def _one(body: str, head: str = "= sentence labour") -> MarkedText:
    (text,) = parse_marked(f"{head}\n{body}", "own")
    return text


def _told(text: MarkedText) -> list[tuple[str, str]]:
    return [(mark.name, text.text[mark.span.start : mark.span.end]) for mark in text.marks]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("It rained.", []),
        ("<by 1>Ferrymen</by> <m 1 reject>scorned</m> it.", [("by", "Ferrymen"), ("m", "scorned")]),
        (
            "<m 1 offer>Offered</m> <a 1 pay>3 per cent</a> to <to 1>pilots</to>.",
            [("m", "Offered"), ("a", "3 per cent"), ("to", "pilots")],
        ),
        (
            "<e ASSAULT>Shelling</e> killed <f killed>four</f>.",
            [("e", "Shelling"), ("f", "four")],
        ),
        # A mark inside another, and two round the same words, the inner closed first.
        (
            "<m 1 accept>took <a 1 price>€9</a> a share</m>",
            [("m", "took €9 a share"), ("a", "€9")],
        ),
        ("<e PROTEST><f affected>Ninety cooks</f></e> left.", [("f", "Ninety cooks"), ("e", "Ninety cooks")]),
        # Each character counts one, also beyond the first 65,536.
        ("𝔄𝔅 😀 <m 1 meet>sat 🇮🇪 down</m> 𐍈.", [("m", "sat 🇮🇪 down")]),
        # A mark over the end of a line.
        ("They <m 1 break_off>broke\noff</m> at noon.", [("m", "broke\noff")]),
    ],
)
def test_marks_stand_at_their_words(body: str, marks: list[tuple[str, str]]) -> None:
    assert _told(_one(body)) == marks


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ("<m 1 offer|concede>x</m>", {"numbers": (1,), "values": ("offer", "concede")}),
        (
            "<m 1 meet neg plan>x</m>",
            {"numbers": (1,), "values": ("meet",), "options": frozenset({"neg", "plan"})},
        ),
        ("<m 1 agree maybe>x</m>", {"numbers": (1,), "values": ("agree",), "options": frozenset({"maybe"})}),
        ("<f money>x</f>", {"name": "f", "values": ("money",)}),
        ("<e AID>x</e>", {"name": "e", "values": ("AID",)}),
    ],
)
def test_a_mark_says_what_it_holds(body: str, mark: dict[str, object]) -> None:
    (found,) = _one(body).marks
    assert found == Mark(**{"name": "m", "span": found.span, **mark})  # type: ignore[arg-type]


def test_marks_point_at_moves_before_and_behind_them() -> None:
    text = _one("<by 1,2>The guild</by> <m 1 offer>bid</m>; <to 2>the yard</to> heard <m 2 reject ans=1>no</m>.")
    assert [mark.numbers for mark in text.marks] == [(1, 2), (1,), (2,), (2,)]
    assert [mark.answers for mark in text.of("m")] == [None, 1]


def test_a_file_holds_texts_parted_by_blank_lines() -> None:
    source = "\n\n= headline trade\n<m 1 reject>No</m> to cod pact\n \t\n= report debt\nLine one.\nLine two.\n\n\n"
    first, second = parse_marked(source, "own_07")
    assert (first.id, first.kind, first.pack, first.text) == ("own_07:1", "headline", "trade", "No to cod pact")
    assert (second.id, second.kind, second.pack, second.text) == ("own_07:2", "report", "debt", "Line one.\nLine two.")


HEAD = "is no first line of a text: write `= KIND PACK`"


@pytest.mark.parametrize("head", ["Rain fell.", "= sentence", "= poem labour", "= sentence chess", "= a b c", "- x y"])
def test_a_first_line_is_asked_for(head: str) -> None:
    with pytest.raises(MarkError) as told:
        _one("Rain fell.", head)
    assert str(told.value) == f"own:1: {head!r} {HEAD}"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "no text follows '= sentence labour'"),
        ("<q 1>x</q>", "<q 1> is no mark; marks are a, by, e, f, m, to"),
        ("<m1 offer>x</m1>", "<m1 offer> is no mark; marks are a, by, e, f, m, to"),
        ("x</m> then", "</m> closes nothing that stands open before ' then'"),
        ("<m 1 meet><f other>x</m>y</f>", "</m> closes nothing that stands open before 'y</f>'"),
        ("<m 1 meet>x", "<m 1 meet> is never closed"),
        ("<m 1 meet><f other>x</f>", "<m 1 meet> is never closed"),
        ("<m meet>x</m>", "<m meet> needs the number of its move"),
        ("<by>x</by>", "<by> needs the number of its move"),
        ("<to one>x</to>", "<to one> needs the number of its move"),
        ("<a pay 1>x</a>", "<a pay 1> needs the number of its move"),
        ("<by 1,>x</by>", "<by 1,> needs the number of its move"),
        ("<f killed></f>", "<f killed> stands round no words"),
        ("<e>x</e>", "<e> must name one of: "),
        ("<e WAR>x</e>", "<e WAR> must name one of: "),
        ("<f sheep>x</f>", "<f sheep> must name one of: "),
        ("<m 1>x</m>", "<m 1> must name one of: offer, "),
        ("<m 1 offer|beg>x</m>", "<m 1 offer|beg> must name one of: offer, "),
        ("<m 1 meet>x</m> <a 1 fish>y</a>", "<a 1 fish> must name one of: "),
        ("<m 1 meet often>x</m>", "<m 1 meet often> has an unknown option 'often'"),
        ("<m 1 meet ans=>x</m>", "<m 1 meet ans=> has an unknown option 'ans='"),
        ("<by 1 union>x</by>", "<by 1 union> has an unknown option 'union'"),
        ("<m 1 meet>x</m> <m 1 agree>y</m>", "two moves have the number 1"),
        ("<m 1 meet>x</m> <by 2>y</by>", "<by> points at move 2, which is not there"),
        ("<m 1 meet>x</m> <to 1,3>y</to>", "<to> points at move 3, which is not there"),
        ("<a 4 pay>y</a>", "<a> points at move 4, which is not there"),
        ("<m 1 meet ans=2>x</m>", "<m> points at move 2, which is not there"),
    ],
)
def test_what_cannot_be_read_is_told(body: str, message: str) -> None:
    with pytest.raises(MarkError) as told:
        parse_marked(f"= sentence other\nAll well.\n\n= sentence labour\n{body}", "own")
    assert str(told.value).startswith(f"own:2: {message}")
    assert "\n" not in str(told.value)


def test_the_texts_of_a_half_come_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "closed").mkdir()
    (tmp_path / "open" / "b.txt").write_text("= sentence other\nGrüße from the quay.", encoding="utf-8")
    (tmp_path / "open" / "a.txt").write_text("= sentence other\nOne.\n\n= sentence other\nTwo.", encoding="utf-8")
    (tmp_path / "open" / "notes.md").write_text("no texts", encoding="utf-8")
    (tmp_path / "closed" / "c.txt").write_text("= sentence debt\nThree.", encoding="utf-8")
    assert [(text.id, text.text) for text in load_marked("open", tmp_path)] == [
        ("a:1", "One."),
        ("a:2", "Two."),
        ("b:1", "Grüße from the quay."),
    ]
    assert [(text.id, text.text) for text in load_marked("closed", tmp_path)] == [("c:1", "Three.")]


# A text as a tree: words, and marks round words and marks.
WORDS = st.text(
    st.characters(exclude_categories=("Zs", "Zl", "Zp", "Cc", "Cs"), exclude_characters="<>"), min_size=1, max_size=5
)
NAMES = st.sampled_from(["m", "by", "to", "a", "f", "e"])
TREES = st.recursive(WORDS, lambda parts: st.tuples(NAMES, st.lists(parts, min_size=1, max_size=4)), max_leaves=12)
VALUES = {"m": " extend", "by": "", "to": "", "a": " aid", "f": " held", "e": " COERCE"}
GAP = st.sampled_from([" ", "\n", ""])


class _Writer:
    """Writes a tree twice, with marks and without, and notes where each mark's words stand."""

    def __init__(self, gap: str) -> None:
        self.gap = gap
        self.marked = self.plain = ""
        self.spans: list[tuple[str, int, int]] = []
        self.moves = 0

    def write(self, tree: object) -> None:
        if isinstance(tree, str):
            self.plain += tree
            self.marked += tree
            return
        assert isinstance(tree, tuple)
        name, parts = tree
        start = len(self.plain)
        self.moves += name == "m"
        number = "" if name in {"f", "e"} else f" {self.moves}" if name == "m" else " 1"
        self.marked += f"<{name}{number}{VALUES[name]}>"
        for place, part in enumerate(parts):
            if place:
                self.plain += self.gap
                self.marked += self.gap
            self.write(part)
        self.marked += f"</{name}>"
        self.spans.append((name, start, len(self.plain)))


@given(st.lists(TREES, min_size=1, max_size=6), GAP)
def test_marks_put_into_a_text_come_out_where_they_were_put(trees: list[object], gap: str) -> None:
    writer = _Writer(gap)
    writer.write(("m", ["Talks"]))  # the move that the others point at
    for tree in trees:
        writer.plain += " "
        writer.marked += " "
        writer.write(tree)
    text = _one(writer.marked)
    assert text.text == writer.plain
    assert Counter((m.name, m.span.start, m.span.end) for m in text.marks) == Counter(writer.spans)
    assert [m.span.start for m in text.marks] == sorted(m.span.start for m in text.marks)


@pytest.mark.parametrize("half", HALVES)
def test_all_marked_texts_can_be_read(half: str) -> None:
    texts = load_marked(half)
    assert sum(len(text.text.split()) for text in texts) > 100_000
    assert len({text.id for text in texts}) == len(texts)
    assert [text.id for text in texts if re.search(r"</?[a-z]", text.text)] == [], "a mark that was read as text"
    loose = [(t.id, m.name) for t in texts for m in t.marks if (w := t.text[m.span.start : m.span.end]) != w.strip()]
    assert loose == []


def test_no_text_is_marked_twice() -> None:
    counts = Counter(text.text for half in HALVES for text in load_marked(half))
    assert [text for text, count in counts.items() if count > 1] == []


def test_files_with_odd_numbers_are_open_and_the_others_closed() -> None:
    files = {(path.parent.name, int(path.stem.rpartition("_")[2]) % 2) for path in TEXTS.glob("*/*.txt")}
    assert files == {("open", 1), ("closed", 0)}
