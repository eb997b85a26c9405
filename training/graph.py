"""BERT's encoder as an ONNX graph for one text at a time, with fp32 or int8 weights.

Written out with onnx.helper instead of exported, because one text without padding needs no mask and no batch
dimension, and because the token table can then be quantised by row and the linear layers by output channel.
Input ``ids`` (tokens,) int64; output ``vector`` (hidden,) float32: the mean over tokens at unit length.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 20, 9
LAYERS, HEADS, HIDDEN, EPSILON = 6, 12, 384, 1e-12
#: Weights within ±LIMIT: the sum of two products of a uint8 and a 7-bit weight fits the 16 bits in which
#: processors without VNNI add them, so that every x86 gives the same vectors.
LIMIT = 63

Weights = dict[str, np.ndarray]


class Builder:
    """Collects nodes and initialisers; every method returns the name of what it computes."""

    def __init__(self, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []
        self.constants: dict[tuple[str, bytes], str] = {}

    def constant(self, value: np.ndarray) -> str:
        """An initialiser; equal ones are stored once."""
        key = (f"{value.dtype}{value.shape}", value.tobytes())
        if key not in self.constants:
            self.constants[key] = f"c{len(self.constants)}"
            self.initialisers.append(numpy_helper.from_array(value, self.constants[key]))
        return self.constants[key]

    def op(self, kind: str, *inputs: str, outputs: int = 1, **attributes: object) -> list[str]:
        """A node; the names of its outputs."""
        names = [f"v{len(self.nodes)}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names

    def one(self, kind: str, *inputs: str, **attributes: object) -> str:
        """A node with one output."""
        return self.op(kind, *inputs, **attributes)[0]

    def linear(self, value: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """``value @ weight + bias``; int8 by output channel, activations to uint8 as they come."""
        if not self.quantised:
            return self.one("Add", self.one("MatMul", value, self.constant(weight)), self.constant(bias))
        scale = (np.abs(weight).max(axis=0) / LIMIT).astype(np.float32)
        whole = np.clip(np.rint(weight / scale), -LIMIT, LIMIT).astype(np.int8)
        quantised, step, zero = self.op("DynamicQuantizeLinear", value, outputs=3)
        product = self.one("MatMulInteger", quantised, self.constant(whole), zero)
        scaled = self.one(
            "Mul", self.one("Cast", product, to=TensorProto.FLOAT), self.one("Mul", step, self.constant(scale))
        )
        return self.one("Add", scaled, self.constant(bias))

    def norm(self, value: str, weights: Weights, name: str) -> str:
        """Layer normalisation."""
        return self.one(
            "LayerNormalization",
            value,
            self.constant(weights[f"{name}.weight"]),
            self.constant(weights[f"{name}.bias"]),
            axis=-1,
            epsilon=EPSILON,
        )

    def embed(self, weights: Weights) -> str:
        """Token, position and type vectors; the token table int8 by row where quantised."""
        table = weights["embeddings.word_embeddings.weight"]
        if self.quantised:
            scale = (np.abs(table).max(axis=1, keepdims=True) / 127).astype(np.float32)
            whole = np.rint(table / scale).astype(np.int8)
            rows = self.one("Cast", self.one("Gather", self.constant(whole), "ids"), to=TensorProto.FLOAT)
            tokens = self.one("Mul", rows, self.one("Gather", self.constant(scale), "ids"))
        else:
            tokens = self.one("Gather", self.constant(table), "ids")
        places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        zero, axis = self.constant(np.array([0])), self.constant(np.array([0]))
        positions = self.one("Slice", self.constant(places[:256]), zero, self.one("Shape", "ids"), axis)
        return self.norm(self.one("Add", tokens, positions), weights, "embeddings.LayerNorm")

    def layer(self, value: str, weights: Weights, number: int) -> str:
        """One transformer layer."""
        prefix = f"encoder.layer.{number}"

        def of(name: str) -> tuple[np.ndarray, np.ndarray]:
            return np.ascontiguousarray(weights[f"{prefix}.{name}.weight"].T), weights[f"{prefix}.{name}.bias"]

        parts = [of(f"attention.self.{name}") for name in ("query", "key", "value")]
        # The 1/sqrt(size of a head) of attention goes into the query's weights.
        root = np.float32((HIDDEN // HEADS) ** -0.5)
        parts[0] = (parts[0][0] * root, parts[0][1] * root)
        joined = self.linear(
            value, np.concatenate([w for w, _ in parts], axis=1), np.concatenate([b for _, b in parts])
        )
        heads = self.one("Reshape", joined, self.constant(np.array([-1, 3, HEADS, HIDDEN // HEADS])))
        turned = self.one("Transpose", heads, perm=[1, 2, 0, 3])
        query, key, content = (
            self.one("Squeeze", part, self.constant(np.array([0])))
            for part in self.op("Split", turned, outputs=3, axis=0, num_outputs=3)
        )
        scores = self.one("MatMul", query, self.one("Transpose", key, perm=[0, 2, 1]))
        mixed = self.one("MatMul", self.one("Softmax", scores, axis=-1), content)
        flat = self.one("Reshape", self.one("Transpose", mixed, perm=[1, 0, 2]), self.constant(np.array([-1, HIDDEN])))
        attended = self.one("Add", self.linear(flat, *of("attention.output.dense")), value)
        value = self.norm(attended, weights, f"{prefix}.attention.output.LayerNorm")
        inner = self.one("Gelu", self.linear(value, *of("intermediate.dense")))
        return self.norm(
            self.one("Add", self.linear(inner, *of("output.dense")), value), weights, f"{prefix}.output.LayerNorm"
        )


def build(weights: Weights, quantised: bool) -> bytes:
    """The whole encoder as a serialised ONNX model."""
    builder = Builder(quantised)
    value = builder.embed(weights)
    for number in range(LAYERS):
        value = builder.layer(value, weights, number)
    mean = builder.one("ReduceMean", value, builder.constant(np.array([0])), keepdims=0)
    length = builder.one("ReduceL2", mean, builder.constant(np.array([0])), keepdims=1)
    builder.nodes.append(helper.make_node("Div", [mean, length], ["vector"]))
    graph = helper.make_graph(
        builder.nodes,
        "minilm",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["tokens"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [HIDDEN])],
        builder.initialisers,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    model.producer_name = "standfirst training"
    onnx.checker.check_model(model)
    return model.SerializeToString()
