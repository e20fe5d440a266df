package io.chiasm.encoding.encode;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.work.Resources;

/** Encoding models from features and responses of anywhere: the core of {@code chiasm encode}. */
public final class FeatureEncoding {
  private final Resources resources;

  public FeatureEncoding(Resources resources) {
    this.resources = resources;
  }

  /**
   * @param features {@code [stimulus, feature…]} per half
   * @param responses {@code [stimulus, vertex]}
   * @throws InputException if rows do not match, a number is not finite, or features are constant
   */
  public EncodingResult encode(
      HemifieldFeatures features, RealTensor responses, Folds folds, EncodingSettings settings) {
    SplitGram split =
        new GramComputation(resources).ofFeatures(features.parts(), settings.encoding().scaling());
    FeatureSpaces spaces = FeatureSpaces.of(split, settings.hemisphere(), settings.midline());
    return new Encoder(resources)
        .encode(spaces, responses, folds, settings.encoding().regression());
  }
}
