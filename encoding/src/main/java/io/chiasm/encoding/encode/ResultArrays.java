package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.message.ArrayName.Measure;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.score.FoldScores;
import io.chiasm.encoding.score.ModelScores;
import io.chiasm.encoding.score.ShareScores;
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
    putScores(model, scores.r(), scores.r2());
    if (alphas) {
      put(ArrayName.of(Measure.ALPHA, model), scores.alpha().lowerMedian());
      put(ArrayName.perFold(Measure.ALPHA, model), scores.alpha().perFold());
    }
    if (model == Model.BANDED) {
      put(ArrayName.of(Measure.GAMMA, model), scores.gamma().mean());
      put(ArrayName.perFold(Measure.GAMMA, model), scores.gamma().perFold());
    }
  }

  private void putScores(Model model, FoldScores r, FoldScores r2) {
    put(ArrayName.of(Measure.SCORE, model), r.mean());
    put(ArrayName.of(Measure.R2, model), r2.mean());
    put(ArrayName.perFold(Measure.SCORE, model), r.perFold());
    put(ArrayName.perFold(Measure.R2, model), r2.perFold());
  }

  private void putShares(ShareScores shares) {
    put(ArrayName.of(Measure.SHARE, Model.CONTRA), shares.r2().contra().mean());
    put(ArrayName.of(Measure.SHARE, Model.IPSI), shares.r2().ipsi().mean());
    put(ArrayName.rest(Measure.SHARE), shares.r2().rest().mean());
    put(ArrayName.of(Measure.SHARE_R, Model.CONTRA), shares.r().contra().mean());
    put(ArrayName.of(Measure.SHARE_R, Model.IPSI), shares.r().ipsi().mean());
    put(ArrayName.rest(Measure.SHARE_R), shares.r().rest().mean());
  }

  /** The joint split: the halves' parts of the full model stand where models of their own would. */
  private void putParts(ShareScores shares) {
    putScores(Model.CONTRA, shares.r().contra(), shares.r2().contra());
    putScores(Model.IPSI, shares.r().ipsi(), shares.r2().ipsi());
    put(ArrayName.LATERALISATION, difference(shares.r().contra().mean(), shares.r().ipsi().mean()));
  }

  private void putContrasts(AllScores scores) {
    double[] full = scores.get(Model.FULL).r2().mean();
    double[] contra = scores.get(Model.CONTRA).r2().mean();
    double[] ipsi = scores.get(Model.IPSI).r2().mean();
    put(ArrayName.of(Measure.UNIQUE, Model.CONTRA), difference(full, ipsi));
    put(ArrayName.of(Measure.UNIQUE, Model.IPSI), difference(full, contra));
    double[] shared = new double[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      shared[vertex] = contra[vertex] + ipsi[vertex] - full[vertex];
    }
    put(ArrayName.SHARED, shared);
    put(
        ArrayName.LATERALISATION,
        difference(scores.get(Model.CONTRA).r().mean(), scores.get(Model.IPSI).r().mean()));
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private void put(ArrayName name, double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    Shape shape =
        name.perFold()
            ? Shape.of(values.length / Math.max(vertices, 1), vertices)
            : Shape.of(vertices);
    arrays.put(name.value(), new FloatTensor(shape, narrow));
  }
}
