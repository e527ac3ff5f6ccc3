"""The thread of talks on a terminal: rounds, offers on a vertical scale in block characters, deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from parley.pages import ScalePointRow, ScaleRow, StoryTalks, TalksPage, counted
from parley.pages.words import day_words, number_words
from parley.render.deals import deal_lines
from parley.render.text import Hanging, clean, dim, heading, short_id

__all__ = ["scale_lines", "scale_picture", "talks_text"]

_MARKS = "●▲■◆▼○△□◇▽"
_ROWS = 9
_PICTURE = 72  # columns
_LABEL = 10
_MOST = 6  # scales shown as pictures


def talks_text(page: TalksPage, *, width: int) -> RenderableType:
    """The thread of each story; `width` in columns."""
    if not page.stories:
        return Text("No report in the record tells of talks; add some with `parley add`.")
    return Group(*(part for story in page.stories for part in _story(story, width)))


def _story(story: StoryTalks, width: int) -> Iterator[RenderableType]:
    as_of = f", as of {day_words(story.as_of)}" if story.as_of else ""
    yield heading(f"{story.story or 'All reports'}: {counted(story.reports, 'report')}{as_of}")
    yield from _rounds(story)
    shown = [scale for scale in story.scales if len(scale.points) > 1][:_MOST]
    for scale in shown:
        yield from _scale(scale, width)
    if left := len(story.scales) - len(shown):
        yield dim(f"{counted(left, 'more scale')} with an amount each, or less often told (all with --json).")
    for deal in story.deals:
        yield from deal_lines(deal)
    told = [deal for deal in story.beside if deal.terms]
    if story.beside:
        yield heading("Deals beside these talks")
    for deal in told:
        words = f"{day_words(deal.as_of)}: {clean(deal.name)}, {clean(' and '.join(deal.parties))}"
        yield Hanging(Text.assemble(f"  {words} ", (f"[{short_id(deal.claims[0])}]", "dim cyan")), by=4)
    if left := len(story.beside) - len(told):
        yield dim(f"  {counted(left, 'deal')} of which no term is told (all with --json).")
    yield Text("")


def _rounds(story: StoryTalks) -> Iterator[RenderableType]:
    if not story.rounds:
        yield Text("No round of talks is told.")
    for row in story.rounds:
        opened = f"from {day_words(row.opened)}" if row.opened else "begin not told"
        mode = (row.mode or "").replace("_", " ")
        closed = f"{mode} {day_words(row.closed)}" if row.closed else "end not told"
        ids = " ".join(f"[{short_id(claim)}]" for claim in row.claims[:4])
        on = f", on {row.on}" if row.on else ""
        yield Hanging(Text.assemble(f"Round {row.number}: {opened}, {closed}{on} ", (ids, "dim cyan")), by=4)


def _scale(scale: ScaleRow, width: int) -> Iterator[RenderableType]:
    unit = f", in {scale.unit}" if scale.unit else ""
    yield heading(f"{scale.title}{unit}")
    for line in scale_lines(scale.points, width):
        yield Text(line, no_wrap=True)
    marks = _marks(scale.points)
    for point in scale.points:
        told = "" if point.reports > 1 else ", one report alone"
        words = Text.assemble(
            f"  {marks[point.party]} {day_words(point.as_of)}  {clean(point.party)} ",
            (point.act.replace("_", " "), "bold"),
            f": {clean(point.words)}{told}",
            (f" [{short_id(point.claim)}]", "dim cyan"),
        )
        yield Hanging(words, by=4)


def scale_lines(points: Sequence[ScalePointRow], width: int) -> list[str]:
    """A picture of the points: height is the amount, a column for each day, a mark for each party; open bounds as ┆."""
    placed = [(point, value) for point in points if (value := _value(point)) is not None]
    days = list(dict.fromkeys(point.as_of for point, _ in placed))
    values = [value for _, value in placed]
    if not placed or min(values) == max(values):
        return []
    low, step = min(values), (max(values) - min(values)) / (_ROWS - 1)
    marks, cell = _marks(points), max(2, min(8, (width - _LABEL) // len(days)))
    rows = [[" "] * (cell * len(days)) for _ in range(_ROWS)]
    labels = [""] * _ROWS
    for point, value in placed:
        row, column = round((value - low) / step), days.index(point.as_of) * cell
        column += next((i for i in range(cell - 1) if rows[row][column + i] == " "), 0)
        rows[row][column] = marks[point.party]
        labels[row] = labels[row] or number_words(int(value) if value == int(value) else value)
    side = max(_LABEL - 2, *map(len, labels))
    lines = [f"{label:>{side}} ┤{''.join(row).rstrip()}" for label, row in zip(labels, rows, strict=True)]
    return [*reversed(lines), " " * (side + 1) + "└" + "─" * (cell * len(days))]


def scale_picture(points: Sequence[ScalePointRow]) -> str:
    """The same as text, with what each mark stands for below; empty where amounts do not differ."""
    lines = scale_lines(points, _PICTURE)
    keys = (f"{mark} {party}" for party, mark in _marks(points).items())
    return "\n".join([*lines, *keys]) if lines else ""


def _value(point: ScalePointRow) -> float | None:
    """The bound that names the amount: the upper, else the lower."""
    return point.upper if point.upper is not None else point.lower


def _marks(points: Sequence[ScalePointRow]) -> dict[str, str]:
    parties = dict.fromkeys(point.party for point in points)
    return {party: _MARKS[number % len(_MARKS)] for number, party in enumerate(parties)}
