package io.chiasm.local.cli;

import java.util.List;

/**
 * Says which files of a folder of photographs were taken for none: no row is missing in silence.
 */
final class PassedOver {
  private static final int NAMED = 5;

  private PassedOver() {}

  static void tell(List<String> names) {
    if (!names.isEmpty()) {
      System.err.println(text(names));
    }
  }

  static String text(List<String> names) {
    int more = names.size() - NAMED;
    return "passed over, no photographs: "
        + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
