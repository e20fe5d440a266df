package io.chiasm.study.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counted from the arrays that the pages on results name. */
class ModelsTest {
  private static final List<Double> ALPHAS = List.of(1.0, 10.0);
  private static final Regression BANDED =
      new Regression.Ridge(ALPHAS, List.of(0.0, 0.25, 0.75, 1.0));
  private static final Regression RIDGE = new Regression.Ridge(ALPHAS, List.of());
  private static final Regression PCA = new Regression.PcaOls(5);

  @Test
  void bandedRidgeIsAModelMoreAndDecomposesWhatLiesBetweenTheHalves() {
    assertThat(Models.of(SplitName.FEATURES, BANDED)).isEqualTo(new Models(4, 5, true, true, true));
    assertThat(Models.of(SplitName.FEATURES, RIDGE)).isEqualTo(new Models(3, 3, true, false, true));
  }

  @Test
  void whereHalvesAreNoHemifieldsThereIsNoBandedRidge() {
    assertThat(Models.of(SplitName.RANDOM, BANDED)).isEqualTo(new Models(3, 3, true, false, true));
  }

  @Test
  void theJointSplitFitsTheFullModelAlone() {
    assertThat(Models.of(SplitName.JOINT, BANDED)).isEqualTo(new Models(1, 1, false, false, true));
  }

  @Test
  void aRegressionWithoutPenaltiesHasNone() {
    assertThat(Models.of(SplitName.IMAGE, PCA)).isEqualTo(new Models(3, 3, true, false, false));
  }

  /** Score, r² and α of a model, γ of banded ridge; three shares in r and in r²; four contrasts. */
  @Test
  void everyModelHasItsArrays() {
    Models banded = Models.of(SplitName.FEATURES, BANDED);
    assertThat(banded.vertexArrays()).isEqualTo(4 * 3 + 1 + 6 + 4);
    assertThat(banded.foldArrays()).isEqualTo(4 * 3 + 1);
    assertThat(banded.predicting()).isEqualTo(4);
    Models pca = Models.of(SplitName.FEATURES, PCA);
    assertThat(pca.vertexArrays()).isEqualTo(3 * 2 + 6 + 4);
    assertThat(pca.foldArrays()).isEqualTo(3 * 2);
  }

  /** Both halves' shares stand as score and r², and differ by one lateralisation. */
  @Test
  void theJointSplitsHalvesHaveArraysWithoutModels() {
    Models joint = Models.of(SplitName.JOINT, RIDGE);
    assertThat(joint.vertexArrays()).isEqualTo(3 + 6 + 2 * 2 + 1);
    assertThat(joint.foldArrays()).isEqualTo(3 + 2 * 2);
  }
}
