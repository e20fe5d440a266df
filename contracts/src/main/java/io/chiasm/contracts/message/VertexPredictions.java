package io.chiasm.contracts.message;

import io.chiasm.contracts.tensor.TensorRef;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Predictions of one vertex, each stimulus by the fits that did not see it.
 *
 * @param vertex index
 * @param arrays {@code [stimulus]} in the responses' precision and the order of the task's folds:
 *     {@code measured} and, by label of the model, {@code full}, {@code contra}, {@code ipsi};
 *     predictions are NaN for a stimulus that is never held out
 */
public record VertexPredictions(int vertex, Map<String, TensorRef> arrays) {
  /** Name of the measured responses among the arrays. */
  public static final String MEASURED = "measured";

  public VertexPredictions {
    arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
  }
}
