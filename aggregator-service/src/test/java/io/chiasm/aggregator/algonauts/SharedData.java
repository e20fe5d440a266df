package io.chiasm.aggregator.algonauts;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where larger data sets lie that are not part of the repository. */
public final class SharedData {
  private SharedData() {}

  /** The folder of this name; without it the test is skipped. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no shared data at " + folder);
    return folder;
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
