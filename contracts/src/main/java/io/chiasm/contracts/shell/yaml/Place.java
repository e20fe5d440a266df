package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;

/**
 * Where a value stands.
 *
 * @param source name of the file
 * @param line counted from 1
 * @param column counted from 1
 * @param key path of keys, such as {@code networks[0].weights}; empty for the whole file
 */
record Place(String source, int line, int column, String key) {
  /** What a message begins with: {@code study.yaml:7: networks[0].weights: }. */
  private String prefix() {
    return source + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ");
  }

  InputException wrong(String found, String possible) {
    return saying(found + "; possible: " + possible);
  }

  InputException saying(String words) {
    return new InputException(prefix() + words);
  }
}
