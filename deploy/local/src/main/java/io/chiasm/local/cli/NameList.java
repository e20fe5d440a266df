package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import java.util.List;
import java.util.stream.Stream;

/** Names between commas, in one or more options; {@code \\,} is a comma within a name. */
final class NameList {
  private NameList() {}

  /**
   * Each name once, in order.
   *
   * @throws InputException if one is empty
   */
  static List<String> of(String option, List<String> values) {
    List<String> names =
        values.stream()
            .flatMap(value -> Stream.of(value.split("(?<!\\\\),", -1)))
            .map(name -> name.replace("\\,", ","))
            .distinct()
            .toList();
    if (names.contains("")) {
      throw new InputException(option + " " + String.join(",", values) + ": a name is empty");
    }
    return names;
  }
}
