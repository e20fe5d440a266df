package io.chiasm.local.machine;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this process unpacks the native libraries of ONNX Runtime and ND4J. Commands that load them
 * call {@link #require()} before they do.
 */
public final class TemporaryFolder {
  /** JavaCPP reads it when it is first used; its own default is below the home folder. */
  private static final String LIBRARIES = "org.bytedeco.javacpp.cachedir";

  private TemporaryFolder() {}

  /**
   * Checks the folder for temporary files, and has libraries unpacked there too where the home
   * folder does not take them.
   *
   * @throws InputException if it is missing, full, not writable, or nothing may run from it
   */
  public static void require() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Optional<String> defect = ProgramFolder.defect(folder);
    if (defect.isPresent()) {
      throw new InputException(
          "the folder for temporary files, "
              + folder
              + ", "
              + defect.get()
              + ": name another with TMPDIR, such as TMPDIR=$HOME/tmp");
    }
    if (System.getProperty(LIBRARIES) == null && !homeTakesLibraries()) {
      String user = System.getProperty("user.name");
      System.setProperty(LIBRARIES, folder.resolve("chiasm-libraries-" + user).toString());
    }
  }

  private static boolean homeTakesLibraries() {
    Path home = Path.of(System.getProperty("user.home"));
    Path cache = home.resolve(".javacpp").resolve("cache");
    return ProgramFolder.defect(cache.toFile().isDirectory() ? cache : home).isEmpty();
  }
}
