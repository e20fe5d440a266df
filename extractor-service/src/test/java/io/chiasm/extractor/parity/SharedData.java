package io.chiasm.extractor.parity;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real input that is no part of the repository: the folder named by CHIASM_SHARED_DATA, else {@code
 * shared/data} beside the repository. Tests that need it are skipped where it is absent.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of the shared data; skips the test without it. */
  public static Path of(String path) {
    Path found = folder().resolve(path);
    Assumptions.assumeTrue(Files.exists(found), "no shared data: " + path);
    return found;
  }

  private static Path folder() {
    String named = System.getenv("CHIASM_SHARED_DATA");
    if (named != null) {
      return Path.of(named);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("contracts"))) {
      at = at.getParent();
    }
    return at.resolve("../shared/data").normalize();
  }
}
