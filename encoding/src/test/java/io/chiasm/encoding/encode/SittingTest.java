package io.chiasm.encoding.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.testing.Made;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SittingTest {
  private static final int STIMULI = 40;
  private static final int FOLDS = 4;

  /** Full, both halves, and three blends. */
  private static final int SPACES = 6;

  private static final Regression RIDGE =
      new Regression.Ridge(List.of(0.01, 1.0, 100.0), List.of(0.0, 0.25, 0.5, 0.75, 1.0));

  private static final long PLENTY = 64L << 20;

  private final DoubleTensor left = Made.normals(1, STIMULI, 30);
  private final DoubleTensor right = Made.normals(2, STIMULI, 30);
  private final SplitGram split =
      new GramComputation(Made.resources())
          .ofFeatures(
              List.of(
                  Features.of("left", Made.narrow(left)),
                  Features.of("midline", Made.floats(3, STIMULI, 4)),
                  Features.of("right", Made.narrow(right))),
              Scaling.NONE);
  private final Folds folds = Made.folds(STIMULI, FOLDS);
  private final Sitting sitting = Sitting.begin();

  @AfterEach
  void stop() {
    sitting.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 300_000, PLENTY})
  void whatIsSharedChangesNoBit(long memoryBytes) {
    sitting.turnTo(subject("g1", RIDGE));
    for (Hemisphere hemisphere : Hemisphere.values()) {
      for (int participant = 0; participant < 2; participant++) {
        FloatTensor responses = responses(hemisphere, participant);
        // When
        EncodingResult found = encode(memoryBytes, sitting, hemisphere, responses, RIDGE);
        // Then
        assertSame(found, encode(memoryBytes, Sitting.ofOneTask(), hemisphere, responses, RIDGE));
      }
    }
  }

  @Test
  void principalComponentsAreSharedAsWell() {
    // Given
    Regression pca = new Regression.PcaOls(5);
    sitting.turnTo(subject("g1", pca));
    encode(PLENTY, sitting, Hemisphere.LH, responses(Hemisphere.LH, 0), pca);
    assertThat(sitting.bytes()).isPositive();
    // When
    FloatTensor responses = responses(Hemisphere.RH, 0);
    EncodingResult found = encode(PLENTY, sitting, Hemisphere.RH, responses, pca);
    // Then
    assertSame(found, encode(PLENTY, Sitting.ofOneTask(), Hemisphere.RH, responses, pca));
  }

  @Test
  void theOtherHemisphereNeedsNoDecompositionMore() {
    // Given
    sitting.turnTo(subject("g1", RIDGE));
    encode(PLENTY, sitting, Hemisphere.LH, responses(Hemisphere.LH, 0), RIDGE);
    long bytes = sitting.bytes();
    // When
    encode(PLENTY, sitting, Hemisphere.RH, responses(Hemisphere.RH, 0), RIDGE);
    // Then
    assertThat(bytes).isGreaterThan((long) FOLDS * SPACES * 30 * 30 * Double.BYTES);
    assertThat(sitting.bytes()).isEqualTo(bytes);
  }

  @Test
  void noMoreIsKeptThanATaskLeavesOfItsMemory() {
    sitting.turnTo(subject("g1", RIDGE));
    for (long memory : new long[] {1, 100_000, 400_000, 1 << 20}) {
      encode(memory, sitting, Hemisphere.LH, responses(Hemisphere.LH, 0), RIDGE);
      assertThat(sitting.bytes()).isLessThan(memory);
    }
    assertThat(sitting.bytes()).isPositive();
  }

  @Test
  void anotherSubjectFindsNothing() {
    // Given
    sitting.turnTo(subject("g1", RIDGE));
    encode(PLENTY, sitting, Hemisphere.LH, responses(Hemisphere.LH, 0), RIDGE);
    // When
    sitting.turnTo(subject("g1", RIDGE));
    // Then
    assertThat(sitting.bytes()).isPositive();
    // When
    sitting.turnTo(subject("g2", RIDGE));
    // Then
    assertThat(sitting.bytes()).isZero();
  }

  private FloatTensor responses(Hemisphere hemisphere, int participant) {
    DoubleTensor features = hemisphere == Hemisphere.LH ? right : left;
    return Made.responses(features, 25, 3, 7 + participant);
  }

  private EncodingResult encode(
      long memoryBytes,
      Sitting shared,
      Hemisphere hemisphere,
      FloatTensor responses,
      Regression regression) {
    FeatureSpaces spaces = FeatureSpaces.of(split, hemisphere, Midline.EXCLUDE);
    return new Encoder(Made.resources(2, memoryBytes), shared)
        .encode(spaces, responses, folds, regression);
  }

  private static Sitting.Subject subject(String gram, Regression regression) {
    return new Sitting.Subject(gram, Sha256.of("f1"), Midline.EXCLUDE, regression);
  }

  private static void assertSame(EncodingResult found, EncodingResult wanted) {
    assertThat(found.arrays().keySet()).isEqualTo(wanted.arrays().keySet());
    for (Map.Entry<String, FloatTensor> each : wanted.arrays().entrySet()) {
      assertThat(found.array(each.getKey()).values())
          .as(each.getKey())
          .containsExactly(each.getValue().values());
    }
  }
}
