package io.chiasm.encoding.encode;

import java.util.List;

/**
 * What a reader should know of one encoding model's fits.
 *
 * @param vertices all vertices
 * @param constantResponses vertices without a score whose held-out response is constant in a fold
 * @param constantPredictions vertices without a score whose prediction is
 * @param components by fold: components used (pca-ols), or the training Gram matrix's rank (ridge)
 * @param looked vertices for which a wider grid of alphas was tried, in the first fold
 * @param wantSmaller of these, the vertices whose error it lowers notably by smaller alphas
 * @param wantLarger of these, the vertices whose error it lowers notably by larger alphas
 */
public record ModelReport(
    int vertices,
    int constantResponses,
    int constantPredictions,
    List<Integer> components,
    int looked,
    int wantSmaller,
    int wantLarger) {
  public ModelReport {
    components = List.copyOf(components);
  }

  /** Vertices without a score. */
  public int unscored() {
    return constantResponses + constantPredictions;
  }
}
