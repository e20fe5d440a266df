package io.chiasm.networks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Suggestions for a misspelt name. */
public final class Names {
  private static final int NEAREST = 3;
  private static final int LISTED = 30;

  private Names() {}

  /** The names nearest to a wrong one, nearest first. */
  public static String nearest(String wrong, List<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(n -> distance(wrong, n)))
        .limit(NEAREST)
        .collect(Collectors.joining(", "));
  }

  /** The names, or the first of them and how many more there are. */
  static String list(List<String> names) {
    String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
  }

  /** Letters to insert, delete or replace: Levenshtein (1966). */
  static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
