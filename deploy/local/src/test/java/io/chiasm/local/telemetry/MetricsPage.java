package io.chiasm.local.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of our metrics, as the page says them and as a service shows them. */
public final class MetricsPage {
  private static final Path PAGE = Path.of("../../docs/reference/metrics.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(chiasm_\\w+)`");

  /** A family; any may be the first, after the answer's status. */
  private static final String TYPE = "(?m)^(?:200 )?# TYPE ";

  private static final Pattern SHOWN = Pattern.compile(TYPE + "(chiasm_\\w+?)(?:_total)? (\\w+)$");
  private static final Pattern FROM_ELSEWHERE =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| \\w+ \\| [^|]+ \\| ([a-z ,]+) \\|");
  private static final String LARGEST = "_max";

  /** In the newer of Prometheus' formats the family's name lacks it. */
  private static final String TOTAL = "_total";

  private MetricsPage() {}

  /** Those on the page. */
  public static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher found = ROW.matcher(Files.readString(PAGE));
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  /** Those that a service shows; the largest value that goes with each histogram left out. */
  public static Set<String> shown(String metrics) {
    Set<String> all = new TreeSet<>();
    Matcher found = SHOWN.matcher(metrics);
    while (found.find()) {
      all.add(found.group(1) + (found.group(2).equals("counter") ? TOTAL : ""));
    }
    Set<String> names = new TreeSet<>(all);
    names.removeIf(
        name ->
            name.endsWith(LARGEST)
                && all.contains(name.substring(0, name.length() - LARGEST.length())));
    return names;
  }

  /** What the page says that this service shows beside ours, and it does not. */
  public static Set<String> lacking(String service, String metrics) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher row = FROM_ELSEWHERE.matcher(Files.readString(PAGE));
    while (row.find()) {
      String family = row.group(1).replaceAll(TOTAL + "$", "");
      boolean shows = row.group(2).equals("every service") || row.group(2).contains(service);
      if (shows && !Pattern.compile(TYPE + family + "(_total)? ").matcher(metrics).find()) {
        names.add(row.group(1));
      }
    }
    return names;
  }
}
