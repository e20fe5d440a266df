package io.chiasm.encoding.bench;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.encode.FeatureSpaces;
import io.chiasm.encoding.encode.Sitting;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.testing.HeldBlocks;
import io.chiasm.encoding.work.Resources;
import java.util.List;
import java.util.stream.IntStream;

/** An encoder's work on made data: one outer fold of ten, ridge with the default penalties. */
final class GrowthWork {
  private static final int CHANNELS = 128;
  private static final int FOLDS = 10;

  private final GrowthSize size;
  private final Resources resources;
  private final boolean together;
  private final HeldBlocks activations;
  private final FloatTensor responses;
  private final Regression.Ridge ridge;

  /**
   * @param together whether participants share what they can besides the Gram matrices
   */
  GrowthWork(GrowthSize size, Resources resources, boolean together) {
    this.size = size;
    this.resources = resources;
    this.together = together;
    MadeBlocks made = new MadeBlocks(size.stimuli(), CHANNELS);
    activations = HeldBlocks.of(made);
    responses = made.responses(size.vertices());
    ridge = new Regression.Ridge(AlphaGrid.DEFAULT, size.gammas());
  }

  /** Every layer's Gram matrices, and the models of every participant on them. */
  void run() {
    try (Sitting sitting = together ? Sitting.begin() : Sitting.ofOneTask()) {
      for (int layer = 0; layer < size.layers(); layer++) {
        sitting.close();
        SplitGram gram = gram();
        sitting.turnTo(
            new Sitting.Subject("layer " + layer, Sha256.of("folds"), Midline.EXCLUDE, ridge));
        for (int participant = 0; participant < size.participants(); participant++) {
          new Encoder(resources, sitting)
              .encode(
                  FeatureSpaces.of(gram, Hemisphere.LH, Midline.EXCLUDE),
                  responses,
                  folds(),
                  ridge);
        }
      }
    }
  }

  private SplitGram gram() {
    return new GramComputation(resources)
        .ofActivations(
            activations,
            List.of(Split.hemifields(CHANNELS, MadeBlocks.SIDE, MadeBlocks.SIDE)),
            Scaling.TRACE)
        .get(0);
  }

  /** One fold of the ten; the others train. */
  private Folds folds() {
    return Folds.of(IntStream.range(0, size.stimuli()).map(s -> s % FOLDS == 0 ? 0 : -1).toArray());
  }
}
