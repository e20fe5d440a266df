package io.chiasm.contracts.shell.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/** Tells whoever started a service on which port it listens: the system's choice, not theirs. */
public final class PortFile {
  private PortFile() {}

  /**
   * Writes the port; a reader sees the whole file or none.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, int port) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(unfinished, String.valueOf(port));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the port in " + file, e);
    }
  }

  /** The port in the file; empty while the service does not listen yet. */
  public static OptionalInt read(Path file) {
    try {
      return Files.exists(file)
          ? OptionalInt.of(Integer.parseInt(Files.readString(file)))
          : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
