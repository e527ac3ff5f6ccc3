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

from parley.annotate.layers import Layer
from parley.annotate.products import multiply_apart, multiply_each

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
        self._ops = encode.ops
        self._layers = [Layer(layer, encode.ops) for layer in encode.layers[0].layers]
        self._first_weights = _by_place(self._layers[0].weights)

    def prepare(self, alone: Any) -> TokenVectors:
        """The tokens whose vectors by themselves are the rows of `alone`."""
        padded = self._ops.xp.vstack([alone, self._ops.alloc2f(1, alone.shape[1])])
        products = multiply_each(padded, self._first_weights, self._ops)
        return TokenVectors(padded, products.reshape(len(padded), _PLACES, -1))

    def in_context(self, tokens: TokenVectors, sentences: Sequence[Sequence[int]]) -> list[Any]:
        """The vectors of each sentence's tokens in its context; a sentence is the rows of its tokens in `tokens`."""
        depth, lengths = len(self._layers), list(map(len, sentences))
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
        xp, layer = self._ops.xp, self._layers[number]
        before = xp.concatenate([vectors[part] for part in parts])
        sums = self._ops.alloc2f(len(before), layer.weights.shape[1], zeros=False)
        multiply_apart(self._ops.seq2col(vectors, 1), layer.weights, parts, sums)
        return before + layer.settle(sums)

    def _first(self, tokens: TokenVectors, rows: Any) -> Any:
        """The vectors behind the first layer."""
        products, around = tokens.products, self._ops.xp.pad(rows, 1, constant_values=len(tokens.alone) - 1)
        sums = products[around[:-2], 0]
        sums += products[rows, 1]
        sums += products[around[2:], 2]
        return tokens.alone[rows] + self._layers[0].settle(sums)


def _by_place(weights: Any) -> Any:
    """A layer's weights on windows (places x inputs, by outputs) as those on one token: inputs by (places x outputs)."""
    outputs = weights.shape[1]
    return weights.reshape(_PLACES, -1, outputs).transpose(1, 0, 2).reshape(-1, _PLACES * outputs)


def _places(lengths: Iterable[int], before: int, between: int) -> list[tuple[int, int]]:
    """Where sentences of so many tokens start and end, with so many rows of padding before the first and between two."""
    starts = accumulate((length + between for length in lengths), initial=before)
    return [(start, behind - between) for start, behind in pairwise(starts)]
