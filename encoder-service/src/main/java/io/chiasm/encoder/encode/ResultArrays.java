package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoder.score.FoldScores;
import io.chiasm.encoder.score.ModelScores;
import io.chiasm.encoder.score.ShareScores;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays the scores of all models out as named float32 arrays. */
final class ResultArrays {
  private final int vertices;
  private final Map<String, FloatTensor> arrays = new LinkedHashMap<>();

  private ResultArrays(int vertices) {
    this.vertices = vertices;
  }

  static Map<String, FloatTensor> of(AllScores scores, boolean alphas) {
    ResultArrays result = new ResultArrays(scores.vertices());
    scores.models().forEach((model, score) -> result.putModel(model, score, alphas));
    result.putShares(scores.shares());
    if (scores.of(Model.CONTRA).isPresent()) {
      result.putContrasts(scores);
    } else {
      result.putParts(scores.shares());
    }
    return result.arrays;
  }

  private void putModel(Model model, ModelScores scores, boolean alphas) {
    String name = model.label();
    putScores(name, scores.r(), scores.r2());
    if (alphas) {
      put("alpha_" + name, scores.alpha().lowerMedian());
      put("alpha_folds_" + name, scores.alpha().perFold());
    }
    if (model == Model.BANDED) {
      put("gamma_" + name, scores.gamma().mean());
      put("gamma_folds_" + name, scores.gamma().perFold());
    }
  }

  private void putScores(String name, FoldScores r, FoldScores r2) {
    put("score_" + name, r.mean());
    put("r2_" + name, r2.mean());
    put("score_folds_" + name, r.perFold());
    put("r2_folds_" + name, r2.perFold());
  }

  private void putShares(ShareScores shares) {
    put("share_contra", shares.r2().contra().mean());
    put("share_ipsi", shares.r2().ipsi().mean());
    put("share_rest", shares.r2().rest().mean());
    put("share_r_contra", shares.r().contra().mean());
    put("share_r_ipsi", shares.r().ipsi().mean());
    put("share_r_rest", shares.r().rest().mean());
  }

  /** The joint split: the halves' parts of the full model stand where models of their own would. */
  private void putParts(ShareScores shares) {
    putScores(Model.CONTRA.label(), shares.r().contra(), shares.r2().contra());
    putScores(Model.IPSI.label(), shares.r().ipsi(), shares.r2().ipsi());
    put("lateralisation", difference(shares.r().contra().mean(), shares.r().ipsi().mean()));
  }

  private void putContrasts(AllScores scores) {
    double[] full = scores.get(Model.FULL).r2().mean();
    double[] contra = scores.get(Model.CONTRA).r2().mean();
    double[] ipsi = scores.get(Model.IPSI).r2().mean();
    put("unique_contra", difference(full, ipsi));
    put("unique_ipsi", difference(full, contra));
    double[] shared = new double[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      shared[vertex] = contra[vertex] + ipsi[vertex] - full[vertex];
    }
    put("shared", shared);
    put(
        "lateralisation",
        difference(scores.get(Model.CONTRA).r().mean(), scores.get(Model.IPSI).r().mean()));
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
