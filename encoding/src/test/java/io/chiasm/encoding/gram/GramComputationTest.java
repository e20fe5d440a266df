package io.chiasm.encoding.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.testing.HeldBlocks;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.work.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GramComputationTest {
  /** Sums of 105 float64 products, relative to values of order 100. */
  private static final double ROUND_OFF = 1e-11;

  private static final int STIMULI = 23;
  private static final int CHANNELS = 3;
  private static final int ROWS = 5;
  private static final int COLUMNS = 7;
  private static final int FEATURES = CHANNELS * ROWS * COLUMNS;

  private final Split hemifields = Split.hemifields(CHANNELS, ROWS, COLUMNS);
  private final float[] activations = Made.floats(1, STIMULI, FEATURES).values();

  @Test
  void groupsAreTheCentredProductsOfTheirColumnsAndAddUpToTheFullMatrix() {
    SplitGram gram = gram(activations, Scaling.NONE);
    assertClose(gram.first().values(), definition(activations, 0, 3));
    assertClose(gram.second().values(), definition(activations, 4, 7));
    assertClose(gram.rest().orElseThrow().values(), definition(activations, 3, 4));
    assertClose(Made.values(gram.full()), definition(activations, 0, 7));
  }

  @Test
  void sharedMidlineIsInBothHalves() {
    SplitGram gram = gram(activations, Scaling.NONE);
    assertClose(Made.values(gram.firstHalf(Midline.SHARE)), definition(activations, 0, 4));
    assertClose(Made.values(gram.secondHalf(Midline.SHARE)), definition(activations, 3, 7));
    assertThat(Made.values(gram.firstHalf(Midline.EXCLUDE))).isEqualTo(gram.first().values());
  }

  @Test
  void reversingTheColumnsSwapsTheHemifields() {
    float[] mirrored = new float[activations.length];
    for (int i = 0; i < mirrored.length; i++) {
      mirrored[i] = activations[i / COLUMNS * COLUMNS + COLUMNS - 1 - i % COLUMNS];
    }
    SplitGram gram = gram(activations, Scaling.TRACE);
    SplitGram other = gram(mirrored, Scaling.TRACE);
    assertClose(other.first().values(), gram.second().values());
    assertClose(other.second().values(), gram.first().values());
  }

  @Test
  void permutingStimuliPermutesTheMatrix() {
    float[] reversed = new float[activations.length];
    for (int s = 0; s < STIMULI; s++) {
      System.arraycopy(activations, s * FEATURES, reversed, (STIMULI - 1 - s) * FEATURES, FEATURES);
    }
    double[] gram = Made.values(gram(activations, Scaling.FEATURE).full());
    double[] other = Made.values(gram(reversed, Scaling.FEATURE).full());
    for (int i = 0; i < gram.length; i++) {
      assertThat(other[gram.length - 1 - i]).isCloseTo(gram[i], within(ROUND_OFF));
    }
  }

  @Test
  void scratchFileBlockSizeAndThreadsDoNotChangeABit(@TempDir Path scratch) throws IOException {
    double[] inMemory = Made.values(gram(activations, Scaling.FEATURE).full());
    SplitGram spilled =
        new GramComputation(new Resources(3, 1, scratch))
            .ofActivations(new Blocks(activations, 4), List.of(hemifields), Scaling.FEATURE)
            .get(0);
    assertThat(Made.values(spilled.full())).isEqualTo(inMemory);
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void severalChunksInAScratchFileEqualThoseInMemory(@TempDir Path scratch) {
    // 3,000 stimuli make chunks of the shortest kind, so that 1,100 features need three.
    ChunkLayout layout = new ChunkLayout(3_000, 1_100);
    assertThat(layout.count()).isEqualTo(3);
    try (Shelf file = new FileShelf(layout, scratch);
        Shelf memory = new MemoryShelf(layout)) {
      float[] all = Made.floats(1, 3_000, 1_100).values();
      for (Shelf shelf : List.of(file, memory)) {
        for (int chunk = 0; chunk < 3; chunk++) {
          shelf.put(chunk, 0, Arrays.copyOf(all, 100 * 1_100));
          shelf.put(chunk, 100, Arrays.copyOfRange(all, 100 * 1_100, all.length));
        }
      }
      assertThat(memory.get(2)[76]).isEqualTo(all[1_100 + 1_024]);
      for (int chunk = 0; chunk < 3; chunk++) {
        assertThat(file.get(chunk)).isEqualTo(memory.get(chunk));
      }
    }
  }

  @Test
  void traceScalingIsBlindToTheSizeOfActivationsDownToAnUntrainedNetworks() {
    double[] ordinary = Made.values(gram(activations, Scaling.TRACE).full());
    float[] tiny = activations.clone();
    for (int i = 0; i < tiny.length; i++) {
      tiny[i] *= 0x1p-60f;
    }
    assertThat(Made.values(gram(tiny, Scaling.TRACE).full())).isEqualTo(ordinary);
    double trace = 0;
    for (int s = 0; s < STIMULI; s++) {
      trace += ordinary[s * STIMULI + s];
    }
    assertThat(trace).isCloseTo(STIMULI, within(ROUND_OFF));
  }

  @Test
  void featureScalingGivesEveryFeatureVarianceOne() {
    float[] uneven = activations.clone();
    for (int i = 0; i < uneven.length; i++) {
      uneven[i] *= (float) Math.pow(10, i % FEATURES % 9 - 4);
      uneven[i] = i % FEATURES == 5 ? 0.1f : uneven[i];
    }
    double[] gram = Made.values(gram(uneven, Scaling.FEATURE).full());
    double trace = 0;
    for (int s = 0; s < STIMULI; s++) {
      trace += gram[s * STIMULI + s];
    }
    // Every feature but the constant one has the sum of squares n.
    assertThat(trace).isCloseTo((FEATURES - 1) * STIMULI, within(1e-9));
  }

  @Test
  void offsetOfFeaturesCostsNoDigits() {
    float[] offset = new float[activations.length];
    for (int i = 0; i < offset.length; i++) {
      // Multiples of 2⁻¹⁰, so that adding 4096 is exact.
      activations[i] = Math.round(activations[i] * 1024) / 1024f;
      offset[i] = activations[i] + 4096;
    }
    assertClose(
        Made.values(gram(offset, Scaling.NONE).full()),
        Made.values(gram(activations, Scaling.NONE).full()));
  }

  @Test
  void oneReadingServesSeveralSplits() {
    Split upper = Split.upperLower(CHANNELS, ROWS, COLUMNS);
    List<SplitGram> grams =
        new GramComputation(Made.resources())
            .ofActivations(new Blocks(activations, 8), List.of(hemifields, upper), Scaling.NONE);
    assertClose(Made.values(grams.get(1).full()), Made.values(grams.get(0).full()));
    assertThat(grams.get(1).first().values()).isNotEqualTo(grams.get(0).first().values());
  }

  @Test
  void featuresInMemoryGiveTheSameAsActivations() {
    Features left = Features.of("left", columns(0, 3));
    Features midline = Features.of("midline", columns(3, 4));
    Features right = Features.of("right", columns(4, 7));
    SplitGram gram =
        new GramComputation(Made.resources())
            .ofFeatures(List.of(left, midline, right), Scaling.TRACE);
    SplitGram expected = gram(activations, Scaling.TRACE);
    assertClose(gram.first().values(), expected.first().values());
    assertClose(gram.second().values(), expected.second().values());
    assertClose(Made.values(gram.full()), Made.values(expected.full()));
  }

  /** 300 stimuli are two tiles, 3,900 features two chunks; the second begins within the rest. */
  @Test
  void severalTilesAndChunksAreTheCentredProductsOfTheirColumns() {
    // Given
    int stimuli = 300;
    int[] counts = {3_400, 100, 400};
    List<Features> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      parts.add(Features.of("part " + i, Made.floats(i, stimuli, counts[i])));
    }
    assertThat(new ChunkLayout(stimuli, 3_900).from(1)).isBetween(3_400, 3_500);
    // When
    GramComputation computation = new GramComputation(Made.resources());
    SplitGram held = computation.ofFeatures(parts, Scaling.NONE);
    SplitGram streamed =
        computation
            .ofActivations(
                sideBySide(stimuli, counts),
                List.of(Split.sideBySide(3_400, 100, 400)),
                Scaling.NONE)
            .get(0);
    // Then
    List<DoubleTensor> grams = List.of(held.first(), held.rest().orElseThrow(), held.second());
    for (int i = 0; i < counts.length; i++) {
      double[] x = centred(Made.floats(i, stimuli, counts[i]).values(), stimuli);
      for (int row = 0; row < stimuli; row += 23) {
        for (int column = 0; column < stimuli; column++) {
          assertThat(grams.get(i).values()[row * stimuli + column])
              .isCloseTo(product(x, row, column, counts[i]), within(100 * ROUND_OFF));
        }
      }
    }
    assertThat(streamed.first().values()).isEqualTo(held.first().values());
    assertThat(streamed.second().values()).isEqualTo(held.second().values());
    assertThat(streamed.rest().orElseThrow().values()).isEqualTo(grams.get(1).values());
  }

  @Test
  void aMapOfOneColumnIsAllMidline() {
    FloatTensor column = columns(3, 4);
    SplitGram gram =
        new GramComputation(Made.resources())
            .ofActivations(
                oneBlock(column), List.of(Split.hemifields(CHANNELS, ROWS, 1)), Scaling.NONE)
            .get(0);
    assertThat(gram.first().values()).containsOnly(0);
    assertThat(gram.second().values()).containsOnly(0);
    assertClose(gram.rest().orElseThrow().values(), definition(activations, 3, 4));
  }

  /** Two stimuli are one standard deviation above and below every feature's mean. */
  @Test
  void featuresThatFillAChunkAreStandardised() {
    // Given
    int half = new ChunkLayout(2, 1).width() / 2;
    Features first = Features.of("first", Made.floats(1, 2, half));
    Features second = Features.of("second", Made.floats(2, 2, half));
    // When
    SplitGram gram =
        new GramComputation(Made.resources()).ofFeatures(List.of(first, second), Scaling.FEATURE);
    // Then
    assertThat(gram.first().values())
        .containsExactly(new double[] {half, -half, -half, half}, within(half * ROUND_OFF));
  }

  @Test
  void asManyStimuliAsATileHasAreOneTile() {
    // Given
    int stimuli = 256;
    FloatTensor x = Made.floats(1, stimuli, 2);
    Features first = Features.of("first", x);
    Features second = Features.of("second", Made.floats(2, stimuli, 2));
    // When
    double[] gram =
        new GramComputation(Made.resources())
            .ofFeatures(List.of(first, second), Scaling.NONE)
            .first()
            .values();
    // Then
    double[] centred = centred(x.values(), stimuli);
    assertThat(gram[255 * stimuli + 1]).isCloseTo(product(centred, 255, 1, 2), within(ROUND_OFF));
    assertThat(gram[stimuli + 255]).isEqualTo(gram[255 * stimuli + 1]);
  }

  /** The same features in blocks of 100 stimuli. */
  private static ActivationBlocks sideBySide(int stimuli, int... counts) {
    int features = IntStream.of(counts).sum();
    float[] all = new float[stimuli * features];
    int from = 0;
    for (int i = 0; i < counts.length; i++) {
      float[] part = Made.floats(i, stimuli, counts[i]).values();
      for (int s = 0; s < stimuli; s++) {
        System.arraycopy(part, s * counts[i], all, s * features + from, counts[i]);
      }
      from += counts[i];
    }
    return new ActivationBlocks() {
      @Override
      public int stimuli() {
        return stimuli;
      }

      @Override
      public int count() {
        return stimuli / 100;
      }

      @Override
      public FloatTensor block(int index) {
        int size = 100 * features;
        return new FloatTensor(
            Shape.of(100, features), Arrays.copyOfRange(all, index * size, (index + 1) * size));
      }
    };
  }

  private static double[] centred(float[] x, int stimuli) {
    int features = x.length / stimuli;
    double[] centred = new double[x.length];
    for (int f = 0; f < features; f++) {
      double mean = 0;
      for (int s = 0; s < stimuli; s++) {
        mean += x[s * features + f] / (double) stimuli;
      }
      for (int s = 0; s < stimuli; s++) {
        centred[s * features + f] = x[s * features + f] - mean;
      }
    }
    return centred;
  }

  private static double product(double[] x, int row, int column, int features) {
    double sum = 0;
    for (int f = 0; f < features; f++) {
      sum += x[row * features + f] * x[column * features + f];
    }
    return sum;
  }

  @Test
  void nonFiniteActivationIsNamed() {
    activations[17 * FEATURES + 31] = Float.NaN;
    assertThatThrownBy(() -> gram(activations, Scaling.TRACE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("block 2, stimulus row 17: feature 31 is NaN");
  }

  @Test
  void constantActivationsAreRefused() {
    Arrays.fill(activations, 0.1f);
    assertThatThrownBy(() -> gram(activations, Scaling.TRACE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none differs between the stimuli");
  }

  @Test
  void blocksThatDoNotFitAreRefused() {
    ActivationBlocks narrow = new Blocks(Arrays.copyOf(activations, 22 * FEATURES), 8);
    GramComputation computation = new GramComputation(Made.resources());
    List<Split> splits = List.of(hemifields);
    assertThatThrownBy(() -> computation.ofActivations(narrow, splits, Scaling.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("22 stimuli, 23 are expected");
    List<Split> wider = List.of(Split.hemifields(CHANNELS, ROWS, 8));
    ActivationBlocks blocks = new Blocks(activations, 8);
    assertThatThrownBy(() -> computation.ofActivations(blocks, wider, Scaling.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("block 0 of shape (8, 3, 5, 7) does not fit");
  }

  @Test
  void setOfStimuliTooLargeForTheMemoryIsRefusedBeforeItIsRead() {
    ActivationBlocks unread =
        new ActivationBlocks() {
          @Override
          public int stimuli() {
            return 9_841;
          }

          @Override
          public int count() {
            throw new AssertionError("read");
          }

          @Override
          public FloatTensor block(int index) {
            throw new AssertionError("read");
          }
        };
    GramComputation computation = new GramComputation(Made.resources(2, 1L << 30));
    assertThatThrownBy(() -> computation.ofActivations(unread, List.of(hemifields), Scaling.TRACE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "forming Gram matrices of 9841 stimuli needs at least 2294 MiB of memory, but the"
                + " encoder has 1024 MiB; raise its setting CHIASM_ENCODER_MEMORY");
  }

  @Test
  void missingScratchFolderIsAPassingFault() {
    Resources lost = new Resources(1, 1, Path.of("no", "such", "folder"));
    assertThatThrownBy(
            () ->
                new GramComputation(lost)
                    .ofActivations(new Blocks(activations, 8), List.of(hemifields), Scaling.NONE))
        .isInstanceOf(TransientException.class);
  }

  private SplitGram gram(float[] values, Scaling scaling) {
    return new GramComputation(Made.resources())
        .ofActivations(new Blocks(values, 8), List.of(hemifields), scaling)
        .get(0);
  }

  private FloatTensor columns(int from, int to) {
    int width = to - from;
    float[] values = new float[STIMULI * CHANNELS * ROWS * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = activations[i / width * COLUMNS + from + i % width];
    }
    return new FloatTensor(Shape.of(STIMULI, CHANNELS, ROWS, width), values);
  }

  /** Products of columns {@code from … to} less their means, straight from the definition. */
  private static double[] definition(float[] x, int from, int to) {
    double[] gram = new double[STIMULI * STIMULI];
    for (int f = 0; f < FEATURES; f++) {
      if (f % COLUMNS >= from && f % COLUMNS < to) {
        double mean = 0;
        for (int s = 0; s < STIMULI; s++) {
          mean += x[s * FEATURES + f] / (double) STIMULI;
        }
        for (int i = 0; i < gram.length; i++) {
          double a = x[i / STIMULI * FEATURES + f] - mean;
          gram[i] += a * (x[i % STIMULI * FEATURES + f] - mean);
        }
      }
    }
    return gram;
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, within(ROUND_OFF));
  }

  private record Blocks(FloatTensor all, int size) implements ActivationBlocks {
    Blocks(float[] values, int size) {
      this(new FloatTensor(Shape.of(values.length / FEATURES, FEATURES), values), size);
    }

    @Override
    public int stimuli() {
      return STIMULI;
    }

    @Override
    public int count() {
      return (int) (all.shape().extent(0) + size - 1) / size;
    }

    @Override
    public FloatTensor block(int index) {
      int from = index * size * FEATURES;
      int to = Math.min(from + size * FEATURES, all.values().length);
      return new FloatTensor(
          Shape.of((to - from) / FEATURES, CHANNELS, ROWS, COLUMNS),
          Arrays.copyOfRange(all.values(), from, to));
    }
  }

  private static ActivationBlocks oneBlock(FloatTensor all) {
    return new HeldBlocks(STIMULI, List.of(all));
  }
}
