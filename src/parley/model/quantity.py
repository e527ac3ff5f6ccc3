"""Amounts with their bounds, never a point made up from a bound."""

from __future__ import annotations

import msgspec

__all__ = ["Number", "Quantity"]

Number = int | float


class Quantity(msgspec.Struct, frozen=True, repr_omit_defaults=True, gc=False):
    """An amount: `lower` and `upper` bound it (None: unbounded), `*_open` excludes the bound itself.

    `approximate` marks "about", "nearly", "dozens"; `unit` is a name of `lexicon/units.toml` ("persons", "day",
    "percent", "USD"); `verbatim` keeps the words, bound included. Raises ValueError for bounds out of order.
    """

    lower: Number | None
    upper: Number | None
    lower_open: bool = False
    upper_open: bool = False
    approximate: bool = False
    unit: str | None = None
    verbatim: str = ""

    def __post_init__(self) -> None:
        """Refuse bounds out of order, and write whole floats as integers so that equal amounts hash alike."""
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"lower bound {self.lower} lies above upper bound {self.upper}")
        for name in ("lower", "upper"):
            value = getattr(self, name)
            if isinstance(value, float) and value.is_integer():
                msgspec.structs.force_setattr(self, name, int(value))

    @property
    def exact(self) -> bool:
        """Whether the report gives one plain number."""
        return self.lower is not None and self.lower == self.upper and not self.approximate
