package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.shell.data.DataPath;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Files and folders that a study names, relative to the folder of the study file, or in a bucket.
 * Those on this machine must exist; those in a bucket are looked at when they are opened.
 *
 * @param base absolute
 * @param rule which of them may be named
 * @param elsewhere whether an absolute path that is not here may be one of another machine
 */
record Locations(Path base, PathRule rule, boolean elsewhere) {
  Path file(Value value, String possible) {
    return file(value, possible, true);
  }

  /**
   * A file.
   *
   * @param needed whether it must exist
   */
  Path file(Value value, String possible, boolean needed) {
    Path path = path(value, possible);
    if (needed && here(value, path, possible) && !Files.isRegularFile(path)) {
      throw absent(value, "file", path, possible);
    }
    return path;
  }

  Path folder(Value value, String possible) {
    Path path = path(value, possible);
    if (here(value, path, possible) && !Files.isDirectory(path)) {
      throw absent(value, "folder", path, possible);
    }
    return path;
  }

  Path fileOrFolder(Value value, String possible) {
    Path path = path(value, possible);
    if (here(value, path, possible) && !Files.exists(path)) {
      throw absent(value, "file or folder", path, possible);
    }
    return path;
  }

  /** Whether a file of just this name is here. */
  boolean isFile(Value value, String text) {
    Path path = path(value, text, text);
    return path.getFileSystem() == FileSystems.getDefault() && Files.isRegularFile(path);
  }

  /** Whether it is to be looked at: who reads a study file may not be who may read the bucket. */
  private boolean here(Value value, Path path, String possible) {
    return path.getFileSystem() == FileSystems.getDefault()
        && !(elsewhere && Path.of(value.text(possible)).isAbsolute() && !Files.exists(path));
  }

  private Path path(Value value, String possible) {
    return path(value, value.text(possible), possible);
  }

  /** The absolute path that a value, or the part of it given as text, names. */
  Path path(Value value, String text, String possible) {
    try {
      Path path = DataPath.isRemote(text) ? DataPath.of(text) : base.resolve(text);
      return allowed(value, path.normalize());
    } catch (InvalidPathException e) {
      throw value.not(possible);
    }
  }

  /** The path, if it may be named. */
  Path allowed(Value value, Path path) {
    rule.refusal(path)
        .ifPresent(
            refusal -> {
              throw value.place().wrong(refusal.found(), refusal.possible());
            });
    return path;
  }

  private static RuntimeException absent(Value value, String kind, Path path, String possible) {
    return value.place().wrong("found no " + kind + " " + path, possible);
  }
}
