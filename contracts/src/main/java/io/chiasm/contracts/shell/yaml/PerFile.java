package io.chiasm.contracts.shell.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of its networks: one value for all of them or, where it has a pattern, a
 * section with a value for some of its files, each by its name without extension.
 */
final class PerFile<T> {
  private final @Nullable T all;
  private final Map<String, T> single;

  private PerFile(@Nullable T all, Map<String, T> single) {
    this.all = all;
    this.single = single;
  }

  /**
   * Reads the value of a key, if it is there.
   *
   * @param stems of the files; empty if the entry has no pattern
   * @param read a single value
   */
  static <T> PerFile<T> of(Section entry, String key, List<String> stems, Function<Value, T> read) {
    Value value = entry.value(key).orElse(null);
    if (value == null) {
      return new PerFile<>(null, Map.of());
    }
    if (stems.isEmpty() || !value.isSection()) {
      return new PerFile<>(read.apply(value), Map.of());
    }
    // A section of a pattern may know none of its files, so that a misspelt one is an error.
    Map<String, Value> entries = value.entries("a section of files' names without extension");
    new Section(value.place(), entries, stems);
    Map<String, T> single = new HashMap<>();
    entries.forEach((stem, one) -> single.put(stem, read.apply(one)));
    return new PerFile<>(null, single);
  }

  /** What is said of the file of this name; null for nothing. */
  @Nullable T get(String stem) {
    return single.getOrDefault(stem, all);
  }
}
