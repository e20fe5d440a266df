package io.chiasm.encoder.encode;

import java.util.List;

/**
 * What a reader should know of one encoding model's fits.
 *
 * @param vertices all vertices
 * @param unscored vertices without a score: a held-out response or prediction is constant
 * @param components by fold: components used (pca-ols), or the training Gram matrix's rank (ridge)
 * @param alphaAtLowerEdge share of vertices and folds that chose the grid's smallest alpha; 0
 *     without alphas
 * @param alphaAtUpperEdge share that chose the largest; noise does, so see {@code
 *     predictableAtUpperEdge} too
 * @param predictableAtUpperEdge the same share among vertices that are predicted at all
 */
public record ModelReport(
    int vertices,
    int unscored,
    List<Integer> components,
    double alphaAtLowerEdge,
    double alphaAtUpperEdge,
    double predictableAtUpperEdge) {
  public ModelReport {
    components = List.copyOf(components);
  }
}
