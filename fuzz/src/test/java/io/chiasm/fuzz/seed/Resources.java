package io.chiasm.fuzz.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files that the tests of other modules keep, with the scripts that made them. */
final class Resources {
  private static final Path PROJECT = Path.of("..");
  private static final long LARGEST = 20_000;

  private Resources() {}

  /** The small files of a folder whose names match, by name. */
  static Map<String, byte[]> files(String folder, String names) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.matches(names) && Files.size(file) <= LARGEST) {
          found.put(name, Files.readAllBytes(file));
        }
      }
    }
    return found;
  }
}
