"""Makes tiny ONNX networks, and activations by onnxruntime (NAME.LAYER.npy) for a made input.

The input of shape [n, 3, 6, 8] holds sin(0.1 i) as float32 at place i.
pip install onnx==1.23.2 onnxruntime==1.32.0 numpy; python make_networks.py
"""
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
rng = np.random.default_rng(0)


def constant(name, *shape):
    return numpy_helper.from_array((0.3 * rng.standard_normal(shape)).astype(np.float32), name)


def save(name, nodes, outputs, weights=(), batch="batch", inputs=None, height=6, width=8):
    graph = helper.make_graph(
        nodes, name, inputs or [helper.make_tensor_value_info("input", TensorProto.FLOAT, [batch, 3, height, width])],
        [helper.make_tensor_value_info(o, t, None) for o, t in outputs], list(weights))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


def two_layers(name, batch):
    weights = [constant("w1", 4, 3, 3, 3), constant("b1", 4), constant("w2", 5, 4, 1, 1), constant("b2", 5)]
    nodes = [
        helper.make_node("Conv", ["input", "w1", "b1"], ["c1"], strides=[2, 2], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c1"], ["early"]),
        helper.make_node("Conv", ["early", "w2", "b2"], ["late"]),
        helper.make_node("GlobalAveragePool", ["late"], ["pool"]),
        helper.make_node("Flatten", ["pool"], ["flat"]),
    ]
    F = TensorProto.FLOAT
    save(name, nodes, [("early", F), ("late", F), ("flat", F)], weights, batch)


two_layers("layers", "batch")
session = onnxruntime.InferenceSession(HERE / "layers.onnx")
images = np.sin(0.1 * np.arange(3 * 3 * 6 * 8)).astype(np.float32).reshape(3, 3, 6, 8)
for layer, values in zip(("early", "late", "flat"), session.run(None, {"input": images})):
    np.save(HERE / f"layers.{layer}.npy", values)
rng = np.random.default_rng(0)
two_layers("fixed-batch", 2)  # the same weights

# Refused
F = TensorProto.FLOAT
save("double-layer", [helper.make_node("Cast", ["input"], ["late"], to=TensorProto.DOUBLE)], [("late", TensorProto.DOUBLE)])
shape = numpy_helper.from_array(np.array([0, 3, 48], np.int64), "shape")
save("rank3-layer", [helper.make_node("Reshape", ["input", "shape"], ["tokens"])], [("tokens", F)], [shape])
merged = numpy_helper.from_array(np.array([-1, 3], np.int64), "shape")
save("merged-images", [helper.make_node("Reshape", ["input", "shape"], ["late"])], [("late", F)], [merged])
two = [helper.make_tensor_value_info(n, F, ["batch", 3, 6, 8]) for n in ("input", "mask")]
save("two-inputs", [helper.make_node("Mul", ["input", "mask"], ["late"])], [("late", F)], inputs=two)
save("not-finite", [helper.make_node("Log", ["input"], ["late"])], [("late", F)])
save("unknown-operator", [helper.make_node("Fovea", ["input"], ["late"])], [("late", F)])
# Asks for 2^40 bytes when it runs.
big = numpy_helper.from_array(np.array([1 << 16, 1 << 19, 1, 8], np.int64), "shape")
nodes = [helper.make_node("ReduceMean", ["input"], ["mean"], keepdims=1), helper.make_node("Expand", ["mean", "shape"], ["late"])]
save("huge-layer", nodes, [("late", F)], [big])
