package io.chiasm.dataset.algonauts;

import io.chiasm.dataset.algonauts.Finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects what a check finds, in the order of finding, so that one pass names every defect. */
final class Findings {
  private static final int NAMED = 10;

  private final Path root;
  private final List<Finding> found = new ArrayList<>();

  Findings(Path root) {
    this.root = root;
  }

  void error(Path file, String wrong, String right) {
    add(Severity.ERROR, file, wrong, right);
  }

  void warning(Path file, String wrong, String right) {
    add(Severity.WARNING, file, wrong, right);
  }

  void note(Path file, String what) {
    add(Severity.NOTE, file, what, "");
  }

  /** The value, or empty and an error when its file is unusable. */
  <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DefectException defect) {
      error(defect.file(), defect.wrong(), defect.right());
      return Optional.empty();
    }
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  private void add(Severity severity, Path file, String wrong, String right) {
    found.add(new Finding(severity, name(severity, file), wrong, right));
  }

  /** Warnings go into results, which are the same wherever the data set lies. */
  private String name(Severity severity, Path file) {
    if (!file.equals(root)) {
      Path name = file.startsWith(root) ? root.relativize(file) : file;
      return name.toString().replace('\\', '/');
    }
    return severity == Severity.ERROR ? root.toString() : ".";
  }

  /** The first few of them, and how many more there are. */
  static String some(List<?> items) {
    String named =
        items.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    int more = items.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
