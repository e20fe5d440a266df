package io.chiasm.networks.family;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.ParameterSource;
import io.chiasm.networks.weights.TorchRandom;
import io.chiasm.networks.weights.WeightDistribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The weights that torchvision gives an architecture after {@code torch.manual_seed(seed)}. Making
 * its modules spends random numbers on torch's default weights, in order of registration; then the
 * family's own rule draws again, in the same order.
 */
public final class InitialWeights implements ParameterSource {
  /** ConvNeXt's. */
  private static final float LAYER_SCALE = 1e-6f;

  private final Map<String, FloatTensor> drawn = new HashMap<>();
  private final Initialisation rule;
  private final TorchRandom random;

  private InitialWeights(Initialisation rule, long seed) {
    this.rule = rule;
    this.random = new TorchRandom(seed);
  }

  /** Draws every parameter of a new network. */
  public static InitialWeights of(Architecture architecture, long seed) {
    List<Parameter> parameters = architecture.parameters(Architecture.Variant.NEW);
    InitialWeights weights = new InitialWeights(architecture.initialisation(), seed);
    parameters.forEach(weights::makeDefault);
    parameters.forEach(weights::drawAgain);
    return weights;
  }

  private void makeDefault(Parameter parameter) {
    WeightDistribution drawing = torchDefault(parameter);
    if (rule.again(parameter).isEmpty()) {
      fill(parameter, drawing);
    } else if (drawing instanceof WeightDistribution.Uniform) {
      random.skip(parameter.shape().elements());
    }
  }

  private static WeightDistribution torchDefault(Parameter parameter) {
    return switch (parameter.role()) {
      // torch: kaiming_uniform_(weight, a=sqrt(5)), in the same steps to the same rounding
      case CONVOLUTION, LINEAR ->
          new WeightDistribution.Uniform(
              Math.sqrt(3) * (Math.sqrt(2.0 / 6.0) / Math.sqrt(parameter.fanIn())));
      case BIAS, LINEAR_BIAS -> new WeightDistribution.Uniform(1 / Math.sqrt(parameter.fanIn()));
      case NORM_SCALE, RUNNING_VARIANCE -> new WeightDistribution.Constant(1);
      case NORM_SHIFT, RUNNING_MEAN, COUNTER -> new WeightDistribution.Constant(0);
      case LAYER_SCALE -> new WeightDistribution.Constant(LAYER_SCALE);
    };
  }

  private void drawAgain(Parameter parameter) {
    rule.again(parameter).ifPresent(drawing -> fill(parameter, drawing));
  }

  private void fill(Parameter parameter, WeightDistribution drawing) {
    float[] values = new float[Math.toIntExact(parameter.shape().elements())];
    drawing.fill(values, random);
    drawn.put(parameter.key(), new FloatTensor(parameter.shape(), values));
  }

  /** Each parameter once: what was read is not kept beside the graph that it went into. */
  @Override
  public FloatTensor read(String key) {
    return Objects.requireNonNull(drawn.remove(key), key);
  }
}
