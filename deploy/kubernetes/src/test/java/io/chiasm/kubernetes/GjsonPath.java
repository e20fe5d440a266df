package io.chiasm.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of GJSON's path syntax that the scalers use: names, and {@code #(name=="text")}. */
final class GjsonPath {
  private static final Pattern QUERY = Pattern.compile("#\\((\\w+)==\"([^\"]*)\"\\)");
  private static final Pattern STEPS = Pattern.compile("#\\([^)]*\\)|[^.#]+");

  private final List<String> steps;

  /**
   * @throws IllegalArgumentException if it is anything else
   */
  GjsonPath(String path) {
    this.steps = STEPS.matcher(path).results().map(found -> found.group()).toList();
    if (!String.join(".", steps).equals(path)) {
      throw new IllegalArgumentException("no path: " + path);
    }
  }

  /** Null where the value is null or nothing is there: GJSON's type Null for both. */
  @Nullable Object value(@Nullable Object json) {
    Object found = json;
    for (String step : steps) {
      found = step.startsWith("#") ? first(found, step) : below(found, step);
    }
    return found;
  }

  private static @Nullable Object below(@Nullable Object json, String name) {
    return json instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private static @Nullable Object first(@Nullable Object json, String step) {
    Matcher query = QUERY.matcher(step);
    if (!query.matches()) {
      throw new IllegalArgumentException("no query: " + step);
    }
    if (json instanceof List<?> list) {
      for (Object item : list) {
        if (query.group(2).equals(below(item, query.group(1)))) {
          return item;
        }
      }
    }
    return null;
  }
}
