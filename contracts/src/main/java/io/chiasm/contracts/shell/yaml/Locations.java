package io.chiasm.contracts.shell.yaml;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Files and folders that a study names, relative to the folder of the study file.
 *
 * @param base absolute
 */
record Locations(Path base) {
  Path file(Value value, String possible) {
    Path path = path(value, possible);
    if (!Files.isRegularFile(path)) {
      throw absent(value, "file", path, possible);
    }
    return path;
  }

  Path folder(Value value, String possible) {
    Path path = path(value, possible);
    if (!Files.isDirectory(path)) {
      throw absent(value, "folder", path, possible);
    }
    return path;
  }

  Path fileOrFolder(Value value, String possible) {
    Path path = path(value, possible);
    if (!Files.exists(path)) {
      throw absent(value, "file or folder", path, possible);
    }
    return path;
  }

  private Path path(Value value, String possible) {
    return path(value, value.text(possible), possible);
  }

  /** The absolute path that a value, or the part of it given as text, names. */
  Path path(Value value, String text, String possible) {
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw value.not(possible);
    }
  }

  private static RuntimeException absent(Value value, String kind, Path path, String possible) {
    return value.place().wrong("found no " + kind + " " + path, possible);
  }
}
