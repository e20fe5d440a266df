package io.chiasm.encoding.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process ever held, heap and native together, as Linux counts it. */
final class PeakMemory {
  private static final double KIB_PER_GIB = 1 << 20;

  private PeakMemory() {}

  static double gib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_GIB)
        .findFirst()
        .orElseThrow();
  }
}
