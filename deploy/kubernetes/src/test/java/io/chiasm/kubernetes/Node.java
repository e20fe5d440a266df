package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of a manifest and where in it it is. What is not there is empty. */
record Node(String path, @Nullable Object value) {
  /** Below this, by names joined with dots. */
  Node at(String names) {
    Node found = this;
    for (String name : names.split("\\.", -1)) {
      found = found.key(name);
    }
    return found;
  }

  /** Below this, by a name that may hold dots. */
  Node key(String name) {
    Object below = value instanceof Map<?, ?> map ? map.get(name) : null;
    return new Node(path + "." + name, below);
  }

  List<Node> items() {
    List<Node> found = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        found.add(new Node(path + "[" + i + "]", list.get(i)));
      }
    }
    return found;
  }

  Stream<Node> items(String names) {
    return at(names).items().stream();
  }

  List<String> keys() {
    return value instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  boolean exists() {
    return value != null;
  }

  String text() {
    return value == null ? "" : String.valueOf(value);
  }

  String text(String names) {
    return at(names).text();
  }

  boolean is(String names, @Nullable Object expected) {
    return Objects.equals(at(names).value(), expected);
  }

  long number(String names) {
    return at(names).value() instanceof Number number ? number.longValue() : 0;
  }

  /** Whether all these labels are among those of the other. */
  boolean selects(Node labels) {
    return value instanceof Map<?, ?> wanted
        && labels.value() instanceof Map<?, ?> given
        && given.entrySet().containsAll(wanted.entrySet());
  }
}
