package io.chiasm.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The services as the launcher knows them. */
enum Service {
  // Loads models in native memory, so its heap stays small.
  EXTRACTOR("extractor", "768m"),
  ENCODER("encoder", "2g"),
  AGGREGATOR("aggregator", "768m");

  /**
   * Code is compiled with all optimisations ten times later than usual: in a study of a minute that
   * takes longer than it saves. What runs for hours reaches these counts within seconds.
   */
  private static final List<String> LATE_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /**
   * Code is compiled once, without counting what is called how often: in work of minutes the second
   * compiler has no time to pay.
   */
  private static final List<String> FIRST_COMPILER = List.of("-XX:TieredStopAtLevel=1");

  private static final String JAR = "quarkus-run.jar";

  private final String label;
  private final String heap;

  Service(String label, String heap) {
    this.label = label;
    this.heap = heap;
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
    // Only the second compiler knows the processor's instructions for SHA-256; activations are
    // large.
    List<String> options =
        new ArrayList<>(brief && this != EXTRACTOR ? FIRST_COMPILER : LATE_COMPILER);
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
