package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/** A function of every number by itself. */
public enum Activation implements NetworkModule {
  RELU,
  RELU6,
  /** {@code x · sigmoid(x)}. */
  SILU,
  SIGMOID,
  /** {@code min(max(x / 6 + 1 / 2, 0), 1)}. */
  HARD_SIGMOID,
  /** {@code x · hardsigmoid(x)}. */
  HARD_SWISH,
  /** {@code x · Φ(x)}, exact. */
  GELU;

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {}

  @Override
  public String emit(String path, String in, Emission to) {
    List<String> x = List.of(in);
    return switch (this) {
      case RELU -> to.node(path, "Relu", x);
      case RELU6 ->
          to.node(path, "Clip", List.of(in, to.scalar(path, "zero", 0), to.scalar(path, "six", 6)));
      case SILU -> to.node(path, "Mul", List.of(in, to.step(path, "sigmoid", "Sigmoid", x)));
      case SIGMOID -> to.node(path, "Sigmoid", x);
      case HARD_SIGMOID -> to.node(path, "HardSigmoid", x, hardSigmoid());
      case HARD_SWISH ->
          to.node(path, "Mul", List.of(in, to.step(path, "gate", "HardSigmoid", x, hardSigmoid())));
      case GELU -> gelu(path, in, to);
    };
  }

  private static AttributeProto[] hardSigmoid() {
    return new AttributeProto[] {
      Attributes.number("alpha", 1 / 6f), Attributes.number("beta", 0.5f)
    };
  }

  private static String gelu(String path, String in, Emission to) {
    String root = to.scalar(path, "root", Math.sqrt(2));
    String scaled = to.step(path, "scaled", "Div", List.of(in, root));
    String erf = to.step(path, "erf", "Erf", List.of(scaled));
    String raised = to.step(path, "raised", "Add", List.of(erf, to.scalar(path, "one", 1)));
    String product = to.step(path, "product", "Mul", List.of(in, raised));
    return to.node(path, "Mul", List.of(product, to.scalar(path, "half", 0.5)));
  }
}
