package io.chiasm.networks;

import io.chiasm.contracts.failure.EditDistance;
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
        .sorted(Comparator.comparingInt(n -> EditDistance.between(wrong, n)))
        .limit(NEAREST)
        .collect(Collectors.joining(", "));
  }

  /** The names, or the first of them and how many more there are. */
  static String list(List<String> names) {
    String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
  }
}
