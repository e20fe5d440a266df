package io.chiasm.contracts.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ValidationSpec.KFold;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTableTest {
  /** nsd-00010, nsd-00013 … nsd-00031. */
  private static final List<StimulusId> STIMULI =
      IntStream.range(0, 8).mapToObj(i -> new StimulusId(10 + 3 * i)).toList();

  private static final String GOOD =
      "stimulus,fold\n10,0\n13,0\n16,0\n19,1\n22,1\n25,1\n28,-1\n31,-1\n";

  @Test
  void aTableIsReadInAnyOrderAndEitherSpelling() {
    // Given
    String csv =
        "\uFEFFstimulus, fold\r\nnsd-00031,-1\r\n28,-1\r\n\r\n\"25\",1\r\n22,1\r\n19,1\r\n"
            + "nsd-00016,0\r\n00013,0\r\nnsd-00010,0";
    // When
    Folds folds = Folds.read(csv, "folds.csv", STIMULI);
    // Then
    assertThat(folds.toArray()).containsExactly(0, 0, 0, 1, 1, 1, -1, -1);
    assertThat(folds).isEqualTo(Folds.read(GOOD, "folds.csv", STIMULI));
  }

  @Test
  void aWrittenTableReadsBackToEqualFolds() {
    // Given
    List<StimulusId> stimuli =
        new Random(7)
            .ints(0, 73_000)
            .distinct()
            .limit(120)
            .sorted()
            .mapToObj(StimulusId::new)
            .collect(Collectors.toList());
    Folds folds = Folds.draw(new KFold(10, 0), stimuli.size());
    // When
    String csv = folds.csv(stimuli);
    // Then
    assertThat(csv).startsWith("stimulus,fold\n" + stimuli.get(0) + "," + folds.foldOf(0) + "\n");
    assertThat(Folds.read(csv, "folds.csv", stimuli)).isEqualTo(folds);
  }

  @Test
  void aTableIsWrittenForTheStimuliOfTheFolds() {
    Folds folds = Folds.read(GOOD, "folds.csv", STIMULI);
    assertThatThrownBy(() -> folds.csv(STIMULI.subList(0, 7)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<Arguments> bad() {
    return List.of(
        Arguments.of("", "folds.csv:1: found nothing; possible: the header stimulus,fold"),
        Arguments.of("13,0\n", "folds.csv:1: found the header '13,0'; possible: stimulus,fold"),
        Arguments.of(
            GOOD.replace("13,0", "13,0,7"),
            "folds.csv:3: found 3 values; possible: two, stimulus and fold"),
        Arguments.of(
            GOOD.replace("13,0", "13"),
            "folds.csv:3: found 1 values; possible: two, stimulus and fold"),
        Arguments.of(
            GOOD.replace("13,0", "14,0"),
            "folds.csv:3: found the stimulus '14'; possible: one of the study's 8 stimuli"),
        Arguments.of(
            GOOD.replace("13,0", "coco-13,0"),
            "folds.csv:3: found the stimulus 'coco-13'; possible: nsd-00013 or 13"),
        Arguments.of(
            GOOD.replace("13,0", "99999999999,0"),
            "folds.csv:3: found the stimulus '99999999999'; possible: nsd-00013 or 13"),
        Arguments.of(
            GOOD.replace("16,0", "nsd-00013,0"),
            "folds.csv:4: found 'nsd-00013' again after line 3; possible: each stimulus once"),
        Arguments.of(
            GOOD.replace("13,0", "13,a"),
            "folds.csv:3: found the fold 'a'; possible: 0, 1, … or -1 for never held out"),
        Arguments.of(
            GOOD.replace("13,0", "13,0.0"),
            "folds.csv:3: found the fold '0.0'; possible: 0, 1, … or -1 for never held out"),
        Arguments.of(
            GOOD.replace("13,0\n", ""),
            "folds.csv: 1 of the study's 8 stimuli missing, the first is nsd-00013; possible: a row"
                + " for each, with fold -1 if it is never held out"),
        Arguments.of(
            GOOD.replace(",0", ",2"),
            "folds.csv: fold 0 has no stimulus, but fold 2 exists; possible: folds numbered from 0"
                + " without gaps"),
        Arguments.of(
            GOOD.replace("13,0", "13,-1"),
            "folds.csv: fold 0 holds out 2 of 8 stimuli; a correlation needs at least 3"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadTableIsRefusedWithItsLine(String csv, String message) {
    assertThatThrownBy(() -> Folds.read(csv, "folds.csv", STIMULI))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void brokenQuotesAreNoTable() {
    assertThatThrownBy(() -> Folds.read("stimulus,fold\n\"13,0\n", "folds.csv", STIMULI))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("folds.csv: not a CSV table: ");
  }

  @Test
  void damagedTablesAreReadOrRefusedNeverAnythingElse() {
    // Given
    Random random = new Random(11);
    for (int trial = 0; trial < 3000; trial++) {
      StringBuilder csv = new StringBuilder(GOOD);
      for (int i = random.nextInt(5); i >= 0; i--) {
        String replacement = String.valueOf("\",\n\r\0-0199a\uFEFF".charAt(random.nextInt(12)));
        int at = random.nextInt(csv.length());
        csv.replace(at, at + random.nextInt(2), replacement);
      }
      // When
      boolean read = reads(csv.toString());
      // Then
      assertThat(read || !csv.toString().equals(GOOD)).isTrue();
    }
  }

  /** Whether the table is read; any failure but a refusal escapes. */
  private static boolean reads(String csv) {
    try {
      return Folds.read(csv, "folds.csv", STIMULI).stimuli() == STIMULI.size();
    } catch (InputException e) {
      return false;
    }
  }
}
