package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.VertexPredictions;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One encoding task's results in the store, arrays read when asked for. */
public final class StoredCell implements EncodingCell {
  private final EncodingTask task;
  private final EncodingDocument document;
  private final StoredTensors tensors;

  public StoredCell(EncodingTask task, EncodingDocument document, StoredTensors tensors) {
    this.task = task;
    this.document = document;
    this.tensors = tensors;
  }

  @Override
  public ParticipantId participant() {
    return task.participant();
  }

  @Override
  public Hemisphere hemisphere() {
    return task.hemisphere();
  }

  @Override
  public Condition condition() {
    return new Condition(
        task.network(), task.layer(), task.tensor(), task.split(), task.regression().label());
  }

  /** Arrays over vertices; those over folds too are only passed on. */
  @Override
  public List<String> names() {
    return document.arrays().entrySet().stream()
        .filter(e -> e.getValue().shape().rank() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public float[] values(String name) {
    TensorRef ref = document.arrays().get(name);
    if (ref == null) {
      throw new InputException(task.result() + " has no array " + name);
    }
    return tensors.floats(ref).values();
  }

  @Override
  public float[][] foldwise(String name) {
    TensorRef ref = foldwise().get(name);
    if (ref == null) {
      return new float[0][];
    }
    float[] values = tensors.floats(ref).values();
    float[][] folds = new float[Math.toIntExact(ref.shape().extent(0))][];
    int vertices = folds.length == 0 ? 0 : values.length / folds.length;
    for (int fold = 0; fold < folds.length; fold++) {
      folds[fold] = Arrays.copyOfRange(values, fold * vertices, (fold + 1) * vertices);
    }
    return folds;
  }

  /** What was fitted. */
  EncodingTask task() {
    return task;
  }

  /** Whether this object is one of its arrays. */
  boolean refersTo(ObjectKey key) {
    return document.arrays().values().stream().anyMatch(ref -> ref.key().equals(key))
        || predictions().stream()
            .flatMap(kept -> kept.arrays().values().stream())
            .anyMatch(ref -> ref.key().equals(key));
  }

  /** Predictions of one vertex, where the task kept them. */
  Optional<VertexPredictions> predictions() {
    return Optional.ofNullable(document.predictions());
  }

  /** What the reader of the results should know. */
  List<Warning> warnings() {
    return document.warnings().stream()
        .map(
            said ->
                new Warning(
                    WarningKind.of(said.kind()),
                    WarningPlace.of(this, said.model()),
                    said.count(),
                    said.of(),
                    said.sentence()))
        .toList();
  }

  /** Arrays {@code [fold, vertex]} by name. */
  Map<String, TensorRef> foldwise() {
    return document.arrays().entrySet().stream()
        .filter(e -> e.getValue().shape().rank() == 2)
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
