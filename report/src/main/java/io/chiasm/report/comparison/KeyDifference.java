package io.chiasm.report.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the study file that two studies give other values.
 *
 * @param a its value in the first; empty if it is not there
 * @param b its value in the second
 */
public record KeyDifference(String key, String a, String b) {
  private static final String NAME = "study";
  private static final Pattern NETWORK = Pattern.compile("networks\\[(.*)](\\..*)?");

  /**
   * In the order of the files; a study's name says nothing.
   *
   * @param networks those of {@code a} with those of {@code b} that they are compared with; keys of
   *     others do not count
   */
  static List<KeyDifference> of(
      Map<String, String> a, Map<String, String> b, Map<String, String> networks) {
    Map<String, String> shownA = new HashMap<>();
    Map<String, String> shownB = new HashMap<>();
    networks.forEach(
        (one, other) -> {
          String shown = one.equals(other) ? one : other + " − " + one;
          shownA.put(one, shown);
          shownB.put(other, shown);
        });
    return of(renamed(a, shownA), renamed(b, shownB));
  }

  private static List<KeyDifference> of(Map<String, String> a, Map<String, String> b) {
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

  private static Map<String, String> renamed(Map<String, String> keys, Map<String, String> shown) {
    Map<String, String> renamed = new LinkedHashMap<>();
    keys.forEach(
        (key, value) -> {
          Matcher network = NETWORK.matcher(key);
          if (!network.matches()) {
            renamed.put(key, value);
          } else if (shown.containsKey(network.group(1))) {
            renamed.put("networks[" + shown.get(network.group(1)) + "]" + network.group(2), value);
          }
        });
    return renamed;
  }
}
