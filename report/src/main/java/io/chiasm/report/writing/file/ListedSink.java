package io.chiasm.report.writing.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what went where. */
public final class ListedSink implements ResultSink {
  private final ResultSink sink;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  public ListedSink(ResultSink sink) {
    this.sink = sink;
  }

  @Override
  public void put(String path, byte[] content) {
    sink.put(path, content);
    sizes.put(path, content.length);
  }

  /** Bytes by path. */
  public Map<String, Integer> sizes() {
    return Collections.unmodifiableMap(sizes);
  }
}
