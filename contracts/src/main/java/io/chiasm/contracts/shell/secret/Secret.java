package io.chiasm.contracts.shell.secret;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A setting that may be given as itself or as a file that holds it. */
public final class Secret {
  /** Longer is no password or key but the wrong file. */
  private static final long LONGEST = 64 << 10;

  private Secret() {}

  /**
   * The value, if one is set.
   *
   * @param variable environment variable of the value; that of the file ends in {@code _FILE}
   * @param value as set directly
   * @param file whose text is the value, without the line's end
   * @throws InputException if both are set, or the file cannot be read or is empty
   */
  public static Optional<String> find(
      String variable, Optional<String> value, Optional<Path> file) {
    if (value.isPresent() && file.isPresent()) {
      throw new InputException(variable + " and " + variable + "_FILE are both set: set one");
    }
    return file.map(path -> read(variable + "_FILE", path)).or(() -> value);
  }

  /**
   * The value.
   *
   * @throws InputException if none is set, and as {@link #find}
   */
  public static String require(String variable, Optional<String> value, Optional<Path> file) {
    return find(variable, value, file)
        .orElseThrow(
            () ->
                new InputException("set " + variable + " or " + variable + "_FILE: it is missing"));
  }

  private static String read(String variable, Path file) {
    String text;
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LONGEST) {
        throw new InputException(
            variable + ": the file " + file + " is too long for a secret; name the right one");
      }
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InputException(variable + ": there is no file " + file, e);
    } catch (IOException e) {
      throw new InputException(
          variable
              + ": the file "
              + file
              + " cannot be read; it must be text that this user may read",
          e);
    }
    String value = withoutLineEnd(text);
    if (value.isBlank()) {
      throw new InputException(variable + ": the file " + file + " is empty");
    }
    return value;
  }

  private static String withoutLineEnd(String text) {
    String shorter = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return shorter.endsWith("\r") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }
}
