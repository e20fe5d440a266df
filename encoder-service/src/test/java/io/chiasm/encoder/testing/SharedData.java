package io.chiasm.encoder.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's shared reference data, which not every checkout has beside it. */
public final class SharedData {
  private SharedData() {}

  /** A folder of the shared data; the test is skipped where there is none. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    assumeTrue(Files.isDirectory(folder), "no shared data at " + folder);
    return folder;
  }

  private static Path root() {
    String named = System.getenv("CHIASM_SHARED_DATA");
    if (named != null) {
      return Path.of(named);
    }
    Path repository = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(repository.resolve("contracts")) && repository.getParent() != null) {
      repository = repository.getParent();
    }
    return repository.resolve("../shared/data").normalize();
  }
}
