package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.VertexPredictions;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorPart;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
    return document
        .part(name)
        .map(part -> tensors.floats(part).values())
        .orElseThrow(() -> new InputException(task.result() + " has no array " + name));
  }

  @Override
  public float[][] foldwise(String name) {
    return document
        .part(name)
        .filter(StoredCell::overFolds)
        .map(tensors::floats)
        .map(StoredCell::byFold)
        .orElseGet(() -> new float[0][]);
  }

  private static boolean overFolds(TensorPart part) {
    return part.file().shape().rank() == 2;
  }

  private static float[][] byFold(FloatTensor array) {
    float[] values = array.values();
    float[][] folds = new float[Math.toIntExact(array.shape().extent(0))][];
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

  /** Files of the arrays {@code [fold, vertex]} by name. */
  Map<String, TensorPart> foldwise() {
    Map<String, TensorPart> files = new LinkedHashMap<>();
    for (String name : document.arrays().keySet()) {
      document.part(name).filter(StoredCell::overFolds).ifPresent(part -> files.put(name, part));
    }
    return files;
  }
}
