package io.chiasm.local.machine;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    libraries(usable()).ifPresent(folder -> System.setProperty(LIBRARIES, folder.toString()));
  }

  /**
   * Options of a virtual machine that unpacks below a folder of its own, or where this process does
   * if nothing may run from there.
   *
   * @throws InputException if neither can be used
   */
  public static List<String> options(Path own) {
    Path folder = ProgramFolder.defect(own).isEmpty() ? own : usable();
    List<String> options = new ArrayList<>();
    options.add("-Djava.io.tmpdir=" + folder);
    libraries(folder).ifPresent(libraries -> options.add("-D" + LIBRARIES + "=" + libraries));
    return options;
  }

  private static Path usable() {
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
    return folder;
  }

  /** Where JavaCPP is to unpack, if it is told already or its default cannot be used. */
  private static Optional<Path> libraries(Path folder) {
    String told = System.getProperty(LIBRARIES);
    if (told != null) {
      return Optional.of(Path.of(told));
    }
    return homeTakesLibraries()
        ? Optional.empty()
        : Optional.of(folder.resolve("chiasm-libraries-" + System.getProperty("user.name")));
  }

  private static boolean homeTakesLibraries() {
    Path home = Path.of(System.getProperty("user.home"));
    Path cache = home.resolve(".javacpp").resolve("cache");
    return ProgramFolder.defect(cache.toFile().isDirectory() ? cache : home).isEmpty();
  }
}
