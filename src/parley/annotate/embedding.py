"""The layers of the model that turn each token by itself into a vector, told by the token's attributes alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from parley.annotate.layers import Layer
from parley.annotate.products import multiply_each

__all__ = ["Embedding", "reads_attributes"]

_ATTRIBUTES = "extract_features"
_MIXING = ["with_array(maxout>>layernorm>>dropout)", "ragged2list"]


def reads_attributes(embed: Any) -> bool:
    """Whether layers are such as a small model has: attributes are read off tokens, looked up, and mixed by one layer."""
    names = [layer.name for layer in embed.layers]
    return names[:1] == [_ATTRIBUTES] and names[-len(_MIXING) :] == _MIXING


class Embedding:
    """The model's `embed`, asked of attributes instead of tokens."""

    def __init__(self, embed: Any) -> None:
        """Take the model's own layers, of which `reads_attributes` must hold."""
        self.columns: tuple[str, ...] = tuple(embed.layers[0].attrs["columns"])
        self._ops = embed.ops
        self._reading = embed.layers[0]
        self._looking_up = embed.layers[1 : -len(_MIXING)]
        self._mixing = Layer(embed.layers[-len(_MIXING)], embed.ops)

    def attributes(self, tokens: Any) -> tuple[list[bytes], list[bytes]]:
        """The attributes of each of a document's tokens, and what they would be if no space followed, as bytes."""
        table = self._reading.predict([tokens])[0]
        unspaced = table.copy()
        unspaced[:, [column == "SPACY" for column in self.columns]] = 0
        return _rows(table), _rows(unspaced)

    def vectors(self, attributes: Collection[bytes]) -> Any:
        """The vector of each token by its attributes: tokens x width, 32-bit floats."""
        table = self._ops.xp.frombuffer(b"".join(attributes), dtype="uint64")
        found: Any = [table.reshape(len(attributes), len(self.columns))]
        for layer in self._looking_up:
            found = layer.predict(found)
        mixing = self._mixing
        return mixing.settle(multiply_each(found.data, mixing.weights, self._ops))


def _rows(table: Any) -> list[bytes]:
    """Each row of a table as bytes."""
    width, written = table.shape[1] * table.itemsize, table.tobytes()
    return [written[start : start + width] for start in range(0, len(written), width)]
