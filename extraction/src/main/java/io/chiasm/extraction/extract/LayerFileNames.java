package io.chiasm.extraction.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * File names for layers: letters, digits, {@code . _ -} are kept, all else becomes {@code _}, and
 * so does a dot in front. A name that another layer has already, upper and lower case being the
 * same, gets a number behind it.
 */
final class LayerFileNames {
  /** Leaves room for endings within the 255 bytes of common file systems. */
  private static final int LONGEST = 200;

  private LayerFileNames() {}

  /** One name per layer, without ending. */
  static List<String> of(List<String> layers) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String layer : layers) {
      String plain = plain(layer);
      String name = plain;
      for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
        name = plain + "-" + number;
      }
      names.add(name);
    }
    return names;
  }

  private static String plain(String layer) {
    String safe = layer.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
    return safe.isEmpty() ? "_" : safe.substring(0, Math.min(safe.length(), LONGEST));
  }
}
