package io.chiasm.contracts.shell.yaml;

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
        .filter(p -> distance(word, p.replace('-', '_')) <= Math.max(1, p.length() / 3))
        .min(Comparator.comparingInt(p -> distance(word, p.replace('-', '_'))));
  }

  /** Levenshtein's distance: letters added, dropped or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
