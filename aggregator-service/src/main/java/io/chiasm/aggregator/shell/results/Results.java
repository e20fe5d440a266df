package io.chiasm.aggregator.shell.results;

import io.chiasm.aggregator.shell.reporting.StoredCell;
import io.chiasm.aggregator.shell.study.StudyObjects;
import io.chiasm.aggregator.shell.study.UnknownException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.report.writing.file.ResultFile;
import java.io.InputStream;
import java.util.List;

/** The files of studies' results. */
public final class Results {
  private final TensorStore store;

  public Results(TensorStore store) {
    this.store = store;
  }

  /** Paths relative to the results folder, ascending; none before the report is written. */
  public List<String> paths(String study) {
    return ObjectKey.parse(study).isPresent()
        ? new StudyObjects(store).results(study).toList()
        : List.of();
  }

  /** Sizes and digests of results, in the order of {@link #paths}. */
  public List<ResultFile> files(String study) {
    if (ObjectKey.parse(study).isEmpty()) {
      return List.of();
    }
    ObjectKey list = ObjectLayout.resultFiles(study);
    return store.exists(list)
        ? List.of(new StudyObjects(store).get(list, ResultFile[].class))
        : look(study);
  }

  /** File by file: a version without a list wrote them, or they are not complete. */
  private List<ResultFile> look(String study) {
    return new StudyObjects(store)
        .results(study).toList().parallelStream()
            .flatMap(
                path ->
                    store
                        .stat(new ObjectKey(ObjectLayout.results(study) + "/" + path))
                        .map(stat -> new ResultFile(path, stat.bytes(), stat.hex()))
                        .stream())
            .toList();
  }

  /** What a task that is done left in the store. */
  StoredCell cell(EncodingTask task) {
    EncodingDocument document = new StudyObjects(store).get(task.result(), EncodingDocument.class);
    return new StoredCell(task, document, new StoredTensors(store));
  }

  /**
   * A file's bytes; the caller closes the stream.
   *
   * @throws UnknownException if there is no such result
   */
  public InputStream open(String study, String path) {
    try {
      return store.open(new ObjectKey(ObjectLayout.results(study) + "/" + path));
    } catch (IllegalArgumentException | MissingObjectException e) {
      throw new UnknownException("study " + study + " has no result " + path);
    }
  }
}
