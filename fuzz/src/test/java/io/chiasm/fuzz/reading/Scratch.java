package io.chiasm.fuzz.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of this process for parsers that read files; goes away with the process. */
public final class Scratch {
  private static final Path FOLDER = made();

  private Scratch() {}

  /** A file of these bytes; the next of the same name takes its place. */
  public static Path file(String name, byte[] bytes) throws IOException {
    Path file = FOLDER.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** A folder below it. */
  public static Path folder(String name) throws IOException {
    return Files.createDirectories(FOLDER.resolve(name));
  }

  private static Path made() {
    try {
      Path folder = Files.createTempDirectory("chiasm-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // What is left lies where the system cleans up by itself.
    }
  }
}
