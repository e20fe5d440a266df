package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoder.score.ModelScores;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays the scores of all models out as named float32 arrays. */
final class ResultArrays {
  private final int vertices;
  private final Map<String, FloatTensor> arrays = new LinkedHashMap<>();

  private ResultArrays(int vertices) {
    this.vertices = vertices;
  }

  static Map<String, FloatTensor> of(Map<Model, ModelScores> scores, int vertices, boolean alphas) {
    ResultArrays result = new ResultArrays(vertices);
    scores.forEach((model, score) -> result.putModel(model.label(), score, alphas));
    result.putContrasts(scores);
    return result.arrays;
  }

  private void putModel(String model, ModelScores scores, boolean alphas) {
    put("score_" + model, scores.r().mean());
    put("r2_" + model, scores.r2().mean());
    put("score_folds_" + model, scores.r().perFold());
    put("r2_folds_" + model, scores.r2().perFold());
    if (alphas) {
      put("alpha_" + model, scores.alpha().lowerMedian());
      put("alpha_folds_" + model, scores.alpha().perFold());
    }
  }

  private void putContrasts(Map<Model, ModelScores> scores) {
    double[] full = r2(scores, Model.FULL);
    double[] contra = r2(scores, Model.CONTRA);
    double[] ipsi = r2(scores, Model.IPSI);
    put("unique_contra", difference(full, ipsi));
    put("unique_ipsi", difference(full, contra));
    double[] shared = new double[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      shared[vertex] = contra[vertex] + ipsi[vertex] - full[vertex];
    }
    put("shared", shared);
    put(
        "lateralisation",
        difference(of(scores, Model.CONTRA).r().mean(), of(scores, Model.IPSI).r().mean()));
  }

  private static double[] r2(Map<Model, ModelScores> scores, Model model) {
    return of(scores, model).r2().mean();
  }

  private static ModelScores of(Map<Model, ModelScores> scores, Model model) {
    ModelScores found = scores.get(model);
    if (found == null) {
      throw new IllegalStateException("model " + model.label() + " was not fitted");
    }
    return found;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private void put(String name, double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    Shape shape =
        values.length == vertices && !name.contains("_folds_")
            ? Shape.of(vertices)
            : Shape.of(values.length / Math.max(vertices, 1), vertices);
    arrays.put(name, new FloatTensor(shape, narrow));
  }
}
