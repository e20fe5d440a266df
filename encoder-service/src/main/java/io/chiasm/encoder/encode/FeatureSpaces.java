package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.encoder.gram.SplitGram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The Gram matrices {@code [stimulus, stimulus]} of a hemisphere's encoding models. */
public final class FeatureSpaces {
  private final Map<Model, DoubleTensor> grams = new EnumMap<>(Model.class);

  private FeatureSpaces() {}

  /**
   * Full, contralateral and ipsilateral. FIRST counts as the left hemifield, for control splits by
   * name only.
   */
  public static FeatureSpaces of(SplitGram split, Hemisphere hemisphere, Midline midline) {
    FeatureSpaces spaces = new FeatureSpaces();
    spaces.grams.put(Model.FULL, split.full());
    spaces.grams.put(Model.CONTRA, half(split, hemisphere.contralateral(), midline));
    spaces.grams.put(Model.IPSI, half(split, hemisphere.ipsilateral(), midline));
    return spaces;
  }

  private static DoubleTensor half(SplitGram split, Hemifield field, Midline midline) {
    return field == Hemifield.LEFT ? split.firstHalf(midline) : split.secondHalf(midline);
  }

  /** The models, full first. */
  public Set<Model> models() {
    return Collections.unmodifiableSet(grams.keySet());
  }

  /** A model's Gram matrix. */
  public DoubleTensor gram(Model model) {
    DoubleTensor gram = grams.get(model);
    if (gram == null) {
      throw new IllegalArgumentException("no feature space for model " + model.label());
    }
    return gram;
  }

  /** Number of stimuli. */
  public int stimuli() {
    return Math.toIntExact(gram(Model.FULL).shape().extent(0));
  }
}
