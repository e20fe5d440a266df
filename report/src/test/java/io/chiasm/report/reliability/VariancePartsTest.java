package io.chiasm.report.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class VariancePartsTest {
  /** Squares of numbers near 0.2 that were rounded to four digits, and an 8 × 8 system solved. */
  private static final double ROUNDING = 1e-14;

  @Test
  void agreesWithProjectionMatricesOfNumpyInEveryDesign() {
    double[][][][] y = values();
    for (CSVRecord row : NumpyNumbers.rows("parts.csv")) {
      int[] sizes = {
        Integer.parseInt(row.get("participants")),
        Integer.parseInt(row.get("hemispheres")),
        Integer.parseInt(row.get("seeds")),
        Integer.parseInt(row.get("folds"))
      };
      VarianceParts parts = VarianceParts.of(first(y, sizes));
      for (Part part : Part.values()) {
        double expected = NumpyNumbers.number(row, "part_" + part.label());
        assertThat(part.of(parts)).as("%s of %s", part, row).isCloseTo(expected, within(ROUNDING));
      }
    }
  }

  /** Estimates are unbiased: their mean over many made studies is what was put in. */
  @Test
  void onAverageThePartsAreThosePutIn() {
    double[] planted = {0.04, 0.09, 0.01, 0.02, 0.05};
    int studies = 4000;
    double[] sums = new double[planted.length];
    double[] squares = new double[planted.length];
    Random random = new Random(5);
    for (int study = 0; study < studies; study++) {
      VarianceParts parts = VarianceParts.of(made(planted, random));
      for (Part part : Part.values()) {
        sums[part.ordinal()] += part.of(parts);
        squares[part.ordinal()] += part.of(parts) * part.of(parts);
      }
    }
    for (Part part : Part.values()) {
      double mean = sums[part.ordinal()] / studies;
      double se = Math.sqrt((squares[part.ordinal()] / studies - mean * mean) / studies);
      assertThat(mean).as("%s", part).isCloseTo(planted[part.ordinal()], within(4 * se));
    }
  }

  @Test
  void aNegativeEstimateIsLeftAsItIs() {
    double[][][][] y = {{{{1}}, {{-1}}}, {{{-1}}, {{1}}}};
    assertThat(VarianceParts.of(y).participants()).isEqualTo(-1);
  }

  private static double[][][][] made(double[] planted, Random random) {
    double[] sd = new double[planted.length];
    for (int i = 0; i < sd.length; i++) {
      sd[i] = Math.sqrt(planted[i]);
    }
    double[] seeds = random.doubles(3).map(d -> sd[2] * random.nextGaussian()).toArray();
    double[] folds = random.doubles(4).map(d -> sd[3] * random.nextGaussian()).toArray();
    double[][][][] y = new double[5][2][3][4];
    for (double[][][] participant : y) {
      double person = sd[0] * random.nextGaussian();
      for (double[][] hemisphere : participant) {
        double side = person + sd[1] * random.nextGaussian();
        for (int s = 0; s < seeds.length; s++) {
          for (int f = 0; f < folds.length; f++) {
            hemisphere[s][f] = side + seeds[s] + folds[f] + sd[4] * random.nextGaussian();
          }
        }
      }
    }
    return y;
  }

  private static double[][][][] values() {
    double[][][][] y = new double[4][2][3][5];
    for (CSVRecord row : NumpyNumbers.rows("values.csv")) {
      y[at(row, "participant")][at(row, "hemisphere")][at(row, "seed")][at(row, "fold")] =
          NumpyNumbers.number(row, "value");
    }
    return y;
  }

  private static int at(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static double[][][][] first(double[][][][] y, int[] sizes) {
    double[][][][] some = new double[sizes[0]][sizes[1]][sizes[2]][sizes[3]];
    for (int p = 0; p < sizes[0]; p++) {
      for (int h = 0; h < sizes[1]; h++) {
        for (int s = 0; s < sizes[2]; s++) {
          System.arraycopy(y[p][h][s], 0, some[p][h][s], 0, sizes[3]);
        }
      }
    }
    return some;
  }
}
