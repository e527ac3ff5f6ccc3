"""The layers of the model that set each token's vector in its context, with less to multiply.

They give what the library's own layers give, but for the last digit of a sum. The library multiplies whole windows (the
token between its neighbours) through every layer, also those of the padding between sentences. Here the first layer is
multiplied once for each distinct token, before it, itself and behind it, and a window is the sum of three such products;
padding is carried only as far as a token still sees it; and the other layers are multiplied by the processor's own library
of linear algebra, which numpy brings, up to three times as fast as the portable one that the model uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

import msgspec
from threadpoolctl import ThreadpoolController

__all__ = ["Encoder", "TokenVectors", "has_windows"]

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_PLACES = 3  # of a window: the token before, the token itself, the token behind


class TokenVectors(msgspec.Struct, frozen=True):
    """Distinct tokens by themselves, a row each and one more for padding: their vectors, and each one's products with
    the first layer, by its place in a window (tokens x places x outputs, 32-bit floats)."""

    alone: Any
    products: Any


def has_windows(encode: Any) -> bool:
    """Whether layers are such as a small model has: all alike, with as many rows of padding as they are deep."""
    layers = encode.layers[0].layers if encode.layers else ()
    return bool(layers) and all(layer.name == _LAYER for layer in layers) and encode.attrs.get("pad") == len(layers)


class Encoder:
    """The layers behind the embedding, as the model's `encode` has them: each adds to a token what its window says."""

    def __init__(self, encode: Any) -> None:
        """Take the model's own layers, which must be `has_windows`."""
        layers = encode.layers[0].layers
        self._ops = encode.ops
        self._maxouts = [_named(layer, "maxout") for layer in layers]
        self._norms = [_named(layer, "layernorm") for layer in layers]

    def prepare(self, alone: Any) -> TokenVectors:
        """The tokens whose vectors by themselves are the rows of `alone`."""
        ops, maxout = self._ops, self._maxouts[0]
        width = alone.shape[1]
        padded = ops.xp.vstack([alone, ops.alloc2f(1, width)])
        weights = maxout.get_param("W").reshape(-1, _PLACES, width).transpose(1, 0, 2).reshape(-1, width)
        products = ops.gemm(padded, weights, trans2=True)
        return TokenVectors(padded, products.reshape(len(padded), _PLACES, -1))

    def in_context(self, tokens: TokenVectors, sentences: Sequence[Sequence[int]]) -> list[Any]:
        """The vectors of each sentence's tokens in its context; a sentence is the rows of its tokens in `tokens`."""
        rows, reaches = self._padded(sentences, padding=len(tokens.alone) - 1)
        vectors = self._first(tokens, rows)
        for number in range(1, len(self._maxouts)):
            # Padding that no later layer can carry to a token is left behind.
            reach = len(self._maxouts) - 1 - number
            seen = reaches <= reach
            parts = _parts(len(sentence) + 2 * reach for sentence in sentences)
            sums = self._multiplied(number, self._ops.seq2col(vectors, 1)[seen], parts)
            vectors, reaches = vectors[seen] + self._settled(number, sums), reaches[seen]
        return [vectors[part] for part in _parts(map(len, sentences))]

    def _multiplied(self, number: int, windows: Any, sentences: Iterable[slice]) -> Any:
        """The products of windows with a layer, each sentence's by themselves.

        The last digit of what numpy's product gives of a row may differ with the number of rows and the row's place
        among them, which `gemm` sees to: multiplied together, a sentence would depend on what stands beside it.
        """
        weights = self._weights(number)
        products = self._ops.alloc2f(len(windows), weights.shape[1], zeros=False)
        # On more threads than one so small a product takes longer, and may end in another digit.
        with _linear_algebra().limit(limits=1, user_api="blas"):
            for rows in sentences:
                self._ops.xp.dot(windows[rows], weights, out=products[rows])
        return products

    def _padded(self, sentences: Iterable[Sequence[int]], *, padding: int) -> tuple[Any, Any]:
        """All rows in one, with padding around each sentence, and how far each is from a token."""
        depth = len(self._maxouts)
        between = [min(i, depth + 1 - i) for i in range(1, depth + 1)]
        rows, reaches = [padding] * depth, list(range(depth, 0, -1))
        for sentence in sentences:
            rows += [*sentence, *[padding] * depth]
            reaches += [*[0] * len(sentence), *between]
        reaches[-depth:] = range(1, depth + 1)
        return self._ops.xp.asarray(rows), self._ops.xp.asarray(reaches)

    def _first(self, tokens: TokenVectors, rows: Any) -> Any:
        """The vectors behind the first layer."""
        products, around = tokens.products, self._ops.xp.pad(rows, 1, constant_values=len(tokens.alone) - 1)
        sums = products[around[:-2], 0]
        sums += products[rows, 1]
        sums += products[around[2:], 2]
        return tokens.alone[rows] + self._settled(0, sums)

    def _weights(self, number: int) -> Any:
        weights = self._maxouts[number].get_param("W")
        return weights.reshape(-1, weights.shape[-1]).T

    def _settled(self, number: int, sums: Any) -> Any:
        """What a layer makes of the products of its windows."""
        bias = self._maxouts[number].get_param("b")
        sums += bias.reshape(-1)
        best, _ = self._ops.maxout(sums.reshape(len(sums), *bias.shape))
        return self._norms[number].predict(best)


@cache
def _linear_algebra() -> ThreadpoolController:
    """The threads of the libraries of linear algebra that are loaded."""
    return ThreadpoolController()


def _parts(lengths: Iterable[int]) -> list[slice]:
    """The parts of so many rows each, one behind another."""
    return [slice(start, end) for start, end in pairwise(accumulate(lengths, initial=0))]


def _named(layer: Any, name: str) -> Any:
    """The part of a layer that has the name."""
    return next(part for part in layer.walk() if part.name == name)
