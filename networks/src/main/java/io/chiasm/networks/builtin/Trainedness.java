package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.Parameter.Role;
import io.chiasm.networks.module.ParameterSource;
import java.util.List;

/**
 * Tells weights that training has changed from an initialisation.
 *
 * <p>The rule: with norms, if every scale is exactly 1 and every shift exactly 0, whatever the
 * running statistics, for those change without learning. Without norms, if no weight or bias is
 * larger than torch's default initialisation can make it, 1 / √fan-in.
 */
final class Trainedness {
  private final List<Parameter> parameters;
  private final ParameterSource weights;

  Trainedness(List<Parameter> parameters, ParameterSource weights) {
    this.parameters = parameters.stream().filter(Parameter::used).toList();
    this.weights = weights;
  }

  /**
   * Checks that weights are what a file says they are.
   *
   * @param source the file
   * @param trained whether they should be trained or an initialisation
   * @throws InputException if they are not
   */
  void require(String source, boolean trained) {
    boolean initial = isInitial();
    if (trained && initial) {
      throw new InputException(
          source
              + ": cannot be told from an initialisation (every norm has scale 1 and shift 0, or no"
              + " weight is larger than torch draws it); name it 'weights: untrained' with a seed,"
              + " or give trained weights");
    }
    if (!trained && !initial) {
      throw new InputException(
          source + ": says that its weights are untrained, but they are no initialisation");
    }
  }

  /** Whether the weights could be an initialisation. */
  boolean isInitial() {
    boolean norms = parameters.stream().anyMatch(p -> p.role() == Role.NORM_SCALE);
    return parameters.stream().allMatch(p -> norms ? isInitialNorm(p) : isWithinDefault(p));
  }

  private boolean isInitialNorm(Parameter parameter) {
    return switch (parameter.role()) {
      case NORM_SCALE -> isAll(parameter, 1);
      case NORM_SHIFT -> isAll(parameter, 0);
      default -> true;
    };
  }

  private boolean isAll(Parameter parameter, float expected) {
    for (float value : weights.read(parameter.key()).values()) {
      if (value != expected) {
        return false;
      }
    }
    return true;
  }

  private boolean isWithinDefault(Parameter parameter) {
    FloatTensor tensor = weights.read(parameter.key());
    float bound = (float) (1 / Math.sqrt(parameter.fanIn()));
    for (float value : tensor.values()) {
      if (Math.abs(value) > Math.nextUp(bound)) {
        return false;
      }
    }
    return true;
  }
}
