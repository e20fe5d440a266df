package io.chiasm.networks.family;

import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.weights.WeightDistribution;
import java.util.Optional;

/**
 * How a family draws its weights anew after torch's modules have drawn their defaults. Normal
 * weights are those of {@code normal_}, {@code kaiming_normal_} and, as torch 2.15 makes them,
 * {@code trunc_normal_} with bounds beyond reach (20 standard deviations).
 */
@FunctionalInterface
public interface Initialisation {
  /** The drawing that replaces a parameter's default; empty where that stays. */
  Optional<WeightDistribution> again(Parameter parameter);

  /** Leaves torch's defaults. */
  static Initialisation torchDefaults() {
    return parameter -> Optional.empty();
  }

  /**
   * Convolutions by He et al. (2015), doi:10.1109/ICCV.2015.123, over what leaves them, groups
   * ignored; biases 0.
   */
  static Initialisation fanOut(LinearRule linear) {
    return parameter ->
        switch (parameter.role()) {
          case CONVOLUTION -> Optional.of(kaimingNormal(parameter.fanOut()));
          case LINEAR -> Optional.of(linear.drawing(parameter));
          case BIAS, LINEAR_BIAS -> Optional.of(new WeightDistribution.Constant(0));
          default -> Optional.empty();
        };
  }

  /** Convolutions by He et al. over what enters them; linear biases 0. */
  static Initialisation fanIn() {
    return parameter ->
        switch (parameter.role()) {
          case CONVOLUTION -> Optional.of(kaimingNormal(parameter.fanIn()));
          case LINEAR_BIAS -> Optional.of(new WeightDistribution.Constant(0));
          default -> Optional.empty();
        };
  }

  /** Normal weights of one standard deviation; biases 0. */
  static Initialisation normalWithoutBias(double std) {
    return parameter ->
        switch (parameter.role()) {
          case CONVOLUTION, LINEAR -> Optional.of(new WeightDistribution.Normal(std));
          case BIAS, LINEAR_BIAS -> Optional.of(new WeightDistribution.Constant(0));
          default -> Optional.empty();
        };
  }

  /** Normal weights of a standard deviation by name; biases stay torch's defaults. */
  static Initialisation normal(StdRule std) {
    return parameter ->
        switch (parameter.role()) {
          case CONVOLUTION, LINEAR ->
              Optional.of(new WeightDistribution.Normal(std.std(parameter.key())));
          default -> Optional.empty();
        };
  }

  private static WeightDistribution kaimingNormal(long fan) {
    return new WeightDistribution.Normal(Math.sqrt(2) / Math.sqrt(fan));
  }

  /** How weights of linear layers are drawn. */
  @FunctionalInterface
  interface LinearRule {
    WeightDistribution drawing(Parameter parameter);
  }

  /** Standard deviation by key. */
  @FunctionalInterface
  interface StdRule {
    double std(String key);
  }
}
