package io.chiasm.encoding.encode;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.encoding.gram.Features;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Features of both hemifields, from anywhere.
 *
 * @param midline features of neither half, if there are any
 */
public record HemifieldFeatures(Features left, Features right, @Nullable Features midline) {
  /**
   * @throws InputException if the numbers of stimuli differ
   */
  public HemifieldFeatures {
    same(left, right);
    if (midline != null) {
      same(left, midline);
    }
  }

  private static void same(Features left, Features other) {
    if (left.stimuli() != other.stimuli()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s has %d stimuli (rows), %s has %d; they must be the same",
              left.name(),
              left.stimuli(),
              other.name(),
              other.stimuli()));
    }
  }

  /** Left, midline if there is one, right. */
  List<Features> parts() {
    return midline == null ? List.of(left, right) : List.of(left, midline, right);
  }
}
