package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.encoding.spectrum.Gram;
import java.util.Optional;
import java.util.OptionalDouble;

/** One Gram matrix to fit: that of a model, of one weighting in banded ridge, or of both. */
final class FeatureSpace {
  private final Gram gram;
  private final OptionalDouble second;
  private final Optional<Model> model;
  private final boolean banded;

  private FeatureSpace(Gram gram, OptionalDouble second, Optional<Model> model, boolean banded) {
    this.gram = gram;
    this.second = second;
    this.model = model;
    this.banded = banded;
  }

  /** Both halves as one. */
  static FeatureSpace full(Gram gram) {
    return new FeatureSpace(gram, OptionalDouble.empty(), Optional.of(Model.FULL), false);
  }

  /**
   * One half: the second (1) or the first (0).
   *
   * @param banded whether it is one of banded ridge's weightings, too
   */
  static FeatureSpace half(Model model, double second, Gram gram, boolean banded) {
    return new FeatureSpace(gram, OptionalDouble.of(second), Optional.of(model), banded);
  }

  static FeatureSpace blend(double gamma, Gram gram) {
    return new FeatureSpace(gram, OptionalDouble.of(gamma), Optional.empty(), true);
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
    return banded ? second : OptionalDouble.empty();
  }
}
