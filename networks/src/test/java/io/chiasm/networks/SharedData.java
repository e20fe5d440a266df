package io.chiasm.networks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real networks beside the repository, where there are any. */
public final class SharedData {
  private SharedData() {}

  /** A file of the shared data; skips the test where it is absent. */
  public static Path file(String relative) {
    Path file = root().resolve(relative);
    Assumptions.assumeTrue(Files.exists(file), "no shared data: " + file);
    return file;
  }

  private static Path root() {
    String given = System.getenv("CHIASM_SHARED_DATA");
    if (given != null) {
      return Path.of(given);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("contracts"))) {
      at = at.getParent();
    }
    return at.resolve("../shared/data");
  }
}
