package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.Normalisation;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** A network's {@code normalisation}. */
final class NormalisationReader {
  static final List<String> KEYS = List.of("mean", "std");

  /** The word for what the file or the weights themselves say. */
  static final String OWN = "own";

  private static final String POSSIBLE =
      "own, imagenet, or {mean: [red, green, blue], std: [red, green, blue]}";
  private static final String MEAN = "three numbers from 0 to 1";
  private static final String STD = "three numbers above 0, at most 1";

  private NormalisationReader() {}

  /** What the value says; empty for {@link #OWN}. */
  static Optional<Normalisation> read(Value value) {
    if (value.is(OWN)) {
      return Optional.empty();
    }
    if (value.is("imagenet")) {
      return Optional.of(Normalisation.IMAGENET);
    }
    if (!value.isSection()) {
      throw value.not(POSSIBLE);
    }
    Section section = value.section(KEYS);
    return Optional.of(
        new Normalisation(
            channels(section.required("mean", MEAN), m -> m >= 0 && m <= 1, MEAN),
            channels(section.required("std", STD), s -> s > 0 && s <= 1, STD)));
  }

  private static List<Double> channels(Value value, DoublePredicate range, String possible) {
    List<Value> items = value.items(Integer.MAX_VALUE, possible);
    if (items.size() != 3) {
      throw value.place().wrong("found " + items.size() + " values", possible);
    }
    return items.stream().map(item -> item.number(range, possible)).toList();
  }
}
