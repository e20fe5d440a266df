package io.chiasm.aggregator.report;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.StudyOrder;
import io.chiasm.contracts.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoder's warnings of all hemispheres, one line where many say the same with other numbers:
 * the numbers as ranges, and how many hemispheres say it.
 */
public final class CellWarnings {
  /** A whole number that stands alone. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d+(?![\\d.])");

  private final Map<Condition, Group> groups;

  public CellWarnings(Study study) {
    this.groups = new TreeMap<>(new StudyOrder(study).conditions());
  }

  /** Adds what the encoder said of one hemisphere, even if that is nothing. */
  public void add(Condition condition, List<String> warnings) {
    Group group = groups.computeIfAbsent(condition, c -> new Group());
    group.hemispheres++;
    for (String warning : warnings) {
      String form = NUMBER.matcher(warning).replaceAll("#");
      group.numbers.computeIfAbsent(form, f -> new ArrayList<>()).add(numbers(warning));
    }
  }

  /** The lines, by network, layer and split. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (condition, group) ->
            group.numbers.forEach(
                (form, numbers) ->
                    lines.add(
                        String.format(
                            Locale.ROOT,
                            "%s, %s, %s: %s (%d of %d hemispheres)",
                            condition.network(),
                            condition.layer(),
                            condition.split(),
                            filled(form, numbers),
                            numbers.size(),
                            group.hemispheres))));
    return lines;
  }

  private static List<Long> numbers(String warning) {
    List<Long> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(warning);
    while (matcher.find()) {
      numbers.add(Long.valueOf(matcher.group()));
    }
    return numbers;
  }

  private static String filled(String form, List<List<Long>> numbers) {
    StringBuilder text = new StringBuilder();
    int place = 0;
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) == '#') {
        text.append(range(numbers, place++));
      } else {
        text.append(form.charAt(i));
      }
    }
    return text.toString();
  }

  private static String range(List<List<Long>> numbers, int place) {
    long low = numbers.stream().mapToLong(n -> n.get(place)).min().orElse(0);
    long high = numbers.stream().mapToLong(n -> n.get(place)).max().orElse(0);
    return low == high ? Long.toString(low) : low + "–" + high;
  }

  /** What was said under one condition. */
  private static final class Group {
    private final Map<String, List<List<Long>>> numbers = new LinkedHashMap<>();
    private int hemispheres;
  }
}
