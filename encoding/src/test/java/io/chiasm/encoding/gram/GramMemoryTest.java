package io.chiasm.encoding.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.testing.HeldBlocks;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.work.Resources;
import io.chiasm.encoding.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where features lie while Gram matrices are formed, and how many matrices at a time. */
class GramMemoryTest {
  private static final int STIMULI = 23;
  private static final int CHANNELS = 4;
  private static final int ROWS = 5;
  private static final int COLUMNS = 6;
  private static final int FEATURES = CHANNELS * ROWS * COLUMNS;
  private static final long BYTES = (long) STIMULI * FEATURES * Float.BYTES;

  /** Nothing can be written there. */
  private static final Path NOWHERE = Path.of("no", "such", "folder");

  private final ActivationBlocks blocks = oneBlock(Made.floats(1, STIMULI, FEATURES));

  /**
   * Three matrices of 8 bytes an element, and two chunks of 2²⁰ / 1000 or at least 512 features.
   */
  @Test
  void theLeastIsThreeMatricesAndTwoChunks() {
    assertThat(GramComputation.leastBytes(1000)).isEqualTo(3 * 8_000_000L + 2 * 1048 * 8000L);
    assertThat(GramComputation.leastBytes(5000)).isEqualTo(3 * 200_000_000L + 2 * 512 * 40_000L);
  }

  @Test
  void featuresThatFitBesideTheLeastNeedNoScratchFile() {
    long enough = GramComputation.leastBytes(STIMULI) + BYTES;
    List<Split> splits = List.of(Split.hemifields(CHANNELS, ROWS, COLUMNS));
    assertThat(computation(enough).ofActivations(blocks, splits, Scaling.NONE)).hasSize(1);
    GramComputation scarce = computation(enough - 1);
    assertThatThrownBy(() -> scarce.ofActivations(blocks, splits, Scaling.NONE))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining(BYTES + " bytes wanted");
  }

  @Test
  void featuresTakeNoMoreThanHalfOfTheMemory() {
    try (Workers workers = new Workers(1)) {
      StreamedChunks.of(blocks, FEATURES, BYTES, new Resources(1, 2 * BYTES, NOWHERE), workers)
          .close();
      Resources less = new Resources(1, 2 * BYTES - 2, NOWHERE);
      assertThatThrownBy(() -> StreamedChunks.of(blocks, FEATURES, BYTES, less, workers))
          .isInstanceOf(TransientException.class);
    }
  }

  /** One at a time, and two: each takes three matrices, and half of the memory is theirs. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2 * 2 * 3 * STIMULI * STIMULI * 8})
  void splitsThatDoNotFitTogetherAreFormedOneAfterAnother(long bytes, @TempDir Path scratch) {
    // Given
    List<Split> splits =
        List.of(
            Split.hemifields(CHANNELS, ROWS, COLUMNS),
            Split.upperLower(CHANNELS, ROWS, COLUMNS),
            Split.channels(CHANNELS, ROWS, COLUMNS, 1));
    List<SplitGram> ample =
        new GramComputation(Made.resources()).ofActivations(blocks, splits, Scaling.TRACE);
    // When
    List<SplitGram> found = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    new GramComputation(new Resources(2, bytes, scratch))
        .ofActivations(
            blocks,
            splits,
            Scaling.TRACE,
            (gram, index) -> {
              found.add(gram);
              places.add(index);
            });
    // Then
    assertThat(places).containsExactly(0, 1, 2);
    for (int i = 0; i < 3; i++) {
      assertThat(found.get(i).first().values()).isEqualTo(ample.get(i).first().values());
      assertThat(found.get(i).second().values()).isEqualTo(ample.get(i).second().values());
    }
    assertThat(found.get(1).rest()).isPresent();
    assertThat(found.get(2).rest()).isEmpty();
  }

  @Test
  void splitsOfAnotherMapAreRefused() {
    List<Split> splits =
        List.of(
            Split.hemifields(CHANNELS, ROWS, COLUMNS),
            Split.hemifields(CHANNELS, ROWS, COLUMNS + 1));
    GramComputation ample = new GramComputation(Made.resources());
    assertThatThrownBy(() -> ample.ofActivations(blocks, splits, Scaling.NONE))
        .hasMessage("splits of different numbers of features");
  }

  @Test
  void moreStimuliThanExpectedAreRefused() {
    ActivationBlocks more = oneBlock(Made.floats(1, STIMULI + 1, FEATURES));
    assertRefused(more, "block 0 of shape (24, 120) does not fit 23 stimuli of 120 features");
    assertRefused(oneBlock(new FloatTensor(Shape.of(), new float[] {1})), "block 0 of shape ()");
    assertRefused(oneBlock(FloatTensor.zeros(0, FEATURES)), "block 0 of shape (0, 120)");
  }

  private static void assertRefused(ActivationBlocks blocks, String reason) {
    GramComputation ample = new GramComputation(Made.resources());
    List<Split> splits = List.of(Split.hemifields(CHANNELS, ROWS, COLUMNS));
    assertThatThrownBy(() -> ample.ofActivations(blocks, splits, Scaling.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(reason);
  }

  private static GramComputation computation(long bytes) {
    return new GramComputation(new Resources(1, bytes, NOWHERE));
  }

  private static ActivationBlocks oneBlock(FloatTensor all) {
    return new HeldBlocks(STIMULI, List.of(all));
  }
}
