package io.chiasm.report.results;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.message.ArrayName.Measure;

/**
 * Lateralisation of one cell {@code [fold, vertex]}: score(contralateral) − score(ipsilateral) of
 * each fold's held-out stimuli, in float64.
 */
public final class FoldLateralisation {
  private static final String CONTRA = ArrayName.perFold(Measure.SCORE, Model.CONTRA).value();
  private static final String IPSI = ArrayName.perFold(Measure.SCORE, Model.IPSI).value();

  private final double[][] values;

  private FoldLateralisation(double[][] values) {
    this.values = values;
  }

  /** Without folds if the cell has no scores by fold. */
  public static FoldLateralisation of(EncodingCell cell) {
    float[][] contra = cell.foldwise(CONTRA);
    float[][] ipsi = cell.foldwise(IPSI);
    double[][] values = new double[Math.min(contra.length, ipsi.length)][];
    for (int fold = 0; fold < values.length; fold++) {
      values[fold] = new double[contra[fold].length];
      for (int vertex = 0; vertex < contra[fold].length; vertex++) {
        values[fold][vertex] = (double) contra[fold][vertex] - ipsi[fold][vertex];
      }
    }
    return new FoldLateralisation(values);
  }

  public int folds() {
    return values.length;
  }

  public int vertices() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** NaN where one of the scores is missing. */
  public double get(int fold, int vertex) {
    return values[fold][vertex];
  }

  /** Whether a vertex has a value in every fold; others have no lateralisation in any table. */
  public boolean complete(int vertex) {
    for (double[] fold : values) {
      if (Double.isNaN(fold[vertex])) {
        return false;
      }
    }
    return true;
  }
}
