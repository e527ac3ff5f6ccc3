"""The layers of the model that set each token's vector in its context, with less to multiply.

They give what the library's own layers give, but for the last digit of a sum. The library multiplies whole windows (the
token between its neighbours) through every layer, also those of the padding between sentences. Here the first layer is
multiplied once for each distinct token, before it, itself and behind it, and a window is the sum of three such products;
padding is carried only as far as a token still sees it; and the other layers are multiplied sentence by sentence (see
`products`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

import msgspec

from parley.annotate.products import multiply_apart, side_by_side

__all__ = ["Encoder", "TokenVectors", "has_windows"]

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_EPSILON = 1e-8  # the library's, added to a variance
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
        weights = (maxout.get_param("W") for maxout in self._maxouts)
        self._weights = [side_by_side(table.reshape(-1, table.shape[-1])) for table in weights]

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
        depth, lengths = len(self._maxouts), list(map(len, sentences))
        padding = [len(tokens.alone) - 1] * depth
        rows = chain(padding, *((*sentence, *padding) for sentence in sentences))
        vectors, before, between = self._first(tokens, self._ops.xp.asarray(list(rows))), depth, depth
        for number in range(1, depth):
            # Padding that no later layer can carry to a token is left behind.
            reach = depth - 1 - number
            places = _places(lengths, before, between)
            vectors = self._next(number, vectors, [slice(start - reach, end + reach) for start, end in places])
            before, between = reach, 2 * reach
        return [vectors[start:end] for start, end in _places(lengths, 0, 0)]

    def _next(self, number: int, vectors: Any, parts: Sequence[slice]) -> Any:
        """The vectors behind a layer, of each sentence's part of the rows."""
        xp, weights = self._ops.xp, self._weights[number]
        before = xp.concatenate([vectors[part] for part in parts])
        sums = self._ops.alloc2f(len(before), weights.shape[1], zeros=False)
        multiply_apart(self._ops.seq2col(vectors, 1), weights, parts, sums)
        return before + self._settled(number, sums)

    def _first(self, tokens: TokenVectors, rows: Any) -> Any:
        """The vectors behind the first layer."""
        products, around = tokens.products, self._ops.xp.pad(rows, 1, constant_values=len(tokens.alone) - 1)
        sums = products[around[:-2], 0]
        sums += products[rows, 1]
        sums += products[around[2:], 2]
        return tokens.alone[rows] + self._settled(0, sums)

    def _settled(self, number: int, sums: Any) -> Any:
        """What a layer makes of the products of its windows."""
        bias = self._maxouts[number].get_param("b")
        sums += bias.reshape(-1)
        best, _ = self._ops.maxout(sums.reshape(len(sums), *bias.shape))
        # As the library's layer normalisation has it, each mean taken once.
        norm, best = self._norms[number], best - best.mean(axis=1, keepdims=True)
        best *= ((best * best).mean(axis=1, keepdims=True) + _EPSILON) ** -0.5
        best *= norm.get_param("G")
        best += norm.get_param("b")
        return best


def _places(lengths: Iterable[int], before: int, between: int) -> list[tuple[int, int]]:
    """Where sentences of so many tokens start and end, with so many rows of padding before the first and between two."""
    starts = accumulate((length + between for length in lengths), initial=before)
    return [(start, behind - between) for start, behind in pairwise(starts)]


def _named(layer: Any, name: str) -> Any:
    """The part of a layer that has the name."""
    return next(part for part in layer.walk() if part.name == name)
