package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import java.io.InputStream;
import java.util.List;

/** The files of studies' results. */
public final class Results {
  private final TensorStore store;

  public Results(TensorStore store) {
    this.store = store;
  }

  /** Paths relative to the results folder, ascending. */
  public List<String> paths(String study) {
    return new StudyObjects(store).results(study).toList();
  }

  /**
   * A file's bytes; the caller closes the stream.
   *
   * @throws InputException if there is no such result
   */
  public InputStream open(String study, String path) {
    try {
      return store.open(new ObjectKey(ObjectLayout.results(study) + "/" + path));
    } catch (IllegalArgumentException | MissingObjectException e) {
      throw new InputException("study " + study + " has no result " + path, e);
    }
  }
}
