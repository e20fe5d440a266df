package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a network's graph comes from. */
public sealed interface NetworkSource {
  /** An ONNX file. */
  record Onnx(Path file) implements NetworkSource {}

  /**
   * Every network that a catalogue has published weights of: several networks, until the catalogue
   * is opened.
   *
   * @param catalogue such as {@code torchvision}
   */
  record Published(String catalogue) implements NetworkSource {
    /** torchvision's. */
    public static final String TORCHVISION = "torchvision";
  }

  /**
   * A built-in architecture.
   *
   * @param architecture such as {@code efficientnet_b0}
   * @param weights name of published weights, a checkpoint file's absolute path, or empty when
   *     untrained
   * @param set of the file's sets of weights; empty for the model itself
   */
  record BuiltIn(String architecture, String weights, String set) implements NetworkSource {
    private static final Pattern PUBLISHED = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Published or untrained weights, or a file's model itself. */
    public BuiltIn(String architecture, String weights) {
      this(architecture, weights, "");
    }

    /** Whether text has the form of the name of published weights. */
    public static boolean isPublished(String weights) {
      return PUBLISHED.matcher(weights).matches();
    }

    /** Whether the weights come from a file. */
    public boolean hasFile() {
      return !weights.isEmpty() && !isPublished(weights);
    }
  }
}
