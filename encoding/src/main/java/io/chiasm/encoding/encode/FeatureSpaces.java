package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.spectrum.Gram;
import java.util.ArrayList;
import java.util.List;

/** What is fitted to a split's features, and which half is which to the hemisphere. */
public final class FeatureSpaces {
  private final SplitGram split;
  private final Midline midline;
  private final boolean secondIsContra;
  private final boolean halves;
  private final boolean banded;

  private FeatureSpaces(
      SplitGram split, Midline midline, boolean secondIsContra, boolean halves, boolean banded) {
    this.split = split;
    this.midline = midline;
    this.secondIsContra = secondIsContra;
    this.halves = halves;
    this.banded = banded;
  }

  /** Full, contralateral and ipsilateral, and banded ridge. FIRST is the left hemifield. */
  public static FeatureSpaces of(SplitGram split, Hemisphere hemisphere, Midline midline) {
    return new FeatureSpaces(split, midline, rightIsContra(hemisphere), true, true);
  }

  /** The full model alone; the halves' parts of its prediction are taken apart. */
  public static FeatureSpaces joint(SplitGram split, Hemisphere hemisphere, Midline midline) {
    return new FeatureSpaces(split, midline, rightIsContra(hemisphere), false, false);
  }

  /**
   * Of a control whose groups are no hemifields: FIRST (upper rows, or the first seeded half) takes
   * the place of the contralateral half and SECOND that of the ipsilateral one, in both
   * hemispheres, so that a difference does not cancel in their mean. No banded ridge.
   */
  public static FeatureSpaces control(SplitGram split, Midline midline) {
    return new FeatureSpaces(split, midline, false, true, false);
  }

  private static boolean rightIsContra(Hemisphere hemisphere) {
    return hemisphere.contralateral() == Hemifield.RIGHT;
  }

  /**
   * What to fit: the models, full first, then what else banded ridge needs.
   *
   * @param gammas banded ridge's weights of the right half; empty for none
   */
  List<FeatureSpace> spaces(List<Double> gammas) {
    List<FeatureSpace> spaces = new ArrayList<>();
    spaces.add(FeatureSpace.full(split.full()));
    if (halves) {
      spaces.add(half(Model.CONTRA, secondIsContra, gammas));
      spaces.add(half(Model.IPSI, !secondIsContra, gammas));
    }
    for (double gamma : banded(gammas)) {
      if (gamma > 0 && gamma < 1) {
        spaces.add(FeatureSpace.blend(gamma, split.blend(gamma, midline)));
      }
    }
    return spaces;
  }

  /** The weights that banded ridge chooses from here; none where there is no banded ridge. */
  List<Double> banded(List<Double> gammas) {
    return banded ? gammas : List.of();
  }

  private FeatureSpace half(Model model, boolean second, List<Double> gammas) {
    double gamma = second ? 1 : 0;
    Gram gram = second ? split.secondHalf(midline) : split.firstHalf(midline);
    return FeatureSpace.half(model, gamma, gram, banded(gammas).contains(gamma));
  }

  /** The contralateral half's part of the full Gram matrix. */
  Gram contraPart() {
    return part(secondIsContra);
  }

  /** The ipsilateral half's part of the full Gram matrix. */
  Gram ipsiPart() {
    return part(!secondIsContra);
  }

  private Gram part(boolean second) {
    return second ? split.secondPart(midline) : split.firstPart(midline);
  }

  /** Number of stimuli. */
  public int stimuli() {
    return split.stimuli();
  }
}
