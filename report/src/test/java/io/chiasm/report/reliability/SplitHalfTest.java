package io.chiasm.report.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.FoldLateralisation;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SplitHalfTest {
  private static final int VERTICES = 12;

  /** Sums of a dozen numbers in another order. */
  private static final double ROUNDING = 1e-12;

  private static final Condition CONDITION =
      new Condition("net", "early", "t", "features", "ridge");

  @Test
  void agreesWithNumpy() {
    for (CSVRecord row : NumpyNumbers.rows("halves.csv")) {
      int folds = Integer.parseInt(row.get("folds"));
      SplitHalf half = half(scores("contra", folds), scores("ipsi", folds)).orElseThrow();
      assertThat(half.folds()).isEqualTo(folds);
      assertThat(half.vertices()).isEqualTo(Integer.parseInt(row.get("vertices")));
      assertThat(half.r()).isCloseTo(NumpyNumbers.number(row, "r"), within(ROUNDING));
      assertThat(half.reliability())
          .isCloseTo(NumpyNumbers.number(row, "reliability"), within(ROUNDING));
    }
  }

  @Test
  void equalHalvesAreWhollyReliableAndOppositeOnesAreNot() {
    float[][] nothing = new float[2][3];
    float[][] equal = {{1, 2, 4}, {1, 2, 4}};
    float[][] opposite = {{1, 2, 4}, {-1, -2, -4}};
    float[][] constant = {{1, 1, 1}, {1, 2, 4}};
    assertThat(half(equal, nothing).orElseThrow().reliability()).isCloseTo(1, within(ROUNDING));
    assertThat(half(opposite, nothing).orElseThrow().r()).isEqualTo(-1);
    assertThat(half(opposite, nothing).orElseThrow().reliability()).isNaN();
    assertThat(half(constant, nothing).orElseThrow().reliability()).isNaN();
  }

  @Test
  void oneFoldOrTwoVerticesHaveNoHalves() {
    assertThat(half(new float[1][5], new float[1][5])).isEmpty();
    assertThat(half(new float[4][2], new float[4][2])).isEmpty();
    assertThat(half(new float[0][0], new float[0][0])).isEmpty();
  }

  private static Optional<SplitHalf> half(float[][] contra, float[][] ipsi) {
    FoldCell cell = new FoldCell("subj01", Hemisphere.LH, CONDITION, contra, ipsi);
    return SplitHalf.of(cell, FoldLateralisation.of(cell));
  }

  private static float[][] scores(String model, int folds) {
    float[][] scores =
        NumpyNumbers.rows("folds.csv").stream()
            .filter(row -> row.get("model").equals(model))
            .map(SplitHalfTest::vertices)
            .toArray(float[][]::new);
    return Arrays.copyOf(scores, folds);
  }

  private static float[] vertices(CSVRecord row) {
    float[] vertices = new float[VERTICES];
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      vertices[vertex] = (float) NumpyNumbers.number(row, Integer.toString(vertex));
    }
    return vertices;
  }
}
