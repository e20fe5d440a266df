package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * torch's {@code Linear} with bias, over the last axis.
 *
 * @param in features
 * @param out features
 * @param spatial whether it works on maps {@code [image, row, column, channel]} instead of vectors
 */
public record Linear(int in, int out, boolean spatial) implements NetworkModule {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  /** On vectors {@code [image, feature]}. */
  public static Linear of(int in, int out) {
    return new Linear(in, out, false);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    parameters.accept(
        new Parameter(ModulePath.join(path, WEIGHT), Shape.of(out, in), Parameter.Role.LINEAR, in));
    parameters.accept(
        new Parameter(ModulePath.join(path, BIAS), Shape.of(out), Parameter.Role.LINEAR_BIAS, in));
  }

  @Override
  public String emit(String path, String from, Emission to) {
    FloatTensor weight = to.parameter(path, WEIGHT);
    String bias = to.constant(path, BIAS, to.parameter(path, BIAS));
    if (!spatial) {
      String matrix = to.constant(path, WEIGHT, weight);
      return to.node(path, "Gemm", List.of(from, matrix, bias), Attributes.integer("transB", 1));
    }
    String matrix = to.constant(path, WEIGHT, transposed(weight));
    String product = to.step(path, "product", "MatMul", List.of(from, matrix));
    return to.node(path, "Add", List.of(product, bias));
  }

  private FloatTensor transposed(FloatTensor weight) {
    FloatTensor transposed = FloatTensor.zeros(in, out);
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        transposed.values()[i * out + o] = weight.values()[o * in + i];
      }
    }
    return transposed;
  }
}
