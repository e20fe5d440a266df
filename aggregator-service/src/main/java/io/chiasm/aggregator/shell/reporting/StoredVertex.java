package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.message.ArrayName.Measure;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.VertexPredictions;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.report.results.VertexPrediction;
import io.chiasm.study.plan.Material;
import io.chiasm.study.shell.importing.Imported;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the vertex that the report shows, and reads its predictions. */
final class StoredVertex {
  private final Study study;
  private final Imported imported;
  private final StoredTensors tensors;

  StoredVertex(Study study, Imported imported, StoredTensors tensors) {
    this.study = study;
    this.imported = imported;
    this.tensors = tensors;
  }

  /** Of the cells that kept predictions, the one with the highest score of the full model. */
  Optional<VertexPrediction> of(List<StoredCell> cells) {
    return cells.stream()
        .filter(cell -> cell.predictions().isPresent())
        .reduce((best, cell) -> score(cell) > score(best) ? cell : best)
        .map(cell -> read(cell, cell.predictions().orElseThrow()));
  }

  private double score(StoredCell cell) {
    double score = score(cell, Model.FULL);
    return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
  }

  private double score(StoredCell cell, Model model) {
    return cell.values(ArrayName.of(Measure.SCORE, model).value())[
        cell.predictions().orElseThrow().vertex()];
  }

  private VertexPrediction read(StoredCell cell, VertexPredictions kept) {
    Map<Model, RealTensor> predicted = new EnumMap<>(Model.class);
    Map<Model, Double> scores = new EnumMap<>(Model.class);
    for (Model model : Model.values()) {
      TensorRef ref = kept.arrays().get(model.label());
      if (ref != null) {
        predicted.put(model, tensors.reals(ref));
        scores.put(model, score(cell, model));
      }
    }
    return new VertexPrediction(
        cell.participant(),
        cell.hemisphere(),
        kept.vertex(),
        VertexPrediction.rois(imported.masks(cell.participant(), cell.hemisphere()), kept.vertex()),
        cell.condition(),
        study.vertex() != null,
        rows(cell.task(), kept, predicted),
        scores);
  }

  private List<VertexPrediction.Row> rows(
      EncodingTask task, VertexPredictions kept, Map<Model, RealTensor> predicted) {
    Material.Participant participant =
        imported.material().participants().stream()
            .filter(p -> p.participant().equals(task.participant()))
            .findFirst()
            .orElseThrow();
    TensorRef ref = kept.arrays().get(VertexPredictions.MEASURED);
    if (ref == null) {
      throw new IllegalStateException(task.result() + " has no measured responses");
    }
    RealTensor measured = tensors.reals(ref);
    long[] folds = tensors.longs(task.folds()).values();
    List<VertexPrediction.Row> rows = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != Folds.NEVER) {
        Map<Model, Double> values = new EnumMap<>(Model.class);
        for (Map.Entry<Model, RealTensor> entry : predicted.entrySet()) {
          values.put(entry.getKey(), entry.getValue().get(i));
        }
        rows.add(
            new VertexPrediction.Row(
                participant.stimuli().get(i).stimulus(), (int) folds[i], measured.get(i), values));
      }
    }
    return rows;
  }
}
