package io.chiasm.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that is not part of the repository: the folder that {@code CHIASM_SHARED_DATA} names,
 * or {@code shared/data} beside the repository.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of it; without it the test is skipped. */
  public static Path of(String path) {
    Path found = root().resolve(path);
    Assumptions.assumeTrue(Files.exists(found), "no shared data at " + found);
    return found;
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
