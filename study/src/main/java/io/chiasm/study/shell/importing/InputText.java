package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files that a study names. */
final class InputText {
  private InputText() {}

  /**
   * The whole text.
   *
   * @param most bytes that it may have
   * @throws InputException if it is larger, or no UTF-8 text
   */
  static String read(Path file, long most) {
    try {
      if (Files.size(file) > most) {
        throw new InputException(file + ": larger than " + (most >> 20) + " MiB");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read as UTF-8 text: " + e, e);
    }
  }
}
