package io.chiasm.networks.builtin;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.ParameterSource;
import io.chiasm.networks.weights.TorchRandom;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** Weights that depend on nothing but their keys, the same as in {@code make_parity.py}. */
final class MadeUpWeights implements ParameterSource {
  private final Map<String, Parameter> parameters = new HashMap<>();

  /**
   * Variance of weights times fan-in; the deepest network multiplies rounding errors unless low.
   */
  private final double gain;

  MadeUpWeights(Architecture architecture) {
    gain = architecture.name().equals("efficientnet_v2_l") ? 0.5 : 1;
    architecture.parameters(Architecture.Variant.NEW).forEach(p -> parameters.put(p.key(), p));
  }

  @Override
  public FloatTensor read(String key) {
    Parameter parameter = Objects.requireNonNull(parameters.get(key), key);
    float bound = (float) Math.sqrt(3.0 * gain / parameter.fanIn());
    return switch (parameter.role()) {
      case CONVOLUTION, LINEAR -> uniform(parameter.shape(), key, -bound, bound);
      case LAYER_SCALE -> uniform(parameter.shape(), key, 0.1f, 0.5f);
      case NORM_SCALE, RUNNING_VARIANCE -> uniform(parameter.shape(), key, 0.5f, 1.5f);
      case BIAS, LINEAR_BIAS, NORM_SHIFT, RUNNING_MEAN, COUNTER ->
          uniform(parameter.shape(), key, -0.5f, 0.5f);
    };
  }

  static FloatTensor uniform(Shape shape, String key, float from, float to) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    float[] values = new float[Math.toIntExact(shape.elements())];
    new TorchRandom(crc.getValue()).uniform(values, from, to);
    return new FloatTensor(shape, values);
  }
}
