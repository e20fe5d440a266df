package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
final class Suggestion {
  private static final int LONGEST = 64;

  private Suggestion() {}

  /** The nearest of the possible words, if it is near enough to be a slip of the finger. */
  static Optional<String> of(String found, List<String> possible) {
    if (found.length() > LONGEST) {
      return Optional.empty();
    }
    String word = found.toLowerCase(Locale.ROOT).replace('-', '_');
    return possible.stream()
        .filter(p -> EditDistance.between(word, p.replace('-', '_')) <= Math.max(1, p.length() / 3))
        .min(Comparator.comparingInt(p -> EditDistance.between(word, p.replace('-', '_'))));
  }
}
