package io.chiasm.extraction.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExtractionTest {
  /** float32 sums of 60 values of order one. */
  private static final float ROUND_OFF = 1e-5f;

  private static final Normalisation NONE =
      new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
  private static final Preprocessor PREPROCESSOR =
      new Preprocessor(PreprocessingRecipe.wholeImage(4, 5, NONE));
  private static final ExtractionSettings SETTINGS = new ExtractionSettings(8, 2);
  private static final PhotographDecoder DECODER = new PhotographDecoder(ImageLimits.DEFAULT);

  private final FakeNetwork network = new FakeNetwork();

  @Test
  void blocksArriveInOrderWithEveryStimulusAtItsPlace() {
    // Given
    List<List<Photograph>> blocks = List.of(photographs(0, 11), photographs(11, 3));
    List<List<FloatTensor>> received = new ArrayList<>();
    // When
    run(new ExtractionSettings(4, 2), blocks, received);
    // Then
    assertThat(received).hasSize(2);
    assertThat(received.get(0))
        .extracting(FloatTensor::shape)
        .containsExactly(Shape.of(11, 3, 4, 5), Shape.of(11, 1));
    for (int i = 0; i < 14; i++) {
      float[] means = received.get(i / 11).get(1).values();
      assertThat(means[i % 11]).isCloseTo(i / 255f, within(ROUND_OFF));
    }
  }

  @Test
  void batchesNeverCrossABlock() {
    run(
        new ExtractionSettings(4, 2),
        List.of(photographs(0, 11), photographs(11, 3)),
        new ArrayList<>());
    assertThat(network.batches).containsExactlyInAnyOrder(4L, 4L, 3L, 3L);
  }

  @Test
  void blockIsTheSameAloneAsAmongOthers() {
    List<List<FloatTensor>> together = new ArrayList<>();
    List<List<FloatTensor>> alone = new ArrayList<>();
    ExtractionSettings settings = new ExtractionSettings(4, 3);
    run(settings, List.of(photographs(0, 7), photographs(7, 9)), together);
    run(settings, List.of(photographs(7, 9)), alone);
    for (int layer = 0; layer < 2; layer++) {
      assertThat(together.get(1).get(layer).values()).isEqualTo(alone.get(0).get(layer).values());
    }
  }

  @Test
  void photographsAreReadOnlyAFewBatchesAhead() {
    // Given
    AtomicInteger read = new AtomicInteger();
    List<Photograph> photographs =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    new Photograph(
                        "p" + i,
                        () -> {
                          read.incrementAndGet();
                          return Pngs.grey(i);
                        }))
            .toList();
    List<List<Photograph>> blocks =
        IntStream.range(0, 20).mapToObj(i -> two(photographs, i)).toList();
    // When, Then: this block of two, and as many as twice the workers after it
    try (Extraction extraction = new Extraction(DECODER, new ExtractionSettings(2, 2))) {
      extraction.run(
          network,
          PREPROCESSOR,
          blocks,
          (block, layers) ->
              assertThat(read.get()).isLessThanOrEqualTo(Math.min(40, 2 * (block + 4))));
    }
    assertThat(read).hasValue(40);
  }

  @Test
  void firstDamagedPhotographInOrderIsNamed() {
    for (int repeat = 0; repeat < 20; repeat++) {
      List<Photograph> photographs = new ArrayList<>(photographs(0, 12));
      photographs.set(5, new Photograph("fifth.png", () -> Arrays.copyOf(Pngs.grey(1), 30)));
      photographs.set(6, new Photograph("sixth.png", () -> new byte[0]));
      assertThatThrownBy(() -> run(SETTINGS, List.of(photographs), new ArrayList<>()))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("fifth.png is truncated");
    }
  }

  @Test
  void whatAReaderThrowsIsPassedOn() {
    TransientException away = new TransientException("store away", new java.io.IOException());
    List<Photograph> photographs =
        List.of(
            new Photograph(
                "p",
                () -> {
                  throw away;
                }));
    assertThatThrownBy(() -> run(SETTINGS, List.of(photographs), new ArrayList<>())).isSameAs(away);
  }

  @Test
  void activationThatIsNotFiniteIsRefusedWithLayerAndPhotograph() {
    network.added = Float.NaN;
    try (Extraction extraction = new Extraction(DECODER, SETTINGS)) {
      assertThatThrownBy(
              () ->
                  extraction.run(
                      network, PREPROCESSOR, List.of(photographs(0, 4)), (block, layers) -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("layer mean gives NaN for p0");
    }
  }

  @Test
  void activationThatIsTooLargeForFloat16IsRefusedWithWhatToDo() {
    network.added = 2000;
    assertThatThrownBy(() -> runInHalves(List.of(photographs(0, 4))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "layer mean gives 120000.0 for p0; float16 ends at 65504, store them as float32"
                + " (activations: float32)");
    run(SETTINGS, List.of(photographs(0, 4)), new ArrayList<>());
  }

  @Test
  void infinityIsTheNetworksFaultHoweverItIsStored() {
    network.added = Float.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> runInHalves(List.of(photographs(0, 4))))
        .hasMessage(
            "layer mean gives -Infinity for p0; check the network's weights and normalisation");
  }

  @Test
  void layerOfSmallNumbersAloneIsRefusedForFloat16() {
    network.added = 1e-7f;
    List<Photograph> black =
        IntStream.range(0, 3).mapToObj(i -> new Photograph("b" + i, () -> Pngs.grey(0))).toList();
    assertThatThrownBy(() -> runInHalves(List.of(black)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("layer mean gives nothing larger than ")
        .hasMessageEndingWith(
            "float16 loses digits below 6.1e-05, store them as float32 (activations: float32)");
    List<Photograph> oneIsGrey = new ArrayList<>(black);
    oneIsGrey.set(2, new Photograph("grey", () -> Pngs.grey(1)));
    runInHalves(List.of(oneIsGrey));
  }

  @Test
  void layerOfZerosIsNoSmallOne() {
    runInHalves(List.of(photographs(0, 1)));
  }

  private void runInHalves(List<List<Photograph>> blocks) {
    try (Extraction extraction = new Extraction(DECODER, SETTINGS)) {
      extraction.run(network, PREPROCESSOR, ActivationType.FLOAT16, blocks, (block, layers) -> {});
    }
  }

  @Test
  void extractionInterruptedAtABlockIsCancelledThoughTheNextOneMayBeDone() {
    for (int repeat = 0; repeat < 50; repeat++) {
      AtomicInteger taken = new AtomicInteger();
      int ran = network.batches.size();
      try (Extraction extraction = new Extraction(DECODER, new ExtractionSettings(1, 1))) {
        assertThatThrownBy(
                () ->
                    extraction.run(
                        network,
                        PREPROCESSOR,
                        List.of(photographs(0, 1), photographs(1, 1)),
                        (block, layers) -> {
                          while (network.batches.size() < ran + 2) {
                            Thread.yield();
                          }
                          taken.incrementAndGet();
                          Thread.currentThread().interrupt();
                        }))
            .isInstanceOf(CancellationException.class);
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(taken).hasValue(1);
    }
  }

  @Test
  void interruptedExtractionIsCancelled() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(SETTINGS, List.of(photographs(0, 9)), new ArrayList<>()))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void networkOfOneBatchSizeGivesTheSameAsAnyOther() {
    // Given
    FloatTensor images = TestNetworks.images(3);
    FixedBatchRunner fixed = new FixedBatchRunner(new FakeNetwork(), 2);
    // When
    List<FloatTensor> pieces = fixed.run(images);
    List<FloatTensor> whole = network.run(images);
    // Then
    for (int layer = 0; layer < 2; layer++) {
      assertThat(pieces.get(layer).shape()).isEqualTo(whole.get(layer).shape());
      assertThat(pieces.get(layer).values()).isEqualTo(whole.get(layer).values());
    }
  }

  @Test
  void networkOnOneDeviceIsRunByOneThreadAtATime() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    network.during =
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.yield();
          inside.decrementAndGet();
        };
    try (Extraction extraction = new Extraction(DECODER, new ExtractionSettings(1, 4))) {
      extraction.run(
          new OneAtATime(network),
          PREPROCESSOR,
          List.of(photographs(0, 64)),
          (block, layers) -> {});
    }
    assertThat(network.batches).hasSize(64);
    assertThat(most).hasValue(1);
  }

  @Test
  void noThreadIsInTheNetworkOnceAnExtractionFailed() {
    AtomicInteger inside = new AtomicInteger();
    network.during =
        () -> {
          inside.incrementAndGet();
          Thread.yield();
          inside.decrementAndGet();
        };
    List<Photograph> photographs = new ArrayList<>(photographs(0, 64));
    photographs.set(3, new Photograph("third.png", () -> new byte[0]));
    for (int repeat = 0; repeat < 20; repeat++) {
      assertThatThrownBy(
              () -> run(new ExtractionSettings(1, 4), List.of(photographs), new ArrayList<>()))
          .hasMessageStartingWith("third.png");
      assertThat(inside).hasValue(0);
    }
  }

  @Test
  void batchSizeOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new ExtractionSettings(0, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("batch must be 1 to 1024, got 0");
  }

  private void run(
      ExtractionSettings settings,
      List<List<Photograph>> blocks,
      List<List<FloatTensor>> received) {
    try (Extraction extraction = new Extraction(DECODER, settings)) {
      extraction.run(
          network,
          PREPROCESSOR,
          blocks,
          (block, layers) -> {
            assertThat(block).isEqualTo(received.size());
            received.add(layers);
          });
    }
  }

  private static List<Photograph> two(List<Photograph> photographs, int pair) {
    return photographs.subList(2 * pair, 2 * pair + 2);
  }

  /** Greys {@code first}, {@code first + 1} … */
  private static List<Photograph> photographs(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> new Photograph("p" + i, () -> Pngs.grey(i)))
        .toList();
  }
}
