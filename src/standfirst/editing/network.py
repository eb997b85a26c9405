"""A small network over an article's vectors, beside the linear machine on its terms.

Several nets of one hidden layer (ReLU) that were trained from different beginnings; what they give is averaged, which
is steadier than one (Hansen and Salamon 1990). They know finer classes than the head: each class belongs to one topic,
whose share is the sum of its classes'. Trained by training/network.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: How many characters make one piece for the sentence vectors, and how many of a body are read.
PIECE, BODY_CHARACTERS = 600, 4000
LEAST = 1e-6
"""The least share of a topic, so that its logarithm stays finite and the terms may yet say otherwise."""


@dataclass(frozen=True, slots=True)
class Network:
    """``inner`` (nets, inputs, hidden), ``outer`` (nets, hidden, finer classes), their biases without the second
    dimension; ``owners`` (finer classes) is the column of the topic that each finer class belongs to."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    owners: NDArray[np.intp]

    def logits(self, inputs: Floats, classes: int) -> Floats:
        """The logarithm of each topic's share, shape (n, ``classes``), from ``inputs`` (n, inputs)."""
        found = np.zeros((len(inputs), len(self.owners)), dtype=np.float32)
        for inner, first, outer, second in zip(self.inner, self.inner_bias, self.outer, self.outer_bias, strict=True):
            scores = np.maximum(inputs @ inner + first, 0) @ outer + second
            powers = np.exp(scores - scores.max(axis=1, keepdims=True))
            found += powers / powers.sum(axis=1, keepdims=True)
        belongs = (self.owners[:, None] == np.arange(classes)).astype(np.float32)
        return np.asarray(np.log(np.maximum(found @ belongs / len(self.inner), LEAST)), dtype=np.float32)


def stored(network: Network) -> dict[str, NDArray[np.generic]]:
    """The arrays of a network as they are kept in a file of weights, half as long."""
    names = ("inner", "inner_bias", "outer", "outer_bias")
    return {f"net_{name}": getattr(network, name).astype(np.float16) for name in names} | {"net_owners": network.owners}


def loaded(arrays: Mapping[str, NDArray[np.generic]]) -> Network:
    """The network of a file that :func:`stored` filled."""
    inner, first, outer, second = (
        arrays[f"net_{name}"].astype(np.float32) for name in ("inner", "inner_bias", "outer", "outer_bias")
    )
    return Network(inner, first, outer, second, arrays["net_owners"].astype(np.intp))


def meaning(title: str, body: str) -> Floats:
    """The mean of the sentence vectors of the title and of the body's pieces, shape (256,), unit length or zeros.

    It reads all of the body, where the document vector ends after 256 tokens.
    """
    from standfirst.language.vectors import sentences

    body = body[:BODY_CHARACTERS]
    mean = sentences([title, *(body[start : start + PIECE] for start in range(0, len(body), PIECE))]).mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


__all__ = ["Network", "loaded", "meaning", "stored"]
