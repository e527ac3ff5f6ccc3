"""Products of rows with a layer's weights, each sentence's rows, or each row, by themselves.

They are taken by the library of linear algebra that numpy brings, which is quicker than the portable one that the model uses
where that one does not know the processor. The last digit of what it gives of a row may differ with the number of rows and
the row's place among them: multiplied together, a sentence would depend on what stands beside it. Rows that are no
sentence's are taken in blocks of one size, of which every row is worked out in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

__all__ = ["multiply_apart", "multiply_each", "side_by_side"]

_BLOCK = 64  # rows: a multiple of what processors take at once, so that none of a block is a remainder


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


def multiply_each(rows: Any, weights: Any, ops: Any) -> Any:
    """What each of `rows` gives with the weights, whatever rows stand beside it: rows x outputs."""
    count = -(-len(rows) // _BLOCK) * _BLOCK
    filled = ops.alloc2f(count, rows.shape[1])
    filled[: len(rows)] = rows
    products = ops.alloc2f(count, weights.shape[1], zeros=False)
    multiply_apart(filled, weights, [slice(start, start + _BLOCK) for start in range(0, count, _BLOCK)], products)
    return products[: len(rows)]


@cache
def _linear_algebra() -> ThreadpoolController:
    """The threads of the libraries of linear algebra that are loaded."""
    return ThreadpoolController()
