package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.encoder.spectrum.Gram;
import java.util.Optional;
import java.util.OptionalDouble;

/** One Gram matrix to fit: that of a model, of one weighting in banded ridge, or of both. */
final class FeatureSpace {
  private final Gram gram;
  private final Optional<Model> model;
  private final OptionalDouble gamma;

  private FeatureSpace(Gram gram, Optional<Model> model, OptionalDouble gamma) {
    this.gram = gram;
    this.model = model;
    this.gamma = gamma;
  }

  static FeatureSpace of(Model model, Gram gram) {
    return new FeatureSpace(gram, Optional.of(model), OptionalDouble.empty());
  }

  static FeatureSpace blend(double gamma, Gram gram) {
    return new FeatureSpace(gram, Optional.empty(), OptionalDouble.of(gamma));
  }

  /** The same as one of banded ridge's weightings. */
  FeatureSpace at(double gamma) {
    return new FeatureSpace(gram, model, OptionalDouble.of(gamma));
  }

  Gram gram() {
    return gram;
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
