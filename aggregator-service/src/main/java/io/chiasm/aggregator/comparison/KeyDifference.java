package io.chiasm.aggregator.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A key of the study file that two studies give other values.
 *
 * @param a its value in the first; empty if it is not there
 * @param b its value in the second
 */
public record KeyDifference(String key, String a, String b) {
  private static final String NAME = "study";

  /** In the order of the files; a study's name says nothing. */
  static List<KeyDifference> of(Map<String, String> a, Map<String, String> b) {
    Set<String> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    keys.remove(NAME);
    List<KeyDifference> differences = new ArrayList<>();
    for (String key : keys) {
      String one = a.getOrDefault(key, "");
      String other = b.getOrDefault(key, "");
      if (!one.equals(other) || a.containsKey(key) != b.containsKey(key)) {
        differences.add(new KeyDifference(key, one, other));
      }
    }
    return differences;
  }
}
