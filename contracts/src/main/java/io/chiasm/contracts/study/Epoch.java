package io.chiasm.contracts.study;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the training of a network had come, as the name of its checkpoint tells. */
public final class Epoch {
  private static final Pattern NUMBERED =
      Pattern.compile("(?:epoch|checkpoint|ckpt)[-_=. ]*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private Epoch() {}

  /**
   * The number after the first {@code epoch}, {@code checkpoint} or {@code ckpt} in the file's
   * name, as in {@code epoch-012.pth}; empty for other names and other weights than files.
   */
  public static OptionalLong of(NetworkSpec network) {
    boolean file =
        network.weights() instanceof Weights.Trained
            && network.source() instanceof NetworkSource.BuiltIn source
            && source.hasFile();
    if (!file) {
      return OptionalLong.empty();
    }
    String weights = ((NetworkSource.BuiltIn) network.source()).weights();
    Matcher numbered = NUMBERED.matcher(String.valueOf(Path.of(weights).getFileName()));
    return numbered.find()
        ? OptionalLong.of(Long.parseLong(numbered.group(1)))
        : OptionalLong.empty();
  }
}
