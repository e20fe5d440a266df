package io.chiasm.contracts.shell.yaml;

import java.nio.file.Path;
import java.util.List;

/** Checkpoint files that match a pattern such as {@code runs/epoch-*.pth}. */
final class Checkpoints {
  static final String POSSIBLE =
      "a pattern of .pth or .safetensors files, such as runs/epoch-*.pth";

  static final String GRAPHS =
      "a pattern of .onnx files, such as runs/epoch-*.onnx, or an architecture for .pth files";

  /** By which a file is taken for weights; what it is its content tells. */
  private static final List<String> ENDINGS =
      List.of(".pth", ".safetensors", ".pt", ".ckpt", ".bin", ".pth.tar");

  private Checkpoints() {}

  /** The matching files in natural order; at least one. */
  static List<Path> matching(Value value, Locations locations) {
    return new FilePattern(value, POSSIBLE).files(locations, Checkpoints::isWeights);
  }

  /** Whether a network's weights may be read from a file of this name. */
  static boolean isWeights(String file) {
    return ENDINGS.stream().anyMatch(file::endsWith);
  }
}
