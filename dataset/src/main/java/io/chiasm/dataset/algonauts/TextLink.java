package io.chiasm.dataset.algonauts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A symbolic link that a checkout or an archiver without links kept as a short text of its target.
 */
final class TextLink {
  private static final int LONGEST = 1024;
  private static final String UPWARDS = "../";

  private TextLink() {}

  /** Whether the file holds a relative path instead of an image. */
  static boolean is(Path file) {
    return text(file).startsWith(UPWARDS);
  }

  /**
   * The regular file that the text names, or the file itself when it is no link or leads out of
   * {@code root} or to nothing.
   */
  static Path follow(Path file, Path root) {
    String text = text(file);
    if (!text.startsWith(UPWARDS)) {
      return file;
    }
    try {
      Path target = file.resolveSibling(text.strip()).normalize();
      return within(root, target) && Files.isRegularFile(target) && !is(target) ? target : file;
    } catch (InvalidPathException e) {
      return file;
    }
  }

  private static boolean within(Path root, Path target) {
    return target.toAbsolutePath().startsWith(root.toAbsolutePath().normalize());
  }

  private static String text(Path file) {
    try {
      boolean small = Files.isRegularFile(file) && Files.size(file) <= LONGEST;
      return small ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      // The image's own check says what is wrong with the file.
      return "";
    }
  }
}
