package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.message.ArrayName.Measure;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.tensor.FloatTensor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Scores of one hemisphere, by array name as in the results folder: {@code score_full} … {@code
 * [vertex]}, {@code score_folds_full} … {@code [fold, vertex]}.
 */
public final class EncodingResult {
  private final Map<String, FloatTensor> arrays;
  private final Map<Model, ModelReport> reports;
  private final List<ModelWarning> warnings;

  EncodingResult(
      Map<String, FloatTensor> arrays,
      Map<Model, ModelReport> reports,
      List<ModelWarning> warnings) {
    this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    this.reports = Collections.unmodifiableMap(new EnumMap<>(reports));
    this.warnings = List.copyOf(warnings);
  }

  /** float32 arrays by name, in a fixed order. */
  public Map<String, FloatTensor> arrays() {
    return arrays;
  }

  /**
   * @throws IllegalArgumentException if there is no such array
   */
  public FloatTensor array(String name) {
    FloatTensor array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no array '" + name + "', only " + arrays.keySet());
    }
    return array;
  }

  /**
   * The vertex with the highest score of the full model, the first of equal ones; if any has one.
   */
  public OptionalInt best() {
    float[] scores = array(ArrayName.of(Measure.SCORE, Model.FULL).value()).values();
    return IntStream.range(0, scores.length)
        .filter(vertex -> !Float.isNaN(scores[vertex]))
        .reduce((best, vertex) -> scores[vertex] > scores[best] ? vertex : best);
  }

  /** By model, full first. */
  public Map<Model, ModelReport> reports() {
    return reports;
  }

  /**
   * @throws IllegalArgumentException if the model was not fitted
   */
  public ModelReport report(Model model) {
    ModelReport report = reports.get(model);
    if (report == null) {
      throw new IllegalArgumentException("model " + model.label() + " was not fitted");
    }
    return report;
  }

  /** What a reader should know of the models, full first. */
  public List<ModelWarning> warnings() {
    return warnings;
  }
}
