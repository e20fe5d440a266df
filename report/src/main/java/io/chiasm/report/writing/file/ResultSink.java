package io.chiasm.report.writing.file;

/** Where results go: a folder, or a prefix of the object store. */
@FunctionalInterface
public interface ResultSink {
  /**
   * Takes one file.
   *
   * @param path relative, with {@code /}
   */
  void put(String path, byte[] content);
}
