package io.chiasm.encoding.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.testing.Made;
import org.junit.jupiter.api.Test;

/** Of two stimuli: one power of two per group and element, so that a sum says what is in it. */
class SplitGramTest {
  private static final DoubleTensor FIRST = square(1, 2, 2, 4);
  private static final DoubleTensor SECOND = square(8, 16, 16, 32);
  private static final DoubleTensor REST = square(64, 128, 128, 256);

  private final SplitGram split = SplitGram.of(FIRST, SECOND, REST);

  @Test
  void theFullMatrixIsTheSumOfAllGroups() {
    assertValues(split.full(), 73, 146, 146, 292);
    assertValues(SplitGram.of(FIRST, SECOND).full(), 9, 18, 18, 36);
    assertThat(split.stimuli()).isEqualTo(2);
  }

  @Test
  void aSharedMidlineBelongsToBothHalvesAndAnExcludedOneToNeither() {
    assertValues(split.firstHalf(Midline.EXCLUDE), 1, 2, 2, 4);
    assertValues(split.firstHalf(Midline.SHARE), 65, 130, 130, 260);
    assertValues(split.secondHalf(Midline.EXCLUDE), 8, 16, 16, 32);
    assertValues(split.secondHalf(Midline.SHARE), 72, 144, 144, 288);
  }

  @Test
  void aBlendWeighsTheSecondHalfByGamma() {
    assertValues(split.blend(0.25, Midline.EXCLUDE), 2.75, 5.5, 5.5, 11);
    assertValues(split.blend(0.25, Midline.SHARE), 66.75, 133.5, 133.5, 267);
  }

  /** With the excluded midline, which is a part of its own. */
  @Test
  void bothPartsAddUpToTheFullMatrix() {
    assertValues(split.firstPart(Midline.EXCLUDE), 1, 2, 2, 4);
    assertValues(split.firstPart(Midline.SHARE), 33, 66, 66, 132);
    assertValues(split.secondPart(Midline.EXCLUDE), 8, 16, 16, 32);
    assertValues(split.secondPart(Midline.SHARE), 40, 80, 80, 160);
  }

  @Test
  void matricesOfOtherStimuliAreRefused() {
    DoubleTensor larger = DoubleTensor.zeros(3, 3);
    DoubleTensor oblong = DoubleTensor.zeros(2, 3);
    assertThatThrownBy(() -> SplitGram.of(FIRST, larger))
        .hasMessage("Gram matrices of shapes (2, 2) and (3, 3)");
    assertThatThrownBy(() -> SplitGram.of(FIRST, SECOND, larger))
        .hasMessage("Gram matrices of shapes (2, 2) and (3, 3)");
    assertThatThrownBy(() -> SplitGram.of(oblong, oblong))
        .hasMessage("Gram matrices of shapes (2, 3) and (2, 3)");
  }

  private static void assertValues(Gram gram, double... values) {
    assertThat(Made.values(gram)).containsExactly(values);
  }

  private static DoubleTensor square(double... values) {
    return new DoubleTensor(Shape.of(2, 2), values);
  }
}
