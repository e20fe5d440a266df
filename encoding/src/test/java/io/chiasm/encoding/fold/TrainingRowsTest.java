package io.chiasm.encoding.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.validation.Folds;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  @Test
  void trainingRowsLieByInnerFoldWhichIsTheirPlaceModuloFive() {
    Folds folds = Folds.of(new int[] {0, 0, 0, -1, -1, -1, -1, -1, -1, -1});
    TrainingRows training = TrainingRows.of(folds.training(0));
    assertThat(training.rows()).containsExactly(3, 8, 4, 9, 5, 6, 7);
    assertThat(training.start(1)).isEqualTo(2);
    assertThat(training.end(4)).isEqualTo(7);
  }
}
