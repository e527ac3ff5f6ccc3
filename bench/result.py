"""One line of the table of measurements."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

__all__ = ["Result", "between", "filled", "table"]

PLACE, END = "<!-- made: measurements -->", "<!-- end -->"


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was measured, with its unit; `most` is the limit it should stay within, `why` tells why there is no value."""

    name: str
    value: float | None
    unit: str = ""
    most: float | None = None
    why: str = ""

    @property
    def within(self) -> bool:
        """Whether the value keeps to its limit; without a value or a limit it does."""
        return self.value is None or self.most is None or self.value <= self.most


def table(results: Iterable[Result]) -> str:
    """The results as text, one a line, in columns."""
    lines = [("measured", "value", "at most", "")]
    for result in results:
        limit = "" if result.most is None else _number(result.most)
        said = result.why if result.value is None else "" if result.within else "over the limit"
        lines.append((result.name, _with_unit(result), limit, said))
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join(_line(line, widths) for line in lines)


def filled(page: str, results: Iterable[Result]) -> str:
    """A page with the results as its table of measurements, between the two comments that hold its place."""
    rows = [f"| {result.name} | {_with_unit(result)} |" for result in results if result.value is not None]
    return between(page, PLACE, ["| measured | value |", "|---|---|", *rows])


def between(page: str, place: str, lines: Iterable[str]) -> str:
    """A page with the lines between the comment `place` and the next comment that ends what is made."""
    before, rest = page.split(place)
    return before + place + "\n\n" + "\n".join(lines) + "\n\n" + END + rest.split(END, 1)[1]


def _line(cells: tuple[str, str, str, str], widths: list[int]) -> str:
    name, value, limit, said = cells
    return f"{name:<{widths[0]}}  {value:>{widths[1]}}  {limit:>{widths[2]}}  {said}".rstrip()


def _with_unit(result: Result) -> str:
    return "-" if result.value is None else f"{_number(result.value)} {result.unit}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
