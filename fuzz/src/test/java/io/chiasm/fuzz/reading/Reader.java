package io.chiasm.fuzz.reading;

import java.io.IOException;

/** Takes bytes to one of the project's parsers, and uses what it answers. */
@FunctionalInterface
public interface Reader {
  /**
   * Returns if the bytes were read.
   *
   * @throws io.chiasm.contracts.failure.InputException if they were refused in words for the user
   * @throws IOException if the machine does not let a file be written; no parser's answer
   */
  void read(byte[] bytes) throws IOException;
}
