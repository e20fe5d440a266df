package io.chiasm.networks;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.catalogue.Interpolation;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.PixelLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an ONNX file notes about itself, by the keys that {@link OnnxGraph} lists. */
final class Metadata {
  private static final String LAYERS = "layers.";

  private final String source;
  private final Map<String, String> entries;

  Metadata(String source, Map<String, String> entries, PixelLayout layout) {
    this.source = source;
    this.entries = entries;
    requireValue("input.layout", layout.name());
    requireValue("input.color", "RGB");
  }

  private void requireValue(String key, String needed) {
    String value = entries.getOrDefault(key, needed);
    if (!value.equals(needed)) {
      throw wrong(key, "needed is " + needed);
    }
  }

  Map<String, String> entries() {
    return entries;
  }

  Optional<Normalisation> normalisation() {
    boolean mean = entries.containsKey("input.mean");
    boolean std = entries.containsKey("input.std");
    if (mean != std) {
      throw new InputException(
          source + ": metadata names only one of input.mean and input.std; both are needed");
    }
    if (!mean) {
      return Optional.empty();
    }
    List<Double> stds = numbers("input.std", 3);
    if (stds.stream().anyMatch(s -> s <= 0)) {
      throw wrong("input.std", "all must be positive");
    }
    return Optional.of(new Normalisation(numbers("input.mean", 3), stds));
  }

  Optional<ImageSize> inputSize() {
    if (!entries.containsKey("input.size")) {
      return Optional.empty();
    }
    List<Double> size = numbers("input.size", 2);
    double height = size.get(0);
    double width = size.get(1);
    boolean whole = height == Math.rint(height) && width == Math.rint(width);
    if (!whole || Math.min(height, width) < 1 || Math.max(height, width) > ImageSize.MAX) {
      throw wrong("input.size", "needed are height,width from 1 to " + ImageSize.MAX);
    }
    return Optional.of(new ImageSize((int) height, (int) width));
  }

  Optional<Resizing> resizing() {
    if (!entries.containsKey("input.resize")) {
      return Optional.empty();
    }
    double side = numbers("input.resize", 1).get(0);
    if (side != Math.rint(side) || side < 1 || side > ImageSize.MAX) {
      throw wrong("input.resize", "needed are whole pixels from 1 to " + ImageSize.MAX);
    }
    return Optional.of(new Resizing((int) side, interpolation()));
  }

  private Interpolation interpolation() {
    return switch (entries.getOrDefault("input.interpolation", "bilinear")) {
      case "bilinear" -> Interpolation.BILINEAR;
      case "bicubic" -> Interpolation.BICUBIC;
      default -> throw wrong("input.interpolation", "possible are bilinear, bicubic");
    };
  }

  Map<String, String> layers() {
    Map<String, String> found = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> {
          if (key.startsWith(LAYERS)) {
            found.put(key.substring(LAYERS.length()), value);
          }
        });
    return Collections.unmodifiableMap(found);
  }

  private List<Double> numbers(String key, int count) {
    List<Double> found = new ArrayList<>();
    for (String part : entries.getOrDefault(key, "").split(",", -1)) {
      try {
        double value = Double.parseDouble(part.strip());
        found.add(Double.isFinite(value) ? value : Double.NaN);
      } catch (NumberFormatException e) {
        throw wrong(key, "needed are " + count + " numbers separated by commas");
      }
    }
    if (found.size() != count || found.contains(Double.NaN)) {
      throw wrong(key, "needed are " + count + " finite numbers separated by commas");
    }
    return found;
  }

  private InputException wrong(String key, String needed) {
    return new InputException(
        source + ": metadata " + key + " is '" + entries.get(key) + "'; " + needed);
  }
}
