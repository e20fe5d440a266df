package io.chiasm.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is kept of Helm's chart, rendered. */
final class Chart {
  /** Lines of helm's own before the first object: it tells of the links that it follows. */
  private static final Pattern LINKS =
      Pattern.compile("(?m)^level=INFO .*found symbolic link.*\\n");

  private Chart() {}

  /** The chart with the values that stand for an overlay. */
  static String text(String name) {
    try {
      return Files.readString(Helm.FOLDER.resolve("rendered/" + name + ".yaml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Overlay of(String name, String text) {
    List<String> objects =
        Stream.of(LINKS.matcher(text).replaceAll("").split("(?m)^---\\n"))
            .filter(object -> !object.isBlank())
            .toList();
    return Overlay.of(name, objects);
  }
}
