package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * torch's {@code Conv2d}.
 *
 * @param in channels
 * @param out channels
 * @param window kernel, stride and padding
 * @param groups that the channels fall into
 * @param biased whether it adds a bias
 */
public record Conv2d(int in, int out, Window window, int groups, boolean biased)
    implements NetworkModule {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  /** Without bias, for a batch norm to follow. */
  public static Conv2d plain(int in, int out, Window window) {
    return new Conv2d(in, out, window, 1, false);
  }

  public static Conv2d biased(int in, int out, Window window) {
    return new Conv2d(in, out, window, 1, true);
  }

  /** Every channel by itself, without bias. */
  public static Conv2d depthwise(int channels, Window window) {
    return new Conv2d(channels, channels, window, channels, false);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    Shape shape = Shape.of(out, in / groups, window.rows(), window.columns());
    long fanIn = shape.elements() / out;
    parameters.accept(
        new Parameter(ModulePath.join(path, WEIGHT), shape, Parameter.Role.CONVOLUTION, fanIn));
    if (biased) {
      parameters.accept(
          new Parameter(ModulePath.join(path, BIAS), Shape.of(out), Parameter.Role.BIAS, fanIn));
    }
  }

  @Override
  public String emit(String path, String from, Emission to) {
    @Nullable FloatTensor bias = biased ? to.parameter(path, BIAS) : null;
    return emit(path, from, to, path, to.parameter(path, WEIGHT), bias);
  }

  /** This convolution and the batch norm after it as one convolution. */
  String emitFolded(String path, String from, Emission to, BatchNorm2d norm, String normPath) {
    BatchNorm2d.Affine affine = norm.affine(normPath, to);
    FloatTensor weight = affine.scaled(to.parameter(path, WEIGHT));
    FloatTensor bias = affine.shifted(biased ? to.parameter(path, BIAS) : FloatTensor.zeros(out));
    return emit(path, from, to, normPath, weight, bias);
  }

  private String emit(
      String path,
      String from,
      Emission to,
      String name,
      FloatTensor weight,
      @Nullable FloatTensor bias) {
    List<String> inputs = new ArrayList<>(List.of(from, to.constant(path, WEIGHT, weight)));
    if (bias != null) {
      inputs.add(to.constant(path, BIAS, bias));
    }
    List<AttributeProto> attributes = window.attributes();
    attributes.add(Attributes.integer("group", groups));
    return to.node(name, "Conv", inputs, attributes.toArray(AttributeProto[]::new));
  }
}
