package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.work.Parallel;
import io.chiasm.contracts.work.Pipeline;
import io.chiasm.report.writing.file.ResultFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A study's results in the store. Files are small and many, and each takes several requests: a few
 * are on their way at a time, and no more than these are in memory.
 */
final class ResultsFolder implements AutoCloseable {
  private static final int AT_A_TIME = 8;

  private final TensorStore store;
  private final ObjectKey folder;
  private final Map<String, ResultFile> files = new TreeMap<>();
  private final Pipeline<ResultFile> senders =
      new Pipeline<>(AT_A_TIME, file -> files.put(file.path(), file));

  ResultsFolder(TensorStore store, ObjectKey folder) {
    this.store = store;
    this.folder = folder;
  }

  /** Removes what an earlier report left. */
  void empty() {
    new Parallel(AT_A_TIME).each(store.list(folder), store::delete);
  }

  /**
   * Puts a file; a failure is thrown here or by a later call.
   *
   * @param path relative to the folder
   */
  void put(String path, byte[] bytes) {
    put(path, () -> bytes);
  }

  /**
   * Puts what is read in its turn; a failure is thrown here or by a later call.
   *
   * @param path relative to the folder
   */
  void put(String path, Supplier<byte[]> bytes) {
    ObjectKey key = key(path);
    senders.submit(() -> file(path, store.put(key, Content.of(bytes.get()))));
  }

  private ObjectKey key(String path) {
    return new ObjectKey(folder.value() + "/" + path);
  }

  private static ResultFile file(String path, ObjectStat stat) {
    return new ResultFile(path, stat.bytes(), stat.hex());
  }

  /** What was put and is in the store, in ascending order of paths. */
  List<ResultFile> files() {
    return List.copyOf(files.values());
  }

  /** Waits until all that was put is in the store. */
  void await() {
    senders.await();
  }

  /** Gives up what is still under way. */
  @Override
  public void close() {
    senders.close();
  }
}
