package io.chiasm.encoder.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import org.junit.jupiter.api.Test;

class FoldsTest {
  @Test
  void trainingRowsLieByInnerFoldWhichIsTheirPlaceModuloFive() {
    Folds folds = Folds.of(1, 1, -1, -1, -1, -1, -1, -1, -1);
    TrainingRows training = folds.training(0);
    assertThat(training.rows()).containsExactly(2, 7, 3, 8, 4, 5, 6);
    assertThat(training.start(1)).isEqualTo(2);
    assertThat(training.end(4)).isEqualTo(7);
  }

  @Test
  void everyStimulusTrainsOrIsHeldOut() {
    Folds folds = Folds.of(0, 1, 2, 0, 1, 2, 0, 1, -1, -1);
    assertThat(folds.count()).isEqualTo(3);
    assertThat(folds.heldOut(1)).containsExactly(1, 4, 7);
    assertThat(folds.training(1).rows()).containsExactlyInAnyOrder(0, 2, 3, 5, 6, 8, 9);
  }

  @Test
  void foldsThatCannotBeScoredAreRefused() {
    assertThatThrownBy(() -> Folds.of(-1, -1, -1))
        .isInstanceOf(InputException.class)
        .hasMessage("folds: no stimulus is ever held out");
    assertThatThrownBy(() -> Folds.of(0, 0, 0, 0, 0, 0, 7))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fold 0 holds out 6 stimuli and trains on 1");
    assertThatThrownBy(() -> Folds.of(0, -2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 1 has fold -2");
  }
}
