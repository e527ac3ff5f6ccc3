"""The model's parser, with its largest product taken of each sentence by itself (see `products`).

It scores an action by sums of what the tokens it looks at give with its first layer, worked out beforehand: that layer has as
many outputs for each of the places a token may stand in. All else is the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

from parley.annotate.products import multiply_apart, side_by_side

__all__ = ["has_sums_beforehand", "parser_of"]

_LAYERS = 3  # tokens, what they give beforehand, scores of actions
_BEFOREHAND = "precomputable_affine"


def has_sums_beforehand(parser: Any) -> bool:
    """Whether a parser is such as a small model has: greedy, with a layer worked out beforehand and one of scores behind."""
    layers = parser.model.layers
    return len(layers) == _LAYERS and layers[1].name == _BEFOREHAND and parser.cfg["beam_width"] == 1


def parser_of(parser: Any) -> Any:
    """A parser that predicts what the given one does, but for the last digit of a sum; it must be `has_sums_beforehand`."""
    given = parser.model
    weights = given.layers[1].get_param("W")
    weights = side_by_side(weights.reshape(-1, weights.shape[-1]))
    model = type(given)(
        given.name,
        partial(_steps, weights, given._func),
        layers=given.layers,
        refs={name: given.get_ref(name) for name in given.ref_names},
        attrs=dict(given.attrs),
    )
    return type(parser)(parser.vocab, model, parser.name, parser.moves)


def _steps(weights: Any, library: Callable[..., Any], model: Any, docs: Sequence[Any], is_train: bool) -> Any:
    """What the library makes of a batch of documents, a sentence each, with its own sums in place of those of the batch."""
    tokens, given, scores = model.layers
    beforehand = type(model)(
        given.name,
        partial(_beforehand, weights, list(map(len, docs))),
        dims={name: given.get_dim(name) for name in given.dim_names},
        params={name: given.get_param(name) for name in given.param_names},
    )
    return type(model)(model.name, library, layers=[tokens, beforehand, scores], attrs=dict(model.attrs))(
        docs, is_train
    )


def _beforehand(
    weights: Any, lengths: Sequence[int], model: Any, vectors: Any, is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    """What each token gives in each place of a state, and first what is given where no token stands (tokens + 1 x places x
    outputs x pieces). Raises ValueError when asked to learn."""
    if is_train:
        raise ValueError("a parser whose sums are taken apart does not learn")
    places, outputs, pieces = (model.get_dim(name) for name in ("nF", "nO", "nP"))
    table = model.ops.alloc2f(len(vectors) + 1, places * outputs * pieces, zeros=False)
    ends = accumulate(lengths, initial=0)
    multiply_apart(vectors, weights, [slice(start, end) for start, end in pairwise(ends)], table[1:])
    table = table.reshape(-1, places, outputs, pieces)
    table[0] = model.get_param("pad")[0]
    return table, _nothing_learned


def _nothing_learned(given: Any) -> Any:
    return given
