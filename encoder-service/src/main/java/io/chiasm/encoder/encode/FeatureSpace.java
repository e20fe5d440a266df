package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.encoder.spectrum.Gram;
import java.util.Optional;
import java.util.OptionalDouble;

/** One Gram matrix to fit: that of a model, of one weighting in banded ridge, or of both. */
final class FeatureSpace {
  private final Gram gram;
  private final OptionalDouble second;
  private final Optional<Model> model;
  private final OptionalDouble gamma;

  private FeatureSpace(
      Gram gram, OptionalDouble second, Optional<Model> model, OptionalDouble gamma) {
    this.gram = gram;
    this.second = second;
    this.model = model;
    this.gamma = gamma;
  }

  /** Both halves as one. */
  static FeatureSpace full(Gram gram) {
    return new FeatureSpace(
        gram, OptionalDouble.empty(), Optional.of(Model.FULL), OptionalDouble.empty());
  }

  /** One half: the second (1) or the first (0). */
  static FeatureSpace half(Model model, double second, Gram gram) {
    return new FeatureSpace(
        gram, OptionalDouble.of(second), Optional.of(model), OptionalDouble.empty());
  }

  static FeatureSpace blend(double gamma, Gram gram) {
    OptionalDouble weight = OptionalDouble.of(gamma);
    return new FeatureSpace(gram, weight, Optional.empty(), weight);
  }

  /** The same as one of banded ridge's weightings. */
  FeatureSpace at(double gamma) {
    return new FeatureSpace(gram, second, model, OptionalDouble.of(gamma));
  }

  Gram gram() {
    return gram;
  }

  /**
   * The weight of the split's second half, which says what space of the split it is in either
   * hemisphere; empty for both halves as one.
   */
  OptionalDouble second() {
    return second;
  }

  /** The model that is fitted here. */
  Optional<Model> model() {
    return model;
  }

  /** The weight of the right half in banded ridge. */
  OptionalDouble gamma() {
    return gamma;
  }
}
