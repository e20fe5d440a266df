package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.tensor.RealTensor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Responses of one vertex: measured, and predicted by the fits that did not see the stimulus; in
 * the precision of the responses.
 */
public final class HeldOutPredictions {
  private final int vertex;
  private final RealTensor measured;
  private final Map<Model, RealTensor> predicted;

  HeldOutPredictions(int vertex, RealTensor measured, Map<Model, RealTensor> predicted) {
    this.vertex = vertex;
    this.measured = measured;
    this.predicted = Collections.unmodifiableMap(new EnumMap<>(predicted));
  }

  public int vertex() {
    return vertex;
  }

  /** {@code [stimulus]}. */
  public RealTensor measured() {
    return measured;
  }

  /** {@code [stimulus]} by model, full first; NaN for a stimulus that is never held out. */
  public Map<Model, RealTensor> predicted() {
    return predicted;
  }
}
