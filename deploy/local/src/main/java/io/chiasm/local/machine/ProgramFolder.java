package io.chiasm.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether native libraries can be unpacked into a folder and loaded from there. */
final class ProgramFolder {
  /** The largest set of libraries that one process unpacks, with room to spare. */
  static final long LEAST_SPACE = 256L << 20;

  private ProgramFolder() {}

  /** What is wrong with the folder, to follow its name; empty if libraries can be run from it. */
  static Optional<String> defect(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.of(Files.exists(folder) ? "is no folder" : "does not exist");
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < LEAST_SPACE) {
        return Optional.of(
            "is full: %s MiB left, %s MiB are needed".formatted(free >> 20, LEAST_SPACE >> 20));
      }
      return runs(folder) ? Optional.empty() : Optional.of("is on a disk mounted 'noexec'");
    } catch (IOException e) {
      return Optional.of("cannot be written");
    }
  }

  private static boolean runs(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "chiasm", ".probe");
    try {
      // The system denies this on a disk from which nothing may run, whatever the file's mode.
      return !probe.toFile().setExecutable(true) || Files.isExecutable(probe);
    } finally {
      Files.deleteIfExists(probe);
    }
  }
}
