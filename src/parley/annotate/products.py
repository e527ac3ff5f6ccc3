"""Products of rows with a layer's weights, each sentence's rows by themselves.

They are taken by the library of linear algebra that numpy brings, which is quicker than the portable one that the model uses
where that one does not know the processor. The last digit of what it gives of a row may differ with the number of rows and
the row's place among them: multiplied together, a sentence would depend on what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

__all__ = ["multiply_apart", "side_by_side"]


def side_by_side(weights: Any) -> Any:
    """A layer's weights (outputs x inputs) as `multiply_apart` takes them: inputs x outputs, each input's in a run."""
    return weights.T.copy()


def multiply_apart(rows: Any, weights: Any, parts: Iterable[slice], products: Any) -> None:
    """Write into `products`, part behind part, what each part of `rows` gives with the weights.

    All are tables of 32-bit floats: rows x inputs, inputs x outputs, rows of all parts x outputs.
    """
    start = 0
    # On more threads than one so small a product takes longer, and may end in another digit.
    with _linear_algebra().limit(limits=1, user_api="blas"):
        for part in parts:
            taken = rows[part]
            end = start + len(taken)
            taken.dot(weights, out=products[start:end])
            start = end


@cache
def _linear_algebra() -> ThreadpoolController:
    """The threads of the libraries of linear algebra that are loaded."""
    return ThreadpoolController()
