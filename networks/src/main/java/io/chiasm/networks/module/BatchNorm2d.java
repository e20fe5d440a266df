package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * torch's {@code BatchNorm2d} in evaluation: a fixed scale and shift per channel, computed in
 * float64 from its statistics. Where norms learn ({@link Emission#learningNorms}) it is that in
 * training.
 *
 * @param eps added to the variance
 */
public record BatchNorm2d(int channels, double eps) implements NetworkModule {
  private static final List<String> NAMES =
      List.of("weight", "bias", "running_mean", "running_var");
  private static final List<Parameter.Role> ROLES =
      List.of(
          Parameter.Role.NORM_SCALE,
          Parameter.Role.NORM_SHIFT,
          Parameter.Role.RUNNING_MEAN,
          Parameter.Role.RUNNING_VARIANCE);

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    for (int i = 0; i < NAMES.size(); i++) {
      parameters.accept(
          new Parameter(ModulePath.join(path, NAMES.get(i)), Shape.of(channels), ROLES.get(i), 1));
    }
    parameters.accept(
        new Parameter(
            ModulePath.join(path, "num_batches_tracked"), Shape.of(), Parameter.Role.COUNTER, 1));
  }

  @Override
  public String emit(String path, String in, Emission to) {
    if (to.normsLearn()) {
      return BatchStatistics.emit(this, path, in, to);
    }
    List<String> inputs = new ArrayList<>(List.of(in));
    NAMES.forEach(name -> inputs.add(to.constant(path, name, to.parameter(path, name))));
    AttributeProto epsilon = Attributes.number("epsilon", (float) eps);
    return to.node(path, "BatchNormalization", inputs, epsilon);
  }

  /** A parameter as it is multiplied with, or added to, {@code [image, channel, row, column]}. */
  String perChannel(String path, String name, Emission to) {
    float[] values = to.parameter(path, name).values();
    return to.constant(path, name, new FloatTensor(Shape.of(channels, 1, 1), values));
  }

  Affine affine(String path, Emission to) {
    float[] weight = to.parameter(path, NAMES.get(0)).values();
    float[] bias = to.parameter(path, NAMES.get(1)).values();
    float[] mean = to.parameter(path, NAMES.get(2)).values();
    float[] variance = to.parameter(path, NAMES.get(3)).values();
    double[] scale = new double[channels];
    double[] shift = new double[channels];
    for (int c = 0; c < channels; c++) {
      scale[c] = weight[c] / Math.sqrt(variance[c] + eps);
      shift[c] = bias[c] - mean[c] * scale[c];
    }
    return new Affine(scale, shift);
  }

  /** {@code y = scale · x + shift} per channel. */
  static final class Affine {
    private final double[] scale;
    private final double[] shift;

    private Affine(double[] scale, double[] shift) {
      this.scale = scale;
      this.shift = shift;
    }

    /** Weights {@code [out, …]} of a convolution that scales its own results. */
    FloatTensor scaled(FloatTensor weight) {
      float[] values = weight.values().clone();
      int each = values.length / scale.length;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] * scale[i / each]);
      }
      return new FloatTensor(weight.shape(), values);
    }

    /** Biases {@code [out]} of that convolution. */
    FloatTensor shifted(FloatTensor bias) {
      float[] values = new float[shift.length];
      for (int c = 0; c < shift.length; c++) {
        values[c] = (float) (bias.values()[c] * scale[c] + shift[c]);
      }
      return new FloatTensor(bias.shape(), values);
    }
  }
}
