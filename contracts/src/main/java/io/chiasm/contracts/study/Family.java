package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks that descend from one design, such as EfficientNets. */
public final class Family {
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");
  private static final String UNNAMED = "other";

  private Family() {}

  /**
   * The family that the study names, or else the letters that the architecture's or the file's name
   * begins with, in lower case: {@code efficientnet} of {@code efficientnet_b0}.
   */
  public static String of(NetworkSpec network) {
    String named = network.details().family();
    if (named != null) {
      return named;
    }
    Matcher letters = LETTERS.matcher(source(network.source()).toLowerCase(Locale.ROOT));
    return letters.lookingAt() ? letters.group() : UNNAMED;
  }

  private static String source(NetworkSource source) {
    if (source instanceof NetworkSource.BuiltIn builtIn) {
      return builtIn.architecture();
    }
    return source instanceof NetworkSource.Onnx onnx ? name(onnx.file()) : "";
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
