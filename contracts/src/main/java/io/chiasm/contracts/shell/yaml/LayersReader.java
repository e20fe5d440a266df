package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.NetworkSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section {@code layers}: tensor by label. */
final class LayersReader {
  static final String POSSIBLE =
      "a section of labels and tensors such as {early: features.2, late: features.8}";

  private static final int MOST = 1000;

  private LayersReader() {}

  static Map<String, String> read(Value value) {
    Map<String, Value> entries = value.entries(POSSIBLE);
    if (entries.isEmpty()) {
      throw value.place().wrong("found an empty section", POSSIBLE);
    }
    if (entries.size() > MOST) {
      throw value.place().wrong("found " + entries.size() + " layers", "at most " + MOST);
    }
    Map<String, String> lowered = new HashMap<>();
    Map<String, String> layers = new LinkedHashMap<>();
    entries.forEach(
        (label, tensor) -> {
          checkLabel(label, lowered.put(label.toLowerCase(Locale.ROOT), label), tensor.place());
          layers.put(label, tensor.text("the name of a tensor"));
        });
    return layers;
  }

  private static void checkLabel(String label, @Nullable String sameLetters, Place place) {
    if (!NetworkSpec.isLabel(label)) {
      throw place.wrong(
          "found the label " + Quote.of(label), "1 to 64 letters, digits, '_' or '-'");
    }
    if (sameLetters != null) {
      throw place.wrong(
          "found the label " + Quote.of(label) + " beside " + Quote.of(sameLetters),
          "labels that differ in more than upper and lower case");
    }
  }
}
