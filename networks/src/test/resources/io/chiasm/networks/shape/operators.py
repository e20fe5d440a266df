"""Graphs of many operators, and the shapes that ONNX Runtime gives their tensors.

Writes operators-*.onnx and operators.txt (graph, tensor, extents for three images) beside this
file. Needs onnx, onnxruntime, numpy (made with 1.23, 1.32, 2.4).
"""
import pathlib

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

HERE = pathlib.Path(__file__).parent
IMAGES = 3
rng = np.random.RandomState(0)


class Graph:
    def __init__(self, name, size, opset=17):
        self.name, self.size, self.opset = name, size, opset
        self.nodes, self.weights = [], []
        self.hidden = set()  # whole numbers: no layers

    def const(self, name, array):
        array = np.asarray(array)
        if array.dtype == np.float64:
            array = array.astype(np.float32)
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def weight(self, name, *shape):
        return self.const(name, rng.standard_normal(shape))

    def add(self, op, inputs, outputs, **attributes):
        outputs = [outputs] if isinstance(outputs, str) else outputs
        self.nodes.append(helper.make_node(op, inputs, outputs, name="n_" + outputs[0], **attributes))
        return outputs[0]

    def save(self, lines):
        image = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 3, *self.size])
        names = [o for n in self.nodes for o in n.output if o not in self.hidden]
        outputs = [onnx.ValueInfoProto(name=n) for n in names]
        graph = helper.make_graph(self.nodes, self.name, [image], outputs, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", self.opset)])
        model.ir_version = 8
        inferred = onnx.shape_inference.infer_shapes(model)
        types = {v.name: v for v in list(inferred.graph.value_info) + list(inferred.graph.output)}
        del model.graph.output[:]
        model.graph.output.extend([types[n] for n in names])
        session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
        run = session.run(None, {"x": rng.standard_normal((IMAGES, 3, *self.size)).astype(np.float32)})
        del model.graph.output[:-1]
        (HERE / f"operators-{self.name}.onnx").write_bytes(model.SerializeToString())
        for name, value in zip(names, run):
            assert value.dtype == np.float32, name
            lines.append(f"{self.name} {name} " + ",".join(map(str, value.shape)))


def windows():
    g = Graph("windows", (37, 50))
    g.add("Conv", ["x", g.weight("w1", 8, 3, 3, 3)], "same_upper", auto_pad="SAME_UPPER", strides=[2, 2])
    g.add("Conv", ["x", g.weight("w2", 8, 3, 5, 2)], "same_lower", auto_pad="SAME_LOWER", strides=[3, 2])
    g.add("Conv", ["x", g.weight("w3", 6, 1, 3, 3)], "grouped", group=3, pads=[1, 0, 2, 1], strides=[1, 2])
    g.add("Conv", ["grouped", g.weight("w4", 4, 6, 3, 2)], "dilated", dilations=[2, 3], kernel_shape=[3, 2])
    g.add("Conv", ["x", g.weight("w5", 4, 3, 3, 3)], "valid", auto_pad="VALID", strides=[2, 2])
    g.add("MaxPool", ["x"], "ceiling", kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
    g.add("MaxPool", ["x"], "ceiling_padded", kernel_shape=[2, 2], strides=[2, 2], pads=[1, 1, 1, 1], ceil_mode=1)
    g.add("AveragePool", ["x"], "mean", kernel_shape=[4, 5], strides=[3, 3], pads=[1, 2, 1, 2])
    g.add("AveragePool", ["x"], "mean_same", kernel_shape=[3, 3], strides=[2, 2], auto_pad="SAME_UPPER")
    g.add("GlobalAveragePool", ["same_upper"], "pooled")
    g.add("GlobalMaxPool", ["same_upper"], "peak")
    g.add("Pad", ["x", g.const("p", np.array([0, 0, 1, 2, 0, 0, 3, -4]))], "padded")
    g.add("Slice", ["x", g.const("s", np.array([1, -3])), g.const("e", np.array([2**60, -40])), g.const("a", np.array([2, 3])), g.const("t", np.array([4, -2]))], "sliced")
    return g


def classifier():
    g = Graph("classifier", (32, 32), opset=13)
    c = g.add("Conv", ["x", g.weight("w1", 8, 3, 3, 3), g.weight("b1", 8)], "conv", pads=[1] * 4, strides=[2, 2])
    c = g.add("BatchNormalization", [c, g.weight("g", 8), g.weight("h", 8), g.weight("m", 8), g.const("v", np.ones(8))], "norm")
    c = g.add("HardSwish" if g.opset > 13 else "HardSigmoid", [c], "hard")
    c = g.add("Clip", [c, g.const("lo", np.float32(0)), g.const("hi", np.float32(6))], "relu6")
    c = g.add("Dropout", [c], "dropped")
    s = g.add("ReduceMean", [c], "squeeze", axes=[2, 3], keepdims=1)
    s = g.add("Conv", [s, g.weight("w2", 2, 8, 1, 1)], "reduce")
    s = g.add("Conv", [s, g.weight("w3", 8, 2, 1, 1)], "expand")
    s = g.add("Sigmoid", [s], "gate")
    c = g.add("Mul", [c, s], "excited")
    left, right = ["half_a", "half_b"]
    g.add("Split", [c], [left, right], axis=1)
    c = g.add("Concat", [right, left, "conv"], "joined", axis=1)
    p = g.add("GlobalAveragePool", [c], "pooled")
    f = g.add("Flatten", [p], "flat")
    g.add("Squeeze", [p, g.const("ax", np.array([2, 3]))], "squeezed")
    g.add("Reshape", [p, g.const("sh", np.array([-1, 16]))], "reshaped")
    l = g.add("Gemm", [f, g.weight("w4", 10, 16), g.weight("b4", 10)], "logits", transB=1)
    g.add("Softmax", [l], "probability")
    g.add("Unsqueeze", [l, g.const("ux", np.array([0, -1]))], "unsqueezed")
    g.add("ReduceMean", ["joined"], "channels", axes=[1], keepdims=0)
    g.add("ReduceSum", ["joined"], "everything")
    return g


def convnext():
    g = Graph("convnext", (48, 32))
    c = g.add("Conv", ["x", g.weight("w1", 12, 3, 4, 4)], "patches", strides=[4, 4])
    d = g.add("Conv", [c, g.weight("w2", 12, 1, 7, 7)], "depthwise", pads=[3] * 4, group=12)
    t = g.add("Transpose", [d], "last", perm=[0, 2, 3, 1])
    t = g.add("LayerNormalization", [t, g.weight("g", 12), g.weight("h", 12)], "norm")
    t = g.add("MatMul", [t, g.weight("w3", 12, 48)], "wide")
    t = g.add("Add", [g.weight("b3", 48), t], "biased")
    e = g.add("Div", [t, g.const("r2", np.float32(2**0.5))], "scaled")
    e = g.add("Erf", [e], "erf")
    e = g.add("Add", [e, g.const("one", np.float32(1))], "shifted")
    t = g.add("Mul", [t, e], "gelu")
    t = g.add("MatMul", [t, g.weight("w4", 48, 12)], "narrow")
    t = g.add("Transpose", [t], "first", perm=[0, 3, 1, 2])
    t = g.add("Mul", [t, g.weight("layer_scale", 12, 1, 1)], "small")
    g.add("Add", [t, c], "block")
    return g


def attention():
    g = Graph("attention", (32, 32))
    c = g.add("Conv", ["x", g.weight("w1", 8, 3, 8, 8)], "patches", strides=[8, 8])
    g.add("Shape", [c], "shape")
    g.add("Constant", [], "zero", value=numpy_helper.from_array(np.array([0]), ""))
    g.add("Gather", ["shape", "zero"], "batch")
    g.add("Concat", ["batch", g.const("rest", np.array([8, -1]))], "target", axis=0)
    g.hidden = {"shape", "zero", "batch", "target"}
    t = g.add("Reshape", [c, "target"], "sequence")
    t = g.add("Transpose", [t], "tokens", perm=[0, 2, 1])
    q = g.add("MatMul", [t, g.weight("wq", 8, 8)], "query")
    k = g.add("MatMul", [t, g.weight("wk", 8, 8)], "key")
    k = g.add("Transpose", [k], "key_t", perm=[0, 2, 1])
    a = g.add("MatMul", [q, k], "scores")
    a = g.add("Softmax", [a], "attention", axis=-1)
    o = g.add("MatMul", [a, t], "attended")
    g.add("ReduceMean", [o], "mean", axes=[1], keepdims=0)
    return g


lines = []
for make in (windows, classifier, convnext, attention):
    make().save(lines)
(HERE / "operators.txt").write_text("\n".join(lines) + "\n")
