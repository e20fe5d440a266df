package io.chiasm.contracts.study;

import java.nio.file.Path;

/** Where a network's graph comes from. */
public sealed interface NetworkSource {
  /** An ONNX file. */
  record Onnx(Path file) implements NetworkSource {}

  /**
   * A built-in architecture.
   *
   * @param architecture such as {@code efficientnet_b0}
   * @param weights name of published weights, a checkpoint file's absolute path, or empty when
   *     untrained
   */
  record BuiltIn(String architecture, String weights) implements NetworkSource {}
}
