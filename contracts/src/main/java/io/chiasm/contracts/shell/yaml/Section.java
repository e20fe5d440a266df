package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A section whose keys are all known. */
final class Section {
  private final Place place;
  private final Map<String, Value> values;

  /**
   * @throws InputException if there is a key that is not among the possible ones
   */
  Section(Place place, Map<String, Value> values, List<String> possible) {
    this.place = place;
    this.values = values;
    values.forEach(
        (key, value) -> {
          if (!possible.contains(key)) {
            throw unknown(value.place(), key, possible);
          }
        });
  }

  Place place() {
    return place;
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether {@code optional: true} stands in it. */
  boolean isOptional() {
    return value("optional").map(Value::isTrue).orElse(false);
  }

  /** The value of a key that must be there. */
  Value required(String key, String possible) {
    return value(key).orElseThrow(() -> missing(key, possible));
  }

  InputException missing(String key, String possible) {
    String path = place.key().isEmpty() ? key : place.key() + "." + key;
    return new Place(place.source(), place.line(), place.column(), path).wrong("missing", possible);
  }

  private static InputException unknown(Place place, String key, List<String> possible) {
    String all = String.join(", ", possible);
    return Suggestion.of(key, possible)
        .map(near -> place.saying("unknown key; did you mean '" + near + "'? Possible: " + all))
        .orElseGet(() -> place.wrong("unknown key", all));
  }
}
