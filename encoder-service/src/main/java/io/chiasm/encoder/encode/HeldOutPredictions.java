package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.tensor.FloatTensor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Responses of one vertex: measured, and predicted by the fits that did not see the stimulus. */
public final class HeldOutPredictions {
  private final int vertex;
  private final FloatTensor measured;
  private final Map<Model, FloatTensor> predicted;

  HeldOutPredictions(int vertex, FloatTensor measured, Map<Model, FloatTensor> predicted) {
    this.vertex = vertex;
    this.measured = measured;
    this.predicted = Collections.unmodifiableMap(new EnumMap<>(predicted));
  }

  public int vertex() {
    return vertex;
  }

  /** {@code [stimulus]}. */
  public FloatTensor measured() {
    return measured;
  }

  /** {@code [stimulus]} by model, full first; NaN for a stimulus that is never held out. */
  public Map<Model, FloatTensor> predicted() {
    return predicted;
  }
}
