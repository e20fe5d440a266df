package io.chiasm.networks.catalogue;

import io.chiasm.contracts.study.Normalisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The weights that torchvision publishes for the architectures of the study, from the table {@code
 * torchvision.csv}. MaxViT's are among them although Chiasm cannot build it: its accuracy is known,
 * its graph has to come as ONNX.
 */
public final class Catalogue {
  private static final List<PublishedWeights> ALL = read();

  private Catalogue() {}

  /** All of them, by architecture. */
  public static List<PublishedWeights> all() {
    return ALL;
  }

  /** Sets of weights of one architecture, the first the one that its defaults come from. */
  public static List<PublishedWeights> of(String architecture) {
    return ALL.stream().filter(w -> w.architecture().equals(architecture)).toList();
  }

  /** One set of weights. */
  public static Optional<PublishedWeights> named(String architecture, String weights) {
    return of(architecture).stream().filter(w -> w.weights().equals(weights)).findFirst();
  }

  private static List<PublishedWeights> read() {
    try (InputStream in = Catalogue.class.getResourceAsStream("torchvision.csv")) {
      String text =
          new String(Objects.requireNonNull(in, "table").readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(l -> row(l.split(","))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedWeights row(String[] cells) {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("early", cells[11]);
    layers.put("middle", cells[12]);
    layers.put("late", cells[13]);
    return new PublishedWeights(
        cells[0],
        cells[1],
        cells[2],
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Long.parseLong(cells[5]),
        new Preset(
            Integer.parseInt(cells[6]),
            Integer.parseInt(cells[7]),
            Interpolation.valueOf(cells[8].toUpperCase(Locale.ROOT)),
            new Normalisation(numbers(cells[9]), numbers(cells[10]))),
        Collections.unmodifiableMap(layers));
  }

  private static List<Double> numbers(String cell) {
    return Stream.of(cell.split(" ")).map(Double::valueOf).toList();
  }
}
