package io.chiasm.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that there are, by docs/reference/metrics.md. That page is compared with running
 * services elsewhere.
 *
 * @param labels of every metric, by the names that Prometheus has
 * @param words that the page sets apart: values of labels are among them
 */
record MetricsPage(Map<String, Set<String>> labels, Set<String> words) {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-zA-Z_]+)` \\| (\\w+) \\| ([^|]+) \\|");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  /** What Prometheus adds to a metric by its type. */
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "counter", List.of(""),
          "gauge", List.of(""),
          "summary", List.of("_count", "_sum", "_max"),
          "histogram", List.of("_bucket", "_count", "_sum", "_max"));

  static MetricsPage read() {
    String page = ServiceProperties.text("docs/reference/metrics.md");
    Map<String, Set<String>> labels = new TreeMap<>();
    ROW.matcher(page).results().forEach(row -> add(row, labels));
    return new MetricsPage(labels, words(page));
  }

  private static void add(MatchResult row, Map<String, Set<String>> labels) {
    List<String> endings = ENDINGS.get(row.group(2));
    if (endings == null) {
      throw new IllegalStateException("metrics.md: no type of a metric: " + row.group(2));
    }
    for (String ending : endings) {
      Set<String> names = words(row.group(3));
      if (ending.equals("_bucket")) {
        names.add("le");
      }
      labels.put(row.group(1) + ending, names);
    }
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .flatMap(found -> Stream.of(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
