package io.chiasm.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The services as the launcher knows them. */
enum Service {
  // Loads models in native memory, so its heap stays small.
  EXTRACTOR("extractor", "768m", Compilers.BOTH),
  ENCODER("encoder", "2g", Compilers.BOTH),
  // Does a thousand different things once; the others do a few things often, such as SHA-256, for
  // which only the second compiler knows the processor's instructions.
  AGGREGATOR("aggregator", "768m", Compilers.FIRST);

  private static final String JAR = "quarkus-run.jar";

  private final String label;
  private final String heap;
  private final Compilers forMinutes;

  /**
   * @param forMinutes which compilers pay where all work is done within minutes
   */
  Service(String label, String heap, Compilers forMinutes) {
    this.label = label;
    this.heap = heap;
    this.forMinutes = forMinutes;
  }

  String label() {
    return label;
  }

  /** The environment variable that sets its heap, such as {@code 4g}. */
  String heapSetting() {
    return "CHIASM_" + name() + "_HEAP";
  }

  /**
   * Options of its virtual machine. Out of memory, it ends at once: half a service helps nobody.
   *
   * @param brief whether it works for minutes only
   */
  List<String> options(boolean brief) {
    String size = System.getenv().getOrDefault(heapSetting(), heap);
    List<String> options = new ArrayList<>((brief ? forMinutes : Compilers.BOTH).options());
    options.add("-Xmx" + size);
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    // Kept in /tmp whatever is set, and fatal where that is full.
    options.add("-XX:-UsePerfData");
    return options;
  }

  /** Whether users know its address, so that it must come back there. */
  boolean keepsAddress() {
    return this == AGGREGATOR;
  }

  /** Its runnable jar, in the folder of a distribution or of a checkout. */
  Path jar(Path home) {
    Path shipped = home.resolve("services").resolve(label).resolve(JAR);
    return Files.exists(shipped)
        ? shipped
        : home.resolve(label + "-service/target/quarkus-app").resolve(JAR);
  }
}
