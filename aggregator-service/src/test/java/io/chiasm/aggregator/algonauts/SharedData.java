package io.chiasm.aggregator.algonauts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where larger data sets lie that are not part of the repository. */
final class SharedData {
  private SharedData() {}

  /** The folder of this name; without it the test is skipped. */
  static Path folder(String name) {
    Path folder = root().resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no shared data at " + folder);
    return folder;
  }

  /**
   * A copy without links. Where the shared data lost its links already, so that the text of a link
   * stands in the file, the copy is of what that text names.
   */
  static Path copied(String name, Path copy) throws IOException {
    Path source = folder(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(target(file), to);
        }
      }
    }
    return copy;
  }

  private static Path target(Path file) throws IOException {
    boolean lost = file.toString().endsWith(".png") && Files.size(file) < 200;
    return lost ? file.resolveSibling(Files.readString(file).strip()).normalize() : file;
  }

  private static Path root() {
    String named = System.getenv("CHIASM_SHARED_DATA");
    if (named != null) {
      return Path.of(named);
    }
    Path repository = Path.of("").toAbsolutePath();
    while (repository.getParent() != null && !Files.isDirectory(repository.resolve("contracts"))) {
      repository = repository.getParent();
    }
    return repository.resolveSibling("shared").resolve("data");
  }
}
