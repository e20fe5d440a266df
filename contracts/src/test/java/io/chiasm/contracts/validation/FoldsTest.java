package io.chiasm.contracts.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.ValidationSpec.FoldFile;
import io.chiasm.contracts.study.ValidationSpec.Holdout;
import io.chiasm.contracts.study.ValidationSpec.KFold;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {
  /** Cases drawn by scikit-learn and numpy; folds.py made them. */
  static Stream<String> reference() throws IOException {
    try (InputStream in = FoldsTest.class.getResourceAsStream("folds.csv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("reference")
  void foldsAreThoseOfTheReference(String row) {
    // Given
    String[] cells = row.split(",");
    int stimuli = Integer.parseInt(cells[1]);
    long seed = Long.parseLong(cells[3]);
    ValidationSpec spec =
        cells[0].equals("kfold")
            ? new KFold(Integer.parseInt(cells[2]), seed)
            : new Holdout(Double.parseDouble(cells[2]), seed);
    // When
    int[] folds = Folds.draw(spec, stimuli).toArray();
    // Then
    assertThat(folds)
        .containsExactly(Arrays.stream(cells[4].split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void everyStimulusIsEitherHeldOutOrTrainedOnInAFold() {
    // Given
    Folds folds = Folds.draw(new KFold(7, 3), 100);
    for (int fold = 0; fold < folds.count(); fold++) {
      // When
      IntStream both =
          IntStream.concat(Arrays.stream(folds.heldOut(fold)), Arrays.stream(folds.training(fold)));
      // Then
      assertThat(both.sorted().toArray()).containsExactly(IntStream.range(0, 100).toArray());
    }
  }

  @Test
  void kFoldHoldsEachStimulusOutOnceInFoldsOfNearlyEqualSize() {
    // Given
    Folds folds = Folds.draw(new KFold(10, 0), 872);
    // Then
    assertThat(folds.count()).isEqualTo(10);
    assertThat(folds.toArray()).doesNotContain(Folds.NEVER);
    assertThat(IntStream.range(0, 10).map(f -> folds.heldOut(f).length))
        .containsExactly(88, 88, 87, 87, 87, 87, 87, 87, 87, 87);
  }

  @Test
  void theTutorialsHoldoutOfTheSharedStimuliIs785And87() {
    // Given
    Folds folds = Folds.draw(new Holdout(0.1, 5), 872);
    // Then
    assertThat(folds.count()).isEqualTo(1);
    assertThat(folds.training(0)).hasSize(785);
    assertThat(folds.heldOut(0)).hasSize(87);
    assertThat(folds.foldOf(folds.heldOut(0)[0])).isZero();
    assertThat(folds.foldOf(folds.training(0)[0])).isEqualTo(Folds.NEVER);
  }

  @Test
  void anAssignmentIsCopiedInAndOut() {
    // Given
    int[] given = {0, 1, 0, 1, 0, 1, -1, -1};
    Folds folds = Folds.of(given);
    // When
    given[0] = 1;
    folds.toArray()[1] = 0;
    // Then
    assertThat(folds).isEqualTo(Folds.of(new int[] {0, 1, 0, 1, 0, 1, -1, -1}));
    assertThat(folds).hasSameHashCodeAs(Folds.of(folds.toArray())).isNotEqualTo(Folds.of(given2()));
  }

  private static int[] given2() {
    return new int[] {1, 0, 0, 1, 0, 1, -1, -1};
  }

  @Test
  void foldsTooSmallForACorrelationAreRefused() {
    assertThatThrownBy(() -> Folds.draw(new KFold(10, 0), 29))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: each of 10 folds holds out 2 of 29 stimuli; a correlation needs at least 3");
    assertThatThrownBy(() -> Folds.draw(new KFold(10, 0), 9))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: each of 10 folds holds out 0 of 9 stimuli; a correlation needs at least 3");
    assertThatThrownBy(() -> Folds.draw(new Holdout(0.1, 0), 24))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: holdout 0.1 holds out 2 of 24 stimuli; a correlation needs at least 3");
  }

  @Test
  void foldsThatLeaveTooFewToTrainOnAreRefused() {
    assertThatThrownBy(() -> Folds.draw(new Holdout(0.9, 0), 40))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: holdout 0.9 leaves 4 of 40 stimuli for training; at least 5 are needed");
    assertThatThrownBy(() -> Folds.draw(new KFold(2, 0), 9))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: each of 2 folds leaves 4 of 9 stimuli for training; at least 5 are needed");
  }

  @Test
  void assignmentsThatAreNoFoldsAreRefused() {
    assertThatThrownBy(() -> Folds.of(new int[0]))
        .isInstanceOf(InputException.class)
        .hasMessage("folds: no stimulus is held out; at least one fold is needed");
    assertThatThrownBy(() -> Folds.of(new int[] {-1, -1, -1}))
        .isInstanceOf(InputException.class)
        .hasMessage("folds: no stimulus is held out; at least one fold is needed");
    assertThatThrownBy(() -> Folds.of(new int[] {0, -2, 0}))
        .isInstanceOf(InputException.class)
        .hasMessage("folds: found fold -2; possible: 0, 1, … or -1 for never held out");
    assertThatThrownBy(() -> Folds.of(new int[] {0, 0, 0, 2, 2, 2, -1, -1}))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "folds: fold 1 has no stimulus, but fold 2 exists; possible: folds numbered from 0"
                + " without gaps");
    assertThatThrownBy(() -> Folds.of(new int[] {0, 0, Integer.MAX_VALUE}))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "folds: found fold 2147483647 among 3 stimuli; possible: folds numbered from 0 without"
                + " gaps");
  }

  @Test
  void aFoldFileIsNotDrawn() {
    assertThatThrownBy(() -> Folds.draw(new FoldFile(Path.of("folds.csv")), 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereIsNoFoldBeyondTheLast() {
    Folds folds = Folds.draw(new KFold(2, 0), 20);
    assertThatThrownBy(() -> folds.heldOut(2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> folds.training(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
