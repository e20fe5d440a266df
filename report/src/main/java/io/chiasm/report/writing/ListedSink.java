package io.chiasm.report.writing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what went where. */
final class ListedSink implements ResultSink {
  private final ResultSink sink;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  ListedSink(ResultSink sink) {
    this.sink = sink;
  }

  @Override
  public void put(String path, byte[] content) {
    sink.put(path, content);
    sizes.put(path, content.length);
  }

  /** Bytes by path. */
  Map<String, Integer> sizes() {
    return Collections.unmodifiableMap(sizes);
  }
}
