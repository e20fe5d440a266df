package io.chiasm.encoder.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.HalfFloat;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoding.testing.Made;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GramFormationTest {
  /** Float64 sums of the same products in another order. */
  private static final double ROUND_OFF = 1e-9;

  /** Sums of products of two numbers, each rounded by up to 2⁻¹² of its size on average. */
  private static final double OF_HALVES = 0x1p-11;

  private static final int STIMULI = 9;
  private static final int CHANNELS = 4;
  private static final int ROWS = 5;
  private static final int COLUMNS = 5;

  private final MemoryStore store = new MemoryStore("chiasm");
  private final StoredTensors tensors = new StoredTensors(store);
  private final GramFormation formation = new GramFormation(store, Made.resources());

  private final FloatTensor left = Made.floats(1, STIMULI, CHANNELS, ROWS, COLUMNS);
  private final FloatTensor right = Made.floats(2, STIMULI, CHANNELS, ROWS, COLUMNS);

  @Test
  void oneReadingServesTheStudysSplitAndItsControls() {
    FanIn fanIn =
        fanIn(
            blocks("plain", left),
            SplitName.FEATURES,
            SplitName.UPPER_LOWER,
            SplitName.RANDOM,
            SplitName.CHANNELS);
    formation.form(fanIn);
    assertThat(formation.formed(fanIn)).isTrue();
    double[] full = full(fanIn.gram());
    for (GramTask control : fanIn.controls()) {
      assertThat(full(control)).containsExactly(full, within(ROUND_OFF));
      assertThat(first(control)).isNotEqualTo(first(fanIn.gram()));
    }
  }

  @Test
  void blocksOfFloat16AreReadAsTheNumbersThatTheyHold() {
    // Given
    FloatTensor rounded = FloatTensor.zeros(STIMULI, CHANNELS, ROWS, COLUMNS);
    for (int i = 0; i < rounded.values().length; i++) {
      rounded.values()[i] = HalfFloat.toFloat(HalfFloat.nearest(left.values()[i]));
    }
    FanIn halves = fanIn(halves("halves", left), SplitName.FEATURES);
    FanIn same = fanIn(blocks("rounded", rounded), SplitName.FEATURES);
    FanIn floats = fanIn(blocks("plain", left), SplitName.FEATURES);
    // When
    List.of(halves, same, floats).forEach(formation::form);
    // Then
    assertThat(full(halves.gram())).isEqualTo(full(same.gram()));
    double largest = Arrays.stream(full(floats.gram())).max().orElseThrow();
    assertThat(full(halves.gram()))
        .isNotEqualTo(full(floats.gram()))
        .containsExactly(full(floats.gram()), within(largest * OF_HALVES));
  }

  /** Two blocks as {@link #blocks}, in float16. */
  private List<BlockRows> halves(String folder, FloatTensor all) {
    List<BlockRows> blocks = blocks(folder, all);
    tensors.putHalves(blocks.get(0).block(), rows(all, 0, 4));
    tensors.putHalves(blocks.get(1).block(), rows(all, 4, STIMULI));
    return blocks;
  }

  @Test
  void controlAddedLaterLeavesWhatIsThere() {
    FanIn before = fanIn(blocks("plain", left), SplitName.FEATURES);
    formation.form(before);
    store.delete(document(before.gram()).first().key());
    FanIn after = fanIn(blocks("plain", left), SplitName.FEATURES, SplitName.CHANNELS);
    assertThat(formation.formed(after)).isFalse();
    formation.form(after);
    assertThat(formation.formed(after)).isTrue();
    assertThat(store.exists(document(after.gram()).first().key())).isFalse();
  }

  @Test
  void anotherStudyOfTheSameStimuliNeedsNoActivations() {
    FanIn first = fanIn(blocks("plain", left), SplitName.FEATURES);
    formation.form(first);
    first.blocks().forEach(rows -> store.delete(rows.block()));
    FanIn ofAnotherStudy = fanIn(first.blocks(), SplitName.FEATURES);
    assertThat(formation.formed(ofAnotherStudy)).isTrue();
  }

  @Test
  void participantsOfOtherStimuliHaveMatricesOfTheirRowsAlone() {
    List<BlockRows> all = blocks("plain", left);
    FanIn some =
        fanIn(
            List.of(
                new BlockRows(all.get(0).block(), List.of(1, 3)),
                new BlockRows(all.get(1).block(), List.of(0, 2, 4))),
            SplitName.FEATURES);
    formation.form(some);
    FloatTensor chosen = FloatTensor.zeros(5, CHANNELS, ROWS, COLUMNS);
    int each = CHANNELS * ROWS * COLUMNS;
    int[] rows = {1, 3, 4, 6, 8};
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(left.values(), rows[i] * each, chosen.values(), i * each, each);
    }
    FanIn alone = fanIn(List.of(block("alone", "a", chosen)), SplitName.FEATURES);
    formation.form(alone);
    assertThat(full(some.gram())).isEqualTo(full(alone.gram()));
  }

  @Test
  void mirroredHalvesAreExchangedBack() {
    FanIn plain = fanIn(blocks("plain", left), SplitName.FEATURES);
    FanIn mirrored = fanIn(blocks("mirrored", flipped(left)), SplitName.MIRRORED);
    formation.form(plain);
    formation.form(mirrored);
    assertThat(first(mirrored.gram())).containsExactly(first(plain.gram()), within(ROUND_OFF));
    assertThat(second(mirrored.gram())).containsExactly(second(plain.gram()), within(ROUND_OFF));
  }

  @Test
  void imageSplitKeepsEveryColumnOfEitherPass() {
    FanIn ofLeft = fanIn(blocks("left", left), SplitName.FEATURES);
    FanIn ofRight = fanIn(blocks("right", right), SplitName.FEATURES);
    FanIn image =
        fanIn(
            List.of(
                blocks("left", left).get(0),
                blocks("left", left).get(1),
                blocks("right", right).get(0),
                blocks("right", right).get(1)),
            SplitName.IMAGE);
    formation.form(ofLeft);
    formation.form(ofRight);
    formation.form(image);
    assertThat(first(image.gram())).containsExactly(full(ofLeft.gram()), within(ROUND_OFF));
    assertThat(second(image.gram())).containsExactly(full(ofRight.gram()), within(ROUND_OFF));
    assertThat(document(image.gram()).rest()).isNull();
    assertThat(document(image.gram()).activation()).isEqualTo(document(ofLeft.gram()).activation());
  }

  @Test
  void layerWithoutRowsToShareOutIsRefused() {
    FloatTensor flat = Made.floats(3, STIMULI, CHANNELS, 1, COLUMNS);
    FanIn fanIn = fanIn(blocks("flat", flat), SplitName.FEATURES, SplitName.UPPER_LOWER);
    assertThatThrownBy(() -> formation.form(fanIn))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("split upper-lower: the layer has one row");
  }

  /** Two blocks, of 4 and 5 stimuli. */
  private List<BlockRows> blocks(String folder, FloatTensor all) {
    return List.of(block(folder, "a", rows(all, 0, 4)), block(folder, "b", rows(all, 4, STIMULI)));
  }

  private BlockRows block(String folder, String name, FloatTensor values) {
    ObjectKey key = ObjectLayout.activations(folder).child(name + ".npy");
    tensors.put(key, values);
    return new BlockRows(key, List.of());
  }

  private static FloatTensor rows(FloatTensor all, int from, int to) {
    int each = all.values().length / STIMULI;
    FloatTensor some =
        FloatTensor.zeros(
            to - from, all.shape().extent(1), all.shape().extent(2), all.shape().extent(3));
    System.arraycopy(all.values(), from * each, some.values(), 0, some.values().length);
    return some;
  }

  private static FloatTensor flipped(FloatTensor all) {
    FloatTensor flipped = FloatTensor.zeros(STIMULI, CHANNELS, ROWS, COLUMNS);
    for (int i = 0; i < flipped.values().length; i++) {
      int column = i % COLUMNS;
      flipped.values()[i] = all.values()[i - column + COLUMNS - 1 - column];
    }
    return flipped;
  }

  private static FanIn fanIn(List<BlockRows> blocks, SplitName first, SplitName... controls) {
    String name = blocks.get(0).block().value();
    return new FanIn(
        "study",
        blocks,
        task(name, first),
        Arrays.stream(controls).map(c -> task(name, c)).toList(),
        List.of());
  }

  private static GramTask task(String name, SplitName split) {
    String hash = name.replace('/', '-') + "-" + split.label();
    return new GramTask(split.label(), Scaling.NONE, ObjectLayout.gram(hash));
  }

  private GramDocument document(GramTask task) {
    return new Documents(store).get(task.result(), GramDocument.class);
  }

  private double[] first(GramTask task) {
    return tensors.doubles(document(task).first()).values();
  }

  private double[] second(GramTask task) {
    return tensors.doubles(document(task).second()).values();
  }

  private double[] full(GramTask task) {
    double[] sum = first(task).clone();
    add(sum, document(task).second());
    TensorRef rest = document(task).rest();
    if (rest != null) {
      add(sum, Objects.requireNonNull(rest));
    }
    return sum;
  }

  private void add(double[] sum, TensorRef ref) {
    double[] values = tensors.doubles(ref).values();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }
}
