package io.chiasm.contracts.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that numpy wrote, and what numpy says is in them; made by {@code npy/make_npy.py}. */
final class NpyFixtures {
  /** One line of {@code expected.csv}: a file, its shape, its elements in row-major order. */
  record Expected(String file, Shape shape, List<String> elements) {
    @Override
    public String toString() {
      return file;
    }

    double[] doubles() {
      return elements.stream()
          .mapToDouble(e -> Double.parseDouble(e.replace("inf", "Infinity")))
          .toArray();
    }
  }

  private NpyFixtures() {}

  static Stream<Expected> all() {
    return csv("expected.csv").map(c -> new Expected(c.get(0), shape(c.get(1)), words(c.get(2))));
  }

  static Expected expected(String file) {
    return all().filter(e -> e.file().equals(file)).findFirst().orElseThrow();
  }

  static Stream<List<String>> csv(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII)
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)));
  }

  static Shape shape(String extents) {
    return Shape.of(words(extents).stream().mapToLong(Long::parseLong).toArray());
  }

  static InputStream open(String name) {
    return Objects.requireNonNull(NpyFixtures.class.getResourceAsStream("/npy/" + name), name);
  }

  static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(NpyFixtures.class.getResource("/npy/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code 0, 1, 2 …} of this shape. */
  static FloatTensor counting(long... extents) {
    FloatTensor tensor = FloatTensor.zeros(extents);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = i;
    }
    return tensor;
  }

  private static List<String> words(String blankSeparated) {
    return blankSeparated.isEmpty() ? List.of() : List.of(blankSeparated.split(" "));
  }
}
