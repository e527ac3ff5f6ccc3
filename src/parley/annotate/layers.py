"""A layer of the model behind its product: the best of several pieces for each output, normalised."""

from __future__ import annotations

from typing import Any

from parley.annotate.products import side_by_side

__all__ = ["Layer"]

_EPSILON = 1e-8  # the library's, added to a variance


class Layer:
    """A layer of the library's kind "maxout>>layernorm"; `weights` are inputs x (outputs x pieces)."""

    def __init__(self, layer: Any, ops: Any) -> None:
        """Take a layer of the model's own, as far as it has parts named maxout and layernorm."""
        maxout, norm = (_named(layer, name) for name in ("maxout", "layernorm"))
        weights = maxout.get_param("W")
        self.weights = side_by_side(weights.reshape(-1, weights.shape[-1]))
        self._bias = maxout.get_param("b")
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")
        self._ops = ops

    def settle(self, sums: Any) -> Any:
        """What the layer makes of its products, rows x (outputs x pieces), which are spent: rows x outputs."""
        sums += self._bias.reshape(-1)
        best, _ = self._ops.maxout(sums.reshape(len(sums), *self._bias.shape))
        # As the library's layer normalisation has it, each mean taken once.
        best = best - best.mean(axis=1, keepdims=True)
        best *= ((best * best).mean(axis=1, keepdims=True) + _EPSILON) ** -0.5
        best *= self._scale
        best += self._shift
        return best


def _named(layer: Any, name: str) -> Any:
    """The part of a layer that has the name."""
    return next(part for part in layer.walk() if part.name == name)
