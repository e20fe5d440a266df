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
   * The epoch that the study says or, of a file of weights, that its name says; empty for other
   * weights.
   */
  public static OptionalLong of(NetworkSpec network) {
    TrainingPoint point = network.details().point();
    if (point != null) {
      return OptionalLong.of(point.epoch());
    }
    boolean file =
        network.weights() instanceof Weights.Trained
            && network.source() instanceof NetworkSource.BuiltIn source
            && source.hasFile();
    if (!file) {
      return OptionalLong.empty();
    }
    String weights = ((NetworkSource.BuiltIn) network.source()).weights();
    return of(Path.of(weights));
  }

  /**
   * The number after the first {@code epoch}, {@code checkpoint} or {@code ckpt} in a file's name,
   * as in {@code epoch-012.pth}; empty for other names.
   */
  public static OptionalLong of(Path file) {
    Matcher numbered = NUMBERED.matcher(String.valueOf(file.getFileName()));
    return numbered.find()
        ? OptionalLong.of(Long.parseLong(numbered.group(1)))
        : OptionalLong.empty();
  }
}
