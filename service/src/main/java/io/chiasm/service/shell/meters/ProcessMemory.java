package io.chiasm.service.shell.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of the whole process: what networks and matrices take lies outside Java's heap. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int KIBI = 1024;

  private ProcessMemory() {}

  /** Nothing where the system does not tell. */
  static void register(MeterRegistry registry) {
    if (resident().isPresent()) {
      Gauge.builder("chiasm.process.resident.memory", () -> resident().orElse(Double.NaN))
          .baseUnit("bytes")
          .description("memory of the process, Java's heap and native memory together")
          .register(registry);
    }
  }

  private static Optional<Double> resident() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        Matcher found = RESIDENT.matcher(line);
        if (found.matches()) {
          return Optional.of(Double.parseDouble(found.group(1)) * KIBI);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
